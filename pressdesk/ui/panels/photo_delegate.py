"""How a row of the list of photos looks: picture, beginning of the caption, and marks."""

from collections.abc import Collection
from typing import Any, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from pressdesk.model.photo import Photo
from pressdesk.model.rows import shown_size
from pressdesk.ui.colours import Colours, colours_of
from pressdesk.ui.controls.lamps import draw_lamps, lay_out
from pressdesk.ui.controls.painting import draw_box, tone
from pressdesk.ui.document import Document
from pressdesk.ui.panels.photo_list import PhotoRow, PhotosModel
from pressdesk.ui.panels.rows import ROW, WRAPS, Index, paint_chosen, two_lines
from pressdesk.ui.pictures import Pictures

THUMB_PX = QSize(96, 64)
ROW_GAP_PX = 9
"""Above and below what a row shows."""

_MOST_KEPT = 500
_SIDE, _BESIDE = 14, 12


class PhotoDelegate(QStyledItemDelegate):
    """Paints a photo with two lines of its caption, its standing, and what it lacks."""

    def __init__(self, document: Document, pictures: Pictures, model: PhotosModel) -> None:
        super().__init__(model)
        self._document = document
        self._pictures = pictures
        self._model = model
        self._cuts: dict[tuple[str, int, str], str] = {}
        self._places: dict[tuple[object, ...], _Marks] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PhotoRow = index.data(ROW)
        colours = colours_of(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chosen(painter, option, colours)
        inner = option.rect.adjusted(_SIDE, ROW_GAP_PX, -_SIDE, -ROW_GAP_PX)
        self._paint_picture(painter, QRect(inner.topLeft(), THUMB_PX), row.use.photo, colours)
        words = inner.adjusted(THUMB_PX.width() + _BESIDE, -2, 0, 0)
        fault = self._pictures.fault(row.use.photo, self._document.assets)
        painter.setFont(option.font)
        painter.setPen(QColor(colours.danger if fault else colours.ink))
        text = fault or self._model.title(row.use)
        painter.drawText(words, WRAPS, self._fitted(option, text, words.width()))
        words.setTop(words.top() + 2 * option.fontMetrics.lineSpacing() + 4)
        self._paint_marks(painter, option, row, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        room = width - 2 * _SIDE - THUMB_PX.width() - _BESIDE
        marks = self._marks(option, index.data(ROW), room).height
        words = 2 * option.fontMetrics.lineSpacing() + marks + 2
        return QSize(width, max(THUMB_PX.height(), words) + 2 * ROW_GAP_PX)

    def _fitted(self, option: QStyleOptionViewItem, text: str, width: int) -> str:
        """Cut a text to two lines; cuts are kept, for scrolling asks for them again."""
        key = text, width, option.font.key()
        if key not in self._cuts:
            _make_room(self._cuts)
            self._cuts[key] = two_lines(option.fontMetrics, text, width)
        return self._cuts[key]

    def _marks(self, option: QStyleOptionViewItem, row: PhotoRow, width: int) -> "_Marks":
        """Place the marks of a row in a width; these places are kept too."""
        standing = self._model.standing(row.use)
        key = standing, row.missing, width, option.font.key(), option.direction
        if key not in self._places:
            _make_room(self._places)
            metrics = QFontMetrics(_small(option.font))
            self._places[key] = _placed(standing, row.missing, metrics, width, option.direction)
        return self._places[key]

    def _paint_picture(self, painter: QPainter, box: QRect, photo: Photo, colours: Colours) -> None:
        draw_box(painter, box, 3, colours.line, None)
        keep = Qt.AspectRatioMode.KeepAspectRatio
        place = QRect(box.topLeft(), QSize(*shown_size(photo)).scaled(box.size(), keep))
        place.moveCenter(box.center())
        width_px = round(place.width() * painter.device().devicePixelRatioF())
        image = self._pictures.image(photo, self._document.assets, width_px)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        elif self._pictures.fault(photo, self._document.assets):
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


class _Marks(NamedTuple):
    standing: str
    pill: QRect
    lamps: dict[str, QRect]
    height: int


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small


def _placed(
    standing: str,
    missing: Collection[str],
    metrics: QFontMetrics,
    width: int,
    direction: Qt.LayoutDirection,
) -> _Marks:
    """Place the lamps behind the pill, or in lines below it where they don't fit beside it."""
    pill = QRect(0, 0, metrics.horizontalAdvance(standing) + 12, metrics.height() + 2)
    if not standing:
        pill = QRect()
    rest = width - pill.width() - 10
    lamps = lay_out(missing, metrics, rest, direction)
    fits = all(place.right() < rest and place.top() == 0 for place in lamps.values())
    x, y = (pill.width() + 10 if standing else 0), 1
    if not fits:
        lamps = lay_out(missing, metrics, width, direction)
        x, y = 0, (pill.height() + 3 if standing else 1)
    lamps = {part: place.translated(x, y) for part, place in lamps.items()}
    bottoms = [pill.bottom(), *(place.bottom() for place in lamps.values())]
    return _Marks(standing, pill, lamps, max(bottoms) + 1)


def _make_room(kept: dict[Any, Any]) -> None:
    if len(kept) > _MOST_KEPT:
        kept.clear()
