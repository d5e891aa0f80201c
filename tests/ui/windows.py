"""Whole windows for tests, with scripted answers, driven by keys and clicks."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pressdesk.ui.prompts import Choice
from pressdesk.ui.window import MainWindow


class Script:
    """Prompts whose answers are given beforehand; a question nobody expects is a failure."""

    def __init__(self) -> None:
        self.opens: list[list[Path]] = []
        self.saves: list[Path | None] = []
        self.folders: list[Path | None] = []
        self.choices: list[str] = []
        self.told: list[str] = []
        self.asked: list[str] = []
        """The questions, in their order."""
        self.offered: list[tuple[str, ...]] = []
        """What could be chosen at each."""
        self.suggested: Path | None = None
        """The name offered last for a file."""

    def open_files(
        self, parent: QWidget, title: str, filters: str, folder: Path | None
    ) -> list[Path]:
        return self.opens.pop(0)

    def save_file(self, parent: QWidget, title: str, filters: str, suggested: Path) -> Path | None:
        self.suggested = suggested
        return self.saves.pop(0)

    def folder(self, parent: QWidget, title: str, start: Path | None) -> Path | None:
        return self.folders.pop(0)

    def choose(
        self,
        parent: QWidget,
        title: str,
        text: str,
        choices: Sequence[Choice],
        otherwise: str = "",
    ) -> str:
        self.asked.append(text)
        self.offered.append(tuple(choice.id for choice in choices))
        answer = self.choices.pop(0)
        assert answer in ("", *(choice.id for choice in choices))
        return answer

    def tell(self, parent: QWidget, title: str, text: str) -> None:
        self.told.append(text)


def trigger(window: MainWindow, name: str) -> None:
    """Do a command, as its menu or key does."""
    action = window.findChild(QAction, name)
    assert action is not None, name
    assert action.isEnabled(), name
    action.trigger()


def field(window: QWidget, name: str) -> Any:
    """Find a control by its object name; it must be seen."""
    found = window.findChild(QWidget, name)
    assert found is not None, name
    return found


def type_into(window: QWidget, name: str, text: str) -> Any:
    """Click into a field and type."""
    target = field(window, name)
    target.setFocus()
    type_text(target, text)
    return target


def type_text(target: QWidget, text: str) -> None:
    """Press the keys of a text; a line feed is Enter."""
    for char in text:
        if char == "\n":
            QTest.keyClick(target, Qt.Key.Key_Return)
        elif char.isascii():
            QTest.keyClicks(target, char)
        else:  # which QTest does not know as keys
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char)
                QApplication.sendEvent(target, event)


def double_click(target: QWidget, place: QPoint) -> None:
    """Click twice. QTest's own double click has no first click, and leaves the button down."""
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=place)


def compose(target: QWidget, text: str) -> None:
    """Enter a text as an input method does: shown while it is composed, then committed."""
    for length in range(1, len(text) + 1):
        QApplication.sendEvent(target, QInputMethodEvent(text[:length], []))
    done = QInputMethodEvent()
    done.setCommitString(text)
    QApplication.sendEvent(target, done)


def drop_files(target: QWidget, paths: Sequence[Path]) -> None:
    """Drag files in, and drop them in the middle of a widget."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drop(target, data)


def drop(target: QWidget, data: QMimeData) -> None:
    """Drag something in, and drop it in the middle of a widget."""
    place = target.rect().center()
    how = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    for event in (
        QDragEnterEvent(place, *how),
        QDragMoveEvent(place, *how),
        QDropEvent(QPointF(place), *how),
    ):
        QApplication.sendEvent(target, event)
