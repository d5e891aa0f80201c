"""The program's own window with somebody at its keys, as a process that is there to be killed.

It says in lines of JSON what was typed and when, by a clock that all processes share.
"""

import os
import random
import sys
import time
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pressdesk.app import run
from pressdesk.model.body import block_texts
from pressdesk.model.release import Release, cleaned
from pressdesk.paths import Paths
from pressdesk.ui.document import Document
from pressdesk.ui.protection_bar import ProtectionBar
from pressdesk.ui.window import MainWindow
from tests.faults.windows import KEYS_A_SECOND, Line, Plan, What, digest

TEXT = "The museum opened its new wing on Thursday and all of the town came to see it. "
_RESTS_AFTER = 6
"""Keys typed into a release that is then saved and left alone."""


class Seat(QObject):
    """One window, and what is said of it."""

    def __init__(self, window: MainWindow, document: Document, *, rests: bool) -> None:
        super().__init__(window)
        assert window.workspace
        self.window = window
        self.document = document
        self.rests = rests
        self.keys = 0
        self.is_saving = False
        self._at_order = ""
        page = window.workspace.page
        self.fields: tuple[QWidget, ...] = (page.body, page.head.headline)
        self.field: QWidget = page.body
        self._bar = window.findChild(ProtectionBar)
        self._is_warned = False
        document.release_changed.connect(lambda: self._say("state"))
        document.saved.connect(lambda: self._say("saved", self._at_order))
        window.files.saving_changed.connect(self._note_saving)
        QTest.keyClick(page.body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        self._say("window")

    def type_key(self) -> None:
        """Press the next key; say if it did not reach the release."""
        before = _length(self.document.release)
        QTest.keyClicks(self.field, TEXT[self.keys % len(TEXT)])
        self.keys += 1
        self._say("key" if _length(self.document.release) == before + 1 else "missed")

    @property
    def can_save(self) -> bool:
        """Tell whether a save would write just what there is: it takes spaces off the end."""
        release = self.document.release
        is_free = self.document.path is not None and not self.is_saving
        return is_free and cleaned(release)[0] == release

    def save(self) -> None:
        """Save with the command of the menu."""
        self._at_order = self._digest()
        self.window.actions_by_id["file.save"].trigger()

    def look_for_warning(self) -> None:
        """Say once that the red bar is seen."""
        if not self._is_warned and self._bar is not None and self._bar.isVisible():
            self._is_warned = True
            self._say("warned")

    def _note_saving(self, is_saving: bool) -> None:
        self.is_saving = is_saving

    def _digest(self) -> str:
        package = self.document.package
        return digest(self.document.release, package.unknown if package else {})

    def _say(self, what: What, of: str = "") -> None:
        doc_id = str(self.document.release.id)
        say(Line(what=what, at=time.monotonic(), doc_id=doc_id, digest=of or self._digest()))


class Typist(QObject):
    """Types eight keys a second, in one window after the other."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self._chance = random.Random(plan.seed)
        self._photos = list(plan.photos)
        self._seats: list[Seat] = []
        self._tick = QTimer(self, interval=1000 // KEYS_A_SECOND)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._type)

    def begin(self) -> None:
        """Sit down at the windows that are open, and begin new releases."""
        for _ in range(self._plan.new):
            _windows()[-1].actions_by_id["file.new"].trigger()
        for window in _windows():
            document = window.document
            if document is not None:
                rests = str(document.path) in self._plan.rests
                self._seats.append(Seat(window, document, rests=rests))
        self._seats.sort(key=lambda seat: not seat.rests)
        self._seat = self._seats[0]
        self._tick.start()

    def _type(self) -> None:
        seat, chance, plan = self._seat, self._chance, self._plan
        for each in self._seats:
            each.look_for_warning()
        seat.type_key()
        if seat.rests:
            if seat.keys == _RESTS_AFTER:
                seat.save()
                self._turn()
            return
        if seat.can_save and chance.random() < plan.saves:
            seat.save()
        if self._photos and chance.random() < plan.adds:
            seat.window.take_files([Path(self._photos.pop())])
        if chance.random() < plan.turns:
            self._turn()

    def _turn(self) -> None:
        """Go to a window that does not rest, or first to the next that is to."""
        fresh = [seat for seat in self._seats if seat.rests and seat.keys < _RESTS_AFTER]
        others = [seat for seat in self._seats if not seat.rests]
        self._seat = fresh[0] if fresh else self._chance.choice(others)
        self._seat.field = self._chance.choice(self._seat.fields)
        self._seat.field.setFocus()


def say(line: Line) -> None:
    """Tell the process that listens; whole lines, at once."""
    try:
        os.write(sys.stdout.fileno(), msgspec.json.encode(line) + b"\n")
    except BrokenPipeError:  # nobody is there any more who would kill us
        os._exit(1)


def _windows() -> list[MainWindow]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]


def _length(release: Release) -> int:
    return len(release.headline) + sum(
        len(text) for block in release.body for text in block_texts(block)
    )


def main() -> None:
    """Run the program with the plan that is given as JSON, until it is killed."""
    plan = msgspec.json.decode(sys.argv[1], type=Plan)
    app = QApplication(["pressdesk"])
    typist = Typist(plan)
    QTimer.singleShot(0, app, typist.begin)
    files = [Path(name) for name in (*plan.typed_on, *plan.rests)]
    sys.exit(run(Paths(Path(plan.profile)), files))


if __name__ == "__main__":
    main()
