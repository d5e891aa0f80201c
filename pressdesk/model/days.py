"""Days as people write them."""

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_CHINESE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.?\s*([a-z]{3,9})\.?,?\s*(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})")
_DOTTED = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def read_day(text: str, today: dt.date) -> dt.date | None:
    """Read a day from ``2023-11-21``, ``21 Nov 2023``, ``Nov. 21, 2023``, ``2023年11月21日``.

    Also from ``21.11.2023``, from ``11/21/2023`` where only one reading is a day, and
    from ``today`` and ``tomorrow``. None for anything else.
    """
    text = text.strip().lower()
    if text in ("today", "今天"):
        return today
    if text in ("tomorrow", "明天"):
        return today + dt.timedelta(days=1)
    if match := _ISO.fullmatch(text) or _CHINESE.fullmatch(text):
        return _day(match[1], match[2], match[3])
    if match := _DAY_FIRST.fullmatch(text):
        return _day(match[3], _month(match[2]), match[1])
    if match := _MONTH_FIRST.fullmatch(text):
        return _day(match[3], _month(match[1]), match[2])
    if match := _DOTTED.fullmatch(text):
        return _day(match[3], match[2], match[1])
    if match := _SLASHED.fullmatch(text):
        readings = {_day(match[3], match[1], match[2]), _day(match[3], match[2], match[1])}
        readings.discard(None)
        return readings.pop() if len(readings) == 1 else None
    return None


def _month(name: str) -> str:
    found = [number for number, month in enumerate(_MONTHS, 1) if name.startswith(month)]
    return str(found[0]) if found else "0"


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
