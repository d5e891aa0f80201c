"""The sheet to write on: keeps Qt's document and the body equal, and tells of each edit once."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QInputMethodEvent,
    QPalette,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from pressdesk.model.body import Block, Body, Paragraph, Table
from pressdesk.model.ids import new_id
from pressdesk.model.writing import Change, Point, end_of, is_solid
from pressdesk.ui.document import Caret
from pressdesk.ui.editor.codec import write_marks
from pressdesk.ui.editor.facts import Facts
from pressdesk.ui.editor.geometry import Geometry
from pressdesk.ui.editor.look import Look
from pressdesk.ui.editor.patch import patch
from pressdesk.ui.editor.splice import Typed, read_splice, typed
from pressdesk.ui.editor.table_picture import TablePictures
from pressdesk.ui.editor.units import to_chars, to_units
from pressdesk.ui.typing_run import TypingRun

CHOSEN = -1
"""Place in a `Caret` that says: the figure or table is selected as a whole."""


class Step:
    """One edit while it is being made."""

    def __init__(self, label: str, body: Body, caret: Caret) -> None:
        self.label = label
        self.body = body
        self.caret = caret
        self.typed: Typed | None = None
        self.is_composed = False
        """More than one thing was changed: not a part of a word that is typed."""


class Surface(QTextEdit):
    """A text edit whose document is the body of a release.

    What Qt changes by itself (letters, an input method's words) is read back as a
    splice; everything else is a pure change of the body that is then written to the
    document. Qt's own undo is off.
    """

    edited = Signal(object, str, str, object, object)
    """Body, label, merge token ("" for a step of its own), `Caret` before and after."""
    state_changed = Signal()
    """Cursor, selection, block or format are others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body: Body = ()
        self._step: Step | None = None
        self._loose: Step | None = None
        self._is_writing = False
        self._has_news = False
        self._to_arrange: set[int] = set()
        self._chosen = ""
        self._framed = ("", "", False)
        self._typing = TypingRun("body")
        self.head: QWidget | None = None
        self.foot: QWidget | None = None
        self.facts = Facts()
        self.tables = TablePictures()
        self.look = Look()
        self.geometry_ = Geometry(self.look, self.facts, self.tables.height)
        self._last_caret = self.caret()
        self._prepare()

    def _prepare(self) -> None:
        self.setObjectName("bodyEditor")
        self.setAccessibleName(self.tr("Body"))
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        # All of it is painted here: nothing below needs to be.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.document().setDocumentMargin(0)
        self.document().contentsChange.connect(self._read_change)
        self.document().contentsChanged.connect(self._end_loose)
        self.cursorPositionChanged.connect(self._note_cursor)
        self.selectionChanged.connect(self._note_state)
        self.currentCharFormatChanged.connect(self._note_state)
        self._apply_look()

    # --- what it holds ---

    @property
    def body(self) -> Body:
        """What the document holds."""
        return self._body

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
        if self._step is None and self._preedit():
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
        if self._step is None:
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
        if self._step is not None:
            self._has_news = True
        else:
            self.state_changed.emit()

    # --- edits ---

    @contextmanager
    def step(self, label: str) -> Iterator[Step]:
        """Hold together what is one edit; at its end it is told."""
        if self._step is not None:
            yield self._step
            return
        step = self._step = Step(label, self._body, self.caret())
        try:
            yield step
        finally:
            self._step = None
            self._finish(step)

    def rewrite(self, label: str, change: Change) -> None:
        """Make a change of the body, as one edit, and go on where it says."""
        if self.isReadOnly():
            return
        with self.step(label) as step:
            step.label = label
            step.is_composed = True
            if change.body is not self._body:
                self.write(change.body)
            if change.is_chosen:
                self.choose(change.at.block)
            elif self._body:
                self.place(change.at)
        self.ensureCursorVisible()

    def restyle(self, label: str, body: Body) -> None:
        """Make a change of the body that leaves cursor and selection on their words."""
        if self.isReadOnly() or body == self._body:
            return
        with self.step(label) as step:
            step.label = label
            step.is_composed = True
            self.write(body)

    def write(self, new: Body) -> None:
        """Make the document hold another body; nothing is told."""
        selection = self._selection()
        was_empty = not self._body
        self._is_writing = True
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        try:
            touched = patch(self.document(), self._body, new, self.look)
            self._body = new
            self._arrange(touched)
            self._fit_margins()
        finally:
            cursor.endEditBlock()
            self._is_writing = False
        self._is_writing = True
        if was_empty:
            self._chosen = ""
            self.moveCursor(QTextCursor.MoveOperation.Start)
        else:
            self._keep_selection(selection)
        self._is_writing = False
        self._note_cursor()
        self.viewport().update()

    def _selection(self) -> tuple[tuple[str, int], tuple[str, int]]:
        cursor = self.textCursor()
        return self._named_place(cursor.anchor()), self._named_place(cursor.position())

    def _named_place(self, position: int) -> tuple[str, int]:
        block = self.document().findBlock(position)
        number = block.blockNumber()
        name = self._body[number].id if number < len(self._body) else ""
        return name, position - block.position()

    def _keep_selection(self, was: tuple[tuple[str, int], tuple[str, int]]) -> None:
        now = self._selection()
        if [name for name, _ in now] == [name for name, _ in was]:
            return
        names = {block.id: index for index, block in enumerate(self._body)}
        cursor = self.textCursor()
        places = [cursor.anchor(), cursor.position()]
        for number, (name, offset) in enumerate(was):
            if name in names:
                block = self.document().findBlockByNumber(names[name])
                places[number] = block.position() + min(offset, block.length() - 1)
        if was[0] == was[1]:
            places[0] = places[1]
        self.select(*places)

    def _arrange(self, numbers: range | set[int]) -> None:
        """Set the block formats of blocks where they are not what they should be."""
        cursor = QTextCursor(self.document())
        for number in sorted(numbers):
            if not 0 <= number < len(self._body):
                continue
            block = self.document().findBlockByNumber(number)
            wanted = self.geometry_.block_format(self._body, number)
            if block.blockFormat() != wanted:
                cursor.setPosition(block.position())
                cursor.setBlockFormat(wanted)

    def arrange_all(self) -> None:
        """Make room anew everywhere: sizes, photos or people have changed."""
        self._is_writing = True
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        try:
            self._arrange(range(len(self._body)))
            self._fit_margins()
        finally:
            cursor.endEditBlock()
            self._is_writing = False
        self.viewport().update()

    def _fit_margins(self) -> None:
        geometry = self.geometry_
        heights = [self.parked_height(widget) for widget in (self.head, self.foot)]
        top, bottom = geometry.root_margins(self._body, *heights)
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        left = geometry.left
        sides = (left, top, max(geometry.width - left - geometry.column, 0), bottom)
        was = (form.leftMargin(), form.topMargin(), form.rightMargin(), form.bottomMargin())
        if sides == was:
            return
        form.setLeftMargin(sides[0])
        form.setTopMargin(sides[1])
        form.setRightMargin(sides[2])
        form.setBottomMargin(sides[3])
        frame.setFrameFormat(form)

    def fit_margins(self) -> None:
        """Make room for what is parked above and below the text."""
        self._is_writing = True
        self._fit_margins()
        self._is_writing = False

    def parked_height(self, widget: QWidget | None) -> float:
        """Give the height that a parked widget wants at the width of the column."""
        if widget is None or widget.isHidden():
            return 0
        if widget.hasHeightForWidth():
            return widget.heightForWidth(self.geometry_.column)
        return widget.sizeHint().height()

    def _read_change(self, position: int, removed: int, added: int) -> None:
        if self._is_writing:
            return
        splice = read_splice(self.document(), self._body, position, added)
        if not splice.new and not splice.old:
            return
        step = self._step or self._loose
        if step is None:
            step = self._loose = Step(self.tr("Typing"), self._body, self._last_caret)
        old, new = self._body[splice.first : splice.first + splice.old], splice.new
        is_simple = len(old) == len(new) == 1 and old[0].id == new[0].id
        self._body = splice.apply(self._body)
        if is_simple and not step.is_composed and step.typed is None:
            step.typed = typed(self.document(), old[0], new[0], splice.first)
        elif not is_simple or step.typed is not None:
            step.is_composed = True
        if not is_simple:
            self._to_arrange.update(range(splice.first - 1, splice.first + len(new) + 2))

    def _end_loose(self) -> None:
        if self._loose is not None and self._step is None and not self._is_writing:
            step, self._loose = self._loose, None
            self._finish(step)

    def _finish(self, step: Step) -> None:
        if self._to_arrange:
            numbers, self._to_arrange = self._to_arrange, set()
            self._is_writing = True
            self._arrange(numbers)
            self._fit_margins()
            self._is_writing = False
        self._has_news, has_news = False, self._has_news
        after = self._last_caret = self.caret()
        if self._body is not step.body:
            token = self._token(step)
            self.edited.emit(self._body, step.label, token, step.caret, after)
            has_news = True
        if has_news:
            self.state_changed.emit()

    def _token(self, step: Step) -> str:
        if step.is_composed or step.typed is None:
            self._typing.end()
            return ""
        return self._typing.token(*step.typed)

    # --- input methods ---

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

    # --- look ---

    def _apply_look(self) -> None:
        palette = self.palette()
        colours = self.look.colours
        role = QPalette.ColorRole
        for name, colour in (
            (role.Text, colours.ink),
            (role.Base, colours.paper),
            (role.Highlight, colours.selection),
            (role.HighlightedText, colours.on_selection),
            (role.PlaceholderText, colours.muted),
        ):
            palette.setColor(name, QColor(colour))
        self.setPalette(palette)
        self.document().setDefaultFont(self.look.serif)

    def rewrite_formats(self) -> None:
        """Set the formats of all letters anew: fonts or colours have changed."""
        self._is_writing = True
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, block in enumerate(self._body):
            cursor.setPosition(self.document().findBlockByNumber(number).position())
            write_marks(cursor, block, self.look)
        cursor.endEditBlock()
        self._is_writing = False

    def fit_width(self) -> None:
        """Take up the width of the viewport."""
        geometry = self.geometry_
        column = geometry.column
        geometry.set_width(self.viewport().width())
        if geometry.column != column:
            self.arrange_all()
        else:
            self.fit_margins()
