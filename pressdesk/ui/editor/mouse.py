"""What the mouse does on the sheet: choosing pictures, dragging, telling what a lamp means."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip

from pressdesk.model.body import Figure, Paragraph
from pressdesk.model.ids import new_id
from pressdesk.model.writing import Change, Point, is_solid
from pressdesk.ui.controls.lamps import sentence_of
from pressdesk.ui.editor.clipboard import PHOTO_MIME
from pressdesk.ui.editor.painting import Painting
from pressdesk.ui.editor.transfer import Transfer


class Mouse:
    """Handles mouse and drags; each function tells whether Qt has nothing more to do."""

    def __init__(self, editor: Transfer, painting: Painting) -> None:
        self._editor = editor
        self._painting = painting
        self._pressed: QPoint | None = None
        """Where what may become a drag began."""

    def press(self, event: QMouseEvent) -> bool:
        """Choose a picture or table, or begin what may become a drag."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        editor, place = self._editor, event.position().toPoint()
        self._pressed = None
        index = self._painting.solid_at(place)
        if index is not None:
            editor.flush()
            editor.choose(index)
            self._pressed = place
            return True
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and editor.selection_has(place):
            self._pressed = place
            return True
        return plain and self._write_below(place)

    def _write_below(self, place: QPoint) -> bool:
        """Begin a paragraph where a person clicks below a figure or table that ends the body."""
        editor = self._editor
        if editor.isReadOnly() or not editor.body or not is_solid(editor.body[-1]):
            return False
        block = editor.document().lastBlock()
        box = editor.document().documentLayout().blockBoundingRect(block)
        last = len(editor.body) - 1
        bottom = box.bottom() + editor.geometry_.below(editor.body, last)
        if place.y() + editor.verticalScrollBar().value() <= bottom + editor.look.em * 0.4:
            return False
        body = (*editor.body, Paragraph(new_id()))
        editor.rewrite(
            QCoreApplication.translate("BodyEditor", "New paragraph"),
            Change(body, Point(last + 1, 0)),
        )
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Begin to drag, and show what the mouse is over."""
        editor, place = self._editor, event.position().toPoint()
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            far = (place - self._pressed).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._pressed = None
                editor.drag()
            return True
        if not event.buttons():
            self._show_shape(place)
        return False

    def _show_shape(self, place: QPoint) -> None:
        editor = self._editor
        is_text = (
            self._painting.paper_box().contains(place)
            and self._painting.solid_at(place) is None
            and self._painting.lamp_at(place) is None
        )
        shape = Qt.CursorShape.IBeamCursor if is_text else Qt.CursorShape.ArrowCursor
        if editor.viewport().cursor().shape() != shape:
            editor.viewport().setCursor(shape)

    def release(self, event: QMouseEvent) -> bool:
        """End a press within the selection that was no drag: the cursor goes there."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        editor = self._editor
        if editor.chosen is None:
            at = editor.cursorForPosition(pressed).position()
            editor.select(at, at)
        return True

    def solid_at(self, event: QMouseEvent) -> int | None:
        """Tell which picture or table was clicked, by its number in the body."""
        return self._painting.solid_at(event.position().toPoint())

    def help(self, event: QHelpEvent) -> bool:
        """Say what a lamp means."""
        editor = self._editor
        found = self._painting.lamp_at(event.pos())
        if found is None:
            QToolTip.hideText()
            event.ignore()
            return True
        index, lamp = found
        block = editor.body[index]
        is_lit = isinstance(block, Figure) and lamp in editor.facts.lamps(block)
        QToolTip.showText(event.globalPos(), sentence_of(lamp, is_lit), editor)
        return True

    # --- dragging over the sheet ---

    def drag_over(self, event: QDragEnterEvent | QDragMoveEvent) -> None:
        """Show where what is dragged would go."""
        editor = self._editor
        mime = event.mimeData()
        if editor.isReadOnly() or not editor.canInsertFromMimeData(mime):
            event.ignore()
            return
        editor.flush()  # places are counted with what is being composed
        place = event.position().toPoint()
        is_block = mime.hasUrls() or mime.hasImage() or mime.hasFormat(PHOTO_MIME)
        is_block = is_block or editor.chosen is not None
        line = editor.boundary_at(place) if is_block else None
        if line != self._painting.drop_line:
            self._painting.drop_line = line
            editor.viewport().update()
        if self._is_move(event):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def drag_left(self) -> None:
        """Show no more where it would go."""
        self._painting.drop_line = None
        self._editor.viewport().update()

    def drop(self, event: QDropEvent) -> None:
        """Take what is dropped."""
        moves = self._is_move(event)
        self.drag_left()
        place = event.position().toPoint()
        self._editor.drop(event.mimeData(), place, moves=moves)
        event.setDropAction(Qt.DropAction.MoveAction if moves else Qt.DropAction.CopyAction)
        event.accept()

    def _is_move(self, event: QDropEvent) -> bool:
        source = event.source()
        is_ours = source is self._editor or source is self._editor.viewport()
        wants_copy = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return is_ours and not wants_copy
