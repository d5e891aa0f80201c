"""What an export finds wrong with the photos it shows: words or rights that they lack."""

import datetime as dt
from collections.abc import Iterator, Set
from pathlib import PurePath

from pressdesk.model.body import Figure, plain
from pressdesk.model.caption_pattern import open_places
from pressdesk.model.captioned_people import differs
from pressdesk.model.photo import ALT_GUIDE, Photo
from pressdesk.model.problem import Place, Problem, Severity
from pressdesk.model.release import Release


def photo_problems(release: Release, *, is_final: bool, today: dt.date | None) -> Iterator[Problem]:
    """Go through what is wrong with the photos in use; most of it is an error in a final.

    A photo may be used up to its last day: that of the release, or ``today`` where it
    is later.
    """
    photos = {photo.id: photo for photo in release.photos}
    shown = [
        photos[name]
        for name in dict.fromkeys(f.photo for f in release.figures if f.photo in photos)
    ]
    gravity: Severity = "error" if is_final else "warning"
    days = [day for day in (release.date, today) if day]
    for photo in shown:
        captions = {plain(f.caption).strip() for f in release.figures if f.photo == photo.id}
        yield from _alternative(photo, captions, gravity)
        if not photo.credit and not photo.creator:
            told = "has no credit."
            yield _about(photo, "PD-EXP-014", "warning", told, "Say whom to thank for it.")
        yield from _permission(photo, gravity, max(days) if days else None)
    for figure in release.figures:
        if open_places(plain(figure.caption)):
            yield _open_place(figure, gravity)
        if figure.photo in photos and differs(figure, release):
            photo = photos[figure.photo]
            yield Problem(
                code="PD-EXP-012",
                severity="warning",
                message=f"The caption of the photo “{photo.name or photo.id}” says who is who"
                " otherwise than the marks in it.",
                place=Place(field="body", item=figure.id),
                fix="Write it anew from the marks, or correct the marks.",
            )


def _open_place(figure: Figure, gravity: Severity) -> Problem:
    caption = plain(figure.caption)
    place = open_places(caption)[0]
    return Problem(
        code="PD-EXP-013",
        severity=gravity,
        message=f"A caption still holds {{{place.name}}} from its pattern: “{caption}”",
        place=Place(field="body", item=figure.id),
        fix="Write what belongs there.",
    )


def _alternative(photo: Photo, captions: Set[str], gravity: Severity) -> Iterator[Problem]:
    """Tell what those who do not see the photo would miss, or hear twice."""
    alt = photo.alt.strip()
    describe = "Describe what it shows, or mark it as decorative."
    if photo.decorative:
        return
    if not alt:
        yield _about(photo, "PD-EXP-004", gravity, "has no alternative text.", describe)
    elif alt in captions:
        told = "has its caption as alternative text: screen readers say it twice."
        yield _about(photo, "PD-EXP-015", "warning", told, describe)
    elif alt.casefold() in (photo.name.casefold(), PurePath(photo.name).stem.casefold()):
        told = "has its file name as alternative text."
        yield _about(photo, "PD-EXP-015", "warning", told, describe)
    elif len(alt) > ALT_GUIDE:
        told = f"has an alternative text of {len(alt)} characters; {ALT_GUIDE} are enough."
        yield _about(photo, "PD-EXP-015", "hint", told, "Say what matters, in a sentence or two.")


def _permission(photo: Photo, gravity: Severity, day: dt.date | None) -> Iterator[Problem]:
    """Tell what forbids the use of a photo: people who do not agree, or a day that is past."""
    asked = "Leave it out, or note their consent once you have it."
    if photo.consent == "refused":
        yield _about(photo, "PD-EXP-010", gravity, "is refused by those it shows.", asked)
    elif photo.consent == "asked":
        yield _about(photo, "PD-EXP-010", gravity, "waits for consent of those it shows.", asked)
    elif day and photo.consent_until and photo.consent_until < day:
        told = f"may be used until {photo.consent_until}, as those it shows agreed to."
        yield _about(photo, "PD-EXP-011", gravity, told, "Ask them again, or leave it out.")
    if day and photo.use_until and photo.use_until < day:
        told = f"may be used until {photo.use_until}, by its usage terms."
        yield _about(
            photo, "PD-EXP-011", gravity, told, "Get another right to it, or leave it out."
        )


def _about(photo: Photo, code: str, severity: Severity, told: str, fix: str) -> Problem:
    return Problem(
        code=code,
        severity=severity,
        message=f"The photo “{photo.name or photo.id}” {told}",
        place=Place(field="photos", item=photo.id),
        fix=fix,
    )
