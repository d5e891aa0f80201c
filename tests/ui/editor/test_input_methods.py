"""Letters that come from input methods: shown before they are written, told once they are."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from pressdesk.model.body import Span
from tests.ui.editor.sheets import Key, Sheet, figure, para, table

MakeSheet = Callable[..., Sheet]


def test_what_is_being_composed_is_not_yet_in_the_body(sheet: MakeSheet):
    made = sheet(para("One")).at(0, 3).compose("zh").compose("zhong")
    assert made.texts == ["One"]
    assert not made.told


def test_what_is_written_is_told_once(sheet: MakeSheet):
    made = sheet(para("One")).at(0, 3).compose("zhongwen").commit("中文")
    assert made.texts == ["One中文"]
    assert len(made.told) == 1
    assert made.told[0].label == "Typing"


def test_flushing_keeps_what_was_being_composed(sheet: MakeSheet):
    made = sheet(para("One")).at(0, 3).compose("zhong")
    made.editor.flush()
    assert made.texts == ["Onezhong"]
    assert len(made.told) == 1
    assert not made.cursor().block().layout().preeditAreaText()
    made.editor.flush()
    assert len(made.told) == 1


def test_no_preedit_is_left_behind_when_the_cursor_is_sent_elsewhere(sheet: MakeSheet):
    made = sheet(para("One"), para("Two", "b2")).at(0, 3).compose("zh")
    made.editor.go_to(made.editor.caret()._replace(block="b2", anchor=1, position=1))
    assert made.texts == ["Onezh", "Two"]
    assert made.place == (1, 1)
    for number in range(2):
        block = made.editor.document().findBlockByNumber(number)
        assert not block.layout().preeditAreaText()


def test_composing_over_a_selection_of_blocks_replaces_it(sheet: MakeSheet):
    made = sheet(para("One two"), para("Three four", "b2")).at(0, 4, (1, 6))
    made.compose("zh").commit("中")
    assert made.texts == ["One 中four"]


def test_an_empty_body_takes_chinese(sheet: MakeSheet):
    made = sheet().compose("ni").commit("你好").commit("！")
    assert made.texts == ["你好！"]
    assert made.place == (0, 3)


def test_a_caption_takes_chinese(sheet: MakeSheet):
    made = sheet(figure("")).compose("ni").commit("你好")
    assert made.texts == ["你好"]
    assert made.kinds == ["Figure"]


def test_a_table_takes_no_letters_beside_its_cells(sheet: MakeSheet):
    made = sheet(table(), para("One")).at(0, 0).compose("ni").commit("你").type("x")
    assert made.body == made.release.body
    enabled = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not made.editor.testAttribute(enabled)
    made.at(1, 0)
    assert made.editor.testAttribute(enabled)


def test_the_end_of_a_link_is_left_by_an_input_method_too(sheet: MakeSheet):
    made = sheet(para("here", link="https://example.org/")).at(0, 4).commit("中")
    assert made.body[0].spans[1] == Span("中")  # pyright: ignore


def test_enter_while_composing_loses_nothing(sheet: MakeSheet):
    made = sheet(para("One")).at(0, 3).compose("zh").commit("中").press(Key.Key_Return)
    assert made.texts == ["One中", ""]
