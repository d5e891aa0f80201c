"""Taking a passage out of a body, and putting one in: what copying and pasting do."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from pressdesk.model.body import Block, Body, Figure, Paragraph, join_spans
from pressdesk.model.ids import new_id
from pressdesk.model.spans import cut, length, put
from pressdesk.model.writing import (
    Change,
    Point,
    cut_back,
    end_of,
    insert_spans,
    is_solid,
    text_of,
    with_text,
)


class Passage(NamedTuple):
    """Blocks on their way from one place to another."""

    blocks: tuple[Block, ...]
    is_inline: bool = False
    """True: the text of the first and the last flows into the text around it."""


def excerpt(body: Body, start: Point, end: Point) -> Passage:
    """Give what stands between two places; of a figure held in part only the words come."""
    if start.block == end.block:
        block = body[start.block]
        words = cut(text_of(block), start.offset, end.offset)
        if is_solid(block) or (start.offset, end) != (0, end_of(body, end.block)):
            return Passage((Paragraph(block.id, words),), is_inline=True)
        return Passage((block,), is_inline=True)
    whole = cut_back(body, start, end)
    blocks: list[Block] = []
    for index in range(start.block, end.block + 1):
        block = body[index]
        first = start.offset if index == start.block else 0
        last = end.offset if index == end.block else None
        if is_solid(block):
            inside = whole[0].block <= index <= whole[1].block
            words = cut(text_of(block), first, last)
            if inside:
                blocks.append(block)
            elif words:
                blocks.append(Paragraph(block.id, words))
            continue
        is_cut = first > 0 or last is not None
        if index == end.block and last == 0:
            return Passage(tuple(blocks), is_inline=start.offset > 0)
        blocks.append(with_text(block, cut(text_of(block), first, last)) if is_cut else block)
    is_inline = start.offset > 0 or end != end_of(body, end.block)
    return Passage(tuple(blocks), is_inline=is_inline)


def with_new_ids(blocks: Iterable[Block], taken: Iterable[str]) -> tuple[Block, ...]:
    """Give new ids to blocks whose id is taken, or used twice among them."""
    seen = set(taken)
    fresh: list[Block] = []
    for block in blocks:
        if block.id in seen:
            block = replace(block, id=new_id())  # noqa: PLW2901
        seen.add(block.id)
        fresh.append(block)
    return tuple(fresh)


def insert_passage(body: Body, at: Point, passage: Passage) -> Change:
    """Put a passage in at a place, and go on behind it; ids that are taken are made new."""
    blocks = with_new_ids(passage.blocks, (block.id for block in body))
    if not blocks:
        return Change(body, at)
    here = body[at.block]
    is_empty = not is_solid(here) and not text_of(here)
    if is_empty and isinstance(here, Paragraph):
        if not is_solid(blocks[0]):
            blocks = (replace(blocks[0], id=here.id), *blocks[1:])
        return _put_in(body[: at.block], blocks, body[at.block + 1 :])
    if passage.is_inline and len(blocks) == 1 and not is_solid(blocks[0]):
        return insert_spans(body, at, text_of(blocks[0]))
    if is_solid(here):
        return _behind_solid(body, at, passage, blocks)
    head, tail = cut(text_of(here), 0, at.offset), cut(text_of(here), at.offset)
    before: list[Block] = [with_text(here, head)] if head else []
    if passage.is_inline and head and not is_solid(blocks[0]):
        joined = join_spans(head + text_of(blocks[0]))
        before, blocks = [with_text(here, joined)], blocks[1:]
    behind: list[Block] = []
    if tail:
        behind = [with_text(here if not before else replace(here, id=new_id()), tail)]
    if not (passage.is_inline and tail and blocks and not is_solid(blocks[-1])):
        return _put_in((*body[: at.block], *before), blocks, (*behind, *body[at.block + 1 :]))
    last = blocks[-1]
    flowing = with_text(last, join_spans(text_of(last) + tail))
    done = (*body[: at.block], *before, *blocks[:-1], flowing, *body[at.block + 1 :])
    place = at.block + len(before) + len(blocks) - 1
    return Change(done, Point(place, length(text_of(last))))


def _behind_solid(body: Body, at: Point, passage: Passage, blocks: Sequence[Block]) -> Change:
    """Put a passage behind a figure; its first words go into the caption where they flow."""
    here = body[at.block]
    if passage.is_inline and isinstance(here, Figure) and not is_solid(blocks[0]):
        here = with_text(here, put(text_of(here), at.offset, text_of(blocks[0])))
        blocks = blocks[1:]
    return _put_in((*body[: at.block], here), blocks, body[at.block + 1 :])


def _put_in(before: Sequence[Block], blocks: Sequence[Block], behind: Sequence[Block]) -> Change:
    body = (*before, *blocks, *behind)
    return Change(body, end_of(body, len(before) + len(blocks) - 1))
