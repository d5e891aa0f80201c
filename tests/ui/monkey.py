"""Random use of a whole window, the same for each seed: what is shown stays what is held.

Run with ``python -m tests.ui.monkey [--minutes 30] [--seed 1]``; it ends with its figures,
or at the first thing that is wrong with the last steps before it.
"""

import argparse
import ctypes
import os
import random
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PIL import Image
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from pressdesk.app import build
from pressdesk.model import edits
from pressdesk.paths import Paths
from pressdesk.ui.document import Document
from pressdesk.ui.window import MainWindow
from tests.ui.windows import Script, compose, drop_files, type_text

_WORDS = ("river ", "Ode", "中文", "a😀", "5\u00a0km ", '"', " ", "-- ", "é", "@mi", "x" * 30, ". ")
_FORMATS = (
    *("format.bold", "format.italic", "format.underline", "format.strike", "format.superscript"),
    *("format.paragraph", "format.heading-2", "format.heading-3", "format.bullet-list"),
    *("format.numbered-list", "insert.quote", "format.indent", "format.outdent"),
    *("format.move-up", "format.move-down"),
)
_KEYS = (
    *(Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape),
)
_PASTES = (
    "<h2>The <i>house</i></h2><p>A <b>bold</b> word <a href='https://a.example'>linked</a></p>",
    "<ul><li>one<ul><li>two</li></ul></li></ul><table><tr><td>1</td><td>2</td></tr></table>",
    "<p style='color:red'>red</p><script>alert(1)</script><img src='https://a.example/p.gif'>",
)
_MOST_LETTERS = 400
"""Of one field: hardly anything else takes letters out of fields again."""

_HARMLESS = "This plugin does not support "


class Monkey:
    """Uses a window; ``warnings`` collects what Qt complains of."""

    def __init__(self, window: MainWindow, folder: Path, seed: int) -> None:
        assert window.document is not None
        self.window = window
        self.document: Document = window.document
        self.chance = random.Random(seed)
        self.body: Any = window.findChild(QWidget, "bodyEditor")
        self.steps: deque[str] = deque(maxlen=12)
        self._folder = folder
        self._photos = 0
        self._acts: list[tuple[int, Callable[[], object]]] = [
            (12, self.type),
            (8, self.press),
            (5, self.format),
            (3, self.compose),
            (3, self.paste),
            (4, self.select),
            (4, self.undo),
            (2, self.redo),
            (2, self.head),
            (2, self.panel_field),
            (2, self.person),
            (1, self.order),
            (1, self.photo),
            (1, self.remove),
            (1, self.look),
        ]

    def act(self) -> None:
        """Do one thing, and look whether all still agrees."""
        weights = [weight for weight, _ in self._acts]
        ((_, act),) = self.chance.choices(self._acts, weights)
        self.steps.append(act.__name__)
        act()
        if self.chance.random() < 0.2:
            QApplication.processEvents()
            # What an event loop does between events, and processEvents does not.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.check()

    def check(self) -> None:
        """What the page shows is what the document holds."""
        self.document.flush()
        release = self.document.release
        assert self.body.body == release.body, [*self.steps]
        workspace: Any = self.window.workspace
        for name, text in workspace.page.head.field_texts().items():
            assert text == getattr(release, name), (name, [*self.steps])
        people = {person.id for person in release.people}
        assert set(release.speakers) <= people
        photos = {photo.id for photo in release.photos}
        assert {figure.photo for figure in release.figures} <= photos

    def type(self) -> None:
        self.body.setFocus()
        type_text(self.body, self.chance.choice(_WORDS))

    def press(self) -> None:
        self.body.setFocus()
        modifier = Qt.KeyboardModifier.NoModifier
        if self.chance.random() < 0.3:
            modifier = Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(self.body, self.chance.choice(_KEYS), modifier)

    def format(self) -> None:
        self.trigger(self.chance.choice(_FORMATS))

    def compose(self) -> None:
        headline: Any = self.window.findChild(QWidget, "headlineField")
        target = self.chance.choice([self.body, headline])
        target.setFocus()
        compose(target, self.chance.choice(("你好", "こん", "é")))

    def paste(self) -> None:
        data = QMimeData()
        data.setHtml(self.chance.choice(_PASTES))
        data.setText("text")
        QGuiApplication.clipboard().setMimeData(data)
        self.body.setFocus()
        self.trigger("edit.paste")

    def select(self) -> None:
        most = self.body.document().characterCount() - 1
        places = self.chance.randint(0, most), self.chance.randint(0, most)
        if self.chance.random() < 0.5:
            places = places[0], places[0]
        self.body.select(*places)

    def undo(self) -> None:
        for _ in range(self.chance.randint(1, 6)):
            self.trigger("edit.undo")

    def redo(self) -> None:
        for _ in range(self.chance.randint(1, 4)):
            self.trigger("edit.redo")

    def head(self) -> None:
        name = self.chance.choice(("headlineField", "deckField", "categoryField", "placeField"))
        field: Any = self.window.findChild(QWidget, name)
        assert field is not None
        self._write(field, self.chance.choice(_WORDS))

    def panel_field(self) -> None:
        """Type into some field of some panel."""
        workspace: Any = self.window.workspace
        name = self.chance.choice(("people", "photos", "details"))
        workspace.show_panel(name)
        panel = getattr(workspace, name)
        fields = [
            field
            for kind in (QLineEdit, QPlainTextEdit)
            for field in panel.findChildren(kind)
            if field.isVisible() and field.isEnabled() and not field.isReadOnly()
        ]
        if fields:
            field = self.chance.choice(fields)
            self._write(field, self.chance.choice(("a", "b c", "2031-03-05", "中")))

    def _write(self, field: QLineEdit | QPlainTextEdit, text: str) -> None:
        """Type into a field; into one that has become long, in the place of all that it held."""
        field.setFocus()
        held = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        if len(held) > _MOST_LETTERS:
            field.selectAll()
        type_text(field, text)

    def person(self) -> None:
        if len(self.document.release.people) < 12:
            self.trigger(self.chance.choice(("people.add", "people.add-speaker")))

    def order(self) -> None:
        speakers = list(self.document.release.speakers)
        self.chance.shuffle(speakers)
        release = edits.set_speakers(self.document.release, speakers)
        self.document.apply(release, "Order")

    def photo(self) -> None:
        if len(self.document.release.photos) >= 12:
            return
        self._photos += 1
        path = self._folder / f"{self._photos}.jpg"
        colour = tuple(self.chance.randrange(256) for _ in range(3))
        Image.new("RGB", (self.chance.randint(200, 600), 300), colour).save(path)
        drop_files(self.body.viewport(), [path])

    def remove(self) -> None:
        release = self.document.release
        if release.photos and self.chance.random() < 0.5:
            photo = self.chance.choice(release.photos)
            self.document.apply(edits.remove_photo(release, photo.id), "Remove photo")
        elif release.people:
            person = self.chance.choice(release.people)
            self.document.apply(edits.remove_person(release, person.id), "Remove person")
        elif release.body:
            self.trigger("edit.select-all")
            QTest.keyClick(self.body, Qt.Key.Key_Delete)

    def look(self) -> None:
        names = ("view.zoom-in", "view.zoom-out", "view.theme-dark", "view.theme-light")
        self.trigger(self.chance.choice(names))
        self.window.resize(self.chance.randint(900, 1500), self.chance.randint(600, 1000))

    def trigger(self, name: str) -> None:
        action = self.window.actions_by_id[name]
        if action.isEnabled():
            action.trigger()


