"""What each use of a picture will show of it, in small."""

from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pressdesk.model.photo import Photo
from pressdesk.photos.target import COLUMN, LEAD, THUMBNAIL, target_frame
from pressdesk.ui.colours import colours_of
from pressdesk.ui.document import Document
from pressdesk.ui.photo_desk.stage import part
from pressdesk.ui.pictures import Pictures

_HIGH_PX = 66
_BETWEEN_PX = 14
_WIDEST = 1.6
"""Width by height of the room for the crop itself, whose shape is free."""


class TargetPictures(QWidget):
    """The text column, the picture of a link, and the thumbnail, side by side."""

    def __init__(
        self, document: Document, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._pictures = pictures
        self._photo: Photo | None = None
        self._targets = (
            (self.tr("Column"), COLUMN),
            (self.tr("Web lead"), LEAD),
            (self.tr("Thumbnail"), THUMBNAIL),
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What each use will show"))
        pictures.ready.connect(self._show_ready)

    def show_photo(self, photo: Photo | None) -> None:
        """Show a photo with its crop as it is being changed."""
        self._photo = photo
        if photo is not None:
            told = "; ".join(
                f"{name}: {round(shown.width)} × {round(shown.height)}"
                for name, shown in ((name, target_frame(photo, one)) for name, one in self._targets)
            )
            self.setAccessibleDescription(told)
            self.setToolTip(told.replace("; ", "\n"))
        self.update()

    def _show_ready(self, media: str) -> None:
        if self._photo is not None and media == self._photo.media:
            self.update()

    def sizeHint(self) -> QSize:
        # Wide enough for every crop: else the row would move while a frame is dragged.
        height = _HIGH_PX + QFontMetrics(self.font()).height() + 4
        return QSize(sum(self._widths()) + 2 * _BETWEEN_PX, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._photo is None:
            return
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(self.font())
        whole = replace(self._photo, crop=None)
        image = self._pictures.image(whole, self._document.assets, 640)
        left = 0.0
        for (name, target), width in zip(self._targets, self._widths(), strict=True):
            shown = target_frame(self._photo, target)
            stage = part(self._photo.size, shown, QRectF(0, 0, width, _HIGH_PX))
            place = stage.frame(shown)
            stage = stage._replace(x=stage.x - place.left() + left)
            place.moveLeft(left)
            painter.save()
            painter.setClipRect(place)
            painter.setTransform(stage.transform(), True)
            if image is not None:
                painter.drawImage(QRectF(0, 0, *self._photo.size), image)
            painter.restore()
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place)
            painter.setPen(QColor(colours.muted))
            line = QRectF(left, _HIGH_PX + 3, width, metrics.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, name)
            left += width + _BETWEEN_PX

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(self.font())
        shapes = (_WIDEST, LEAD.width_px / LEAD.height_px, THUMBNAIL.width_px / THUMBNAIL.height_px)
        return [
            max(round(_HIGH_PX * shape), metrics.horizontalAdvance(name))
            for (name, _), shape in zip(self._targets, shapes, strict=True)
        ]
