"""A release's fields as the front matter of a Markdown file, in the order people write them."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec.structs import fields

from pressdesk.export.markdown_photos import PhotoWriter
from pressdesk.export.yaml_text import (
    Value,
    write_item,
    write_items,
    write_paragraphs,
    write_record,
    write_value,
)
from pressdesk.model.ids import numbered_id
from pressdesk.model.people import Contact, Person
from pressdesk.model.release import Boilerplate, Embargo, Event, Release

_OFFSET = re.compile(r"[+-]\d\d:\d\d")


def write_front_matter(release: Release, photos: PhotoWriter, name_of: Callable[[str], str]) -> str:
    """Write the keys of a cleaned release without empty blocks, between lines ``---``.

    What is empty, or as an import would have it, is not written. ``name_of``
    gives the words an import takes for the person with an id.
    """
    keys = (*_text_keys(release), *_people_keys(release, name_of), *_other_keys(release, photos))
    lines = (f"{key}:{_apart(value)}" for key, value in keys if value)
    return "\n".join(("---", *lines, "---"))


def _apart(value: str) -> str:
    return value if value.startswith("\n") else f" {value}"


def _text_keys(release: Release) -> Iterator[tuple[str, str]]:
    yield "template", write_value(release.template)
    yield "language", write_value(release.language)
    for key in ("issuer", "headline", "deck", "category", "place", "date"):
        yield key, _unless_empty(getattr(release, key))
    yield "embargo", _embargo(release.embargo) if release.embargo else ""
    for key in ("keywords", "slug"):
        yield key, _unless_empty(getattr(release, key))
    yield "event", _record(release.event) if release.event else ""
    yield "rights", _unless_empty(release.rights)


def _people_keys(release: Release, name_of: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Describe the speakers where they are listed, unless the people stand in another order."""
    if release.people == release.speaking + release.others:
        yield "speakers", write_items(map(_record, release.speaking))
        yield "people", write_items(map(_record, release.others))
    else:
        yield "speakers", _unless_empty(tuple(map(name_of, release.speakers)))
        yield "people", write_items(map(_record, release.people))


def _other_keys(release: Release, photos: PhotoWriter) -> Iterator[tuple[str, str]]:
    yield "contacts", write_items(map(_record, release.contacts))
    yield "boilerplate", _boilerplates(release.boilerplates)
    yield "note", write_paragraphs(release.note, "  ") if release.note else ""
    yield "photos", write_items(map(_item, photos.listed()))
    yield "attached", write_items(map(_item, map(photos.attached, release.attached)))
    yield "photo-metadata", "ignore" if release.photos else ""
    yield "version", str(release.version) if release.version > 1 else ""
    yield "state", release.state if release.state != "draft" else ""
    yield "id", str(release.id)
    ids = _kept_ids(release)
    yield "ids", write_record(ids) if ids else ""


def _unless_empty(value: Value | None) -> str:
    return write_value(value) if value else ""


def _record(thing: Person | Contact | Event) -> str:
    """Write what a thing says of itself; its id stands elsewhere."""
    said = {
        field.name: getattr(thing, field.name)
        for field in fields(thing)
        if field.name != "id" and (field.required or getattr(thing, field.name) != field.default)
    }
    return write_record(said)


def _item(record: dict[str, Value]) -> str:
    if list(record) == ["file"]:
        return write_value(record["file"])
    return write_item({key: write_value(value) for key, value in record.items()})


def _boilerplates(texts: tuple[Boilerplate, ...]) -> str:
    if len(texts) == 1 and texts[0].text and not texts[0].heading and not texts[0].version:
        return write_paragraphs(texts[0].text, "  ")
    items: list[str] = []
    for text in texts:
        item = {key: _unless_empty(getattr(text, key)) for key in ("heading", "version")}
        item["text"] = write_paragraphs(text.text, "      ")
        items.append(write_item({key: value for key, value in item.items() if value}))
    return write_items(items)


def _embargo(embargo: Embargo) -> str:
    """Write the instant as it is told in its zone (RFC 9557).

    A zone that is not known here is left beside the instant in UTC.
    """
    offset = _OFFSET.fullmatch(embargo.zone)
    try:
        zone = None if offset else ZoneInfo(embargo.zone)
        local = embargo.instant.astimezone(zone or _at_offset(embargo.zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        local = embargo.instant.astimezone(dt.UTC)
    is_on_the_minute = not (local.second or local.microsecond)
    text = local.isoformat(timespec="minutes" if is_on_the_minute else "auto")
    return text if offset else f"{text}[{embargo.zone}]"


def _at_offset(offset: str) -> dt.tzinfo:
    return dt.datetime.fromisoformat(f"2000-01-01T00:00{offset}").tzinfo or dt.UTC


def _kept_ids(release: Release) -> dict[str, str]:
    """Give the ids that are not those an import would assign, by the latter."""
    kinds: tuple[tuple[str, Iterable[str]], ...] = (
        ("b", (block.id for block in release.body)),
        ("a", (figure.id for figure in release.attached)),
        ("p", (person.id for person in release.people)),
        ("f", (photo.id for photo in release.photos)),
        ("c", (contact.id for contact in release.contacts)),
        ("s", (text.id for text in release.boilerplates)),
    )
    return {
        numbered_id(kind, number): kept
        for kind, ids in kinds
        for number, kept in enumerate(ids, 1)
        if kept != numbered_id(kind, number)
    }
