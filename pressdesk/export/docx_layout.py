"""The text column that the body is set in, and how large a picture stands in it."""

from msgspec import Struct

from pressdesk.export.docx_xml import Element, child, q, value
from pressdesk.model.photo import Photo
from pressdesk.model.rows import photo_frame

EMU_PER_INCH = 914_400
_EMU_PER_TWIP = 635
_SHARPEST = 150
"""Pixels per inch that a picture has at least: it is not enlarged beyond that."""
_TALLEST = 0.5
"""Of the text's height: a portrait photo leaves room for its caption and some text."""
_A4 = {"w:w": 11_906, "w:h": 16_838}
_INCH = 1_440


class Column(Struct, frozen=True):
    """Width and height of a text column, in EMU (914,400 to the inch)."""

    width: int
    height: int


def column_at(anchor: Element) -> Column:
    """Measure the column that an anchor stands in: a section's, or a table cell's."""
    section = _section_of(anchor)
    page = child(section, "w:pgSz") if section is not None else None
    margins = child(section, "w:pgMar") if section is not None else None
    edges = {side: _twips(margins, side, _INCH) for side in ("left", "right", "top", "bottom")}
    gutter = _twips(margins, "gutter", 0)
    width = _twips(page, "w", _A4["w:w"]) - edges["left"] - edges["right"] - gutter
    height = _twips(page, "h", _A4["w:h"]) - abs(edges["top"]) - abs(edges["bottom"])
    width = _cell_width(anchor) or _narrowest(section, width)
    return Column(max(width, _INCH) * _EMU_PER_TWIP, max(height, _INCH) * _EMU_PER_TWIP)


def picture_size(width_px: float, height_px: float, column: Column, share: float = 1) -> Column:
    """Give the size of a picture: as wide as the column, but not blurred and not too high.

    ``share`` is how much of both a lesser picture may take.
    """
    width = min(column.width * share, width_px / _SHARPEST * EMU_PER_INCH)
    width = min(width, column.height * _TALLEST * share * width_px / height_px)
    return Column(max(round(width), 1), max(round(width * height_px / width_px), 1))


def printed_mm(photo: Photo) -> float:
    """Tell how wide a photo stands on an A4 page with margins of an inch, in millimetres."""
    shown = photo_frame(photo)
    margins = 2 * _INCH
    page = Column((_A4["w:w"] - margins) * _EMU_PER_TWIP, (_A4["w:h"] - margins) * _EMU_PER_TWIP)
    return picture_size(shown.width, shown.height, page).width / EMU_PER_INCH * 25.4


def _section_of(anchor: Element) -> Element | None:
    """Find the section's properties: the first that follow, as they close a section."""
    root = anchor
    for root in anchor.iterancestors():  # noqa: B007
        pass
    passed = False
    for each in root.iter():
        passed = passed or each is anchor
        if passed and each.tag == q("w:sectPr"):
            return each
    return None


def _cell_width(anchor: Element) -> int:
    for cell in anchor.iterancestors(q("w:tc")):
        properties = child(cell, "w:tcPr")
        if value(properties, "w:tcW", "w:type") == "dxa":
            padding = 216
            return int(value(properties, "w:tcW", "w:w")) - padding
    return 0


def _narrowest(section: Element | None, width: int) -> int:
    columns = child(section, "w:cols") if section is not None else None
    if columns is None:
        return width
    single = [_twips(each, "w", width) for each in columns if each.tag == q("w:col")]
    if single:
        return min(single)
    count = _twips(columns, "num", 1)
    return (width - (count - 1) * _twips(columns, "space", 720)) // count


def _twips(element: Element | None, attribute: str, otherwise: int) -> int:
    written = element.get(q(f"w:{attribute}")) if element is not None else None
    try:
        return round(float(written)) if written is not None else otherwise
    except ValueError:
        return otherwise
