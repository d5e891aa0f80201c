"""Bar `desk`: the journal is damaged, held or deleted while somebody types."""

import os
import random
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from pathlib import Path
from typing import NamedTuple

from pressdesk.paths import Paths
from tests.faults.children import Acknowledge, Child, Ending, Ready
from tests.faults.desks import PROFILE, Desk, recovered
from tests.faults.releases import BrokenError, release
from tests.faults.result import Figure, Result, Work
from tests.faults.scenarios import FILE, NEW, SAVE

PAUSE_S = 0.02
"""Between two writings of the journal."""
WARNED_S = 5
HELD_S = 4
"""Longer than the program waits for another that uses the journal."""
AFTER_S = 5
"""How long is typed on after the harm was done: so soon it must be noticed."""
AT_ONCE = 8
Harm = Callable[[Path, random.Random], AbstractContextManager[None]]


def run(runs: int, work: Work) -> Result:
    """Do harm to the journal so often, type on, kill, and start again."""
    chance = random.Random(work.seed)
    jobs = [(number, HARMS[number % len(HARMS)], chance.random()) for number in range(runs)]
    with ThreadPoolExecutor(AT_ONCE) as pool:  # they wait most of the time
        found = list(pool.map(lambda job: _try(work, *job), jobs))
    lost = [f"{harm.__name__}: {each.lost}" for (_, harm, _), each in zip(jobs, found, strict=True)]
    stopped = [each.ending for each in found if each.ending.how != "killed"]
    waits = [ms / 1000 for each in found for ms in each.ending.said["ms"]]
    return Result(
        runs=runs,
        figures=(
            Figure("typing lost", sum(bool(each.lost) for each in found), most=0),
            Figure("editing did not go on", len(stopped), most=0),
            Figure(
                "longest wait for the journal, or for a warning", max(waits), WARNED_S, unit="s"
            ),
            Figure("warned", sum("warned" in each.ending.said for each in found)),
        ),
        notes=(
            *(line for line, each in zip(lost, found, strict=True) if each.lost),
            *map(str, stopped),
        ),
    )


class Found(NamedTuple):
    """How one harm ended."""

    ending: Ending
    lost: str


def _try(work: Work, number: int, harm: Harm, seed: float) -> Found:
    folder = work.within(f"{number}").folder
    chance = random.Random(seed)
    SAVE.prepare(folder)
    child = Child(type_on_and_on, folder)
    child.go()
    time.sleep(chance.uniform(0.1, 1))
    with harm(Paths(folder / PROFILE).journal, chance):
        time.sleep(AFTER_S)
        child.kill()
    ending = child.ending()
    return Found(ending, _lost(folder, ending.typed))


def type_on_and_on(ready: Ready, acknowledge: Acknowledge, folder: Path) -> None:
    """Write one revision after the other into the journal; tell how long each took."""
    desk = Desk(folder, FILE, FILE)
    desk.type(NEW)
    ready()
    for revision in count(NEW + 1):
        begun = time.monotonic()
        warnings = desk.type(revision)
        acknowledge(int((time.monotonic() - begun) * 1000), "ms")
        acknowledge(revision, "typed")
        if warnings:
            acknowledge(revision, "warned")
        time.sleep(PAUSE_S)


def _lost(folder: Path, typed: int) -> str:
    """Say what the recovery does not give back; "" where it gives all that was typed last."""
    try:
        offers = recovered(folder)
    except BrokenError as error:
        return str(error)
    wanted = (release(typed), release(typed + 1))
    if len(offers) == 1 and offers[0].release in wanted and not offers[0].lacks:
        return ""
    return f"typed {typed}, offered {[(each.release.headline, each.lacks) for each in offers]}"


@contextmanager
def overwritten(path: Path, chance: random.Random) -> Iterator[None]:
    """Write over a piece of the database."""
    _overwrite(path, chance)
    yield


@contextmanager
def log_overwritten(path: Path, chance: random.Random) -> Iterator[None]:
    """Write over a piece of what the database has not taken in yet."""
    _overwrite(path.with_name(f"{path.name}-wal"), chance)
    yield


def _overwrite(path: Path, chance: random.Random) -> None:
    with path.open("r+b") as file:
        file.seek(chance.randrange(path.stat().st_size or 1))
        file.write(chance.randbytes(2_000))


@contextmanager
def emptied(path: Path, chance: random.Random) -> Iterator[None]:
    """Cut the database off, in the middle or at once."""
    os.truncate(path, chance.choice((0, 100, path.stat().st_size // 2)))
    yield


@contextmanager
def held(path: Path, chance: random.Random) -> Iterator[None]:
    """Hold the database for seconds, as a backup program may."""
    with sqlite3.connect(path, timeout=10, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        time.sleep(HELD_S)
        yield
        other.execute("ROLLBACK")
    other.close()


@contextmanager
def deleted(path: Path, chance: random.Random) -> Iterator[None]:
    """Delete the database, with or without its log."""
    path.unlink()
    if chance.random() < 0.5:
        for ending in ("-wal", "-shm"):
            path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
    yield


@contextmanager
def swept(path: Path, chance: random.Random) -> Iterator[None]:
    """Delete the whole folder of the profile, as a cleaning program may."""
    shutil.rmtree(path.parent, ignore_errors=True)
    yield


HARMS: tuple[Harm, ...] = (overwritten, log_overwritten, emptied, held, deleted, swept)
