"""Which thing of one release is which of another: by its id first, then by likeness."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")

Pairs = dict[int, int]
"""The place before, and the place after, of what is the same thing."""

_COMMON = 20
"""What more things than that have in common makes no two of them alike."""
_ALIKE = 0.4
_SAME_ID = 0.35
"""What the same id adds to a likeness: it wins unless the words speak for another. Imports
number their blocks, so that the ids of a text imported again may have slipped."""


def pair_by(
    before: Sequence[T], after: Sequence[T], keys: Iterable[Callable[[T], Hashable]]
) -> Pairs:
    """Pair what has the same key, by the first key first; "" and ``None`` are none."""
    pairs: Pairs = {}
    for key in keys:
        pair_equal(
            pairs, [key(thing) for thing in before], [key(thing) for thing in after], unique=False
        )
    return pairs


def pair_equal(
    pairs: Pairs, before: Sequence[Hashable], after: Sequence[Hashable], *, unique: bool
) -> None:
    """Pair the free places of equal keys in order, or only those that occur once on each side."""
    taken = set(pairs.values())
    mine: defaultdict[Hashable, list[int]] = defaultdict(list)
    others: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, key in enumerate(before):
        if place not in pairs and key not in (None, ""):
            mine[key].append(place)
    for place, key in enumerate(after):
        if place not in taken and key in mine:
            others[key].append(place)
    for key, places in others.items():
        if not unique or (len(places) == 1 and len(mine[key]) == 1):
            pairs.update(zip(mine[key], places, strict=False))


def pair_alike(
    pairs: Pairs,
    before: Mapping[int, frozenset[Hashable]],
    after: Mapping[int, frozenset[Hashable]],
    same_ids: Iterable[tuple[int, int]] = (),
) -> None:
    """Pair the places whose traits are most alike, those of the same id a little earlier.

    The likeness is that of Dice: twice what two sets share, by the sum of their sizes.
    """
    scores: dict[tuple[int, int], float] = {
        (place, other): _SAME_ID + _likeness(before[place], after[other])
        for place, other in same_ids
    }
    for place, other in _candidates(before, after):
        if (place, other) not in scores:
            likeness = _likeness(before[place], after[other])
            if likeness >= _ALIKE:
                scores[place, other] = likeness
    taken = set(pairs.values())

    def rank(pair: tuple[int, int]) -> tuple[float, int, int]:
        # two pairs of one rank never share a place, so that either order gives the same
        return -scores[pair], abs(pair[0] - pair[1]), sum(pair)

    for place, other in sorted(scores, key=rank):
        if place not in pairs and other not in taken:
            pairs[place] = other
            taken.add(other)


def _likeness(one: frozenset[Hashable], other: frozenset[Hashable]) -> float:
    return 2 * len(one & other) / max(len(one) + len(other), 1)


def _candidates(
    before: Mapping[int, frozenset[Hashable]], after: Mapping[int, frozenset[Hashable]]
) -> set[tuple[int, int]]:
    """Give the pairs that share something that is rare on both sides."""
    counts = Counter(trait for traits in after.values() for trait in traits)
    own = Counter(trait for traits in before.values() for trait in traits)
    where: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, traits in after.items():
        for trait in traits:
            if counts[trait] <= _COMMON and 0 < own[trait] <= _COMMON:
                where[trait].append(place)
    return {
        (place, other)
        for place, traits in before.items()
        for trait in traits
        for other in where.get(trait, ())
    }


def traits_of(words: Sequence[str]) -> frozenset[Hashable]:
    """Give what a text is known by: its pairs of neighbouring words, its ends among them."""
    return frozenset(zip(("", *words), (*words, ""), strict=True))
