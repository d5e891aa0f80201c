"""Datelines and embargo lines of plain text: taken where they are certain, left where not."""

import datetime as dt
import re

from msgspec import Struct

from pressdesk.importers.front_matter import read_embargo
from pressdesk.model.release import Embargo

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))\.?"
)
_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th)?"
_DATES = (
    re.compile(rf"\b{_MONTH} {_DAY}(?:, ?(?P<year>\d{{4}}))?", re.IGNORECASE),
    re.compile(rf"\b{_DAY} {_MONTH},?(?: (?P<year>\d{{4}}))?", re.IGNORECASE),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"),
    re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d\d?)月(?P<day>\d\d?)日"),
)
_PLACE = re.compile(
    r"[^\W\d_a-z][\w.'’\-]*(?:,? [^\W\d_a-z][\w.'’\-]*){0,7}"
    r"|[\u4e00-\u9fff·]{2,12}(?:[，,] ?[\u4e00-\u9fff]+)?"
)
_NO_PLACES = re.compile(
    r"on|in|at|by|from|since|until|as of|the|dated?|(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"本[报网台社]|[\u4e00-\u9fff]{1,4}社")
_BEFORE_DATE = " ,，(（–—-"
_AFTER_DATE = re.compile(r"(?: ?[)）])? ?(?:[—–]+|-{1,2}(?= )|[:：])\s*|[)）]\s*|[电讯][ \u3000]*")
_LONGEST = 80

_EMBARGO = re.compile(
    r"\W*(?:strictly |under )?embargo(?:ed)? ?(?:until|till|to|for|[:：–—-])"
    r"|.{0,40}前(?:请勿|不得|禁止|勿)(?:对外)?(?:发布|刊发|报道)",
    re.IGNORECASE,
)
_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)? ?(?:Z|UTC|GMT|[+-]\d\d:\d\d)(?:\[[\w/+\-]+\])?"
)


class Dateline(Struct, frozen=True):
    """A dateline at the beginning of a paragraph."""

    place: str
    date: dt.date | None
    """None: the year is missing, so that the day is not certain."""
    rest: str
    """The paragraph without its dateline."""


def find_dateline(text: str) -> Dateline | None:
    """Find a dateline: ``LAKEFORD, Norland, March 5, 2026 — …``, ``武汉2026年3月5日电 …``."""
    for pattern in _DATES:
        match = pattern.search(text, 0, _LONGEST)
        if match is None:
            continue
        place = text[: match.start()].rstrip(_BEFORE_DATE).lstrip("(（ ")
        after = _AFTER_DATE.match(text, match.end())
        is_place = _PLACE.fullmatch(place) and not _NO_PLACES.fullmatch(place)
        if not is_place or not after or not text[after.end() :].strip():
            continue
        date = _date(match)
        is_certain = date is not None and not _AGENCY.match(place)
        return Dateline(place, date if is_certain else None, text[after.end() :])
    return None


def is_embargo_line(text: str) -> bool:
    """Tell whether a short line says until when nothing may be published."""
    return len(text) <= 2 * _LONGEST and _EMBARGO.match(text) is not None


def embargo_in(text: str) -> Embargo | None:
    """Read the instant an embargo line names, where it is written with its offset."""
    match = _INSTANT.search(text)
    if match is None:
        return None
    try:
        return read_embargo(re.sub("UTC|GMT", "Z", match[0], count=1))
    except (ValueError, OverflowError):
        return None


def _date(match: re.Match[str]) -> dt.date | None:
    if not match["year"]:
        return None
    month = match["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    try:
        return dt.date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
