"""The large picture of the caption desk, on which its tools work."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from pressdesk.model.people import Person
from pressdesk.model.photo import Photo
from pressdesk.ui.colours import colours_of
from pressdesk.ui.controls.painting import RING_PX
from pressdesk.ui.document import Document
from pressdesk.ui.photo_desk.stage import Stage
from pressdesk.ui.photo_desk.tool import FIELD, Tool
from pressdesk.ui.photo_desk.zoom import MOST, STEP, Zoom
from pressdesk.ui.pictures import Pictures

_AIR_PX = 14
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ZOOM_KEYS = {
    Qt.Key.Key_Plus: STEP,
    Qt.Key.Key_Equal: STEP,
    Qt.Key.Key_Minus: 1 / STEP,
    Qt.Key.Key_0: 1 / MOST,
}


class PictureView(QWidget):
    """Shows one photo upright, and hands keys and mouse to the tool in use."""

    def __init__(
        self, document: Document, pictures: Pictures, tool: Tool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(FIELD)
        self._document = document
        self._pictures = pictures
        self._photo: Photo | None = None
        self._people: tuple[Person, ...] = ()
        self._tool = tool
        self._zoom = Zoom()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        pictures.ready.connect(self._show_ready)
        tool.changed.connect(self._repaint)
        tool.sight_wanted.connect(self._bring_into_sight)

    @property
    def tool(self) -> Tool:
        return self._tool

    def use(self, tool: Tool) -> None:
        """Take up a tool."""
        if tool is self._tool:
            return
        self._tool.leave()
        self._tool.changed.disconnect(self._repaint)
        self._tool.sight_wanted.disconnect(self._bring_into_sight)
        self._tool = tool
        self._zoom = Zoom()
        tool.changed.connect(self._repaint)
        tool.sight_wanted.connect(self._bring_into_sight)
        tool.show_photo(self._photo)

    def show_photo(self, photo: Photo | None) -> None:
        """Show a photo, or the same one as the release has it now."""
        if self._photo is None or photo is None or photo.id != self._photo.id:
            self._tool.leave()
            self._zoom = Zoom()
        people = self._document.release.people
        if photo is self._photo and people is self._people:
            return  # as with each letter of a caption
        self._photo, self._people = photo, people
        self._tool.show_photo(photo)

    def stage(self) -> Stage | None:
        """Give where the picture stands; None where there is none."""
        if self._photo is None:
            return None
        return self._zoom.applied(self._tool.stage(self._photo, self._room()), self._room())

    @property
    def zoom(self) -> float:
        """How many times larger the picture is than where all of it is seen."""
        return self._zoom.factor

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Look closer, or less close, at a place of the widget; else at its middle."""
        stage = self.stage()
        if stage is not None:
            middle = self._room().center() if at is None else at
            self._zoom = self._zoom.by(factor, middle, stage, self._room())
            self._tool.changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 180)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(colours.desk))
        stage = self.stage()
        if stage is not None and self._photo is not None:
            self._paint_picture(painter, stage, self._photo)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), RING_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_picture(self, painter: QPainter, stage: Stage, photo: Photo) -> None:
        colours = colours_of(self.palette())
        # All of it: a crop that is dragged then needs no worker.
        width_px = round(stage.size[0] * stage.scale * self.devicePixelRatioF())
        image = self._pictures.image(replace(photo, crop=None), self._document.assets, width_px)
        outline = self._tool.outline(photo, stage)
        painter.save()
        if outline is not None:
            painter.setClipRect(outline)
        painter.setTransform(stage.transform(), True)
        whole = QRectF(0, 0, *stage.size)
        if image is not None:
            painter.drawImage(whole, image)
        else:
            painter.fillRect(whole, QColor(colours.chrome))
        painter.restore()
        if image is None:
            fault = self._pictures.fault(photo, self._document.assets)
            words = fault or self.tr("The picture is being read …")
            painter.setPen(QColor(colours.danger if fault else colours.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(24, 24, -24, -24), int(flags), words)
        self._tool.paint(painter, stage, colours)

    def event(self, event: QEvent) -> bool:
        # Tab goes through the marks first: only keyPressEvent can leave it to the next control.
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            and self._tool.key(event)
        ):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._tool.key(event):
            return
        plain = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~_KEYPAD
        factor = _ZOOM_KEYS.get(Qt.Key(event.key()))
        if factor and plain == Qt.KeyboardModifier.NoModifier:
            self.zoom_by(factor)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        stage, turned = self.stage(), event.angleDelta()
        if stage is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (turned.y() / 120), event.position())
        elif self._zoom.factor > 1:
            moved = self._zoom.moved(-turned.x() / 2, -turned.y() / 2, stage, self._room())
            self._zoom = moved
            self._tool.changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        stage = self.stage()
        if stage and event.button() == Qt.MouseButton.LeftButton:
            self._tool.press(event.position(), stage)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        stage = self.stage()
        if stage is None:
            return
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._tool.drag(event.position(), stage)
        self._show_cursor(event.position(), stage)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        stage = self.stage()
        if stage and event.button() == Qt.MouseButton.LeftButton:
            self._tool.release(event.position(), stage)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tool.changed.emit()

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_AIR_PX, _AIR_PX, -_AIR_PX, -_AIR_PX)

    def _bring_into_sight(self, x: float, y: float) -> None:
        """Show a place of the picture, in parts of its sides, where the view is too close."""
        stage = self.stage()
        if stage is None:
            return
        if not self._room().contains(stage.place(x * stage.size[0], y * stage.size[1])):
            self._zoom = Zoom(self._zoom.factor, x, y)
            self.update()

    def _show_cursor(self, at: QPointF, stage: Stage) -> None:
        self.setCursor(self._tool.cursor(at, stage))

    def _repaint(self) -> None:
        name = self._photo.name if self._photo else ""
        self.setAccessibleName(self.tr("Picture {}").format(name).strip())
        self.setAccessibleDescription(self._tool.describe())
        self.update()

    def _show_ready(self, media: str) -> None:
        if self._photo is not None and media == self._photo.media:
            self.update()
