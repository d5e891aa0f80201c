"""The JSON of a release, as files, journal and versions hold it."""

import re
from typing import Any, cast

import msgspec

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
    buffer = bytearray()
    encode_work_into(buffer, release, unknown)
    return bytes(buffer)


def encode_work_into(buffer: bytearray, release: Release, unknown: Unknown) -> None:
    """Do what `encode_work` does into a buffer, in the place of what it held."""
    try:
        _JSON.encode_into(_plain(release, unknown), buffer)
    except UnicodeEncodeError:
        _JSON.encode_into(_plain(cleaned(release)[0], unknown), buffer)


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
