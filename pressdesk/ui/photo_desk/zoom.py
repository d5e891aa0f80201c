"""A closer look at a picture: how much larger, and what stands in the middle of the view."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from pressdesk.model.framing import Frame
from pressdesk.ui.photo_desk.stage import Stage

MOST = 6.0
STEP = 1.5


class Zoom(NamedTuple):
    """A factor, and the place of the picture in the middle of the view, in parts of its sides."""

    factor: float = 1.0
    x: float = 0.5
    y: float = 0.5

    def applied(self, stage: Stage, room: QRectF) -> Stage:
        """Give where the picture stands in a room, of which it leaves nothing empty."""
        if self.factor <= 1:
            return stage
        wide, high = stage.size
        larger = stage._replace(scale=stage.scale * self.factor)
        away = room.center() - larger.place(self.x * wide, self.y * high)
        larger = larger._replace(x=larger.x + away.x(), y=larger.y + away.y())
        whole = Frame(wide / 2, high / 2, wide, high, 0)
        edge = larger.outline(whole).boundingRect()
        x = _inside(edge.left(), edge.right(), room.left(), room.right())
        y = _inside(edge.top(), edge.bottom(), room.top(), room.bottom())
        return larger._replace(x=larger.x + x, y=larger.y + y)

    def by(self, factor: float, at: QPointF, stage: Stage, room: QRectF) -> "Zoom":
        """Give the zoom by which the picture is larger, and stays where it is at a place.

        ``stage`` is how it stands in the room now.
        """
        wanted = min(max(self.factor * factor, 1.0), MOST)
        growth = wanted / self.factor
        x, y = stage.source(at)
        larger = stage._replace(scale=stage.scale * growth)
        away = at - larger.place(x, y)
        larger = larger._replace(x=larger.x + away.x(), y=larger.y + away.y())
        return Zoom(wanted, *larger.fractions(room.center()))

    def moved(self, right: float, down: float, stage: Stage, room: QRectF) -> "Zoom":
        """Give the zoom that shows what lies further right and down, by pixels of the widget."""
        return Zoom(self.factor, *stage.fractions(room.center() + QPointF(right, down)))


def _inside(low: float, high: float, first: float, last: float) -> float:
    """Find how far an interval must move to leave nothing of another empty, or to centre in it."""
    if high - low <= last - first:
        return (first + last - low - high) / 2
    return min(first - low, 0.0) + max(last - high, 0.0)
