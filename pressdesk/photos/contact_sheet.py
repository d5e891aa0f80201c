"""The photos of a release as a contact sheet: what each lacks, which are shown, in which order."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, get_args

from pressdesk.model.body import Figure, Span, plain
from pressdesk.model.caption import LAMPS, Lamp, lit
from pressdesk.model.photo import Photo
from pressdesk.model.release import Release
from pressdesk.model.rows import shown_size
from pressdesk.model.uses import PhotoUse, photo_uses
from pressdesk.photos.quality import BLOWN, SHARP, WEB_PX, Quality, is_like

Filter = Literal["all", "no-caption", "no-credit", "no-alt", "too-small", "unused"]
FILTERS: tuple[Filter, ...] = get_args(Filter)

Order = Literal["release", "taken", "name", "rating"]
ORDERS: tuple[Order, ...] = get_args(Order)

Flag = Literal[
    "consent-refused",
    "consent-asked",
    "consent-over",
    "use-over",
    "too-small",
    "blurred",
    "blown",
    "like",
    "lead",
    "attached",
    "unused",
]
"""What a person should see of a photo at once."""

_STANDINGS: tuple[Flag, ...] = ("lead", "attached", "unused")
_NUMBER = re.compile(r"(\d+)")


class SheetPhoto(NamedTuple):
    """One photo on the sheet."""

    use: PhotoUse
    caption: str
    """Of its first use that has one, else what the photo says of itself."""
    has_caption: bool
    missing: tuple[Lamp, ...]
    flags: tuple[Flag, ...]
    """What is known without its pixels, in the order of ``Flag``."""

    @property
    def photo(self) -> Photo:
        return self.use.photo


def sheet_photos(release: Release, today: dt.date) -> tuple[SheetPhoto, ...]:
    """List the photos of a release as they are first used.

    A photo without a use is judged by its description: that becomes its caption.
    """
    day = max(release.date or today, today)
    return tuple(_on_sheet(use, release, day) for use in photo_uses(release))


def quality_flags(quality: Quality) -> tuple[Flag, ...]:
    """Tell what the pixels of a photo are short of, by the thresholds of ``quality``."""
    found: list[Flag] = []
    if quality.sharpness < SHARP:
        found.append("blurred")
    if quality.blown > BLOWN:
        found.append("blown")
    return tuple(found)


def all_flags(one: SheetPhoto, quality: Quality | None, *, is_like: bool) -> tuple[Flag, ...]:
    """Put what is known with its pixels among what is known without, the gravest first."""
    if quality is None:
        return one.flags
    alike: tuple[Flag, ...] = ("like",) if is_like else ()
    measured = (*quality_flags(quality), *alike)
    standing = one.flags[-1:] if one.flags and one.flags[-1] in _STANDINGS else ()
    grave = one.flags[: len(one.flags) - len(standing)]
    return (*grave, *measured, *standing)


def is_in(one: SheetPhoto, wanted: Filter) -> bool:
    """Tell whether a photo passes a filter."""
    match wanted:
        case "no-caption":
            return not one.has_caption
        case "no-credit":
            return "credit" in one.missing
        case "no-alt":
            return "alt" in one.missing
        case "too-small" | "unused":
            return wanted in one.flags
        case _:
            return True


def arranged(
    photos: Iterable[SheetPhoto], order: Order, wanted: Filter = "all"
) -> list[SheetPhoto]:
    """Give the photos that pass a filter, in an order; where that leaves it open, as they come.

    What was taken on no known day comes last, what has more stars first.
    """
    chosen = [one for one in photos if is_in(one, wanted)]
    match order:
        case "taken":
            chosen.sort(key=lambda one: (one.photo.taken or dt.date.max, _natural(one.photo.name)))
        case "name":
            chosen.sort(key=lambda one: _natural(one.photo.name))
        case "rating":
            chosen.sort(key=lambda one: -one.photo.rating)
        case _:
            pass
    return chosen


def find_like(
    media: str, quality: Quality, others: Mapping[str, Quality], photos: Iterable[Photo]
) -> Photo | None:
    """Find the first of some photos, measured as ``others``, that looks like a picture."""
    for photo in photos:
        other = others.get(photo.media)
        if photo.media != media and other is not None and is_like(quality, other):
            return photo
    return None


def _on_sheet(use: PhotoUse, release: Release, day: dt.date) -> SheetPhoto:
    photo = use.photo
    captions = (plain(figure.caption).strip() for figure in use.figures)
    first = next((caption for caption in captions if caption), "")
    if use.figures:
        told = lit(use.figures[0], photo, release)
        has_caption = all(plain(figure.caption).strip() for figure in use.figures)
    else:
        spans = (Span(photo.description),) if photo.description else ()
        told = lit(Figure(id=photo.id, photo=photo.id, caption=spans), photo, release)
        has_caption = bool(photo.description.strip())
    return SheetPhoto(
        use,
        first or photo.description.strip(),
        has_caption,
        tuple(lamp for lamp in LAMPS if lamp not in told),
        _flags(use, day),
    )


def _flags(use: PhotoUse, day: dt.date) -> tuple[Flag, ...]:
    photo = use.photo
    found: list[Flag] = []
    if photo.consent == "refused":
        found.append("consent-refused")
    elif photo.consent == "asked":
        found.append("consent-asked")
    elif photo.consent_until and photo.consent_until < day:
        found.append("consent-over")
    if photo.use_until and photo.use_until < day:
        found.append("use-over")
    if shown_size(photo)[0] < WEB_PX:
        found.append("too-small")
    if use.is_lead:
        found.append("lead")
    elif use.standing == "attached":
        found.append("attached")
    elif use.standing == "unused":
        found.append("unused")
    return tuple(found)


def _natural(name: str) -> tuple[str | int, ...]:
    """Give a key that sorts ``photo 2`` before ``photo 10``."""
    parts = _NUMBER.split(name.casefold())
    return tuple(int(part) if at % 2 else part for at, part in enumerate(parts))
