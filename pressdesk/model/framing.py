"""Which part of a picture is shown: a crop that may be turned, and places carried into it."""

import math
from typing import Annotated, NamedTuple

from msgspec import Meta, Struct

Fraction = Annotated[float, Meta(ge=0, le=1)]
"""Of the width or the height of the upright, whole picture."""
Angle = Annotated[float, Meta(ge=-45, le=45)]

_DIGITS = 6
_KEPT_SHARE = 0.5
"""Of a box: one that is less than half inside tells nothing any more."""


class Point(Struct, frozen=True):
    """A place in the upright, whole picture."""

    x: Fraction
    y: Fraction


class Box(Struct, frozen=True):
    """A rectangle in a picture, by its upper left corner."""

    x: Fraction
    y: Fraction
    width: Fraction
    height: Fraction

    @property
    def middle(self) -> Point:
        return Point(self.x + self.width / 2, self.y + self.height / 2)


WHOLE = Box(0.0, 0.0, 1.0, 1.0)


class Crop(Struct, frozen=True, kw_only=True):
    """A recipe for what is shown of a picture, whose bytes stay as they are."""

    box: Box = WHOLE
    """Of the upright picture. Where it is turned, the box turns about its own middle, and
    shrinks until none of its corners is empty."""
    angle: Angle = 0.0
    """Degrees by which the picture is turned clockwise, to make it straight."""
    focus: Point | None = None
    """What must be seen where a picture is cut to a fixed shape."""


def tidy(box: Box) -> Box:
    """Cut a box at the edges of the picture, in millionths of its sides."""
    left, top = _bounded(box.x), _bounded(box.y)
    right, bottom = _bounded(box.x + box.width), _bounded(box.y + box.height)
    return Box(
        left, top, round(max(right - left, 0), _DIGITS), round(max(bottom - top, 0), _DIGITS)
    )


def tidy_crop(crop: Crop | None) -> Crop | None:
    """Bring a crop into its limits; None for one that changes nothing."""
    if crop is None:
        return None
    box = tidy(crop.box)
    if not box.width or not box.height:
        box = WHOLE
    angle = round(min(max(crop.angle, -45.0), 45.0), 3) + 0.0  # no minus zero
    focus = crop.focus and Point(_bounded(crop.focus.x), _bounded(crop.focus.y))
    if box == WHOLE and not angle and focus is None:
        return None
    return Crop(box=box, angle=angle, focus=focus)


def _bounded(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), _DIGITS)


class Frame(NamedTuple):
    """The part of an upright picture that is shown: a rectangle in pixels, perhaps turned."""

    x: float
    """Its middle, in pixels of the whole picture."""
    y: float
    width: float
    height: float
    angle: float
    """Degrees by which the picture is turned clockwise about that middle."""

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """Give where a place of the whole picture lies in the frame; all in pixels."""
        cos, sin = _turn(self.angle)
        right, down = x - self.x, y - self.y
        return (
            right * cos - down * sin + self.width / 2,
            right * sin + down * cos + self.height / 2,
        )

    def source(self, x: float, y: float) -> tuple[float, float]:
        """Give the place of the whole picture that lies at a place of the frame."""
        cos, sin = _turn(self.angle)
        right, down = x - self.width / 2, y - self.height / 2
        return right * cos + down * sin + self.x, -right * sin + down * cos + self.y

    def corners(self) -> tuple[tuple[float, float], ...]:
        """Give its corners in the whole picture: upper left, upper right, lower right, left."""
        right, bottom = self.width, self.height
        return tuple(self.source(*at) for at in ((0, 0), (right, 0), (right, bottom), (0, bottom)))

    def holds(self, box: Box, size: tuple[int, int]) -> bool:
        """Tell whether the middle of a box is shown; ``size`` is that of the whole picture."""
        x, y = self.seen(box.middle.x * size[0], box.middle.y * size[1])
        return 0 <= x <= self.width and 0 <= y <= self.height

    def place(self, box: Box, size: tuple[int, int]) -> Box | None:
        """Carry a box of the whole picture into the frame; None where too little is left of it.

        It keeps its size and stays upright, and is cut at the frame's edge.
        """
        x, y = self.seen(box.middle.x * size[0], box.middle.y * size[1])
        wide, high = box.width * size[0] / 2, box.height * size[1] / 2
        left, right = max(x - wide, 0), min(x + wide, self.width)
        top, bottom = max(y - high, 0), min(y + high, self.height)
        if right <= left or bottom <= top:
            return None
        if (right - left) * (bottom - top) < _KEPT_SHARE * 4 * wide * high:
            return None
        return tidy(
            Box(
                left / self.width,
                top / self.height,
                (right - left) / self.width,
                (bottom - top) / self.height,
            )
        )


def frame(
    size: tuple[int, int],
    crop: Crop | None = None,
    shape: tuple[int, int] | None = None,
    focus: Point | None = None,
) -> Frame:
    """Find what is shown of an upright picture of a size in pixels.

    ``shape`` is the width and height that the result must be like; it is then the
    largest part of the crop that has ``focus`` as near to its middle as can be.
    """
    made = _cropped(size, tidy_crop(crop))
    if shape is None:
        return made
    width = min(made.width, made.height * shape[0] / shape[1])
    height = min(made.height, made.width * shape[1] / shape[0])
    x, y = made.width / 2, made.height / 2
    if focus is not None:
        x, y = made.seen(focus.x * size[0], focus.y * size[1])
    x = min(max(x, width / 2), made.width - width / 2)
    y = min(max(y, height / 2), made.height - height / 2)
    return Frame(*made.source(x, y), width, height, made.angle)


def _cropped(size: tuple[int, int], crop: Crop | None) -> Frame:
    wide, high = size
    if crop is None:
        return Frame(wide / 2, high / 2, wide, high, 0)
    x, y = crop.box.middle.x * wide, crop.box.middle.y * high
    width, height = crop.box.width * wide, crop.box.height * high
    if not crop.angle:
        return Frame(x, y, width, height, 0)
    cos, sin = (abs(part) for part in _turn(crop.angle))
    needed_x, needed_y = width * cos + height * sin, width * sin + height * cos
    share = min(1.0, 2 * min(x, wide - x) / needed_x, 2 * min(y, high - y) / needed_y)
    return Frame(x, y, width * share, height * share, crop.angle)


def _turn(angle: float) -> tuple[float, float]:
    return math.cos(math.radians(angle)), math.sin(math.radians(angle))
