"""How the list of photos looks: picture, beginning of the caption, and marks."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pressdesk.model.photo import Photo
from pressdesk.ui.colours import Colours, colours_of
from pressdesk.ui.controls.lamps import draw_lamps, lay_out
from pressdesk.ui.controls.painting import draw_box, tone
from pressdesk.ui.document import Document
from pressdesk.ui.panels.photo_list import PhotoRow, PhotosModel
from pressdesk.ui.panels.rows import ROW, WRAPS, Index, paint_chosen, two_lines
from pressdesk.ui.pictures import Pictures

THUMB_PX = QSize(96, 64)
_SIDE, _GAP, _BESIDE = 14, 9, 12


class PhotoDelegate(QStyledItemDelegate):
    """Paints a photo with two lines of its caption, its standing, and what it lacks."""

    def __init__(self, document: Document, pictures: Pictures, model: PhotosModel) -> None:
        super().__init__(model)
        self._document = document
        self._pictures = pictures
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PhotoRow = index.data(ROW)
        colours = colours_of(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chosen(painter, option, colours)
        inner = option.rect.adjusted(_SIDE, _GAP, -_SIDE, -_GAP)
        self._paint_picture(painter, QRect(inner.topLeft(), THUMB_PX), row.use.photo, colours)
        words = inner.adjusted(THUMB_PX.width() + _BESIDE, -2, 0, 0)
        fault = self._pictures.fault(row.use.photo)
        painter.setFont(option.font)
        painter.setPen(QColor(colours.danger if fault else colours.ink))
        text = fault or self._model.title(row.use)
        painter.drawText(words, WRAPS, two_lines(option.fontMetrics, text, words.width()))
        words.setTop(words.top() + 2 * option.fontMetrics.lineSpacing() + 4)
        self._paint_marks(painter, option, row, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        room = width - 2 * _SIDE - THUMB_PX.width() - _BESIDE
        marks = self._marks(option, index.data(ROW), room).height
        words = 2 * option.fontMetrics.lineSpacing() + marks + 2
        return QSize(width, max(THUMB_PX.height(), words) + 2 * _GAP)

    def _paint_picture(self, painter: QPainter, box: QRect, photo: Photo, colours: Colours) -> None:
        draw_box(painter, box, 3, colours.line, None)
        keep = Qt.AspectRatioMode.KeepAspectRatio
        place = QRect(box.topLeft(), QSize(photo.width, photo.height).scaled(box.size(), keep))
        place.moveCenter(box.center())
        width_px = round(place.width() * painter.device().devicePixelRatioF())
        image = self._pictures.image(photo, self._document.assets, width_px)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        elif self._pictures.fault(photo):
            painter.setPen(QColor(colours.danger))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")

    def _paint_marks(
        self, painter: QPainter, option: QStyleOptionViewItem, row: PhotoRow, room: QRect
    ) -> None:
        """Paint how it is used, and behind it a lamp for each thing that is missing."""
        colours = colours_of(option.palette)
        marks = self._marks(option, row, room.width())
        painter.setFont(_small(option.font))
        if marks.standing:
            shades = tone(colours, "accent" if row.use.is_lead else "neutral")
            pill = marks.pill.translated(room.topLeft())
            draw_box(painter, pill, 4, shades.ground, shades.edge)
            painter.setPen(QColor(shades.text))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, marks.standing)
        lamps = {part: place.translated(room.topLeft()) for part, place in marks.lamps.items()}
        draw_lamps(painter, lamps, (), colours, option.direction)

    def _marks(self, option: QStyleOptionViewItem, row: PhotoRow, width: int) -> "_Marks":
        """Place the marks of a row in a width; where they don't fit side by side, in lines."""
        metrics = QFontMetrics(_small(option.font))
        standing = self._model.standing(row.use)
        pill = QRect(0, 0, metrics.horizontalAdvance(standing) + 12, metrics.height() + 2)
        if not standing:
            pill = QRect()
        beside = lay_out(row.missing, metrics, width - pill.width() - 10, option.direction)
        fits = all(place.right() < width - pill.width() - 10 for place in beside.values())
        if fits and len({place.top() for place in beside.values()}) <= 1:
            x, y = (pill.width() + 10 if standing else 0), 1
        else:
            beside = lay_out(row.missing, metrics, width, option.direction)
            x, y = 0, (pill.height() + 3 if standing else 1)
        lamps = {part: place.translated(x, y) for part, place in beside.items()}
        bottoms = [pill.bottom(), *(place.bottom() for place in lamps.values())]
        return _Marks(standing, pill, lamps, max(bottoms) + 1)


class _Marks(NamedTuple):
    standing: str
    pill: QRect
    lamps: dict[str, QRect]
    height: int


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small


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
        return QSize(120, THUMB_PX.height() + 2 * _GAP)

    def sizeHint(self) -> QSize:
        height = max(self.sizeHintForRow(0), 0)
        return QSize(300, min(self._model.rowCount(), 4) * height + _GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.current_id and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif self.current_id and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
