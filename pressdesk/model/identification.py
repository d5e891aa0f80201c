"""Who is who in a picture, as a sentence made from the marks.

The patterns are English and Chinese; a release in another language gets the English one.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from pressdesk.model.mentions import forms, is_mentioned
from pressdesk.model.people import Person
from pressdesk.model.photo import Photo
from pressdesk.model.release import Release
from pressdesk.model.rows import rows_of

_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_DIGITS = "零一二三四五六七八九"


class Entry(Struct, frozen=True):
    """One of those in a picture: a person of the release, a plain name, or nobody known."""

    person: Person | None = None
    name: str = ""

    @property
    def is_known(self) -> bool:
        return self.person is not None or bool(self.name)


Rows = tuple[tuple[Entry, ...], ...]
"""From the front; each from left to right."""


def entries(photo: Photo, release: Release) -> Rows:
    """Give who is seen in a photo; where it has no marks, its people stand in one row."""
    people = {one.id: one for one in release.people if one.name or one.native}
    if photo.marks:
        return tuple(
            tuple(Entry(people.get(mark.person), mark.name) for mark in row)
            for row in rows_of(photo)
        )
    listed = tuple(Entry(people[one]) for one in photo.people if one in people)
    return (listed,) if listed else ()


def names(photo: Photo, release: Release) -> tuple[str, ...]:
    """Give the names of those seen in a photo, each once, in the order of ``entries``."""
    found = (
        (entry.person.name or entry.person.native) if entry.person else entry.name
        for row in entries(photo, release)
        for entry in row
    )
    return tuple(dict.fromkeys(name for name in found if name))


def identification(
    photo: Photo,
    release: Release,
    text_before: str = "",
    kept: Mapping[str, str] | None = None,
) -> str:
    """Write who is who; "" where nobody in the picture has a name.

    A person whom ``text_before`` does not name gets the title; all others are told by
    their whole name, since a caption is read alone. ``kept`` are words for some of the
    people, by id, that stand already.
    """
    rows = entries(photo, release)
    if not any(entry.is_known for row in rows for entry in row):
        return ""

    def told(entry: Entry) -> str:
        person = entry.person
        if person is None:
            return entry.name or nobody(release.language)
        if kept and person.id in kept:
            return kept[person.id]
        if is_mentioned(person, text_before) or not person.name:
            return whole_name(person, release.language)
        return forms(person, release.language)[0]

    return sentence([[told(entry) for entry in row] for row in rows], release.language)


def main_language(tag: str) -> str:
    """Give the language of a BCP 47 tag, without script and country."""
    return tag.lower().replace("_", "-").split("-")[0]


def nobody(language: str) -> str:
    """Give the words for somebody who is not known."""
    return "未具名人士" if main_language(language) == "zh" else "an unidentified person"


def whole_name(person: Person, language: str) -> str:
    """Give a name as a caption tells it: East Asian ones in their own script."""
    both = (person.name, person.native)
    first, other = both[::-1] if main_language(language) in ("zh", "ja", "ko") else both
    return first or other


def sentence(rows: Sequence[Sequence[str]], language: str, *, commas: bool = False) -> str:
    """Put names together; ``commas`` sets them as if one of them had a comma in it."""
    if main_language(language) == "zh":
        return _chinese(rows)
    return _english(rows, commas or any("," in name for row in rows for name in row))


def _english(rows: Sequence[Sequence[str]], commas: bool) -> str:
    if len(rows) == len(rows[0]) == 1:
        return _stopped(rows[0][0])
    told = [_listed(row, *(("; ", "; and ") if commas else (", ", " and "))) for row in rows]
    if len(rows) == 1:
        return _stopped(f"From left: {told[0]}")
    named = zip(_row_names(len(rows)), told, strict=True)
    if commas:
        return " ".join(
            _stopped(f"{name.capitalize()} row, from left: {row}") for name, row in named
        )
    return _stopped("From left: " + "; ".join(f"{row} ({name} row)" for name, row in named))


def _row_names(count: int) -> Iterator[str]:
    yield "front"
    for number in range(2, count):
        yield _ORDINALS[number - 2] if number - 2 < len(_ORDINALS) else f"{number}th"
    yield "back"


def _chinese(rows: Sequence[Sequence[str]]) -> str:
    told = ["、".join(row) for row in rows]
    if len(rows) == 1:
        return f"{told[0]}。" if len(rows[0]) == 1 else f"左起：{told[0]}。"
    between = (_chinese_number(number) for number in range(2, len(rows)))
    places = ("前排", *(f"第{number}排" for number in between), "后排")
    return "；".join(f"{place}左起：{row}" for place, row in zip(places, told, strict=True)) + "。"


def _chinese_number(number: int) -> str:
    return _DIGITS[number] if number < len(_DIGITS) else str(number)


def _listed(words: Sequence[str], joint: str, last: str) -> str:
    return words[0] if len(words) == 1 else joint.join(words[:-1]) + last + words[-1]


def _stopped(text: str) -> str:
    return text if text.endswith(".") else text + "."
