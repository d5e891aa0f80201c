"""Changing tables: rows, columns and the text of cells, as pure changes."""

from collections.abc import Callable
from typing import Literal

from msgspec.structs import replace

from pressdesk.model.body import Cell, Span, Spans, Table, join_spans
from pressdesk.model.spans import Mark, has_mark, retext, set_mark

Align = Literal["", "left", "center", "right"]


def empty_table(id: str, rows: int, columns: int) -> Table:
    """Make a table of empty cells, with a row that names the columns."""
    align: tuple[Align, ...] = ("",) * columns
    return Table(id, tuple(_row(columns) for _ in range(rows)), align)


def _row(columns: int) -> tuple[Cell, ...]:
    return (Cell(),) * columns


def set_cell(table: Table, row: int, column: int, spans: Spans) -> Table:
    """Put another text into a cell."""
    cells = table.rows[row]
    changed = (*cells[:column], Cell(spans), *cells[column + 1 :])
    return replace(table, rows=(*table.rows[:row], changed, *table.rows[row + 1 :]))


def retext_cell(table: Table, row: int, column: int, text: str) -> Table:
    """Put another text into a cell; what stays at both ends keeps its marks."""
    spans = table.rows[row][column].spans
    changed = retext(spans, text)
    return table if changed == spans else set_cell(table, row, column, changed)


def add_row(table: Table, at: int) -> Table:
    """Add an empty row before the one of a number, or at the end."""
    return replace(table, rows=(*table.rows[:at], _row(len(table.align)), *table.rows[at:]))


def remove_row(table: Table, at: int) -> Table:
    """Take a row out; the last one stays."""
    if len(table.rows) == 1:
        return table
    return replace(table, rows=(*table.rows[:at], *table.rows[at + 1 :]))


def add_column(table: Table, at: int) -> Table:
    """Add an empty column before the one of a number, or at the end."""
    rows = tuple((*row[:at], Cell(), *row[at:]) for row in table.rows)
    return replace(table, rows=rows, align=(*table.align[:at], "", *table.align[at:]))


def remove_column(table: Table, at: int) -> Table:
    """Take a column out; the last one stays."""
    if len(table.align) == 1:
        return table
    rows = tuple((*row[:at], *row[at + 1 :]) for row in table.rows)
    return replace(table, rows=rows, align=(*table.align[:at], *table.align[at + 1 :]))


def align_column(table: Table, at: int, align: Align) -> Table:
    """Set how a column is aligned."""
    return replace(table, align=(*table.align[:at], align, *table.align[at + 1 :]))


def change_cells(table: Table, cells: set[tuple[int, int]], how: Callable[[Span], Span]) -> Table:
    """Apply ``how`` to all text of some cells."""
    rows = tuple(
        tuple(
            Cell(join_spans(how(span) for span in cell.spans)) if (row, column) in cells else cell
            for column, cell in enumerate(line)
        )
        for row, line in enumerate(table.rows)
    )
    return table if rows == table.rows else replace(table, rows=rows)


def toggle_cells(table: Table, cells: set[tuple[int, int]], mark: Mark) -> Table:
    """Set a mark on all text of some cells, or take it away where all have it."""
    spans = [span for row, column in cells for span in table.rows[row][column].spans]
    on = not all(has_mark(span, mark) for span in spans)
    return change_cells(table, cells, lambda span: set_mark(span, mark, on=on))
