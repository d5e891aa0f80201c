"""Bar `sync`: a sync client replaces, cuts off, holds or renames the file while it is saved."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.storage.disk import Disk
from pressdesk.storage.package import read_package, write_package
from tests.faults.desks import Desk, bury, recovered
from tests.faults.releases import BrokenError, assets, release, revision_of, saved
from tests.faults.result import Figure, Result, Work
from tests.faults.scenarios import FILE, NEW, OLD, SAVE, THEIRS

HELD, PHOTOS_LOST = "PD-SAV-008", "PD-SAV-007"
_SHARING_VIOLATION = 32
"""What Windows says of a file that another program holds."""


class Event(NamedTuple):
    """What the sync client does, and how long it holds the file."""

    name: str
    do: Callable[[Path, random.Random], None]
    held_s: float = 0


class SyncedDisk(Disk):
    """A folder where a sync client acts right before one operation of a save.

    Not between the last look at the file and its replacing: on no system can that be
    helped, and a version is kept all the same.
    """

    def __init__(self, moment: int, act: Callable[[], None], held_s: float, target: Path) -> None:
        self._moment, self._act = moment, act
        self._held_s, self._target = held_s, target
        self._held_until = 0.0
        self.asked = 0

    def create(self, path: Path) -> BinaryIO:
        self._next()
        return super().create(path)

    def copy(self, source: int, offset: int, count: int, target: BinaryIO) -> None:
        self._next()
        super().copy(source, offset, count, target)

    def flush(self, file: BinaryIO) -> None:
        self._next()
        super().flush(file)

    def replace(self, source: Path, target: Path) -> None:
        if target == self._target and time.monotonic() < self._held_until:
            error: Any = PermissionError("The file is used by another process")
            error.winerror = _SHARING_VIOLATION
            raise error
        super().replace(source, target)

    def _next(self) -> None:
        self.asked += 1
        if self.asked == self._moment:
            self._act()
            self._held_until = time.monotonic() + self._held_s


def run(runs: int, work: Work) -> Result:
    """Save so often while something happens; what both wrote must be somewhere."""
    chance = random.Random(work.seed)
    moments = _moments(work)
    jobs = [
        (number, EVENTS[number % len(EVENTS)], chance.randint(1, moments), chance.random())
        for number in range(runs)
    ]
    with ThreadPoolExecutor(10) as pool:  # they wait for files that are held
        found = list(pool.map(lambda job: _try(work, *job), jobs))
    seen = Counter(what for whats in found for what in whats)
    lines = zip(jobs, found, strict=True)
    return Result(
        runs=runs,
        figures=(
            Figure("ours lost", seen["ours lost"], most=0),
            Figure("theirs lost", seen["theirs lost"], most=0),
            Figure("neither saved nor told", seen["silent"], most=0),
            Figure("not saved once the file was free again", seen["stuck"], most=0),
            Figure("saved in its place", seen["saved"], least=1),
            Figure("saved as a copy beside", seen["copied"], least=1),
            Figure("told that another program holds it", seen["told"], least=1),
            Figure("saved, and told that photos of a file cut off are gone", seen["photos gone"]),
        ),
        notes=tuple(
            f"{job[1].name}, at operation {job[2]}: {what}"
            for job, whats in lines
            for what in whats
            if what not in ("saved", "copied", "told", "photos gone")
        ),
    )


def _try(work: Work, number: int, event: Event, moment: int, seed: float) -> list[str]:
    folder = work.within(f"{number}").folder
    path = folder / FILE
    SAVE.prepare(folder)
    chance = random.Random(seed)
    disk = SyncedDisk(moment, lambda: event.do(path, chance), event.held_s, path)
    desk = Desk(folder, FILE, FILE, disk)
    desk.type(NEW)
    found: list[str] = []
    try:
        found += _save(desk, event)
    finally:
        desk.close()
    bury(folder)
    held = dict(_held(folder))
    texts = [*_texts(folder), *(each.release for each in recovered(folder))]
    if release(NEW) not in texts:
        found.append("ours lost")
    if event.do in (_replace, _rename) and disk.asked >= moment and THEIRS not in held.values():
        found.append("theirs lost")
    if not {"told", "photos gone"} & set(found):
        if NEW not in held.values():
            found.append("silent")
        found.append("saved" if held.get(path) == NEW else "copied")
    return found


def _save(desk: Desk, event: Event) -> Iterator[str]:
    try:
        warnings = desk.save(NEW)
        if event.do is _cut and any(warning.code == PHOTOS_LOST for warning in warnings):
            yield "photos gone"
    except PressDeskError as error:
        if error.code != HELD:
            raise
        yield "told"
        time.sleep(event.held_s)
        try:
            desk.save(NEW)
        except PressDeskError:
            yield "stuck"


def _held(folder: Path) -> Iterator[tuple[Path, int]]:
    """Tell what each file holds that can be opened."""
    for path in folder.glob("*.press"):
        try:
            yield path, revision_of(path)
        except BrokenError:
            continue


def _texts(folder: Path) -> Iterator[Release]:
    """Give the text of each file that can be opened, whether or not its photos are there."""
    for path in folder.glob("*.press"):
        try:
            yield read_package(path).release
        except PressDeskError:
            continue


def _moments(work: Work) -> int:
    """Count the operations at which something may happen."""
    folder = work.within("count").folder
    SAVE.prepare(folder)
    disk = SyncedDisk(0, lambda: None, 0, folder / FILE)
    desk = Desk(folder, FILE, FILE, disk)
    desk.save(NEW)
    desk.close()
    return disk.asked


def _replace(path: Path, chance: random.Random) -> None:
    """Bring what another has saved, in one step."""
    save_id, at = saved(THEIRS)
    write_package(path, release(THEIRS), assets(THEIRS), save_id=save_id, saved_at=at)


def _cut(path: Path, chance: random.Random) -> None:
    """Write a download into the file itself, and get no further."""
    with path.open("r+b") as file:
        file.truncate(chance.randrange(path.stat().st_size))


def _rename(path: Path, chance: random.Random) -> None:
    """Call ours a conflicted copy, and put another's in its place."""
    path.rename(path.with_name(f"{path.stem} (Tom Reed's conflicted copy 2026-03-05).press"))
    _replace(path, chance)


def _hold(path: Path, chance: random.Random) -> None:
    """Read the file, and let nobody replace it meanwhile."""
    if revision_of(path) != OLD:
        raise BrokenError("It was not there to be read.")


EVENTS = (
    Event("replaced", _replace),
    Event("cut off", _cut),
    Event("held for 0.5 s", _hold, 0.5),
    Event("held for 5 s", _hold, 5),
    Event("called a conflicted copy", _rename),
)
