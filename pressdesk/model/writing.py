"""What writing does to a body: cutting, splitting and joining blocks, as pure functions.

A figure is one block whose text is its caption. None of these functions parts a
caption from its picture, and none puts a letter into a table.
"""

from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from pressdesk.model.body import (
    Block,
    Body,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    join_spans,
)
from pressdesk.model.ids import new_id
from pressdesk.model.spans import cut, length, put, take_out


class Point(NamedTuple):
    """A place in a body: the number of the block, characters from the start of its text."""

    block: int
    offset: int


class Change(NamedTuple):
    """A new body, and where writing goes on."""

    body: Body
    at: Point
    is_chosen: bool = False
    """True: the figure or table there is selected as a whole; nothing else has changed."""


B = TypeVar("B", bound=Block)


def text_of(block: Block) -> Spans:
    """Give the text that is written in place: a figure's is its caption, a table has none."""
    match block:
        case Figure():
            return block.caption
        case Table():
            return ()
        case _:
            return block.spans


def with_text(block: B, spans: Spans) -> B:
    """Give a block another text."""
    match block:
        case Figure():
            return replace(block, caption=spans)
        case Table():
            return block
        case _:
            return replace(block, spans=spans)


def is_solid(block: Block) -> bool:
    """Tell whether a block is more than its text, and so must never flow into another."""
    return isinstance(block, Figure | Table)


def end_of(body: Body, index: int) -> Point:
    """Give the place behind the last character of a block."""
    return Point(index, length(text_of(body[index])))


def cut_back(body: Body, start: Point, end: Point) -> tuple[Point, Point]:
    """Shrink a range over several blocks to what may be replaced.

    A figure at an edge is left alone unless the range holds it whole: its
    picture, which stands above the caption, and all of the caption.
    """
    if start.block == end.block:
        return start, end
    first, last = start, end
    if not _holds_first(body, start, end):
        first = Point(start.block + 1, 0)
    if not _holds_last(body, end):
        last = end_of(body, end.block - 1)
    return (first, last) if first <= last else (start, start)


def _holds_first(body: Body, start: Point, end: Point) -> bool:
    if isinstance(body[start.block], Figure):
        return start == (0, 0) and end == end_of(body, len(body) - 1)
    return True


def _holds_last(body: Body, end: Point) -> bool:
    if not is_solid(body[end.block]):
        return True
    is_last = end.block == len(body) - 1
    return end == end_of(body, end.block) and (end.offset > 0 or is_last)


def delete(body: Body, start: Point, end: Point) -> Change:
    """Delete what stands between two places, as far as ``cut_back`` allows."""
    if start == (0, 0) and end == end_of(body, len(body) - 1) and len(body) > 1:
        name = new_id() if is_solid(body[0]) else body[0].id
        return Change((Paragraph(name),), start)
    one, other = cut_back(body, start, end)
    if one == other:
        return Change(body, start)
    if start != one and end != other:
        return _hollow(body, one.block, other.block)
    is_later, start, end = start != one, one, other
    first, last = body[start.block], body[end.block]
    if start.block == end.block:
        if is_later and is_solid(first):
            return remove_blocks(body, start.block, start.block)
        left = with_text(first, take_out(text_of(first), start.offset, end.offset))
        return Change(_swap(body, start.block, 1, left), start)
    count = end.block - start.block + 1
    head, tail = cut(text_of(first), 0, start.offset), cut(text_of(last), end.offset)
    if is_solid(first) and is_solid(last):
        return remove_blocks(body, start.block, end.block)
    if is_solid(first) or is_later:
        left = with_text(first, ()) if is_solid(last) else with_text(last, tail)
    elif is_solid(last):
        left = with_text(first, head)
    elif start.offset == end.offset == 0:  # whole blocks: the next one stays what it is
        left = last
    else:
        left = with_text(first, join_spans(head + tail))
    return Change(_swap(body, start.block, count, left), start)


def _hollow(body: Body, first: int, last: int) -> Change:
    """Delete the whole blocks between two figures that stay; a paragraph is left for new words."""
    texts = [block for block in body[first : last + 1] if not is_solid(block)]
    if not texts:
        return remove_blocks(body, first, last)
    left = Paragraph(texts[0].id)
    return Change(_swap(body, first, last - first + 1, left), Point(first, 0))


