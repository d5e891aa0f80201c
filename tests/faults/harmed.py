"""Bar `window`: the harm of bar `desk`, done while somebody types in the program's own windows."""

import random
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from pressdesk.paths import Paths
from tests.faults.desk import (
    AFTER_S,
    HELD_S,
    WARNED_S,
    Harm,
    deleted,
    emptied,
    log_overwritten,
    overwritten,
    swept,
)
from tests.faults.keyboard import a_file
from tests.faults.result import Figure, Result, Work
from tests.faults.windows import HAS_WINDOW, MOST_LOST_S, Aftermath, Plan, Session, look

AT_ONCE = 6
BEFORE_S = (2.5, 4.5)
"""How long is typed before the harm: until the journal has something of it."""


class Found(NamedTuple):
    """How one harm ended."""

    harm: str
    after: Aftermath
    warned_s: float | None
    """How long after the harm the red bar was seen, by the typist's clock."""
    pause_s: float
    """The longest time between two keys after the harm."""
    has_stopped: bool

    @property
    def lost_s(self) -> float:
        """How much typing is lost, by the typist's clock."""
        return max((loss.own_s for loss in self.after.losses), default=0)


def run(runs: int, work: Work) -> Result:
    """Do harm so often, type on, kill, start again, and compare."""
    if not HAS_WINDOW:
        return Result(runs=0, skipped="PySide6 is not installed")
    chance = random.Random(work.seed)
    jobs = [(number, HARMS[number % len(HARMS)], chance.random()) for number in range(runs)]
    with ThreadPoolExecutor(AT_ONCE) as pool:  # they wait most of the time
        found = list(pool.map(lambda job: _try(work, *job), jobs))
    seen = Counter(fault.partition(":")[0] for each in found for fault in each.after.faults)
    warned = [each.warned_s for each in found if each.warned_s is not None]
    silent = [each for each in found if each.warned_s is None and each.lost_s > MOST_LOST_S]
    wall = max(loss.wall_s for each in found for loss in each.after.losses)
    return Result(
        runs=runs,
        figures=(
            Figure(
                "longest typing lost, by the typist's clock",
                max(each.lost_s for each in found),
                MOST_LOST_S,
                unit="s",
            ),
            Figure("longest typing lost", round(wall, 2), unit="s"),
            Figure("unprotected, and not warned", len(silent), most=0),
            Figure("longest wait for the warning", max(warned, default=0), WARNED_S, unit="s"),
            Figure("warned", len(warned)),
            Figure("protected again without a warning", runs - len(warned) - len(silent)),
            Figure("editing did not go on", sum(each.has_stopped for each in found), most=0),
            Figure(
                "longest time between two keys",
                round(max(each.pause_s for each in found), 2),
                unit="s",
            ),
            Figure("otherwise wrong when started again", sum(seen.values()), most=0),
        ),
        notes=tuple(
            f"{each.harm}: {told}"
            for each in found
            for told in (
                *each.after.faults,
                *([f"{each.lost_s} s lost"] if each.lost_s > MOST_LOST_S else []),
            )
        ),
    )


def _try(work: Work, number: int, harm: Harm, seed: float) -> Found:
    folder = work.within(f"{number}").folder
    chance = random.Random(seed)
    path = a_file(folder, number)
    session = Session(_plan(folder, path, chance))
    session.wait()
    time.sleep(chance.uniform(*BEFORE_S))
    harmed_at = time.monotonic()
    with harm(Paths(folder / "profile").journal, chance):
        time.sleep(AFTER_S)
        typed = session.kill()
    keys = [harmed_at, *(at for at in typed.keys if at > harmed_at), typed.killed_at]
    warnings = [line.at for line in typed.lines if line.what == "warned"]
    pauses = [after - before for before, after in pairwise(keys)]
    return Found(
        harm.__name__,
        look(typed, [path]),
        typed.own_s(harmed_at, warnings[0]) if warnings else None,
        max(pauses),
        len(keys) - 2 < typed.killed_at - harmed_at,
    )


@contextmanager
def locked(path: Path, chance: random.Random) -> Iterator[None]:
    """Hold the database until the end."""
    with closing(sqlite3.connect(path, timeout=10, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def locked_for_a_while(path: Path, chance: random.Random) -> Iterator[None]:
    """Hold the database for seconds, as a backup program may, and let go of it."""
    with locked(path, chance):
        time.sleep(HELD_S)
    yield


HARMS: tuple[Harm, ...] = (
    *(overwritten, locked, deleted),
    *(log_overwritten, emptied, swept, locked_for_a_while),
)
"""Those of the quick form first."""


def _plan(folder: Path, path: Path, chance: random.Random) -> Plan:
    return Plan(profile=str(folder / "profile"), typed_on=(str(path),), new=1, seed=chance.random())
