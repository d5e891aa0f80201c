"""Tables of a Markdown body: alignment, header, and every cell."""

import re

import pytest

from pressdesk.model.body import Table, plain
from tests.importers.sources import BODY, PEOPLE, Read


def rows(table: object) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[plain(cell.spans) for cell in row] for row in table.rows]


def test_a_table_keeps_its_alignment_and_marks(read: Read):
    imported = read(
        PEOPLE + "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | **2** | x<br>y | p\\|q |\n"
    )
    (table,) = imported.release.body
    assert isinstance(table, Table)
    assert table.align == ("", "left", "center", "right")
    assert table.header
    assert rows(table) == [["a", "b", "c", "d"], ["1", "2", "x\ny", "p|q"]]
    assert table.rows[1][1].spans[0].bold
    assert imported.problems == ()


def test_a_table_with_empty_names_has_no_header(read: Read):
    (table,) = read(PEOPLE + "|   |   |\n|---|---|\n| 1 | 2 |\n").release.body
    assert isinstance(table, Table)
    assert (rows(table), table.header) == ([["1", "2"]], False)


@pytest.mark.parametrize("inside", ["", "> ", "  > > ", "- ", "1. ", "> - "])
def test_short_rows_are_filled_and_surplus_cells_are_joined_and_told(read: Read, inside: str):
    lines = ["| a | b |", "|---|---|", "| 1 |", "| 1 | 2 | 3 | | `4` |", "x"]
    rest = re.sub(r"[-\d.]", " ", inside)
    text = inside + f"\n{rest}".join(lines)
    imported = read(PEOPLE + text)
    (table,) = imported.release.body
    assert rows(table) == [["a", "b"], ["1", ""], ["1", "2 3 4"], ["x", ""]]
    surplus = [problem.place.line for problem in imported.problems if "cells" in problem.message]
    assert surplus == [BODY + 3]
