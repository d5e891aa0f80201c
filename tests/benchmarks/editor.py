"""From key to paint in the body editor, against a bare QTextEdit with the same text.

Run it with `python -m tests.benchmarks --only editor`.
Both type the same letters at the start, in the middle and at the end of 20,000 words, and
CPU milliseconds are told, for other programs run too. The body editor has 100 figures
among them; their pictures stand as placeholders. A key is measured until the paint event
it causes is done.
"""

import os
import statistics
import time
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPaintEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from pressdesk.model.assets import Assets
from pressdesk.model.body import block_texts
from pressdesk.ui.editor.body_editor import BodyEditor
from pressdesk.ui.editor.look import Look
from tests.benchmarks.measure import Growth, Row
from tests.benchmarks.releases import long_release

_KEYS = "the museum opened its wing "
_ROUNDS = 12


class _Bare(QTextEdit):
    """The floor: Qt's text edit, with undo off as ours has it."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        self.painted += 1


class _Ours(BodyEditor):
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        self.painted += 1


E = TypeVar("E", _Bare, _Ours)


def bare(words: int, photos: int) -> _Bare:
    """A text edit with the words of a release, in the font and the column of ours.

    Else it has half the lines, and a key seldom breaks one, which is what costs most.
    """
    editor = _Bare()
    editor.setUndoRedoEnabled(False)
    look = Look()
    editor.setFont(look.serif)
    editor.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
    editor.setLineWrapColumnOrWidth(look.column_px)
    body = long_release(words, photos).release.body
    editor.setPlainText("\n".join(text for block in body for text in block_texts(block)))
    return _open(editor)


def ours(words: int, photos: int) -> _Ours:
    """The body editor with a release."""
    editor = _Ours()
    editor.show_release(long_release(words, photos).release, Assets())
    return _open(editor)


def _open(editor: E) -> E:
    editor.resize(1000, 900)
    editor.show()
    QTest.qWaitForWindowExposed(editor)
    editor.setFocus()
    return editor


def key_times(editor: _Bare | _Ours, *, share: float) -> list[float]:
    """Type at a place and give the milliseconds of each key until it is painted."""
    cursor = editor.textCursor()
    cursor.setPosition(round((editor.document().characterCount() - 2) * share))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    QTest.qWait(60)
    taken: list[float] = []
    for _ in range(_ROUNDS):
        for letter in _KEYS:
            painted = editor.painted
            begun = time.process_time()
            QTest.keyClicks(editor, letter)
            while editor.painted == painted:
                QApplication.processEvents()
            taken.append((time.process_time() - begun) * 1000)
    return taken


def splice_times(editor: _Ours) -> list[float]:
    """Give the milliseconds that reading back one key costs."""
    taken: list[float] = []
    read = editor._read_change

    def measured(position: int, removed: int, added: int) -> None:
        begun = time.process_time()
        read(position, removed, added)
        taken.append((time.process_time() - begun) * 1000)

    editor.document().contentsChange.disconnect(editor._read_change)
    editor.document().contentsChange.connect(measured)
    key_times(editor, share=0.5)
    return taken


def p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


def rows() -> tuple[list[Row], list[Growth]]:
    """Measure row 7, and how a key grows with the release."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setCursorFlashTime(0)
    return _rows(), [growth()]


def _rows() -> list[Row]:
    floor, editor = bare(20_000, 100), ours(20_000, 100)
    made: list[Row] = []
    for name, share in (("start", 0.0), ("middle", 0.5), ("end", 1.0)):
        for what, of in (("p50", statistics.median), ("p99", p99)):
            peer = [key_times(floor, share=share) for _ in range(2)]
            mine = [key_times(editor, share=share) for _ in range(2)]
            made.append(
                Row(
                    f"7 key to paint, {name}, {what}",
                    min(map(of, mine)),
                    min(map(of, peer)),
                    2 if what == "p99" else 0,
                    "CPU ms",
                    "bare QTextEdit",
                )
            )
    read = statistics.median(splice_times(editor))
    made.append(Row("7 reading one key back, p50", read, 0.3, 1, "CPU ms", "the aim"))
    floor.close()
    editor.close()
    return made


def growth() -> Growth:
    """How a key in the middle grows with the release."""
    points: list[tuple[float, float]] = []
    for words in (1_250, 5_000, 20_000):
        editor = ours(words, words // 200)
        points.append((words, statistics.median(key_times(editor, share=0.5))))
        editor.close()
    return Growth("key to paint, middle, p50", points, "CPU ms")
