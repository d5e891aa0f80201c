"""Two texts word by word; Chinese, Japanese and Korean character by character."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from pressdesk.model.body import Span, Spans, join_spans, plain
from pressdesk.model.text import count_words, tokens
from pressdesk.model.texts import Where
from pressdesk.review.differences import Piece, TextChange
from pressdesk.review.sequences import common_runs

_FEW_WORDS = 2
"""Common words that are not worth the eye's jump between two changes of twice as many."""


def compare_text(where: Where, before: str, after: str) -> TextChange:
    """Compare two texts without marks."""
    return compare_spans(where, _bare(before), _bare(after))


def _bare(text: str) -> Spans:
    return (Span(text),) if text else ()


def compare_spans(where: Where, before: Spans, after: Spans) -> TextChange:
    """Compare two texts and their marks."""
    if before == after:
        return TextChange(where, (Piece("same", before, after),) if plain(before) else ())
    pieces = tuple(_pieces(before, after))
    is_same = all(piece.kind == "same" for piece in pieces)
    return TextChange(where, pieces, "same" if is_same else "changed")


def added_text(where: Where, spans: Spans) -> TextChange:
    """Tell of a text that is new as a whole."""
    return TextChange(where, (Piece("added", after=spans),) if plain(spans) else (), "added")


def removed_text(where: Where, spans: Spans) -> TextChange:
    """Tell of a text that is gone as a whole."""
    return TextChange(where, (Piece("removed", before=spans),) if plain(spans) else (), "removed")


def count_added(text: TextChange) -> int:
    """Count the words that are new."""
    return sum(count_words(plain(piece.after)) for piece in text.pieces if piece.kind == "added")


def count_removed(text: TextChange) -> int:
    """Count the words that are gone."""
    return sum(count_words(plain(piece.before)) for piece in text.pieces if piece.kind == "removed")


class _Reader:
    """Reads marked text on and on, each part from where the last one ended."""

    def __init__(self, spans: Spans) -> None:
        self._rest = [span for span in reversed(spans) if span.text]

    def take(self, count: int) -> Spans:
        """Give the next characters."""
        parts: list[Span] = []
        while count and self._rest:
            span = self._rest.pop()
            if len(span.text) > count:
                self._rest.append(replace(span, text=span.text[count:]))
                span = replace(span, text=span.text[:count])
            parts.append(span)
            count -= len(span.text)
        return join_spans(parts)


def _pieces(before: Spans, after: Spans) -> Iterator[Piece]:
    mine, others = tokens(plain(before)), tokens(plain(after))
    one, other = _Reader(before), _Reader(after)
    at = 0
    for start, end, other_start, other_end in _changes(mine, others):
        yield from _alike(one, other, _characters(mine[at:start]))
        removed = one.take(_characters(mine[start:end]))
        added = other.take(_characters(others[other_start:other_end]))
        if removed:
            yield Piece("removed", before=removed)
        if added:
            yield Piece("added", after=added)
        at = end
    yield from _alike(one, other, _characters(mine[at:]))


def _characters(words: Sequence[str]) -> int:
    return sum(map(len, words))


def _alike(one: _Reader, other: _Reader, count: int) -> Iterator[Piece]:
    """Split what has the same characters into what has the same marks and what has not."""
    before, after = one.take(count), other.take(count)
    if before == after:
        if before:
            yield Piece("same", before, after)
        return
    one, other = _Reader(before), _Reader(after)
    pieces: list[Piece] = []
    for length in _lengths(before, after):
        mine, others = one.take(length), other.take(length)
        kind = "same" if mine == others else "marked"
        if pieces and pieces[-1].kind == kind:
            last = pieces.pop()
            mine, others = join_spans(last.before + mine), join_spans(last.after + others)
        pieces.append(Piece(kind, mine, others))
    yield from pieces


def _lengths(before: Spans, after: Spans) -> Iterator[int]:
    """Give the lengths of the stretches within which neither text changes its marks."""
    ends = {0}
    for spans in (before, after):
        at = 0
        for span in spans:
            at += len(span.text)
            ends.add(at)
    places = sorted(ends)
    yield from (end - start for start, end in pairwise(places))


_Change = tuple[int, int, int, int]


def _changes(mine: Sequence[str], others: Sequence[str]) -> list[_Change]:
    """Give the stretches of tokens that differ, small islands between them flooded."""
    changes: list[_Change] = []
    at = other_at = 0
    ends = (len(mine), len(others), 0)
    for start, other_start, length in (*common_runs(mine, others, str.isspace), ends):
        if start > at or other_start > other_at:
            changes.append((at, start, other_at, other_start))
        at, other_at = start + length, other_start + length
    flooded: list[_Change] = []
    for change in changes:
        flooded.append(change)
        while len(flooded) > 1 and _is_island(mine, others, *flooded[-2:]):
            one, other = flooded[-2:]
            flooded[-2:] = [(one[0], other[1], one[2], other[3])]
    return flooded


def _is_island(mine: Sequence[str], others: Sequence[str], one: _Change, other: _Change) -> bool:
    """Tell whether what two changes have between them only makes them harder to read."""
    between = "".join(mine[one[1] : other[0]])
    words = count_words(between)
    if not words:
        return len(between.strip()) <= 1
    return words <= _FEW_WORDS and all(
        2 * words <= max(_words(mine[start:end]), _words(others[other_start:other_end]))
        for start, end, other_start, other_end in (one, other)
    )


def _words(parts: Sequence[str]) -> int:
    return count_words("".join(parts))
