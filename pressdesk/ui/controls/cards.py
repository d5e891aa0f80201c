"""Rounded frames: cards that are pressed as a whole, and notes that hold a message."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from pressdesk.ui.colours import colours_of
from pressdesk.ui.controls.painting import (
    TARGET_PX,
    Kind,
    draw_box,
    draw_ring,
    radius_of,
    tone,
)

_BAR_PX = 3


class Card(QAbstractButton):
    """A frame that is a button: what is laid out in it belongs to what a press opens or chooses.

    Mouse, Space and Enter press it. Buttons in it are their own.
    """

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(TARGET_PX, TARGET_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        fill = colours.accent_soft if self.isDown() or self.isChecked() else colours.paper
        edge = colours.line
        if self.isChecked():
            edge = colours.accent
        elif self.isEnabled() and self.underMouse():
            edge = colours.edge
        painter = QPainter(self)
        radius = radius_of(self) * 1.5
        draw_box(painter, self.rect(), radius, fill, edge)
        if self.hasFocus():
            draw_ring(painter, self.rect(), radius, colours.accent)


class Note(QFrame):
    """A frame around a message: its kind is a bar at the side where reading begins.

    ``tinted`` fills it with the kind's colour, for what must not be overlooked.
    """

    def __init__(
        self, kind: Kind = "neutral", parent: QWidget | None = None, *, tinted: bool = False
    ) -> None:
        super().__init__(parent)
        self._kind: Kind = kind
        self._tinted = tinted

    @property
    def kind(self) -> Kind:
        """Which colours it has."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Show another kind."""
        self._kind = kind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        shades = tone(colours, self._kind)
        painter = QPainter(self)
        radius = radius_of(self) * 1.2
        if self._tinted:
            draw_box(painter, self.rect(), radius, shades.ground, shades.edge)
            return
        draw_box(painter, self.rect(), radius, colours.paper, colours.line)
        if self._kind != "neutral":
            self._draw_bar(painter, radius, shades.line)

    def _draw_bar(self, painter: QPainter, radius: float, colour: str) -> None:
        bar = QRect(0, 0, _BAR_PX, self.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            bar.moveRight(self.width() - 1)
        shape = QPainterPath()
        shape.addRoundedRect(self.rect(), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(bar)
        painter.fillPath(shape, QColor(colour))
