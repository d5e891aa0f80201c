"""Two tables cell by cell, their rows and columns aligned first."""

from collections.abc import Hashable, Sequence

from pressdesk.model.body import Spans, Table, plain
from pressdesk.model.text import tokens
from pressdesk.model.texts import Where
from pressdesk.review.differences import Fact, TextChange
from pressdesk.review.matching import Pairs, pair_alike, pair_equal, traits_of
from pressdesk.review.pieces import added_text, compare_spans, removed_text
from pressdesk.review.sequences import rising

Grid = tuple[tuple[TextChange | None, ...], ...]
_Line = tuple[int | None, int | None]
"""Where a row or column stands before and after."""


def compare_tables(part: str, before: Table, after: Table) -> tuple[Grid, tuple[Fact, ...]]:
    """Compare two tables: the rows of both with the columns of both, and what else differs."""
    columns = _columns(before, after)
    rows = _lines(_row_texts(before, columns, 0), _row_texts(after, columns, 1))
    grid = tuple(
        tuple(_cell(part, before, after, row, column) for column in columns) for row in rows
    )
    facts = (
        Fact("rows", len(before.rows), len(after.rows)),
        Fact("columns", len(before.align), len(after.align)),
        Fact("header", before.header, after.header),
    )
    align = tuple(
        Fact("align", before.align[mine], after.align[other])
        for mine, other in columns
        if mine is not None and other is not None
    )
    return grid, tuple(fact for fact in facts + align if fact.before != fact.after)


def whole_table(part: str, table: Table, *, is_new: bool) -> tuple[tuple[TextChange, ...], ...]:
    """Give all cells of a table that is new, or gone."""
    make = added_text if is_new else removed_text
    return tuple(
        tuple(
            make(Where(part, table.id, row, column), cell.spans)
            for column, cell in enumerate(cells)
        )
        for row, cells in enumerate(table.rows)
    )


def _columns(before: Table, after: Table) -> list[_Line]:
    widths = [max((len(table.align), *map(len, table.rows))) for table in (before, after)]
    if widths[0] == widths[1]:
        return [(column, column) for column in range(widths[0])]
    texts = [
        [
            tuple(plain(row[column].spans) for row in table.rows if column < len(row))
            for column in range(width)
        ]
        for table, width in zip((before, after), widths, strict=True)
    ]
    return _lines(*texts)


def _row_texts(table: Table, columns: Sequence[_Line], side: int) -> list[tuple[str, ...]]:
    """Give the texts of each row, only of columns that both tables have."""
    shared = [column[side] for column in columns if None not in column]
    return [
        tuple(plain(row[at].spans) for at in shared if at is not None and at < len(row))
        for row in table.rows
    ]


def _lines(before: Sequence[tuple[str, ...]], after: Sequence[tuple[str, ...]]) -> list[_Line]:
    """Align rows, or columns: equal ones first, then those that are alike, then the n-th ones."""
    pairs: Pairs = {}
    pair_equal(pairs, before, after, unique=True)
    pair_equal(pairs, before, after, unique=False)
    taken = set(pairs.values())
    pair_alike(
        pairs,
        {at: _traits(texts) for at, texts in enumerate(before) if at not in pairs},
        {at: _traits(texts) for at, texts in enumerate(after) if at not in taken},
    )
    ordered = sorted(pairs.items())
    kept = [ordered[place] for place in rising([other for _, other in ordered])]
    lines: list[_Line] = []
    at = other_at = 0
    for start, other_start in (*kept, (len(before), len(after))):
        mine, others = range(at, start), range(other_at, other_start)
        if len(mine) == len(others):
            lines += zip(mine, others, strict=True)
        else:
            lines += [(place, None) for place in mine] + [(None, place) for place in others]
        if start < len(before) and other_start < len(after):
            lines.append((start, other_start))
        at, other_at = start + 1, other_start + 1
    return lines


def _traits(texts: tuple[str, ...]) -> frozenset[Hashable]:
    words = (token for text in texts for token in (*tokens(text), "|") if not token.isspace())
    return traits_of(tuple(words))


def _cell(part: str, before: Table, after: Table, row: _Line, column: _Line) -> TextChange | None:
    mine = _spans_at(before, row[0], column[0])
    others = _spans_at(after, row[1], column[1])
    if others is not None:
        where = Where(part, after.id, row[1] or 0, column[1] or 0)
        return added_text(where, others) if mine is None else compare_spans(where, mine, others)
    if mine is not None:
        return removed_text(Where(part, before.id, row[0] or 0, column[0] or 0), mine)
    return None


def _spans_at(table: Table, row: int | None, column: int | None) -> Spans | None:
    if row is None or column is None or column >= len(table.rows[row]):
        return None
    return table.rows[row][column].spans
