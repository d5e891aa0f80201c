"""The segments of a JPEG file, without decoding its pixels (ITU-T T.81, annex B)."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

SOI, EOI, SOS, COM = 0xD8, 0xD9, 0xDA, 0xFE
APP0, APP1, APP2, APP13, APP14 = 0xE0, 0xE1, 0xE2, 0xED, 0xEE
LIMIT_PAYLOAD = 65_533
"""Bytes that fit into one segment after its length."""

JFIF, ADOBE, ICC = b"JFIF\0", b"Adobe", b"ICC_PROFILE\0"
XMP, PHOTOSHOP = b"http://ns.adobe.com/xap/1.0/\0", b"Photoshop 3.0\0"

_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_ALONE = {0x00, 0x01, *range(0xD0, 0xD8)}
_MARKER_AFTER_SCAN = re.compile(rb"\xff(?=\xff*[^\x00\xff\xd0-\xd7])")
"""Begins with one fixed byte, which is searched for 18 times as fast as ``\xff+``."""


class Segment(NamedTuple):
    """A marker with what follows it; a scan carries its entropy-coded data."""

    marker: int
    payload: bytes
    scan: bytes = b""

    @property
    def is_application(self) -> bool:
        return 0xE0 <= self.marker <= 0xEF

    @property
    def is_profile(self) -> bool:
        return self.marker == APP2 and self.payload.startswith(ICC)


class BrokenJpegError(ValueError):
    """Bytes that do not follow the segment structure of a JPEG file."""


def segments(data: bytes) -> Iterator[Segment]:
    """Go through the segments between SOI and EOI; what follows EOI is not looked at.

    Raises BrokenJpegError where the structure ends or breaks.
    """
    at = 2
    while True:
        marker, start, end = _next(data, at)
        if marker == EOI:
            return
        payload, at = data[start:end], end
        if marker == SOS:
            after = _MARKER_AFTER_SCAN.search(data, end)
            if after is None:
                raise BrokenJpegError("a scan is cut off")
            at = after.start()
        yield Segment(marker, payload, data[end:at])


def header(data: bytes) -> Iterator[Segment]:
    """Go through the segments up to the parameters of the first scan, as far as can be read."""
    at = 2
    try:
        while True:
            marker, start, at = _next(data, at)
            if marker == EOI:
                return
            yield Segment(marker, data[start:at])
            if marker == SOS:
                return
    except BrokenJpegError:
        return


def _next(data: bytes, at: int) -> tuple[int, int, int]:
    """Find the next marker, and where what belongs to it starts and ends."""
    if data[:2] != bytes((0xFF, SOI)):
        raise BrokenJpegError("no SOI marker")
    while True:
        at = data.find(b"\xff", at)
        while at >= 0 and data[at : at + 1] == b"\xff":
            at += 1
        if at < 0 or at >= len(data):
            raise BrokenJpegError("no EOI marker")
        marker = data[at]
        at += 1
        if marker == EOI:
            return marker, at, at
        if marker in _ALONE:
            continue
        end = at + int.from_bytes(data[at : at + 2], "big")
        if end < at + 2 or end > len(data):
            raise BrokenJpegError("a segment is cut off")
        return marker, at + 2, end


def joined(parts: Iterable[Segment]) -> bytes:
    """Make a JPEG file of segments."""
    pieces = [bytes((0xFF, SOI))]
    for marker, payload, scan in parts:
        pieces += (bytes((0xFF, marker)), (len(payload) + 2).to_bytes(2, "big"), payload, scan)
    pieces.append(bytes((0xFF, EOI)))
    return b"".join(pieces)


def frame(data: bytes) -> Segment | None:
    """Find the frame header (SOF), which tells coding, size and components."""
    return next((segment for segment in header(data) if segment.marker in _FRAMES), None)


def size(data: bytes) -> tuple[int, int] | None:
    """Read width and height, in pixels as stored, from the frame header."""
    found = frame(data)
    if found is None or len(found.payload) < 6:
        return None
    return int.from_bytes(found.payload[3:5], "big"), int.from_bytes(found.payload[1:3], "big")


def scans(data: bytes) -> int:
    """Count the scans; cheap for a photo of one scan, which is told by its header."""
    parts = list(header(data))
    shown = next((part.payload[5:6] for part in parts if part.marker in _FRAMES), b"")
    is_progressive = any(part.marker in _FRAMES and part.marker & 3 == 2 for part in parts)
    is_whole = bool(parts) and parts[-1].payload[:1] == shown
    return 1 if is_whole and not is_progressive else data.count(bytes((0xFF, SOS)))


def public(data: bytes) -> list[Segment]:
    """List the segments needed to show the picture: no metadata, no thumbnail, no comment.

    JFIF and Adobe are cut to their fixed parts (a thumbnail may follow), the
    ICC profile stays, every other application segment and comment goes.
    """
    kept: list[Segment] = []
    for segment in segments(data):
        marker, payload = segment.marker, segment.payload
        if marker == APP0 and payload.startswith(JFIF) and len(payload) >= 14:
            kept.append(Segment(marker, payload[:12] + b"\0\0"))
        elif marker == APP14 and payload.startswith(ADOBE):
            kept.append(Segment(marker, payload[:12]))
        elif segment.is_profile or not (segment.is_application or marker == COM):
            kept.append(segment)
    return kept


def plain(data: bytes, profile: bytes) -> bytes:
    """Strip a JPEG in YCbCr to JFIF, an ICC profile that fits into one segment, and its scans.

    JFIF stands for YCbCr, so that Adobe's marker is not needed.
    """
    kept = (segment for segment in public(data) if not segment.is_application)
    head = Segment(APP0, JFIF + b"\1\1\0\0\1\0\1\0\0"), Segment(APP2, ICC + b"\1\1" + profile)
    return joined((*head, *kept))
