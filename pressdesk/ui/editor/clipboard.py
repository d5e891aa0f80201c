"""Passages on the clipboard: our own form, clean HTML for others, and plain text."""

from collections.abc import Iterable, Iterator
from html import escape

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QMimeData

from pressdesk.model.body import (
    Block,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    block_texts,
    body_runs,
)
from pressdesk.model.ids import new_id
from pressdesk.model.passages import Passage
from pressdesk.model.text import clean_text, safe_link
from pressdesk.model.writing import text_of, with_text
from pressdesk.ui.editor.codec import writable

MIME = "application/x-pressdesk-blocks+json"
PHOTO_MIME = "application/x-pressdesk-photo"
"""A photo of the release on its way from the photos panel: its id."""


class _Carried(Struct, frozen=True):
    """The form in which blocks travel."""

    blocks: tuple[Block, ...]
    inline: bool = False


def mime_of(blocks: Iterable[Block], *, is_inline: bool = False) -> QMimeData:
    """Put blocks into a form that every program can take something from."""
    carried = _Carried(tuple(blocks), is_inline)
    mime = QMimeData()
    mime.setData(MIME, msgspec.json.encode(carried))
    mime.setHtml(to_html(carried.blocks, is_inline=is_inline))
    mime.setText(to_text(carried.blocks))
    return mime


def own_passage(mime: QMimeData) -> Passage | None:
    """Read what another page of ours has put there; None where nothing, or nothing sound, is."""
    if not mime.hasFormat(MIME):
        return None
    try:
        data = mime.data(MIME).data()
        carried = msgspec.json.decode(data, type=_Carried)
    except msgspec.MsgspecError:
        return None
    return Passage(tuple(map(_sound, carried.blocks)), is_inline=carried.inline)


def _sound(block: Block) -> Block:
    """Let nothing in that the release may not hold: it may come from anywhere."""
    if isinstance(block, Table):
        width = len(block.align)
        rows = tuple(row[:width] for row in block.rows if len(row) >= width)
        return replace(block, rows=rows)
    block = writable(block)
    return with_text(block, _safe(text_of(block)))


def _safe(spans: Spans) -> Spans:
    return tuple(replace(span, link=safe_link(span.link)) for span in spans)


def text_passage(text: str) -> Passage:
    """Read plain text: a paragraph for each line that says something."""
    lines = [line.strip() for line in clean_text(text).split("\n")]
    said = [line for line in lines if line]
    if len(said) <= 1:
        words = clean_text(text).strip("\n").replace("\n", " ")
        return Passage((Paragraph(new_id(), (Span(words),)),) if words else (), is_inline=True)
    return Passage(tuple(Paragraph(new_id(), (Span(line),)) for line in said), is_inline=True)


def to_text(blocks: Iterable[Block]) -> str:
    """Write blocks as plain text: a blank line between paragraphs, none within a list."""
    parts: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None:
            is_list = isinstance(before, ListItem) and isinstance(block, ListItem)
            parts.append("\n" if is_list else "\n\n")
        if isinstance(block, Table):
            rows = ("\t".join(map(_cell_text, row)) for row in block.rows)
            parts.append("\n".join(rows))
        else:
            parts.append("".join(block_texts(block)))
        before = block
    return "".join(parts)


def _cell_text(cell: object) -> str:
    spans: Spans = getattr(cell, "spans", ())
    return "".join(span.text for span in spans).replace("\n", " ")


def to_html(blocks: Iterable[Block], *, is_inline: bool = False) -> str:
    """Write blocks as HTML with meaning and no looks."""
    blocks = tuple(blocks)
    if is_inline and len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return _spans(blocks[0].spans)
    return "".join(_pieces(blocks))


def _pieces(blocks: Iterable[Block]) -> Iterator[str]:
    for first, *rest in body_runs(blocks):
        match first:
            case ListItem():
                yield _list([item for item in (first, *rest) if isinstance(item, ListItem)])
            case Quote():
                said = "".join(map(_block, (first, *rest)))
                yield f"<blockquote>{said}</blockquote>"
            case _:
                yield _block(first)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_spans(block.spans)}</h{block.level}>"
        case Figure():
            return f"<p>{_spans(block.caption)}</p>"
        case Table():
            return _table(block)
        case _:
            return f"<p>{_spans(block.spans)}</p>"


def _list(items: list[ListItem]) -> str:
    """Nest lists by their levels; a list within an item stands inside it."""
    written: list[str] = []
    open_lists: list[tuple[int, str]] = []
    for item in items:
        tag = "ol" if item.numbered else "ul"
        while open_lists and (
            open_lists[-1][0] > item.level
            or (open_lists[-1][0] == item.level and (open_lists[-1][1] != tag or item.begins))
        ):
            written.append(f"</li></{open_lists.pop()[1]}>")
        if open_lists and open_lists[-1][0] == item.level:
            written.append("</li>")
        else:
            open_lists.append((item.level, tag))
            written.append(f"<{tag}>")
        written.append(f"<li>{_spans(item.spans)}")
    while open_lists:
        written.append(f"</li></{open_lists.pop()[1]}>")
    return "".join(written)


def _table(table: Table) -> str:
    rows: list[str] = []
    for number, row in enumerate(table.rows):
        tag = "th" if table.header and number == 0 else "td"
        cells = "".join(f"<{tag}>{_spans(cell.spans)}</{tag}>" for cell in row)
        rows.append(f"<tr>{cells}</tr>")
    return f"<table>{''.join(rows)}</table>"


def _spans(spans: Spans) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    text = escape(span.text).replace("\n", "<br>")
    for tag, is_set in (
        ("b", span.bold),
        ("i", span.italic),
        ("u", span.underline),
        ("s", span.strike),
        ("sub", span.script == "sub"),
        ("sup", span.script == "sup"),
    ):
        if is_set:
            text = f"<{tag}>{text}</{tag}>"
    if span.lang:
        text = f'<span lang="{escape(span.lang)}">{text}</span>'
    return f'<a href="{escape(span.link)}">{text}</a>' if span.link else text
