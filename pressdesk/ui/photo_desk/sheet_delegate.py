"""How a photo looks on the contact sheet: picture, name, stars, flags, and what it lacks."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from pressdesk.model.rows import shown_size
from pressdesk.photos.contact_sheet import Flag
from pressdesk.photos.target import GLANCE
from pressdesk.ui.colours import Colours, colours_of
from pressdesk.ui.controls.lamps import draw_lamps, lay_out
from pressdesk.ui.controls.painting import draw_box, tone
from pressdesk.ui.document import Document
from pressdesk.ui.panels.rows import ROW, WRAPS, Index, paint_chosen, two_lines
from pressdesk.ui.photo_desk.sheet_model import ArrivingCell, Cell, PhotoCell, SheetModel
from pressdesk.ui.photo_desk.words import flag_kind, flag_words, stars
from pressdesk.ui.pictures import Pictures

_LEAST_PX, _LEAST_LETTERS = 208, 26
_EDGE = 12
_PICTURE_SHAPE = 2 / 3
_MOST_FITTED = 80
"""Pictures at the size of their cells: some screens full, of 0.1 MB each."""
_LINES = 3
"""Of flags and lamps; a photo has two as a rule, and three where much is wrong."""


class SheetDelegate(QStyledItemDelegate):
    """Paints a cell; all cells of a sheet have one size, which fills its width."""

    def __init__(self, document: Document, pictures: Pictures, model: SheetModel) -> None:
        super().__init__(model)
        self._document = document
        self._pictures = pictures
        self._model = model
        self._fitted: OrderedDict[tuple[int, int, int], QImage] = OrderedDict()

    def cell_size(self, width_px: int, font: QFont) -> QSize:
        """Give the size of the cells on a sheet of a width."""
        metrics = QFontMetrics(font)
        least = max(_LEAST_PX, metrics.averageCharWidth() * _LEAST_LETTERS)
        columns = max(width_px // least, 1)
        width = max(min(width_px // columns, round(least * 1.5)), 80)
        lines = QFontMetrics(_small(font)).height() + 6
        picture = round((width - 2 * _EDGE) * _PICTURE_SHAPE)
        return QSize(width, picture + metrics.height() + _LINES * lines + 2 * _EDGE + 8)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        return view.gridSize() if isinstance(view, QListView) else QSize(_LEAST_PX, 240)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = index.data(ROW)
        colours = colours_of(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chosen(painter, option, colours)
        inner = option.rect.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        box = QRect(inner.left(), inner.top(), inner.width(), self._high(inner.width()))
        self._paint_picture(painter, box, cell, colours)
        words = inner.adjusted(0, box.height() + 6, 0, 0)
        painter.setFont(option.font)
        self._paint_name(painter, words, cell, colours, option)
        words.setTop(words.top() + option.fontMetrics.height() + 4)
        painter.setFont(_small(option.font))
        if isinstance(cell, PhotoCell):
            self._paint_marks(painter, words, cell, colours, option)
        else:
            painter.setPen(QColor(colours.danger if cell.told else colours.muted))
            metrics = QFontMetrics(painter.font())
            told = two_lines(metrics, cell.told or self.tr("Being read…"), words.width())
            painter.drawText(words, WRAPS, told)
        painter.restore()

    def _high(self, width: int) -> int:
        return round(width * _PICTURE_SHAPE)

    def _paint_picture(self, painter: QPainter, box: QRect, cell: Cell, colours: Colours) -> None:
        if isinstance(cell, ArrivingCell):
            image, size = cell.image, cell.image.size() if cell.image else QSize(3, 2)
        else:
            image = self._pictures.image(cell.photo, self._document.assets, GLANCE.width_px)
            size = QSize(*shown_size(cell.photo))
        place = QRect(box.topLeft(), size.scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(box.center())
        if image is None:
            draw_box(painter, place, 3, colours.line, None)
            assets = self._document.assets
            if isinstance(cell, PhotoCell) and self._pictures.fault(cell.photo, assets):
                painter.setPen(QColor(colours.danger))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(0.55 if isinstance(cell, ArrivingCell) and cell.told else 1.0)
        painter.drawImage(place, self._fitting(image, place.size(), painter))
        painter.setOpacity(1.0)

    def _fitting(self, image: QImage, size: QSize, painter: QPainter) -> QImage:
        """Give a picture as large as it is painted; to scale all anew each time takes too long."""
        wanted = size * painter.device().devicePixelRatioF()
        if image.width() <= wanted.width():
            return image
        key = image.cacheKey(), wanted.width(), wanted.height()
        if key not in self._fitted:
            self._fitted[key] = image.scaled(
                wanted,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            if len(self._fitted) > _MOST_FITTED:
                self._fitted.popitem(last=False)
        self._fitted.move_to_end(key)
        return self._fitted[key]

    def _paint_name(
        self,
        painter: QPainter,
        room: QRect,
        cell: Cell,
        colours: Colours,
        option: QStyleOptionViewItem,
    ) -> None:
        metrics = option.fontMetrics
        line = QRect(room.left(), room.top(), room.width(), metrics.height())
        rating = stars(cell.photo.rating) if isinstance(cell, PhotoCell) else ""
        beside = metrics.horizontalAdvance(rating) + 8 if rating else 0
        name = cell.photo.name if isinstance(cell, PhotoCell) else cell.name
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left, right = (beside, 0) if is_mirrored else (0, -beside)
        painter.setPen(QColor(colours.ink))
        cut = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, line.width() - beside)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            line.adjusted(left, 0, right, 0), Qt.AlignmentFlag.AlignLeading | middle, cut
        )
        painter.setPen(QColor(colours.warning))
        painter.drawText(line, Qt.AlignmentFlag.AlignTrailing | middle, rating)

    def _paint_marks(
        self,
        painter: QPainter,
        room: QRect,
        cell: PhotoCell,
        colours: Colours,
        option: QStyleOptionViewItem,
    ) -> None:
        """Paint the lamps of what is missing, and below them the flags."""
        metrics = QFontMetrics(painter.font())
        lamps = lay_out(cell.on_sheet.missing, metrics, room.width(), option.direction)
        below = max((place.bottom() + 5 for place in lamps.values()), default=0)
        places = {part: place.translated(room.topLeft()) for part, place in lamps.items()}
        draw_lamps(painter, places, (), colours, option.direction)
        self._paint_flags(
            painter, room.adjusted(0, below, 0, 0), _worded(cell.flags, cell.like), colours
        )

    def _paint_flags(
        self,
        painter: QPainter,
        room: QRect,
        flags: Sequence[tuple[Flag, str]],
        colours: Colours,
    ) -> None:
        """Paint flags side by side; those without room are counted in the last place."""
        metrics = QFontMetrics(painter.font())
        high = metrics.height() + 2
        x, y = room.left(), room.top()
        more_px = metrics.horizontalAdvance("+9") + 4
        for at, (flag, words) in enumerate(flags):
            is_last_line = y + 2 * high + 4 > room.bottom() + 4
            is_last = at == len(flags) - 1
            spare = 0 if is_last or not is_last_line else more_px
            most = room.width() - spare
            width = min(metrics.horizontalAdvance(words) + 12, most)
            if x > room.left() and x + width > room.left() + most:
                if is_last_line:
                    painter.setPen(QColor(colours.muted))
                    rest = QRect(x, y, room.right() - x + 1, high)
                    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, f"+{len(flags) - at}")
                    return
                x, y = room.left(), y + high + 4
                width = min(metrics.horizontalAdvance(words) + 12, room.width())
            shades = tone(colours, flag_kind(flag))
            pill = QRect(x, y, width, high)
            draw_box(painter, pill, 4, shades.ground, shades.edge)
            painter.setPen(QColor(shades.text))
            cut = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, width - 8)
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, cut)
            x += width + 5


def _worded(flags: Sequence[Flag], like: str) -> list[tuple[Flag, str]]:
    return [(flag, flag_words(flag, like)) for flag in flags]


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small
