"""How a crop looks: the rest in the dark, a frame with handles and thirds, the focal point."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from pressdesk.model.framing import Frame
from pressdesk.ui.photo_desk.mark_painter import CURRENT
from pressdesk.ui.photo_desk.stage import Stage

_SHADE = QColor(0, 0, 0, 150)
_LINE, _THIRDS, _HALO = QColor("#ffffff"), QColor(255, 255, 255, 90), QColor(0, 0, 0, 140)
_HANDLE_PX = 9.0
_RING_PX, _WIDE_RING_PX, _CROSS_PX = 13, 18, 5


def paint_frame(painter: QPainter, stage: Stage, frame: Frame) -> None:
    """Paint a frame, and darken the picture around it."""
    rect = stage.frame(frame)
    wide, high = stage.size
    outside, inside = QPainterPath(), QPainterPath()
    outside.addPolygon(stage.outline(Frame(wide / 2, high / 2, wide, high, 0.0)))
    outside.closeSubpath()
    inside.addRect(rect)
    painter.fillPath(outside.subtracted(inside), _SHADE)
    _paint_thirds(painter, rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((_HALO, 3.5), (_LINE, 1.6)):
        painter.setPen(QPen(colour, width))
        painter.drawRect(rect)
    _paint_handles(painter, rect)


def paint_focus(painter: QPainter, at: QPointF, *, is_set: bool, is_held: bool) -> None:
    """Paint a ring with a cross; it is dashed where it only follows from the faces.

    A second ring tells that the arrow keys move it.
    """
    style = Qt.PenStyle.SolidLine if is_set else Qt.PenStyle.DashLine
    colour = QColor(CURRENT)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(_HALO, 4.5), QPen(colour, 2, style)):
        painter.setPen(pen)
        painter.drawEllipse(at, _RING_PX, _RING_PX)
        for arm in (QPointF(_CROSS_PX, 0), QPointF(0, _CROSS_PX)):
            painter.drawLine(at - arm, at + arm)
    if is_held:
        painter.setPen(QPen(colour, 1.4))
        painter.drawEllipse(at, _WIDE_RING_PX, _WIDE_RING_PX)


def _paint_thirds(painter: QPainter, rect: QRectF) -> None:
    painter.setPen(QPen(_THIRDS, 1))
    for part in (1 / 3, 2 / 3):
        x, y = rect.left() + rect.width() * part, rect.top() + rect.height() * part
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def _paint_handles(painter: QPainter, rect: QRectF) -> None:
    painter.setPen(QPen(_HALO, 1))
    painter.setBrush(_LINE)
    half = QPointF(_HANDLE_PX / 2, _HANDLE_PX / 2)
    for x in (-1, 0, 1):
        for y in (-1, 0, 1):
            if (x, y) != (0, 0):
                at = rect.center() + QPointF(x * rect.width() / 2, y * rect.height() / 2)
                painter.drawRect(QRectF(at - half, at + half))
