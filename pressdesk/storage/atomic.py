"""Writing a file so that there is always the old one or the new one, never something between."""

import errno
import io
import math
import secrets
import shutil
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from pressdesk.model.problem import PressDeskError
from pressdesk.storage.disk import DISK, Disk, free_space

IN_USE = "PD-SAV-008"
"""Code of what another program holds open: trying again later may do."""
UNCONFIRMED = "PD-SAV-005"
"""Code of what was saved without the disk confirming it."""

_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)
_FAILURES = (OSError, UnicodeEncodeError)
_FULL = (errno.ENOSPC, errno.EDQUOT)
_SHARING = (5, 32)
"""Windows: access denied and sharing violation, while a scanner or a sync client reads."""
_PAUSES_S = (0.01, 0.025, 0.05, 0.1, 0.2, 0.4)


def write_files(files: Iterable[tuple[Path, bytes]], disk: Disk = DISK) -> None:
    """Put files into their places, and make the folders they need: all of them or none.

    Each is whole on the disk before the first is put in its place, so a page never
    stands without its pictures for want of room. The last comes first: a page is
    given before its pictures. Raises PressDeskError PD-SAV-….
    """
    files = tuple(files)
    size = sum(len(data) for _, data in files)
    staged: list[tuple[Path, Path]] = []
    made: list[Path] = []
    path = Path()
    try:
        for path, data in files:
            made += _make_folders(path.parent)
            staged.append((temporary_beside(path), path))
            _fill(disk, staged[-1][0], path, partial(_write, data))
        for temporary, path in reversed(staged):
            _put(disk, temporary, path)
    except BaseException as error:
        for temporary, _ in staged:
            with suppress(OSError, ValueError):
                disk.remove(temporary)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        if isinstance(error, _FAILURES):
            raise saving_error(path, error, size) from error
        raise
    for path in {path.parent: path for path, _ in files}.values():
        _confirm(disk, path)


def write_file(path: Path, data: bytes, disk: Disk = DISK) -> None:
    """Put bytes into a file, whole or not at all. Raises PressDeskError PD-SAV-…."""
    replace_file(path, lambda stream: stream.write(data), size=len(data), disk=disk)


def replace_file(
    path: Path,
    write: Callable[[BinaryIO], object],
    *,
    size: int,
    check: Callable[[Path], None] | None = None,
    disk: Disk = DISK,
) -> None:
    """Let ``write`` fill a new file beside ``path``, then put it in its place.

    The new file is flushed to the disk and, with ``check``, read back before it
    replaces the old one; then the folder is flushed too, without which the newest
    save may vanish when the power fails. ``size`` in bytes is what a full disk is
    measured against in the message. Raises PressDeskError PD-SAV-001 to -005 and -008.
    """
    temporary = temporary_beside(path)
    with _told(path, size):
        try:
            _fill(disk, temporary, path, write)
            if check is not None:
                check(temporary)
            _put(disk, temporary, path)
        except BaseException:
            with suppress(OSError, ValueError):
                disk.remove(temporary)
            raise
    _confirm(disk, path)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it. Raises PressDeskError PD-SAV-…."""
    _make_folders(folder)


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; gives those there were not, the uppermost first."""
    with _told(folder, 0):
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        return missing[::-1]


def temporary_beside(path: Path) -> Path:
    """Name the file that is to take the place of another."""
    return path.with_name(f".~{path.name[:80]}.{secrets.token_hex(4)}.tmp")


def _fill(disk: Disk, temporary: Path, path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Make the new file, with the mode of the one it will replace, whole on the disk."""
    with disk.create(temporary) as file:
        if path.exists():
            shutil.copymode(path, temporary)
        stream = io.BufferedRandom(file)  # pyright: ignore[reportArgumentType]
        try:
            write(stream)
            stream.flush()
            disk.flush(file)
        finally:
            # Without this a buffer that could not be written would be tried again, and told again.
            with suppress(OSError, ValueError):
                stream.detach()


def _write(data: bytes, stream: BinaryIO) -> None:
    stream.write(data)


def _put(disk: Disk, temporary: Path, path: Path) -> None:
    """Replace, and wait a little where another program has the file in its hands."""
    for pause in _PAUSES_S:
        try:
            disk.replace(temporary, path)
            return
        except PermissionError as error:
            if getattr(error, "winerror", 0) not in _SHARING:
                raise
        time.sleep(pause)
    disk.replace(temporary, path)


@contextmanager
def _told(path: Path, size: int) -> Generator[None]:
    """Tell in our words what the disk refuses."""
    try:
        yield
    except _FAILURES as error:
        raise saving_error(path, error, size) from error


def saving_error(path: Path, error: OSError | UnicodeEncodeError, size: int) -> PressDeskError:
    """Tell why a file was not written; ``size`` in bytes is what it needed."""
    what = f"“{path.name}” was not written."
    safe = "What was there before is unchanged."
    if isinstance(error, UnicodeEncodeError):
        letter = error.object[error.start]
        why = f"The names of files are in {error.encoding} here, which has no “{letter}”."
        do = "Give the release a slug in plain letters, or work in a locale with UTF-8."
        return PressDeskError("PD-SAV-006", what, why, safe=safe, do=do)
    if error.errno in _FULL:
        why = f"The disk is full: {_space_at(path, size)}."
        return PressDeskError(
            "PD-SAV-001", what, why, safe=safe, do="Make room, or save elsewhere."
        )
    if getattr(error, "winerror", 0) in _SHARING:
        why = "Another program, such as a sync client or a virus scanner, holds it open."
        return PressDeskError(IN_USE, what, why, safe=safe, do="Try again, or save a copy.")
    if error.errno in _REFUSED:
        why = f"“{path.absolute().parent}” does not allow it: {error.strerror}."
        do = "Choose another folder, or ask for the right to write there."
        return PressDeskError("PD-SAV-002", what, why, safe=safe, do=do)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        why = f"“{path.absolute().parent}” is not a folder that exists."
        return PressDeskError("PD-SAV-003", what, why, safe=safe, do="Choose another folder.")
    why = f"The disk said: {error.strerror or error}."
    return PressDeskError("PD-SAV-004", what, why, safe=safe, do="Save to another place.")


def _confirm(disk: Disk, path: Path) -> None:
    try:
        disk.flush_folder(path.parent)
    except OSError as error:
        if error.errno in (errno.EINVAL, errno.ENOTSUP):
            return
        raise PressDeskError(
            UNCONFIRMED,
            f"“{path.name}” was saved, but the disk did not confirm it.",
            f"The disk said: {error.strerror}.",
            safe="The new file is in its place.",
            do="Keep the program open and save again.",
        ) from error


def _space_at(path: Path, needed: int) -> str:
    try:
        return space_told(needed, free_space(path))
    except OSError:  # the disk went away meanwhile
        return f"{math.ceil(needed / 100_000) / 10:.1f} MB are needed"


def space_told(needed: int, free: int) -> str:
    """Tell needed and free bytes, rounded apart: never as if as much were free as is needed."""
    most, least = math.ceil(needed / 100_000) / 10, math.floor(free / 100_000) / 10
    return f"{most:.1f} MB are needed, {least:.1f} MB are free"
