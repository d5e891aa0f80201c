"""What is read and not pressed: badges of a state, headings, lines between parts."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from pressdesk.ui.colours import colours_of
from pressdesk.ui.controls.painting import Kind, bold_font, draw_box, tone


class Pill(QLabel):
    """A state in a rounded badge; the word says it, the colour of its kind only helps."""

    def __init__(self, text: str = "", kind: Kind = "neutral", parent: QWidget | None = None):
        super().__init__(text, parent)
        self._kind: Kind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(bold_font())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def kind(self) -> Kind:
        """Which colours it has."""
        return self._kind

    def show_state(self, text: str, kind: Kind) -> None:
        """Show another state."""
        self._kind = kind
        self.setText(text)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        height = metrics.height() + 2 * round(metrics.height() * 0.2)
        return QSize(max(metrics.horizontalAdvance(self.text()) + height, height), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tone(colours_of(self.palette()), self._kind)
        painter = QPainter(self)
        draw_box(painter, self.rect(), self.height() / 2, colours.ground, colours.edge)
        painter.setPen(QColor(colours.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class SectionLabel(QLabel):
    """The heading of a part of a panel or screen."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(bold_font())


class Divider(QWidget):
    """A thin line between two parts."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_level = orientation == Qt.Orientation.Horizontal
        along, across = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(*((along, across) if self._is_level else (across, along)))

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours_of(self.palette()).line))
