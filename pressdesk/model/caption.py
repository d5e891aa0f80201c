"""What a figure tells: who, where and when, whose picture it is, and an alternative text."""

import re
from typing import Literal, get_args

from pressdesk.model.body import Figure, plain
from pressdesk.model.identification import names
from pressdesk.model.people import Person
from pressdesk.model.photo import Photo
from pressdesk.model.release import Release

Lamp = Literal["who", "where", "when", "credit", "alt"]
LAMPS: tuple[Lamp, ...] = get_args(Lamp)

_PLACE = re.compile(r"\b(?i:in|at|near|on the|outside|off)\s+(?:the\s+)?[A-ZÀ-ÖØ-Þ]\w", re.UNICODE)
_PLACE_CJK = re.compile(r"[在于於]\w{1,12}?[省市县縣区區镇鎮村州国國馆館院校所厅廳园園]")
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_WHEN = re.compile(
    rf"\b(?:{_MONTHS}|{_DAYS})(?!\w)"
    r"|\b(?:1[5-9]|20|21)\d\d\b(?!\s?(?:%|percent|km|kg|m\b))"
    r"|\b\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\b"
    r"|\d{1,2}\s*[年月日号號]|\d{4}\s*年|(?:星期|周|週|礼拜)[一二三四五六日天]"
)


def lit(figure: Figure, photo: Photo, release: Release) -> frozenset[Lamp]:
    """Tell which of the five a figure has.

    - who: the caption names a person of the release, or the photo tells who is in it;
    - where: the caption has the first part of the release's place, or a word with a capital
      behind ``in``, ``at``, ``near``, ``outside``, ``off`` or ``on the`` (in Chinese a place
      behind 在 or 于);
    - when: the caption has a weekday, a month, a year from 1500 to 2199, or a date in figures;
    - credit: the photo has a credit or a creator;
    - alt: the photo has an alternative text, or needs none.
    """
    caption = plain(figure.caption)
    told: dict[Lamp, bool] = {
        "who": bool(names(photo, release))
        or any(_names(caption, person) for person in release.people),
        "where": _has_place(caption, release.place),
        "when": _WHEN.search(_without_place(caption)) is not None,
        "credit": bool(photo.credit or photo.creator),
        "alt": bool(photo.alt) or photo.decorative,
    }
    return frozenset(lamp for lamp, is_told in told.items() if is_told)


def _names(caption: str, person: Person) -> bool:
    return any(
        _has_word(caption, name) for name in (person.name, person.native, person.family) if name
    )


def _has_word(text: str, word: str) -> bool:
    if word.isascii():
        return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None
    return word.casefold() in text.casefold()


def _has_place(caption: str, place: str) -> bool:
    first = re.split("[,，、]", place)[0].strip()
    if first and _has_word(caption, first):
        return True
    text = re.sub(rf"\b(?i:in|at|on)\s+(?:{_MONTHS}|{_DAYS})", "", caption)  # a time, not a place
    return _PLACE.search(text) is not None or _PLACE_CJK.search(caption) is not None


def _without_place(caption: str) -> str:
    """Leave out the one month that is also a verb, where it stands as one: ``may open``."""
    return re.sub(r"\bMay(?=\s+(?:be|have|not|also|well|I)\b)", "", caption)
