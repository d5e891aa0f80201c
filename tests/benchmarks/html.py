"""Row 4 of the speed table: a long release as a web page, against pandoc.

Run with ``python -m tests.benchmarks --only html``. Whole processes are
measured, and the cost of a tiny release is taken off on both sides: what is left
is the work itself, without the starting of programs.
"""

import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from pressdesk.export.html import write_html
from pressdesk.model.release import Release
from tests.benchmarks.measure import Growth, Row, cpu_seconds, process_seconds
from tests.benchmarks.releases import long_release
from tests.export.jobs import a_job

MODULE = "tests.benchmarks.html"
TINY, LONG = 50, 20_000
REPEAT = 5


def export(source: Path) -> None:
    """Export a release from its JSON: cleaned, laid out, written, read back and proven."""
    release = msgspec.json.decode(source.read_bytes(), type=Release)
    page = write_html(a_job(release))[0]
    source.with_suffix(".html").write_bytes(page.data)


def _beyond_tiny(command: Callable[[int], Sequence[str]]) -> float:
    """Give the CPU seconds that a long release takes beyond a tiny one."""
    taken = [process_seconds(command(LONG)) - process_seconds(command(TINY)) for _ in range(REPEAT)]
    return statistics.median(taken)


def measure(folder: Path) -> tuple[list[Row], list[Growth]]:
    """Measure in a folder, which gets the sources and the pages."""
    for words in (TINY, LONG):
        made = long_release(words)
        (folder / f"{words}.json").write_bytes(msgspec.json.encode(made.release))
        (folder / f"{words}.md").write_text(made.markdown, encoding="utf-8")
    ours = _beyond_tiny(lambda words: [sys.executable, "-m", MODULE, str(folder / f"{words}.json")])
    rows: list[Row] = []
    if shutil.which("pandoc"):
        peer = _beyond_tiny(
            lambda words: [
                "pandoc",
                "-s",
                str(folder / f"{words}.md"),
                "-o",
                str(folder / "a.html"),
            ]
        )
        rows.append(Row(f"4 HTML, {LONG:,} words", ours, peer, 0.3, peer_name="pandoc"))
    counts = (LONG // 16, LONG // 4, LONG)
    jobs = [a_job(long_release(words).release) for words in counts]
    costs = cpu_seconds(*(lambda job=job: write_html(job) for job in jobs))
    return rows, [Growth("HTML, words", list(zip(counts, costs, strict=True)))]


def rows() -> tuple[list[Row], list[Growth]]:
    """Measure row 4; without pandoc only how the cost grows."""
    with tempfile.TemporaryDirectory() as folder:
        return measure(Path(folder))


def main() -> None:
    """Do the work of a child process."""
    (source,) = sys.argv[1:]
    export(Path(source))


if __name__ == "__main__":
    main()
