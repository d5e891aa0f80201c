"""Pictures of foreign pages: those that come along in the text are taken, none is fetched."""

import base64
import binascii
import re
from collections.abc import Mapping
from urllib.parse import unquote_to_bytes

from msgspec import Struct

from pressdesk.importers.html_styles import Declarations
from pressdesk.model.body import Spans

_DATA = re.compile(r"\s*data:image/([a-z0-9.+\-]{1,40})((?:;[a-z0-9=\-]{1,40})*),", re.IGNORECASE)
_SUFFIXES = {"jpeg": "jpg", "pjpeg": "jpg", "x-png": "png", "tiff": "tif"}
_TAKEN = ("png", "jpg", "gif", "webp", "tif", "bmp", "heic", "avif")
_WORD = re.compile(r"[A-Za-z0-9]")
_NUMBER = re.compile(r"\s*(\d+(?:\.\d*)?)")


class EmbeddedPicture(Struct, frozen=True):
    """A picture whose bytes stand in the text itself."""

    data: bytes
    """As it came: whether it is a picture is for the reader of pictures to say."""
    name: str
    """A file name for it."""
    alt: str = ""
    caption: Spans = ()
    after: int = -1
    """Index of the block before it; -1: it comes first."""


class Image(Struct, frozen=True):
    """What an ``<img>`` is: one thing at the most is set."""

    picture: EmbeddedPicture | None = None
    text: str = ""
    """An emoji that was drawn as a picture."""
    dropped: str = ""


def read_image(attributes: Mapping[str, str], declared: Declarations, number: int) -> Image:
    """Read an ``<img>``; the nth picture is called so where nothing else names it."""
    source = attributes.get("src", "")
    alt = " ".join(attributes.get("alt", "").split())
    sizes = [_size(attributes, declared, name) for name in ("width", "height")]
    if any(size is not None and size <= 2 for size in sizes):
        return Image(dropped="tracking pixels")
    if 0 < len(alt) <= 8 and not _WORD.search(alt) and not alt.isascii():
        return Image(text=alt)
    head = _DATA.match(source)
    is_late = not attributes.keys().isdisjoint(("srcset", "data-src", "data-original"))
    if head is None:
        address = source.strip().lower()
        is_web = address.startswith(("http:", "https:", "//")) or is_late
        return Image(dropped="pictures from the web" if is_web else "pictures from files")
    suffix = _SUFFIXES.get(head[1].lower(), head[1].lower())
    data = _decoded(source[head.end() :], is_base64=";base64" in head[2].lower())
    if suffix not in _TAKEN or not data:
        return Image(dropped="pictures from the web" if is_late else "pictures of an unknown kind")
    return Image(picture=EmbeddedPicture(data=data, name=f"{_name(alt, number)}.{suffix}", alt=alt))


def _decoded(text: str, *, is_base64: bool) -> bytes:
    data = unquote_to_bytes(text)
    if not is_base64:
        return data
    data = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    try:
        return base64.b64decode(data + b"=" * (-len(data) % 4))
    except binascii.Error:
        return b""


def _name(alt: str, number: int) -> str:
    words = "-".join(re.findall(r"[^\W_]+", alt.lower()))[:40].strip("-")
    return words or f"picture-{number}"


def _size(attributes: Mapping[str, str], declared: Declarations, name: str) -> float | None:
    text = declared.get(name) or attributes.get(name, "")
    number = _NUMBER.match(text)
    is_relative = text.strip().endswith(("em", "%", "vw", "vh"))
    return float(number[1]) if number and not is_relative else None
