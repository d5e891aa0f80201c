"""A file that stays readable as it was when it was opened, whatever becomes of its name."""

import errno
import io
import os
import stat
import weakref
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import BinaryIO

from msgspec import Struct

from pressdesk.storage.disk import read_at

_LARGE_BYTES = 32_000_000


class Seen(Struct, frozen=True):
    """What tells that a file is still the one that was read: cheap, and not quite certain."""

    size: int
    modified_ns: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Seen":
        return cls(status.st_size, status.st_mtime_ns, status.st_ino)


def seen_now(path: Path) -> Seen | None:
    """Look at a file; None where there is none. Raises OSError where that can't be told."""
    try:
        return Seen.of(path.stat())
    except FileNotFoundError:
        return None


class HeldFile:
    """A file held open, so that it can be read even once it was replaced or deleted.

    Windows does not let others replace or delete what is held, so there the file is
    opened by its name for each reading. Raises OSError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = -1
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "It is a folder", str(path))
        if not stat.S_ISREG(mode):  # opening a pipe would wait for ever
            raise OSError(errno.EINVAL, "It is not a file", str(path))
        if hasattr(os, "pread"):
            self._descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
            self.seen = Seen.of(os.fstat(self._descriptor))
            let_go = weakref.finalize(self, _let_go, self._descriptor, self.seen.size)
            let_go.atexit = False  # the system closes what is left
        else:
            self.seen = Seen.of(path.stat())

    @contextmanager
    def descriptor(self) -> Generator[int]:
        """Give a descriptor to read from."""
        if self._descriptor >= 0:
            yield self._descriptor
            return
        opened = os.open(self.path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            yield opened
        finally:
            os.close(opened)

    def open(self) -> BinaryIO:
        """Open the bytes from the start, with a place of one's own among them."""
        if self._descriptor < 0:
            return self.path.open("rb")
        return io.BufferedReader(_Reading(self, self._descriptor, self.seen.size))


def _let_go(descriptor: int, size: int) -> None:
    """Close a file; a large one aside, for whoever lets it go may be drawing the window.

    The last one to close a file that was replaced waits until its blocks are free: 0.15 s
    for a release of 860 MB.
    """
    if size > _LARGE_BYTES:
        Thread(target=_close, args=(descriptor,), daemon=True).start()
    else:
        _close(descriptor)


def _close(descriptor: int) -> None:
    with suppress(OSError):  # it was only read from, and no one is left to be told
        os.close(descriptor)


class _Reading(io.RawIOBase):
    """One reader of a held file."""

    def __init__(self, held: HeldFile, descriptor: int, size: int) -> None:
        self._held = held  # it would be closed without
        self._descriptor = descriptor
        self._size = size
        self._place = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise OSError(errno.EINVAL, "The place lies before the start of the file")
        self._place = start + offset
        return self._place

    def readinto(self, buffer: "memoryview[int] | bytearray") -> int:  # pyright: ignore[reportIncompatibleMethodOverride]
        data = read_at(self._descriptor, len(buffer), self._place)
        buffer[: len(data)] = data
        self._place += len(data)
        return len(data)
