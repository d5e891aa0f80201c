"""Who and which picture is meant: people by name, photos with what the source says of them."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from pressdesk.importers.findings import Findings
from pressdesk.importers.front_matter import PHOTO_TEXTS
from pressdesk.importers.markdown_spans import Picture
from pressdesk.importers.photos import Mention
from pressdesk.importers.yaml_values import Reference
from pressdesk.model.people import Person, people_named

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
        return Mention(value["file"], value["line"], values)

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
            if key == "keyword":
                values["keywords"] = (*values.get("keywords", ()), value)
            elif known is None or key in values:
                unknown.append(f'{key}="{value}"')
            else:
                values[key] = known
        for words in unknown:
            message = "This means nothing behind a picture and was left out."
            self._findings.add("PD-IMP-046", "warning", message, line=picture.line, text=words)
        return Mention(picture.path, picture.line, values)

    def _value(self, key: str, value: str, line: int) -> Any:
        if key in PHOTO_TEXTS:
            return value
        if key == "keywords":
            return _listed(value, ",")
        if key == "people":
            return self._people_ids(_listed(value, ";"), line)
        return _day(value) if key == "taken" else None

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
