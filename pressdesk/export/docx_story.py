"""A Word template as it was read: its stories (document, headers, footers, notes) and styles."""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from pressdesk.export.docx_package import Package, Part, read_package, unreadable
from pressdesk.export.docx_xml import (
    Element,
    MalformedXmlError,
    make,
    parse,
    q,
    remove,
    serialize,
    unwrap,
)

PARAGRAPH = q("w:p")
PROPERTIES = "properties"
"""Title of the story of the file's properties, whose paragraphs are single properties."""
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_SKIPPED = frozenset(map(q, ("w:pPr", "w:rPr", "w:p", "w:instrText", "w:delText")))
_SPACES = frozenset(map(q, ("w:tab", "w:br", "w:cr", "w:ptab")))
_DROPPED = tuple(
    q(f"w:{name}")
    for name in (
        "proofErr", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd", "permStart",
        "permEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
        "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
        "moveToRangeEnd", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange",
        "tcPrChange", "tblPrExChange", "tblGridChange", "numberingChange", "dataBinding",
        "printerSettings",
    )
)  # fmt: skip
_REVIEW = tuple(q(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "commentReference"))
_UNWRAPPED = tuple(q(f"w:{name}") for name in ("ins", "moveTo", "smartTag", "customXml"))
_TRACES = re.compile(r"\{[^}]*\}(rsid\w*|paraId|textId)\Z")


class Story(Struct, frozen=True):
    """A part of a template that holds running text."""

    title: str
    """As a person calls it: ``document``, ``first-page header``, ``footnotes``."""
    part: Part
    root: Element
    is_under_review: bool
    """True: it held comments or tracked changes, which were taken out and accepted."""


class WordTemplate(Struct, frozen=True):
    """A Word template: the package, and what of it gets changed, parsed."""

    path: Path
    package: Package
    stories: tuple[Story, ...]
    """The document first, then headers, footers, notes, and the file's properties."""
    styles: Part
    numbering: Part


def open_template(path: Path) -> WordTemplate:
    """Read a template, without what tells of its making; raises PressDeskError PD-TPL-002."""
    package = read_package(path)
    try:
        return WordTemplate(
            path,
            package,
            tuple(_stories(package)),
            styles=_part(package, "styles"),
            numbering=_part(package, "numbering"),
        )
    except MalformedXmlError as error:
        raise unreadable(path, f"Its XML is damaged: {error}.") from error


def _stories(package: Package) -> Iterator[Story]:
    document = _story("document", package.main)
    yield document
    for key, title in _header_titles(document.root).items():
        relation = package.main.relations.get(key)
        if relation is not None:
            yield _story(title, package.parts[relation.target])
    for kind in ("footnotes", "endnotes"):
        notes = package.related(kind)
        if notes is not None:
            yield _story(kind, notes)
    for name in package.root.targets("core-properties"):
        properties = _story(PROPERTIES, package.parts[name])
        for each in list(properties.root):
            # Without a field it tells of the template's making, not of the release.
            if "{" not in (each.text or ""):
                properties.root.remove(each)
        yield properties


def _part(package: Package, kind: str) -> Part:
    """Give a part the document has one of, made empty where it has none."""
    part = package.related(kind)
    if part is None:
        part = package.add(f"word/{kind}.xml", f"{_TYPES}{kind}+xml", serialize(make(f"w:{kind}")))
        package.main.relate(kind, part.name)
    return part


def _story(title: str, part: Part) -> Story:
    root = parse(part.data)
    is_under_review = next(root.iter(*_REVIEW), None) is not None
    _clean(root)
    return Story(title, part, root, is_under_review)


def _header_titles(document: Element) -> dict[str, str]:
    """Name headers and footers as Word does, by relationship id."""
    titles: dict[str, str] = {}
    sections = list(document.iter(q("w:sectPr")))
    for number, section in enumerate(sections, 1):
        for each in section:
            kind = {q("w:headerReference"): "header", q("w:footerReference"): "footer"}.get(
                each.tag
            )
            if kind is None:
                continue
            which = {"first": "first-page ", "even": "even-page "}.get(each.get(q("w:type")) or "")
            behind = f" of section {number}" if len(sections) > 1 else ""
            titles.setdefault(each.get(q("r:id")) or "", f"{which or ''}{kind}{behind}")
    return titles


def paragraphs(story: Story) -> list[Element]:
    """List the paragraphs in document order; those of properties are the single properties."""
    if story.title == PROPERTIES:
        return list(story.root)
    return list(story.root.iter(PARAGRAPH))


def text_of(paragraph: Element) -> str:
    """Give a paragraph's own text in one line; tabs and breaks are spaces."""
    if paragraph.tag != PARAGRAPH:
        return (paragraph.text or "").replace("\n", " ")
    return "".join(_texts(paragraph)).replace("\n", " ")


def _texts(element: Element) -> Iterator[str]:
    for each in element:
        if each.tag == q("w:t"):
            yield each.text or ""
        elif each.tag in _SPACES:
            yield " "
        elif each.tag not in _SKIPPED:
            yield from _texts(each)


def _clean(root: Element) -> None:
    """Take out what tells of the template's making; tracked changes are accepted.

    Bookmarks go too: a loop would repeat them, and their names must be unique
    (ECMA-376 part 1, 17.13.6.2).
    """
    for name in _DROPPED:
        for each in list(root.iter(name)):
            remove(each)
    for name in _UNWRAPPED:
        for each in list(root.iter(name)):
            unwrap(each)
    for paragraph in root.iter(PARAGRAPH):
        # A field is in the release's language, whatever the template was typed in.
        if "{{" in text_of(paragraph):
            for each in list(paragraph.iter(q("w:lang"))):
                remove(each)
    for each in root.iter():
        for key in [key for key in each.attrib if _TRACES.match(key)]:
            del each.attrib[key]
