"""Renditions kept on disk, so that a photo is scaled once and not at every export."""

import hashlib
import os
import re
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from pressdesk.photos import jpeg
from pressdesk.photos.fields import PRIVATE
from pressdesk.photos.target import WHOLE_PICTURE, Picture, Recipe, Target

RECIPE = 2
"""Goes up with every change of what a rendition of the same photo looks like."""

LIMIT_BYTES = 1_000_000_000
"""Of the whole folder: some 3,000 renditions for a Word page."""

_ENTRY = re.compile(r"[0-9a-f]{64}-\d+px-q\d+(-\d+h)?(-kept)?(-r[0-9a-f]{16})?-v\d+\.jpg")
_LEFTOVER = re.compile(r"rendition-\w+\.tmp")
_LEFTOVER_AGE_S = 3600
_DIGEST = hashlib.sha256().digest_size


class Cache:
    """A folder of renditions, named by the hash of the photo and the recipe.

    A JPEG's own end is followed by a byte whose bits tell what was removed from the
    photo, and by a digest of all that and the name, so that a
    damaged or foreign file is told from ours. The cache never fails: a
    rendition that cannot be read or kept is made again.
    """

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit_bytes = limit_bytes

    def get(self, media: str, target: Target, recipe: Recipe = WHOLE_PICTURE) -> Picture | None:
        """Find a rendition by the photo's SHA-256."""
        path = self._path(media, target, recipe)
        try:
            stored = path.read_bytes()
        except OSError:
            return None
        data, digest = stored[:-_DIGEST], stored[-_DIGEST:]
        size = jpeg.size(data)
        if size is None or digest != _digest(path.name, data):
            return None
        removed = tuple(part for bit, part in enumerate(PRIVATE) if data[-1] >> bit & 1)
        with suppress(OSError):
            os.utime(path)  # used now: the last to be trimmed
        return Picture(data[:-1], *size, removed)

    def put(
        self, media: str, target: Target, picture: Picture, recipe: Recipe = WHOLE_PICTURE
    ) -> None:
        """Keep a rendition; a reader sees it whole or not at all."""
        path = self._path(media, target, recipe)
        removed = sum(1 << bit for bit, part in enumerate(PRIVATE) if part in picture.removed)
        data = picture.data + bytes((removed,))
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(".tmp", "rendition-", self._folder)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(data + _digest(path.name, data))
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

    def _path(self, media: str, target: Target, recipe: Recipe) -> Path:
        key = recipe.key(target)
        parts = (
            f"{media}-{target.width_px}px-q{target.quality}",
            f"-{target.height_px}h" if target.height_px else "",
            "-kept" if target.keeps else "",
            f"-r{key}" if key else "",
            f"-v{RECIPE}.jpg",
        )
        return self._folder / "".join(parts)


def _digest(name: str, data: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\0" + data).digest()
