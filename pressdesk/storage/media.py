"""Photo bytes outside any package: of photos just added, and of those a save leaves out."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from pressdesk.model.assets import Assets, Source
from pressdesk.storage.atomic import make_folder, write_file
from pressdesk.storage.disk import is_there


class MediaStore:
    """A folder of photo bytes, named by their SHA-256.

    An undo may bring back a photo that the last save left out of the file; its
    bytes must still be somewhere, and not in memory.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keep bytes, flushed to the disk; gives their SHA-256. Raises PressDeskError PD-SAV-…."""
        sha256 = hashlib.sha256(data).hexdigest()
        path = self._folder / sha256
        if is_there(path):
            with suppress(OSError):
                os.utime(path)  # or `clear` would take it for what nobody wants for long
        else:
            make_folder(self._folder)
            write_file(path, data)
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

    def keep_one(self, assets: Assets, sha256: str) -> None:
        """Keep the bytes of a photo, once. Raises PressDeskError PD-SAV-…."""
        if not self.holds(sha256):
            self.put(assets.read(sha256))

    def add(self, assets: Assets, data: bytes) -> tuple[Assets, str]:
        """Keep bytes and add them to a set; gives the larger set and their SHA-256."""
        sha256 = self.put(data)
        return assets.with_source(sha256, self._source(sha256)), sha256

    def keep(self, assets: Assets, wanted: set[str]) -> Assets:
        """Keep those of a set that are not wanted elsewhere; gives a set that reads them here."""
        kept = Assets()
        for sha256 in assets:
            if sha256 not in wanted:
                self.put(assets.read(sha256))
                kept = kept.with_source(sha256, self._source(sha256))
        return kept

    def _source(self, sha256: str) -> Source:
        path = self._folder / sha256
        return lambda: path.open("rb")
