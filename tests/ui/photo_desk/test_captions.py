"""What is said of a photo is written at the caption desk, by keys alone."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from pressdesk.model import edits
from pressdesk.model.body import Figure, Span
from pressdesk.model.caption import lit
from pressdesk.ui.document import Document
from pressdesk.ui.photo_desk.caption_desk import CaptionDesk
from pressdesk.ui.photo_desk.desk import PhotoDesk
from pressdesk.ui.photo_desk.more_fields import LINES, TEXTS
from pressdesk.ui.photo_desk.qualities import Qualities
from tests.builders import a_photo
from tests.photos.pictures import a_picture, encoded, xmp
from tests.ui.photo_desk.photos import CONTROL, a_document, caption, press
from tests.ui.windows import compose, type_text

Key = Qt.Key


def _neighbours(desk: CaptionDesk, document: Document) -> None:
    """Go to the next and the previous photo, as the photo desk does."""
    ids = [photo.id for photo in document.release.photos]

    def go(step: int) -> None:
        place = ids.index(desk.photo_id) + step
        if 0 <= place < len(ids):
            desk.show_photo(ids[place])

    desk.next_wanted.connect(lambda: go(1))
    desk.previous_wanted.connect(lambda: go(-1))


def _focus(desk: CaptionDesk) -> Any:
    focused = desk.focusWidget()
    assert focused is not None
    return focused


def test_twelve_captions_are_written_by_keys_alone(make):
    document = a_document([""] * 12)
    desk = make(document)
    _neighbours(desk, document)
    desk.begin()
    for number in range(1, 13):
        assert _focus(desk).objectName() == "photoDesk.caption"
        type_text(_focus(desk), f"Boat {number} in Lakeford on March {number}.")
        press(desk, Key.Key_PageDown, modifier=CONTROL)
    assert [caption(document, f"g{n}") for n in range(1, 13)] == [
        f"Boat {n} in Lakeford on March {n}." for n in range(1, 13)
    ]
    release = document.release
    for figure in release.figures:
        assert {"where", "when"} <= lit(figure, release.photo(figure.photo), release)
    press(desk, Key.Key_PageUp, modifier=CONTROL)
    assert desk.photo_id == "f11"
    assert _focus(desk).toPlainText() == "Boat 11 in Lakeford on March 11."


def test_the_cursor_stays_in_its_field_from_photo_to_photo(make):
    document = a_document(["", "", ""])
    desk = make(document)
    _neighbours(desk, document)
    desk.form.typed["credit"].field.setFocus()
    for number in range(1, 4):
        _focus(desk).selectAll()
        type_text(_focus(desk), f"Photographer {number}")
        press(desk, Key.Key_PageDown, modifier=CONTROL)
    assert [photo.credit for photo in document.release.photos] == [
        "Photographer 1",
        "Photographer 2",
        "Photographer 3",
    ]


def test_typing_is_undone_word_by_word_and_shows_the_photo_it_was_done_in(make):
    document = a_document(["", ""])
    desk = make(document)
    desk.begin()
    type_text(_focus(desk), "Red boats")
    desk.show_photo("f2")
    document.undo()
    assert desk.photo_id == "f1"
    assert caption(document) == "Red "
    assert _focus(desk) is desk.form.captions.typed["g1"].field
    document.undo()
    assert caption(document) == ""


def test_a_caption_keeps_its_marks_and_takes_chinese_from_an_input_method(make):
    document = a_document(["x"])
    spans = (Span("The "), Span("Glass Hall", italic=True))
    body = (document.release.body[0], Figure(id="g1", photo="f1", caption=spans))
    document.apply(replace(document.release, body=body), "x")
    desk = make(document)
    desk.begin()
    compose(_focus(desk), "玻璃厅")
    figure = document.release.figures[0]
    assert caption(document) == "The Glass Hall玻璃厅"
    assert figure.caption[1].italic


def test_keys_of_the_desk(make):
    document = a_document(["One.", "Two."])
    desk = make(document)
    left: list[str] = []
    desk.sheet_wanted.connect(lambda: left.append("sheet"))
    desk.form.typed["creator"].field.setFocus()
    press(desk, Key.Key_F6)
    assert desk.view.hasFocus()
    press(desk, Key.Key_F6)
    assert _focus(desk) is desk.form.typed["creator"].field
    press(desk, Key.Key_Escape)
    desk.form.days["use_until"].setFocus()
    press(desk, Key.Key_Escape)
    assert left == ["sheet", "sheet"]
    type_text(desk.form.days["use_until"], "nonsense")
    press(desk, Key.Key_Escape)  # takes back what was typed first
    assert left == ["sheet", "sheet"]


def test_the_keys_reach_the_desk_within_the_main_window(window, qtbot):
    """The window's own F6 goes to its next pane."""
    document = a_document(["One."])
    program = window.program
    desk = CaptionDesk(document, program, Qualities(program.tasks, program.measured, window))
    window.setCentralWidget(desk)
    desk.show_photo("f1")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk.begin()
    QTest.keyClick(_window_focus(window), Key.Key_F6)
    assert desk.view.hasFocus()
    qtbot.waitUntil(lambda: not window.program.tasks.is_busy)


