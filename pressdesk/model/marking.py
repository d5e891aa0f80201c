"""Boxes around faces: made about a place, moved, and drawn larger or smaller."""

from pressdesk.model.framing import Box, tidy
from pressdesk.model.photo import Photo

LEAST = 0.008
"""Of the picture's sides: a smaller box marks nobody."""

_FACE = 0.09
"""Width of a box that is made about a place, in parts of the picture's longer side."""
_TALL = 1.25
"""Its height by its width."""


def face_at(photo: Photo, x: float, y: float) -> Box:
    """Make a box about a place of a photo, as large as the marks that are there."""
    if photo.marks:
        width = sum(mark.box.width for mark in photo.marks) / len(photo.marks)
        height = sum(mark.box.height for mark in photo.marks) / len(photo.marks)
    else:
        side = _FACE * max(photo.size)
        width, height = side / photo.width, side * _TALL / photo.height
    return tidy(Box(x - width / 2, y - height / 2, width, height))


def changed(box: Box, edge: tuple[int, int], across: float, down: float) -> Box:
    """Move an edge or corner of a box, or for (0, 0) all of it, within the picture.

    ``edge`` is -1, 0 or 1 across and down; the ways are in parts of the picture's sides.
    """
    if edge == (0, 0):
        x = min(max(box.x + across, 0.0), 1 - box.width)
        y = min(max(box.y + down, 0.0), 1 - box.height)
        return tidy(Box(x, y, box.width, box.height))
    left, right = _stretched(box.x, box.x + box.width, edge[0], across)
    top, bottom = _stretched(box.y, box.y + box.height, edge[1], down)
    return tidy(Box(left, top, right - left, bottom - top))


def _stretched(low: float, high: float, side: int, by: float) -> tuple[float, float]:
    if side < 0:
        low = min(low + by, high - LEAST)
    elif side > 0:
        high = max(high + by, low + LEAST)
    return low, high
