"""Two bodies block by block: which is which, what has moved, and what differs in it."""

from collections.abc import Hashable, Mapping, Sequence

from msgspec.structs import replace

from pressdesk.model.body import Block, Figure, Quote, Spans, Table, block_texts
from pressdesk.model.kinds import kind_of
from pressdesk.model.text import tokens
from pressdesk.model.texts import Where
from pressdesk.review.differences import Entry, Fact, TextChange
from pressdesk.review.matching import Pairs, pair_alike, pair_equal, traits_of
from pressdesk.review.pieces import added_text, compare_spans, removed_text
from pressdesk.review.sequences import heaviest_rising
from pressdesk.review.tables import compare_tables, whole_table

_PICTURE = 8
"""How many pairs of words it weighs that two figures show the same photo."""
_FACTS = ("level", "numbered", "begins", "speaker", "photo")


def compare_blocks(
    part: str,
    before: Sequence[Block],
    after: Sequence[Block],
    renamed: Mapping[str, str],
) -> list[Entry]:
    """Compare blocks in the order of both.

    ``renamed`` gives, for the id of a photo or person after, the one it has before.
    """
    told = [_with_ids_of_before(block, renamed) for block in after]
    pairs = _pairs(before, told)
    entries: dict[tuple[int, int], Entry] = {
        pair: _both(part, before[pair[0]], after[pair[1]], told[pair[1]]) for pair in pairs.items()
    }
    ordered = sorted(pairs.items())
    # the fewest words have moved, and of those the fewest blocks
    weights = [
        1 + (len(before) + 1) * (_length(before[place]) + _length(after[other]))
        for place, other in ordered
    ]
    kept = [ordered[at] for at in heaviest_rising([other for _, other in ordered], weights)]
    staying = set(kept)
    origins = {other: place for place, other in ordered}
    merged: list[Entry] = []
    at = other_at = 0
    for start, other_start in (*kept, (len(before), len(after))):
        for place in range(at, start):
            if place in pairs:
                merged.append(_moved(entries[place, pairs[place]], before=True))
            else:
                merged.append(_gone(part, before[place]))
        for place in range(other_at, other_start):
            if place in origins:
                merged.append(_moved(entries[origins[place], place], before=False))
            else:
                merged.append(_new(part, after[place]))
        if (start, other_start) in staying:
            merged.append(entries[start, other_start])
        at, other_at = start + 1, other_start + 1
    return merged


def _length(block: Block) -> int:
    return sum(map(len, block_texts(block)))


def _with_ids_of_before(block: Block, renamed: Mapping[str, str]) -> Block:
    match block:
        case Figure():
            photo = renamed.get(block.photo, block.photo)
            return block if photo == block.photo else replace(block, photo=photo)
        case Quote():
            speaker = renamed.get(block.speaker, block.speaker)
            return block if speaker == block.speaker else replace(block, speaker=speaker)
        case _:
            return block


def _pairs(before: Sequence[Block], after: Sequence[Block]) -> Pairs:
    pairs: Pairs = {}
    pair_equal(pairs, before, after, unique=False)
    if len(pairs) == len(before) == len(after):
        return pairs
    taken = set(pairs.values())
    mine = {at: block for at, block in enumerate(before) if at not in pairs}
    others = {at: block for at, block in enumerate(after) if at not in taken}
    bare = [_bare(block) if at in mine else None for at, block in enumerate(before)]
    bare_after = [_bare(block) if at in others else None for at, block in enumerate(after)]
    pair_equal(pairs, bare, bare_after, unique=True)
    taken = set(pairs.values())
    traits = {at: _traits(block) for at, block in mine.items() if at not in pairs}
    traits_after = {at: _traits(block) for at, block in others.items() if at not in taken}
    same_ids: Pairs = {}
    pair_equal(
        same_ids,
        [(block.id, _family(block)) if at in traits else None for at, block in enumerate(before)],
        [
            (block.id, _family(block)) if at in traits_after else None
            for at, block in enumerate(after)
        ],
        unique=False,
    )
    pair_alike(pairs, traits, traits_after, same_ids.items())
    pair_equal(pairs, bare, bare_after, unique=False)
    return pairs


def _bare(block: Block) -> Block:
    return replace(block, id="x")


def _family(block: Block) -> str:
    match block:
        case Figure():
            return "figure"
        case Table():
            return "table"
        case _:
            return "text"


def _traits(block: Block) -> frozenset[Hashable]:
    """Give what a block is known by; blocks of different families share nothing."""
    words = (token for text in block_texts(block) for token in tokens(text))
    family = _family(block)
    traits = {(family, trait) for trait in traits_of([word for word in words if word.strip()])}
    if isinstance(block, Figure):
        traits |= {(block.photo, number) for number in range(_PICTURE)}
    return frozenset[Hashable](traits)


def _both(part: str, before: Block, after: Block, told: Block) -> Entry:
    """Compare one block with itself; ``told`` is the one after with the ids of before."""
    facts = [Fact("kind", kind_of(before), kind_of(after))]
    for name in _FACTS:
        if hasattr(before, name) and hasattr(after, name):
            old, new = getattr(before, name), getattr(after, name)
            if old != getattr(told, name):
                facts.append(Fact(name, old, new))
    facts = [fact for fact in facts if fact.name != "kind" or fact.before != fact.after]
    grid: tuple[tuple[TextChange | None, ...], ...] = ()
    if isinstance(before, Table) and isinstance(after, Table):
        grid, others = compare_tables(part, before, after)
        facts += others
        texts = tuple(cell for row in grid for cell in row if cell is not None)
    else:
        texts = (compare_spans(Where(part, after.id), _spans(before), _spans(after)),)
    is_same = not facts and all(text.kind == "same" for text in texts)
    kind = "same" if is_same else "changed"
    return Entry(part, kind, before, after, _written(texts), tuple(facts), grid)


def _spans(block: Block) -> Spans:
    match block:
        case Figure():
            return block.caption
        case Table():
            return ()
        case _:
            return block.spans


def _written(texts: Sequence[TextChange]) -> tuple[TextChange, ...]:
    return tuple(text for text in texts if text.pieces)


def _moved(entry: Entry, *, before: bool) -> Entry:
    kind = "moved" if entry.kind == "same" else entry.kind
    return replace(entry, kind=kind, is_moved=True, shows="before" if before else "after")


def _gone(part: str, block: Block) -> Entry:
    if isinstance(block, Table):
        grid = whole_table(part, block, is_new=False)
        texts = tuple(cell for row in grid for cell in row)
        return Entry(part, "removed", block, None, _written(texts), (), grid, shows="before")
    texts = (removed_text(Where(part, block.id), _spans(block)),)
    return Entry(part, "removed", block, None, _written(texts), shows="before")


def _new(part: str, block: Block) -> Entry:
    if isinstance(block, Table):
        grid = whole_table(part, block, is_new=True)
        texts = tuple(cell for row in grid for cell in row)
        return Entry(part, "added", None, block, _written(texts), (), grid, shows="after")
    texts = (added_text(Where(part, block.id), _spans(block)),)
    return Entry(part, "added", None, block, _written(texts), shows="after")
