"""Who and which picture is meant: people by name, photos with what the source says of them."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar, get_args

from pressdesk.importers.findings import Findings
from pressdesk.importers.front_matter import PHOTO_TEXTS
from pressdesk.importers.markdown_spans import Picture
from pressdesk.importers.photos import Mention
from pressdesk.importers.yaml_values import Reference
from pressdesk.model.people import Person, people_named
from pressdesk.model.photo import Consent, SourceType
from pressdesk.model.photo_notation import read_crop, read_mark

T = TypeVar("T")

_COMMA = re.compile(r"\s*[,，]\s*")
_BY_NUMBER = re.compile(r"#p([1-9][0-9]{0,5})")


def person_meant(people: tuple[Person, ...], words: str) -> Person | None:
    """Find whom words mean: a name only one person has, or ``#p2``, the second of the people."""
    by_number = _BY_NUMBER.fullmatch(words.strip())
    if by_number:
        number = int(by_number[1])
        return people[number - 1] if number <= len(people) else None
    named = people_named(people, words)
    return named[0] if len(named) == 1 else None


def person_attributed(people: tuple[Person, ...], words: str) -> Person | None:
    """Find whom an attribution means: by name, or by name and position as they are known."""
    person = person_meant(people, words)
    if person is None:
        name, *position = _COMMA.split(words)
        person = person_meant(people, name)
        if person and position not in (
            _COMMA.split(known) for known in (person.position, person.title, person.organization)
        ):
            return None
    return person


class MentionReader:
    """Reads what a source says of its photos."""

    def __init__(self, people: tuple[Person, ...], findings: Findings) -> None:
        self._people = people
        self._findings = findings

    def from_front_matter(self, value: Reference | dict[str, Any]) -> Mention:
        if isinstance(value, Reference):
            return Mention(value.name, value.line, {})
        values = {key: value[key] for key in value if key not in ("file", "line", "caption")}
        if "people" in values:
            values["people"] = self._people_ids(values["people"], value["line"])
        return Mention(value["file"], value["line"], self._with_shown(values, value["line"]))

    def from_picture(self, picture: Picture) -> Mention:
        """Read the attributes behind a picture in the text; its title counts as a headline.

        ``keywords`` has commas between them; ``keyword`` is a single one, with
        whatever it holds, and may come several times.
        """
        values: dict[str, Any] = {}
        unknown = [f".{name}" for name in picture.attributes.classes if name != "decorative"]
        if "decorative" in picture.attributes.classes:
            values["decorative"] = True
        given = list(picture.attributes.values)
        if picture.title:
            given.append(("headline", picture.title))
        for key, value in given:
            known = self._value(key, value, picture.line)
            if key in ("keyword", "mark"):
                values[f"{key}s"] = (*values.get(f"{key}s", ()), value)
            elif known is None or key in values:
                unknown.append(f'{key}="{value}"')
            else:
                values[key] = known
        for words in unknown:
            message = "This means nothing behind a picture and was left out."
            self._findings.add("PD-IMP-046", "warning", message, line=picture.line, text=words)
        return Mention(picture.path, picture.line, self._with_shown(values, picture.line))

    def _with_shown(self, values: dict[str, Any], line: int) -> dict[str, Any]:
        """Put marks, crop and last days into the form in which a photo has them."""
        made = {
            key.replace("-", "_"): value
            for key, value in values.items()
            if key not in ("marks", "crop", "focus")
        }
        marks = tuple(
            mark
            for words in values.get("marks", ())
            if (mark := self._read(lambda words: read_mark(words, self._id_meant), words, line))
        )
        if marks:
            made["marks"] = marks
        recipe = values.get("crop", ""), values.get("focus", "")
        if any(recipe):
            made["crop"] = self._read(lambda _: read_crop(*recipe), " / ".join(recipe), line)
        return made

    def _read(self, read: Callable[[str], T], words: str, line: int) -> T | None:
        try:
            return read(words)
        except ValueError:
            message = "These numbers are no part of a picture and were left out."
            self._findings.add("PD-IMP-046", "warning", message, line=line, text=words)
        return None

    def _id_meant(self, words: str) -> str:
        person = person_meant(self._people, words)
        return person.id if person else ""

    def _value(self, key: str, value: str, line: int) -> Any:
        if key in PHOTO_TEXTS:
            return value
        if key in ("crop", "focus"):
            return value
        if key == "keywords":
            return _listed(value, ",")
        if key == "people":
            return self._people_ids(_listed(value, ";"), line)
        if key == "rating":
            return int(value) if re.fullmatch("[0-5]", value) else None
        if key == "source-type":
            return value if value in get_args(SourceType) else None
        if key == "consent":
            return value if value in get_args(Consent) else None
        return _day(value) if key in ("taken", "consent-until", "use-until") else None

    def _people_ids(self, names: Iterable[str], line: int) -> tuple[str, ...]:
        ids: list[str] = []
        for name in names:
            person = person_meant(self._people, name)
            if person is not None:
                ids.append(person.id)
                continue
            self._findings.add(
                "PD-IMP-043",
                "warning",
                f"“{name}” is none of the people of the release; the photo is without that name.",
                fix="Add the person to the people, or write the name as it is there.",
                line=line,
                text=name,
            )
        return tuple(ids)


def _listed(text: str, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(mark) if part.strip())


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
