"""Marks around the faces in a picture: made, moved, named and taken away."""

from itertools import count
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QPainter

from pressdesk.model import photo_edits
from pressdesk.model.framing import Box, tidy
from pressdesk.model.ids import new_id
from pressdesk.model.marking import LEAST, changed, face_at
from pressdesk.model.photo import Mark, Photo
from pressdesk.model.rows import rows_of
from pressdesk.ui.colours import Colours
from pressdesk.ui.photo_desk.mark_painter import paint_box, paint_marks, words_of
from pressdesk.ui.photo_desk.stage import Stage, whole
from pressdesk.ui.photo_desk.tool import Tool

_HANDLE_PX = 9
"""How near to an edge of a mark the mouse takes hold of it."""
_CLICK_PX = 5
"""A drag no longer than this is a click."""
_STEP, _FINE_STEP = 0.01, 0.001

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
CURSORS = {
    (0, 0): Qt.CursorShape.SizeAllCursor,
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
}


class _Drag:
    """What the mouse holds: a mark by an edge or all of it, or a new one that is drawn."""

    def __init__(
        self, kind: Literal["new", "old"], at: QPointF, box: Box, edge: tuple[int, int]
    ) -> None:
        self.kind, self.at, self.box, self.edge = kind, at, box, edge
        self.has_moved = False


