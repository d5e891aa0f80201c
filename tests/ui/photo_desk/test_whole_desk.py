"""What holds for everything at the photo desk: names, the keyboard's reach, room for words."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from pressdesk.model.assets import Assets
from pressdesk.ui.document import Document
from pressdesk.ui.photo_desk.desk import PhotoDesk
from pressdesk.ui.photo_reading import Intake, Known, Like, Refused
from pressdesk.ui.program import Program
from pressdesk.ui.tasks import Task
from pressdesk.ui.theme import apply
from tests.builders import a_release
from tests.ui.dialogs.test_every_dialog import Longer
from tests.ui.panels.reach import controls, is_reachable, tab_order
from tests.ui.test_whole_window import is_cut, name_of, told

SCREENS = ("sheet", "empty", "nothing", "look", "reading", "report")
EVERY = pytest.mark.parametrize("screen", SCREENS)

REPORT = Intake(
    (),
    (Refused("logo.jpg", "It is a drawing (EPS) and no photo. Save it as PNG or JPEG."),),
    Assets(),
    (Known("copy.jpg", "bridge.jpg"),),
    (Known("again.jpg", "harbour.jpg"),),
    (Like("smaller.jpg", "bridge.jpg"),),
)

Show = Callable[[str], PhotoDesk]


@pytest.fixture
def show(desk_of: Any, four: Document, program: Program, qtbot: Any) -> Show:
    """Show a screen of the desk."""

    def show(screen: str) -> PhotoDesk:
        desk = desk_of(Document(a_release()) if screen == "empty" else four)
        sheet = desk.sheet
        if screen == "nothing":
            sheet.filters.filter_chosen.emit("no-alt")
            sheet.remove()
        elif screen == "look":
            sheet.view.choose(["f3"])
            sheet.look_at()
        elif screen == "reading":
            sheet.arriving._begin([Path(f"{n}.jpg") for n in range(3)])
            sheet.arriving.bar.follow(Task("Reading photos", print, print, desk, can_cancel=True))
        elif screen == "report":
            sheet.arriving.report.tell(REPORT, 3)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not program.tasks.is_busy)
        return desk

    return show


def seen(desk: PhotoDesk) -> QWidget:
    return desk.sheet.look if desk.sheet.look.isVisible() else desk.sheet


@EVERY
def test_every_control_has_a_name(show: Show, screen: str):
    desk = show(screen)
    assert [told(each) for each in controls(seen(desk)) if not name_of(each).strip()] == []


@EVERY
def test_tab_reaches_every_control(show: Show, screen: str):
    desk = show(screen)
    met = tab_order()
    missed = [told(each) for each in controls(seen(desk)) if not is_reachable(each, met)]
    assert missed == []


def test_tab_goes_in_reading_order(show: Show):
    desk = show("report")
    desk.sheet.filters.findChildren(QPushButton)[0].setFocus()
    places = [
        QRect(widget.mapTo(desk, QPoint()), widget.size())
        for widget in tab_order()
        if desk.isAncestorOf(widget)
    ]
    assert len(places) > 8
    assert [each for each, following in pairwise(places) if following.bottom() < each.top()] == []


def cut_words(desk: PhotoDesk) -> list[str]:
    QApplication.processEvents()
    return [
        f"{told(each)}: {each.text()[:40]}"
        for kind in (QLabel, QAbstractButton)
        for each in seen(desk).findChildren(kind)
        if is_cut(each)
    ]


@EVERY
def test_nothing_is_cut_at_twice_the_size(qtbot: Any, program: Program, show: Show, screen: str):
    apply(program.app, "light", 2.0)
    desk = show(screen)
    qtbot.waitUntil(lambda: cut_words(desk) == [], timeout=2_000)


@pytest.fixture
def longer(qapp: Any) -> Iterator[None]:
    """A language of longer words, for windows made from now on."""
    translator = Longer()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@EVERY
def test_nothing_is_cut_where_words_are_longer(longer: None, qtbot: Any, show: Show, screen: str):
    desk = show(screen)
    qtbot.waitUntil(lambda: cut_words(desk) == [], timeout=2_000)


@pytest.mark.parametrize("screen", ["sheet", "look"])
def test_all_can_be_pressed(show: Show, screen: str):
    desk = show(screen)
    small = [told(each) for each in controls(seen(desk)) if min(each.width(), each.height()) < 24]
    assert small == []


def test_the_focus_is_seen_on_the_sheet(show: Show):
    desk = show("sheet")
    with_focus = desk.sheet.view.grab().toImage()
    desk.sheet.filters.order.setFocus()
    QApplication.processEvents()
    assert desk.sheet.view.grab().toImage() != with_focus
    QTest.keyClick(desk.sheet.filters.order, Qt.Key.Key_Tab)
    assert desk.sheet.view.hasFocus()
