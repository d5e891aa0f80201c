"""Measuring: rows with their ratio to a peer, how cost grows, and the photos to measure with.

CPU seconds are the figure where the work is ours: they repeat within a few per
cent while other programs run. What must be measured alone (the peak of memory,
the wall time) runs in a process of its own.
"""

import json
import math
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

PHOTO_SIZE = (6000, 4000)
"""Pixels of the photos: 24 megapixels, 8 to 9 MB as JPEG of quality 90."""
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


class Row(NamedTuple):
    """One line of the table: a figure, its peer from the same run, and the ratio aimed at."""

    name: str
    figure: float
    peer: float
    goal: float
    """The ratio aimed at; 0 where the row is for information."""
    unit: str = "CPU s"
    peer_name: str = ""

    @property
    def ratio(self) -> float:
        return self.figure / self.peer

    @property
    def is_met(self) -> bool:
        return not self.goal or self.ratio <= self.goal


class Growth(NamedTuple):
    """How a cost grows with the work."""

    name: str
    points: Sequence[tuple[float, float]]
    """Amount of work and what it cost."""
    unit: str = "CPU s"

    @property
    def slope(self) -> float:
        """Exponent of the growth between first and last point: 1 is proportional."""
        (work, cost), (more, dearer) = self.points[0], self.points[-1]
        return math.log(dearer / cost) / math.log(more / work)


def cpu_seconds(*works: Callable[[], object], repeat: int = 9) -> list[float]:
    """Measure works in turn, so that a noisy moment hits all of them; gives the medians."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(repeat):
        for seconds, work in zip(taken, works, strict=True):
            begun = time.process_time()
            work()
            seconds.append(time.process_time() - begun)
    return [statistics.median(seconds) for seconds in taken]


def process_seconds(command: Sequence[str], bytecode: Path | None = None) -> float:
    """Measure the CPU seconds of a whole process.

    ``bytecode`` is a folder for Python's byte code, so that a process finds its
    modules compiled, as an installed program does, whatever this one was told.
    """
    import resource  # not on Windows

    settings = {key: value for key, value in os.environ.items() if key != _NO_BYTECODE}
    settings = {**settings, "PYTHONPYCACHEPREFIX": str(bytecode)} if bytecode else None
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env=settings)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def rows_of(module: str) -> tuple[list[Row], list[Growth]]:
    """Run the benchmark of a module: by its name, so that another process can be asked to."""
    return import_module(module).rows()


def in_child(module: str, *arguments: str) -> dict[str, Any]:
    """Run a module that ends with ``report_child``, and give what it told."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def report_child(work: Callable[[], object]) -> None:
    """Do the work and tell CPU and wall seconds, and this process's peak of memory in MiB."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    told = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    print(json.dumps({**told, "peak_mib": peak_mib()}))  # noqa: T201


def peak_mib() -> float:
    """Tell this process's peak of memory.

    ``ru_maxrss`` is handed down through fork and exec on Linux, so that a child
    would show its parent's peak; the kernel's own mark begins anew.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    import resource  # not on Windows

    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def noise_photo(seed: int = 1, size: tuple[int, int] = PHOTO_SIZE) -> bytes:
    """Make a JPEG as heavy as a camera's: soft colours under grain, the same for each seed."""
    width, height = size
    chance = random.Random(seed)

    def noise(columns: int, rows: int) -> Image.Image:
        return Image.frombytes("RGB", (columns, rows), chance.randbytes(columns * rows * 3))

    colours = noise(60, 40).resize(size, Image.Resampling.BICUBIC)
    stream = BytesIO()
    Image.blend(colours, noise(width, height), 0.154).save(stream, "JPEG", quality=90)
    return stream.getvalue()


def write_photos(folder: Path, count: int, seed: int = 1) -> list[Path]:
    """Write so many photos of 24 megapixels that differ by their bytes, and cost the same."""
    data = noise_photo(seed)
    paths = [folder / photo_name(number) for number in range(count)]
    for number, path in enumerate(paths):
        remark = f"photo {number:03}".encode()
        comment = b"\xff\xfe" + (len(remark) + 2).to_bytes(2, "big") + remark
        path.write_bytes(data[:2] + comment + data[2:])
    return paths


def photo_name(number: int) -> str:
    """Name the file of a photo."""
    return f"photo-{number:03}.jpg"


def table(rows: Iterable[Row], growths: Iterable[Growth] = ()) -> str:
    """Make the table of rows and growths, as Markdown."""
    lines = [
        "| work | figure | peer or floor | ratio | goal | |",
        "|---|---:|---:|---:|---:|---|",
    ]
    for row in rows:
        figure, peer = _number(row.figure, row.unit), _number(row.peer, row.unit)
        goal = f"≤ {row.goal:g}" if row.goal else "–"
        met = ("met" if row.is_met else "MISSED") if row.goal else ""
        peer = f"{peer} ({row.peer_name})" if row.peer_name else peer
        lines.append(f"| {row.name} | {figure} | {peer} | {row.ratio:.2f} | {goal} | {met} |")
    growths = list(growths)
    if growths:
        lines += ["", "| growth | work → cost | slope |", "|---|---|---:|"]
    for growth in growths:
        points = " · ".join(f"{work:g} → {_number(cost, '')}" for work, cost in growth.points)
        lines.append(f"| {growth.name} ({growth.unit}) | {points} | {growth.slope:.2f} |")
    return "\n".join(lines) + "\n"


def _number(value: float, unit: str) -> str:
    return f"{value:.3g} {unit}".rstrip() if value < 100 else f"{value:,.0f} {unit}".rstrip()
