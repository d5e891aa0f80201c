"""What a picture file says of itself, whichever standard it says it in."""

from datetime import date

from msgspec import Struct

from pressdesk.model.framing import Box
from pressdesk.model.text import clean_line

PRIVATE = ("position", "serial number", "owner", "thumbnail", "maker note", "comment")
"""What is told of a file's private parts, in this order."""


class Fields(Struct, frozen=True, kw_only=True):
    """Description and rights, cleaned as ``model.text`` says."""

    caption: str = ""
    headline: str = ""
    creator: str = ""
    credit: str = ""
    source: str = ""
    copyright: str = ""
    usage: str = ""
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
        headline=one("headline"),
        creator=one("creator", ", "),
        credit=one("credit"),
        source=one("source"),
        copyright=one("copyright"),
        usage=one("usage"),
        alt=one("alt"),
        keywords=several("keywords"),
        taken=_date(one("taken")),
        people=several("people"),
    )


def _date(text: str) -> date | None:
    """Read the day from ``2026-03-05T…`` (XMP), ``2026:03:05 …`` (EXIF) or ``20260305`` (IIM)."""
    digits = text[:10].replace("-", "").replace(":", "")[:8]
    try:
        return date.fromisoformat(digits) if len(digits) == 8 else None
    except ValueError:
        return None
