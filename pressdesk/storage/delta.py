"""A text kept as what differs from the one before it, line by line."""

import zlib

import msgspec

_WINDOW = 32_000
"""Bytes of a dictionary that deflate looks back on (RFC 1951)."""
_Op = tuple[int, int] | str
"""Lines copied from the text before (from, count), or lines of our own."""


def to_delta(before: bytes, text: bytes) -> bytes:
    """Encode a UTF-8 text by the one before it; b"" is a text before the first."""
    old, new = _lines(before), _lines(text)
    places: dict[str, list[int]] = {}
    for place, line in enumerate(old):
        places.setdefault(line, []).append(place)
    ops: list[_Op] = []
    own: list[str] = []
    at = expected = 0
    while at < len(new):
        start, count = _longest(old, new, at, places.get(new[at], []), expected)
        if count:
            if own:
                ops.append("".join(own))
                own = []
            ops.append((start, count))
            at, expected = at + count, start + count
        else:
            own.append(new[at])
            at += 1
    if own:
        ops.append("".join(own))
    packer = zlib.compressobj(9, zdict=before[-_WINDOW:])
    return packer.compress(msgspec.json.encode(ops)) + packer.flush()


def from_delta(before: bytes, delta: bytes) -> bytes:
    """Decode what `to_delta` gave. Raises ValueError where it does not belong to ``before``."""
    try:
        unpacker = zlib.decompressobj(zdict=before[-_WINDOW:])
        ops = msgspec.json.decode(unpacker.decompress(delta), type=list[_Op])
    except (zlib.error, msgspec.DecodeError) as error:
        raise ValueError(str(error)) from error
    old = _lines(before)
    parts = [op if isinstance(op, str) else "".join(old[op[0] : op[0] + op[1]]) for op in ops]
    return "".join(parts).encode()


def _lines(text: bytes) -> list[str]:
    """Cut after each line feed only, and keep it."""
    lines = text.decode().split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _longest(
    old: list[str], new: list[str], at: int, places: list[int], expected: int
) -> tuple[int, int]:
    """Find the run of old lines that begins a place of the new ones: the one that goes on first."""
    best, longest = 0, 0
    candidates = [expected, *places[:8]] if expected in places[:64] else places[:8]
    for start in candidates:
        count = 0
        while (
            start + count < len(old)
            and at + count < len(new)
            and old[start + count] == new[at + count]
        ):
            count += 1
        if count > longest:
            best, longest = start, count
            if start == expected:
                break
    return best, longest
