"""Quick look: one photo as large as the window, over the contact sheet."""

from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pressdesk.model.photo import Photo
from pressdesk.model.rows import shown_size
from pressdesk.photos.render import FULL, Target
from pressdesk.ui.colours import colours_of
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.document import Document
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.field_box import Words
from pressdesk.ui.panels.flow import Flow
from pressdesk.ui.program import Program
from pressdesk.ui.tasks import Report

_LARGE = Target(2560)
"""As wide as a large screen shows it."""
_KEYS = {
    **dict.fromkeys((Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp), -1),
    **dict.fromkeys((Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown), 1),
}
_RATINGS = {getattr(Qt.Key, f"Key_{stars}"): stars for stars in range(6)}


class QuickLook(QWidget):
    """Shows a photo whole or pixel by pixel; arrows go on, Space or Esc closes, 0 to 5 rate."""

    step_wanted = Signal(int)
    rated = Signal(int)
    opened = Signal()
    """The photo is to be captioned."""
    closed = Signal()

    def __init__(
        self,
        document: Document,
        program: Program,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("quickLook")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self._document = document
        self._pictures = program.pictures
        self._renderer = program.renderer
        self._tasks = program.tasks
        self._photo: Photo | None = None
        self._large: tuple[Photo, Target, QImage] | None = None
        """The one picture that is larger than those the program keeps."""
        self._waits_for: tuple[str, Target] | None = None
        self._offset = QPointF()
        self._grabbed: QPointF | None = None
        self._build(program.icons)
        self._pictures.ready.connect(self._show_ready)
        self.hide()

    def show_photo(self, photo: Photo, told: str, sentences: list[str]) -> None:
        """Show a photo; ``told`` is what a screen reader says of it."""
        if self._photo is None or photo.id != self._photo.id:
            self._offset = QPointF()
        self._photo = photo
        self.setAccessibleName(told)
        width, height = photo.size
        self._title.setText(f"{photo.name}  ·  {width:,} × {height:,}")
        self._told.say(" ".join(sentences))
        if not self.isVisible():
            self.show()
            self.raise_()
            self.setFocus()
        self._ask()
        self.update()

    def leave(self) -> None:
        """Close, and let go of the large picture."""
        self._photo = self._large = None
        self._actual.setChecked(False)
        if self.isVisible():
            self.hide()
            self.closed.emit()

    @property
    def shown(self) -> QImage | None:
        """The best picture there is of the photo now."""
        photo = self._photo
        if photo is None:
            return None
        if self._large and self._large[0] is photo and self._large[1] == self._target:
            return self._large[2]
        return self._pictures.image(photo, self._document.assets, 1_000_000)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
            self.leave()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _PANS:
            self._pan(_PANS[key])
        elif key in _KEYS:
            self.step_wanted.emit(_KEYS[key])
        elif key in _RATINGS:
            self.rated.emit(_RATINGS[key])
        elif key == Qt.Key.Key_Z:
            self._actual.toggle()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._actual.isChecked():
            self._pan(QPointF(event.angleDelta()) / 2)
        elif event.angleDelta().y():
            self.step_wanted.emit(-1 if event.angleDelta().y() > 0 else 1)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self._pan(event.position() - self._grabbed)
            self._grabbed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._actual.toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self.palette())
        painter.fillRect(self.rect(), QColor(colours.desk))
        photo, image = self._photo, self.shown
        if photo is None:
            return
        room = self._room()
        fault = self._pictures.fault(photo, self._document.assets)
        if image is None:
            painter.setPen(QColor(colours.danger if fault else colours.muted))
            middle = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(room, middle, fault or self.tr("The picture is being read…"))
            return
        painter.setClipRect(room)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._place(photo, room), image)

    @property
    def _target(self) -> Target:
        return FULL if self._actual.isChecked() else _LARGE

    def _room(self) -> QRect:
        return self.rect().adjusted(0, 0, 0, -self._foot.height())

    def _place(self, photo: Photo, room: QRect) -> QRectF:
        """Find where the photo is painted: whole, or at one pixel of it for one of the screen."""
        size = QSize(*shown_size(photo))
        if self._actual.isChecked():
            whole = QSizeF(size) / self.devicePixelRatioF()
        else:
            air = room.size() - QSize(24, 24)
            fitting = size.scaled(air, Qt.AspectRatioMode.KeepAspectRatio)
            largest = QSizeF(size) / self.devicePixelRatioF()
            whole = QSizeF(fitting) if fitting.width() < largest.width() else largest
            self._offset = QPointF()
        place = QRectF(QPointF(), whole)
        place.moveCenter(QRectF(room).center() + self._offset)
        return place

    def _pan(self, by: QPointF) -> None:
        if self._actual.isChecked() and self._photo:
            width, height = shown_size(self._photo)
            room = self._room()
            most_x = max((width / self.devicePixelRatioF() - room.width()) / 2, 0)
            most_y = max((height / self.devicePixelRatioF() - room.height()) / 2, 0)
            moved = self._offset + by
            self._offset = QPointF(
                min(max(moved.x(), -most_x), most_x), min(max(moved.y(), -most_y), most_y)
            )
            self.update()

    def _ask(self) -> None:
        """Have the photo made as large as it is wanted, one at a time."""
        photo, target = self._photo, self._target
        if photo is None or not self.isVisible() or self._waits_for is not None:
            return
        if self._large and self._large[0] is photo and self._large[1] == target:
            return
        assets = self._document.assets
        self._waits_for = photo.id, target

        def work(_: Report) -> QImage:
            (picture,) = self._renderer.pictures(assets, [(photo, target)])
            return QImage.fromData(picture.data, "JPEG")  # pyright: ignore[reportArgumentType]

        self._tasks.run(
            self.tr("Scaling a photo"),
            work,
            done=partial(self._take, photo, target),
            failed=lambda _: self._take(photo, target, QImage()),
            owner=self,
        )

    def _take(self, photo: Photo, target: Target, image: QImage) -> None:
        self._waits_for = None
        if self._photo is photo and target == self._target:
            self._large = None if image.isNull() else (photo, target, image)
            self.update()
        else:
            self._ask()

    def _show_ready(self, media: str) -> None:
        if self._photo and self._photo.media == media:
            self.update()

    def _toggle(self) -> None:
        self._offset = QPointF()
        self._large = None
        self._ask()
        self.update()

    def _build(self, icons: Icons) -> None:
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._told = Words(is_quiet=False)
        self._actual = PlainButton(self.tr("Actual pixels"))
        self._actual.setCheckable(True)
        self._actual.setToolTip(self.tr("Show every pixel of it (Z)"))
        previous = PlainButton(self.tr("Previous photo"), icon=icons.icon("left"))
        following = PlainButton(self.tr("Next photo"), icon=icons.icon("right"))
        close = PlainButton(self.tr("Back to the sheet"), icon=icons.icon("close"))
        previous.clicked.connect(lambda: self.step_wanted.emit(-1))
        following.clicked.connect(lambda: self.step_wanted.emit(1))
        close.clicked.connect(self.leave)
        self._actual.toggled.connect(self._toggle)
        for button in (previous, following, self._actual, close):
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
        self._foot = QWidget(self)
        self._foot.setAutoFillBackground(True)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(16, 10, 16, 10)
        foot.setSpacing(6)
        foot.addWidget(self._title)
        foot.addWidget(self._told)
        foot.addWidget(Flow(previous, following, self._actual, close))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addStretch(1)
        whole.addWidget(self._foot)


_PANS = {
    Qt.Key.Key_Left: QPointF(120, 0),
    Qt.Key.Key_Right: QPointF(-120, 0),
    Qt.Key.Key_Up: QPointF(0, 120),
    Qt.Key.Key_Down: QPointF(0, -120),
}
