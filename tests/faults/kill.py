"""Bar `kill`: a program that saves without pause is killed at a random moment."""

import random
import shutil
import statistics
import time
from itertools import count
from pathlib import Path

from pressdesk.storage.disk import DISK
from tests.faults.children import Acknowledge, Child, Ready
from tests.faults.result import Figure, Result, Work
from tests.faults.scenarios import NEW, SAVE, BrokenError, leftovers

SAVES = 4
"""The kill comes within the time of so many saves."""


def run(runs: int, work: Work) -> Result:
    """Kill so many children; the file must hold what was acknowledged last, or a later save."""
    chance = random.Random(work.seed)
    SAVE.prepare(work.folder)
    corrupt = lost = saves = begun = left = 0
    notes: list[str] = []
    longest_s = SAVES * _save_s(work)
    held = SAVE.look(work.folder)
    for number in range(runs):
        child = Child(save_on_and_on, work.folder, held + 1)
        child.go()
        time.sleep(chance.uniform(0, longest_s))
        child.kill()
        ending = child.ending()
        before, held = held, _look(work.folder, notes, f"kill {number}")
        if held < 0:
            corrupt += 1
            _begin_anew(work.folder)
            held = SAVE.look(work.folder)
            continue
        saves += held - before
        begun += held > (ending.acknowledged or before)
        lost += held < ending.acknowledged
        found = leftovers(work.folder)
        left += bool(found)
        for path in found:
            path.unlink()
    return Result(
        runs=runs,
        figures=(
            Figure("corrupt", corrupt, most=0),
            Figure("acknowledged saves lost", lost, most=0),
            Figure("saves made until the kills", saves, least=runs // 2),
            Figure("kills between replacing and acknowledging", begun),
            Figure("kills that left a temporary copy", left),
        ),
        notes=tuple(notes),
    )


def save_on_and_on(ready: Ready, acknowledge: Acknowledge, folder: Path, first: int) -> None:
    """Save one revision after the other, and acknowledge each."""
    step = SAVE.begin(folder, DISK)
    ready()
    for revision in count(first):
        step(revision)
        acknowledge(revision)


def _save_s(work: Work) -> float:
    """Tell the seconds that a save takes, the middle one of some."""
    folder = work.within("first").folder
    SAVE.prepare(folder)
    step = SAVE.begin(folder, DISK)
    taken: list[float] = []
    for revision in range(NEW, NEW + 7):
        begun = time.perf_counter()
        step(revision)
        taken.append(time.perf_counter() - begun)
    shutil.rmtree(folder)
    return statistics.median(taken)


def _look(folder: Path, notes: list[str], when: str) -> int:
    try:
        return SAVE.look(folder)
    except BrokenError as error:
        notes.append(f"{when}: {error}")
        return -1


def _begin_anew(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    SAVE.prepare(folder)
