"""Plain text in columns: width, wrapping, underlines, tables.

A line is broken only at a space that is there, never within a word or an
address. Chinese and Japanese, which have no spaces, therefore stay in one line
for the mail program to wrap: a break put between two characters would come
back as a space that nobody wrote.
"""

from collections.abc import Sequence
from unicodedata import combining, east_asian_width

WIDTH = 72
"""Columns of a line: what mail can quote a few times before it reaches 80."""


def columns(text: str) -> int:
    """Count the columns of a text; East Asian characters take two (UAX 11)."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text
    )


def wrap(text: str, first: str = "", rest: str | None = None) -> str:
    """Wrap each line of a text; ``first`` begins the first line, ``rest`` all others."""
    rest = " " * columns(first) if rest is None else rest
    lines: list[str] = []
    for line in text.split("\n"):
        begin = rest if lines else first
        words: list[str] = []
        taken = columns(begin)
        for word in filter(None, line.split(" ")):
            width = columns(word)
            if words and taken + 1 + width > WIDTH:
                lines.append(begin + " ".join(words))
                begin, words, taken = rest, [], columns(rest)
            taken += width + bool(words)
            words.append(word)
        lines.append((begin + " ".join(words)).rstrip(" "))
    return "\n".join(lines)


def underline(text: str, stroke: str) -> str:
    """Wrap a heading and draw a line below it, as long as its longest line."""
    wrapped = wrap(text)
    return f"{wrapped}\n{stroke * min(WIDTH, max(map(columns, wrapped.splitlines()), default=0))}"


def table(rows: Sequence[Sequence[str]], align: Sequence[str], *, header: bool) -> str:
    """Set a table in columns, or row by row where it is too wide for that."""
    widths = [max(columns(cell) for cell in column) for column in zip(*rows, strict=True)]
    is_wide = sum(widths) + 2 * (len(widths) - 1) > WIDTH
    if is_wide or any("\n" in cell for row in rows for cell in row):
        return "\n".join(wrap(" | ".join(row).replace("\n", " "), rest="    ") for row in rows)
    lines = ["  ".join(map(_padded, row, widths, align)).rstrip(" ") for row in rows]
    if header:
        lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def _padded(cell: str, width: int, align: str) -> str:
    space = width - columns(cell)
    before = {"right": space, "center": space // 2}.get(align, 0)
    return " " * before + cell + " " * (space - before)
