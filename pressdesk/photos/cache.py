"""Renditions kept on disk, so that a photo is scaled once and not at every export."""

import hashlib
import os
import re
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from pressdesk.photos import jpeg
from pressdesk.photos.target import Picture, Target

RECIPE = 1
"""Goes up with every change of what a rendition of the same photo looks like."""

LIMIT_BYTES = 1_000_000_000
"""Of the whole folder: some 3,000 renditions for a Word page."""

_ENTRY = re.compile(r"[0-9a-f]{64}-\d+px-q\d+-v\d+\.jpg")
_LEFTOVER = re.compile(r"rendition-\w+\.tmp")
_LEFTOVER_AGE_S = 3600
_DIGEST = hashlib.sha256().digest_size


class Cache:
    """A folder of renditions, named by the hash of the photo and the recipe.

    A JPEG's own end is followed by a digest of it and its name, so that a
    damaged or foreign file is told from ours. The cache never fails: a
    rendition that cannot be read or kept is made again.
    """

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit_bytes = limit_bytes

    def get(self, media: str, target: Target) -> Picture | None:
        """Find a rendition by the photo's SHA-256."""
        path = self._path(media, target)
        try:
            stored = path.read_bytes()
        except OSError:
            return None
        data, digest = stored[:-_DIGEST], stored[-_DIGEST:]
        size = jpeg.size(data)
        if size is None or digest != _digest(path.name, data):
            return None
        with suppress(OSError):
            os.utime(path)  # used now: the last to be trimmed
        return Picture(data, *size)

    def put(self, media: str, target: Target, picture: Picture) -> None:
        """Keep a rendition; a reader sees it whole or not at all."""
        path = self._path(media, target)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(".tmp", "rendition-", self._folder)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(picture.data + _digest(path.name, picture.data))
                Path(temporary).replace(path)
            except BaseException:
                Path(temporary).unlink()
                raise

    def trim(self) -> None:
        """Delete the renditions unused for longest until the folder is within its limit."""
        found: list[tuple[float, int, Path]] = []
        abandoned = time.time() - _LEFTOVER_AGE_S
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                status = entry.stat(follow_symlinks=False)
                if _ENTRY.fullmatch(entry.name):
                    found.append((status.st_mtime, status.st_size, Path(entry.path)))
                elif _LEFTOVER.fullmatch(entry.name) and status.st_mtime < abandoned:
                    Path(entry.path).unlink()
        kept_bytes = 0
        for _, size, path in sorted(found, reverse=True):
            kept_bytes += size
            if kept_bytes > self._limit_bytes:
                with suppress(OSError):
                    path.unlink()

    def _path(self, media: str, target: Target) -> Path:
        return self._folder / f"{media}-{target.width_px}px-q{target.quality}-v{RECIPE}.jpg"


def _digest(name: str, data: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\0" + data).digest()
