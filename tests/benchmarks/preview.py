"""Row 13 of the speed table: from an edit to the second animation frame of the preview.

Run with ``python -m tests.benchmarks --only preview``. Measured is what
follows the pause after a key: composing the page, patching it, layout, and two frames.
The floor is two frames of the same page with nothing to do. As root Chromium
starts only with QTWEBENGINE_DISABLE_SANDBOX=1; without a screen, QT_QPA_PLATFORM=offscreen.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from pressdesk.export.packs import load_pack
from pressdesk.model import edits
from pressdesk.model.body import Paragraph, Span
from pressdesk.model.release import Release
from pressdesk.opening import open_release
from pressdesk.paths import Paths, shipped
from pressdesk.photos.render import Renderer
from pressdesk.ui.document import Document
from pressdesk.ui.preview.panel import PreviewPanel
from pressdesk.ui.preview.web import WebPage
from pressdesk.ui.tasks import Tasks
from pressdesk.ui.theme import apply
from tests.benchmarks.measure import Growth, Row
from tests.benchmarks.releases import long_release

KEYS = 150
GOAL_MS = 50
LONG = 20_000
_TWO_FRAMES = (
    "requestAnimationFrame(() => requestAnimationFrame(() => console.info('pressdesk:ready x')))"
)


class Taken(NamedTuple):
    """Milliseconds of many updates, sorted, and those of two idle frames."""

    updates: list[float]
    idle: list[float]

    @property
    def half(self) -> float:
        return statistics.median(self.updates)

    @property
    def slowest(self) -> float:
        return self.updates[len(self.updates) * 99 // 100]

    @property
    def floor(self) -> float:
        return statistics.median(self.idle)


class Bench:
    """A preview of one document."""

    def __init__(self, document: Document, folder: Path) -> None:
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        pack = load_pack(shipped("templates") / "news")
        self._tasks = Tasks()
        renderer = Renderer(folder)
        self._document = document
        theme = apply(app, "light")
        paths = Paths(folder)
        self._panel = PreviewPanel(
            document, lambda _: pack, renderer, self._tasks, theme, paths=paths
        )
        self._panel.resize(700, 900)
        self._loop = QEventLoop()
        self._panel.updated.connect(self._loop.quit)
        self._panel.show()
        self._loop.exec()
        self._panel.updated.disconnect(self._loop.quit)
        assert isinstance(self._panel.page, WebPage)
        self._page = self._panel.page
        self._shown = True
        self._panel.updated.connect(self._note)
        self._rest(1500)  # the pictures that can be seen

    def take(self) -> Taken:
        """Type so many letters in a paragraph in the middle."""
        blocks = [block for block in self._document.release.body if isinstance(block, Paragraph)]
        block = blocks[len(blocks) // 2]
        self._panel.go_to_block(block.id)
        self._rest(1000)
        updates: list[float] = []
        idle: list[float] = []
        for number in range(KEYS + 10):
            block = replace(block, spans=(*block.spans, Span("a" if number % 6 else " ")))
            release = edits.replace_block(self._document.release, block)
            updates.append(self._until_frame(lambda release=release: self._update(release)))
            idle.append(self._until_frame(lambda: None))
        return Taken(sorted(updates[10:]), sorted(idle[10:]))

    def close(self) -> None:
        self._panel.close()
        self._panel.deleteLater()
        self._rest(100)
        self._tasks.close()

    def _update(self, release: Release) -> None:
        self._shown = False
        self._document.apply(release, "Typing")
        self._panel.refresh()

    def _until_frame(self, work: Callable[[], None]) -> float:
        begun = time.perf_counter()
        work()
        page = self._page.page()
        page.ready.connect(self._loop.quit)  # pyright: ignore[reportAttributeAccessIssue]
        self._page.run(_TWO_FRAMES)
        self._loop.exec()
        page.ready.disconnect(self._loop.quit)  # pyright: ignore[reportAttributeAccessIssue]
        taken = (time.perf_counter() - begun) * 1000
        assert self._shown, "the frames came before the patch"
        self._rest(20)
        return taken

    def _note(self) -> None:
        self._shown = True

    def _rest(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def _taken(document: Document) -> Taken:
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(document, Path(folder))
        taken = bench.take()
        bench.close()
    return taken


def rows() -> tuple[list[Row], list[Growth]]:
    """Measure the sample, and releases up to the long one; the goal is milliseconds."""
    opened = open_release(shipped("resources") / "samples" / "sample.md")
    rows: list[Row] = []
    points: list[tuple[float, float]] = []
    documents = {"the sample": Document(opened.release, opened.assets)}
    documents |= {
        f"{words:,} words": Document(long_release(words).release)
        for words in (LONG // 16, LONG // 4, LONG)
    }
    for name, document in documents.items():
        taken = _taken(document)
        goal = round(GOAL_MS / taken.floor, 1)
        title = f"13 preview after a key, {name}"
        frames = "two idle frames"
        rows += [
            Row(f"{title}, p50", taken.half, taken.floor, goal, "ms", frames),
            Row(f"{title}, p99", taken.slowest, taken.floor, 0, "ms", frames),
        ]
        if name != "the sample":
            points.append((document.release.words, taken.half))
    return rows, [Growth("preview after a key, words", points, "ms")]
