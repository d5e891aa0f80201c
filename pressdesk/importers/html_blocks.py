"""Pieces of a foreign page as blocks of a release."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pressdesk.importers.html_pictures import EmbeddedPicture
from pressdesk.importers.html_pieces import Piece
from pressdesk.importers.html_run import joined
from pressdesk.model.body import (
    Block,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    clean_spans,
    map_spans,
)


class Made(Struct, frozen=True):
    """Blocks, the pictures between them, and the language of most of it."""

    blocks: tuple[Block, ...]
    pictures: tuple[EmbeddedPicture, ...]
    language: str


def blocks_of(pieces: Iterable[Piece], language: str, make_id: Callable[[], str]) -> Made:
    """Make the blocks; only languages other than that of the whole stay with the words."""
    blocks: list[Block] = []
    pictures: list[EmbeddedPicture] = []
    for piece in pieces:
        if piece.picture is not None:
            caption = clean_spans(piece.picture.caption)
            pictures.append(replace(piece.picture, caption=caption, after=len(blocks) - 1))
        elif (block := _block(piece, make_id)) is not None:
            blocks.append(block)
    language = language or _usual_language(blocks)
    own = _foreign_only(language)
    return Made(
        tuple(map_spans(block, own) for block in blocks),
        tuple(replace(picture, caption=own(picture.caption)) for picture in pictures),
        language,
    )


def _block(piece: Piece, make_id: Callable[[], str]) -> Block | None:
    if piece.grid is not None:
        grid = piece.grid
        return Table(id=make_id(), rows=grid.rows, align=grid.align, header=grid.header)
    spans = clean_spans(joined(piece.texts, "\n"))
    if not spans:
        return None
    match piece.kind:
        case "heading":
            return Heading(id=make_id(), spans=_without_weight(spans), level=piece.level)
        case "item":
            return ListItem(
                id=make_id(),
                spans=spans,
                numbered=piece.numbered,
                level=piece.level,
                begins=piece.begins,
            )
        case "quote":
            return Quote(id=make_id(), spans=spans)
        case _:
            return Paragraph(id=make_id(), spans=spans)


def _without_weight(spans: Spans) -> Spans:
    """Take off the bold of a heading that is bold from end to end: it is its look."""
    if all(span.bold or not span.text.strip() for span in spans):
        return tuple(replace(span, bold=False) for span in spans)
    return spans


def _usual_language(blocks: Sequence[Block]) -> str:
    """Give the language that more than half of the letters are said to be in, or ""."""
    counts: Counter[str] = Counter()

    def count(spans: Spans) -> Spans:
        for span in spans:
            counts[span.lang] += len(span.text)
        return spans

    for block in blocks:
        map_spans(block, count)
    language, most = max(counts.items(), key=lambda item: item[1], default=("", 0))
    return language if most * 2 > counts.total() else ""


def _foreign_only(language: str) -> Callable[[Spans], Spans]:
    """Make what takes the language off words that are in the language of the whole.

    Office programs tag digits, quotation marks and each sort of English; what
    has no letters, or differs by country only, is in no other language.
    """
    usual = language.partition("-")[0]

    def own(span: Span) -> Span:
        is_same = span.lang.partition("-")[0] == usual or not any(map(str.isalpha, span.text))
        return replace(span, lang="") if is_same else span

    return lambda spans: clean_spans(own(span) for span in spans)
