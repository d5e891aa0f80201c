"""The heading of a part that folds: an arrow and words that wrap."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from pressdesk.ui.colours import colours_of
from pressdesk.ui.controls.painting import TARGET_PX, bold_font, draw_ring, radius_of

_WRAPS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class FoldButton(QAbstractButton):
    """A heading to press; it is checked while its part is open."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFont(bold_font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self._room(QRect(0, 0, width, 10_000))
        height = self.fontMetrics().boundingRect(room, _WRAPS, self.text()).height()
        return max(height + 8, TARGET_PX)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + self._arrow_px() + 18
        return QSize(width, self.heightForWidth(max(self.width(), 100)))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, TARGET_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_near = self.underMouse() or self.isDown()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ink if is_near else colours.muted))
        painter.drawPolygon(self._arrow())
        painter.setPen(QColor(colours.accent if is_near else colours.ink))
        painter.drawText(self._room(self.rect()), _WRAPS, self.text())
        if self.hasFocus():
            draw_ring(painter, self.rect(), radius_of(self), colours.accent)

    def _arrow_px(self) -> int:
        return self.fontMetrics().height()

    def _room(self, rect: QRect) -> QRect:
        start, end = round(self._arrow_px() * 0.56) + 12, 4
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            start, end = end, start
        return rect.adjusted(start, 0, -end, 0)

    def _arrow(self) -> QPolygonF:
        side = self._arrow_px() * 0.28
        x = side + 3
        y = self.height() / 2
        points = [(-side, -side / 2), (side, -side / 2), (0, side * 0.7)]
        if not self.isChecked():
            points = [(y_, x_) for x_, y_ in points]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
            points = [(-x_, y_) for x_, y_ in points]
        return QPolygonF([QPointF(x + x_, y + y_) for x_, y_ in points])
