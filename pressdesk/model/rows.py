"""The rows that people stand or sit in, found from the marks around their faces."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from pressdesk.model.framing import Frame, Point, frame
from pressdesk.model.photo import Mark, Photo

STEP = 0.8
"""Mean heights of a face from one to the next above it that begin a new row."""
PART, JOIN = 0.95, 0.65
"""The same for two that shared a row before, and for two that did not: a mark that is moved
by a hair changes no row."""


def with_rows(marks: Sequence[Mark], before: Iterable[Mark] = ()) -> tuple[Mark, ...]:
    """Give each mark its row, counted from the front, which is lowest in the picture.

    ``before`` are the marks as they stood until now.
    """
    known = {mark.id: mark.row for mark in before}
    mean = sum(mark.box.height for mark in marks) / max(len(marks), 1)
    rows: dict[str, int] = {}
    last: Mark | None = None
    for mark in sorted(marks, key=lambda each: (-each.box.middle.y, each.id)):
        if last is None:
            rows[mark.id] = 0
        else:
            step = last.box.middle.y - mark.box.middle.y
            begins = step > _limit(known.get(last.id), known.get(mark.id)) * mean
            rows[mark.id] = rows[last.id] + begins
        last = mark
    return tuple(
        mark if mark.row == rows[mark.id] else replace(mark, row=rows[mark.id]) for mark in marks
    )


def _limit(one: int | None, other: int | None) -> float:
    if one is None or other is None:
        return STEP
    return PART if one == other else JOIN


def photo_frame(photo: Photo) -> Frame:
    """Find what is shown of a photo."""
    return frame(photo.size, photo.crop)


def shown_size(photo: Photo) -> tuple[int, int]:
    """Give the width and height in pixels of what is shown of a photo."""
    shown = photo_frame(photo)
    return max(round(shown.width), 1), max(round(shown.height), 1)


def focus_of(photo: Photo) -> Point | None:
    """Give what must be seen of a photo: its focal point, else the middle of the faces."""
    if photo.crop is not None and photo.crop.focus is not None:
        return photo.crop.focus
    places = [mark.box.middle for row in rows_of(photo) for mark in row]
    if not places:
        return None
    count = len(places)
    return Point(sum(at.x for at in places) / count, sum(at.y for at in places) / count)


def rows_of(photo: Photo) -> tuple[tuple[Mark, ...], ...]:
    """Give the marks that are seen within the crop, row by row from the front, left to right."""
    shown = photo_frame(photo)
    seen = [mark for mark in photo.marks if shown.holds(mark.box, photo.size)]

    def from_left(mark: Mark) -> tuple[float, str]:
        width, height = photo.size
        middle = mark.box.middle
        return shown.seen(middle.x * width, middle.y * height)[0], mark.id

    return tuple(
        tuple(sorted((mark for mark in seen if mark.row == row), key=from_left))
        for row in sorted({mark.row for mark in seen})
    )


def in_step(photo: Photo, before: Iterable[Mark] | None = None) -> Photo:
    """Give a photo whose rows and people follow from its marks; as it is where it has none.

    ``before`` are the marks as they stood until now, if these are others.
    """
    if not photo.marks:
        return photo
    marks = with_rows(photo.marks, photo.marks if before is None else before)
    photo = photo if marks == photo.marks else replace(photo, marks=marks)
    persons = (mark.person for row in rows_of(photo) for mark in row if mark.person)
    people = tuple(dict.fromkeys(persons))
    return photo if people == photo.people else replace(photo, people=people)
