"""Writing a file so that there is always the old one or the new one, never something between."""

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from pressdesk.model.problem import PressDeskError

_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)
_FAILURES = (OSError, UnicodeEncodeError)
_FULL = (errno.ENOSPC, errno.EDQUOT)


def write_files(files: Iterable[tuple[Path, bytes]]) -> None:
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
            staged.append((_temporary(path), path))
            _fill(staged[-1][0], path, partial(_write, data))
        for temporary, path in reversed(staged):
            temporary.replace(path)
    except BaseException as error:
        for temporary, _ in staged:
            with suppress(OSError, ValueError):
                temporary.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        if isinstance(error, _FAILURES):
            raise saving_error(path, error, size) from error
        raise
    for path in {path.parent: path for path, _ in files}.values():
        _flush_folder(path)


def write_file(path: Path, data: bytes) -> None:
    """Put bytes into a file, whole or not at all. Raises PressDeskError PD-SAV-…."""
    replace_file(path, lambda stream: stream.write(data), size=len(data))


def replace_file(
    path: Path,
    write: Callable[[BinaryIO], object],
    *,
    size: int,
    check: Callable[[Path], None] | None = None,
) -> None:
    """Let ``write`` fill a new file beside ``path``, then put it in its place.

    The new file is flushed to the disk and, with ``check``, read back before it
    replaces the old one; then the folder is flushed too, without which the newest
    save may vanish when the power fails. ``size`` in bytes is what a full disk is
    measured against in the message. Raises PressDeskError PD-SAV-001 to -004.
    """
    temporary = _temporary(path)
    with _told(path, size):
        try:
            _fill(temporary, path, write)
            if check is not None:
                check(temporary)
            temporary.replace(path)
        except BaseException:
            with suppress(OSError, ValueError):
                temporary.unlink(missing_ok=True)
            raise
    _flush_folder(path)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it. Raises PressDeskError PD-SAV-…."""
    _make_folders(folder)


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; gives those there were not, the uppermost first."""
    with _told(folder, 0):
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        return missing[::-1]


def _temporary(path: Path) -> Path:
    return path.with_name(f".~{path.name[:80]}.{secrets.token_hex(4)}.tmp")


def _fill(temporary: Path, path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Make the new file, with the mode of the one it will replace, whole on the disk."""
    with temporary.open("xb") as stream:
        if path.exists():
            shutil.copymode(path, temporary)
        write(stream)
        stream.flush()
        os.fsync(stream.fileno())


def _write(data: bytes, stream: BinaryIO) -> None:
    stream.write(data)


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
        free = _free_space(path)
        why = f"The disk is full: {_megabytes(size)} are needed, {_megabytes(free)} are free."
        return PressDeskError(
            "PD-SAV-001", what, why, safe=safe, do="Make room, or save elsewhere."
        )
    if error.errno in _REFUSED:
        why = f"“{path.absolute().parent}” does not allow it: {error.strerror}."
        do = "Choose another folder, or ask for the right to write there."
        return PressDeskError("PD-SAV-002", what, why, safe=safe, do=do)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        why = f"“{path.absolute().parent}” is not a folder that exists."
        return PressDeskError("PD-SAV-003", what, why, safe=safe, do="Choose another folder.")
    why = f"The disk said: {error.strerror or error}."
    return PressDeskError("PD-SAV-004", what, why, safe=safe, do="Save to another place.")


def _flush_folder(path: Path) -> None:
    if os.name == "nt":  # Windows has no handle of a folder to flush
        return
    try:
        handle = os.open(path.parent, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno in (errno.EINVAL, errno.ENOTSUP):
            return
        raise PressDeskError(
            "PD-SAV-005",
            f"“{path.name}” was saved, but the disk did not confirm it.",
            f"The disk said: {error.strerror}.",
            safe="The new file is in its place.",
            do="Keep the program open and save again.",
        ) from error


def _free_space(path: Path) -> int:
    folder = path.parent
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
