"""Hours as people write them, and what a time zone makes of them when clocks are changed."""

import datetime as dt
import re
from typing import Literal

Hour = Literal["once", "twice", "skipped"]

_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})|(\d{2}))?\s*h?\s*([ap])?\.?\s?m?\.?")
_CHINESE = re.compile(r"(上午|下午|中午|晚上)?\s*(\d{1,2})\s*[:：时時点點]\s*(\d{1,2})?分?")


def read_hour(text: str) -> dt.time | None:
    """Read a time of day from ``9``, ``09:00``, ``930``, ``9.30``, ``9:30 pm``, ``下午3时30分``."""
    text = text.strip().lower()
    if text == "noon":
        return dt.time(12)
    if match := _CLOCK.fullmatch(text):
        hour, minute = int(match[1]), int(match[2] or match[3] or 0)
        return _time(hour, minute, is_late=match[4] == "p" if match[4] else None)
    if match := _CHINESE.fullmatch(text):
        part = match[1]
        is_late = None if not part or part == "中午" else part in ("下午", "晚上")
        return _time(int(match[2]), int(match[3] or 0), is_late=is_late)
    return None


def hour_in(wall: dt.datetime, zone: dt.tzinfo) -> Hour:
    """Tell whether a zone's clocks show a time (naive) once, twice or never on its day."""
    first, second = (wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    if first == second:
        return "once"
    return "twice" if (first or dt.timedelta()) > (second or dt.timedelta()) else "skipped"


def instant_of(wall: dt.datetime, zone: dt.tzinfo, *, is_second: bool = False) -> dt.datetime:
    """Give the instant, in UTC, at which a zone's clocks show a time (naive).

    Of an hour that comes twice it is the first unless ``is_second``; one that is
    skipped is read as by clocks that were not put forward yet.
    """
    fold = int(is_second and hour_in(wall, zone) == "twice")
    return wall.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC)


def wall_of(instant: dt.datetime, zone: dt.tzinfo) -> tuple[dt.datetime, bool]:
    """Give the time (naive) that a zone's clocks show at an instant.

    True with it where an hour that comes twice is there for the second time.
    """
    local = instant.astimezone(zone)
    wall = local.replace(tzinfo=None, fold=0)
    return wall, bool(local.fold) and hour_in(wall, zone) == "twice"


def _time(hour: int, minute: int, *, is_late: bool | None) -> dt.time | None:
    if is_late is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if is_late else 0)
    try:
        return dt.time(hour, minute)
    except ValueError:
        return None
