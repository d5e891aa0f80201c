"""Patterns of captions, with places for what a release knows and for what somebody must write."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from pressdesk.model.identification import entries, main_language, whole_name
from pressdesk.model.photo import Photo
from pressdesk.model.release import Release

Placeholder = Literal["who", "does", "place", "date", "event", "credit"]
PLACEHOLDERS: tuple[Placeholder, ...] = get_args(Placeholder)
"""``does`` is what the people do: nobody but the writer knows."""

_BRACES = re.compile(r"\{([^{}]*)\}")


class OpenPlace(NamedTuple):
    """A placeholder that still stands in a text."""

    start: int
    end: int
    name: str


def unknown(pattern: str) -> tuple[str, ...]:
    """List what stands in braces and is no placeholder."""
    return tuple(name for name in _BRACES.findall(pattern) if name not in PLACEHOLDERS)


def fill(pattern: str, known: Mapping[str, str]) -> str:
    """Put what is known in its places; a placeholder of which nothing is known stays."""
    return _BRACES.sub(lambda found: known.get(found[1]) or found[0], pattern)


def open_places(text: str) -> tuple[OpenPlace, ...]:
    """Find the placeholders that stand in a text."""
    found = (OpenPlace(*match.span(), match[1]) for match in _BRACES.finditer(text))
    return tuple(place for place in found if place.name in PLACEHOLDERS)


def known_of(photo: Photo, release: Release, day: str) -> dict[str, str]:
    """Tell what a release knows of a photo; ``day`` is when it was taken, in words."""
    place = re.split("[,，、]", release.place)[0].strip()
    return {
        "who": _who(photo, release),
        "place": place,
        "date": day,
        "event": release.event.name if release.event else "",
        "credit": photo.credit or photo.creator,
    }


def _who(photo: Photo, release: Release) -> str:
    language = release.language
    known = (entry for row in entries(photo, release) for entry in row if entry.is_known)
    people = [whole_name(one.person, language) if one.person else one.name for one in known]
    if main_language(language) == "zh":
        return "、".join(people)
    if len(people) < 3:
        return " and ".join(people)
    return ", ".join(people[:-1]) + " and " + people[-1]
