"""What the painted widgets have in common: kinds, rounded boxes, a ring for the focus."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from pressdesk.ui.colours import Colours, mixed

Kind = Literal["neutral", "accent", "good", "warning", "danger"]

TARGET_PX = 24
"""Least width and height of what can be pressed (WCAG 2.2, 2.5.8)."""
RING_PX = 2.0


class Tone(NamedTuple):
    """The colours of a kind."""

    text: str
    ground: str
    line: str
    """Bars and edges that stand for the kind."""

    @property
    def edge(self) -> QColor:
        """Border of a box filled with the ground."""
        return mixed(self.line, self.ground, 0.4)


def tone(colours: Colours, kind: Kind) -> Tone:
    """Give the colours of a kind of message or state."""
    return {
        "neutral": Tone(colours.ink, colours.chrome, colours.edge),
        "accent": Tone(colours.accent, colours.accent_soft, colours.accent),
        "good": Tone(colours.good, colours.good_soft, colours.good),
        "warning": Tone(colours.warning, colours.warning_soft, colours.amber),
        "danger": Tone(colours.danger, colours.danger_soft, colours.danger),
    }[kind]


def draw_box(
    painter: QPainter,
    box: QRect,
    radius: float,
    fill: QColor | str | None,
    edge: QColor | str | None,
    *,
    edge_px: float = 1.0,
) -> None:
    """Draw a rounded box, its edge inside of ``box``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), edge_px) if edge else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QBrush(QColor(fill)) if fill else QBrush(Qt.BrushStyle.NoBrush))
    inset = edge_px / 2 if edge else 0
    radius = min(radius, box.height() / 2) - inset
    painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def draw_ring(painter: QPainter, box: QRect, radius: float, colour: QColor | str) -> None:
    """Draw the ring that shows where the keyboard is."""
    draw_box(painter, box, radius, None, colour, edge_px=RING_PX)


def radius_of(widget: QWidget) -> float:
    """Give the radius of corners that goes with a widget's font, in pixels."""
    return widget.fontMetrics().height() * 0.4


def bold_font() -> QFont:
    """Make a font that is bold and leaves all else to the widget's surroundings."""
    font = QFont()
    font.setBold(True)
    return font
