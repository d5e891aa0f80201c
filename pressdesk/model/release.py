"""The whole press release as one frozen value."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeVar, cast
from uuid import UUID

import msgspec
from msgspec import Meta, Struct

from pressdesk.model.body import Block, Body, Figure, block_texts, clean_block
from pressdesk.model.ids import Id
from pressdesk.model.people import Contact, Person
from pressdesk.model.photo import Photo
from pressdesk.model.problem import Place, Problem, Problems
from pressdesk.model.rows import in_step
from pressdesk.model.text import clean_line, clean_paragraphs, count_invisible, count_words

State = Literal["draft", "in-review", "approved", "published"]


class Embargo(Struct, frozen=True, kw_only=True):
    """The instant before which nothing may be published, and the zone it is told in."""

    instant: Annotated[dt.datetime, Meta(tz=True)]
    zone: str
    """IANA name (``Asia/Shanghai``), or an offset (``+08:00``) where only that is known."""

    @classmethod
    def at(cls, instant: dt.datetime, zone: str) -> "Embargo":
        """Make an embargo of an aware instant, kept in UTC."""
        return cls(instant=instant.astimezone(dt.UTC), zone=zone)


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the release reports on."""

    name: str
    start: dt.date | None = None
    end: dt.date | None = None
    place: str = ""
    url: str = ""


