"""The page around the text: what is parked on it, what is painted, how wide it is."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolTip, QVBoxLayout, QWidget

from pressdesk.export.docx_body import attribution as printed_attribution
from pressdesk.export.view import PersonView
from pressdesk.model.assets import Assets
from pressdesk.model.people import Person
from pressdesk.ui.colours import DARK
from pressdesk.ui.editor.facts import attribution
from pressdesk.ui.editor.painting import numeral
from tests.builders import a_person, a_photo
from tests.ui.editor.sheets import Key, Sheet, figure, heading, item, para, quote, table

MakeSheet = Callable[..., Sheet]


class Fields(QWidget):
    """A head or foot of the page with two fields."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.first, self.last = QLineEdit(), QLineEdit()
        self.words = QLabel("words")
        column = QVBoxLayout(self)
        for widget in (self.first, self.words, self.last):
            column.addWidget(widget)


def test_head_and_foot_stand_above_and_below_the_text(sheet: MakeSheet):
    made = sheet(figure(), para("One"))
    head, foot = Fields("head"), Fields("foot")
    made.editor.set_head(head)
    made.editor.set_foot(foot)
    QApplication.processEvents()
    shown = list(made.editor.painting.shown(0, 10_000))
    assert head.geometry().bottom() < made.editor.painting.whole_box(shown[0]).top()
    assert foot.geometry().top() > shown[-1].text.bottom()
    assert head.width() == made.editor.geometry_.column
    assert made.body == made.release.body


def test_the_page_makes_room_when_the_head_grows(sheet: MakeSheet):
    made = sheet(para("One"))
    head = Fields("head")
    made.editor.set_head(head)
    QApplication.processEvents()
    before = made.editor.cursorRect().top()
    head.words.setText("one\ntwo\nthree\nfour")
    QApplication.processEvents()
    assert made.editor.cursorRect().top() > before + 20
    assert head.height() == head.sizeHint().height()


def test_head_and_foot_scroll_with_the_text(sheet: MakeSheet):
    made = sheet(*(para(f"Paragraph {n}", f"b{n}") for n in range(60)))
    head = Fields("head")
    made.editor.set_head(head)
    QApplication.processEvents()
    top = head.geometry().top()
    made.editor.verticalScrollBar().setValue(100)
    assert head.geometry().top() == top - 100


def test_control_tab_goes_from_the_head_through_the_body_to_the_foot(sheet: MakeSheet):
    made = sheet(para("One"))
    head, foot = Fields("head"), Fields("foot")
    made.editor.set_head(head)
    made.editor.set_foot(foot)
    made.editor.activateWindow()
    made.editor.setFocus()
    made.press(Key.Key_Tab, control=True)
    assert made.editor.focusWidget() is foot.first
    made.editor.setFocus()
    made.press(Key.Key_Backtab, control=True, shift=True)
    assert made.editor.focusWidget() is head.last
    QTest.keyClick(head.last, Key.Key_Tab)
    assert made.editor.focusWidget() is made.editor


def test_a_field_that_tab_goes_to_is_scrolled_to(sheet: MakeSheet):
    made = sheet(*(para(f"Paragraph {n}", f"b{n}") for n in range(60)))
    head = Fields("head")
    made.editor.set_head(head)
    QApplication.processEvents()
    made.editor.activateWindow()
    made.editor.verticalScrollBar().setValue(800)
    head.last.setFocus()
    box = QRect(head.last.mapTo(made.editor.viewport(), QPoint(0, 0)), head.last.size())
    assert made.editor.viewport().rect().contains(box)


def test_the_column_is_a_comfortable_measure_where_there_is_room(sheet: MakeSheet):
    made = sheet(para("word " * 100))
    made.editor.resize(1600, 700)
    QApplication.processEvents()
    line = made.editor.document().begin().layout().lineAt(0)
    assert 60 <= line.textLength() <= 80
    made.editor.set_measure(50)
    assert made.editor.document().begin().layout().lineAt(0).textLength() < 60


@pytest.mark.parametrize("width", [150, 320, 640, 1800])
def test_nothing_is_wider_than_the_viewport(sheet: MakeSheet, width: int):
    made = sheet(para("word " * 30), figure(), table(), quote("said " * 30))
    made.editor.resize(width, 500)
    QApplication.processEvents()
    for shown in made.editor.painting.shown(0, 5_000):
        assert shown.text.right() <= max(made.editor.viewport().width(), 130)
    assert made.editor.horizontalScrollBar().maximum() == 0 or width < 200


def test_zoom_colours_and_fonts_change_no_word(sheet: MakeSheet):
    made = sheet(heading(), para("One", bold=True), figure(), item(), quote(), table())
    height = made.editor.document().size().height()
    made.editor.set_zoom(2)
    made.editor.set_colours(DARK)
    made.check_looks()
    assert made.body == made.release.body
    assert made.editor.document().size().height() > 1.5 * height
    assert not made.told


