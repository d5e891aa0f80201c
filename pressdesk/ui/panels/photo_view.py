"""The list of photos and the keys it takes."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from pressdesk.ui.document import Document
from pressdesk.ui.panels.photo_delegate import ROW_GAP_PX, THUMB_PX, PhotoDelegate
from pressdesk.ui.panels.photo_list import PhotosModel
from pressdesk.ui.panels.rows import Index
from pressdesk.ui.pictures import Pictures


class PhotosView(QListView):
    """The list: a photo is dragged from it into the page; Delete removes, Enter goes on."""

    chosen = Signal(str)
    """Id of the current photo, or ""."""
    entered = Signal()
    removal_wanted = Signal()

    def __init__(
        self,
        document: Document,
        model: PhotosModel,
        pictures: Pictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("photosList")
        self.setAccessibleName(self.tr("Photos of the release"))
        self._model = model
        self.setModel(model)
        self.setItemDelegate(PhotoDelegate(document, pictures, model))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def choose(self, photo_id: str) -> None:
        """Make a photo the current one."""
        row = self._model.row_of(photo_id)
        self.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())

    @property
    def current_id(self) -> str:
        use = self._model.use(self.currentIndex())
        return use.photo.id if use else ""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        use = self._model.use(current)
        self.chosen.emit(use.photo.id if use else "")

    def minimumSizeHint(self) -> QSize:
        return QSize(120, THUMB_PX.height() + 2 * ROW_GAP_PX)

    def sizeHint(self) -> QSize:
        height = max(self.sizeHintForRow(0), 0)
        return QSize(300, min(self._model.rowCount(), 4) * height + ROW_GAP_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.current_id and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif self.current_id and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
