"""What is changed in Qt's document behind the editor's back is read, told once, and made sound."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor

from pressdesk.model.body import Paragraph
from pressdesk.ui.colours import DARK
from tests.ui.editor.sheets import Key, Sheet, figure, heading, item, para, quote, table

MakeSheet = Callable[..., Sheet]


def native(made: Sheet, block: int, offset: int) -> QTextCursor:
    cursor = QTextCursor(made.editor.document())
    cursor.setPosition(made.editor.document().findBlockByNumber(block).position() + offset)
    return cursor


def test_letters_that_a_screen_reader_writes_are_told(sheet: MakeSheet):
    made = sheet(para("One"), para("Two", "b2"))
    native(made, 1, 3).insertText("!")
    assert made.texts == ["One", "Two!"]
    assert len(made.told) == 1
    assert made.told[0].body is made.editor.body
    made.check_looks()


def test_a_block_split_by_qt_gets_an_id_of_its_own(sheet: MakeSheet):
    made = sheet(heading("Head"), quote())
    native(made, 0, 2).insertBlock()
    assert made.texts == ["He", "ad", "Said"]
    assert len({block.id for block in made.body}) == 3
    assert made.body[0].id == "h1"
    assert made.body[2] is made.release.body[1]
    made.check_looks()


def test_a_figure_split_by_qt_is_one_figure_and_a_paragraph(sheet: MakeSheet):
    made = sheet(figure(), para("One"))
    native(made, 0, 4).insertBlock()
    assert made.kinds == ["Figure", "Paragraph", "Paragraph"]
    made.check_looks()


def test_blocks_that_qt_removes_are_gone(sheet: MakeSheet):
    made = sheet(para("One"), item(), figure(), para("Two", "b2"))
    cursor = native(made, 0, 1)
    cursor.setPosition(made.editor.document().findBlockByNumber(3).position() + 1, _KEEP)
    cursor.removeSelectedText()
    assert made.texts == ["Owo"]
    assert len(made.told) == 1


_KEEP = QTextCursor.MoveMode.KeepAnchor


def test_words_that_a_program_writes_into_an_empty_page_are_a_paragraph(sheet: MakeSheet):
    made = sheet()
    native(made, 0, 0).insertText("Hi")
    [block] = made.body
    assert isinstance(block, Paragraph)
    assert block.id
    made.check_looks()


@pytest.mark.qt_log_ignore("not accepted by receiving widget")
def test_qt_keeps_no_undo_and_leaves_its_keys_to_the_window(sheet: MakeSheet):
    made = sheet(para("One")).at(0, 3).type("!")
    assert not made.editor.document().isUndoRedoEnabled()
    made.press(Key.Key_Z, control=True)
    assert made.texts == ["One!"]


def test_there_are_no_viewport_margins_and_no_style_sheet(sheet: MakeSheet):
    made = sheet(para("One"))
    assert made.editor.viewportMargins().isNull()
    assert made.editor.styleSheet() == ""


def test_links_have_the_colour_of_the_scheme(sheet: MakeSheet):
    made = sheet(para("here", link="https://example.org/"))
    made.editor.set_colours(DARK)
    cursor = native(made, 0, 1)
    assert cursor.charFormat().foreground().color().name() == DARK.accent


def test_deleting_words_stays_within_what_may_be_joined(sheet: MakeSheet):
    made = sheet(para("One two"), figure(), table(), para("Three", "b2"))
    made.at(0, 7).press(Key.Key_Backspace, control=True)
    assert made.texts[0] == "One "
    made.press(Key.Key_Delete, control=True)
    assert made.editor.chosen == 1
    made.at(1, 0).press(Key.Key_Backspace, control=True)
    assert made.editor.chosen == 1
    made.at(3, 0).press(Key.Key_Backspace, control=True)
    assert made.editor.chosen == 2
    assert made.kinds == ["Paragraph", "Figure", "Table", "Paragraph"]


def test_a_text_with_foreign_line_ends_is_held_as_it_can_be(sheet: MakeSheet):
    made = sheet(para("a\u2029b\rc\x00d"))
    assert made.texts == ["a\nb\ncd"]
    assert not made.told
