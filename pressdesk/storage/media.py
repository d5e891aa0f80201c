"""Photo bytes outside any package: of photos just added, and of those a save leaves out."""

import hashlib
import io
import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from pressdesk.model.assets import Assets, Source
from pressdesk.model.problem import PressDeskError
from pressdesk.storage.atomic import make_folder, write_file
from pressdesk.storage.disk import is_there


class MediaStore:
    """A folder of photo bytes, named by their SHA-256.

    An undo may bring back a photo that the last save left out of the file; its
    bytes must still be somewhere, and not in memory.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen_whole: set[str] = set()
        """What was put or read here, since the program began."""

    def put(self, data: bytes) -> str:
        """Keep bytes, flushed to the disk; gives their SHA-256. Raises PressDeskError PD-SAV-…."""
        sha256 = hashlib.sha256(data).hexdigest()
        path = self._folder / sha256
        if _has(path, data):
            _touch(path)
        else:
            make_folder(self._folder)
            write_file(path, data)
        self._seen_whole.add(sha256)
        return sha256

    def holds(self, sha256: str) -> bool:
        """Tell whether bytes are kept here."""
        return is_there(self._folder / sha256)

    def get(self, sha256: str) -> Assets:
        """Give the set of the bytes kept here: of one, or of none."""
        held = {sha256: self._source(sha256)} if self.holds(sha256) else {}
        return Assets(held)

    def clear(self, wanted: set[str], before: float) -> None:
        """Remove bytes that nobody wants and that were put here before an instant (POSIX)."""
        if not self._folder.is_dir():
            return
        for path in self._folder.iterdir():
            with suppress(OSError):
                if path.name not in wanted and path.stat().st_mtime < before:
                    path.unlink()

    def keep_one(self, assets: Assets, sha256: str) -> bool:
        """Keep the bytes of a photo, once; tells whether they could be read, and are here.

        Raises PressDeskError PD-SAV-….
        """
        path = self._folder / sha256
        if sha256 in self._seen_whole and is_there(path):
            _touch(path)
            return True
        try:
            data = assets.read(sha256)
        except (OSError, PressDeskError):
            return False
        return self.put(data) == sha256

    def add(self, assets: Assets, data: bytes) -> tuple[Assets, str]:
        """Keep bytes and add them to a set; gives the larger set and their SHA-256."""
        sha256 = self.put(data)
        return assets.with_source(sha256, self._source(sha256)), sha256

    def keep(self, assets: Assets, wanted: set[str]) -> Assets:
        """Keep those of a set that are not wanted elsewhere; gives a set that reads them here.

        What can't be read now stays where it is: perhaps it can be later. Raises
        PressDeskError PD-SAV-….
        """
        rest = [sha256 for sha256 in assets if sha256 not in wanted]
        here = {sha256: self._source(sha256) for sha256 in rest if self.keep_one(assets, sha256)}
        return Assets(here).union(assets.only(rest))

    def _source(self, sha256: str) -> Source:
        path = self._folder / sha256

        def open_kept() -> BinaryIO:
            try:
                data = path.read_bytes()
            except OSError as error:
                raise _lost(path, f"The disk said: {error.strerror or error}.") from error
            if hashlib.sha256(data).hexdigest() != sha256:
                raise _lost(path, "They are not the ones that were put there.")
            self._seen_whole.add(sha256)
            return io.BytesIO(data)

        return open_kept


def _has(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _touch(path: Path) -> None:
    """Make a file count as put just now: `clear` takes what is old for what nobody wants."""
    with suppress(OSError):
        os.utime(path)


def _lost(path: Path, why: str) -> PressDeskError:
    return PressDeskError(
        "PD-DOC-009",
        "A picture was not read.",
        f"Its bytes are no longer kept in “{path.parent}”. {why}",
        do="Add the picture again.",
    )
