"""What was measured of pictures, kept on disk by their hash, so that nothing is measured twice."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from pressdesk.photos.quality import Quality

RECIPE = 2
"""Goes up with every change of how something is measured."""

_MOST = 20_000
_SUFFIX = f".v{RECIPE}.quality"


class Measured:
    """A folder of measurements, a small file each; it never fails, but measures again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, media: str) -> Quality | None:
        """Find what was measured of a picture, by its SHA-256."""
        try:
            # Not JSON, which has no word for infinite: the sharpness of what is too small to tell.
            return msgspec.msgpack.decode(self._path(media).read_bytes(), type=Quality)
        except (OSError, msgspec.MsgspecError):
            return None

    def put(self, media: str, quality: Quality) -> None:
        """Keep what was measured; a reader sees it whole or not at all."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(".tmp", "quality-", self._folder)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(msgspec.msgpack.encode(quality))
                Path(temporary).replace(self._path(media))
            except BaseException:
                Path(temporary).unlink()
                raise

    def of(self, media: str, measure: Callable[[], Quality]) -> Quality:
        """Give what was measured of a picture; ``measure`` is called where nothing was yet."""
        found = self.get(media)
        if found is None:
            found = measure()
            self.put(media, found)
        return found

    def trim(self) -> None:
        """Delete the oldest measurements beyond a number, and those made by another recipe."""
        with suppress(OSError):
            kept: list[tuple[float, str]] = []
            with os.scandir(self._folder) as entries:
                for entry in entries:
                    if entry.name.endswith(_SUFFIX):
                        kept.append((entry.stat().st_mtime, entry.path))
                    elif entry.name.endswith(".quality"):
                        Path(entry.path).unlink()
            for _, path in sorted(kept, reverse=True)[_MOST:]:
                Path(path).unlink()

    def _path(self, media: str) -> Path:
        return self._folder / f"{media}{_SUFFIX}"
