"""IPTC IIM records in Photoshop's image resources: read, and written within their limits."""

import unicodedata
from collections.abc import Iterable, Iterator

from pressdesk.photos.fields import Reading, fields_from

RESOURCE = 0x0404
THUMBNAILS = (0x0409, 0x040C)
LIMIT_BLOCK = 60_000
"""Bytes of all records together: they must fit into one JPEG segment."""

DATASETS = {
    "title": (5, 64),
    "keywords": (25, 64),
    "instructions": (40, 256),
    "taken": (55, 8),
    "creator": (80, 32),
    "job_title": (85, 32),
    "city": (90, 32),
    "sublocation": (92, 32),
    "state": (95, 32),
    "country_code": (100, 3),
    "country": (101, 64),
    "job": (103, 32),
    "headline": (105, 256),
    "credit": (110, 32),
    "source": (115, 32),
    "copyright": (116, 128),
    "caption": (120, 2000),
    "caption_writer": (122, 32),
}
"""Data set of record 2 and its limit in bytes (IIM 4.2), in the order they are written."""

_FIELDS = {number: name for name, (number, _) in DATASETS.items()}
_UTF8 = b"\x1b%G"
_MARK = 0x1C


def resources(block: bytes) -> Iterator[tuple[int, bytes]]:
    """Go through Photoshop's image resources, as far as they can be read."""
    at = 0
    while block[at : at + 4] == b"8BIM" and at + 7 <= len(block):
        number = int.from_bytes(block[at + 4 : at + 6], "big")
        at += 6 + (block[at + 6] + 2) // 2 * 2
        length = int.from_bytes(block[at : at + 4], "big")
        yield number, block[at + 4 : at + 4 + length]
        at += 4 + (length + 1) // 2 * 2


def read(block: bytes) -> Reading:
    """Read the records of one IIM block, as far as they can be read.

    Text that is not marked as UTF-8 is taken as such where it is valid, and
    as Windows-1252 elsewhere.
    """
    values: dict[str, list[str]] = {}
    for record, number, data in _datasets(block):
        if record == 2 and number in _FIELDS:
            values.setdefault(_FIELDS[number], []).append(text(data))
    return Reading(fields=fields_from(values))


def text(data: bytes) -> str:
    """Decode text of unknown encoding: UTF-8 where it is valid, else Windows-1252."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _datasets(block: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while at + 5 <= len(block) and block[at] == _MARK:
        record, number = block[at + 1], block[at + 2]
        length = int.from_bytes(block[at + 3 : at + 5], "big")
        at += 5
        if length & 0x8000:
            width = length & 0x7FFF
            length = int.from_bytes(block[at : at + width], "big")
            at += width
        yield record, number, block[at : at + length]
        at += length


def cut(words: str, limit: int) -> str:
    """Cut text to so many bytes of UTF-8, never within a character or before its accent."""
    data = words.encode()
    if len(data) <= limit:
        return words
    kept = data[:limit].decode(errors="ignore")
    while kept and unicodedata.combining(words[len(kept)]):
        kept = kept[:-1]
    return kept


def write(values: Iterable[tuple[str, str]]) -> bytes:
    """Make the image resource of records, each field cut to its limit; b"" for none.

    A field may come several times (keywords); what does not fit into
    ``LIMIT_BLOCK`` is left out.
    """
    entries = [(*DATASETS[name], words) for name, words in values if words]
    if not entries:
        return b""
    block = _dataset(1, 90, _UTF8) + _dataset(2, 0, b"\0\4")
    for number, limit, words in sorted(entries, key=lambda entry: entry[0]):
        entry = _dataset(2, number, cut(words, limit).encode())
        if len(block) + len(entry) <= LIMIT_BLOCK:
            block += entry
    padding = b"\0" * (len(block) % 2)
    head = b"8BIM" + RESOURCE.to_bytes(2, "big") + b"\0\0"
    return head + len(block).to_bytes(4, "big") + block + padding


def _dataset(record: int, number: int, data: bytes) -> bytes:
    return bytes((_MARK, record, number)) + len(data).to_bytes(2, "big") + data
