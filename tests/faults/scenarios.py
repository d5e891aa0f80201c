"""What is done while the faults happen: small pieces of work that the bars put to the test."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from msgspec.structs import replace

from pressdesk.model.problem import PressDeskError
from pressdesk.storage.disk import Disk
from pressdesk.storage.package import write_package
from tests.faults.desks import Desk, recovered
from tests.faults.releases import BrokenError, assets, release, revision_of, saved

OLD, NEW, THEIRS = 1, 2, 9
FILE = "release.press"
BEFORE = "before"


class Step(Protocol):
    """Saves a revision; when it returns, the save is acknowledged. Gives what was told."""

    def __call__(self, revision: int) -> Sequence[PressDeskError]: ...


class Scenario(NamedTuple):
    """A piece of work on the files of one folder."""

    name: str
    prepare: Callable[[Path], None]
    """Lays the files of revision OLD into an empty folder."""
    begin: Callable[[Path, Disk], tuple[Step, Callable[[], None]]]
    """Opens and types before the faults begin; gives the step, and what closes it."""
    look: Callable[[Path], int]
    """Tells which revision the files hold, whole; raises BrokenError."""
    saves: bool = True
    """Whether it writes a file; else it is the journal's revision that counts."""


class Seen(NamedTuple):
    """What is found after a fault."""

    revision: int
    faults: tuple[str, ...]
    """`corrupt`, `lost`, `typing lost`, `picture lost`, `false offer`."""
    why: str = ""


def check(scenario: Scenario, folder: Path, acknowledged: int = 0) -> Seen:
    """Look at a folder after a fault, as the program does when it is started again."""
    try:
        revision = scenario.look(folder)
        offered = recovered(folder)
    except BrokenError as error:
        return Seen(0, ("corrupt",), str(error))
    texts = [each.release for each in offered]
    if not scenario.saves:
        found = [number for number in (OLD, NEW) if texts == [release(number)]]
        in_file = [OLD] if not texts else []  # work that lies in its file is not offered
        revision = (found or in_file or [0])[0]
    faults = ["lost"] * (revision < max(OLD, acknowledged))
    if scenario.saves and revision == OLD and texts != [release(NEW)]:
        faults.append("typing lost")
    if scenario.saves and revision == NEW and offered:
        faults.append("false offer")
    if any(each.lacks for each in offered):
        faults.append("picture lost")
    told = [each.headline for each in texts]
    return Seen(revision, tuple(faults), f"revision {revision}, offered {told}")


def _write(path: Path, revision: int) -> None:
    save_id, saved_at = saved(revision)
    write_package(path, release(revision), assets(revision), save_id=save_id, saved_at=saved_at)


def _prepare_saved(folder: Path) -> None:
    _write(folder / FILE, OLD)


def _prepare_nothing(folder: Path) -> None:
    """Leave the folder empty."""


def _typed(desk: Desk) -> tuple[Step, Callable[[], None]]:
    desk.type(NEW)
    return desk.save, desk.close


def _begin_save(folder: Path, disk: Disk) -> tuple[Step, Callable[[], None]]:
    return _typed(Desk(folder, FILE, FILE, disk))


def _look_saved(folder: Path) -> int:
    revision = revision_of(folder / FILE)
    if not revision:
        raise BrokenError("The file is gone.")
    return revision


def _begin_first(folder: Path, disk: Disk) -> tuple[Step, Callable[[], None]]:
    return _typed(Desk(folder, "", FILE, disk))


def _look_first(folder: Path) -> int:
    return revision_of(folder / FILE) or OLD


def _begin_save_as(folder: Path, disk: Disk) -> tuple[Step, Callable[[], None]]:
    return _typed(Desk(folder, FILE, "another.press", disk))


def _look_save_as(folder: Path) -> int:
    if revision_of(folder / FILE) != OLD:
        raise BrokenError("The file that was opened is not as it was.")
    return revision_of(folder / "another.press") or OLD


def _prepare_conflict(folder: Path) -> None:
    """Lay out what another saved, and what was there before it."""
    (folder / BEFORE).mkdir()
    _write(folder / BEFORE / FILE, OLD)
    _write(folder / FILE, THEIRS)


def _begin_conflict(folder: Path, disk: Disk) -> tuple[Step, Callable[[], None]]:
    """Go on with the file as it was before another saved."""
    desk = Desk(folder, f"{BEFORE}/{FILE}", FILE, disk)
    desk.expected = desk.package
    desk.work = replace(desk.work, path=folder / FILE)
    return _typed(desk)


def _look_conflict(folder: Path) -> int:
    if revision_of(folder / FILE) != THEIRS:
        raise BrokenError("What the other saved was written over.")
    copies = [*folder.glob("release (*).press"), *folder.rglob("backups/*/release (*).press")]
    return max((revision_of(copy) for copy in copies), default=OLD)


def _begin_journal(folder: Path, disk: Disk) -> tuple[Step, Callable[[], None]]:
    desk = Desk(folder, FILE, FILE, disk)
    desk.type(OLD)
    return desk.type, desk.close


def _look_journal(folder: Path) -> int:
    if revision_of(folder / FILE) != OLD:
        raise BrokenError("The file that was opened is not as it was.")
    return OLD


SAVE = Scenario("save", _prepare_saved, _begin_save, _look_saved)
FIRST = Scenario("first save", _prepare_nothing, _begin_first, _look_first)
SAVE_AS = Scenario("save as", _prepare_saved, _begin_save_as, _look_save_as)
CONFLICT = Scenario("conflict copy", _prepare_conflict, _begin_conflict, _look_conflict)
JOURNAL = Scenario("journal", _prepare_saved, _begin_journal, _look_journal, saves=False)
SCENARIOS = (SAVE, FIRST, SAVE_AS, CONFLICT, JOURNAL)


def leftovers(folder: Path) -> list[Path]:
    """Find the temporary files that a save left behind."""
    return sorted(folder.rglob(".~*.tmp"))
