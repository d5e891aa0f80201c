"""A window without a screen: what every test of it may ask for, and what none may leave behind."""

import gc
import os
import re
import threading
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from pressdesk.ui.icons import Icons
    from pressdesk.ui.theme import Theme
    from pressdesk.ui.window import MainWindow
    from tests.ui.windows import Script

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = os.environ["LC_ALL"] = "C.UTF-8"  # tests read English words

# The imports below stand in functions, so that this file is read where there is no PySide6 too.
HAS_QT = all(find_spec(name) for name in ("PySide6", "pytestqt"))
collect_ignore_glob = [] if HAS_QT else ["*.py"]

NO_SCREEN = "^This plugin does not support "
"""What Qt says of windows where there is no screen, and no more."""

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("no_qt_log")  # pytest-qt stops listening before windows are closed


@pytest.fixture(scope="session", autouse=True)
def _plain_style(qapp: "QApplication") -> None:
    qapp.setStyle("Fusion")
    qapp.setCursorFlashTime(0)


@pytest.fixture(autouse=True)
def theme(qapp: "QApplication", _plain_style: None) -> "Theme":
    """The theme, light at ordinary size before each test."""
    from pressdesk.ui.theme import apply

    return apply(qapp, "light")


@pytest.fixture(autouse=True)
def _nothing_is_held(qapp: "QApplication") -> "Iterator[None]":
    """Let go of Ctrl and Shift, which the last key before may have had; no test keeps a button.

    What is held stays so for the whole run: lists ask the application for the keys where code
    chooses a row (QAbstractItemView) and would add to what is chosen; with one mouse button down,
    the release of another is no end of a click (QWidgetWindow).
    """
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    QTest.keyRelease(QWidget(), Qt.Key.Key_Control)
    assert qapp.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
    yield
    held = qapp.mouseButtons()
    assert held == Qt.MouseButton.NoButton, f"never released: {held}"


@pytest.fixture(scope="session")
def icons() -> "Icons":
    from pressdesk.paths import shipped
    from pressdesk.ui.icons import Icons

    return Icons(shipped("resources") / "icons")


@pytest.fixture
def shown(qtbot: "QtBot", qapp: "QApplication") -> Callable[["QWidget"], "QImage"]:
    """Show a widget at its own size, and take its picture."""

    def show(widget: "QWidget") -> "QImage":
        qtbot.addWidget(widget)
        if not widget.isVisible():
            widget.resize(widget.sizeHint().expandedTo(widget.minimumSize()))
            widget.move(300, 300)  # away from the mouse
            widget.show()
        qapp.processEvents()
        return widget.grab().toImage()

    return show


@pytest.fixture(autouse=True)
def _nothing_left(theme: "Theme") -> Iterator[None]:
    """No test leaves a window open or a thread running."""
    threads = set(threading.enumerate())
    windows = _windows()
    yield
    _clear_clipboard()
    if _windows() - windows:
        gc.collect()  # a window in a circle of references goes with it
    left = [repr(window) for window in _windows() - windows]
    left += [
        repr(thread)
        for thread in set(threading.enumerate()) - threads
        if not isinstance(thread, threading._DummyThread)
    ]
    if _busy_pool_threads():
        left.append("tasks in the thread pool")
    assert not left, "left over: " + ", ".join(left)


def _clear_clipboard() -> None:
    """Copy nothing: without a screen, what Python copied would end the run with a crash."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.clipboard().mimeData() is not None:
        QGuiApplication.clipboard().setText("")


def _windows() -> set[object]:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return {
        window
        for window in QApplication.topLevelWidgets()
        if window.metaObject().className() != "QTipLabel"  # Qt keeps the last tool tip
    }


def _busy_pool_threads() -> int:
    from PySide6.QtCore import QThreadPool

    return QThreadPool.globalInstance().activeThreadCount()


@pytest.fixture(autouse=True)
def qt_messages(request: pytest.FixtureRequest, _nothing_left: None) -> Iterator[list[str]]:
    """Warnings of Qt; one that `@pytest.mark.qt_log_ignore(regex)` does not expect is a failure."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    marks = request.node.iter_markers("qt_log_ignore")
    expected = [NO_SCREEN, *(regex for mark in marks for regex in mark.args)]
    messages: list[str] = []
    harmless = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)

    def hear(kind: QtMsgType, context: object, message: str) -> None:
        if kind not in harmless:
            messages.append(message)

    before: Callable[..., object] | None = qInstallMessageHandler(hear)
    yield messages
    qInstallMessageHandler(before)
    unexpected = [
        message for message in messages if not any(re.search(regex, message) for regex in expected)
    ]
    assert not unexpected, "Qt warned: " + "; ".join(unexpected)


@pytest.fixture
def script() -> "Script":
    """What the person answers."""
    from tests.ui.windows import Script

    return Script()


@pytest.fixture
def window(qapp: "QApplication", script: "Script", tmp_path: Path) -> "Iterator[MainWindow]":
    """The main window with a profile of its own, on its start screen."""
    from pressdesk.app import build
    from pressdesk.paths import Paths

    made = build(Paths(tmp_path / "profile"), script)
    program = made.program
    made.resize(1280, 900)
    made.show()
    yield made
    script.choices = ["discard"] * len(program.windows)
    for each in tuple(program.windows):
        each.close()
    while program.windows:
        qapp.processEvents()
    program.close()
    program.deleteLater()