class Warnings:
    """Hears Qt's warnings, and exceptions that nobody caught."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def __enter__(self) -> "Warnings":
        self._before = qInstallMessageHandler(self._hear)
        self._hook = sys.excepthook
        sys.excepthook = self._caught
        return self

    def __exit__(self, *_: object) -> None:
        qInstallMessageHandler(self._before)
        sys.excepthook = self._hook

    def _hear(self, kind: QtMsgType, _: object, message: str) -> None:
        harmless = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if kind not in harmless and not message.startswith(_HARMLESS):
            self.heard.append(message)
        if kind == QtMsgType.QtFatalMsg:
            sys.stderr.write(f"{message}\n")

    def _caught(self, kind: Any, error: Any, trace: Any) -> None:
        self._hook(kind, error, trace)
        self.heard.append(f"{kind.__name__}: {error}")


def content_kb(document: Document) -> float:
    """Give the size of a release as it is saved, without its photos."""
    return len(msgspec.json.encode(document.release)) / 1000


def memory_mib() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0


class _Allocated(ctypes.Structure):
    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    )


def allocated_mib() -> float:
    """Give what the C library has given out; the rest of the memory is Python's, or torn to bits.

    0 where it does not tell.
    """
    told = getattr(ctypes.CDLL(None), "mallinfo2", None)
    if told is None:
        return 0
    told.restype = _Allocated
    found = told()
    return (found.uordblks + found.hblkhd) / 2**20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, Warnings() as warnings:
        window = build(Paths(Path(name) / "profile"), Script())
        window.resize(1280, 900)
        window.show()
        window.actions_by_id["file.sample"].trigger()
        monkey = Monkey(window, Path(name), given.seed)
        begun, steps, memory = time.monotonic(), 0, list[float]()
        while time.monotonic() - begun < given.minutes * 60:
            monkey.act()
            steps += 1
            if steps % 500 == 0:
                QApplication.processEvents()
                memory.append(memory_mib())
                minutes = (time.monotonic() - begun) / 60
                content = f"{content_kb(monkey.document):.1f} kB in {len(monkey.body.body)} blocks"
                mib = f"{memory[-1]:.0f} MiB, {allocated_mib():.0f} of them allocated"
                print(f"{minutes:.1f} min, {steps} steps, {mib}, {content}")  # noqa: T201
            assert not warnings.heard, (warnings.heard, [*monkey.steps])
        print(f"{steps} steps, memory {[round(each) for each in memory]} MiB, no warning")  # noqa: T201
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
