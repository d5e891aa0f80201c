"""Dates, datelines and release lines as the press prints them."""

import datetime as dt

from pressdesk.export.pack_rules import DateStyle
from pressdesk.model.identification import main_language
from pressdesk.model.photo import Photo
from pressdesk.model.release import Embargo

_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
_AP_MONTHS = [
    *("Jan.", "Feb.", "March", "April", "May", "June"),
    *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
]


_MADE = {
    "en": {
        "trainedAlgorithmicMedia": "Made by AI",
        "compositeWithTrainedAlgorithmicMedia": "Altered with AI",
    },
    "zh": {
        "trainedAlgorithmicMedia": "由人工智能生成",
        "compositeWithTrainedAlgorithmicMedia": "经人工智能修改",
    },
}


def made_by(photo: Photo, language: str) -> str:
    """Say that a picture is not, or not only, the work of people; "" for every other."""
    return _MADE.get(main_language(language), _MADE["en"]).get(photo.source_type, "")


def date_text(day: dt.date, style: DateStyle) -> str:
    """Write a day: ``Nov. 21, 2023``, ``21 November 2023``, ``2023年11月21日``."""
    match style:
        case "ap":
            return f"{_AP_MONTHS[day.month - 1]} {day.day}, {day.year}"
        case "british":
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        case "chinese":
            return f"{day.year}年{day.month}月{day.day}日"
        case "iso":
            return day.isoformat()


def dateline(place: str, day: dt.date | None, style: DateStyle) -> str:
    """Compose the dateline of place and day, with the dash that ends it.

    AP sets the city in capitals (``WUHAN, China, Nov. 21, 2023 —``).
    """
    if style == "ap" and place:
        city, comma, rest = place.partition(",")
        place = city.upper() + comma + rest
    parts = [place, date_text(day, style) if day else ""]
    joint, dash = ("，", "——") if style == "chinese" else (", ", " —")
    line = joint.join(part for part in parts if part)
    return line + dash if line else ""


def instant_text(embargo: Embargo, style: DateStyle) -> str:
    """Write an embargo's instant in its own zone, and in UTC behind it.

    ``22 November 2023, 09:00 CST (01:00 UTC)``. The day in UTC is given where it differs.
    """
    local = embargo.instant.astimezone(zone(embargo.zone))
    utc = embargo.instant.astimezone(dt.UTC)
    day_style: DateStyle = "british" if style == "ap" else style
    when = f"{local:%H:%M} {_zone_name(local)}"
    in_utc = f"{utc:%H:%M} UTC"
    if utc.date() != local.date():
        in_utc = f"{date_text(utc.date(), day_style)}, {in_utc}"
    same = local.utcoffset() == dt.timedelta(0)
    if style == "chinese":
        text = f"{date_text(local.date(), style)} {when}"
        return text if same else f"{text}（{in_utc}）"
    text = f"{date_text(local.date(), day_style)}, {when}"
    return text if same else f"{text} ({in_utc})"


def zone(name: str) -> dt.tzinfo:
    """Give the time zone of an IANA name or an offset; raises ValueError for neither."""
    try:
        parsed = dt.datetime.fromisoformat(f"2000-01-01T00:00{name}").tzinfo
    except ValueError:
        parsed = None
    if parsed is not None:
        return parsed
    # Start-up: only an embargo has a zone.
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(name) from error


def _zone_name(moment: dt.datetime) -> str:
    name = moment.tzname() or ""
    if name.isalpha():
        return name
    offset = moment.utcoffset() or dt.timedelta(0)
    hours, minutes = divmod(abs(int(offset.total_seconds())) // 60, 60)
    sign = "−" if offset < dt.timedelta(0) else "+"
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")
