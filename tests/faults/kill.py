"""Bar `kill`: a program that saves without pause is killed at a random moment."""

import random
import shutil
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from pressdesk.model.release import Release
from tests.faults.children import Acknowledge, Child, Ending, Ready
from tests.faults.desks import Desk, Offer, recovered
from tests.faults.releases import BrokenError, release
from tests.faults.result import Figure, Result, Work
from tests.faults.scenarios import FILE, NEW, SAVE, leftovers

SAVES = 4
"""The kill comes within the time of so many saves."""


def run(runs: int, work: Work) -> Result:
    """Kill so many children; the file must hold what was acknowledged last, or a later save."""
    chance = random.Random(work.seed)
    longest_s = SAVES * _save_s(work)
    SAVE.prepare(work.folder)
    seen: Counter[str] = Counter()
    notes: list[str] = []
    acknowledged: set[int] = set()
    held = SAVE.look(work.folder)
    for number in range(runs):
        child = Child(save_on_and_on, work.folder, held + 1)
        child.go()
        time.sleep(chance.uniform(0, longest_s))
        child.kill()
        ending = child.ending()
        acknowledged |= {*range(held + 1, ending.acknowledged + 1)}
        before = held
        try:
            held = SAVE.look(work.folder)
            faults = list(_faults(ending, held, recovered(work.folder, finish=True)))
        except BrokenError as error:
            seen["corrupt"] += 1
            notes.append(f"kill {number}: {error}")
            _begin_anew(work.folder)
            held = SAVE.look(work.folder)
            acknowledged.clear()
            continue
        for what in faults:
            seen[what] += 1
            notes.append(f"kill {number}: {what}: revision {held}, {ending}")
        seen["saves"] += held - before
        seen["unconfirmed"] += held > (ending.acknowledged or before)
        found = leftovers(work.folder)
        seen["left"] += bool(found)
        for path in found:
            path.unlink()
    return Result(
        runs=runs,
        figures=(
            Figure("corrupt", seen["corrupt"], most=0),
            Figure("acknowledged saves lost", seen["lost"], most=0),
            Figure("not saved, and not offered for recovery", seen["typing lost"], most=0),
            Figure("saved, and offered as if not", seen["false offer"], most=0),
            Figure("picture lost", seen["picture lost"], most=0),
            Figure("acknowledged saves without a version", _unkept(work, acknowledged), most=0),
            Figure("saves made until the kills", seen["saves"], least=runs // 2),
            Figure("kills between replacing and acknowledging", seen["unconfirmed"]),
            Figure("kills that left a temporary copy", seen["left"]),
        ),
        notes=tuple(notes),
    )


def save_on_and_on(ready: Ready, acknowledge: Acknowledge, folder: Path, first: int) -> None:
    """Type and save one revision after the other, and acknowledge each."""
    desk = Desk(folder, FILE, FILE)
    ready()
    for revision in count(first):
        desk.type(revision)
        acknowledge(revision, "typed")
        desk.save(revision)
        acknowledge(revision)


def _faults(ending: Ending, held: int, offered: list[Offer]) -> Iterator[str]:
    if held < ending.acknowledged:
        yield "lost"
    revisions = [_revision(each.release) for each in offered]
    if any(each.lacks for each in offered):
        yield "picture lost"
    if ending.typed > held and revisions not in ([ending.typed], [ending.typed + 1]):
        yield "typing lost"
    if any(revision <= held for revision in revisions):
        yield "false offer"


def _revision(offered: Release) -> int:
    revision = int(offered.headline.removeprefix("Revision "))
    if offered != release(revision):
        raise BrokenError(f"Revision {revision} was restored with another text.")
    return revision


def _unkept(work: Work, acknowledged: set[int]) -> int:
    """Count the saves that are not among the versions."""
    desk = Desk(work.folder, FILE, FILE)
    kept = {version.save_id.int for version in desk.safe.versions.list(desk.work.doc_id)}
    desk.close()
    return len(acknowledged - kept)


def _save_s(work: Work) -> float:
    """Tell the seconds that typing and saving take, the middle one of some."""
    folder = work.within("first").folder
    SAVE.prepare(folder)
    desk = Desk(folder, FILE, FILE)
    taken: list[float] = []
    for revision in range(NEW, NEW + 7):
        begun = time.perf_counter()
        desk.save(revision)
        taken.append(time.perf_counter() - begun)
    desk.close()
    shutil.rmtree(folder)
    return statistics.median(taken)


def _begin_anew(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    SAVE.prepare(folder)
