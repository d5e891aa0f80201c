"""The contact sheet by keyboard and mouse: filters, orders, stars, use, removal, quick look."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from pressdesk.model.body import Figure, plain
from pressdesk.ui.document import Document
from pressdesk.ui.photo_desk.desk import PhotoDesk
from pressdesk.ui.photo_desk.sheet_model import PhotoCell
from pressdesk.ui.program import Program
from tests.ui.windows import double_click, field

Desk = Callable[..., PhotoDesk]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(desk: PhotoDesk, key: Qt.Key, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or desk.sheet.view, key, held)
    QApplication.processEvents()


def shown(desk: PhotoDesk) -> list[str]:
    return desk.sheet.model.shown


def cell(desk: PhotoDesk, photo_id: str) -> PhotoCell:
    model = desk.sheet.model
    found = model.cell(model.index(model.row_of(photo_id)))
    assert isinstance(found, PhotoCell)
    return found


def button(desk: PhotoDesk, words: str) -> QPushButton:
    return next(each for each in desk.sheet.findChildren(QPushButton) if each.text() == words)


def filter_by(desk: PhotoDesk, name: str) -> QPushButton:
    chip = field(desk, f"contactSheet.filter.{name}")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    return chip


def test_all_photos_are_shown_as_they_are_used(desk_of: Desk, four: Document):
    desk = desk_of(four)
    assert shown(desk) == ["f0", "f1", "f2", "f3"]
    assert desk.sheet.view.current_id == "f0"
    assert QApplication.focusWidget() is desk.sheet.view


@pytest.mark.parametrize(
    ("name", "expected", "count"),
    [
        ("no-caption", ["f3"], 1),
        ("no-credit", ["f1"], 1),
        ("no-alt", ["f2"], 1),
        ("too-small", ["f3"], 1),
        ("unused", ["f2", "f3"], 2),
        ("all", ["f0", "f1", "f2", "f3"], 4),
    ],
)
def test_a_filter_is_chosen_by_a_click_and_tells_its_count(
    desk_of: Desk, four: Document, name: str, expected: list[str], count: int
):
    desk = desk_of(four)
    chip = filter_by(desk, name)
    assert chip.text().endswith(f" {count}")
    assert shown(desk) == expected


def test_what_a_filter_asks_for_no_more_leaves_the_sheet(desk_of: Desk, four: Document):
    desk = desk_of(four)
    filter_by(desk, "no-credit")
    photo = four.release.photo("f1")
    photos = [replace(each, credit="X") if each == photo else each for each in four.release.photos]
    four.apply(replace(four.release, photos=tuple(photos)), "Credit")
    assert shown(desk) == []
    assert "Every photo has a credit." in [
        label.text() for label in desk.sheet.findChildren(type(desk.sheet._nothing))
    ]
    assert desk.sheet._nothing.isVisible()


@pytest.mark.parametrize(
    ("row", "expected"),
    [(1, ["f3", "f2", "f1", "f0"]), (2, ["f0", "f1", "f2", "f3"]), (0, ["f0", "f1", "f2", "f3"])],
)
def test_the_order_is_chosen(desk_of: Desk, four: Document, row: int, expected: list[str]):
    desk = desk_of(four)
    order = desk.sheet.filters.order
    order.setFocus()
    for _ in range(row):
        press(desk, Qt.Key.Key_Down)
    assert shown(desk) == expected
    assert desk.sheet.view.current_id == "f0"  # whatever its place is now


def test_keys_rate_the_chosen_photos_and_undo_takes_it_back(desk_of: Desk, four: Document):
    desk = desk_of(four)
    press(desk, Qt.Key.Key_Right, SHIFT)
    assert desk.sheet.view.chosen == ["f0", "f1"]
    press(desk, Qt.Key.Key_4)
    assert [photo.rating for photo in four.release.photos] == [4, 4, 0, 0]
    assert four.undo_label == "Rate photos"
    press(desk, Qt.Key.Key_0)
    assert [photo.rating for photo in four.release.photos] == [0, 0, 0, 0]
    four.undo()
    four.undo()
    assert [photo.rating for photo in four.release.photos] == [0, 0, 0, 0]
    four.redo()
    assert [photo.rating for photo in four.release.photos] == [4, 4, 0, 0]


def test_photos_are_used_on_the_page_behind_the_cursor(desk_of: Desk, four: Document):
    desk = desk_of(four)
    desk.sheet.view.choose(["f2", "f3"])
    press(desk, Qt.Key.Key_Return, CONTROL)
    body = four.release.body
    figures = [block for block in body if isinstance(block, Figure)]
    assert [figure.photo for figure in figures] == ["f0", "f2", "f3"]
    assert plain(figures[1].caption) == "The quay.jpg in 2026."
    assert "unused" not in cell(desk, "f2").flags
    four.undo()
    assert [block.id for block in four.release.body] == ["b1", "g0"]
    assert desk.sheet.view.chosen == ["f2"]


def test_an_attached_photo_gets_a_place_and_keeps_its_caption(desk_of: Desk, four: Document):
    desk = desk_of(four)
    desk.sheet.view.choose(["f1"])
    QTest.mouseClick(button(desk, "Use on page"), Qt.MouseButton.LeftButton)
    assert four.release.attached == ()
    captions = {figure.id: plain(figure.caption) for figure in four.release.figures}
    assert captions["g1"] == "The mill in 2026."


def test_photos_are_attached_by_key(desk_of: Desk, four: Document):
    desk = desk_of(four)
    desk.sheet.view.choose(["f2"])
    press(desk, Qt.Key.Key_Return, CONTROL | SHIFT)
    assert [figure.photo for figure in four.release.attached] == ["f1", "f2"]
    assert cell(desk, "f2").flags == ("attached",)


def test_what_can_not_be_done_is_grey(desk_of: Desk, four: Document):
    desk = desk_of(four)
    can = {
        photo: [button(desk, words).isEnabled() for words in ("Use on page", "Attach")]
        for photo in ("f0", "f1", "f2")
        if desk.sheet.view.choose([photo]) is None
    }
    assert can == {"f0": [False, False], "f1": [True, False], "f2": [True, True]}


def test_delete_removes_and_the_next_photo_is_chosen(desk_of: Desk, four: Document):
    desk = desk_of(four)
    desk.sheet.view.choose(["f1"])
    press(desk, Qt.Key.Key_Delete)
    assert [photo.id for photo in four.release.photos] == ["f0", "f2", "f3"]
    assert desk.sheet.view.chosen == ["f2"]
    four.undo()
    assert desk.sheet.view.chosen == ["f1"]


def test_all_can_be_removed_by_keyboard_and_the_sheet_says_so(desk_of: Desk, four: Document):
    desk = desk_of(four)
    press(desk, Qt.Key.Key_A, CONTROL)
    press(desk, Qt.Key.Key_Delete)
    assert four.release.photos == ()
    assert four.release.figures == ()
    assert desk.sheet.empty.isVisible()
    assert not desk.sheet.filters.isVisible()
    with_signal: list[int] = []
    desk.add_wanted.connect(lambda: with_signal.append(1))
    QTest.mouseClick(desk.sheet.empty.button, Qt.MouseButton.LeftButton)
    assert with_signal


def test_space_looks_arrows_go_on_and_space_closes(
    desk_of: Desk, four: Document, program: Program, qtbot: QtBot
):
    desk = desk_of(four)
    look = desk.sheet.look
    press(desk, Qt.Key.Key_Space)
    assert look.isVisible()
    assert look.size() == desk.sheet.size()
    assert look.accessibleName().startswith("bridge.jpg")
    qtbot.waitUntil(lambda: look.shown is not None and look.shown.width() == 1300)
    press(desk, Qt.Key.Key_Right)
    assert look.accessibleName().startswith("mill.jpg")
    press(desk, Qt.Key.Key_3)
    assert four.release.photo("f1").rating == 3
    assert "3 of 5 stars" in look.accessibleName()
    press(desk, Qt.Key.Key_Left)
    press(desk, Qt.Key.Key_Left)
    assert look.accessibleName().startswith("bridge.jpg")
    press(desk, Qt.Key.Key_Space)
    assert not look.isVisible()
    assert QApplication.focusWidget() is desk.sheet.view
    assert desk.sheet.view.current_id == "f0"
    qtbot.waitUntil(lambda: not program.tasks.is_busy)


def test_esc_closes_the_look_and_not_the_desk(
    desk_of: Desk, four: Document, program: Program, qtbot: QtBot
):
    desk = desk_of(four)
    press(desk, Qt.Key.Key_Space)
    press(desk, Qt.Key.Key_Escape)
    assert not desk.sheet.look.isVisible()
    press(desk, Qt.Key.Key_Escape)
    assert desk.isVisible()
    qtbot.waitUntil(lambda: not program.tasks.is_busy)


def test_the_look_shows_single_pixels_and_moves_over_them(
    desk_of: Desk, four: Document, program: Program, qtbot: QtBot
):
    desk = desk_of(four, width=700, height=500)
    look = desk.sheet.look
    press(desk, Qt.Key.Key_Space)
    press(desk, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: look.shown is not None and look.shown.width() == 1300)
    qtbot.waitUntil(lambda: not program.tasks.is_busy)
    place = look._place(four.release.photos[0], look._room())
    assert place.width() == 1300
    press(desk, Qt.Key.Key_Right, SHIFT)
    assert look._place(four.release.photos[0], look._room()).x() == place.x() - 120
    press(desk, Qt.Key.Key_Z)
    assert look._place(four.release.photos[0], look._room()).width() < 700


def test_removing_from_under_the_look_is_followed(
    desk_of: Desk, four: Document, program: Program, qtbot: QtBot
):
    desk = desk_of(four)
    press(desk, Qt.Key.Key_Space)
    desk.sheet.remove()
    assert desk.sheet.look.accessibleName().startswith("mill.jpg")
    qtbot.waitUntil(lambda: not program.tasks.is_busy)


def test_a_screen_reader_hears_what_is_seen(desk_of: Desk, four: Document):
    desk = desk_of(four)
    desk.sheet.rate(4)
    sheet = QAccessible.queryAccessibleInterface(desk.sheet.view)
    heard = [sheet.child(n).text(QAccessible.Text.Name) for n in range(sheet.childCount())]
    assert heard[0].startswith("bridge.jpg, 4 of 5 stars")
    assert heard[0].endswith("lead, used")
    assert "no credit" in heard[1]
    assert heard[1].endswith("attached only")
    assert "no alternative text" in heard[2]
    assert "no caption" in heard[3]
    assert "too small" in heard[3]
    assert heard[3].endswith("not used")


def test_the_hint_gives_figures(desk_of: Desk, four: Document):
    desk = desk_of(four)
    model = desk.sheet.model
    hint = model.data(model.index(3), Qt.ItemDataRole.ToolTipRole)
    assert "900 × 600" in str(hint)
    assert "It is 900 pixels wide; a web page asks for 1,200." in str(hint)


def test_the_menu_does_what_the_keys_do(desk_of: Desk, four: Document, qtbot: QtBot):
    desk = desk_of(four)
    view = desk.sheet.view
    place = view.visualRect(desk.sheet.model.index(2)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    view.customContextMenuRequested.emit(place)
    menu = desk.sheet.findChild(QMenu)
    assert menu is not None
    stars = next(action for action in menu.actions() if action.text() == "★★★★★")
    stars.trigger()
    menu.close()
    assert [photo.rating for photo in four.release.photos] == [0, 0, 5, 0]


def test_a_double_click_opens_the_captions(desk_of: Desk, four: Document):
    desk = desk_of(four)
    view = desk.sheet.view
    place = view.visualRect(desk.sheet.model.index(1)).center()
    double_click(view.viewport(), place)
    assert desk.captions.isVisible()
    assert desk.captions.photo_id == "f1"


def test_cells_fill_the_width(desk_of: Desk, four: Document):
    desk = desk_of(four)
    view = desk.sheet.view
    width = view.gridSize().width()
    columns = view.viewport().width() // width
    assert columns * width > view.viewport().width() - columns - 1 or columns >= 4
    tops = {view.visualRect(desk.sheet.model.index(row)).top() for row in range(4)}
    assert len(tops) == 1
    desk.resize(500, 800)
    QApplication.processEvents()
    tops = {view.visualRect(desk.sheet.model.index(row)).top() for row in range(4)}
    assert len(tops) == 2
    assert view.horizontalScrollBar().maximum() == 0


def test_what_is_dragged_is_the_one_photo(desk_of: Desk, four: Document):
    model = desk_of(four).sheet.model
    data = model.mimeData([model.index(2)])
    assert bytes(data.data(model.mimeTypes()[0]).data()) == b"f2"
    assert not model.mimeData([model.index(1), model.index(2)]).formats()


def test_the_release_is_measured_once(
    desk_of: Desk, four: Document, program: Program, qtbot: QtBot
):
    desk = desk_of(four)
    qualities = desk.sheet.qualities
    qtbot.waitUntil(lambda: all(qualities.quality(photo) for photo in four.release.photos))
    kept = sorted(program.paths.measured.iterdir())
    assert len(kept) == 4
    before = [path.stat().st_mtime_ns for path in kept]
    again = desk_of(four)
    qualities = again.sheet.qualities
    qtbot.waitUntil(lambda: all(qualities.quality(photo) for photo in four.release.photos))
    assert [path.stat().st_mtime_ns for path in kept] == before


def test_right_click_keeps_a_selection(desk_of: Desk, four: Document):
    desk = desk_of(four)
    desk.sheet.view.choose(["f0", "f1"])
    place: QPoint = desk.sheet.view.visualRect(desk.sheet.model.index(1)).center()
    QTest.mouseClick(desk.sheet.view.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert desk.sheet.view.chosen == ["f0", "f1"]
