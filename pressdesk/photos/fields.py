"""What a picture file says of itself, whichever standard it says it in."""

from datetime import date
from typing import get_args

from msgspec import Struct

from pressdesk.model.framing import Box
from pressdesk.model.photo import SourceType
from pressdesk.model.text import clean_line, safe_link

PRIVATE = ("position", "serial number", "owner", "thumbnail", "maker note", "comment")
"""What is told of a file's private parts, in this order."""


class Fields(Struct, frozen=True, kw_only=True):
    """Description and rights, cleaned as ``model.text`` says."""

    caption: str = ""
    extended_description: str = ""
    headline: str = ""
    title: str = ""
    creator: str = ""
    job_title: str = ""
    caption_writer: str = ""
    credit: str = ""
    source: str = ""
    copyright: str = ""
    usage: str = ""
    license_url: str = ""
    sublocation: str = ""
    city: str = ""
    state: str = ""
    country: str = ""
    country_code: str = ""
    source_type: SourceType = ""
    alt: str = ""
    keywords: tuple[str, ...] = ()
    taken: date | None = None
    people: tuple[str, ...] = ()
    """Names of the people in the picture (PersonInImage)."""


class Region(Struct, frozen=True):
    """A part of the picture, as the file tells it, and whom it shows."""

    id: str
    name: str
    box: Box


class Reading(Struct, frozen=True, kw_only=True):
    """What one of the standards yielded."""

    fields: Fields = Fields()
    orientation: int = 0
    """1 to 8 as in EXIF, or 0 where nothing valid is said."""
    private: frozenset[str] = frozenset()
    """Members of ``PRIVATE``."""


def fields_from(values: dict[str, list[str]]) -> Fields:
    """Clean what was read, field by field: several creators are joined, a bad date dropped."""
    cleaned = {name: [clean_line(text) for text in texts] for name, texts in values.items()}

    def several(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text for text in cleaned.get(name, ()) if text))

    def one(name: str, joint: str = "; ") -> str:
        return joint.join(several(name))

    return Fields(
        caption=one("caption"),
        extended_description=one("extended_description"),
        headline=one("headline"),
        title=one("title"),
        creator=one("creator", ", "),
        job_title=one("job_title"),
        caption_writer=one("caption_writer"),
        credit=one("credit"),
        source=one("source"),
        copyright=one("copyright"),
        usage=one("usage"),
        license_url=safe_link(one("license_url", "")),
        sublocation=one("sublocation"),
        city=one("city"),
        state=one("state"),
        country=one("country"),
        country_code=one("country_code"),
        source_type=_source_type(one("source_type")),
        alt=one("alt"),
        keywords=several("keywords"),
        taken=_date(one("taken")),
        people=several("people"),
    )


def _source_type(uri: str) -> SourceType:
    """Read the last part of one of IPTC's addresses; "" for a term that is not ours."""
    term = uri.rstrip("/").rpartition("/")[2]
    return next((each for each in get_args(SourceType) if each == term), "")


def _date(text: str) -> date | None:
    """Read the day from ``2026-03-05T…`` (XMP), ``2026:03:05 …`` (EXIF) or ``20260305`` (IIM)."""
    digits = text[:10].replace("-", "").replace(":", "")[:8]
    try:
        return date.fromisoformat(digits) if len(digits) == 8 else None
    except ValueError:
        return None
