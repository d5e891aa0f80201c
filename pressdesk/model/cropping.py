"""What a crop becomes when its frame is moved, drawn larger or smaller, given a shape, or turned.

A frame never reaches beyond the picture: a change goes as far as there is picture.
"""

from collections.abc import Callable
from typing import NamedTuple

from pressdesk.model.framing import Box, Crop, Frame, Point, tidy_crop

Size = tuple[int, int]

LEAST = 0.04
"""Of the shorter side of the picture: no frame is drawn smaller."""

_STEPS = 24
"""Halvings by which the furthest place is found: to a ten-thousandth of a pixel."""
_SLACK_PX = 0.01


class Handle(NamedTuple):
    """An edge or corner of a frame: -1, 0 or 1 across and down; (0, 0) is all of it."""

    x: int
    y: int


def crop_of(shown: Frame, size: Size, focus: Point | None = None) -> Crop | None:
    """Give the recipe of a frame; None where it shows the whole picture."""
    wide, high = size
    left, top = (shown.x - shown.width / 2) / wide, (shown.y - shown.height / 2) / high
    width, height = shown.width / wide, shown.height / high
    # What the bisection left of a hair beyond the edge would move the middle.
    box = Box(max(left, 0.0), max(top, 0.0), min(width, 1.0), min(height, 1.0))
    return tidy_crop(Crop(box=box, angle=shown.angle, focus=focus))


def moved(shown: Frame, size: Size, right: float, down: float) -> Frame:
    """Move a frame by pixels of its own; it slides along an edge that it meets."""

    def by(x: float, y: float) -> Frame:
        middle = shown.source(shown.width / 2 + x, shown.height / 2 + y)
        return shown._replace(x=middle[0], y=middle[1])

    across = _furthest(lambda share: by(right * share, 0), size) * right
    return by(across, _furthest(lambda share: by(across, down * share), size) * down)


def resized(
    shown: Frame,
    size: Size,
    handle: Handle,
    by: tuple[float, float],
    ratio: float | None = None,
) -> Frame:
    """Move an edge or a corner by pixels of the frame; ``ratio`` is width by height, if fixed."""
    right, down = by
    least = LEAST * min(size)
    width = max(shown.width + handle.x * right, least)
    height = max(shown.height + handle.y * down, least)
    if ratio is not None:
        if not handle.x or (handle.y and width / height < ratio):
            width = height * ratio
        height = width / ratio

    def at(share: float) -> Frame:
        wide = shown.width + (width - shown.width) * share
        high = shown.height + (height - shown.height) * share
        # The opposite edge stays; where the handle is an edge, the other sides grow alike.
        x = shown.width / 2 + handle.x * (wide - shown.width) / 2
        y = shown.height / 2 + handle.y * (high - shown.height) / 2
        return Frame(*shown.source(x, y), wide, high, shown.angle)

    return at(_furthest(at, size))


def shaped(shown: Frame, size: Size, ratio: float) -> Frame:
    """Give a frame another shape: about its middle, as large as it was, or as there is room."""
    area = shown.width * shown.height
    wide = (area * ratio) ** 0.5
    high = wide / ratio

    def at(share: float) -> Frame:
        return shown._replace(width=wide * share, height=high * share)

    return at(_furthest(at, size))


def turned(crop: Crop | None, angle: float) -> Crop | None:
    """Turn a picture within its crop, whose frame shrinks as far as it must."""
    crop = crop or Crop()
    return tidy_crop(Crop(box=crop.box, angle=angle, focus=crop.focus))


def aimed(crop: Crop | None, focus: Point | None) -> Crop | None:
    """Set what must be seen wherever the picture is cut to a shape."""
    crop = crop or Crop()
    return tidy_crop(Crop(box=crop.box, angle=crop.angle, focus=focus))


def _furthest(at: Callable[[float], Frame], size: Size) -> float:
    """Find how far a change may go: the largest share, of 1, that keeps it in the picture."""
    if _is_inside(at(1.0), size):
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _is_inside(at(middle), size) else (low, middle)
    return low


def _is_inside(shown: Frame, size: Size) -> bool:
    """Tell whether no corner is empty, and its box unturned is one of the picture."""
    upright = shown._replace(angle=0.0)
    return all(
        -_SLACK_PX <= x <= size[0] + _SLACK_PX and -_SLACK_PX <= y <= size[1] + _SLACK_PX
        for x, y in (*shown.corners(), *upright.corners())
    )
