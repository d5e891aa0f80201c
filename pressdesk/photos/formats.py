"""Which kind of picture some bytes are, and how large they say they are, before any decoder."""

import re
from typing import Literal

from pressdesk.model.photo import Suffix
from pressdesk.photos import jpeg

LIMIT_BYTES = 60_000_000
LIMIT_PIXELS = 100_000_000
LIMIT_SIDE = 20_000
LIMIT_PASSED_PIXELS = 2_000_000_000
"""Pixels times scans of a JPEG: a progressive one has about ten, and each is a pass over all."""

_MAGIC: tuple[tuple[bytes, Suffix], ...] = (
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\0", "tif"),
    (b"MM\0*", "tif"),
    (b"II+\0", "tif"),
    (b"MM\0+", "tif"),
)
_HEVC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}


def kind(data: bytes) -> Suffix | None:
    """Tell the kind of picture by its first bytes, whatever its name says."""
    if data[8:11] == b"CR\2":  # Canon's raw files begin like TIFF
        return None
    for magic, suffix in _MAGIC:
        if data.startswith(magic):
            return suffix
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp" and _brands(data) & _HEVC_BRANDS:
        return "heic"
    return None


_OTHERS = (
    (b"%!PS", "an EPS drawing"),
    (b"\xc5\xd0\xd3\xc6", "an EPS drawing"),
    (b"%PDF", "a PDF document"),
    (b"8BPS", "a Photoshop document"),
    (b"BM", "a BMP picture"),
    (b"PK\3\4", "a zip archive"),
)
_SVG = re.compile(rb"\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)", re.IGNORECASE)


def other_kind(data: bytes) -> str:
    """Name what some bytes are that are no picture of a kind we take, as far as they tell."""
    for magic, words in _OTHERS:
        if data.startswith(magic):
            return words
    if _SVG.match(data) and b"<svg" in data[:4096].lower():
        return "an SVG drawing"
    if data[4:8] == b"ftyp" and _brands(data) & {b"avif", b"avis"}:
        return "an AVIF picture"
    if kind(data) == "tif" or data[8:11] == b"CR\2":
        return "a camera’s raw file"
    return ""


def _brands(data: bytes) -> set[bytes]:
    """List the brands of an ISO media file (ISO/IEC 14496-12, 4.3): the major one and others."""
    end = min(int.from_bytes(data[:4], "big"), 256)
    return {data[8:12], *(data[at : at + 4] for at in range(16, end, 4))}


def declared_size(data: bytes, suffix: Suffix) -> tuple[int, int] | None:
    """Read width and height from the header, as stored; None where only a decoder can tell."""
    match suffix:
        case "jpg":
            return jpeg.size(data)
        case "png":
            return _pair(data, 16, 4, "big")
        case "gif":
            return _pair(data, 6, 2, "little")
        case "webp":
            return _webp_size(data)
        case _:
            return None


def _pair(
    data: bytes, at: int, width: int, order: Literal["big", "little"]
) -> tuple[int, int] | None:
    if len(data) < at + 2 * width:
        return None
    first, second = data[at : at + width], data[at + width : at + 2 * width]
    return int.from_bytes(first, order), int.from_bytes(second, order)


def _webp_size(data: bytes) -> tuple[int, int] | None:
    """Read the canvas of a WebP file (RFC 9649, 2.5 to 2.7)."""
    form, body = data[12:16], data[20:30]
    if len(body) < 10:
        return None
    if form == b"VP8X":
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if form == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8 ":
        return (
            int.from_bytes(body[6:8], "little") & 0x3FFF,
            int.from_bytes(body[8:10], "little") & 0x3FFF,
        )
    return None


def is_lossless_webp(data: bytes) -> bool:
    """Tell whether the first picture of a WebP file is stored without loss (RFC 9649, 2.5)."""
    at = 12
    while at + 8 <= len(data):
        form, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if form in (b"VP8 ", b"VP8L"):
            return form == b"VP8L"
        # The chunks of an animation's frame follow its 16 bytes of parameters.
        at += 24 if form == b"ANMF" else 8 + length + length % 2
    return False


_WIDTHS = {1: 1, 2: 1, 3: 2, 4: 4, 7: 1}
"""Bytes of one value by TIFF's field type: BYTE, ASCII, SHORT, LONG, UNDEFINED."""


def tiff_value(data: bytes, tag: int) -> bytes:
    """Read a tag of a TIFF file's first directory as the bytes it stands in; b"" for none.

    For tags whose type says nothing of their content: IIM records come as LONG.
    """
    order: Literal["little", "big"] = "little" if data[:2] == b"II" else "big"

    def number(at: int, width: int) -> int:
        return int.from_bytes(data[at : at + width], order)

    if number(2, 2) != 42:
        return b""
    first = number(4, 4)
    for entry in range(first + 2, first + 2 + 12 * number(first, 2), 12):
        if number(entry, 2) == tag:
            length = number(entry + 4, 4) * _WIDTHS.get(number(entry + 2, 2), 0)
            at = number(entry + 8, 4) if length > 4 else entry + 8
            return data[at : at + length]
    return b""
