"""Bar `seam`: the same through `Disk`, which the product writes by, on every system."""

import errno
import io
import os
import random
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Literal, NamedTuple

from pressdesk.model.problem import PressDeskError
from pressdesk.storage.disk import Disk
from tests.faults.children import Ending
from tests.faults.desks import bury
from tests.faults.disk_errors import ERRORS, figures, files_of, judge
from tests.faults.result import Figure, Result, Work
from tests.faults.scenarios import NEW, SCENARIOS, Scenario

Way = Literal["once", "for good", "short", "short, then once"]


class FailingDisk(Disk):
    """A disk whose Nth operation fails; each write of a file is an operation too."""

    def __init__(self, number: int = 0, error: int = 0, way: Way = "once") -> None:
        self._number, self._error, self._way = number, error, way
        self.done: list[str] = []
        """The operations asked for, in their order."""
        self.was_hit = False
        self.refused_removal = self.unflushed = False

    def create(self, path: Path) -> BinaryIO:
        self._ask("create")
        return _FailingFile(path, self)  # pyright: ignore[reportReturnType]

    def copy_in_kernel(self, source: int, offset: int, count: int, target: BinaryIO) -> int:
        if self._ask("copy", may_be_short=True):
            return super().copy_in_kernel(source, offset, count // 2, target)
        return super().copy_in_kernel(source, offset, count, target)

    def flush(self, file: BinaryIO) -> None:
        self._ask("flush")
        super().flush(file)

    def replace(self, source: Path, target: Path) -> None:
        self._ask("replace")
        super().replace(source, target)

    def flush_folder(self, folder: Path) -> None:
        try:
            self._ask("flush folder")
        except OSError:
            self.unflushed = True
            raise
        super().flush_folder(folder)

    def remove(self, path: Path) -> None:
        try:
            self._ask("remove")
        except OSError:
            self.refused_removal = True
            raise
        super().remove(path)

    def write(self, data: bytes, write: Callable[[bytes], int]) -> int:
        """Let a file write, or less than all, or nothing."""
        if self._ask("write", may_be_short=True):
            return write(data[: max(1, len(data) // 2)])
        return write(data)

    def _ask(self, what: str, *, may_be_short: bool = False) -> bool:
        """Raise where this operation is to fail; tells whether it is to write short."""
        self.done.append(what)
        place = len(self.done) - self._number
        short = self._way.startswith("short")
        if not self._number or place < 0:
            return False
        if short and place == 0:
            self.was_hit = True
            return may_be_short
        fails = {
            "once": place == 0,
            "for good": True,
            "short": False,
            "short, then once": place == 1,
        }
        if fails[self._way]:
            self.was_hit = True
            raise OSError(self._error, os.strerror(self._error))
        return False


class _FailingFile(io.FileIO):
    def __init__(self, path: Path, disk: FailingDisk) -> None:
        super().__init__(path, "x+")
        self._disk = disk

    def write(self, data: Any) -> int:
        return self._disk.write(bytes(data), super().write)


class Fault(NamedTuple):
    scenario: Scenario
    number: int
    error: str
    way: Way


def run(runs: int, work: Work, scenarios: Sequence[Scenario] = SCENARIOS) -> Result:
    """Let every operation of every scenario fail; where `runs` is not 0, so many of them."""
    faults = [fault for scenario in scenarios for fault in _faults(scenario, work)]
    if runs:
        faults = random.Random(work.seed).sample(faults, min(runs, len(faults)))
    seen: Counter[str] = Counter()
    notes: list[str] = []
    for fault in faults:
        with tempfile.TemporaryDirectory(dir=work.folder) as place:
            folder = Path(place)
            fault.scenario.prepare(folder)
            before = files_of(folder)
            disk = FailingDisk(fault.number, getattr(errno, fault.error), fault.way)
            ending = _save(fault.scenario, folder, disk)
            kept = disk.refused_removal
            judged = [*judge(fault.scenario, folder, before, ending, may_leave=kept)]
            # A disk that takes less at a time has not failed.
            judged += ["untrue"] * (fault.way == "short" and ending.how != "done")
        if disk.unflushed and ending.how == "done" and not ending.warnings:
            judged.append("silent")
        seen["hit"] += disk.was_hit
        seen["told"] += ending.how == "told"
        for what in judged:
            seen[what] += 1
            notes.append(f"{fault.scenario.name}, {fault[1:]}, {what}: {ending}")
    return Result(
        runs=len(faults),
        figures=(Figure("hit their operation", seen["hit"], least=len(faults)), *figures(seen)),
        notes=tuple(notes),
    )


def _faults(scenario: Scenario, work: Work) -> Iterator[Fault]:
    with tempfile.TemporaryDirectory(dir=work.folder) as place:
        scenario.prepare(Path(place))
        disk = FailingDisk()
        _save(scenario, Path(place), disk)
    for number, what in enumerate(disk.done, 1):
        for error in ERRORS:
            yield Fault(scenario, number, error, "once")
            yield Fault(scenario, number, error, "for good")
            if what in ("write", "copy"):
                yield Fault(scenario, number, error, "short, then once")
        if what in ("write", "copy"):
            yield Fault(scenario, number, "EIO", "short")


def _save(scenario: Scenario, folder: Path, disk: Disk) -> Ending:
    step, close = scenario.begin(folder, disk)
    try:
        warnings = step(NEW)
    except PressDeskError as error:
        return Ending("told", 0, str(error), error.code)
    except Exception:
        return Ending("traceback", 0, traceback.format_exc())
    finally:
        close()
        bury(folder)
    return Ending("done", NEW, warnings=tuple(map(str, warnings)))
