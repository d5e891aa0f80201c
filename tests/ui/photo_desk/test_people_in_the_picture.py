"""People are marked and named in the large picture; the captions follow."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from pressdesk.model.cropping import crop_of
from pressdesk.model.framing import Frame
from pressdesk.model.photo import Mark
from pressdesk.model.photo_edits import set_crop
from pressdesk.ui.document import Document
from pressdesk.ui.photo_desk.caption_desk import CaptionDesk
from tests.ui.photo_desk.photos import (
    CONTROL,
    SHIFT,
    a_document,
    at,
    caption,
    click,
    drag,
    press,
)
from tests.ui.windows import type_text

Key = Qt.Key


def _name(desk: CaptionDesk, typed: str) -> None:
    assert desk.names.line.hasFocus()
    type_text(desk.names.line, typed)
    QTest.keyClick(desk.names.line, Key.Key_Return)


def _marks(document: Document) -> tuple[Mark, ...]:
    return document.release.photos[0].marks


def _three(desk: CaptionDesk) -> None:
    """Mark and name three people by mouse: Anna, Tom, Mei from the left."""
    desk.use_tool("people")
    for x, typed in ((0.2, "anna"), (0.5, "berg"), (0.8, "林")):
        click(desk, x, 0.4)
        _name(desk, typed)


def test_three_people_are_marked_named_and_told_in_the_caption(make):
    document = a_document()
    desk = make(document)
    _three(desk)
    assert [mark.person for mark in _marks(document)] == ["p1", "p2", "p3"]
    assert document.release.photos[0].people == ("p1", "p2", "p3")
    help_ = desk.form.captions.helps["g1"]
    assert help_.who.text() == "By the marks: From left: Anna Keller, Tom Berg and Lin Mei."
    help_.put.click()
    assert caption(document) == "Boats. From left: Anna Keller, Tom Berg and Lin Mei."
    assert not help_.put.isVisible()


def test_the_caption_follows_a_mark_that_moves_and_undo_brings_both_back(make):
    document = a_document()
    desk = make(document)
    _three(desk)
    desk.form.captions.helps["g1"].put.click()
    drag(desk, (0.2, 0.4), (0.93, 0.4))
    assert caption(document) == "Boats. From left: Tom Berg, Lin Mei and Anna Keller."
    assert desk.form.captions.typed["g1"].field.toPlainText() == caption(document)
    assert document.undo_label == "Move a mark"
    document.undo()
    assert caption(document) == "Boats. From left: Anna Keller, Tom Berg and Lin Mei."
    assert document.release.photos[0].people == ("p1", "p2", "p3")
    assert desk.view.hasFocus()
    document.redo()
    assert caption(document).endswith("and Anna Keller.")


def test_a_second_row_is_told_as_one(make):
    document = a_document()
    desk = make(document)
    _three(desk)
    drag(desk, (0.5, 0.4), (0.5, 0.1))
    desk.form.captions.helps["g1"].put.click()
    assert caption(document).startswith("Boats. From left: Anna Keller and Lin Mei (front row)")
    assert "back row" in caption(document)


def test_a_chinese_release_names_people_in_chinese(make):
    document = a_document(["玻璃厅。"], language="zh-Hans")
    desk = make(document)
    _three(desk)
    click(desk, 0.65, 0.4)
    _name(desk, "何美岚")
    desk.form.captions.helps["g1"].put.click()
    assert caption(document) == "玻璃厅。左起：Anna Keller、Tom Berg、何美岚、林梅。"
    assert _marks(document)[3].name == "何美岚"
    assert _marks(document)[3].person == ""


def test_all_of_it_goes_by_keys(make):
    document = a_document()
    desk = make(document)
    desk.view.setFocus()
    press(desk, Key.Key_P)
    assert desk.view.tool is desk.people
    press(desk, Key.Key_Insert)
    _name(desk, "tom")
    assert desk.view.hasFocus()
    press(desk, Key.Key_Insert)
    _name(desk, "anna")
    first, second = _marks(document)
    assert first.box.middle.x < second.box.middle.x
    assert desk.people.current == second.id
    for _ in range(30):
        press(desk, Key.Key_Left)
    assert _marks(document)[1].box.middle.x < first.box.middle.x
    assert document.release.photos[0].people == ("p1", "p2")
    document.undo()  # thirty steps of one run are one
    assert document.release.photos[0].people == ("p2", "p1")
    before = _marks(document)[1].box
    press(desk, Key.Key_Right, modifier=SHIFT)
    assert _marks(document)[1].box.x - before.x == pytest.approx(0.001)
    press(desk, Key.Key_Right, modifier=CONTROL)
    assert _marks(document)[1].box.width - before.width == pytest.approx(0.01)
    press(desk, Key.Key_N)
    assert desk.people.current == first.id
    press(desk, Key.Key_Delete)
    assert [mark.person for mark in _marks(document)] == ["p1"]


def test_a_box_is_drawn_resized_and_too_small_a_one_is_none(make):
    document = a_document()
    desk = make(document)
    desk.use_tool("people")
    drag(desk, (0.2, 0.2), (0.4, 0.5))
    press(desk, Key.Key_Escape)
    (mark,) = _marks(document)
    assert (mark.box.x, mark.box.y) == pytest.approx((0.2, 0.2), abs=0.005)
    assert (mark.box.width, mark.box.height) == pytest.approx((0.2, 0.3), abs=0.01)
    drag(desk, (0.399, 0.499), (0.5, 0.6))
    (mark,) = _marks(document)
    assert mark.box.x == pytest.approx(0.2, abs=0.005)
    assert mark.box.width == pytest.approx(0.3, abs=0.01)
    assert mark.box.height == pytest.approx(0.4, abs=0.01)
    drag(desk, (0.8, 0.8), (0.8, 0.83))
    assert len(_marks(document)) == 1


def test_escape_closes_the_list_of_names_and_not_the_desk(make, qtbot):
    document = a_document()
    desk = make(document)
    desk.use_tool("people")
    left: list[int] = []
    desk.sheet_wanted.connect(lambda: left.append(1))
    click(desk, 0.3, 0.3)
    press(desk, Key.Key_Escape)
    assert desk.view.hasFocus()
    assert not desk.names.isVisible()
    assert not left
    assert len(_marks(document)) == 1
    press(desk, Key.Key_Escape)
    assert left == [1]


def test_somebody_unknown_and_somebody_named_anew(make):
    document = a_document()
    desk = make(document)
    desk.use_tool("people")
    click(desk, 0.3, 0.3)
    _name(desk, "anna")
    press(desk, Key.Key_F2)
    assert desk.names.list.currentItem().text().startswith("Anna Keller")
    press(desk, Key.Key_PageDown)
    press(desk, Key.Key_Return)
    assert (_marks(document)[0].person, _marks(document)[0].name) == ("", "")
    document.undo()
    assert _marks(document)[0].person == "p1"


def test_the_list_of_names_keeps_within_the_picture(make):
    document = a_document()
    desk = make(document, width=900, height=600)
    desk.use_tool("people")
    for x, y in ((0.02, 0.98), (0.98, 0.98), (0.98, 0.02)):
        click(desk, x, y)
        assert desk.view.rect().contains(desk.names.geometry())
        press(desk, Key.Key_Escape)


def test_tab_goes_through_the_marks_and_then_on(make):
    document = a_document()
    desk = make(document)
    _three(desk)
    desk.people.leave()
    desk.view.setFocus()
    met = []
    for _ in range(3):
        press(desk, Key.Key_Tab)
        met.append(desk.people.current)
    assert met == [mark.id for mark in _marks(document)]
    press(desk, Key.Key_Tab)
    assert not desk.view.hasFocus()
    desk.view.setFocus()
    press(desk, Key.Key_Backtab, modifier=SHIFT)
    assert desk.people.current == met[-1]


def test_a_screen_reader_hears_who_is_marked(make):
    document = a_document()
    desk = make(document)
    desk.use_tool("people")
    assert "Nobody is marked" in desk.view.accessibleDescription()
    _three(desk)
    desk.view.setFocus()
    press(desk, Key.Key_N)
    told = desk.view.accessibleDescription()
    assert told == ("Mark 1 of 3: 1 Anna Keller. Marked: 1 Anna Keller; 2 Tom Berg; 3 Lin Mei.")
    assert desk.view.accessibleName() == "Picture 1.jpg"


def test_who_is_cropped_away_is_told_to_be_and_is_in_no_caption(make):
    document = a_document()
    desk = make(document)
    _three(desk)
    crop = crop_of(Frame(200, 200, 400, 400, 0), document.release.photos[0].size)
    document.apply(set_crop(document.release, "f1", crop), "Crop")
    assert "Lin Mei, outside of the crop" in desk.view.accessibleDescription()
    assert desk.form.captions.helps["g1"].who.text().endswith("Anna Keller and Tom Berg.")


def test_a_caption_at_odds_with_the_marks_is_warned_of(make):
    document = a_document(["From left, Tom Berg and Anna Keller on the quay."])
    desk = make(document)
    help_ = desk.form.captions.helps["g1"]
    assert not help_.warning.isVisible()
    _three(desk)
    assert help_.warning.isVisible()
    assert "otherwise than the marks" in help_.warned.text()


def test_another_photo_forgets_the_mark_in_hand(make):
    document = a_document(["One.", "Two."])
    desk = make(document)
    desk.use_tool("people")
    click(desk, 0.3, 0.3)
    assert desk.names.isVisible()
    desk.show_photo("f2")
    assert not desk.names.isVisible()
    assert desk.people.current == ""


def test_a_mark_that_undo_takes_away_can_get_no_name_any_more(make):
    document = a_document()
    desk = make(document)
    desk.use_tool("people")
    click(desk, 0.3, 0.3)
    document.undo()
    assert not desk.names.isVisible()
    assert _marks(document) == ()


def test_who_is_not_marked_yet_is_offered_first(make):
    document = a_document()
    desk = make(document)
    desk.use_tool("people")
    click(desk, 0.2, 0.4)
    press(desk, Key.Key_Return)
    click(desk, 0.6, 0.4)
    press(desk, Key.Key_Return)
    assert [mark.person for mark in _marks(document)] == ["p1", "p2"]


def test_a_closer_look_keeps_the_place_and_marks_what_is_seen(make):
    document = a_document()
    desk = make(document)
    desk.use_tool("people")
    desk.view.setFocus()
    place = at(desk, 0.2, 0.3)
    desk.view.zoom_by(3, QPointF(place))
    assert desk.view.zoom == 3
    assert (at(desk, 0.2, 0.3) - place).manhattanLength() <= 3
    QTest.mouseClick(desk.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    _name(desk, "anna")
    box = _marks(document)[0].box
    assert (box.middle.x, box.middle.y) == pytest.approx((0.2, 0.3), abs=0.01)
    press(desk, Key.Key_0)
    assert desk.view.zoom == 1
    assert (at(desk, 0.5, 0.5) - desk.view.rect().center()).manhattanLength() <= 2


def test_the_next_mark_is_brought_into_sight(make):
    document = a_document()
    desk = make(document)
    _three(desk)
    desk.view.setFocus()
    for _ in range(4):
        press(desk, Key.Key_Plus)
    for _ in range(3):
        press(desk, Key.Key_N)
        mark = next(one for one in _marks(document) if one.id == desk.people.current)
        assert desk.view.rect().contains(at(desk, mark.box.middle.x, mark.box.middle.y))
    desk.show_photo("f1")
    assert desk.view.zoom > 1
    desk.use_tool("look")
    assert desk.view.zoom == 1
