"""What can still be read of a damaged release: only what proves to be what was saved."""

import hashlib
import io
import mmap
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from pressdesk.model.assets import Assets, Source
from pressdesk.model.problem import Place, PressDeskError, Problem, Problems
from pressdesk.model.release import Release
from pressdesk.storage.archive import MOST_ARTICLE, MOST_MEDIA, PART_NAME, damaged, opening_error
from pressdesk.storage.article import decode_article
from pressdesk.storage.disk import read_at
from pressdesk.storage.held import HeldFile
from pressdesk.storage.migrate import VERSIONS
from pressdesk.storage.package import Manifest
from pressdesk.storage.strict_json import JsonError, read_json
from pressdesk.storage.unknown import Unknown

_HEADER = struct.Struct("<4s5H3L2H")
_SIGNATURE = b"PK\x03\x04"


class Salvaged(Struct, frozen=True, kw_only=True):
    """A release whose text is whole, with those of its photos that are."""

    release: Release
    unknown: Unknown
    assets: Assets
    manifest: Manifest | None
    problems: Problems
    """What is missing."""


class _Found(Struct, frozen=True):
    """An entry by its own header: archives are read from their end, which may be gone."""

    name: str
    method: int
    crc: int
    start: int
    packed: int
    size: int


def salvage(path: Path) -> Salvaged:
    """Read what is left of a release, entry by entry.

    Text counts only if its checksum and, where the manifest is left, its hash agree;
    a photo only if it hashes to its name. Raises PressDeskError PD-DOC-011 where the
    text is lost.
    """
    found: dict[str, _Found] = {}
    try:
        held = HeldFile(path)
        with suppress(ValueError):  # an empty file can't be mapped
            found = {entry.name: entry for entry in _entries(held)}
    except OSError as error:
        raise opening_error(path, error) from error
    manifest = _manifest(held, found)
    article = _text(held, found.get("release.json"))
    named = manifest.parts.get("release.json") if manifest else None
    if named and article is not None and named.sha256 != hashlib.sha256(article).hexdigest():
        article = None
    if article is None:
        raise damaged(path, "Its text can't be read any more.", "PD-DOC-011")
    try:
        version = manifest.version if manifest else VERSIONS[-1]
        release, unknown = decode_article(article, version)
    except (JsonError, msgspec.ValidationError) as error:
        raise damaged(path, "Its text can't be read any more.", "PD-DOC-011") from error
    media = {
        entry.name[6:70]: _source(held, entry)
        for entry in found.values()
        if entry.name.startswith("media/") and _is_whole(held, entry)
    }
    return Salvaged(
        release=release,
        unknown=unknown,
        assets=Assets(media),
        manifest=manifest,
        problems=_lost(release, media),
    )


def _entries(held: HeldFile) -> Iterator[_Found]:
    """Go through the bytes from header to header; where one is broken, to the next signature."""
    with held.descriptor() as descriptor, mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ) as data:
        place = data.find(_SIGNATURE)
        while place >= 0:
            entry = _entry(data, place)
            if entry is not None:
                yield entry
            after = entry.start + entry.packed if entry else place + 4
            if entry is not None and data[after : after + 2] != b"PK":
                after = place + 4  # its size is not to be trusted
            place = data.find(_SIGNATURE, after)


def _entry(data: mmap.mmap, place: int) -> _Found | None:
    if place + _HEADER.size > len(data):
        return None
    fields = _HEADER.unpack(data[place : place + _HEADER.size])
    _, _, flags, method, _, _, crc, packed, size, name_length, extra_length = fields
    start = place + _HEADER.size
    name = data[start : start + min(name_length, 200)].decode("utf-8", "replace")
    start += name_length + extra_length
    if flags & 9 or method not in (0, 8) or not PART_NAME.match(name):
        return None
    if start + packed > len(data) or size > (MOST_MEDIA if name[:6] == "media/" else MOST_ARTICLE):
        return None
    return _Found(name, method, crc, start, packed, size)


def _text(held: HeldFile, entry: _Found | None) -> bytes | None:
    """Unpack an entry; None where it is not there or its checksum does not agree."""
    if entry is None:
        return None
    with held.descriptor() as descriptor:
        data = read_at(descriptor, entry.packed, entry.start)
    if entry.method:
        try:
            data = zlib.decompressobj(-15).decompress(data, entry.size + 1)
        except zlib.error:
            return None
    return data if len(data) == entry.size and zlib.crc32(data) == entry.crc else None


def _manifest(held: HeldFile, found: dict[str, _Found]) -> Manifest | None:
    data = _text(held, found.get("manifest.json"))
    with suppress(JsonError, msgspec.ValidationError):
        return msgspec.convert(read_json(data), Manifest) if data else None
    return None


def _is_whole(held: HeldFile, entry: _Found) -> bool:
    if entry.method or entry.packed != entry.size:
        return False
    digest = hashlib.sha256()
    with held.descriptor() as descriptor:
        for place in range(0, entry.size, 1 << 20):
            count = min(1 << 20, entry.size - place)
            digest.update(read_at(descriptor, count, entry.start + place))
    return digest.hexdigest() == entry.name[6:70]


def _source(held: HeldFile, entry: _Found) -> Source:
    def open_media() -> io.BytesIO:
        with held.descriptor() as descriptor:
            return io.BytesIO(read_at(descriptor, entry.size, entry.start))

    return open_media


def _lost(release: Release, media: dict[str, Source]) -> Problems:
    return tuple(
        Problem(
            code="PD-DOC-009",
            severity="error",
            message=f"The picture of the photo “{photo.name or photo.id}” was lost.",
            place=Place(field="photos", item=photo.id),
            fix="Add the picture again.",
        )
        for photo in release.photos
        if photo.media not in media
    )


def is_damage(error: PressDeskError) -> bool:
    """Tell whether a file was not opened because it is damaged, so that salvage may help."""
    return error.code in {
        *("PD-DOC-002", "PD-DOC-003", "PD-DOC-004", "PD-DOC-005", "PD-DOC-006", "PD-DOC-008"),
        *("PD-IMP-012", "PD-IMP-013"),
    }
