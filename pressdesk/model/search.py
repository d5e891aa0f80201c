"""Find and replace over every text of a release."""

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from pressdesk.model.body import Span, Spans, join_spans, plain
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.model.text import is_cjk
from pressdesk.model.texts import Where, map_texts

_CONTEXT = 40
"""Characters shown on each side of what was found."""

_KIN = {
    " ": "[ \u00a0\u202f]",
    "-": "[-\u2010\u2011]",
    "'": "['‘’‚]",
    '"': '["“”„«»]',
}
"""What a key of the keyboard finds too; the typographic sign finds itself only."""

Range = tuple[int, int]


class Query(Struct, frozen=True):
    """What is looked for, and how."""

    text: str
    match_case: bool = False
    whole_words: bool = False
    regex: bool = False


class Hit(Struct, frozen=True):
    """One place where a query was found."""

    where: Where
    start: int
    """Offset in the plain text of the place, in Python characters."""
    end: int
    before: str
    """Some words before, on one line; … where there are more."""
    text: str
    """What was found."""
    after: str
    """Some words after, on one line; … where there are more."""

    @property
    def context(self) -> str:
        """What was found, among its neighbours."""
        return self.before + _one_line(self.text) + self.after


def find(release: Release, query: Query) -> tuple[Hit, ...]:
    """Find a query, in reading order. Raises PressDeskError for a broken pattern."""
    pattern = _pattern(query)
    hits: list[Hit] = []

    def look(where: Where, spans: Spans) -> Spans:
        text = plain(spans)
        hits.extend(_hit(where, text, *found) for found in _ranges(text, query, pattern))
        return spans

    map_texts(release, look)
    return tuple(hits)


def replace_all(release: Release, query: Query, replacement: str) -> tuple[Release, int]:
    """Replace all that a query finds; gives also how often.

    The replacement is taken as it is, for a pattern too, and carries the marks of
    the first character it replaces. Raises PressDeskError for a broken pattern.
    """
    pattern = _pattern(query)
    count = 0

    def change(_: Where, spans: Spans) -> Spans:
        nonlocal count
        found = list(_ranges(plain(spans), query, pattern))
        count += len(found)
        return _replaced(spans, found, replacement) if found else spans

    return map_texts(release, change), count


def replace_one(release: Release, hit: Hit, replacement: str) -> Release:
    """Replace one hit; the release stays as it is where other words stand there by now."""

    def change(where: Where, spans: Spans) -> Spans:
        if where != hit.where or plain(spans)[hit.start : hit.end] != hit.text:
            return spans
        return _replaced(spans, [(hit.start, hit.end)], replacement)

    return map_texts(release, change)


def _pattern(query: Query) -> re.Pattern[str]:
    if not query.regex:
        text = query.text if query.match_case else _folded(query.text)
        return re.compile("".join(_KIN.get(char) or re.escape(char) for char in text))
    try:
        return re.compile(query.text, re.NOFLAG if query.match_case else re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise PressDeskError(
            "PD-FND-001",
            f"The pattern “{query.text}” cannot be searched for.",
            f"It is not a regular expression: {error}.",
            safe="Nothing was changed.",
            do="Correct it, or search for the text as it is.",
        ) from error


def _ranges(text: str, query: Query, pattern: re.Pattern[str]) -> Iterator[Range]:
    """Go through the places in one text, none of which overlaps another."""
    if not query.text:
        return
    is_folded = not (query.match_case or query.regex)
    searched = _folded(text) if is_folded else text
    # folding only ever lengthens a character: equal length means equal offsets
    borders = _borders(text) if len(searched) != len(text) else None
    at = 0
    while at < len(searched) and (match := pattern.search(searched, at)):
        start, end = match.span()
        at = start + 1
        if borders is not None:
            start, end = borders.get(start, -1), borders.get(end, -1)
        if start < 0 or end <= start:
            continue  # nothing, or a part of a character such as one s of ß
        if query.whole_words and not _is_whole(text, start, end):
            continue
        yield start, end
        at = match.end()


def _folded(text: str) -> str:
    return text.replace("İ", "i").casefold()  # else İ becomes i and a dot nobody types


def _borders(text: str) -> dict[int, int]:
    """Map offsets of the folded text to those of the text, at the borders of characters."""
    borders = {0: 0}
    offset = 0
    for place, char in enumerate(text, start=1):
        offset += len(_folded(char))
        borders[offset] = place
    return borders


def _is_whole(text: str, start: int, end: int) -> bool:
    first = text[start - 1 : start + 1] if start else ""
    return not _is_joined(first) and not _is_joined(text[end - 1 : end + 1])


def _is_joined(pair: str) -> bool:
    """Tell whether one word runs over two characters; in Chinese each is its own."""
    return len(pair) == 2 and all(
        (char.isalnum() or char == "_" or unicodedata.category(char)[0] == "M") and not is_cjk(char)
        for char in pair
    )


def _hit(where: Where, text: str, start: int, end: int) -> Hit:
    before = text[max(start - _CONTEXT, 0) : start]
    after = text[end : end + _CONTEXT]
    if start > _CONTEXT:
        before = "…" + (before.partition(" ")[2] or before)
    if end + _CONTEXT < len(text):
        after = (after.rpartition(" ")[0] or after) + "…"
    return Hit(where, start, end, _one_line(before), text[start:end], _one_line(after))


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _replaced(spans: Spans, ranges: list[Range], replacement: str) -> Spans:
    """Put the replacement in place of each range; ranges are in order."""
    changed: list[Span] = []
    place = offset = 0
    for span in spans:
        end = offset + len(span.text)
        text, at = "", offset
        while place < len(ranges) and ranges[place][0] < end:
            first, last = ranges[place]
            if first >= offset:
                text += span.text[at - offset : first - offset] + replacement
            at = min(last, end)
            if last > end:
                break  # it runs on into the next span
            place += 1
        changed.append(replace(span, text=text + span.text[at - offset :]))
        offset = end
    return join_spans(changed)
