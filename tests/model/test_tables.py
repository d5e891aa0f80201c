"""Tables keep as many cells in each row as they have columns."""

from pressdesk.model.body import Span
from pressdesk.model.tables import (
    add_column,
    add_row,
    align_column,
    empty_table,
    remove_column,
    remove_row,
    retext_cell,
    set_cell,
    toggle_cells,
)


def test_rows_and_columns_come_and_go_and_one_of_each_stays():
    table = add_column(add_row(empty_table("t1", 1, 1), 1), 0)
    assert [len(row) for row in table.rows] == [2, 2]
    assert table.align == ("", "")
    table = remove_column(remove_row(table, 0), 1)
    assert [len(row) for row in table.rows] == [1]
    assert remove_row(table, 0) is table
    assert remove_column(table, 0) is table


def test_a_cell_changes_alone():
    table = set_cell(empty_table("t1", 2, 2), 0, 1, (Span("a b", bold=True),))
    changed = retext_cell(table, 0, 1, "a c b")
    assert changed.rows[0][1].spans == (Span("a c b", bold=True),)
    assert changed.rows[1] is table.rows[1]
    assert retext_cell(table, 0, 1, "a b") is table


def test_marks_of_cells_are_set_and_taken_away_again():
    table = set_cell(empty_table("t1", 1, 2), 0, 0, (Span("a"), Span("b", bold=True)))
    marked = toggle_cells(table, {(0, 0), (0, 1)}, "bold")
    assert marked.rows[0][0].spans == (Span("ab", bold=True),)
    assert toggle_cells(marked, {(0, 0)}, "bold").rows[0][0].spans == (Span("ab"),)


def test_a_column_is_aligned():
    assert align_column(empty_table("t1", 1, 3), 1, "right").align == ("", "right", "")
