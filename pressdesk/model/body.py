"""The body of a release: blocks, and spans of text with marks."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from pressdesk.model.ids import Id
from pressdesk.model.text import clean_line, clean_text, safe_link


class Span(Struct, frozen=True, omit_defaults=True):
    r"""A run of text with one set of marks. ``\n`` is a line break inside a block."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    script: Literal["", "sub", "sup"] = ""
    link: str = ""
    lang: str = ""
    """BCP 47 tag where the words are in another language than the release."""


Spans = tuple[Span, ...]


class Paragraph(Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="paragraph"):
    """A paragraph of running text."""

    id: Id
    spans: Spans = ()


class Heading(Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="heading"):
    """A heading within the body; level 1 is the headline's and not used here."""

    id: Id
    spans: Spans = ()
    level: Annotated[int, Meta(ge=2, le=4)] = 2


class ListItem(Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="list-item"):
    """One item of a bulleted or numbered list.

    Items that follow each other make a list. Numbers run on within a level
    until an item of a shallower level, another kind at the same level, or a
    block of another kind comes between.
    """

    id: Id
    spans: Spans = ()
    numbered: bool = False
    level: Annotated[int, Meta(ge=0, le=8)] = 0
    begins: bool = False
    """True: a new list begins here although the item before is of the same kind."""


class Quote(Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="quote"):
    """One paragraph of a quotation.

    Quotes that follow each other and have the same speaker are one quotation
    of several paragraphs, attributed once, after the last.
    """

    id: Id
    spans: Spans = ()
    speaker: str = ""
    """Id of a person of the release, or "" where nobody is named."""


class Figure(Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="figure"):
    """One use of a photo, with the caption of this use."""

    id: Id
    photo: Id
    caption: Spans = ()


class Cell(Struct, frozen=True, omit_defaults=True):
    """One cell of a table."""

    spans: Spans = ()


class Table(Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="table"):
    """A table; every row has as many cells as ``align``."""

    id: Id
    rows: tuple[tuple[Cell, ...], ...]
    align: tuple[Literal["", "left", "center", "right"], ...]
    """How each column is aligned; "" is the style's way."""
    header: bool = True
    """True: the first row names the columns."""


Block = Paragraph | Heading | ListItem | Quote | Figure | Table
TextBlock = Paragraph | Heading | ListItem | Quote
TEXT_BLOCKS = (Paragraph, Heading, ListItem, Quote)
Body = tuple[Block, ...]


def body_runs(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """Split blocks into those that print as one: a list, quotes of one speaker, else one block."""
    run: list[Block] = []
    for block in blocks:
        if run and not _continues(run[-1], block):
            yield tuple(run)
            run = []
        run.append(block)
    if run:
        yield tuple(run)


def _continues(before: Block, block: Block) -> bool:
    match before, block:
        case ListItem(), ListItem():
            return True
        case Quote(), Quote():
            return before.speaker == block.speaker
        case _:
            return False


def plain(spans: Iterable[Span]) -> str:
    """Give the text of spans without their marks."""
    return "".join(span.text for span in spans)


def block_texts(block: Block) -> tuple[str, ...]:
    """Give the texts of a block in reading order: one, or a table's cells."""
    return tuple(plain(spans) for spans in block_spans(block))


def block_spans(block: Block) -> Iterator[Spans]:
    """Go through the runs of text of a block: its own, its caption, or its cells."""
    match block:
        case Figure():
            yield block.caption
        case Table():
            for row in block.rows:
                for cell in row:
                    yield cell.spans
        case _:
            yield block.spans


def join_spans(spans: Iterable[Span]) -> Spans:
    """Join neighbours that carry the same marks, and drop empty spans."""
    joined: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if joined and msgspec.structs.replace(joined[-1], text="") == msgspec.structs.replace(
            span, text=""
        ):
            joined[-1] = msgspec.structs.replace(span, text=joined[-1].text + span.text)
        else:
            joined.append(span)
    return tuple(joined)


_LOOSE = re.compile(r"^[ \n]+|[ \n]+$| +(?=\n)|(?<=\n) +")


def clean_spans(spans: Iterable[Span]) -> Spans:
    r"""Clean what spans say, trim spaces at both ends and around ``\n``."""
    cleaned = join_spans(
        msgspec.structs.replace(
            span,
            text=clean_text(span.text),
            link=safe_link(span.link),
            lang=clean_line(span.lang),
        )
        for span in spans
    )
    whole = plain(cleaned)
    if "\n" not in whole and whole == whole.strip(" "):
        return cleaned
    loose = [match.span() for match in _LOOSE.finditer(whole)]
    if not loose:
        return cleaned
    trimmed: list[Span] = []
    offset = 0
    for span in cleaned:
        text = span.text
        for start, end in reversed(loose):
            first, last = max(start - offset, 0), max(end - offset, 0)
            text = text[:first] + text[last:]
        offset += len(span.text)
        trimmed.append(msgspec.structs.replace(span, text=text))
    return join_spans(trimmed)


B = TypeVar("B", bound=Block)


def map_spans(block: B, change: Callable[[Spans], Spans]) -> B:
    """Give the block with ``change`` applied to each of its runs of text."""
    match block:
        case Figure():
            return msgspec.structs.replace(block, caption=change(block.caption))
        case Table():
            rows = tuple(tuple(Cell(change(cell.spans)) for cell in row) for row in block.rows)
            return msgspec.structs.replace(block, rows=rows)
        case _:
            return msgspec.structs.replace(block, spans=change(block.spans))


def clean_block(block: B) -> B:
    """Clean every text of a block."""
    block = map_spans(block, clean_spans)
    if isinstance(block, Quote) and block.speaker:
        return msgspec.structs.replace(block, speaker=clean_line(block.speaker))
    return block
