"""Row 2 of the speed table: ``pressdesk export`` to Word as a whole process.

Run with ``python -m tests.benchmarks --only process``. Every process finds
its byte code, as an installed program does. The photos have 24 megapixels; they are
ready where ``pressdesk import`` made their renditions, which it always does.
"""

import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.measure import Growth, Row, noise_photo, photo_name, process_seconds
from tests.benchmarks.releases import long_release

WORDS, PHOTOS = 800, 5
MOST_WORDS = 20_000
REPEAT, REPEAT_SLOW = 25, 3
_START = "import sys; sys.modules['docxcompose'] = None; from pressdesk.cli import main; main()"
"""As the installed program starts: docxtpl loads docxcompose only where row 3 needs it."""


class Bench:
    """A folder with a release, its photos, and a profile for PressDesk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._bytecode = folder / "bytecode"
        self._profile = folder / "profile"

    def run(self, *command: str) -> float:
        """Run a program, and give its CPU seconds."""
        return process_seconds(command, self._bytecode)

    def pressdesk(self, *arguments: str) -> float:
        """Run PressDesk, and give its CPU seconds."""
        return self.run(sys.executable, "-c", _START, *arguments, "--profile", str(self._profile))

    def write(self, name: str, words: int, photos: int = 0) -> None:
        """Write a release as Markdown."""
        markdown = long_release(words, photos).markdown
        (self.folder / f"{name}.md").write_text(markdown, encoding="utf-8")

    def import_(self, name: str) -> float:
        """Import a release, which renders its photos ahead."""
        target = self.folder / f"{name}.press"
        target.unlink(missing_ok=True)
        return self.pressdesk("import", str(target.with_suffix(".md")))

    def export(self, name: str) -> float:
        """Export an imported release to Word."""
        out = str(self.folder / "out")
        return self.pressdesk("export", str(self.folder / f"{name}.press"), "--to=docx", "-o", out)

    def pandoc(self, name: str) -> float:
        """Let pandoc make a Word file of a release."""
        source, out = self.folder / f"{name}.md", self.folder / "pandoc.docx"
        return self.run("pandoc", str(source), f"--resource-path={self.folder}", "-o", str(out))

    def forget(self) -> None:
        """Empty the cache of renditions."""
        shutil.rmtree(self._profile / "cache")


def measure(folder: Path) -> tuple[list[Row], list[Growth]]:
    """Measure in a folder, which gets the photos and the exports."""
    bench = Bench(folder)
    bench.write("small", WORDS, PHOTOS)
    for number in range(PHOTOS):
        (folder / photo_name(number)).write_bytes(noise_photo(number))

    def import_docx() -> float:
        return bench.run(sys.executable, "-c", "import docx")

    def anew() -> float:
        bench.forget()
        return bench.import_("small") + bench.export("small")

    def cold() -> float:
        bench.forget()
        return bench.export("small")

    bench.import_("small")
    ready, library = _medians(lambda: bench.export("small"), import_docx, repeat=REPEAT)
    title = f"2 export to DOCX: {WORDS} words, {PHOTOS} photos ready"
    rows = [Row(title, ready, library, 3, peer_name="import docx")]
    if shutil.which("pandoc"):
        works = cold, anew, lambda: bench.pandoc("small")
        empty, whole, peer = _medians(*works, repeat=REPEAT_SLOW)
        rows += [
            Row("2 the same, to pandoc", ready, peer, 0.25, peer_name="pandoc"),
            Row("2 the same, nothing rendered before", empty, peer, 0, peer_name="pandoc"),
            Row("2 import for all formats, and export", whole, peer, 0, peer_name="pandoc"),
        ]
    return rows, [_growth(bench)]


def _growth(bench: Bench) -> Growth:
    counts = (MOST_WORDS // 16, MOST_WORDS // 4, MOST_WORDS)
    for words in counts:
        bench.write(str(words), words)
        bench.import_(str(words))
    works = (lambda name=str(words): bench.export(name) for words in counts)
    return Growth("export to DOCX, words", [*zip(counts, _medians(*works, repeat=5), strict=True)])


def _medians(*works: Callable[[], float], repeat: int) -> list[float]:
    """Do works in turn, each once before the first measurement: byte code, the disk's cache."""
    taken = [[work() for work in works] for _ in range(repeat + 1)][1:]
    return [statistics.median(seconds) for seconds in zip(*taken, strict=True)]


def rows() -> tuple[list[Row], list[Growth]]:
    """Measure row 2; without pandoc only against the library."""
    with tempfile.TemporaryDirectory() as folder:
        return measure(Path(folder))
