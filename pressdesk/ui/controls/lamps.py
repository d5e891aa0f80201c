"""Five lamps that say what a caption tells and what it still lacks: who, where, when, credit, alt.

A lamp is a filled disc for what is said and a hollow one for what is missing, with its word;
the colour repeats it. The page paints lamps below its figures by the same functions.
"""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from pressdesk.ui.colours import Colours, colours_of

PARTS = ("who", "where", "when", "credit", "alt")


def word_of(part: str) -> str:
    """Give the word beside a lamp."""
    translate = QCoreApplication.translate
    return {
        "who": translate("Lamps", "who"),
        "where": translate("Lamps", "where"),
        "when": translate("Lamps", "when"),
        "credit": translate("Lamps", "credit"),
        "alt": translate("Lamps", "alt"),
    }[part]


def sentence_of(part: str, is_said: bool) -> str:
    """Say what a lamp means."""
    translate = QCoreApplication.translate
    said, missing = {
        "who": (
            translate("Lamps", "The caption says who is in the picture."),
            translate("Lamps", "The caption does not say who is in the picture."),
        ),
        "where": (
            translate("Lamps", "The caption says where the picture was taken."),
            translate("Lamps", "The caption does not say where the picture was taken."),
        ),
        "when": (
            translate("Lamps", "The caption says when the picture was taken."),
            translate("Lamps", "The caption does not say when the picture was taken."),
        ),
        "credit": (
            translate("Lamps", "The picture has a credit."),
            translate("Lamps", "The picture has no credit."),
        ),
        "alt": (
            translate("Lamps", "The picture is described for people who cannot see it."),
            translate("Lamps", "The picture is not described for people who cannot see it."),
        ),
    }[part]
    return said if is_said else missing


def lay_out(
    parts: Collection[str], metrics: QFontMetrics, width: int, direction: Qt.LayoutDirection
) -> dict[str, QRect]:
    """Place lamps side by side, in as many lines as a width in pixels asks for."""
    places: dict[str, QRect] = {}
    x, y, height = 0, 0, metrics.height()
    for part in parts:
        size = QSize(round(height * 0.9) + metrics.horizontalAdvance(word_of(part)), height)
        if x and x + size.width() > width:
            x, y = 0, y + round(height * 1.3)
        places[part] = QRect(QPoint(x, y), size)
        x += size.width() + round(height * 0.9)
    if direction == Qt.LayoutDirection.RightToLeft:
        for place in places.values():
            place.moveRight(width - 1 - place.left())
    return places


def draw_lamps(
    painter: QPainter,
    places: Mapping[str, QRect],
    said: Collection[str],
    colours: Colours,
    direction: Qt.LayoutDirection,
) -> None:
    """Draw lamps at their places with the painter's font."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    is_mirrored = direction == Qt.LayoutDirection.RightToLeft
    for part, place in places.items():
        is_said = part in said
        height = place.height()
        radius = height * 0.28
        centre = height * 0.35
        x = place.right() + 1 - centre if is_mirrored else place.left() + centre
        disc = QRectF(x - radius, place.top() + height / 2 - radius, 2 * radius, 2 * radius)
        pen_px = max(height / 9, 1.5)
        colour = QColor(colours.good if is_said else colours.danger)
        painter.setPen(QPen(colour, pen_px))
        painter.setBrush(QBrush(colour) if is_said else QBrush(Qt.BrushStyle.NoBrush))
        inset = pen_px / 2
        painter.drawEllipse(disc.adjusted(inset, inset, -inset, -inset))
        painter.setPen(QColor(colours.muted if is_said else colours.danger))
        beside = Qt.AlignmentFlag.AlignLeft if is_mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(place, beside | Qt.AlignmentFlag.AlignVCenter, word_of(part))
    painter.restore()


class LampRow(QLabel):
    """The lamps of one picture; a sentence for each shows under the mouse."""

    def __init__(self, parent: QWidget | None = None, *, parts: tuple[str, ...] = PARTS) -> None:
        super().__init__(parent)
        self._parts = parts
        self._said: frozenset[str] = frozenset()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_said(())

    @property
    def said(self) -> frozenset[str]:
        """What is said."""
        return self._said

    def show_said(self, parts: Collection[str]) -> None:
        """Light the lamps of what is said; the others are missing."""
        self._said = frozenset(parts) & frozenset(self._parts)
        missing = [word_of(part) for part in self._parts if part not in self._said]
        if missing:
            self.setAccessibleName(self.tr("The caption lacks: {0}").format(", ".join(missing)))
        else:
            self.setAccessibleName(self.tr("The caption lacks nothing"))
        sentences = (sentence_of(part, part in self._said) for part in self._parts)
        self.setAccessibleDescription(" ".join(sentences))
        self.update()

    def part_at(self, position: QPoint) -> str:
        """Tell which lamp is at a place of this widget, or "" where there is none."""
        for part, place in self._places(self.width()).items():
            if place.adjusted(-4, -4, 4, 4).contains(position):
                return part
        return ""

    def sizeHint(self) -> QSize:
        return self._size(1 << 20)

    def minimumSizeHint(self) -> QSize:
        widest = max(place.width() for place in self._places(1 << 20).values())
        return QSize(widest, self.fontMetrics().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._size(width).height()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            part = self.part_at(event.pos())
            text = sentence_of(part, part in self._said) if part else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        places = self._places(self.width())
        colours = colours_of(self.palette())
        draw_lamps(painter, places, self._said, colours, self.layoutDirection())

    def _places(self, width: int) -> dict[str, QRect]:
        return lay_out(self._parts, self.fontMetrics(), width, self.layoutDirection())

    def _size(self, width: int) -> QSize:
        places = lay_out(
            self._parts, self.fontMetrics(), width, Qt.LayoutDirection.LeftToRight
        ).values()
        return QSize(max(map(QRect.right, places)) + 1, max(map(QRect.bottom, places)) + 1)
