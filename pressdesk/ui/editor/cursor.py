"""The cursor on a page: where it is by block and offset, what is selected, what is composed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from pressdesk.model.body import Block, Body, Paragraph, Table
from pressdesk.model.ids import new_id
from pressdesk.model.writing import Point, end_of, is_solid
from pressdesk.ui.document import Caret
from pressdesk.ui.editor.typeset import TypesetPage
from pressdesk.ui.editor.units import to_chars, to_units

CHOSEN = -1
"""Place in a `Caret` that says: the figure or table is selected as a whole."""


class CursorPage(TypesetPage):
    """A page on which a cursor moves; a figure or table can be chosen as a whole."""

    state_changed = Signal()
    """Cursor, selection, block or format are others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_busy = False
        """An edit is being made: what happens to the cursor is told at its end."""
        self._has_news = False
        self._chosen = ""
        self._framed = ("", "", False)
        self._last_caret = self.caret()

    def material(self) -> Body:
        """Give the body to make changes of: never without a block."""
        return self._body or (Paragraph(new_id()),)

    def index(self) -> int:
        """Give the number of the block that the cursor is in."""
        return self.textCursor().blockNumber()

    def current_block(self) -> Block | None:
        """Give the block that the cursor is in."""
        return self._body[self.index()] if self._body else None

    def current_block_at(self, qt_block: QTextBlock) -> Block | None:
        """Give the block that Qt's block holds."""
        number = qt_block.blockNumber()
        return self._body[number] if number < len(self._body) else None

    def selected_points(self) -> tuple[Point, Point]:
        """Give where the selection begins and ends; twice the cursor where there is none."""
        cursor = self.textCursor()
        return self.point(cursor.selectionStart()), self.point(cursor.selectionEnd())

    def selection(self) -> tuple[Point, Point]:
        """Give where the selection begins and ends, to make a change of it."""
        self.flush()
        return self.selected_points()

    def point(self, position: int) -> Point:
        """Turn a position of the document into a place in the body."""
        block = self.document().findBlock(position)
        return Point(block.blockNumber(), to_chars(block.text(), position - block.position()))

    def position(self, point: Point) -> int:
        """Turn a place in the body into a position of the document."""
        block = self.document().findBlockByNumber(point.block)
        return block.position() + to_units(block.text(), point.offset)

    # --- cursor ---

    def caret(self) -> Caret:
        """Tell where the cursor is; a figure selected as a whole has its places at -1."""
        if not self._body:
            return Caret(self.objectName())
        cursor = self.textCursor()
        block = cursor.block()
        name = self._body[block.blockNumber()].id
        if self._chosen and self._chosen == name:
            return Caret(self.objectName(), name, CHOSEN, CHOSEN)
        start = block.position()
        return Caret(self.objectName(), name, cursor.anchor() - start, cursor.position() - start)

    def go_to(self, caret: Caret) -> None:
        """Put the cursor where it was, as near as what stands there now allows."""
        self.flush()
        names = [block.id for block in self._body]
        if caret.block not in names:
            cursor = self.textCursor()
            if not caret.block:
                cursor.setPosition(0)
            self.setTextCursor(cursor)
        elif caret.position == CHOSEN:
            self.choose(names.index(caret.block))
        else:
            block = self.document().findBlockByNumber(names.index(caret.block))
            most = self.document().characterCount() - 1
            at = block.position() + min(max(caret.position, 0), block.length() - 1)
            anchor = at
            if caret.anchor != caret.position:
                anchor = min(max(block.position() + caret.anchor, 0), most)
            self.select(anchor, at)
        self.ensureCursorVisible()

    def select(self, anchor: int, position: int) -> None:
        """Select between two positions of the document; the cursor is at the second."""
        if not self._is_busy and self._preedit():
            # The letters stay behind otherwise; once written they push on what follows.
            at, length = self.textCursor().position(), self.document().characterCount()
            self.flush()
            grown = self.document().characterCount() - length
            anchor, position = (
                place + grown if place > at else place for place in (anchor, position)
            )
        cursor = QTextCursor(self.document())
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self._chosen = ""
        self.setTextCursor(cursor)
        self._note_cursor()

    def place(self, point: Point) -> None:
        """Put the cursor at a place of the body."""
        at = self.position(point)
        self.select(at, at)

    def choose(self, index: int) -> None:
        """Select a figure or a table as a whole."""
        self.place(end_of(self._body, index))
        self._chosen = self._body[index].id
        self._show_caret()
        self._note_state()
        self.reveal(index)

    @property
    def chosen(self) -> int | None:
        """Number of the figure or table that is selected as a whole."""
        if not self._chosen or not self._body:
            return None
        index = self.index()
        return index if self._body[index].id == self._chosen else None

    def reveal(self, index: int) -> None:
        """Scroll so far that a block is seen with all that is painted around it."""
        block = self.document().findBlockByNumber(index)
        box = self.document().documentLayout().blockBoundingRect(block)
        bar = self.verticalScrollBar()
        top = round(box.top() - self.geometry_.above(self._body[index]))
        bottom = round(box.bottom() + self.geometry_.below(self._body, index))
        if bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height())
        bar.setValue(min(bar.value(), max(top, 0)))

    def _note_cursor(self) -> None:
        if self._is_writing:
            return
        cursor = self.textCursor()
        block = self.current_block()
        is_table = isinstance(block, Table) and not cursor.hasSelection()
        self._chosen = block.id if block and is_table else ""
        self._show_caret()
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, not isinstance(block, Table))
        if not self._is_busy:
            self._last_caret = self.caret()
        self._note_state()

    def _show_caret(self) -> None:
        width = 0 if self._chosen else 1
        if self.cursorWidth() != width:
            self.setCursorWidth(width)
        # Frames around figures and tables tell where the cursor is; other text needs no paint.
        block = self.current_block()
        framed = block.id if block and is_solid(block) else ""
        shown = framed, self._chosen, self.textCursor().hasSelection()
        if shown != self._framed or shown[2]:
            self._framed = shown
            self.viewport().update()

    def _note_state(self) -> None:
        if self._is_writing:
            return
        if self._is_busy:
            self._has_news = True
        else:
            self.state_changed.emit()

    # --- input methods ---

    @property
    def is_composing(self) -> bool:
        """Tell whether an input method holds letters that are not in the body yet."""
        return bool(self._preedit())

    def flush(self) -> None:
        """Let an input method hand over what it still holds, so that `edited` has told all."""
        if not self._preedit():
            return
        QGuiApplication.inputMethod().commit()
        held = self._preedit()
        if held:  # no input method answered: the words are kept all the same
            event = QInputMethodEvent("", [])
            event.setCommitString(held)
            self.inputMethodEvent(event)

    def drop_preedit(self) -> None:
        """Show no more what an input method holds; it shows it again with its next letter."""
        if self._preedit():
            self._is_writing = True
            super().inputMethodEvent(QInputMethodEvent("", []))
            self._is_writing = False

    def _preedit(self) -> str:
        if self._is_writing:
            return ""
        layout = self.textCursor().block().layout()
        return layout.preeditAreaText() if layout else ""
