"""The formats that Qt keeps of a page that is worked on for a day."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QTimer

from pressdesk.model.assets import Assets
from pressdesk.model.body import Body, Cell, Span
from pressdesk.ui.editor.renewal import MOST_FORMATS
from tests.ui.editor.sheets import Sheet, figure, item, para, quote, table

MakeSheet = Callable[..., Sheet]


def _formats(made: Sheet) -> int:
    return len(made.editor.document().allFormats())


def _show(made: Sheet, body: Body) -> None:
    made.release = replace(made.release, body=body)
    made.editor.show_release(made.release, Assets())


def _wear_out(made: Sheet) -> None:
    """Let blocks come and go until Qt holds more formats than are put up with."""
    body, number = made.body, 0
    while _formats(made) <= MOST_FORMATS + 4 * len(body) + 100:
        _show(made, (*(para("Gone", f"x{number + more}") for more in range(100)), *body))
        _show(made, body)
        number += 100


def _timer(made: Sheet) -> QTimer:
    timer: Any = made.editor.findChild(QTimer, "renewalTimer")
    return timer


def _long_body() -> Body:
    paragraphs = tuple(para(f"Paragraph {n} of the text", f"b{n}") for n in range(80))
    bold = para("Bold", "bold", bold=True)
    return (figure(), item("Item"), quote("Said"), table(), bold, *paragraphs, figure(name="g2"))


def test_formats_of_blocks_that_are_gone_are_let_go(sheet: MakeSheet):
    made = sheet(*_long_body())
    _wear_out(made)
    assert _timer(made).isActive()
    _timer(made).timeout.emit()
    assert _formats(made) < 150
    assert made.body == made.release.body
    made.check_looks()
    assert made.told == []
    made.at(5, 0).type("New ")
    assert made.texts[5].startswith("New Paragraph 0")


def test_a_page_with_few_formats_is_left_alone(sheet: MakeSheet):
    made = sheet(*_long_body())
    changes: list[int] = []
    made.editor.document().contentsChange.connect(lambda *_: changes.append(1))
    _timer(made).timeout.emit()
    assert changes == []


def test_cursor_selection_and_scroll_stay_where_they_are(sheet: MakeSheet):
    made = sheet(*_long_body())
    _wear_out(made)
    made.at(60, 3, to=(62, 5))
    made.editor.ensureCursorVisible()
    selected, scrolled = made.editor.selected_points(), made.editor.verticalScrollBar().value()
    assert scrolled > 0
    _timer(made).timeout.emit()
    assert made.editor.selected_points() == selected
    assert made.editor.verticalScrollBar().value() == scrolled


def test_a_chosen_table_stays_chosen(sheet: MakeSheet):
    made = sheet(*_long_body())
    _wear_out(made)
    made.editor.choose(3)
    _timer(made).timeout.emit()
    assert made.editor.chosen == 3


def test_a_mark_for_what_is_typed_next_stays_set(sheet: MakeSheet):
    made = sheet(*_long_body())
    _wear_out(made)
    made.at(6, 9)
    made.editor.toggle("bold")
    _timer(made).timeout.emit()
    made.type("x")
    assert Span("x", bold=True) in made.body[6].spans  # pyright: ignore


def test_letters_of_an_input_method_are_not_disturbed(sheet: MakeSheet):
    made = sheet(*_long_body())
    _wear_out(made)
    made.at(6, 0).compose("ni")
    before = _formats(made)
    _timer(made).timeout.emit()
    assert _formats(made) == before
    assert _timer(made).isActive()
    made.commit("你")
    assert made.texts[6].startswith("你")


def test_an_empty_page_can_be_written_anew(sheet: MakeSheet):
    made = sheet()
    _wear_out(made)
    _timer(made).timeout.emit()
    assert _formats(made) < 20
    assert made.body == ()
    assert made.type("a").texts == ["a"]


def test_a_table_is_not_kept_again_at_each_change_of_a_cell(sheet: MakeSheet):
    made = sheet(para("One"), table())
    shown = made.body[1]
    before = _formats(made)
    for number in range(50):
        rows = ((Cell((Span(f"word {number}"),)), Cell()), (Cell(), Cell()))
        _show(made, (made.body[0], replace(shown, rows=rows)))
        assert made.body[1].rows == rows  # pyright: ignore
    assert _formats(made) <= before + 2