class PeopleTool(Tool):
    """Marks people, by mouse and keyboard."""

    naming_wanted = Signal(str)
    """Id of a mark to be named."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.current = ""
        """Id of the mark that keys work on."""
        self._drag: _Drag | None = None
        self._draft: Box | None = None
        self._runs = count()
        self._run = 0

    def show_photo(self, photo: Photo | None) -> None:
        ids = [mark.id for mark in photo.marks] if photo else []
        if self.current not in ids:
            self.current = ""
        super().show_photo(photo)

    def stage(self, photo: Photo, room: QRectF) -> Stage:
        return whole(photo.size, room)

    def order(self) -> list[Mark]:
        """List the marks as they are told: the front row first, those outside of the crop last."""
        if self.photo is None:
            return []
        seen = [mark for row in rows_of(self.photo) for mark in row]
        return seen + [mark for mark in self.photo.marks if mark not in seen]

    def rect(self, mark_id: str, stage: Stage) -> QRectF:
        """Give where a mark stands in the widget."""
        mark = next((mark for mark in self.order() if mark.id == mark_id), None)
        return stage.box(mark.box) if mark else QRectF()

    def paint(self, painter: QPainter, stage: Stage, colours: Colours) -> None:
        if self.photo is None:
            return
        release, dragged = self.document.release, self._draft
        paint_marks(painter, stage, self.photo, release, current=self.current, dragged=dragged)
        if dragged and not self.current:
            paint_box(painter, stage.box(dragged), is_current=True, is_named=False)

    def describe(self) -> str:
        order = self.order()
        if self.photo is None or not order:
            return self.tr("Nobody is marked. Insert marks a face in the middle of the picture.")
        told = [words_of(self.photo, mark, self.document.release) for mark in order]
        everybody = self.tr("Marked: {}.").format("; ".join(told))
        at = next((n for n, mark in enumerate(order) if mark.id == self.current), -1)
        if at < 0:
            return everybody
        here = self.tr("Mark {number} of {count}: {who}.")
        here = here.replace("{number}", str(at + 1)).replace("{count}", str(len(order)))
        return f"{here.replace('{who}', told[at])} {everybody}"

    # --- the mouse ---

    def press(self, at: QPointF, stage: Stage) -> None:
        found = self._hit(at, stage)
        if found is None:
            self.current = ""
            self._drag = _Drag("new", at, Box(0, 0, 0, 0), (1, 1))
        else:
            mark, edge = found
            self.current = mark.id
            self._drag = _Drag("old", at, mark.box, edge)
        self.changed.emit()

    def drag(self, at: QPointF, stage: Stage) -> None:
        drag = self._drag
        if drag is None:
            return
        drag.has_moved |= (at - drag.at).manhattanLength() > _CLICK_PX
        if not drag.has_moved:
            return
        (x, y), (x0, y0) = stage.fractions(at), stage.fractions(drag.at)
        if drag.kind == "new":
            self._draft = tidy(Box(min(x, x0), min(y, y0), abs(x - x0), abs(y - y0)))
        else:
            self._draft = changed(drag.box, drag.edge, x - x0, y - y0)
        self.changed.emit()

    def release(self, at: QPointF, stage: Stage) -> None:
        drag, draft = self._drag, self._draft
        self._drag = self._draft = None
        if drag is None or self.photo is None:
            return
        if drag.kind == "old":
            if draft is not None:
                self._move(draft, self.tr("Move a mark"))
            self.changed.emit()
        elif draft is not None and drag.has_moved:
            self._add(draft)
        elif not drag.has_moved:
            x, y = stage.fractions(at)
            if 0 <= x <= 1 and 0 <= y <= 1:
                self._add(face_at(self.photo, x, y))

    def cursor(self, at: QPointF, stage: Stage) -> QCursor:
        found = self._hit(at, stage)
        return QCursor(CURSORS[found[1]] if found else Qt.CursorShape.CrossCursor)

    def leave(self) -> None:
        self._drag = self._draft = None
        self.current = ""

    # --- the keyboard ---

    def key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._go(-1 if key == Qt.Key.Key_Backtab or shift else 1, goes_round=False)
        if key == Qt.Key.Key_N and not control:
            return self._go(-1 if shift else 1, goes_round=True)
        if key == Qt.Key.Key_Insert and self.photo:
            self._add(self._free_place(self.photo))
            return True
        if not self.current:
            return False
        if key in ARROWS:
            step = _FINE_STEP if shift else _STEP
            across, down = (part * step for part in ARROWS[key])
            self._nudge(across, down, resizes=control)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.naming_wanted.emit(self.current)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove()
        else:
            return False
        return True

    def remove(self) -> None:
        """Take the current mark away; the next one becomes current."""
        if self.photo is None or not self.current:
            return
        ids = [mark.id for mark in self.order()]
        place = ids.index(self.current)
        gone, rest = self.current, [one for one in ids if one != self.current]
        self.current = rest[min(place, len(rest) - 1)] if rest else ""
        release = photo_edits.remove_mark(self.document.release, self.photo.id, gone)
        self.apply(release, self.tr("Remove a mark"))

    def name(self, mark_id: str, person: str, name: str) -> None:
        """Say whom a mark shows."""
        if self.photo is not None:
            release = photo_edits.name_mark(
                self.document.release, self.photo.id, mark_id, person=person, name=name
            )
            self.apply(release, self.tr("Name a mark"))

    def _go(self, step: int, *, goes_round: bool) -> bool:
        """Make the next mark current; False where Tab goes on to the next control."""
        ids = [mark.id for mark in self.order()]
        if not ids:
            return False
        place = (
            ids.index(self.current) + step if self.current else (0 if step > 0 else len(ids) - 1)
        )
        if not goes_round and not 0 <= place < len(ids):
            self.current = ""
            self.changed.emit()
            return False
        self.current = ids[place % len(ids)]
        self._run = next(self._runs)
        self._show_current()
        self.changed.emit()
        return True

    def _show_current(self) -> None:
        for mark in self.order():
            if mark.id == self.current:
                self.sight_wanted.emit(mark.box.middle.x, mark.box.middle.y)

    def _nudge(self, across: float, down: float, *, resizes: bool) -> None:
        mark = next(mark for mark in self.order() if mark.id == self.current)
        photo = self.photo
        if photo is None:
            return
        # A step is as long across as down.
        down *= photo.width / photo.height
        box = changed(mark.box, (1, 1) if resizes else (0, 0), across, down)
        label = self.tr("Resize a mark") if resizes else self.tr("Move a mark")
        self.sight_wanted.emit(box.middle.x, box.middle.y)
        self._move(box, label, f"photoDesk.{resizes} {photo.id} {self.current} {self._run}")

    def _move(self, box: Box, label: str, merge: str = "") -> None:
        if self.photo is not None:
            release = photo_edits.move_mark(self.document.release, self.photo.id, self.current, box)
            self.apply(release, label, merge)

    def _add(self, box: Box) -> None:
        if self.photo is None or min(box.width, box.height) < LEAST:
            self.changed.emit()
            return
        mark = Mark(id=new_id(), box=box)
        self.current = mark.id
        self._run = next(self._runs)
        release = photo_edits.add_mark(self.document.release, self.photo.id, mark)
        # ``show_photo`` forgets a current mark that it does not find: it comes with the release.
        self.apply(release, self.tr("Mark a person"))
        self.naming_wanted.emit(mark.id)

    def _free_place(self, photo: Photo) -> Box:
        """Make a box for the keyboard: right of the current mark, else in the middle."""
        mark = next((mark for mark in self.order() if mark.id == self.current), None)
        if mark is None:
            return face_at(photo, 0.5, 0.4)
        x = mark.box.middle.x + 1.5 * mark.box.width
        return face_at(photo, x if x < 1 - mark.box.width / 2 else 0.5, mark.box.middle.y)

    def _hit(self, at: QPointF, stage: Stage) -> tuple[Mark, tuple[int, int]] | None:
        """Find the mark at a place of the widget, and the edge or corner by which it is held."""
        order = self.order()
        order.sort(key=lambda mark: (mark.id != self.current, mark.box.width * mark.box.height))
        for mark in order:
            rect = stage.box(mark.box)
            near = _HANDLE_PX
            if not rect.adjusted(-near, -near, near, near).contains(at):
                continue
            reach = min(near, rect.width() / 3, rect.height() / 3)
            across = (at.x() > rect.right() - reach) - (at.x() < rect.left() + reach)
            down = (at.y() > rect.bottom() - reach) - (at.y() < rect.top() + reach)
            return mark, (int(across), int(down))
        return None
