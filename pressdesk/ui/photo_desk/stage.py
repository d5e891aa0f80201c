"""Where an upright picture stands in a widget: scaled, moved, and turned about its middle."""

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPolygonF, QTransform

from pressdesk.model.framing import Box, Frame


class Stage(NamedTuple):
    """Turns places of the picture into places of the widget, and back."""

    size: tuple[int, int]
    """Of the whole picture, in its pixels."""
    scale: float
    """Pixels of the widget for one of the picture."""
    angle: float
    """Degrees by which the picture is turned clockwise."""
    x: float
    """Where the picture's middle stands in the widget."""
    y: float

    def place(self, x: float, y: float) -> QPointF:
        """Give where a place of the picture stands; it is told in pixels of the picture."""
        cos, sin = self._turn()
        right, down = x - self.size[0] / 2, y - self.size[1] / 2
        return QPointF(
            (right * cos - down * sin) * self.scale + self.x,
            (right * sin + down * cos) * self.scale + self.y,
        )

    def source(self, at: QPointF) -> tuple[float, float]:
        """Give the place of the picture, in its pixels, that stands at one of the widget."""
        cos, sin = self._turn()
        right, down = (at.x() - self.x) / self.scale, (at.y() - self.y) / self.scale
        return (
            right * cos + down * sin + self.size[0] / 2,
            -right * sin + down * cos + self.size[1] / 2,
        )

    def fractions(self, at: QPointF) -> tuple[float, float]:
        """Give the place of the picture, in parts of its sides, at one of the widget."""
        x, y = self.source(at)
        return x / self.size[0], y / self.size[1]

    def box(self, box: Box) -> QRectF:
        """Give where a box of an unturned picture stands."""
        wide, high = self.size
        corner = self.place(box.x * wide, box.y * high)
        size = QSizeF(box.width * wide * self.scale, box.height * high * self.scale)
        return QRectF(corner, size)

    def frame(self, frame: Frame) -> QRectF:
        """Give where a frame stands that is turned as the picture is."""
        middle = self.place(frame.x, frame.y)
        size = QSizeF(frame.width * self.scale, frame.height * self.scale)
        return QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size)

    def outline(self, frame: Frame) -> QPolygonF:
        """Give the corners of a frame, however it is turned."""
        return QPolygonF([self.place(*corner) for corner in frame.corners()])

    def transform(self) -> QTransform:
        """Give what draws the picture, in its own pixels, where it stands."""
        transform = QTransform()
        transform.translate(self.x, self.y)
        transform.rotate(self.angle)
        transform.scale(self.scale, self.scale)
        transform.translate(-self.size[0] / 2, -self.size[1] / 2)
        return transform

    def _turn(self) -> tuple[float, float]:
        return math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))


def whole(size: tuple[int, int], room: QRectF, angle: float = 0.0) -> Stage:
    """Show all of a picture, turned, in a room; it is enlarged to twice its pixels at most."""
    cos, sin = (
        abs(part) for part in (math.cos(math.radians(angle)), math.sin(math.radians(angle)))
    )
    width, height = size[0] * cos + size[1] * sin, size[0] * sin + size[1] * cos
    scale = _fitting(width, height, room)
    return Stage(size, scale, angle, room.center().x(), room.center().y())


def part(size: tuple[int, int], frame: Frame, room: QRectF) -> Stage:
    """Show a part of a picture in a room, with its frame upright."""
    scale = _fitting(frame.width, frame.height, room)
    stage = Stage(size, scale, frame.angle, 0, 0)
    away = room.center() - stage.place(frame.x, frame.y)
    return stage._replace(x=away.x(), y=away.y())


def _fitting(width: float, height: float, room: QRectF) -> float:
    return max(min(room.width() / width, room.height() / height, 2.0), 1e-6)
