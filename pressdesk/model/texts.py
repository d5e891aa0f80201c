"""A walk over every text of a release that a person reads or writes, in reading order."""

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from pressdesk.model.body import Block, Cell, Figure, Span, Spans, Table, clean_spans, plain
from pressdesk.model.release import Release
from pressdesk.model.text import clean_line, clean_paragraphs


class Where(Struct, frozen=True):
    """The place of one text in a release."""

    field: str
    """As the JSON names it: ``headline``, ``event.name``, ``people.title``, ``body`` …"""
    item: str = ""
    """Id of the block, person, photo, contact or boilerplate."""
    row: int = 0
    """Row of a table, or place among the keywords, counted from 0."""
    column: int = 0
    """Column of a table, counted from 0."""


Change = Callable[[Where, Spans], Spans]
"""Gives the text that comes in place of another; the same object where nothing changes."""

HEAD = ("category", "headline", "deck", "place")
BOILERPLATE = ("heading", "text")
CONTACT = ("name", "role", "organization", "email", "phone")
PERSON = ("family", "given", "native", "title", "organization", "role")
PHOTO = (
    *("headline", "alt", "description", "extended_description", "title"),
    *("creator", "job_title", "caption_writer", "credit", "source", "copyright", "usage"),
    *("sublocation", "city", "state", "country", "country_code"),
)
EVENT = ("name", "place")

_PARAGRAPHS = ("text", "note")
"""Fields of several plain paragraphs; all other fields hold one line."""

S = TypeVar("S", bound=Struct)


def map_texts(release: Release, change: Change) -> Release:
    """Give the release with ``change`` applied to each of its texts that is not empty.

    Ids, addresses, the slug, file names and the keywords of a photo are none. What
    has changed is cleaned; a keyword that is empty then is dropped.
    """
    release = _map_fields(release, HEAD, change)
    release = _put(release, body=_map_blocks(release.body, "body", change))
    for name, fields in (("boilerplates", BOILERPLATE), ("contacts", CONTACT)):
        release = _map_items(release, name, fields, change)
    release = _map_fields(release, ("note",), change)
    release = _put(release, attached=_map_blocks(release.attached, "attached", change))
    for name, fields in (("people", PERSON), ("photos", PHOTO)):
        release = _map_items(release, name, fields, change)
    if release.event is not None:
        release = _put(release, event=_map_fields(release.event, EVENT, change, "event."))
    release = _map_fields(release, ("issuer",), change)
    keywords = (
        _map_text(word, Where("keywords", row=row), change)
        for row, word in enumerate(release.keywords)
    )
    release = _put(release, keywords=tuple(word for word in keywords if word))
    return _map_fields(release, ("rights",), change)


def _put(release: Release, **fields: Any) -> Release:
    changed = {name: value for name, value in fields.items() if value != getattr(release, name)}
    return replace(release, **changed) if changed else release


def _map_items(release: Release, name: str, fields: tuple[str, ...], change: Change) -> Release:
    items = getattr(release, name)
    mapped = tuple(_map_fields(item, fields, change, f"{name}.", item.id) for item in items)
    return _put(release, **{name: mapped})


def _map_fields(
    thing: S, names: tuple[str, ...], change: Change, path: str = "", item: str = ""
) -> S:
    changed: dict[str, str] = {}
    for name in names:
        text = getattr(thing, name)
        new = _map_text(text, Where(path + name, item), change)
        if new is not text:
            changed[name] = new
    return replace(thing, **changed) if changed else thing


def _map_text(text: str, where: Where, change: Change) -> str:
    if not text:
        return text
    old = (Span(text),)
    new = change(where, old)
    if new is old:
        return text
    is_long = where.field.rpartition(".")[2] in _PARAGRAPHS
    return clean_paragraphs(plain(new)) if is_long else clean_line(plain(new))


B = TypeVar("B", bound=Block)


def _map_blocks(blocks: tuple[B, ...], field: str, change: Change) -> tuple[B, ...]:
    return tuple(_map_block(block, field, change) for block in blocks)


def _map_block(block: B, field: str, change: Change) -> B:
    match block:
        case Figure():
            caption = _map_spans(block.caption, Where(field, block.id), change)
            return block if caption is block.caption else replace(block, caption=caption)
        case Table():
            rows = tuple(
                tuple(
                    Cell(_map_spans(cell.spans, Where(field, block.id, row, column), change))
                    for column, cell in enumerate(cells)
                )
                for row, cells in enumerate(block.rows)
            )
            return block if rows == block.rows else replace(block, rows=rows)
        case _:
            spans = _map_spans(block.spans, Where(field, block.id), change)
            return block if spans is block.spans else replace(block, spans=spans)


def _map_spans(spans: Spans, where: Where, change: Change) -> Spans:
    if not spans:
        return spans
    new = change(where, spans)
    return spans if new is spans else clean_spans(new)
