"""Bar `faults`: every file operation of a save fails, once and for good, in every way."""

import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pressdesk.model.problem import PressDeskError
from pressdesk.storage.disk import DISK
from tests.faults.children import Acknowledge, Child, Ending, Ready
from tests.faults.each import OURS, save_once, save_under
from tests.faults.result import Figure, Result, Work
from tests.faults.scenarios import FIRST, NEW, OLD, SCENARIOS, Scenario, check, leftovers
from tests.faults.system_calls import calls, missing

ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS")
READING_ERRORS = ("EIO", "EACCES")
"""Reading needs no room, and a disk that can't be written can be read."""
READING = frozenset(
    {"read", "pread64", "readv", "stat", "newfstatat", "statx", "access", "getdents64", "statfs"}
)
REMOVING = frozenset({"unlink", "unlinkat", "rmdir"})
WRITING = REMOVING | frozenset(
    {"open", "openat", "creat", "write", "pwrite64", "writev", "pwritev", "copy_file_range"}
    | {"sendfile", "ftruncate", "fallocate", "fsync", "fdatasync", "close", "mkdir", "mkdirat"}
    | {"rename", "renameat", "renameat2", "link", "linkat", "chmod", "fchmod", "fchmodat"}
    | {"utimensat", "chown", "fchown"}
)
PARTS = 8
"""A save is cut off after each of so many parts of its size."""
_SHAPE = re.compile(r"(?!.*\.tmp)(.*“[^”]+”|Your typing ).* \(PD-[A-Z]{3}-\d{3}\)", re.DOTALL)
"""A message names the file, not the copy it was first written to, and ends with its code."""


class Fault(NamedTuple):
    """One way for one call to fail: `for_good`, all the writing after it fails too."""

    scenario: Scenario
    names: tuple[str, ...]
    """The file operations of the save, in their order."""
    place: int
    error: str
    for_good: bool

    def __str__(self) -> str:
        call = self.names[self.place]
        number = self.names[: self.place + 1].count(call)
        long = " and everything after it" if self.for_good else ""
        return f"{self.scenario.name}, {call} {number}{long}: {self.error}"

    def options(self) -> Iterator[str]:
        """Give what strace is told."""
        before, call = Counter(self.names[: self.place]), self.names[self.place]
        failing = {call}
        if self.for_good:
            failing |= WRITING | (READING if self.error == "EIO" else set())
            failing -= REMOVING - {call} if self.error == "ENOSPC" else set()
        yield from ("-e", f"trace={','.join(sorted(failing | REMOVING))}")
        for name in sorted(failing):
            when = f"{before[name] + 1}{'+' if self.for_good else ''}"
            yield from ("-e", f"inject={name}:error={self.error}:when={when}")


def run(runs: int, work: Work, scenarios: Sequence[Scenario] = SCENARIOS) -> Result:
    """Let every operation of every scenario fail; where `runs` is not 0, so many of them."""
    if why := missing():
        return Result(runs=0, skipped=why)
    faults = [fault for scenario in scenarios for fault in _faults(scenario, work)]
    if runs:
        faults = random.Random(work.seed).sample(faults, min(runs, len(faults)))
    seen: Counter[str] = Counter()
    notes: list[str] = []
    for fault in faults:
        with tempfile.TemporaryDirectory(dir=work.folder) as place:
            folder = Path(place)
            trace = work.folder / "trace"
            fault.scenario.prepare(folder)
            before = files_of(folder)
            ending = save_under(fault.scenario, folder, trace, *fault.options())
            hits = [line for line in trace.read_text().splitlines() if "(INJECTED)" in line]
            kept = any(name in line for line in hits for name in REMOVING)
            judged = [*judge(fault.scenario, folder, before, ending, may_leave=kept)]
        seen["hit"] += bool(hits)
        seen["told"] += ending.how == "told"
        for what in judged:
            seen[what] += 1
            notes.append(f"{fault}: {what}: {ending.code or ending.how} {ending.message[-600:]}")
    limits = [(scenario, part) for scenario in scenarios for part in range(1, PARTS)]
    for scenario, part in limits:
        for what in _limited(scenario, part, work, seen):
            seen[what] += 1
            notes.append(f"{scenario.name}, cut at {part}/{PARTS} of its size: {what}")
    return Result(
        runs=len(faults) + len(limits),
        figures=(
            Figure("hit their call", seen["hit"], least=0.98 * len(faults)),
            Figure(
                "saves cut short, and told",
                seen["short"],
                least=sum(scenario.saves for scenario, _ in limits),
            ),
            *figures(seen),
        ),
        notes=tuple(notes),
    )


