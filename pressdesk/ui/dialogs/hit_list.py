"""All places where a text was found, one a line."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pressdesk.model.release import Release
from pressdesk.model.search import Hit
from pressdesk.ui.colours import colours_of
from pressdesk.ui.controls.painting import bold_font, draw_box
from pressdesk.ui.dialogs.field_words import told_field

Index = QModelIndex | QPersistentModelIndex

_HIT = Qt.ItemDataRole.UserRole
_MOST_LINES = 6


class HitList(QListView):
    """Hits with the name of their field and the words around them."""

    hit_chosen = Signal(int)
    """Number of the hit that was pressed, from 0."""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hits = _Hits(self)
        self.setModel(self._hits)
        self.setItemDelegate(_HitPainter(self))
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def show_hits(self, hits: tuple[Hit, ...], release: Release) -> None:
        """Show hits in place of those shown before."""
        self._hits.put(hits, release)
        self.updateGeometry()

    def set_current(self, number: int) -> None:
        """Mark a hit, without telling that it was chosen."""
        self.setCurrentIndex(self._hits.index(number))

    def sizeHint(self) -> QSize:
        lines = min(max(self._hits.rowCount(), 1), _MOST_LINES)
        height = lines * max(self.sizeHintForRow(0), 24) + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def _tell(self, index: QModelIndex) -> None:
        self.hit_chosen.emit(index.row())


class _Hits(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()
        self._release: Release | None = None

    def put(self, hits: tuple[Hit, ...], release: Release) -> None:
        self.beginResetModel()
        self._hits, self._release = hits, release
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._release is None:
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{told_field(hit.where, self._release)}: {hit.context}"
            case Qt.ItemDataRole.ToolTipRole:
                return told_field(hit.where, self._release)
            case Qt.ItemDataRole.UserRole:
                return hit
            case _:
                return None


class _HitPainter(QStyledItemDelegate):
    """Paints the name of the field, and the words with what was found in bold."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = option.fontMetrics.height()  # pyright: ignore[reportAttributeAccessIssue]
        return QSize(10, round(height * 1.7))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Hit = index.data(_HIT)
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        colours = colours_of(option.palette)  # pyright: ignore[reportAttributeAccessIssue]
        metrics = painter.fontMetrics()
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            draw_box(painter, rect, metrics.height() * 0.3, colours.accent_soft, None)
        inner = rect.adjusted(10, 0, -10, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setPen(QColor(colours.muted))
        column = metrics.averageCharWidth() * 18
        name = index.data(Qt.ItemDataRole.ToolTipRole)
        name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, column - 8)
        painter.drawText(inner, flags, name)
        inner.setLeft(inner.left() + column)
        bold = painter.font()
        bold.setBold(bold_font().bold())
        plain = painter.font()
        # what was found stays in sight: the words before it give way first
        room = inner.width() // 2
        before = metrics.elidedText(hit.before, Qt.TextElideMode.ElideLeft, room)
        for text, font, colour in (
            (before, plain, colours.ink),
            (hit.text.replace("\n", " "), bold, colours.accent),
            (hit.after, plain, colours.ink),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, inner.width()
            )
            painter.drawText(inner, flags, shown)
            inner.setLeft(inner.left() + painter.fontMetrics().horizontalAdvance(shown))
        painter.restore()
