"""The front matter of a Markdown source: which keys there are, and what each may hold."""

import datetime as dt
import re
from typing import Any, get_args
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct

from pressdesk.importers.yaml_nodes import Mapping as YamlMapping
from pressdesk.importers.yaml_nodes import Node, YamlFault, read_yaml
from pressdesk.importers.yaml_values import (
    ExplainedError,
    Faults,
    Reader,
    converted,
    either,
    list_of,
    matching,
    one_of,
    record,
    reference,
    text,
)
from pressdesk.model.ids import Id
from pressdesk.model.people import NameOrder
from pressdesk.model.photo import Consent, SourceType
from pressdesk.model.release import Embargo, State
from pressdesk.model.text import LANGUAGE_TAG

LIMIT_CHARACTERS = 250_000

PHOTO_TEXTS = (
    "name",
    "alt",
    *("description", "extended-description", "headline", "title", "creator", "job-title"),
    *("caption-writer", "credit", "source", "copyright", "usage", "license-url"),
    *("sublocation", "city", "state", "country", "country-code"),
)
"""Fields of a photo that are one line of text."""


class FrontMatter(Struct, frozen=True):
    """What stands above the body, by key, and the body."""

    values: dict[str, Any]
    body: str
    body_line: int
    """Line of the file at which the body begins, counted from 1."""


def read_front_matter(source: str, file: str) -> FrontMatter:
    """Read the keys between a first line ``---`` and the next one.

    Raises PressDeskError PD-IMP-003, whose problems name each fault with its
    key and line: an unknown key, a wrong type, a key given twice, a bad date.
    """
    opening = re.match(r"---[ \t]*(?:\n|\Z)", source)
    if opening is None:
        return FrontMatter({}, source, 1)
    faults = Faults(file)
    closing = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE).search(
        source, opening.end()
    )
    values: dict[str, Any] = {}
    inside = source[opening.end() : closing.start()] if closing else ""
    if closing is None:
        faults.add(1, "It is not closed.", fix="Put a line “---” behind its last key.")
    elif len(inside) > LIMIT_CHARACTERS:
        size = f"{len(inside):,} characters; the limit is {LIMIT_CHARACTERS:,}"
        faults.add(1, f"It has {size}.", fix="Move the text into the body.")
    else:
        values = _values(inside, faults)
    faults.stop()
    start = closing.end() if closing else 0
    return FrontMatter(values, source[start:], source.count("\n", 0, start) + 1)


def _values(inside: str, faults: Faults) -> dict[str, Any]:
    try:
        node = read_yaml(inside, 2)
    except YamlFault as fault:
        faults.add(fault.line, fault.message, fix=fault.fix)
        return {}
    return {} if node is None else _FRONT_MATTER("", node, faults) or {}


_INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?) ?(Z|[+-]\d\d:\d\d)?(?:\[([^\]]+)\])?"
)


def read_embargo(words: str) -> Embargo:
    """Read an instant with its offset, its zone, or both, as RFC 9557 writes them.

    Raises ValueError; an ExplainedError says what is wrong with the zone.
    """
    match = _INSTANT.fullmatch(words.strip())
    if match is None:
        raise ValueError(words)
    day, time, offset, zone = match.groups(default="")
    if not offset and not zone:
        raise ExplainedError("An embargo needs its time zone.")
    local = dt.datetime.fromisoformat(f"{day}T{time}{offset.replace('Z', '+00:00')}")
    if not zone:
        return Embargo.at(local, "UTC" if offset == "Z" else offset)
    try:
        there = ZoneInfo(zone)
    except (KeyError, ValueError, OSError) as error:
        raise ExplainedError(f"There is no time zone “{zone}”.") from error
    if not offset:
        times = [local.replace(tzinfo=there, fold=fold) for fold in (0, 1)]
        if times[0].utcoffset() != times[1].utcoffset():
            raise ExplainedError(f"The clocks change at that time in {zone}: it needs its offset.")
        return Embargo.at(times[0], zone)
    if offset != "Z" and local.astimezone(there).utcoffset() != local.utcoffset():
        raise ExplainedError(f"At that time {zone} is not at {offset}.")
    return Embargo.at(local, zone)


def _ids(key: str, node: Node, faults: Faults) -> dict[str, str] | None:
    """Read which id stands for the one an import would assign."""
    if not isinstance(node, YamlMapping):
        faults.add(node.line, f"“{key}” needs keys and values, as {{b1: k3mzq7ab}}.", field=key)
        return None
    kept: dict[str, str] = {}
    for assigned, entry in node.entries.items():
        wanted = _AN_ID(assigned, entry.value, faults)
        if wanted in kept.values():
            faults.add(entry.line, f"The id “{wanted}” is given to two things.", field=key)
        elif wanted is not None:
            kept[assigned] = wanted
    return kept


_DAY = matching(r"\d{4}-\d\d-\d\d", "a day as 2026-03-05", dt.date.fromisoformat)
_FLAG = matching("true|false", "true or false", lambda words: words == "true")
_TEXTS = list_of(text)
_AN_ID = converted(
    lambda words: msgspec.convert(words, Id), "up to 32 small letters and digits, a letter first"
)

_PERSON: dict[str, Reader] = {
    "family": text,
    "given": text,
    "order": one_of(*get_args(NameOrder)),
    "native": text,
    "title": text,
    "organization": text,
    "role": text,
}
_CONTACT: dict[str, Reader] = {
    "name": text,
    "role": text,
    "organization": text,
    "email": text,
    "phone": text,
}
_EVENT: dict[str, Reader] = {"name": text, "start": _DAY, "end": _DAY, "place": text, "url": text}
_BOILERPLATE: dict[str, Reader] = {"heading": text, "version": text, "text": text}
_PHOTO: dict[str, Reader] = {
    "file": text,
    "caption": text,
    **dict.fromkeys(PHOTO_TEXTS, text),
    "decorative": _FLAG,
    "keywords": _TEXTS,
    "taken": _DAY,
    "people": _TEXTS,
    "marks": _TEXTS,
    "crop": text,
    "focus": text,
    "rating": matching("[0-5]", "0 to 5 stars", int),
    "source-type": one_of(*get_args(SourceType)),
    "consent": one_of(*get_args(Consent)),
    "consent-until": _DAY,
    "use-until": _DAY,
}
_NAMED_PERSON = record("A person", _PERSON, "family")
_NAMED_PHOTO = record("A photo", _PHOTO, "file")

_FRONT_MATTER = record(
    "The front matter",
    {
        "template": text,
        "language": matching(LANGUAGE_TAG, "en, zh or pt-BR"),
        "issuer": text,
        "headline": text,
        "deck": text,
        "category": text,
        "place": text,
        "date": _DAY,
        "embargo": converted(read_embargo, "an instant as 2026-03-05T09:00+08:00"),
        "keywords": _TEXTS,
        "slug": text,
        "event": record("An event", _EVENT, "name"),
        "rights": text,
        "speakers": list_of(either(reference, _NAMED_PERSON)),
        "people": list_of(_NAMED_PERSON),
        "contacts": list_of(record("A contact", _CONTACT)),
        "boilerplate": either(text, list_of(record("A boilerplate", _BOILERPLATE, "text"))),
        "note": text,
        "photos": list_of(either(reference, _NAMED_PHOTO)),
        "attached": list_of(either(reference, _NAMED_PHOTO)),
        "photo-metadata": one_of("read", "ignore"),
        "version": matching(r"[1-9]\d{0,8}", "a number from 1", int),
        "state": one_of(*get_args(State)),
        "id": converted(UUID, "the id as it was exported"),
        "ids": _ids,
    },
)
