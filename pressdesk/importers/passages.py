"""Plain text as passages: wrapped lines joined, everything else left as it stands."""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from pressdesk.model.text import is_cjk

_SEPARATORS = "»›→>/|"
_CRUMBS = re.compile(rf"(?:^|\s)([{_SEPARATORS}])(?=\s)|([»›→])")


class Passage(Struct, frozen=True):
    r"""A paragraph, or a few lines that belong together (with ``\n`` between them)."""

    text: str
    line: int
    """Line of the file, counted from 1."""


def read_passages(text: str, stands_alone: Callable[[str], bool]) -> Iterator[Passage]:
    """Go through the passages of a text, parted by blank lines or by the ends of long lines.

    ``stands_alone`` tells of a line that it is a passage whatever stands around it.
    """
    lines: list[str] = []
    for number, raw in enumerate([*text.split("\n"), ""], 1):
        line = raw.strip()
        is_alone = bool(line) and stands_alone(line)
        if lines and (is_alone or not line):
            yield from _split(lines, number - len(lines))
            lines = []
        if is_alone:
            yield Passage(line, number)
        elif line:
            lines.append(line)


def crumbs(line: str) -> tuple[str, ...]:
    """Give the parts of a breadcrumb (``Home » News » Content``); none where it is none.

    Two equal separators at least, with a space on both sides or an arrow's look,
    between short parts that hold letters.
    """
    marks = {match[1] or match[2] for match in _CRUMBS.finditer(line)}
    for mark in marks:
        parts = tuple(part.strip() for part in line.strip(f" {mark}").split(mark))
        if len(parts) > 2 and all(map(_is_crumb, parts)):
            return parts
    return ()


def _is_crumb(part: str) -> bool:
    return len(part) <= 40 and len(part.split()) <= 5 and any(map(str.isalpha, part))


def _split(lines: list[str], first_line: int) -> Iterator[Passage]:
    lengths = [_width(line) for line in lines]
    longest = max(lengths)
    if longest > 120:
        for number, line in enumerate(lines, first_line):
            yield Passage(line, number)
    elif longest >= 50 and all(length * 10 >= longest * 6 for length in lengths[:-1]):
        yield Passage(_joined(lines), first_line)
    else:
        yield Passage("\n".join(lines), first_line)


def _width(line: str) -> int:
    """Count columns; Chinese, Japanese and Korean characters take two."""
    return len(line) + sum(map(is_cjk, line))


def _joined(lines: list[str]) -> str:
    """Join wrapped lines with a space, or without one between Chinese or Japanese characters."""
    text = lines[0]
    for line in lines[1:]:
        needs_space = not (is_cjk(text[-1]) and is_cjk(line[0]))
        text += f" {line}" if needs_space else line
    return text
