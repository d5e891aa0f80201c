"""The grid of photos and the keys it takes."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from pressdesk.ui.document import Document
from pressdesk.ui.panels.rows import Index
from pressdesk.ui.photo_desk.sheet_delegate import SheetDelegate
from pressdesk.ui.photo_desk.sheet_model import SheetModel
from pressdesk.ui.pictures import Pictures

_RATINGS = {getattr(Qt.Key, f"Key_{stars}"): stars for stars in range(6)}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SheetView(QListView):
    """The grid: Space looks, Enter opens, 0 to 5 rate, Delete removes, Ctrl+Enter uses."""

    chosen_changed = Signal()
    """Other photos are selected, or another is the current one."""
    opened = Signal(str)
    """Id of the photo to be captioned."""
    look_wanted = Signal()
    rated = Signal(int)
    removal_wanted = Signal()
    place_wanted = Signal()
    attach_wanted = Signal()

    def __init__(
        self,
        document: Document,
        model: SheetModel,
        pictures: Pictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("contactSheetView")
        self.setAccessibleName(self.tr("Photos of the release"))
        self._model = model
        self._delegate = SheetDelegate(document, pictures, model)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(self._open)

    @property
    def current_id(self) -> str:
        """Id of the photo that the keyboard is on, or ""."""
        photo = self._model.photo(self.currentIndex())
        return photo.id if photo else ""

    @property
    def chosen(self) -> list[str]:
        """Ids of the selected photos, in the order in which they are shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        photos = (self._model.photo(self._model.index(row)) for row in rows)
        return [photo.id for photo in photos if photo]

    def choose(self, photo_ids: Iterable[str], current: str = "") -> None:
        """Select photos, and go to one of them; what is not shown is left out."""
        rows = [row for row in map(self._model.row_of, photo_ids) if row >= 0]
        selection = QItemSelection()
        for row in rows:
            selection.select(self._model.index(row), self._model.index(row))
        at = self._model.row_of(current) if current else -1
        place = at if at >= 0 else (rows[0] if rows else -1)
        flag = QItemSelectionModel.SelectionFlag
        if place >= 0:
            index = self._model.index(place)
            self.selectionModel().setCurrentIndex(index, flag.NoUpdate)
            self.scrollTo(index)
        self.selectionModel().select(selection, flag.ClearAndSelect)
        self.chosen_changed.emit()

    def step(self, by: int) -> str:
        """Go to another photo, so many places on; gives its id, or "" at the end."""
        row = self.currentIndex().row() + by
        ids = self._model.shown
        if not 0 <= row < len(ids):
            return ""
        self.choose([ids[row]])
        return ids[row]

    def fit(self) -> None:
        """Give the cells the size that fills the width."""
        size = self._delegate.cell_size(self.viewport().width() - 1, self.font())
        if size != self.gridSize():
            self.setGridSize(size)
            self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen_changed.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            index = self.indexAt(event.position().toPoint())
            if index.isValid() and not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
            return  # the selection stays for the menu
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        work = self._work_of(event)
        if work is None:
            super().keyPressEvent(event)
        elif self.current_id:
            work()

    def _work_of(self, event: QKeyEvent):
        key, held = Qt.Key(event.key()), event.modifiers()
        held &= ~Qt.KeyboardModifier.KeypadModifier
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        if held == Qt.KeyboardModifier.NoModifier:
            if key in _RATINGS:
                return lambda: self.rated.emit(_RATINGS[key])
            return {
                Qt.Key.Key_Space: self.look_wanted.emit,
                Qt.Key.Key_Delete: self.removal_wanted.emit,
                **dict.fromkeys(_ENTER, self._open),
            }.get(key)
        if key in _ENTER and held == control:
            return self.place_wanted.emit
        if key in _ENTER and held == control | shift:
            return self.attach_wanted.emit
        if event.matches(QKeySequence.StandardKey.Backspace):
            return self.removal_wanted.emit
        return None

    def _open(self) -> None:
        if self.current_id:
            self.opened.emit(self.current_id)
