"""Writing the zip archive of a release; what lies in another file already is copied as bytes."""

import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping
from typing import BinaryIO

from msgspec import Struct

from pressdesk.storage.archive import DAMAGE
from pressdesk.storage.disk import DISK, Disk, read_at
from pressdesk.storage.held import HeldFile

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
"""Of an entry: APPNOTE.TXT 4.3.7."""


class Stored(Struct, frozen=True):
    """An entry that is stored whole in a file: from its local header to its last byte."""

    info: zipfile.ZipInfo
    start: int
    end: int


def stored_entries(held: HeldFile | None) -> Mapping[str, Stored]:
    """Find the entries of an archive that can be copied as they are, by name.

    Only those whose header says just what we would write: stored, plain, of a size
    that is known. All others are left to be read and written anew.
    """
    found: dict[str, Stored] = {}
    if held is None:
        return found
    try:
        with held.open() as stream, zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
        with held.descriptor() as descriptor:
            for entry in entries:
                name = entry.filename.encode()
                length = _LOCAL_HEADER.size + len(name)
                header = read_at(descriptor, length, entry.header_offset)
                if header == _expected_header(entry):
                    start = entry.header_offset
                    found[entry.filename] = Stored(entry, start, start + length + entry.file_size)
    except (OSError, *DAMAGE):
        return {}
    return found


def write_archive(
    stream: BinaryIO,
    *,
    first: tuple[str, bytes],
    media: Mapping[str, Stored | Callable[[], bytes]],
    source: HeldFile | None,
    parts: Iterable[tuple[str, bytes]],
    disk: Disk = DISK,
) -> None:
    """Write an archive: what says what it is, photos, then what is text.

    ``media`` are entries of ``source``, whose bytes are copied, or give their bytes.
    They are stored, ``parts`` deflated. Dates and rights are fixed, so that equal
    content gives equal bytes. Raises OSError.
    """
    with zipfile.ZipFile(stream, "w") as archive:
        _add(archive, *first)
        run: list[Stored] = []
        for name, given in media.items():
            if run and not (isinstance(given, Stored) and given.start == run[-1].end):
                _copy(archive, stream, run, source, disk)
                run = []
            if isinstance(given, Stored):
                run.append(given)
            else:
                _add(archive, name, given())
        if run:
            _copy(archive, stream, run, source, disk)
        for name, data in parts:
            _add(archive, name, data, zipfile.ZIP_DEFLATED)


def _copy(
    archive: zipfile.ZipFile,
    stream: BinaryIO,
    run: list[Stored],
    source: HeldFile | None,
    disk: Disk,
) -> None:
    """Copy entries that follow each other in the source, headers and all."""
    if source is None:
        raise ValueError("entries of no file")
    stream.flush()
    raw = stream.raw if isinstance(stream, io.BufferedRandom) else stream
    place = archive.start_dir
    start, end = run[0].start, run[-1].end
    for entry in run:
        moved = _plain(entry.info.filename)
        moved.CRC, moved.file_size = entry.info.CRC, entry.info.file_size
        moved.compress_size = entry.info.compress_size
        moved.header_offset = place + entry.start - start
        archive.filelist.append(moved)
        archive.NameToInfo[moved.filename] = moved
    stream.seek(place)
    with source.descriptor() as descriptor:
        disk.copy(descriptor, start, end - start, raw)  # pyright: ignore[reportArgumentType]
    archive.start_dir = place + end - start
    stream.seek(archive.start_dir)


def _add(
    archive: zipfile.ZipFile, name: str, data: bytes, method: int = zipfile.ZIP_STORED
) -> None:
    entry = _plain(name)
    entry.compress_type = method
    archive.writestr(entry, data)


def _plain(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIXED_DATE)
    entry.external_attr = 0o644 << 16
    return entry


def _expected_header(entry: zipfile.ZipInfo) -> bytes:
    """Give the local header that we write for a stored entry."""
    plain = _plain(entry.filename)
    plain.CRC, plain.file_size = entry.CRC, entry.file_size
    plain.compress_size = entry.file_size
    return plain.FileHeader(zip64=False)