def remove_blocks(body: Body, first: int, last: int) -> Change:
    """Take whole blocks out; an empty paragraph stays where nothing would."""
    rest = body[:first] + body[last + 1 :]
    if not rest:
        return Change((Paragraph(new_id()),), Point(0, 0))
    if first < len(rest):
        return Change(rest, Point(first, 0))
    return Change(rest, end_of(rest, len(rest) - 1))


def insert_spans(body: Body, at: Point, spans: Spans) -> Change:
    """Insert text with its marks; behind a table it becomes a paragraph."""
    block = body[at.block]
    if isinstance(block, Table):
        new = Paragraph(new_id(), spans)
        return Change(_swap(body, at.block, 1, block, new), Point(at.block + 1, length(spans)))
    new = with_text(block, put(text_of(block), at.offset, spans))
    return Change(_swap(body, at.block, 1, new), Point(at.block, at.offset + length(spans)))


def split(body: Body, at: Point) -> Change:
    """Do what Enter does: begin a new block, or leave a list or a quotation."""
    block = body[at.block]
    text = text_of(block)
    head, tail = cut(text, 0, at.offset), cut(text, at.offset)
    below = Point(at.block + 1, 0)
    match block:
        case ListItem() if not text and block.level:
            return Change(_swap(body, at.block, 1, replace(block, level=block.level - 1)), at)
        case ListItem() | Quote() if not text:
            return Change(_swap(body, at.block, 1, Paragraph(block.id)), at)
        case _ if not head and tail:  # the text keeps its id, the new block stands above
            above = Paragraph(new_id()) if is_solid(block) else _next(block, ())
            return Change(_swap(body, at.block, 1, above, block), below)
        case _:
            kept = with_text(block, head) if tail else block
            return Change(_swap(body, at.block, 1, kept, _next(block, tail)), below)


def _next(block: Block, spans: Spans) -> Block:
    """Make the block that follows when Enter is pressed in one."""
    match block:
        case ListItem():
            return ListItem(new_id(), spans, numbered=block.numbered, level=block.level)
        case Quote():
            return Quote(new_id(), spans, speaker=block.speaker)
        case _:
            return Paragraph(new_id(), spans)


def join_back(body: Body, index: int) -> Change:
    """Do what Backspace does at the start of a block."""
    block = body[index]
    here = Point(index, 0)
    before = body[index - 1] if index else None
    if is_solid(block):
        return Change(body, here, is_chosen=True)
    if isinstance(block, ListItem) and block.level:
        return Change(_swap(body, index, 1, replace(block, level=block.level - 1)), here)
    loses_kind = (
        isinstance(block, ListItem)
        or (isinstance(block, Quote) and not isinstance(before, Quote))
        or (isinstance(block, Heading) and before is None)
    )
    if loses_kind:
        return Change(_swap(body, index, 1, Paragraph(block.id, text_of(block))), here)
    if before is None:
        return Change(body, here)
    if is_solid(before):
        rest = body if text_of(block) else _swap(body, index, 1)
        return Change(rest, Point(index - 1, 0), is_chosen=True)
    return _join(body, index - 1)


def join_on(body: Body, index: int) -> Change:
    """Do what Delete does at the end of a block."""
    block = body[index]
    at = end_of(body, index)
    if index + 1 == len(body) or isinstance(block, Figure):
        return Change(body, at, is_chosen=isinstance(block, Table))
    if isinstance(block, Table):
        return Change(body, at, is_chosen=True)
    if is_solid(body[index + 1]):
        if not text_of(block):
            return Change(_swap(body, index, 1), Point(index, 0), is_chosen=True)
        return Change(body, Point(index + 1, 0), is_chosen=True)
    return _join(body, index)


def _join(body: Body, index: int) -> Change:
    """Join a text block with the next; an empty paragraph gives way to what follows."""
    first, second = body[index], body[index + 1]
    if isinstance(first, Paragraph) and not first.spans:
        return Change(_swap(body, index, 1), Point(index, 0))
    at = end_of(body, index)
    joined = with_text(first, join_spans(text_of(first) + text_of(second)))
    return Change(_swap(body, index, 2, joined), at)


def _swap(body: Body, index: int, count: int, *new: Block) -> Body:
    return body[:index] + new + body[index + count :]


def line_break(body: Body, at: Point) -> Change:
    """Do what Shift+Enter does: a new line within the block."""
    return insert_spans(body, at, (Span("\n"),))
