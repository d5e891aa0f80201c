"""What is shown of a picture: a frame with handles, its angle, and what must always be seen."""

from itertools import count

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QCursor, QKeyEvent, QPainter

from pressdesk.model import photo_edits
from pressdesk.model.cropping import Handle, aimed, crop_of, moved, resized, shaped, turned
from pressdesk.model.framing import Crop, Frame, Point
from pressdesk.model.photo import Photo
from pressdesk.model.rows import focus_of, photo_frame
from pressdesk.ui.colours import Colours
from pressdesk.ui.photo_desk.crop_painter import paint_focus, paint_frame
from pressdesk.ui.photo_desk.people_tool import ARROWS, CURSORS
from pressdesk.ui.photo_desk.stage import Stage, whole
from pressdesk.ui.photo_desk.tool import Tool

MOST_DEGREES = 15.0
"""As far as the slider goes; a picture that leans more was not meant to be straight."""

_HANDLE_PX = 12
_CLICK_PX = 5
_STEP, _FINE_STEP = 0.02, 0.002
_TURN, _FINE_TURN = 1.0, 0.1
_PAUSE_MS = 350
"""How long turning must rest before it is a step: each one is drawn anew all over the window."""


class CropTool(Tool):
    """Crops, straightens and aims, by mouse and keyboard."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.ratio: float | None = None
        """Width by height that the frame keeps; None: any."""
        self.aims = False
        """True: arrow keys move the focal point, not the frame."""
        self._draft: Photo | None = None
        self._held: tuple[Handle, QPointF, Frame] | None = None
        self._has_moved = False
        self._runs = count()
        self._run = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.finish)
        self.document.flush_requested.connect(self.finish)

    @property
    def seen(self) -> Photo | None:
        """The photo with its crop as it is being changed."""
        return self._draft or self.photo

    @property
    def frame(self) -> Frame | None:
        """What is shown, as it is being changed."""
        return photo_frame(self.seen) if self.seen else None

    @property
    def angle(self) -> float:
        crop = self.seen.crop if self.seen else None
        return crop.angle if crop else 0.0

    @property
    def focus(self) -> Point | None:
        """The focal point that was set."""
        crop = self.seen.crop if self.seen else None
        return crop.focus if crop else None

    def show_photo(self, photo: Photo | None) -> None:
        if self._draft and (photo is None or photo.id != self._draft.id):
            self.leave()
        super().show_photo(photo)

    def stage(self, photo: Photo, room: QRectF) -> Stage:
        return whole(photo.size, room, self.angle)

    # --- what is done ---

    def set_ratio(self, ratio: float | None) -> None:
        """Keep the frame in a shape, and give it that shape now."""
        self.ratio = ratio
        if ratio is not None and self.photo and self.frame:
            self._set(shaped(self.frame, self.photo.size, ratio), self.tr("Shape of the crop"))

    def turn_to(self, angle: float) -> None:
        """Turn the picture clockwise by degrees; it is a step once that has rested."""
        if self.seen and round(angle, 2) != round(self.angle, 2):
            self._draft = replace(self.seen, crop=turned(self.seen.crop, round(angle, 2)))
            self._pause.start()
            self.changed.emit()

    def aim(self, focus: Point | None) -> None:
        """Set what must be seen wherever the picture is cut to a shape."""
        self.finish()
        if self.photo:
            merge = f"photoDesk.aim {self.photo.id} {self._run}" if self.aims else ""
            self._apply(aimed(self.photo.crop, focus), self.tr("Focal point"), merge)

    def set_aims(self, aims: bool) -> None:
        """Let the arrow keys move the focal point, or the frame."""
        self.aims = aims
        self._run = next(self._runs)
        self.changed.emit()

    def reset(self) -> None:
        """Show the whole picture again."""
        self._draft = None
        self._pause.stop()
        if self.photo and self.photo.crop is not None:
            self._apply(None, self.tr("Reset the crop"))
        self.changed.emit()

    def finish(self) -> None:
        """Make a step of what was changed by and by."""
        self._pause.stop()
        draft, self._draft = self._draft, None
        if draft is not None and self.photo and draft.id == self.photo.id:
            self._apply(draft.crop, self.tr("Straighten"))

    def leave(self) -> None:
        self._held = None
        self.finish()

    # --- what is seen ---

    def paint(self, painter: QPainter, stage: Stage, colours: Colours) -> None:
        if self.seen is None or self.frame is None:
            return
        paint_frame(painter, stage, self.frame)
        focus = focus_of(self.seen)
        if focus is not None:
            at = stage.place(focus.x * stage.size[0], focus.y * stage.size[1])
            paint_focus(painter, at, is_set=self.focus is not None, is_held=self.aims)

    def describe(self) -> str:
        if self.seen is None or self.frame is None:
            return ""
        wide, high = round(self.frame.width), round(self.frame.height)
        told = self.tr(
            "{wide} by {high} pixels are shown, at {x} % from the left and {y} % from the top."
        )
        corner = self.frame.source(0, 0)
        x, y = (max(round(100 * at / of), 0) for at, of in zip(corner, self.seen.size, strict=True))
        for mark, value in (("wide", wide), ("high", high), ("x", x), ("y", y)):
            told = told.replace(f"{{{mark}}}", str(value))
        if self.angle:
            told += " " + self.tr("Turned by {} degrees.").format(f"{self.angle:g}")
        focus = focus_of(self.seen)
        if focus is not None:
            point = self.tr("Focal point at {x} % and {y} %.")
            point = point.replace("{x}", str(round(focus.x * 100)))
            told += " " + point.replace("{y}", str(round(focus.y * 100)))
        return told

    # --- the mouse ---

    def press(self, at: QPointF, stage: Stage) -> None:
        self.finish()
        if self.frame is not None:
            self._held = self._hit(at, stage), at, self.frame
            self._has_moved = False

    def drag(self, at: QPointF, stage: Stage) -> None:
        if self._held is None or self.photo is None:
            return
        handle, start, shown = self._held
        way = at - start
        self._has_moved |= way.manhattanLength() > _CLICK_PX
        if not self._has_moved:
            return
        right, down = way.x() / stage.scale, way.y() / stage.scale
        if handle == Handle(0, 0):
            shown = moved(shown, self.photo.size, right, down)
        else:
            shown = resized(shown, self.photo.size, handle, (right, down), self.ratio)
        crop = crop_of(shown, self.photo.size, self.focus)
        self._draft = replace(self.photo, crop=crop)
        self.changed.emit()

    def release(self, at: QPointF, stage: Stage) -> None:
        held, self._held = self._held, None
        if held is None or self.photo is None:
            return
        if self._has_moved:
            draft, self._draft = self._draft, None
            if draft is not None:
                self._apply(draft.crop, self.tr("Crop"))
        else:
            x, y = stage.fractions(at)
            if 0 <= x <= 1 and 0 <= y <= 1:
                self.aim(Point(x, y))

    def cursor(self, at: QPointF, stage: Stage) -> QCursor:
        if self.frame is None:
            return super().cursor(at, stage)
        handle = self._hit(at, stage)
        is_inside = handle == Handle(0, 0)
        return QCursor(Qt.CursorShape.CrossCursor if is_inside else CURSORS[handle])

    def _hit(self, at: QPointF, stage: Stage) -> Handle:
        """Find the edge or corner at a place of the widget; elsewhere the whole frame is held."""
        if self.frame is None:
            return Handle(0, 0)
        rect = stage.frame(self.frame)
        near = _HANDLE_PX
        if not rect.adjusted(-near, -near, near, near).contains(at):
            return Handle(0, 0)
        reach = min(near, rect.width() / 4, rect.height() / 4)
        across = (at.x() > rect.right() - reach) - (at.x() < rect.left() + reach)
        down = (at.y() > rect.bottom() - reach) - (at.y() < rect.top() + reach)
        return Handle(int(across), int(down))

    # --- the keyboard ---

    def key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.photo is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        if key in ARROWS:
            step = (_FINE_STEP if shift else _STEP) * max(self.photo.size)
            across, down = (part * step for part in ARROWS[key])
            self._nudge(across, down, resizes=control)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and not control:
            by = _FINE_TURN if shift else _TURN
            by = -by if key == Qt.Key.Key_PageDown else by
            self.turn_to(min(max(self.angle + by, -MOST_DEGREES), MOST_DEGREES))
        elif key == Qt.Key.Key_F and not control:
            self.set_aims(not self.aims)
        elif key == Qt.Key.Key_Delete and self.focus:
            self.aim(None)
        else:
            return False
        return True

    def _nudge(self, across: float, down: float, *, resizes: bool) -> None:
        self.finish()
        photo, shown = self.photo, self.frame
        if photo is None or shown is None:
            return
        if self.aims and not resizes:
            focus = focus_of(photo) or Point(shown.x / photo.width, shown.y / photo.height)
            x = min(max(focus.x + across / photo.width, 0.0), 1.0)
            y = min(max(focus.y + down / photo.height, 0.0), 1.0)
            self.aim(Point(x, y))
            return
        if resizes:
            handle = Handle(int(across != 0), int(down != 0))
            shown = resized(shown, photo.size, handle, (across, down), self.ratio)
        else:
            shown = moved(shown, photo.size, across, down)
        merge = f"photoDesk.crop {photo.id} {resizes} {self._run}"
        self._set(shown, self.tr("Crop"), merge)

    def _set(self, shown: Frame, label: str, merge: str = "") -> None:
        self.finish()
        if self.photo:
            self._apply(crop_of(shown, self.photo.size, self.focus), label, merge)

    def _apply(self, crop: Crop | None, label: str, merge: str = "") -> None:
        photo = self.photo
        if photo is None:
            return
        release = photo_edits.set_crop(self.document.release, photo.id, crop)
        if release.photo(photo.id).crop != photo.crop:
            self.apply(release, label, merge)
        self.changed.emit()
