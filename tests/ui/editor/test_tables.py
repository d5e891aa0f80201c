"""Tables: painted on the page, edited in a grid in their place."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pressdesk.model.assets import Assets
from pressdesk.model.body import Span, Table, plain
from pressdesk.ui.editor.table_grid import TableGrid
from pressdesk.ui.fields import LineField
from tests.ui.editor.sheets import Key, Sheet, para, table
from tests.ui.windows import double_click, type_text

MakeSheet = Callable[..., Sheet]


def grid_of(made: Sheet, index: int = 0) -> TableGrid:
    made.editor.open_table(index)
    grid = made.editor._grids.grid
    assert grid is not None
    return grid


def rows_of(made: Sheet, index: int = 0) -> list[list[str]]:
    block = made.body[index]
    assert isinstance(block, Table)
    return [[plain(cell.spans) for cell in row] for row in block.rows]


def test_enter_opens_the_grid_and_escape_closes_it(sheet: MakeSheet):
    made = sheet(table(), para("One")).at(0, 0).press(Key.Key_Return)
    grid = made.editor._grids.grid
    assert grid is not None
    assert grid.isVisible()
    QTest.keyClick(grid, Key.Key_Escape)
    assert made.editor._grids.grid is None
    assert not made.told


def test_a_double_click_opens_the_grid(sheet: MakeSheet):
    made = sheet(para("One"), table())
    place = made.editor.painting.table_box(1).center().toPoint()
    double_click(made.editor.viewport(), place)
    assert made.editor._grids.grid is not None


def test_a_cell_is_one_step_and_keeps_marks_where_its_text_stays(sheet: MakeSheet):
    one = table()
    cell = one.rows[0][0].__class__((Span("in "), Span("bold", bold=True)))
    rows = ((cell, one.rows[0][1]), one.rows[1])
    made = sheet(Table("t1", rows, align=("", "")))
    grid = grid_of(made)
    grid.model().setData(grid.model().index(0, 0), "in very bold")
    [told] = made.told
    assert told.label == "Edit table"
    block = made.body[0]
    assert isinstance(block, Table)
    assert block.rows[0][0].spans == (Span("in very "), Span("bold", bold=True))


def test_escape_in_a_cell_keeps_what_was_typed(sheet: MakeSheet):
    made = sheet(table())
    grid = grid_of(made)
    grid.setFocus()
    QTest.keyClicks(grid, "x")
    field = grid.findChild(LineField)
    assert field is not None
    QTest.keyClick(field, Key.Key_Escape)
    assert rows_of(made)[0][0] == "x"


def test_typing_into_a_cell_goes_on_with_tab_and_adds_a_row_at_the_end(sheet: MakeSheet):
    made = sheet(table(rows=1))
    grid = grid_of(made)
    grid.setFocus()
    QTest.keyClicks(grid, "x")
    field = grid.focusWidget()
    assert field is not None
    QTest.keyClick(field, Key.Key_Tab)
    assert (grid.currentRow(), grid.currentColumn()) == (0, 1)
    assert rows_of(made)[0][0] == "x"
    grid.closePersistentEditor(grid.currentItem())
    grid._go_on(back=False)
    assert rows_of(made) == [["x", "r0c1"], ["", ""]]
    assert (grid.currentRow(), grid.currentColumn()) == (1, 0)


def test_rows_and_columns_come_and_go_by_keys(sheet: MakeSheet):
    made = sheet(table())
    grid = grid_of(made)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(grid, Key.Key_Down, keys)
    QTest.keyClick(grid, Key.Key_Right, keys)
    assert rows_of(made) == [["r0c0", "", "r0c1"], ["", "", ""], ["r1c0", "", "r1c1"]]
    grid.setCurrentCell(0, 0)
    QTest.keyClick(grid, Key.Key_Backspace, keys)
    QTest.keyClick(grid, Key.Key_Delete, keys)
    assert rows_of(made) == [["", ""], ["", "r1c1"]]
    labels = ["Add row", "Add column", "Delete row", "Delete column"]
    assert [told.label for told in made.told] == labels


def test_marks_are_set_on_whole_cells_by_the_same_command(sheet: MakeSheet):
    made = sheet(table())
    grid_of(made)
    made.editor.toggle("italic")
    block = made.body[0]
    assert isinstance(block, Table)
    assert block.rows[0][0].spans == (Span("r0c0", italic=True),)
    assert made.editor.marks() == {"italic"}


def test_undo_shows_in_the_open_grid(sheet: MakeSheet):
    made = sheet(table())
    grid = grid_of(made)
    grid.model().setData(grid.model().index(0, 0), "changed")
    made.undo()
    item = grid.item(0, 0)
    assert item is not None
    assert item.text() == "r0c0"
    assert len(made.told) == 1


def test_the_grid_goes_with_its_table(sheet: MakeSheet):
    made = sheet(para("One"), table())
    grid_of(made, 1)
    made.editor.show_release(
        made.release.__class__(id=made.release.id, body=(para("One"),)), Assets()
    )
    assert made.editor._grids.grid is None


def test_flushing_takes_what_is_being_typed_into_a_cell(sheet: MakeSheet):
    made = sheet(table())
    grid = grid_of(made)
    QTest.keyClicks(grid, "y")
    made.editor.flush()
    assert rows_of(made)[0][0] == "y"


def test_an_inserted_table_is_opened_and_has_a_place_to_write_below(sheet: MakeSheet):
    made = sheet(para(""))
    made.editor.insert_table(2, 3)
    assert made.kinds == ["Table", "Paragraph"]
    assert rows_of(made) == [["", "", ""], ["", "", ""]]
    assert made.editor._grids.grid is not None
    assert len(made.told) == 1


def test_a_table_is_selected_first_and_then_deleted(sheet: MakeSheet):
    made = sheet(para("One"), table(), para("Two", "b2")).at(2, 0).press(Key.Key_Backspace)
    assert made.editor.chosen == 1
    made.press(Key.Key_Backspace)
    assert made.texts == ["One", "Two"]
    assert made.told[-1].label == "Delete table"


def test_an_arrow_out_of_a_table_at_an_end_makes_a_place_to_write(sheet: MakeSheet):
    made = sheet(table()).at(0, 0).press(Key.Key_Down)
    assert made.kinds == ["Table", "Paragraph"]
    made.at(0, 0).press(Key.Key_Up)
    assert made.kinds == ["Paragraph", "Table", "Paragraph"]


def test_the_grid_lies_where_the_table_is_painted(sheet: MakeSheet):
    made = sheet(*(para(f"P {n}", f"b{n}") for n in range(40)), table())
    grid = grid_of(made, 40)
    box = made.editor.painting.table_box(40).toRect()
    assert grid.geometry().topLeft() == box.topLeft()
    made.editor.verticalScrollBar().setValue(20)
    box = made.editor.painting.table_box(40).toRect()
    assert grid.geometry().topLeft() == box.topLeft()


@pytest.mark.parametrize("letter", ["a", "\u00a0", "\u200c", "中"])
def test_no_letter_is_written_into_the_block_of_a_table(sheet: MakeSheet, letter: str):
    made = sheet(para("One"), table(), para("Two", "b2", script="sup"))
    made.editor.choose(1)
    type_text(made.editor, letter)
    made.check_looks()
    assert made.body == made.release.body
    made.at(1, 0, to=(2, 1))
    type_text(made.editor, letter)
    made.check_looks()
    assert "".join(made.texts) == f"One{letter}wo"
