"""Pictures turned: from how they are stored to upright, and straight by a few degrees."""

import math
from collections.abc import Callable

from PIL import Image

from pressdesk.model.framing import Frame

Edges = tuple[float, float, float, float]
"""Left, top, right and bottom of a part of a picture, in pixels."""

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a stored picture upright, by its orientation as in EXIF."""


def stored_box(
    edges: Edges, upright: tuple[int, int], turned: int, stored: tuple[int, int]
) -> Edges:
    """Find a part of an upright picture in what is stored, which may be decoded smaller.

    ``upright`` and ``stored`` are sizes in pixels.
    """
    left, top, right, bottom = edges
    width, height = upright
    match turned:
        case 2:
            found = width - right, top, width - left, bottom
        case 3:
            found = width - right, height - bottom, width - left, height - top
        case 4:
            found = left, height - bottom, right, height - top
        case 5:
            found = top, left, bottom, right
        case 6:
            found = top, width - right, bottom, width - left
        case 7:
            found = height - bottom, width - right, height - top, width - left
        case 8:
            found = height - bottom, left, height - top, right
        case _:
            found = edges
    across, down = (height, width) if turned >= 5 else (width, height)
    x, y = stored[0] / across, stored[1] / down
    return _within((found[0] * x, found[1] * y, found[2] * x, found[3] * y), stored)


def _within(edges: Edges, size: tuple[int, int]) -> Edges:
    """Keep edges within a picture, whatever the rounding."""
    left, top, right, bottom = edges
    return max(left, 0), max(top, 0), min(right, size[0]), min(bottom, size[1])


def straightened(
    shown: Frame,
    size: tuple[int, int],
    whole: tuple[int, int],
    part: Callable[[Edges, int, int], Image.Image],
) -> Image.Image:
    """Make a picture of a size from a frame that is turned.

    ``part`` gives a part of the whole upright picture, scaled; the smallest that
    holds the frame is turned, at the scale of the result.
    """
    xs, ys = zip(*shown.corners(), strict=True)
    left, top = max(math.floor(min(xs)), 0), max(math.floor(min(ys)), 0)
    right, bottom = min(math.ceil(max(xs)), whole[0]), min(math.ceil(max(ys)), whole[1])
    across, down = size[0] / shown.width, size[1] / shown.height
    width = max(round((right - left) * across), 1)
    height = max(round((bottom - top) * down), 1)
    around = part((left, top, right, bottom), width, height)
    x_scale, y_scale = width / (right - left), height / (bottom - top)

    def at(x: float, y: float) -> tuple[float, float]:
        found_x, found_y = shown.source(x / across, y / down)
        return (found_x - left) * x_scale, (found_y - top) * y_scale

    (x0, y0), (x1, y1), (x2, y2) = at(0, 0), at(1, 0), at(0, 1)
    affine = (x1 - x0, x2 - x0, x0, y1 - y0, y2 - y0, y0)
    # One line more at each edge, so that a pixel at the frame's edge has neighbours.
    return _edged(around).transform(
        size,
        Image.Transform.AFFINE,
        (*affine[:2], affine[2] + 1, *affine[3:5], affine[5] + 1),
        Image.Resampling.BICUBIC,
    )


def _edged(picture: Image.Image) -> Image.Image:
    """Put a line around a picture that repeats its edge."""
    width, height = picture.size
    wider = Image.new(picture.mode, (width + 2, height + 2))
    for x, y in ((0, 0), (2, 0), (0, 2), (2, 2), (0, 1), (2, 1), (1, 0), (1, 2), (1, 1)):
        wider.paste(picture, (x, y))
    return wider
