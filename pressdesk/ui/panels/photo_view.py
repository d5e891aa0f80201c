"""How the list of photos looks: picture, beginning of the caption, and marks."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pressdesk.model.uses import PhotoUse
from pressdesk.ui.colours import Colours, colours_of
from pressdesk.ui.document import Document
from pressdesk.ui.panels.people_list import ROW, Index
from pressdesk.ui.panels.photo_list import PhotosModel
from pressdesk.ui.pictures import Pictures

THUMB_PX = QSize(96, 64)
_SIDE, _GAP = 10, 8
_WRAPS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class PhotoDelegate(QStyledItemDelegate):
    """Paints a photo with the first two lines of its caption."""

    def __init__(self, document: Document, pictures: Pictures, model: PhotosModel) -> None:
        super().__init__(model)
        self._document = document
        self._pictures = pictures
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        use: PhotoUse = index.data(ROW)
        colours = colours_of(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chosen(painter, option, colours)
        fault = self._pictures.fault(use.photo)
        rect = option.rect.adjusted(_SIDE, _GAP, -_SIDE, -_GAP)
        self._paint_picture(painter, QRect(rect.topLeft(), THUMB_PX), use, colours)
        words = rect.adjusted(THUMB_PX.width() + 10, -2, 0, 0)
        line = option.fontMetrics.lineSpacing()
        painter.setFont(option.font)
        painter.setPen(QColor(colours.danger if fault else colours.ink))
        text = fault or self._model.title(use)
        first = QRect(words.left(), words.top(), words.width(), 2 * line)
        painter.drawText(first, _WRAPS, two_lines(option.fontMetrics, text, words.width()))
        self._paint_standing(painter, option, use, words.adjusted(0, 2 * line + 3, 0, 0))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = max(THUMB_PX.height(), 3 * option.fontMetrics.lineSpacing() + 7) + 2 * _GAP
        return QSize(THUMB_PX.width() + 100, height)

    def _paint_picture(
        self, painter: QPainter, box: QRect, use: PhotoUse, colours: Colours
    ) -> None:
        painter.fillRect(box, QColor(colours.line))
        photo = use.photo
        fitting = QSize(photo.width, photo.height).scaled(
            box.size(), Qt.AspectRatioMode.KeepAspectRatio
        )
        ratio = painter.device().devicePixelRatioF()
        image = self._pictures.image(photo, self._document.assets, round(fitting.width() * ratio))
        if image is not None:
            place = QRect(box.topLeft(), fitting)
            place.moveCenter(box.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        elif self._pictures.fault(photo):
            painter.setPen(QColor(colours.danger))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "!")

    def _paint_standing(
        self, painter: QPainter, option: QStyleOptionViewItem, use: PhotoUse, room: QRect
    ) -> None:
        words = self._model.standing(use)
        if not words:
            return
        colours = colours_of(option.palette)
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.9)
        metrics = QFontMetrics(font)
        height = metrics.height() + 2
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() - 12)
        pill = QRect(room.left(), room.top(), metrics.horizontalAdvance(words) + 12, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft if use.is_lead else colours.line))
        painter.drawRoundedRect(pill, 4, 4)
        painter.setFont(font)
        painter.setPen(QColor(colours.accent if use.is_lead else colours.ink))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), words)


def paint_chosen(painter: QPainter, option: QStyleOptionViewItem, colours: Colours) -> None:
    """Paint the ground of a chosen row, with a line around it where it has the focus."""
    if not option.state & QStyle.StateFlag.State_Selected:
        return
    has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colours.accent_soft))
    painter.setPen(QColor(colours.accent) if has_focus else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(option.rect.adjusted(2, 1, -3, -2), 5, 5)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def two_lines(metrics: QFontMetrics, text: str, width_px: int) -> str:
    """Give as much of a text as two lines of a width hold, with a … where there is more."""
    room = QRect(0, 0, width_px, 100_000)
    text = " ".join(text.split())
    if metrics.boundingRect(room, _WRAPS, text).height() <= 2 * metrics.lineSpacing():
        return text
    low, high = 0, min(len(text), 400)
    while low < high:
        middle = (low + high + 1) // 2
        tried = text[:middle].rstrip() + "…"
        fits = metrics.boundingRect(room, _WRAPS, tried).height() <= 2 * metrics.lineSpacing()
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + "…"


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
        self.setUniformItemSizes(True)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.current_id and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif self.current_id and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
