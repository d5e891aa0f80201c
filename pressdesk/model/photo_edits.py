"""Edits of what a photo shows and how it is rated: marks of the people in it, crop, stars.

Pure functions from a release to a release, as in ``edits``. Rows, people and captions follow.
An id that is not in the release raises KeyError.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from pressdesk.model import edits
from pressdesk.model.framing import Box, Crop, tidy, tidy_crop
from pressdesk.model.photo import Mark
from pressdesk.model.release import Release


def set_marks(release: Release, photo_id: str, marks: Iterable[Mark]) -> Release:
    """Set who is marked in a photo; a box is cut at the edges of the picture."""
    photo = release.photo(photo_id)
    marks = tuple(replace(mark, box=tidy(mark.box)) for mark in marks)
    for mark in marks:
        if mark.person:
            release.person(mark.person)
    # Without marks the people are a list of their own again, as it stood last.
    return edits.replace_photo(release, replace(photo, marks=marks))


def add_mark(release: Release, photo_id: str, mark: Mark) -> Release:
    """Mark one more face."""
    return set_marks(release, photo_id, (*release.photo(photo_id).marks, mark))


def move_mark(release: Release, photo_id: str, mark_id: str, box: Box) -> Release:
    """Move a mark, or give it another size."""
    mark = replace(_mark(release, photo_id, mark_id), box=box)
    return _with_mark(release, photo_id, mark)


def name_mark(
    release: Release, photo_id: str, mark_id: str, *, person: str = "", name: str = ""
) -> Release:
    """Say whom a mark shows: a person of the release, a plain name, or nobody known.

    A person is in a picture once: another mark of the same person becomes nobody's.
    """
    marks = tuple(
        replace(mark, person=person, name="" if person else name)
        if mark.id == mark_id
        else replace(mark, person="")
        if person and mark.person == person
        else mark
        for mark in release.photo(photo_id).marks
    )
    _mark(release, photo_id, mark_id)
    return set_marks(release, photo_id, marks)


def remove_mark(release: Release, photo_id: str, mark_id: str) -> Release:
    """Take a mark away."""
    _mark(release, photo_id, mark_id)
    marks = (mark for mark in release.photo(photo_id).marks if mark.id != mark_id)
    return set_marks(release, photo_id, marks)


def set_crop(release: Release, photo_id: str, crop: Crop | None) -> Release:
    """Set what is shown of a photo; the original bytes stay as they are."""
    return edits.replace_photo(release, replace(release.photo(photo_id), crop=tidy_crop(crop)))


def set_rating(release: Release, photo_ids: Iterable[str], rating: int) -> Release:
    """Give photos so many stars, 0 to 5."""
    rated = set(photo_ids)
    for photo_id in rated:
        release.photo(photo_id)
    photos = tuple(
        replace(photo, rating=rating) if photo.id in rated and photo.rating != rating else photo
        for photo in release.photos
    )
    if all(one is other for one, other in zip(photos, release.photos, strict=True)):
        return release
    return replace(release, photos=photos)


def _mark(release: Release, photo_id: str, mark_id: str) -> Mark:
    for mark in release.photo(photo_id).marks:
        if mark.id == mark_id:
            return mark
    raise KeyError(mark_id)


def _with_mark(release: Release, photo_id: str, new: Mark) -> Release:
    marks = release.photo(photo_id).marks
    return set_marks(release, photo_id, (new if mark.id == new.id else mark for mark in marks))
