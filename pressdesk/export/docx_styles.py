"""The named styles of a Word template: which the body needs, and where they are."""

from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from pressdesk.export.docx_xml import Element, child, q, value

StyleType = Literal["paragraph", "character", "table"]


class Wanted(Struct, frozen=True):
    """A style that the body is set in, and what is lost without it."""

    type: StyleType
    loss: str


WANTED = MappingProxyType(
    {
        "Body Text": Wanted("paragraph", "Paragraphs look like “Normal”."),
        "heading 1": Wanted("paragraph", "Headings look like text and are missing in the outline."),
        "heading 2": Wanted("paragraph", "Lower headings look like text."),
        "heading 3": Wanted("paragraph", "The lowest headings look like text."),
        "List Bullet": Wanted("paragraph", "Bulleted lists are set with plain bullets."),
        "List Number": Wanted("paragraph", "Numbered lists are set with plain numbers."),
        "Quote": Wanted("paragraph", "Quotations look like text."),
        "Attribution": Wanted("paragraph", "The speaker of a quotation looks like text."),
        "Photo": Wanted("paragraph", "Photos stand like text."),
        "caption": Wanted("paragraph", "Captions look like text."),
        "Table Text": Wanted("paragraph", "Tables are set like text."),
        "Table Heading": Wanted("paragraph", "The heads of tables look like their rows."),
        "Table End": Wanted("paragraph", "An empty line follows each table."),
        "Dateline": Wanted("character", "The dateline looks like text."),
        "Credit": Wanted("character", "Credits look like captions."),
        "Hyperlink": Wanted("character", "Links look like text."),
        "Release Table": Wanted("table", "Tables have no lines."),
    }
)
_DEEPEST = 20


class Styles:
    """The styles of a package by type and name.

    Word takes no notice of case in the names of its own styles; LibreOffice writes
    its own “Caption” beside the template's “caption”, so the exact name comes first.
    """

    def __init__(self, root: Element) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._by_id: dict[str, Element] = {}
        for style in root.iter(q("w:style")):
            type_, name = style.get(q("w:type")) or "paragraph", value(style, "w:name")
            self._styles[type_, name] = style
            self._styles.setdefault((type_, name.casefold()), style)
            self._by_id[style.get(q("w:styleId")) or ""] = style

    def __contains__(self, name: str) -> bool:
        return bool(self.id(name))

    def id(self, name: str) -> str:
        """Give the id of a wanted style, or "" where the template has none of that name."""
        type_ = WANTED[name].type
        folded = self._styles.get((type_, name.casefold()))
        style = self._styles.get((type_, name), folded)
        return (style.get(q("w:styleId")) or "") if style is not None else ""

    def numbering(self, name: str) -> str:
        """Give the number of the list (``w:numId``) that a wanted style brings, or ""."""
        style = self._by_id.get(self.id(name))
        for _ in range(_DEEPEST):
            if style is None:
                break
            properties = child(style, "w:pPr")
            numbering = child(properties, "w:numPr") if properties is not None else None
            if numbering is not None:
                return value(numbering, "w:numId")
            style = self._by_id.get(value(style, "w:basedOn"))
        return ""
