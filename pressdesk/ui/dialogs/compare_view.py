"""The list in which two releases stand side by side, with stops at what differs."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from pressdesk.ui.dialogs.compare_painter import ComparePainter
from pressdesk.ui.dialogs.compare_rows import Row
from pressdesk.ui.dialogs.compare_words import Side
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.rows import ROW, Index
from pressdesk.ui.pictures import Pictures


class CompareView(QListView):
    """Rows of a comparison; Enter, Space or a click unfolds what is folded."""

    moved = Signal(int)
    """The number of the change that is current, from 0; -1 where none is."""

    def __init__(
        self,
        before: Side,
        after: Side,
        pictures: Pictures,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compareList")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(ComparePainter(self, before, after, pictures, icons))
        self.verticalScrollBar().setSingleStep(self.fontMetrics().height() * 2)
        self.clicked.connect(self._unfold)
        pictures.ready.connect(self._repaint)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows in place of those shown before."""
        self._rows.put(rows)
        self.scrollToTop()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return tuple(self._rows.rows)

    @property
    def changes(self) -> list[int]:
        """The places of the rows that are stops."""
        return [at for at, row in enumerate(self._rows.rows) if row.is_stop]

    def has_before(self) -> bool:
        """Tell whether a change stands before the current row."""
        return any(stop < self.currentIndex().row() for stop in self.changes)

    def step(self, by: int) -> bool:
        """Go to the next change (1), or the one before (-1); False where there is none."""
        at = self.currentIndex().row()
        if by > 0:
            place = next((stop for stop in self.changes if stop > at), None)
        else:
            place = next((stop for stop in reversed(self.changes) if stop < at), None)
        if place is None:
            return False
        index = self._rows.index(place)
        self.setCurrentIndex(index)
        is_high = self.visualRect(index).height() > self.viewport().height()
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtTop if is_high else hint.PositionAtCenter)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        stops = self.changes
        self.moved.emit(stops.index(current.row()) if current.row() in stops else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._unfold(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.scheduleDelayedItemsLayout()

    def _repaint(self, _: str) -> None:
        self.viewport().update()

    def _copy(self) -> None:
        row = self.currentIndex().data(ROW)
        if row is not None:
            QGuiApplication.clipboard().setText(row.spoken)

    def _unfold(self, index: Index) -> None:
        row = index.data(ROW)
        if row is None or row.kind != "fold":
            return
        place = index.row()
        self._rows.unfold(place)
        self.setCurrentIndex(self._rows.index(place))


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def put(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def unfold(self, place: int) -> None:
        folded = self.rows[place].folded
        self.beginRemoveRows(self.index(-1), place, place)
        del self.rows[place]
        self.endRemoveRows()
        self.beginInsertRows(self.index(-1), place, place + len(folded) - 1)
        self.rows[place:place] = folded
        self.endInsertRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].kind == "section":
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.AccessibleDescriptionRole if row.kind == "fold":
                return self.tr("Press Enter to show it")
            case Qt.ItemDataRole.UserRole:
                return row
            case _:
                return None
