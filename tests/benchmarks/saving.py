"""Rows 9 and 10 of the speed table: saving a release, and writing the journal.

Run with ``python -m tests.benchmarks --only saving``. Saving is measured as wall time: it is the
disk's, and the peer has the same disk in the same minute.
"""

import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from uuid import UUID

from msgspec.structs import replace

from pressdesk.model.assets import Assets
from pressdesk.model.body import Paragraph, Span
from pressdesk.model.release import Release
from pressdesk.paths import Paths
from pressdesk.safekeeping import Safekeeping
from pressdesk.saving import Order, save_release
from pressdesk.storage.journal import Work
from pressdesk.storage.package import Package, read_package
from tests.benchmarks.measure import Growth, Row
from tests.benchmarks.releases import long_release
from tests.benchmarks.window import Bench

WORDS, PHOTOS = 20_000, 100
REPEAT_SAVES, REPEAT_ROWS = 7, 200


def wall_seconds(*works: Callable[[], object], repeat: int) -> list[float]:
    """Do works in turn; gives the medians of their wall seconds."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(repeat):
        for seconds, work in zip(taken, works, strict=True):
            begun = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - begun)
    return [statistics.median(seconds) for seconds in taken]


class Saver:
    """A release that is saved again and again, each time with another word."""

    def __init__(self, path: Path, safe: Safekeeping) -> None:
        self._path = path
        self._safe = safe
        self._package = read_package(path)
        self._work = Work(id=UUID(int=1), doc_id=self._package.manifest.doc_id)
        self._numbers = count()

    @property
    def package(self) -> Package:
        return self._package

    def save(self) -> None:
        package = self._package
        release = replace(package.release, headline=f"Headline {next(self._numbers)}")
        order = Order(
            path=self._path,
            release=release,
            assets=package.assets,
            work=self._work,
            base=package,
            expected=package,
        )
        self._package = save_release(order, self._safe).package


def copy_durably(source: Path, target: Path) -> None:
    """Copy a file as fast as the system can, and bring it to the disk: the floor of a save.

    As a save does, it keeps the old target until the new one is written: to free that first
    would give it memory at hand for the pages of the new one.
    """
    beside = target.with_name(f"{target.name}.new")
    with source.open("rb") as old, beside.open("wb") as new:
        left = os.fstat(old.fileno()).st_size
        while left:
            left -= os.copy_file_range(old.fileno(), new.fileno(), left)
        os.fsync(new.fileno())
    beside.replace(target)


def measure_saving(folder: Path, safe: Safekeeping) -> tuple[list[Row], list[Growth]]:
    """Measure in a folder that has room for some gigabytes."""
    bench = Bench(folder)
    rows: list[Row] = []
    points: list[tuple[float, float]] = []
    for photos in (PHOTOS // 16, PHOTOS // 4, PHOTOS):
        path = Path(bench.write(f"with-{photos}", WORDS, photos))
        saver = Saver(path, safe)
        saver.save()  # the first one of a day copies the file as its backup
        copy = folder / "copy"
        ours, floor = wall_seconds(
            saver.save, lambda path=path, copy=copy: copy_durably(path, copy), repeat=REPEAT_SAVES
        )
        size = path.stat().st_size / 1e6
        points.append((size, ours))
        if photos == PHOTOS:
            name = f"9 save {size:,.0f} MB, one word changed"
            rows.append(Row(name, ours, floor, 1.5, "s", "copy and flush"))
        path.unlink()
    return rows, [Growth("save, MB", points, "s")]


def measure_journal(folder: Path, safe: Safekeeping) -> tuple[list[Row], list[Growth]]:
    """Measure rows of the journal against an insert of the same bytes, as durable."""
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    plain.execute("PRAGMA journal_mode=WAL")
    plain.execute("PRAGMA synchronous=FULL")
    plain.execute("CREATE TABLE row (seq INTEGER PRIMARY KEY, bytes BLOB)")
    rows: list[Row] = []
    points: list[tuple[float, float]] = []
    for words in (WORDS // 16, WORDS // 4, WORDS):
        release = long_release(words).release
        write = _journal_writer(release, safe)
        write()
        insert = partial(_insert, plain, os.urandom(_row_size(safe)))
        ours, floor = wall_seconds(write, insert, repeat=REPEAT_ROWS)
        points.append((words, ours))
        name = f"10 journal, {words:,} words"
        if words != WORDS // 4:
            rows.append(Row(name, ours, floor, 1.5, "s", "insert of the same bytes"))
    plain.close()
    return rows, [Growth("journal, words", points, "s")]


def _journal_writer(release: Release, safe: Safekeeping) -> Callable[[], None]:
    """Give what writes a row of a release of which one paragraph was typed in."""
    numbers = count()
    work = Work(id=UUID(int=2), doc_id=release.id)
    at, block = next(
        (at, block) for at, block in enumerate(release.body) if isinstance(block, Paragraph)
    )

    def write() -> None:
        typed = replace(block, spans=(Span(f"Typed {next(numbers)}"), *block.spans))
        body = (*release.body[:at], typed, *release.body[at + 1 :])
        safe.journal.write(work, replace(release, body=body), Assets())

    return write


def _insert(plain: sqlite3.Connection, data: bytes) -> None:
    plain.execute("INSERT INTO row (bytes) VALUES (?)", (data,))


def _row_size(safe: Safekeeping) -> int:
    with safe.database.reading() as database:
        query = "SELECT length(release) FROM row ORDER BY seq DESC LIMIT 1"
        return database.execute(query).fetchone()[0]


def rows() -> tuple[list[Row], list[Growth]]:
    """Measure rows 9 and 10."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        safe = Safekeeping(Paths(folder / "profile"), "Mira Harlow")
        journal, journal_grown = measure_journal(folder, safe)  # before the disk is busy
        saving, saving_grown = measure_saving(folder, safe)
        safe.close()
        return saving + journal, saving_grown + journal_grown
