"""The JSON of a release, as files, journal and versions hold it."""

import re
from typing import Any, cast

import msgspec
from msgspec.structs import replace

from pressdesk.model.body import Block
from pressdesk.model.release import Release, cleaned
from pressdesk.storage.migrate import VERSIONS, Raw, migrate
from pressdesk.storage.strict_json import read_json
from pressdesk.storage.unknown import Unknown, unknown_keys, with_unknown

_JSON = msgspec.json.Encoder()
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

    Blocks that are the same objects as the time before are not encoded anew: releases share
    what was not changed, so that a key costs one block however long the text is.
    """

    def __init__(self) -> None:
        self._blocks: dict[int, tuple[Block, msgspec.Raw]] = {}
        """Of the last release, by id; the block is kept, so that its id stays its own."""
        self._buffer = bytearray()
        """Kept: to give back so much memory and to ask for it again takes long too."""

    def encode(self, release: Release, unknown: Unknown) -> bytearray:
        """Do what `encode_work` does; what is given is good until the next call."""
        try:
            self._encode(release, unknown)
        except UnicodeEncodeError:
            self._encode(cleaned(release)[0], unknown)
        return self._buffer

    def _encode(self, release: Release, unknown: Unknown) -> None:
        plain = _plain(release, unknown) if unknown else self._with_blocks(release)
        _JSON.encode_into(plain, self._buffer)

    def _with_blocks(self, release: Release) -> Release:
        last = self._blocks
        blocks = [
            last.get(id(block)) or (block, msgspec.Raw(_JSON.encode(block)))
            for block in release.body
        ]
        self._blocks = dict(zip(map(id, release.body), blocks, strict=True))
        return replace(release, body=tuple([raw for _, raw in blocks]))


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