class Boilerplate(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Approved standing text about one body."""

    id: Id
    text: str
    """Plain paragraphs, a blank line between them."""
    heading: str = ""
    version: str = ""
    """Which approved version of the text this is."""


class Release(Struct, frozen=True, kw_only=True):
    """A press release.

    Defaults are written out: msgspec leaves one out only where it is the same
    object, so that two equal releases could differ in their JSON, and in their hash.
    """

    id: UUID
    version: Annotated[int, Meta(ge=1)] = 1
    state: State = "draft"
    template: str = "news"
    language: str = "en"
    """BCP 47 tag of the text."""
    issuer: str = ""
    """The house that speaks: the name on the letterhead."""
    headline: str = ""
    deck: str = ""
    category: str = ""
    place: str = ""
    date: dt.date | None = None
    """Day of release, as the dateline prints it."""
    embargo: Embargo | None = None
    body: Body = ()
    people: tuple[Person, ...] = ()
    speakers: tuple[Id, ...] = ()
    """Those of the people who speak, in order."""
    photos: tuple[Photo, ...] = ()
    attached: tuple[Figure, ...] = ()
    """Photos that go with the release without a place in the body."""
    contacts: tuple[Contact, ...] = ()
    boilerplates: tuple[Boilerplate, ...] = ()
    note: str = ""
    """Note to editors: plain paragraphs."""
    slug: str = ""
    keywords: tuple[str, ...] = ()
    event: Event | None = None
    rights: str = ""

    def photo(self, id: str) -> Photo:
        """Find a photo; raises KeyError."""
        return _by_id(self.photos, id)

    def person(self, id: str) -> Person:
        """Find a person; raises KeyError."""
        return _by_id(self.people, id)

    def block(self, id: str) -> Block:
        """Find a block of the body or an attached figure; raises KeyError."""
        return _by_id((*self.body, *self.attached), id)

    @property
    def speaking(self) -> tuple[Person, ...]:
        """The speakers, in order."""
        return tuple(self.person(speaker) for speaker in self.speakers)

    @property
    def others(self) -> tuple[Person, ...]:
        """The people who are named but do not speak."""
        return tuple(person for person in self.people if person.id not in self.speakers)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All uses of photos: in the body first, then the attached ones."""
        placed = tuple(block for block in self.body if isinstance(block, Figure))
        return placed + self.attached

    @property
    def words(self) -> int:
        """Words of the body, captions and tables included."""
        return sum(count_words(text) for block in self.body for text in block_texts(block))


T = TypeVar("T", bound=Photo | Person | Block)


def _by_id(things: tuple[T, ...], id: str) -> T:
    for thing in things:
        if thing.id == id:
            return thing
    raise KeyError(id)


def content_hash(release: Release) -> str:
    """Give the SHA-256, in hex, of what a release says.

    What may change without a word changing (id, version, state, template; rating,
    consent and last days of photos) is left out, so that an approval holds as long
    as this hash does.
    """
    bare = msgspec.structs.replace(
        release,
        id=UUID(int=0),
        version=1,
        state="draft",
        template="news",
        photos=tuple(map(_without_notes, release.photos)),
    )
    return hashlib.sha256(msgspec.json.encode(bare)).hexdigest()


def _without_notes(photo: Photo) -> Photo:
    noted = photo.rating or photo.consent or photo.consent_until or photo.use_until
    if not noted:
        return photo
    return msgspec.structs.replace(photo, rating=0, consent="", consent_until=None, use_until=None)


def cleaned(release: Release) -> tuple[Release, int]:
    """Clean every text of a release; gives also how many characters were dropped.

    Importers, edits and exporters all pass through here or through
    ``model.text``: text outside this form is never written to a file.
    """
    dropped = 0

    def clean(value: Any, field: str) -> Any:
        nonlocal dropped
        if isinstance(value, str):
            dropped += count_invisible(value)
            return clean_paragraphs(value) if field in ("text", "note") else clean_line(value)
        if isinstance(value, tuple):
            return tuple(clean(part, field) for part in cast("tuple[Any, ...]", value))
        if isinstance(value, Struct) and not isinstance(value, Embargo):
            fields = {name: clean(getattr(value, name), name) for name in value.__struct_fields__}
            return msgspec.structs.replace(value, **fields)
        return value

    def clean_and_count(block: Block) -> Block:
        nonlocal dropped
        dropped += sum(count_invisible(text) for text in block_texts(block))
        return clean_block(block)

    fields = {
        name: tuple(clean_and_count(block) for block in getattr(release, name))
        if name in ("body", "attached")
        else clean(getattr(release, name), name)
        for name in release.__struct_fields__
    }
    made = msgspec.structs.replace(release, **fields)
    return msgspec.structs.replace(made, photos=tuple(map(in_step, made.photos))), dropped


def dangling(release: Release) -> Problems:
    """List what refers to a photo or person that is not there, ids used twice, ragged tables."""
    problems: list[Problem] = []

    def report(message: str, field: str, item: str) -> None:
        place = Place(field=field, item=item)
        problems.append(Problem(code="PD-DOC-007", severity="error", message=message, place=place))

    people = {person.id for person in release.people}
    photos = {photo.id for photo in release.photos}
    seen: set[str] = set()
    for field in ("body", "attached", "people", "photos", "contacts", "boilerplates"):
        for thing in getattr(release, field):
            if thing.id in seen:
                report(f"The id {thing.id} is used twice.", field, thing.id)
            seen.add(thing.id)
    for figure in release.figures:
        if figure.photo not in photos:
            report(f"A figure shows the photo {figure.photo}, which is missing.", "body", figure.id)
    for speaker in release.speakers:
        if speaker not in people:
            report(f"The speaker {speaker} is not among the people.", "speakers", speaker)
    for photo in release.photos:
        for person in photo.people:
            if person not in people:
                report(f"A photo shows the person {person}, who is missing.", "photos", photo.id)
        problems += _dangling_marks(photo, people)
    for block in release.body:
        speaker = getattr(block, "speaker", "")
        if speaker and speaker not in people:
            report(f"A quote is by the person {speaker}, who is missing.", "body", block.id)
        rows, align = getattr(block, "rows", ()), getattr(block, "align", ())
        if any(len(row) != len(align) for row in rows):
            report("A table has rows of different length.", "body", block.id)
    return tuple(problems)


def _dangling_marks(photo: Photo, people: set[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for mark in photo.marks:
        message = ""
        if mark.id in seen:
            message = f"The id {mark.id} of a mark is used twice."
        elif mark.person and mark.person not in people:
            message = f"A mark in a photo is of the person {mark.person}, who is missing."
        seen.add(mark.id)
        if message:
            place = Place(field="photos", item=photo.id)
            yield Problem(code="PD-DOC-007", severity="error", message=message, place=place)


def schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a release."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "PressDesk release",
        **msgspec.json.schema(Release),
    }
