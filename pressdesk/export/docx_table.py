"""Tables of the body: full width, columns by what they hold, a head that repeats."""

import re
from collections.abc import Sequence
from typing import Protocol

from pressdesk.export.docx_layout import Column
from pressdesk.export.docx_xml import Element, make
from pressdesk.model.body import Cell, Spans, Table, plain
from pressdesk.model.text import is_cjk

_EMU_PER_TWIP = 635
_LETTER, _PADDING = 120, 260
"""Twips of a bold letter of 10 points, and of what a cell keeps free beside its text."""
_SHORT = 8
"""Rows of a table that is kept on one page."""
_WIDEST = 4_000
"""Twips beyond which a column asks for no more: its text is read in lines then."""
_WORD = r"[^\s\u2e80-\u9fff\uac00-\ud7ff\uff00-\uffef]+"
"""What a line is not broken in; East Asian text is broken anywhere.

Compiled at its first use, which takes 2 ms.
"""


class CellParagraph(Protocol):
    """Makes the paragraph of a cell in a named style, with further properties."""

    def __call__(self, spans: Spans, style: str, *properties: Element) -> Element: ...


def table_element(table: Table, column: Column, style: str, cell: CellParagraph) -> Element:
    """Make a table; ``style`` is the id of a table style, or "" for none."""
    widths = _widths(table.rows, column.width // _EMU_PER_TWIP)
    properties = make("w:tblPr")
    if style:
        properties.append(make("w:tblStyle", {"w:val": style}))
    properties.append(make("w:tblW", {"w:w": str(sum(widths)), "w:type": "dxa"}))
    properties.append(make("w:tblLayout", {"w:type": "fixed"}))
    head = "1" if table.header else "0"
    look = {"w:firstRow": head, "w:lastRow": "0", "w:firstColumn": "0", "w:lastColumn": "0"}
    look |= {"w:noHBand": "1", "w:noVBand": "1", "w:val": "0620" if table.header else "0600"}
    properties.append(make("w:tblLook", look))
    grid = make("w:tblGrid", {}, *(make("w:gridCol", {"w:w": str(width)}) for width in widths))
    element = make("w:tbl", {}, properties, grid)
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        is_head = table.header and number == 0
        # A head alone at the foot of a page says nothing; a short table is not broken at all.
        together = number < last and (is_head or last < _SHORT)
        element.append(_row(row, table.align, widths, cell, is_head=is_head, together=together))
    return element


def _row(
    cells: Sequence[Cell],
    aligns: Sequence[str],
    widths: Sequence[int],
    cell: CellParagraph,
    *,
    is_head: bool,
    together: bool,
) -> Element:
    properties = make("w:trPr", {}, make("w:cantSplit"))
    if is_head:
        properties.append(make("w:tblHeader"))
    row = make("w:tr", {}, properties)
    style = "Table Heading" if is_head else "Table Text"
    for content, align, width in zip(cells, aligns, widths, strict=True):
        kept = [make("w:keepNext")] if together else []
        aligned = [make("w:jc", {"w:val": align})] if align else []
        size = make("w:tcW", {"w:w": str(width), "w:type": "dxa"})
        paragraph = cell(content.spans, style, *kept, *aligned)
        row.append(make("w:tc", {}, make("w:tcPr", {}, size), paragraph))
    return row


def _widths(rows: Sequence[Sequence[Cell]], total: int) -> list[int]:
    """Share a width, in twips, as browsers do (CSS 2.2, section 17.5.2.2).

    Each column gets what its longest word needs, and then its share of what its
    longest text would like to have.
    """
    columns = [[plain(cell.spans) for cell in column] for column in zip(*rows, strict=True)]
    least = [max(_extent(word) for text in texts for word in _words(text)) for texts in columns]
    most = [min(max(map(_extent, texts)), _WIDEST) for texts in columns]
    most = [max(pair) for pair in zip(least, most, strict=True)]
    if sum(most) <= total:
        shares = [total * wish // sum(most) for wish in most]
    elif sum(least) < total:
        spare, wanted = total - sum(least), sum(most) - sum(least)
        shares = [
            low + spare * (high - low) // wanted for low, high in zip(least, most, strict=True)
        ]
    else:
        shares = [total * low // sum(least) for low in least]
    return [*shares[:-1], total - sum(shares[:-1])]


def _words(text: str) -> list[str]:
    return re.findall(_WORD, text) or [""]


def _extent(text: str) -> int:
    """Estimate the twips of a text in one line; East Asian letters count twice."""
    return _PADDING + _LETTER * sum(2 if is_cjk(char) else 1 for char in text)
