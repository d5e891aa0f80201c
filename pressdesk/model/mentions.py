"""People by what was typed of their name, and the form of a name that a mention takes."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

from pressdesk.model.people import Person
from pressdesk.model.text import is_cjk

Rank = Literal[0, 1, 2, 3]

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
"""Letters that do not come apart into a letter and a mark; in small letters."""

_AT = ("professor", "lecturer", "researcher", "scientist", "fellow", "student", "reader")
"""Titles that English joins to a house by “at” and not by “of”."""


def candidates(people: Iterable[Person], typed: str) -> tuple[Person, ...]:
    """Find who may be meant by any part of any form of a name; all where nothing is typed.

    In order: the family name begins so, or the whole name in its own script; the
    given name; the initials; then those in whose name it stands anywhere. Case,
    accents, spaces, hyphens and dots do not count: ``lijizhen`` finds LI Jizhen.
    """
    wanted = _packed(typed)
    if not wanted:
        return tuple(people)
    ranked = [(rank, one) for one in people if (rank := _rank(one, wanted)) is not None]
    return tuple(person for _, person in sorted(ranked, key=lambda found: found[0]))


def _rank(person: Person, wanted: str) -> Rank | None:
    family, given, native = map(_packed, (person.family, person.given, person.native))
    if f"{family}{given}".startswith(wanted) or (native and native.startswith(wanted)):
        return 0
    words = [_packed(word) for word in re.split(r"[\s\-‐]+", person.given) if word]
    begins = [f"{given}{family}", *words, f"{given[:1]}{family}"]
    if any(form.startswith(wanted) for form in begins):
        return 1
    first = "".join(word[:1] for word in words)
    if wanted in (first + family[:1], family[:1] + first):
        return 2
    return 3 if any(wanted in form for form in (family, given, native)) else None


def mention(
    person: Person, text_before: str, language: str, *, others: Iterable[Person] = ()
) -> str:
    """Give the form that a name takes behind the text that stands before it.

    It is the first form until any form of the whole name stands in that text. For
    ``others`` see `forms`.
    """
    first, later = forms(person, language, others=others)
    return later if is_mentioned(person, text_before) else first


def forms(person: Person, language: str, *, others: Iterable[Person] = ()) -> tuple[str, str]:
    """Give the forms of the first and of each later mention.

    ``LI Jizhen, vice dean of Tsinghua SEM``, then ``LI``; in Chinese
    ``清华大学经济管理学院副院长李纪珍``, then ``李纪珍``. The whole name stays where one of
    ``others`` (the people of the release) has the same family name.
    """
    main = language.lower().replace("_", "-").split("-")[0]
    if main == "zh":
        name = person.native or person.name
        return _joined(person.organization, person.title, name), name
    name = (person.native or person.name) if main in ("ja", "ko") else person.name
    position = english_position(person) if main == "en" else f", {person.position}"
    first = name + position if person.position else name
    is_shared = any(
        other.id != person.id and _folded(other.family) == _folded(person.family)
        for other in others
    )
    return first, name if is_shared or main in ("ja", "ko") else person.family or name


def english_position(person: Person) -> str:
    """Give title and house as English hangs them on a name: ``, vice dean of Tsinghua SEM``."""
    title, house = person.title, person.organization
    if not title or not house:
        return f", {title}" if title else f" of {house}"
    words = _folded(title)
    if _folded(house) in words:
        return f", {title}"
    if "," in title:
        return f", {title}, {house}"
    if words.startswith("spokes"):
        return f", {title} for {house}"
    is_at = any(word in words.split() for word in ("of", "for", "at", *_AT))
    return f", {title} {'at' if is_at else 'of'} {house}"


def is_mentioned(person: Person, text: str) -> bool:
    """Tell whether any form of the whole name stands in a text, in whatever case."""
    names = (
        person.name,
        person.native,
        f"{person.given} {person.family}",
        f"{person.family} {person.given}",
    )
    folded = _folded(text)
    return any(_stands_in(form, folded) for form in {_folded(name) for name in names} if form)


def _stands_in(name: str, text: str) -> bool:
    """Find a whole name: not the Ann Lee of Joann Leeds, but 李纪珍 among its neighbours."""
    left = "" if is_cjk(name[0]) else r"(?<![^\W_])"
    right = "" if is_cjk(name[-1]) else r"(?![^\W_])"
    return re.search(f"{left}{re.escape(name)}{right}", text) is not None


def _joined(*parts: str) -> str:
    """Join without spaces between Chinese, and with one beside a Latin word."""
    text = ""
    for part in parts:
        joint = " " if text and part and not (is_cjk(text[-1]) and is_cjk(part[0])) else ""
        text += joint + part
    return text


def _folded(text: str) -> str:
    """Small letters without accents, one space between words."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
        kept = (char for char in parts if not unicodedata.combining(char))
        text = unicodedata.normalize("NFC", "".join(kept))
    return " ".join(text.casefold().split())


def _packed(text: str) -> str:
    return "".join(char for char in _folded(text) if char.isalnum())
