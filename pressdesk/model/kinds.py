"""What kind of block a text is, how deep it stands in a list, in which order: pure changes."""

from typing import Literal

from msgspec.structs import replace

from pressdesk.model.body import (
    Block,
    Body,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Table,
)
from pressdesk.model.writing import text_of

Kind = Literal["paragraph", "heading", "bullet", "numbered", "quote", "figure", "table"]
DEEPEST = 8


def kind_of(block: Block) -> Kind:
    """Name the kind of a block as the toolbar does."""
    match block:
        case Paragraph():
            return "paragraph"
        case Heading():
            return "heading"
        case ListItem():
            return "numbered" if block.numbered else "bullet"
        case Quote():
            return "quote"
        case Figure():
            return "figure"
        case Table():
            return "table"


def set_kind(body: Body, first: int, last: int, kind: Kind, level: int = 2) -> Body:
    """Make text blocks of one kind; where all are of it already, make them paragraphs.

    ``level`` is a heading's. A quotation goes on with the speaker of the one before it.
    """
    chosen = [block for block in body[first : last + 1] if not isinstance(block, Figure | Table)]
    if all(_is(block, kind, level) for block in chosen):
        kind = "paragraph"
    new: list[Block] = list(body)
    for index in range(first, last + 1):
        before = new[index - 1] if index else None
        new[index] = _as_kind(body[index], kind, level, before)
    return tuple(new)


def _is(block: Block, kind: Kind, level: int) -> bool:
    return kind_of(block) == kind and (not isinstance(block, Heading) or block.level == level)


def _as_kind(block: Block, kind: Kind, level: int, before: Block | None) -> Block:
    if isinstance(block, Figure | Table) or _is(block, kind, level):
        return block
    spans = text_of(block)
    match kind:
        case "heading":
            return Heading(block.id, spans, level=level)
        case "bullet" | "numbered":
            numbered = kind == "numbered"
            if isinstance(block, ListItem):
                return replace(block, numbered=numbered)
            return ListItem(block.id, spans, numbered=numbered)
        case "quote":
            speaker = before.speaker if isinstance(before, Quote) else ""
            return Quote(block.id, spans, speaker=speaker)
        case _:
            return Paragraph(block.id, spans)


def set_level(body: Body, first: int, last: int, by: int) -> Body:
    """Move list items in or out by levels."""
    return tuple(
        replace(block, level=min(max(block.level + by, 0), DEEPEST))
        if first <= index <= last and isinstance(block, ListItem)
        else block
        for index, block in enumerate(body)
    )


def set_speaker(body: Body, first: int, last: int, speaker: str) -> Body:
    """Let a person say the quotations of a range, each as a whole with its neighbours."""
    quotes = [index for index in range(first, last + 1) if isinstance(body[index], Quote)]
    wanted: set[int] = set()
    for index in quotes:
        wanted.update(quotation(body, index))
    return tuple(
        replace(block, speaker=speaker)
        if index in wanted and isinstance(block, Quote) and block.speaker != speaker
        else block
        for index, block in enumerate(body)
    )


def quotation(body: Body, index: int) -> range:
    """Give the numbers of the paragraphs that make one quotation with a quote."""
    block = body[index]
    speaker = block.speaker if isinstance(block, Quote) else ""

    def belongs(other: int) -> bool:
        neighbour = body[other]
        return isinstance(neighbour, Quote) and neighbour.speaker == speaker

    first = last = index
    while first and belongs(first - 1):
        first -= 1
    while last + 1 < len(body) and belongs(last + 1):
        last += 1
    return range(first, last + 1)


def move(body: Body, first: int, last: int, *, up: bool) -> Body:
    """Move blocks past the one before or behind them; at the ends nothing changes."""
    if up and first:
        return (*body[: first - 1], *body[first : last + 1], body[first - 1], *body[last + 1 :])
    if not up and last + 1 < len(body):
        return (*body[:first], body[last + 1], *body[first : last + 1], *body[last + 2 :])
    return body


def list_numbers(body: Body, index: int) -> tuple[int, list[int]]:
    """Count the items of the list that a block stands in, by the rules of ``ListItem``.

    Gives the number of its first block, and one number for each of its items; a
    bulleted one has its place too.
    """
    first = last = index
    while first and isinstance(body[first - 1], ListItem):
        first -= 1
    while last + 1 < len(body) and isinstance(body[last + 1], ListItem):
        last += 1
    numbers: list[int] = []
    counts: dict[int, tuple[bool, int]] = {}
    for block in body[first : last + 1]:
        if not isinstance(block, ListItem):
            break
        for deeper in [level for level in counts if level > block.level]:
            del counts[deeper]
        numbered, count = counts.get(block.level, (block.numbered, 0))
        if numbered != block.numbered or block.begins:
            count = 0
        counts[block.level] = block.numbered, count + 1
        numbers.append(count + 1)
    return first, numbers
