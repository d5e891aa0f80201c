"""A copy of each release as it was before the first save of a day."""

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from msgspec import Struct

from pressdesk.storage.atomic import make_folder, replace_file
from pressdesk.storage.disk import DISK, Disk, is_there
from pressdesk.storage.held import HeldFile

_DAILY = 7
_WEEKLY = 4
_MOST_BYTES = 5_000_000_000


class Backup(Struct, frozen=True, kw_only=True):
    """One copy, and the day it was made."""

    path: Path
    day: dt.date


class Backups:
    """Copies by the id of their release: seven days, then four weeks, up to a size in all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, held: HeldFile, doc_id: UUID, day: dt.date, disk: Disk = DISK) -> None:
        """Copy a file about to be replaced, unless there is a copy of that day already.

        Raises PressDeskError PD-SAV-….
        """
        target = self.folder / str(doc_id) / f"{day.isoformat()}.press"
        if is_there(target):
            return
        make_folder(target.parent)
        size = held.seen.size

        def write(stream: BinaryIO) -> None:
            raw = getattr(stream, "raw", stream)
            with held.descriptor() as descriptor:
                disk.copy(descriptor, 0, size, raw)

        replace_file(target, write, size=size, disk=disk)
        with suppress(OSError):  # a copy too many harms no one
            self._thin(doc_id)
            self._shrink()

    def list(self, doc_id: UUID) -> tuple[Backup, ...]:
        """List the copies of a release, the newest first."""
        try:
            found = sorted(_backups(self.folder / str(doc_id)), key=lambda each: each.day)
        except OSError:  # what can't be read can't be offered
            return ()
        return tuple(found[::-1])

    def _thin(self, doc_id: UUID) -> None:
        backups = self.list(doc_id)
        weeks: dict[tuple[int, int], Backup] = {}
        for backup in backups[_DAILY:]:
            weeks.setdefault(backup.day.isocalendar()[:2], backup)
        kept = {*backups[:_DAILY], *tuple(weeks.values())[:_WEEKLY]}
        for backup in backups:
            if backup not in kept:
                backup.path.unlink(missing_ok=True)

    def _shrink(self) -> None:
        """Remove the oldest until all fit; never the last one of a release."""
        if not self.folder.is_dir():
            return
        files = [
            backup
            for folder in self.folder.iterdir()
            if folder.is_dir()
            for backup in sorted(_backups(folder), key=lambda each: each.day)[:-1]
        ]
        total = sum(path.stat().st_size for path in self.folder.glob("*/*.press"))
        for backup in sorted(files, key=lambda each: each.day):
            if total <= _MOST_BYTES:
                return
            total -= backup.path.stat().st_size
            backup.path.unlink(missing_ok=True)


def _backups(folder: Path) -> Iterator[Backup]:
    if not is_there(folder):
        return
    for path in folder.glob("*.press"):
        with suppress(ValueError):
            yield Backup(path=path, day=dt.date.fromisoformat(path.stem))
