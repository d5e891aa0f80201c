"""What two sequences have in common, in time that grows little faster than their length."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)

_CONTEXT = 5
"""Items in a row that make an anchor: three words with the space between."""
_SMALL, _LARGEST = 4_000, 40_000
"""Up to so many pairs of items ``difflib`` is asked at once, and at the most."""


class Run(NamedTuple):
    """Items that two sequences have in common, one after the other."""

    before: int
    after: int
    length: int


class _Part(NamedTuple):
    start: int
    end: int
    other_start: int
    other_end: int


def common_runs(
    before: Sequence[T], after: Sequence[T], is_junk: Callable[[Any], bool] | None = None
) -> list[Run]:
    """Find what two sequences share, in order; the other way round it is the same.

    Items that are junk are matched only beside others. ``difflib`` takes time that grows
    with the square or the cube where items repeat, so it is given short parts only; a
    long part in which nothing is unique counts as different.
    """
    if list[Any](before) > list[Any](after):
        return [
            Run(run.after, run.before, run.length) for run in common_runs(after, before, is_junk)
        ]
    runs: list[Run] = []
    parts = [_Part(0, len(before), 0, len(after))]
    while parts:
        part = _strip(before, after, parts.pop(), runs)
        pairs = (part.end - part.start) * (part.other_end - part.other_start)
        if not pairs:
            continue
        if pairs > _SMALL:
            for context in (_CONTEXT, 1):
                anchors = _anchors(before, after, part, context)
                if anchors:
                    break
            if anchors:
                parts += _between(before, after, part, anchors, runs)
                continue
        if pairs <= _LARGEST:
            runs += _matched(before, after, part, is_junk)
    return sorted(runs)


def _strip(before: Sequence[T], after: Sequence[T], part: _Part, runs: list[Run]) -> _Part:
    """Take off what a part begins and ends with in both."""
    start, end, other_start, other_end = part
    first, other_first = start, other_start
    while start < end and other_start < other_end and before[start] == after[other_start]:
        start, other_start = start + 1, other_start + 1
    if start > first:
        runs.append(Run(first, other_first, start - first))
    last = end
    while start < end and other_start < other_end and before[end - 1] == after[other_end - 1]:
        end, other_end = end - 1, other_end - 1
    if end < last:
        runs.append(Run(end, other_end, last - end))
    return _Part(start, end, other_start, other_end)


def _matched(
    before: Sequence[T], after: Sequence[T], part: _Part, is_junk: Callable[[Any], bool] | None
) -> list[Run]:
    mine = before[part.start : part.end]
    others = after[part.other_start : part.other_end]
    blocks = SequenceMatcher(is_junk, mine, others, autojunk=False).get_matching_blocks()
    return [Run(part.start + i, part.other_start + j, length) for i, j, length in blocks if length]


def _anchors(
    before: Sequence[T], after: Sequence[T], part: _Part, context: int
) -> list[tuple[int, int]]:
    """Find where stretches begin that occur once on each side, as far as they keep their order."""
    mine = _unique(before, part.start, part.end, context)
    others = _unique(after, part.other_start, part.other_end, context)
    pairs = [(place, others[items]) for items, place in mine.items() if items in others]
    return [pairs[index] for index in rising([other for _, other in pairs])]


def _unique(items: Sequence[T], start: int, end: int, context: int) -> dict[tuple[T, ...], int]:
    stretches = [tuple(items[at : at + context]) for at in range(start, end - context + 1)]
    counts = Counter(stretches)
    return {stretch: start + at for at, stretch in enumerate(stretches) if counts[stretch] == 1}


def _between(
    before: Sequence[T],
    after: Sequence[T],
    part: _Part,
    anchors: list[tuple[int, int]],
    runs: list[Run],
) -> list[_Part]:
    """Follow each anchor as far as it goes; gives the parts that lie between."""
    parts: list[_Part] = []
    at, other_at = part.start, part.other_start
    for start, other_start in anchors:
        if start < at or other_start < other_at:
            continue
        if start > at and other_start > other_at:
            parts.append(_Part(at, start, other_at, other_start))
        at, other_at = start, other_start
        while at < part.end and other_at < part.other_end and before[at] == after[other_at]:
            at, other_at = at + 1, other_at + 1
        runs.append(Run(start, other_start, at - start))
    if at < part.end and other_at < part.other_end:
        parts.append(_Part(at, part.end, other_at, part.other_end))
    return parts


def rising(values: Sequence[int]) -> list[int]:
    """Give the places of a longest part of a sequence that only rises."""
    ends: list[int] = []
    places: list[int] = []
    behind: list[int] = []
    for place, value in enumerate(values):
        length = bisect_left(ends, value)
        behind.append(places[length - 1] if length else -1)
        if length == len(ends):
            ends.append(value)
            places.append(place)
        else:
            ends[length], places[length] = value, place
    return _followed(behind, places[-1] if places else -1)


def heaviest_rising(values: Sequence[int], weights: Iterable[int]) -> list[int]:
    """Give the places of the part that only rises and weighs most; no value occurs twice."""
    if all(one < other for one, other in pairwise(values)):
        return list(range(len(values)))
    ranks = {value: rank for rank, value in enumerate(sorted(values), 1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(values) + 1)
    behind: list[int] = []
    for place, (value, weight) in enumerate(zip(values, weights, strict=True)):
        weighs, last = 0, -1
        rank = ranks[value] - 1
        while rank:  # a Fenwick tree of the best part that ends below a value
            weighs, last = max((weighs, last), best[rank])
            rank -= rank & -rank
        behind.append(last)
        rank = ranks[value]
        while rank < len(best):
            best[rank] = max(best[rank], (weighs + weight, place))
            rank += rank & -rank
    total = (0, -1)
    rank = len(values)
    while rank:
        total = max(total, best[rank])
        rank -= rank & -rank
    return _followed(behind, total[1])


def _followed(behind: Sequence[int], place: int) -> list[int]:
    """Go back from the last place to the first."""
    places: list[int] = []
    while place >= 0:
        places.append(place)
        place = behind[place]
    return places[::-1]
