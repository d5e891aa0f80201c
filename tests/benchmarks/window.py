"""Rows 1, 8 and 14 of the speed table: starting the window, opening a release, memory.

Run with ``python -m tests.benchmarks --only window``. Each figure is that of
a process of its own, without a screen and with Python's byte code at hand.
"""

import datetime as dt
import json
import os
import statistics
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from pressdesk.model.assets import Assets
from pressdesk.model.photo import Photo
from pressdesk.opening import open_release
from pressdesk.paths import shipped
from pressdesk.storage.package import write_package
from tests.benchmarks.measure import PHOTO_SIZE, Growth, Row, noise_photo
from tests.benchmarks.releases import long_release

MODULE = "tests.benchmarks.window_child"
WORDS, PHOTOS = 20_000, 100
REPEAT = 9


class Bench:
    """A folder with releases, a profile, and Python's byte code."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def run(self, *arguments: str) -> dict[str, float]:
        """Run the child as a process of its own, and give what it told."""
        names = ("PYTHONDONTWRITEBYTECODE", "DISPLAY", "WAYLAND_DISPLAY")
        environment = {key: value for key, value in os.environ.items() if key not in names}
        environment |= {
            "PYTHONPYCACHEPREFIX": str(self._folder / "bytecode"),
            "QT_QPA_PLATFORM": "offscreen",
        }
        command = [sys.executable, "-m", MODULE, *arguments]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return json.loads(ran.stdout.splitlines()[-1])

    def bare(self) -> dict[str, float]:
        return self.run("bare")

    def ours(self, file: str = "") -> dict[str, float]:
        return self.run("ours", str(self._folder / "profile"), file)

    def write(self, name: str, words: int, photos: int) -> str:
        """Write a release whose photos have 24 megapixels."""
        release = long_release(words, photos).release
        assets, made = Assets(), list[Photo]()
        data = noise_photo(1) if photos else b""
        for number, photo in enumerate(release.photos):
            remark = f"photo {number:03}".encode()
            comment = b"\xff\xfe" + (len(remark) + 2).to_bytes(2, "big") + remark
            assets, media = assets.with_bytes(data[:2] + comment + data[2:])
            width, height = PHOTO_SIZE
            made.append(replace(photo, media=media, suffix="jpg", width=width, height=height))
        path = self._folder / f"{name}.press"
        release = replace(release, photos=tuple(made))
        saved = dt.datetime(2026, 3, 5, tzinfo=dt.UTC)
        write_package(path, release, assets, save_id=UUID(int=1), saved_at=saved)
        return str(path)

    def write_sample(self) -> str:
        opened = open_release(shipped("resources") / "samples" / "sample.md")
        path = self._folder / "sample.press"
        write_package(
            path, opened.release, opened.assets, save_id=UUID(int=1), saved_at=opened.saved
        )
        return str(path)


def _medians(*works: Any, repeat: int) -> list[dict[str, float]]:
    """Run works in turn; gives the median of each of their figures."""
    told: list[list[dict[str, float]]] = [[] for _ in works]
    for each in works:
        each()  # writes the byte code
    for _ in range(repeat):
        for figures, work in zip(told, works, strict=True):
            figures.append(work())
    return [{name: statistics.median(t[name] for t in some) for name in some[0]} for some in told]


def measure(folder: Path) -> tuple[list[Row], list[Growth]]:
    """Measure in a folder that has room for a gigabyte."""
    bench = Bench(folder)
    sample = bench.write_sample()
    bare, start, opened = _medians(
        bench.bare, bench.ours, partial(bench.ours, sample), repeat=REPEAT
    )
    counts = (WORDS // 16, WORDS // 4, WORDS)
    files = [bench.write(str(words), words, 0) for words in counts]
    big = bench.write("big", WORDS, PHOTOS)
    *growing, large = _medians(*(partial(bench.ours, file) for file in (*files, big)), repeat=3)
    rows = [
        Row("1 start to painted window", start["cpu"], bare["cpu"], 1.3, peer_name="bare window"),
        Row(
            f"8 open {WORDS:,} words + {PHOTOS} photos",
            large["open"],
            growing[-1]["open"],
            1.5,
            peer_name="the words alone",
        ),
        Row(
            "14 memory, sample open",
            opened["rss_mib"],
            bare["rss_mib"],
            2,
            "MiB",
            peer_name="bare window",
        ),
    ]
    points = [(words, told["open"]) for words, told in zip(counts, growing, strict=True)]
    return rows, [Growth("open, words", points)]


def rows() -> tuple[list[Row], list[Growth]]:
    """Measure rows 1, 8 and 14."""
    with tempfile.TemporaryDirectory() as folder:
        return measure(Path(folder))
