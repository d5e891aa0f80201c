"""Markdown with front matter as a release: the convention of pandoc and Jekyll."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from msgspec.structs import replace

from pressdesk.importers.assigned_ids import ATTACHED, BOILERPLATE, CONTACT, PERSON, AssignedIds
from pressdesk.importers.findings import Findings
from pressdesk.importers.front_matter import FrontMatter, read_front_matter
from pressdesk.importers.imported import Imported
from pressdesk.importers.markdown_body import Body, BodyReader
from pressdesk.importers.markdown_mentions import MentionReader, person_attributed, person_meant
from pressdesk.importers.markdown_spans import SpanReader
from pressdesk.importers.markdown_tree import MarkdownTree
from pressdesk.importers.photos import PhotoReader, Photos
from pressdesk.importers.source import (
    guess_language,
    invisible_removed,
    language_guessed,
    read_text_file,
)
from pressdesk.importers.yaml_values import Faults, Reference
from pressdesk.model.body import Block, Figure, Span, clean_spans, plain
from pressdesk.model.people import Contact, Person
from pressdesk.model.release import Boilerplate, Event, Release, cleaned

T = TypeVar("T")
F = TypeVar("F", bound=Block)

_AS_GIVEN = (
    "template",
    "language",
    "issuer",
    "headline",
    "deck",
    "category",
    "place",
    "date",
    "embargo",
    "keywords",
    "slug",
    "rights",
    "note",
    "version",
    "state",
    "id",
)


def read_markdown(
    path: Path,
    *,
    release_id: UUID,
    template: str = "",
    language: str = "",
    photos: Path | None = None,
) -> Imported:
    """Import a Markdown file with the photos it names.

    ``release_id`` and ``language`` count where the file names none, ``template``
    whatever it names. Photos are looked for in the folder ``photos``, then
    beside the file. Raises PressDeskError: PD-IMP-002 to -005, -007, -012, and
    those of ``photos.probe``.
    """
    source = read_text_file(path)
    front = read_front_matter(source.text, path.name)
    findings = Findings(path.name, source.problems)
    wishes: dict[str, Any] = {"template": template} if template else {}
    if "id" not in front.values:
        wishes["id"] = release_id
    if "language" not in front.values:
        guessed = "" if language else guess_language(front.body)
        if guessed:
            findings.extend([language_guessed(path, guessed)])
        wishes["language"] = language or guessed or "en"
    folders = [folder for folder in (photos, path.parent) if folder is not None]
    reading = _Reading(front, folders, findings)
    release, dropped = cleaned(replace(reading.release(), **wishes))
    problems = (*invisible_removed(path, source.dropped + dropped), *findings.all())
    return Imported(release, reading.photos.assets, problems)


class _Reading:
    """One source, read part by part in the order the parts need each other."""

    def __init__(self, front: FrontMatter, folders: list[Path], findings: Findings) -> None:
        self._values = front.values
        self._findings = findings
        self._ids = AssignedIds(front.values.get("ids", {}))
        self._tree = MarkdownTree(front.body, front.body_line, findings.file)
        self._people, self._speakers = self._read_people()
        self._body = self._read_body()
        self._attached = self._read_attached()
        self.photos = self._read_photos(folders)

    def release(self) -> Release:
        """Put the release together; its id is 0 where the source names none."""
        fields: dict[str, Any] = {"id": UUID(int=0)}
        fields |= {key: self._values[key] for key in _AS_GIVEN if key in self._values}
        if self._body.headline:
            fields["headline"] = plain(self._body.headline)
        if "event" in self._values:
            fields["event"] = Event(**_said(self._values["event"]))
        boilerplate = self._values.get("boilerplate", ())
        if isinstance(boilerplate, str):
            boilerplate = ({"text": boilerplate},)
        release = Release(
            **fields,
            body=tuple(_with_photo(block, self.photos) for block in self._body.blocks),
            people=self._people,
            speakers=self._speakers,
            photos=self.photos.photos,
            attached=tuple(_with_photo(figure, self.photos) for figure in self._attached),
            contacts=self._records(Contact, CONTACT, self._values.get("contacts", ())),
            boilerplates=self._records(Boilerplate, BOILERPLATE, boilerplate),
        )
        for assigned in self._ids.unused():
            message = f"“ids” keeps an id for {assigned}, which is no longer in the text."
            self._findings.add("PD-IMP-048", "hint", message, line=1, field="ids")
        return release

    def _records(
        self, make: Callable[..., T], kind: str, records: Iterable[dict[str, Any]]
    ) -> tuple[T, ...]:
        return tuple(make(id=self._ids.next(kind), **_said(record)) for record in records)

    def _read_people(self) -> tuple[tuple[Person, ...], tuple[str, ...]]:
        """Make the people, those described among the speakers first, and list who speaks."""
        speakers: tuple[Any, ...] = self._values.get("speakers", ())
        described = [speaker for speaker in speakers if not isinstance(speaker, Reference)]
        others: tuple[Any, ...] = self._values.get("people", ())
        people = self._records(Person, PERSON, (*described, *others))
        rest = iter(people)
        speaking: list[str] = []
        faults = Faults(self._findings.file)
        for speaker in speakers:
            if not isinstance(speaker, Reference):
                speaking.append(next(rest).id)
            elif person := person_meant(people, speaker.name):
                speaking.append(person.id)
            else:
                message = f"The speaker “{speaker.name}” is not described among the people."
                fix = "Describe the person: {family: …, given: …, title: …}."
                faults.add(speaker.line, message, field="speakers", fix=fix)
        faults.stop()
        return people, tuple(dict.fromkeys(speaking))

    def _read_body(self) -> Body:
        def find_person(words: str) -> Person | None:
            return person_attributed(self._people, words)

        reader = BodyReader(self._tree, find_person, self._ids, self._findings)
        return reader.read(wants_headline="headline" not in self._values)

    def _read_attached(self) -> tuple[Figure, ...]:
        return tuple(map(self._read_attached_photo, self._values.get("attached", ())))

    def _read_attached_photo(self, value: Reference | dict[str, Any]) -> Figure:
        figure_id = self._ids.next(ATTACHED)
        if isinstance(value, Reference):
            return Figure(id=figure_id, photo=value.name)
        tokens = self._tree.inline(value.get("caption", ""))
        caption = SpanReader(self._findings).read(tokens, value["line"], one_line=True).spans
        return Figure(id=figure_id, photo=value["file"], caption=caption)

    def _read_photos(self, folders: list[Path]) -> Photos:
        mentions = MentionReader(self._people, self._findings)
        reader = PhotoReader(
            folders,
            self._people,
            self._ids,
            self._findings,
            reads_metadata=self._values.get("photo-metadata") != "ignore",
        )
        return reader.read(
            [
                *map(mentions.from_front_matter, self._values.get("photos", ())),
                *map(mentions.from_picture, self._body.pictures),
                *map(mentions.from_front_matter, self._values.get("attached", ())),
            ]
        )


def _said(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key != "line"}


def _with_photo(block: F, photos: Photos) -> F:
    """Put the photo's id in place of its path, and its own caption where the text has none."""
    if not isinstance(block, Figure):
        return block
    caption = block.caption or clean_spans((Span(photos.captions[block.photo]),))
    return replace(block, photo=photos.ids[block.photo], caption=caption)
