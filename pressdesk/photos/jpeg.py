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
_ALONE = {0x01, *range(0xD0, 0xD8)}
_MARKER_AFTER_SCAN = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")


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

    Scans are cut lazily, so that reading up to the first one costs nothing
    more. Raises BrokenJpegError where the structure ends or breaks.
    """
    if data[:2] != bytes((0xFF, SOI)):
        raise BrokenJpegError("no SOI marker")
    at = 2
    while True:
        at = data.find(b"\xff", at)
        while data[at : at + 1] == b"\xff" and at >= 0:
            at += 1
        if at < 0 or at >= len(data):
            raise BrokenJpegError("no EOI marker")
        marker = data[at]
        at += 1
        if marker == EOI:
            return
        if marker in _ALONE or marker == 0:
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        payload = data[at + 2 : at + length]
        if length < 2 or len(payload) != length - 2:
            raise BrokenJpegError("a segment is cut off")
        at += length
        if marker != SOS:
            yield Segment(marker, payload)
            continue
        end = _MARKER_AFTER_SCAN.search(data, at)
        if end is None:
            raise BrokenJpegError("a scan is cut off")
        yield Segment(marker, payload, data[at : end.start()])
        at = end.start()


def header(data: bytes) -> Iterator[Segment]:
    """Go through the segments before the first scan, as far as they can be read."""
    try:
        for segment in segments(data):
            if segment.marker == SOS:
                return
            yield segment
    except BrokenJpegError:
        return


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