def _window_focus(window: QWidget) -> QWidget:
    focused = window.focusWidget()
    assert focused is not None
    return focused


def test_undo_works_where_the_window_has_no_command_for_it(make):
    document = a_document([""])
    desk = make(document)
    desk.begin()
    type_text(_focus(desk), "Boats")
    press(desk, Key.Key_Z, modifier=CONTROL)
    assert caption(document) == ""
    press(desk, Key.Key_Z, modifier=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert caption(document) == "Boats"


def test_what_a_caption_lacks_is_said_in_words(make):
    document = a_document([""], alt="", credit="")
    desk = make(document)
    help_ = desk.form.captions.helps["g1"]
    assert help_.lacks.text().splitlines() == [
        "The caption does not say who is in the picture.",
        "The caption does not say where the picture was taken.",
        "The caption does not say when the picture was taken.",
        "The picture has no credit.",
        "The picture is not described for people who cannot see it.",
    ]
    assert desk.form.captions.lamps["g1"].said == frozenset()
    desk.begin()
    type_text(_focus(desk), "Anna Keller in Lakeford on Thursday.")
    desk.form.typed["credit"].field.setFocus()
    type_text(_focus(desk), "Ada Fenn")
    desk.form.decorative.click()
    assert not help_.lacks.isVisible()
    assert len(desk.form.captions.lamps["g1"].said) == 5


def test_every_field_of_the_form_is_kept(make):
    document = a_document(["One."], credit="", alt="")
    desk = make(document)
    form = desk.form
    for name in ("alt", "credit", "creator", "copyright", "usage", "description"):
        form.typed[name].field.setFocus()
        type_text(_focus(desk), f"The {name}")
    form.typed["keywords"].field.setFocus()
    type_text(_focus(desk), "bridge, glass，玻璃")
    form.days["use_until"].setFocus()
    type_text(form.days["use_until"], "5 Mar 2027\n")
    form.consent.setFocus()
    assert not form.days["consent_until"].isEnabled()
    form.consent.setCurrentIndex(form.consent.findData("given"))
    form.consent.activated.emit(form.consent.currentIndex())
    form.days["consent_until"].setFocus()
    type_text(form.days["consent_until"], "2028-01-31\n")
    photo = document.release.photos[0]
    assert photo == replace(
        photo,
        alt="The alt",
        credit="The credit",
        creator="The creator",
        copyright="The copyright",
        usage="The usage",
        description="The description",
        keywords=("bridge", "glass", "玻璃"),
        use_until=dt.date(2027, 3, 5),
        consent="given",
        consent_until=dt.date(2028, 1, 31),
    )
    document.undo()
    assert document.release.photos[0].consent_until is None
    assert form.days["consent_until"].text() == ""


def test_more_fields_are_folded_away_counted_and_opened_where_a_step_was_done(make):
    document = a_document(["One."])
    desk = make(document)
    more = desk.form.more
    assert not more.is_open
    more.head.setFocus()
    QTest.keyClick(more.head, Key.Key_Space)
    assert more.is_open
    for name in (*LINES, *TEXTS):
        field = desk.form.typed[name].field
        assert field.isVisible()
        field.setFocus()
        type_text(field, f"The {name}")
    chosen = more.source_type
    chosen.setFocus()
    QTest.keyClick(chosen, Key.Key_End)
    photo = document.release.photos[0]
    assert photo.source_type == "trainedAlgorithmicMedia"
    assert [getattr(photo, name) for name in (*LINES, *TEXTS)] == [
        f"The {name}" for name in (*LINES, *TEXTS)
    ]
    assert more.head.text() == "More (13 filled in)"
    QTest.keyClick(more.head, Key.Key_Space)
    assert not more.is_open
    document.undo()
    assert document.release.photos[0].source_type == ""
    assert more.is_open


def test_a_photo_that_is_not_used_is_attached_to_get_a_caption(make):
    document = a_document(["One.", None])
    desk = make(document)
    desk.begin()
    desk.show_photo("f2")
    assert _focus(desk) is desk.form.attach
    QTest.keyClick(desk.form.attach, Key.Key_Space)
    type_text(_focus(desk), "Boats.")
    assert [figure.photo for figure in document.release.attached] == ["f2"]
    assert caption(document, document.release.attached[0].id) == "Boats."


def test_a_photo_used_twice_has_two_captions_and_one_description(make):
    document = a_document(["One."])
    release = document.release
    document.apply(replace(release, attached=(Figure(id="g9", photo="f1"),)), "x")
    desk = make(document)
    assert list(desk.form.captions.typed) == ["g1", "g9"]
    desk.form.captions.typed["g9"].field.setFocus()
    type_text(_focus(desk), "Two.")
    assert (caption(document, "g1"), caption(document, "g9")) == ("One.", "Two.")


def _menu(desk: CaptionDesk) -> QMenu:
    (menu,) = [one for one in desk.findChildren(QMenu) if one.objectName() == "photoDesk.patterns"]
    return menu


def test_a_pattern_is_filled_in_from_the_release_and_the_rest_by_keys(make, qtbot):
    document = a_document([""], taken=dt.date(2026, 3, 4), people=("p1", "p2"))
    desk = make(document)
    desk.begin()
    press(desk, Key.Key_F4)
    menu = _menu(desk)
    first = menu.actions()[0]
    assert first.text() == "Anna Keller and Tom Berg {does} in Lakeford on March 4, 2026."
    first.trigger()
    menu.close()
    field = desk.form.captions.typed["g1"].field
    qtbot.waitUntil(lambda: field.textCursor().selectedText() == "{does}")
    warned = desk.form.captions.helps["g1"]
    assert warned.warned.text() == "Still to be filled in: {does}"
    type_text(field, "open the hall")
    assert caption(document) == (
        "Anna Keller and Tom Berg open the hall in Lakeford on March 4, 2026."
    )
    assert not warned.warning.isVisible()


def test_f8_goes_from_place_to_place(make, qtbot):
    document = a_document(["{who} {does} at {event}."])
    desk = make(document)
    desk.begin()
    field = desk.form.captions.typed["g1"].field
    met = []
    for _ in range(4):
        press(desk, Key.Key_F8)
        met.append(field.textCursor().selectedText())
    assert met == ["{who}", "{does}", "{event}", "{who}"]


def test_patterns_come_in_the_language_of_the_release(make):
    document = a_document([""], language="zh-Hans", people=("p3",))
    desk = make(document)
    desk.begin()
    press(desk, Key.Key_F4)
    assert _menu(desk).actions()[0].text() == "2026年3月5日，林梅在Lakeford{does}。"
    _menu(desk).close()


def test_the_description_of_the_picture_can_become_the_caption(make, qtbot):
    document = a_document(["First."], description="A bridge & two towers")
    desk = make(document)
    desk.form.captions.helps["g1"].patterns.click()
    _menu(desk).actions()[-1].trigger()
    _menu(desk).close()
    assert caption(document) == "First. A bridge & two towers"
    document.undo()
    assert caption(document) == "First."
    qtbot.wait(0)


def test_what_came_from_the_file_is_marked(make):
    document = a_document(["One."])
    data = encoded(a_picture(), xmp=xmp("<photoshop:Credit>River Museum</photoshop:Credit>"))
    document.assets, media = document.assets.with_bytes(data)
    photo = a_photo("f1", media=media, width=96, height=64)
    document.apply(replace(document.release, photos=(photo,)), "x")
    desk = make(document)
    assert desk.form.boxes["credit"].mark.text() == "from file"
    assert desk.form.boxes["creator"].mark.text() == ""
    desk.form.typed["credit"].field.setFocus()
    type_text(_focus(desk), "!")
    assert desk.form.boxes["credit"].mark.text() == ""


def test_a_photo_that_is_gone_sends_back_to_the_sheet(make, qtbot):
    document = a_document(["One.", "Two."])
    desk = make(document, "f2")
    left: list[int] = []
    desk.sheet_wanted.connect(lambda: left.append(1))
    release = document.release
    document.apply(replace(release, photos=release.photos[:1], attached=()), "x")
    assert left == [1]
    assert not desk.form.isEnabled()


def test_a_picture_that_cannot_be_read_says_why(make, program, qtbot):
    document = a_document(["One."])
    document.assets, media = document.assets.with_bytes(b"no picture")
    photo = replace(document.release.photos[0], media=media)
    document.apply(replace(document.release, photos=(photo,)), "x")
    desk = make(document)
    qtbot.waitUntil(desk.form.fault.isVisible)
    assert "It is not a JPEG" in desk.form.fault.text


def test_what_is_to_be_looked_at_is_said(make, qtbot):
    document = a_document(["One.", "Two."])
    pixels = a_picture(900, 600).convert("RGBA")
    pixels.putalpha(200)
    data = encoded(pixels, "PNG")
    document.assets, media = document.assets.with_bytes(data)
    photo = replace(document.release.photos[0], media=media, suffix="png", width=900, height=600)
    document.apply(edits.replace_photo(document.release, photo), "Exchange")
    desk = make(document)
    qtbot.waitUntil(lambda: "transparent" in desk.look.text())
    told = desk.look.text().splitlines()
    assert "It is 900 pixels wide; a web page asks for 1,200." in told
    assert "In a Word file it has 150 dots per inch at 15.2 cm; print asks for 300." in told
    assert "Parts of it are transparent: they become white." in told
    large = replace(photo, width=6000, height=4000)
    document.apply(edits.replace_photo(document.release, large), "Exchange")
    assert not [line for line in desk.look.text().splitlines() if "asks for" in line]


@pytest.mark.parametrize("field", ["alt", "credit"])
def test_a_desk_that_is_not_seen_leaves_undo_alone_and_is_fresh_when_shown(make, field):
    document = a_document(["One."], **{field: ""})
    desk = make(document)
    desk.form.typed[field].field.setFocus()
    type_text(_focus(desk), "x")
    desk.hide()
    document.undo()
    assert not desk.isVisible()
    desk.show()
    assert desk.form.typed[field].text == ""


def test_undo_brings_the_caption_back_from_the_sheet(qtbot, program):
    document = a_document([""])
    window = PhotoDesk(document, program, lambda: "")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_captions("f1")
    type_text(_window_focus(window), "Boats")
    QTest.keyClick(_window_focus(window), Key.Key_Escape)
    assert not window.captions.isVisible()
    document.undo()
    assert window.captions.isVisible()
    assert _window_focus(window).objectName() == "photoDesk.caption"
    assert caption(document) == ""
    qtbot.waitUntil(lambda: not program.tasks.is_busy)
