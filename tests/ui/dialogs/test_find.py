import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from pressdesk.model.release import Release
from pressdesk.model.search import Hit, Query, find
from pressdesk.ui.dialogs.find import FindBar
from pressdesk.ui.dialogs.hit_list import HitList
from pressdesk.ui.document import Document
from pressdesk.ui.fields import LineField
from tests.builders import a_paragraph, a_person, a_release

TEXTS = ("The cat sat.", "A cat and a Cat.", "Concatenate.")


@pytest.fixture
def release() -> Release:
    body = tuple(a_paragraph(text, f"b{number}") for number, text in enumerate(TEXTS))
    return a_release(headline="Cat opens museum", body=body, people=(a_person(title="cat keeper"),))


@pytest.fixture
def found() -> list[Hit]:
    return []


@pytest.fixture
def bar(qtbot, release: Release, icons, found: list[Hit]) -> FindBar:
    bar = FindBar(Document(release), icons)
    qtbot.addWidget(bar)
    bar.hit_wanted.connect(found.append)
    bar.open("cat")
    return bar


def document(bar: FindBar) -> Document:
    return bar._document


def field(bar: FindBar, name: str) -> LineField:
    return bar.findChildren(LineField, name)[0]


def count(bar: FindBar) -> str:
    return bar.findChildren(QLabel, "findCount")[0].text()


def press(bar: FindBar, text: str) -> None:
    buttons = bar.findChildren(QPushButton)
    next(each for each in buttons if each.text().replace("&", "") == text).click()


def test_every_field_is_searched_in_reading_order(bar: FindBar, found: list[Hit]):
    assert count(bar) == "1 of 6"
    for _ in range(5):
        bar.find_next()
    assert [hit.where.field for hit in found] == ["headline", *["body"] * 4, "people.title"]


def test_enter_goes_on_and_shift_enter_back_and_both_go_round(
    qtbot, bar: FindBar, found: list[Hit]
):
    line = field(bar, "findField")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert count(bar) == "2 of 6"
    qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert count(bar) == "6 of 6"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert found[-1] == found[0]


def test_typing_finds_after_a_pause(qtbot, bar: FindBar, found: list[Hit]):
    line = field(bar, "findField")
    line.clear()
    with qtbot.waitSignal(bar.hit_wanted):
        qtbot.keyClicks(line, "opens")
    assert found[-1].text == "opens"
    assert count(bar) == "1 of 1"


def test_case_and_whole_words(bar: FindBar):
    case, words = bar.findChildren(QCheckBox)
    words.setChecked(True)
    bar.find_next()
    assert count(bar) == "1 of 5"
    case.setChecked(True)
    bar.find_next()
    assert count(bar) == "1 of 3"


def test_nothing_found_is_said_and_nothing_can_be_replaced(bar: FindBar):
    bar.open("dog")
    assert count(bar) == "Nothing found"
    assert not any(button.isEnabled() for button in bar.findChildren(QPushButton))
    bar.find_next()
    bar.find_previous()


def test_replacing_one_goes_to_the_next(bar: FindBar, release: Release, found: list[Hit]):
    field(bar, "replaceField").setText("Dog")
    press(bar, "Replace")
    assert document(bar).release.headline == "Dog opens museum"
    assert count(bar) == "1 of 5"
    assert found[-1].where.field == "body"
    assert document(bar).undo_label == "Replace"


def test_a_replacement_that_holds_the_words_is_not_replaced_again(bar: FindBar):
    field(bar, "replaceField").setText("big cat")
    press(bar, "Replace")
    press(bar, "Replace")
    assert document(bar).release.headline == "big cat opens museum"
    assert len(find(document(bar).release, Query("big cat"))) == 2


def test_replacing_all_is_one_step_to_undo(bar: FindBar, release: Release):
    field(bar, "replaceField").setText("dog")
    press(bar, "Replace all")
    changed = document(bar).release
    assert count(bar) == "Replaced: 6"
    assert not find(changed, Query("cat"))
    assert changed.people[0].title == "dog keeper"
    document(bar).undo()
    assert document(bar).release == release
    document(bar).redo()
    assert document(bar).release == changed


def test_the_count_follows_what_is_typed_elsewhere(qtbot, bar: FindBar, release: Release):
    document(bar).apply(replace(release, deck="One more cat"), "Typing")
    qtbot.waitUntil(lambda: count(bar) == "1 of 7")


def test_the_list_shows_field_and_words_and_leads_there(bar: FindBar, found: list[Hit]):
    press(bar, "List")
    listed = bar.findChildren(HitList)[0]
    lines = [listed.model().index(row, 0).data() for row in range(listed.model().rowCount())]
    assert lines[0] == "Headline: Cat opens museum"
    assert lines[5] == "Person: cat keeper"
    listed.clicked.emit(listed.model().index(5, 0))
    assert found[-1].where.field == "people.title"
    assert count(bar) == "6 of 6"


def test_escape_closes_and_what_was_typed_stays(qtbot, bar: FindBar):
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(field(bar, "replaceField"), Qt.Key.Key_Escape)
    assert bar.isHidden()
    bar.open()
    assert field(bar, "findField").selectedText() == "cat"
