"""The JSON of a release, as files, journal and versions hold it."""

import re
from collections.abc import Iterable
from operator import is_
from typing import Any, cast

import msgspec
from msgspec.structs import replace

from pressdesk.model.body import Block, Body
from pressdesk.model.release import Release, cleaned
from pressdesk.storage.migrate import VERSIONS, Raw, migrate
from pressdesk.storage.strict_json import read_json
from pressdesk.storage.unknown import Unknown, unknown_keys, with_unknown

_JSON = msgspec.json.Encoder()
_BODY = b'"body":['
"""Nowhere before the body: within a text its quotation marks would be escaped."""
_MEDIA = re.compile(rb'"media":\s*"([0-9a-f]{64})"')


def encode_article(release: Release, unknown: Unknown) -> bytes:
    """Encode a release with the keys that a newer program put into it, a line to a value.

    Raises UnicodeEncodeError where a text can't be written, such as half a surrogate pair.
    """
    return msgspec.json.format(_JSON.encode(_plain(release, unknown)), indent=1)


def encode_work(release: Release, unknown: Unknown) -> bytes:
    """Encode a release that is being worked on, in one line.

    Text that can't be written is cleaned first.
    """
    return bytes(WorkEncoder().encode(release, unknown))


class WorkEncoder:
    """Encodes a release again and again while it is typed.

    Blocks before and behind those that changed stay where they are: releases share what was
    not changed, so that a key costs one block however long the text is.
    """

    def __init__(self) -> None:
        self._row = bytearray()
        self._body: Body = ()
        """The blocks that ``_row`` holds; none where it is not known what it holds."""
        self._lengths: list[int] = []
        """Bytes that each of them takes, with a comma behind it."""
        self._start = 0
        """Where they begin."""

    def encode(self, release: Release, unknown: Unknown) -> bytearray:
        """Do what `encode_work` does; what is given is good until the next call."""
        try:
            self._encode(release, unknown)
        except UnicodeEncodeError:
            self._encode(cleaned(release)[0], unknown)
        return self._row

    def _encode(self, release: Release, unknown: Unknown) -> None:
        if unknown:
            self._body = ()
            _JSON.encode_into(_plain(release, unknown), self._row)
            return
        known, body, lengths = self._body, release.body, self._lengths
        before = _in_common(known, body)
        most = min(len(known), len(body)) - before
        behind = min(_in_common(reversed(known), reversed(body)), most)
        rest = _JSON.encode(replace(release, body=()))
        at = rest.index(_BODY) + len(_BODY)
        new = [_JSON.encode(block) + b"," for block in body[before : len(body) - behind]]

        self._body = ()  # what is stopped from here on leaves half a row
        row = self._row
        if known:
            row[self._start + sum(lengths) - 1 :] = b","
        else:
            row.clear()
            lengths = []
            self._start = 0
        first, last = sum(lengths[:before]), sum(lengths[: len(known) - behind])
        row[self._start + first : self._start + last] = b"".join(new)
        row[: self._start] = rest[:at]
        row[len(row) - bool(body) :] = rest[at:]  # in the place of the last comma
        self._start = at
        self._lengths = [*lengths[:before], *map(len, new), *lengths[len(known) - behind :]]
        self._body = body


def _in_common(known: Iterable[Block], body: Iterable[Block]) -> int:
    """Count the blocks at the start that are the same objects; quick, for it is done per row."""
    are_same = list(map(is_, known, body))
    return are_same.index(False) if False in are_same else len(are_same)


def decode_article(data: bytes, version: str = VERSIONS[-1]) -> tuple[Release, Unknown]:
    """Decode a release, and the keys in it that this program does not know.

    ``version`` is that of the format it was written in. Raises JsonError or
    msgspec.ValidationError.
    """
    raw: Any = read_json(data)
    if isinstance(raw, dict):
        raw = migrate(cast("Raw", raw), version)
    release = msgspec.convert(raw, Release)
    return release, unknown_keys(raw, release)


def media_named(article: bytes) -> set[str]:
    """Name the photos, by SHA-256, that an encoded release shows; quicker than decoding it."""
    return {found.decode() for found in _MEDIA.findall(article)}


def _plain(release: Release, unknown: Unknown) -> object:
    return with_unknown(msgspec.to_builtins(release), unknown) if unknown else release
