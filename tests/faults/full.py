"""Bar `full`: a disk of 2 MB is filled more and more, and a save must fit or say so."""

import errno
import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.faults.children import Child, Ending
from tests.faults.disk_errors import figures, files_of, judge
from tests.faults.each import save_once
from tests.faults.result import Figure, Result, Work
from tests.faults.scenarios import SCENARIOS, Scenario

DISK_KB = 2_000
FREE_KB = (8, 148)
"""The least and the most that is left free; a save needs some 80 kB."""

_SPACE = re.compile(r"([\d.]+) MB are needed, ([\d.]+) MB are free")
_FILLER = "filler.bin"


def run(runs: int, work: Work, scenarios: Sequence[Scenario] = SCENARIOS) -> Result:
    """Save at so many levels, beginning with a disk that is nearly full."""
    least, most = FREE_KB
    seen: Counter[str] = Counter()
    notes: list[str] = []
    try:
        with _small_disk(work.folder / "disk") as disk:
            for scenario in scenarios:
                for level in range(runs):
                    _try(scenario, disk, least + (most - least) * level // (runs - 1), seen, notes)
    except PermissionError as error:
        return Result(runs=0, skipped=f"no small disk: {error}")
    return Result(
        runs=runs * len(scenarios),
        figures=(
            *figures(seen),
            Figure("told without the free and the needed space", seen["spaceless"], most=0),
            Figure("saved", seen["done"], least=1),
        ),
        notes=tuple(notes),
    )


def _try(
    scenario: Scenario, disk: Path, free_kb: int, seen: Counter[str], notes: list[str]
) -> None:
    folder = disk / "work"
    folder.mkdir()
    try:
        scenario.prepare(folder)
        before = files_of(folder)
        child = Child(save_once, scenario, folder)
        _fill(disk, free_kb)
        child.go()
        ending = child.ending()
        (disk / _FILLER).unlink()  # room is made, as the message says, before the next start
        seen[ending.how] += 1
        for what in (*judge(scenario, folder, before, ending), *_spaceless(ending)):
            seen[what] += 1
            notes.append(f"{scenario.name}, {free_kb} kB free: {what}: {ending.message}")
    finally:
        shutil.rmtree(folder)
        (disk / _FILLER).unlink(missing_ok=True)


def _spaceless(ending: Ending) -> Iterator[str]:
    """A full disk is told with both numbers, and they show that it was too little."""
    if ending.code != "PD-SAV-001":
        return
    told = _SPACE.search(ending.message)
    if not told or float(told[1]) <= float(told[2]):
        yield "spaceless"


def _fill(disk: Path, free_kb: int) -> None:
    """Fill a disk until so much is left."""
    with (disk / _FILLER).open("wb", buffering=0) as filler:
        size = shutil.disk_usage(disk).free - free_kb * 1024
        try:
            filler.write(bytes(max(0, size)))
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise


@contextmanager
def _small_disk(place: Path) -> Iterator[Path]:
    """Mount a small disk in memory; raises PermissionError where that is not allowed."""
    place.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", f"size={DISK_KB}k", "none", str(place))
    if os.name == "nt" or not shutil.which("mount"):
        raise PermissionError("there is no mount here")
    done = subprocess.run(mount, capture_output=True, text=True)
    if done.returncode:
        raise PermissionError(done.stderr.strip() or "mount was refused")
    try:
        yield place
    finally:
        subprocess.run(("umount", str(place)), check=True)
