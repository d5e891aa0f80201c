"""The window of the photo desk: opened from the main window, its captions, undo, what it keeps."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pressdesk.model.body import Figure
from pressdesk.ui.document import Document
from pressdesk.ui.photo_desk.desk import PhotoDesk
from pressdesk.ui.program import Program
from pressdesk.ui.window import MainWindow
from tests.ui.windows import Script, drop_files, trigger

Desk = Callable[..., PhotoDesk]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def opened(qtbot: QtBot, window: MainWindow) -> PhotoDesk:
    trigger(window, "photos.desk")
    desk = window.findChild(PhotoDesk)
    assert desk is not None
    qtbot.waitUntil(desk.isActiveWindow)
    return desk


def press(key: Qt.Key, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert isinstance(target, QWidget)
    QTest.keyClick(target, key, held)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.program.tasks.is_busy, timeout=20_000)


def test_the_command_opens_one_desk_that_stays(qtbot: QtBot, window: MainWindow):
    trigger(window, "file.sample")
    desk = opened(qtbot, window)
    assert desk.isWindow()
    assert not desk.isModal()
    assert desk.windowFlags() & Qt.WindowType.WindowMaximizeButtonHint
    assert window.document is not None
    assert window.document.release.headline in desk.windowTitle()
    desk.close()
    assert opened(qtbot, window) is desk
    settle(qtbot, window)


def test_the_panel_has_a_button_for_it(qtbot: QtBot, window: MainWindow):
    trigger(window, "file.sample")
    assert window.workspace is not None
    panel = window.workspace.photos
    panel.list.choose(panel.model.near(1))
    button = next(each for each in panel.findChildren(QPushButton) if "desk" in each.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk = window.findChild(PhotoDesk)
    assert desk is not None
    assert desk.sheet.view.current_id == panel.list.current_id
    settle(qtbot, window)


def test_undo_and_redo_by_key_work_from_the_desk(qtbot: QtBot, window: MainWindow):
    trigger(window, "file.sample")
    desk = opened(qtbot, window)
    assert window.document is not None
    before = window.document.release
    QTest.keyClick(desk.sheet.view, Qt.Key.Key_5)
    rated = window.document.release
    assert rated != before
    QTest.keyClick(desk.sheet.view, Qt.Key.Key_Z, CONTROL)
    assert window.document.release == before
    QTest.keyClick(desk.sheet.view, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert window.document.release == rated
    settle(qtbot, window)


def test_photos_go_to_the_page_where_the_cursor_is(
    qtbot: QtBot, window: MainWindow, pictures_of: Callable[..., list[Path]]
):
    trigger(window, "file.sample")
    assert window.document is not None
    assert window.workspace is not None
    first = window.document.release.body[0].id
    window.workspace.page.go_to_block(first)
    desk = opened(qtbot, window)
    drop_files(desk, pictures_of("quay.jpg"))
    qtbot.waitUntil(desk.sheet.arriving.report.isVisible, timeout=10_000)
    QTest.keyClick(desk.sheet.view, Qt.Key.Key_Return, CONTROL)
    placed = window.document.release.body[1]
    assert isinstance(placed, Figure)
    assert window.document.release.photo(placed.photo).name == "quay.jpg"
    settle(qtbot, window)


def test_files_are_asked_for(
    qtbot: QtBot, window: MainWindow, script: Script, pictures_of: Callable[..., list[Path]]
):
    trigger(window, "file.new")
    desk = opened(qtbot, window)
    assert desk.sheet.empty.button.hasFocus()
    script.opens = [pictures_of("mill.jpg")]
    QTest.keyClick(desk.sheet.empty.button, Qt.Key.Key_Space)
    qtbot.waitUntil(desk.sheet.arriving.report.isVisible, timeout=10_000)
    assert window.document is not None
    assert [photo.name for photo in window.document.release.photos] == ["mill.jpg"]
    settle(qtbot, window)


def test_captions_are_written_one_after_the_other(
    desk_of: Desk, four: Document, qtbot: QtBot, program: Program
):
    desk = desk_of(four)
    QTest.keyClick(desk.sheet.view, Qt.Key.Key_Return)
    assert desk.captions.photo_id == "f0"
    assert desk.captions.isVisible()
    press(Qt.Key.Key_PageDown, CONTROL)
    assert desk.captions.photo_id == "f1"
    press(Qt.Key.Key_PageUp, CONTROL)
    press(Qt.Key.Key_PageUp, CONTROL)
    assert desk.captions.photo_id == "f0"
    press(Qt.Key.Key_PageDown, CONTROL)
    press(Qt.Key.Key_Escape)
    assert desk.sheet.isVisible()
    assert desk.sheet.view.current_id == "f1"
    assert QApplication.focusWidget() is desk.sheet.view
    qtbot.waitUntil(lambda: not program.tasks.is_busy)


def test_captions_go_on_in_the_order_of_the_sheet(
    desk_of: Desk, four: Document, qtbot: QtBot, program: Program
):
    desk = desk_of(four)
    desk.sheet.filters.order_chosen.emit("taken")
    desk.sheet.view.choose(["f3"])
    desk.open_captions("f3")
    desk.captions.next_wanted.emit()
    assert desk.captions.photo_id == "f2"
    qtbot.waitUntil(lambda: not program.tasks.is_busy)


def test_undo_goes_back_to_the_sheet(desk_of: Desk, four: Document, qtbot: QtBot, program: Program):
    desk = desk_of(four)
    desk.sheet.view.choose(["f2"])
    desk.sheet.rate(3)
    desk.open_captions("f0")
    four.undo()
    assert desk.sheet.isVisible()
    assert desk.sheet.view.current_id == "f2"
    qtbot.waitUntil(lambda: not program.tasks.is_busy)


def test_enter_and_escape_press_no_button_of_a_dialog(desk_of: Desk, four: Document):
    desk = desk_of(four)
    before = four.release
    for button in desk.sheet.findChildren(QPushButton):
        assert not button.autoDefault() or not button.isVisible()
    desk.sheet.filters.order.setFocus()
    QTest.keyClick(desk.sheet.filters.order, Qt.Key.Key_Return)
    QTest.keyClick(desk.sheet.filters.order, Qt.Key.Key_Escape)
    assert desk.isVisible()
    assert desk.sheet.isVisible()
    assert four.release is before


def test_the_size_is_remembered(desk_of: Desk, four: Document, qtbot: QtBot):
    desk = desk_of(four)
    desk.resize(701, 502)
    QTest.keyClick(desk, Qt.Key.Key_W, CONTROL)
    assert not desk.isVisible()
    again = PhotoDesk(four, desk._program, str)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (701, 502)


def test_a_hidden_desk_follows_when_it_is_shown_again(desk_of: Desk, four: Document):
    desk = desk_of(four)
    desk.hide()
    QApplication.processEvents()
    desk.sheet.view.choose(["f3"])
    desk.sheet.remove()
    desk.come_forward()
    assert desk.sheet.model.shown == ["f0", "f1", "f2"]