def _limited(scenario: Scenario, part: int, work: Work, seen: Counter[str]) -> list[str]:
    """Save where the system takes only a part of the file: short writes, then errors."""
    with tempfile.TemporaryDirectory(dir=work.folder) as place:
        folder = Path(place)
        scenario.prepare(folder)
        before = files_of(folder)
        child = Child(save_limited, scenario, folder, size_of_new() * part // PARTS)
        child.go()
        ending = child.ending()
        seen["told"] += ending.how == "told"
        seen["short"] += ending.how == "told" and scenario.saves
        return [*judge(scenario, folder, before, ending)]


def save_limited(
    ready: Ready, acknowledge: Acknowledge, scenario: Scenario, folder: Path, limit: int
) -> Sequence[PressDeskError]:
    """Save revision NEW where no file may grow beyond a limit (setrlimit(2), RLIMIT_FSIZE)."""
    import resource  # not on Windows

    def limited() -> None:
        ready()
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    return save_once(limited, acknowledge, scenario, folder)


@cache
def size_of_new() -> int:
    """Give the size of a file of revision NEW."""
    with tempfile.TemporaryDirectory() as folder:
        FIRST.prepare(Path(folder))
        step, close = FIRST.begin(Path(folder), DISK)
        step(NEW)
        close()
        return sum(len(data) for data in files_of(Path(folder)).values())


def figures(seen: Counter[str]) -> tuple[Figure, ...]:
    """Give the figures that every bar with failing disks is held to."""
    return (
        Figure("corrupt, or old file changed", seen["corrupt"], most=0),
        Figure("silent: not saved, and not told", seen["silent"], most=0),
        Figure("told wrongly, or not in our words", seen["untrue"], most=0),
        Figure("not saved, and not offered for recovery", seen["typing lost"], most=0),
        Figure("saved, and offered as if not", seen["false offer"], most=0),
        Figure("picture lost, and not told", seen["picture lost"], most=0),
        Figure("temporary copy left", seen["left"], most=0),
        Figure("told", seen["told"]),
    )


def judge(
    scenario: Scenario,
    folder: Path,
    before: dict[str, bytes],
    ending: Ending,
    *,
    may_leave: bool = False,
) -> Iterator[str]:
    """Tell what is wrong with the files and the message after a save that met a fault."""
    if leftovers(folder) and not may_leave:
        yield "left"
    after = files_of(folder)
    seen = check(scenario, folder, ending.acknowledged)
    # Where it was told that typing is not protected, the journal may offer too much, and its
    # second folder has no pictures.
    excused = {"false offer", "picture lost"} if ending.warnings else set[str]()
    yield from (what for what in seen.faults if what not in excused)
    if seen.revision == OLD and any(after.get(name) != data for name, data in before.items()):
        yield "corrupt"
    if ending.how == "done" and seen.revision != NEW:
        yield "silent"
    told = [*ending.warnings, *([ending.message] if ending.how == "told" else [])]
    says_old = ending.how == "told" and seen.revision == NEW and scenario.saves
    if ending.how == "traceback" or says_old or not all(_SHAPE.fullmatch(each) for each in told):
        yield "untrue"


def files_of(folder: Path) -> dict[str, bytes]:
    """Read all files of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def _faults(scenario: Scenario, work: Work) -> Iterator[Fault]:
    with tempfile.TemporaryDirectory(dir=work.folder) as place:
        scenario.prepare(Path(place))
        save_under(scenario, Path(place), work.folder / "trace")
        names = tuple(
            name
            for name in calls(work.folder / "trace")
            if name in READING | WRITING and name not in OURS
        )
    for error in ERRORS:
        for for_good in (False, True):
            for number, name in enumerate(names):
                if name in WRITING or error in READING_ERRORS:
                    yield Fault(scenario, names, number, error, for_good)
