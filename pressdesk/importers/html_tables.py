"""Tables of foreign pages: a grid where one is meant, its paragraphs where it only placed them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from pressdesk.importers.html_pieces import Alignment, Grid, Piece
from pressdesk.importers.html_run import joined
from pressdesk.importers.html_styles import Declarations
from pressdesk.model.body import Cell, Spans, clean_spans

_WIDEST = 64
"""Columns; what stands beyond the last goes into it."""
_LARGEST_SPAN = 1000
_ALIGNMENTS: dict[str, Alignment] = {"left": "left", "center": "center", "right": "right"}
_DATA_CLASS = re.compile(r"wikitable|infobox|wp-block-table|MsoTableGrid|MsoTable[A-Z0-9]\w*")


class CellDraft(Struct):
    """A cell with whatever stands in it."""

    is_header: bool
    columns: int
    lines: int
    align: Alignment
    pieces: list[Piece] = field(default_factory=list[Piece])


def draft_cell(tag: str, attributes: Mapping[str, str], declared: Declarations) -> CellDraft:
    """Begin a cell."""
    return CellDraft(
        is_header=tag == "th",
        columns=_span(attributes, "colspan"),
        lines=_span(attributes, "rowspan"),
        align=alignment(attributes, declared),
    )


def alignment(attributes: Mapping[str, str], declared: Declarations) -> Alignment:
    """Read how an element aligns its text."""
    asked = _ALIGNMENTS.get(declared.get("text-align", ""), "")
    return asked or _ALIGNMENTS.get(attributes.get("align", "").lower(), "")


class TableDraft:
    """A table while it is read."""

    def __init__(self, attributes: Mapping[str, str], *, is_nested: bool) -> None:
        self._attributes = attributes
        self._is_nested = is_nested
        self._rows: list[list[CellDraft]] = []
        self._head_rows = 0
        self.is_in_head = False

    def start_row(self) -> None:
        self._rows.append([])
        self._head_rows += self.is_in_head

    def add(self, cell: CellDraft) -> None:
        if not self._rows:
            self.start_row()
        self._rows[-1].append(cell)

    def fill_cell(self, pieces: list[Piece]) -> None:
        """Put into the last cell what was read of it."""
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].pieces += pieces

    def align_cell(self, asked: Alignment) -> None:
        """Align the last cell as a paragraph in it is, where it says nothing itself."""
        if asked in ("center", "right") and self._rows and self._rows[-1]:
            cell = self._rows[-1][-1]
            cell.align = cell.align or asked

    def pieces(self) -> list[Piece]:
        """Give what the table becomes: a grid with its pictures behind it, or its pieces."""
        widest = max(map(len, self._rows), default=0)
        rows = [row for row in self._rows if row and not _is_only_a_picture(row, widest)]
        inside = [piece for row in self._rows for cell in row for piece in cell.pieces]
        if not any(piece.kind != "picture" for piece in inside):
            return inside
        if self._is_layout(rows):
            return inside
        grid = self._grid(rows)
        if grid is None:
            return inside
        pictures = [piece for piece in inside if piece.kind == "picture"]
        return [Piece("table", grid=grid), *pictures]

    def _is_layout(self, rows: list[list[CellDraft]]) -> bool:
        """Tell whether a table only places what stands in it, as mail programs do."""
        if self._attributes.get("role") in ("presentation", "none") or sum(map(len, rows)) == 1:
            return True
        if self._head_rows or any(cell.is_header for row in rows for cell in row):
            return False
        if max(map(len, rows)) == 1:
            return True
        cells = [cell for row in rows for cell in row]
        if _DATA_CLASS.search(self._attributes.get("class", "")):
            return False
        kinds = {piece.kind for cell in cells for piece in cell.pieces}
        if kinds & {"table", "heading"}:
            return True
        border = self._attributes.get("border", "")
        most = max(sum(piece.kind != "picture" for piece in cell.pieces) for cell in cells)
        return border in ("", "0") and len(rows) == 1 and (most > 1 or self._is_nested)

    def _grid(self, rows: list[list[CellDraft]]) -> Grid | None:
        placed = list(_placed(rows))
        width = max(max(row, default=0) for row in placed) + 1
        if len(placed) * width > max(10_000, 8 * sum(map(len, rows))):
            return None
        texts = [[_text(row.get(column, ())) for column in range(width)] for row in placed]
        first = rows[0]
        header = self._head_rows > 0 or all(cell.is_header for cell in first)
        if not header:
            header = _is_bold(texts[0]) and not any(map(_is_bold, texts[1:])) and len(texts) > 1
        if header and _is_bold([cell for cell in texts[0] if cell]):
            texts[0] = [tuple(replace(span, bold=False) for span in cell) for cell in texts[0]]
        grid = tuple(tuple(Cell(clean_spans(cell)) for cell in row) for row in texts)
        below = placed[1:] if header and len(placed) > 1 else placed
        align: tuple[Alignment, ...] = tuple(
            _column_alignment(below, column) for column in range(width)
        )
        return Grid(grid, align, header)


def _is_only_a_picture(row: Sequence[CellDraft], widest: int) -> bool:
    """Tell a row that was one wide cell for what is no text."""
    has_text = any(piece.kind != "picture" for cell in row for piece in cell.pieces)
    return len(row) == 1 and row[0].columns > 1 and widest > 1 and not has_text


def _placed(rows: Sequence[Sequence[CellDraft]]) -> Iterator[dict[int, list[CellDraft]]]:
    """Give each row's cells their columns; what spans others leaves them empty."""
    reserved: dict[int, int] = {}
    for row in rows:
        placed: dict[int, list[CellDraft]] = {}
        taken = {column for column, lines in reserved.items() if lines > 0}
        reserved = {column: lines - 1 for column, lines in reserved.items() if lines > 1}
        column = 0
        for cell in row:
            while column in taken:
                column += 1
            place = min(column, _WIDEST - 1)
            placed.setdefault(place, []).append(cell)
            for spanned in range(column, min(column + cell.columns, _WIDEST)):
                if cell.lines > 1:
                    reserved[spanned] = cell.lines - 1
            # A span that ends the row adds nothing: its columns show in another row.
            column = min(column + cell.columns, _WIDEST)
        yield placed


def _text(cells: Sequence[CellDraft]) -> Spans:
    return joined([_flat(piece) for cell in cells for piece in cell.pieces], "\n")


def _flat(piece: Piece) -> Spans:
    """Give the text of a piece in a cell; of a table in it, row by row."""
    if piece.grid is None:
        return joined(piece.texts, "\n")
    rows = [joined([cell.spans for cell in row if cell.spans], " ") for row in piece.grid.rows]
    return joined([row for row in rows if row], "\n")


def _is_bold(cells: Sequence[Spans]) -> bool:
    """Tell whether all of some cells is bold."""
    return bool(cells) and all(
        spans and all(span.bold or not span.text.strip() for span in spans) for spans in cells
    )


def _column_alignment(rows: Sequence[Mapping[int, list[CellDraft]]], column: int) -> Alignment:
    found: set[Alignment] = {row[column][0].align for row in rows if column in row}
    return found.pop() if len(found) == 1 else ""


def _span(attributes: Mapping[str, str], name: str) -> int:
    text = attributes.get(name, "").strip()
    if not re.fullmatch(r"[0-9]{1,6}", text):
        return 1
    return min(max(int(text), 1), _LARGEST_SPAN)