@pytest.mark.parametrize(
    "person",
    [
        a_person(),
        Person(id="p1", family="李", given="纪珍", order="family-first", title="副院长"),
        Person(id="p1", family="Ode"),
    ],
)
def test_an_attribution_is_painted_as_it_prints(person: Person):
    view = PersonView(person.name, "", person.title, person.organization, person.position, "")
    assert attribution(person) == printed_attribution(view)


def test_only_the_last_paragraph_of_a_quotation_is_attributed(sheet: MakeSheet):
    made = sheet(quote("A"), quote("B", "q2"), quote("C", "q3", "p2"), quote("D", "q4", ""))
    geometry = made.editor.geometry_
    said = [geometry.said_by(made.body, number) for number in range(4)]
    assert said == ["", "— Mira Harlow, director, River Museum", said[2], ""]
    assert said[2].startswith("— Ben Ode")


def test_a_new_name_of_a_speaker_is_shown_at_once(sheet: MakeSheet):
    made = sheet(quote("A"))
    people = (a_person(given="Mirabel"),)
    made.editor.show_release(replace(made.release, people=people), Assets())
    assert "Mirabel" in made.editor.geometry_.said_by(made.body, 0)


def test_a_credit_prints_in_the_words_of_the_template(sheet: MakeSheet):
    made = sheet(figure())
    assert made.editor.facts.credit("f1") == "Photo: River Museum"
    made.editor.set_credit_wording("摄影：{credit}")
    assert made.editor.facts.credit("f1") == "摄影：River Museum"


def test_numbers_of_lists_are_written_as_their_level_does():
    assert [numeral(n, 0) for n in (1, 12)] == ["1", "12"]
    assert [numeral(n, 1) for n in (1, 26, 27)] == ["a", "z", "aa"]
    assert [numeral(n, 2) for n in (1, 4, 9, 40)] == ["i", "iv", "ix", "xl"]


def test_a_lamp_tells_what_it_means(sheet: MakeSheet):
    made = sheet(figure("The bridge"))
    shown = next(made.editor.painting.shown(0, 700))
    boxes = made.editor.painting.lamp_boxes(shown, figure("The bridge"))
    place = boxes["who"].center()
    assert made.editor.painting.lamp_at(place) == (0, "who")
    view = made.editor.viewport()
    QApplication.sendEvent(
        view, QHelpEvent(QHelpEvent.Type.ToolTip, place, view.mapToGlobal(place))
    )
    assert QToolTip.text() == "The caption does not say who is in the picture."
    QToolTip.hideText()


def test_a_screen_reader_hears_of_the_picture(sheet: MakeSheet):
    made = sheet(para("One"), figure("Mira Harlow in Lakeford on Monday"), table())
    made.at(1, 0)
    told = made.editor.accessibleDescription()
    assert "A bridge of glass between two brick towers" in told
    assert "Photo: River Museum" in told
    made.at(0, 0)
    assert made.editor.accessibleDescription() == ""
    made.at(2, 0)
    assert made.editor.accessibleDescription() == "Table. Press Enter to edit it."


def test_everything_paints(sheet: MakeSheet):
    made = sheet(
        *(heading(), item(numbered=True), item("B", "i2"), quote(), figure(), figure("", "g2")),
        *(figure("C", "g3", "f9"), table(), para("")),
    )
    made.editor.resize(700, 4_000)
    made.editor.choose(5)
    image: QImage = made.editor.grab().toImage()
    assert not image.isNull()
    again = made.editor.grab().toImage()
    assert image == again


def test_an_empty_page_says_what_it_is_for(sheet: MakeSheet):
    made = sheet()
    empty = made.editor.grab().toImage()
    made.type("x").press(Key.Key_Backspace)
    assert made.texts == [""]
    made.editor.show_release(made.release, Assets())
    assert made.body == ()
    assert made.editor.grab().toImage() == empty


def test_the_cursor_of_an_empty_page_stands_where_typing_begins(sheet: MakeSheet):
    made = sheet()
    made.check_looks()
    first = made.editor.cursorRect()
    assert first.left() == made.editor.geometry_.left
    made.type("x").press(Key.Key_Backspace)
    assert made.editor.cursorRect() == first
    made.editor.resize(700, 500)  # the one line of an empty document is laid out anew
    assert made.editor.cursorRect().left() == made.editor.geometry_.left
    assert made.editor.cursorRect().size() == first.size()
    made.press(Key.Key_A, control=True).editor.show_release(made.release, Assets())
    assert made.body == ()
    made.check_looks()
    assert made.editor.cursorRect().top() == first.top()


def test_a_photo_that_comes_later_makes_its_own_room(sheet: MakeSheet):
    made = sheet(figure(), photos=())
    high = made.editor.document().size().height()
    photos = (a_photo(width=600, height=60),)
    made.editor.show_release(replace(made.release, photos=photos), Assets())
    assert made.editor.document().size().height() < high
