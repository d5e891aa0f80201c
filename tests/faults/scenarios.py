"""What is done while the faults happen: small pieces of work that the bars put to the test."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from pressdesk.storage.disk import DISK, Disk
from pressdesk.storage.package import read_package, write_package
from tests.faults.releases import BrokenError, assets, release, revision_of, saved

OLD, NEW = 1, 2

Step = Callable[[int], None]
"""Saves a revision; when it returns, the save is acknowledged."""


class Scenario(NamedTuple):
    """A piece of work on the files of one folder."""

    name: str
    prepare: Callable[[Path], None]
    """Lays the files of revision OLD into an empty folder."""
    begin: Callable[[Path, Disk], Step]
    """Opens what is needed before the faults begin; the step saves by that disk."""
    look: Callable[[Path], int]
    """Tells which revision the folder holds, whole; raises BrokenError."""


def _write(path: Path, revision: int, disk: Disk = DISK) -> None:
    save_id, saved_at = saved(revision)
    text, photos = release(revision), assets(revision)
    write_package(path, text, photos, save_id=save_id, saved_at=saved_at, disk=disk)


def _prepare_saved(folder: Path) -> None:
    _write(folder / "release.press", OLD)


def _begin_save(folder: Path, disk: Disk) -> Step:
    return _saving(folder / "release.press", folder / "release.press", disk)


def _look_saved(folder: Path) -> int:
    revision = revision_of(folder / "release.press")
    if not revision:
        raise BrokenError("The file is gone.")
    return revision


def _saving(opened: Path, path: Path, disk: Disk) -> Step:
    base = read_package(opened)

    def step(revision: int) -> None:
        nonlocal base
        # The photos come out of the file that is about to be replaced, as in the program.
        photos = base.assets
        for sha256 in assets(revision):
            if sha256 not in photos:
                photos = photos.with_source(sha256, lambda sha256=sha256: assets(NEW).open(sha256))
        save_id, saved_at = saved(revision)
        text = release(revision)
        base = write_package(
            path, text, photos, save_id=save_id, saved_at=saved_at, base=base, disk=disk
        )

    return step


def _prepare_nothing(folder: Path) -> None:
    """Leave the folder empty."""


def _begin_first(folder: Path, disk: Disk) -> Step:
    return lambda revision: _write(folder / "release.press", revision, disk)


def _look_first(folder: Path) -> int:
    return revision_of(folder / "release.press") or OLD


def _begin_save_as(folder: Path, disk: Disk) -> Step:
    return _saving(folder / "release.press", folder / "another.press", disk)


def _look_save_as(folder: Path) -> int:
    if revision_of(folder / "release.press") != OLD:
        raise BrokenError("The file that was opened is not as it was.")
    return revision_of(folder / "another.press") or OLD


SAVE = Scenario("save", _prepare_saved, _begin_save, _look_saved)
FIRST = Scenario("first save", _prepare_nothing, _begin_first, _look_first)
SAVE_AS = Scenario("save as", _prepare_saved, _begin_save_as, _look_save_as)
SCENARIOS = (SAVE, FIRST, SAVE_AS)


def leftovers(folder: Path) -> list[Path]:
    """Find the temporary files that a save left behind."""
    return sorted(folder.rglob(".~*.tmp"))
