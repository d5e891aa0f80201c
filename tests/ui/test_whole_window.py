"""What holds for everything in the window: names, the keyboard's reach, room for words."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton, QWidget

from pressdesk.ui.theme import apply
from pressdesk.ui.window import MainWindow
from tests.ui.dialogs.test_every_dialog import Longer
from tests.ui.panels.reach import controls
from tests.ui.windows import field, trigger

SCREENS = ("start", "page", "photos", "details", "find")
EVERY = pytest.mark.parametrize("screen", SCREENS)


def show_screen(window: MainWindow, screen: str) -> None:
    if screen == "start":
        return
    trigger(window, "file.sample")
    workspace: Any = window.workspace
    if screen == "find":
        trigger(window, "edit.find")
    elif screen != "page":
        workspace.show_panel(screen)
    QApplication.processEvents()


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r} {name_of(widget)!r}"


@EVERY
def test_every_control_has_a_name(window: MainWindow, screen: str):
    show_screen(window, screen)
    unnamed = [told(each) for each in controls(window) if not name_of(each).strip()]
    assert unnamed == []


@EVERY
def test_the_keyboard_reaches_every_control(window: MainWindow, screen: str):
    show_screen(window, screen)
    chain = set(_focus_chain(window))
    missed = [
        told(each) for each in controls(window) if each.isEnabled() if not _is_reached(each, chain)
    ]
    assert missed == []


def _focus_chain(window: QWidget) -> Iterator[QWidget]:
    """Go through what the Tab key stops at."""
    each: QWidget | None = window.nextInFocusChain()
    while each is not None and each is not window:
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible():
            yield each
            proxy: QWidget | None = each.focusProxy()
            if proxy is not None:
                yield proxy
        each = each.nextInFocusChain()


def _is_reached(widget: QWidget, chain: set[QWidget]) -> bool:
    if widget in chain:
        return True
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and any(button in chain for button in group.buttons()):
        return True
    # What the keyboard works by other keys, in a list or menu that it reaches.
    proxies = [each.focusProxy() for each in chain]
    inside = any(each.isAncestorOf(widget) for each in chain if each.window() is not each)
    return widget in proxies or inside


def is_cut(widget: QLabel | QAbstractButton) -> bool:
    """Tell whether words have less room than they need."""
    if not widget.text() or not widget.isVisible() or _shows_an_icon(widget):
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() + 1 < widget.heightForWidth(widget.width())
    wanted = widget.sizeHint()
    return widget.width() + 1 < wanted.width() or widget.height() + 1 < wanted.height()


def _shows_an_icon(widget: QWidget) -> bool:
    only = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(widget, QToolButton) and widget.toolButtonStyle() == only


def cut_words(window: MainWindow) -> list[str]:
    QApplication.processEvents()
    return [
        f"{told(each)}: {each.text()[:40]}"
        for kind in (QLabel, QAbstractButton)
        for each in window.findChildren(kind)
        if not _may_be_elided(each) and is_cut(each)
    ]


def _may_be_elided(widget: QWidget) -> bool:
    policy = widget.sizePolicy().horizontalPolicy()
    return policy == widget.sizePolicy().Policy.Ignored or bool(widget.findChild(QWidget))


@EVERY
def test_nothing_is_cut_at_twice_the_size(qtbot: Any, window: MainWindow, screen: str):
    apply(window.program.app, "light", 2.0)
    window.resize(1600, 1000)
    show_screen(window, screen)
    qtbot.waitUntil(lambda: cut_words(window) == [], timeout=2_000)


@pytest.fixture
def longer(qapp: Any) -> Iterator[None]:
    """A language of longer words, for windows made from now on."""
    translator = Longer()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@EVERY
def test_nothing_is_cut_where_words_are_longer(
    longer: None, qtbot: Any, window: MainWindow, screen: str
):
    window.resize(1440, 900)
    show_screen(window, screen)
    assert window.menus["File"].title().endswith("ä")
    qtbot.waitUntil(lambda: cut_words(window) == [], timeout=2_000)


def test_the_names_for_automation_are_there(window: MainWindow):
    trigger(window, "file.sample")
    for name in (
        *("editorPage", "headlineField", "deckField", "categoryField", "placeField", "dateField"),
        *("bodyEditor", "peoplePanel", "photosPanel", "detailsPanel", "statusBar", "startScreen"),
    ):
        assert field(window, name) is not None
    assert window.objectName() == "mainWindow"
