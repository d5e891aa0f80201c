"""What a Word template may not hold: content from outside, embedded objects, fields that act."""

from collections.abc import Iterator
from types import MappingProxyType

from msgspec import Struct

from pressdesk.export.docx_package import Package, Relation
from pressdesk.export.docx_story import PARAGRAPH, Story
from pressdesk.export.docx_xml import NAMESPACES, Element, q

FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES", "DATE")
"""Fields of Word that neither load nor run anything."""
_KINDS = MappingProxyType(
    {
        "image": "a picture that lies outside the file",
        "hyperlink": "a link to something other than http, https, mailto or tel",
        "aFChunk": "a whole foreign document (altChunk)",
        "oleObject": "an embedded object",
        "package": "an embedded file",
        "subDocument": "a document that lies outside the file",
        "frame": "a page that lies outside the file",
        "chart": "a chart",
        "diagramData": "a diagram",
        "control": "a control that can run code",
    }
)


class Hazard(Struct, frozen=True):
    """Something a template may not hold, and the paragraph around it, if any."""

    paragraph: Element | None
    message: str
    fix: str


def hazards(package: Package, story: Story) -> Iterator[Hazard]:
    """Go through what may not be in a story."""
    yield from _foreign(package, story)
    yield from _fields(story)


def _foreign(package: Package, story: Story) -> Iterator[Hazard]:
    inside = f"{{{NAMESPACES['r']}}}"
    for each in story.root.iter():
        for name, key in each.attrib.items():
            if name.startswith(inside) and key and key not in story.part.relations:
                relation = package.left_behind.get((story.part.name, key))
                message = f"The template holds {_kind(relation)}."
                yield Hazard(_around(each), message, "Take it out, or put it in as a picture.")


def _kind(relation: Relation | None) -> str:
    if relation is None:
        return "something that is missing in the file"
    named = _KINDS.get(relation.kind, f"something unknown ({relation.kind.rpartition('/')[2]})")
    return f"{named}: “{relation.target}”" if relation.external else named


def _fields(story: Story) -> Iterator[Hazard]:
    for where, instruction in _instructions(story.root):
        word = (instruction.split() or [""])[0].upper()
        if word not in FIELDS:
            message = f"The template has Word's field “{word}”, which could load or run something."
            fix = f"Only {', '.join(FIELDS)} are allowed. Replace it by its text (Ctrl+Shift+F9)."
            yield Hazard(_around(where), message, fix)


def _instructions(root: Element) -> Iterator[tuple[Element, str]]:
    """Go through the fields; one field's words may lie in several runs, and fields nest."""
    begun: list[tuple[Element, list[str]]] = []
    for each in root.iter(q("w:fldSimple"), q("w:fldChar"), q("w:instrText")):
        kind = each.get(q("w:fldCharType"))
        if each.tag == q("w:fldSimple"):
            yield each, each.get(q("w:instr")) or ""
        elif each.tag == q("w:instrText"):
            if begun:
                begun[-1][1].append(each.text or "")
            else:
                yield each, each.text or ""
        elif kind == "begin":
            begun.append((each, []))
        elif kind == "end" and begun:
            start, words = begun.pop()
            yield start, "".join(words)
    for start, words in begun:
        yield start, "".join(words)


def _around(element: Element) -> Element | None:
    return next(iter(element.iterancestors(PARAGRAPH)), None)
