"""The XML inside Word files: names, one safe parser, and elements with types.

lxml has no type stubs; this is the one module that meets it untyped.
"""

# pyright: reportMissingTypeStubs=false, reportAttributeAccessIssue=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Protocol, cast

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "op": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "pd": "urn:pressdesk:release",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


class Element(Protocol):
    """What is used of lxml's elements."""

    tag: str
    text: str | None
    tail: str | None

    @property
    def attrib(self) -> dict[str, str]: ...
    @property
    def nsmap(self) -> Mapping[str | None, str]: ...
    def __iter__(self) -> Iterator["Element"]: ...
    def __len__(self) -> int: ...
    def __getitem__(self, index: int) -> "Element": ...
    def get(self, key: str) -> str | None: ...
    def set(self, key: str, value: str) -> None: ...
    def append(self, element: "Element") -> None: ...
    def extend(self, elements: Iterable["Element"]) -> None: ...
    def insert(self, index: int, element: "Element") -> None: ...
    def remove(self, element: "Element") -> None: ...
    def replace(self, old: "Element", new: "Element") -> None: ...
    def index(self, child: "Element") -> int: ...
    def addnext(self, element: "Element") -> None: ...
    def addprevious(self, element: "Element") -> None: ...
    def getparent(self) -> "Element | None": ...
    def getprevious(self) -> "Element | None": ...
    def getnext(self) -> "Element | None": ...
    def iter(self, *tags: str) -> Iterator["Element"]: ...
    def iterancestors(self, *tags: str) -> Iterator["Element"]: ...
    def itertext(self) -> Iterator[str]: ...


class MalformedXmlError(ValueError):
    """A part that is not XML, or carries a document type."""


@cache
def q(name: str) -> str:
    """Give the qualified form of a prefixed name: ``w:p``."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def parse(data: bytes | str) -> Element:
    """Parse one part; raises MalformedXmlError.

    No entity, no network, no document type: none belongs in a Word file
    (ECMA-376 part 2, 8.1.4).
    """
    if isinstance(data, str):
        data = data.encode()
    if b"<!DOCTYPE" in data:
        raise MalformedXmlError("it carries a document type")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise MalformedXmlError(str(error)) from error
    # UTF-16 hides the words from the search above.
    if root.getroottree().docinfo.doctype:
        raise MalformedXmlError("it carries a document type")
    return cast("Element", root)


def serialize(root: Element) -> bytes:
    """Write a part as UTF-8 with its declaration."""
    return cast(
        "bytes", etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    )


def serialize_text(root: Element) -> str:
    """Write a part as text without declaration."""
    return cast("str", etree.tostring(root, encoding="unicode"))


def make(name: str, attributes: Mapping[str, str] | None = None, *children: Element) -> Element:
    """Make an element by prefixed names: ``make("w:jc", {"w:val": "center"})``."""
    element = cast("Element", etree.Element(q(name), None, _spaces(name)))
    for key, value in attributes.items() if attributes else ():
        element.set(q(key) if ":" in key else key, value)
    if children:
        element.extend(children)
    return element


def add(
    parent: Element, name: str, attributes: Mapping[str, str] | None = None, text: str | None = None
) -> Element:
    """Make an element at the end of another: half the cost of making it first."""
    element = cast("Element", etree.SubElement(cast("Any", parent), q(name)))
    for key, value in attributes.items() if attributes else ():
        element.set(q(key) if ":" in key else key, value)
    if text is not None:
        element.text = text
    return element


@cache
def _spaces(name: str) -> dict[str | None, str]:
    prefix = name.partition(":")[0]
    # Packaging parts are written as everybody writes them: some readers know no prefix there.
    return {None if prefix in ("ct", "rel", "op") else prefix: NAMESPACES[prefix]}


def make_text(name: str, text: str, attributes: Mapping[str, str] | None = None) -> Element:
    """Make an element that holds text."""
    element = make(name, attributes)
    element.text = text
    return element


def make_mark(target: str) -> Element:
    """Make a processing instruction of ours: a place in the XML that no text can imitate."""
    return cast("Element", etree.ProcessingInstruction("pressdesk", target))


def find_marks(root: Element) -> list[tuple[str, Element]]:
    """List our marks below an element with their targets."""
    return [
        (str(mark.text), mark)
        for mark in root.iter(etree.ProcessingInstruction)
        if cast("str", getattr(mark, "target", "")) == "pressdesk"
    ]


def child(parent: Element, name: str) -> Element | None:
    """Give the first child of a name."""
    wanted = q(name)
    return next((each for each in parent if each.tag == wanted), None)


def value(parent: Element | None, name: str, attribute: str = "w:val") -> str:
    """Give an attribute of a child, or "" where there is none."""
    found = child(parent, name) if parent is not None else None
    return (found.get(q(attribute)) or "") if found is not None else ""


def remove(element: Element) -> None:
    """Take an element out of its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put an element's children in its own place."""
    parent = element.getparent()
    if parent is not None:
        for each in list(element):
            element.addprevious(each)
        parent.remove(element)
