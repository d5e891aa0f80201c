"""The sheet to write on: keeps Qt's document and the body equal, and tells of each edit once."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QWidget

from pressdesk.model.body import Body
from pressdesk.model.writing import Change
from pressdesk.ui.document import Caret
from pressdesk.ui.editor.cursor import CursorPage
from pressdesk.ui.editor.patch import patch
from pressdesk.ui.editor.splice import Typed, read_splice, typed
from pressdesk.ui.typing_run import TypingRun


class Step:
    """One edit while it is being made."""

    def __init__(self, label: str, body: Body, caret: Caret) -> None:
        self.label = label
        self.body = body
        self.caret = caret
        self.typed: Typed | None = None
        self.is_composed = False
        """More than one thing was changed: not a part of a word that is typed."""


class Surface(CursorPage):
    """A text edit whose document is the body of a release.

    What Qt changes by itself (letters, an input method's words) is read back as a
    splice; everything else is a pure change of the body that is then written to the
    document. Qt's own undo is off.
    """

    edited = Signal(object, str, str, object, object)
    """Body, label, merge token ("" for a step of its own), `Caret` before and after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self._loose: Step | None = None
        self._to_arrange: set[int] = set()
        self._typing = TypingRun("body")
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
        self.apply_look()
        self.rewrite_formats()

    # --- edits ---

    @contextmanager
    def step(self, label: str) -> Iterator[Step]:
        """Hold together what is one edit; at its end it is told."""
        if self._step is not None:
            yield self._step
            return
        step = self._step = Step(label, self._body, self.caret())
        self._is_busy = True
        try:
            yield step
        finally:
            self._step = None
            self._is_busy = False
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
        with self.writing():
            touched = patch(self.document(), self._body, new, self.look)
            self._body = new
            self.arrange(touched)
            self.set_margins()
        self._is_writing = True
        if was_empty:
            self._chosen = ""
            self.moveCursor(QTextCursor.MoveOperation.Start)
        else:
            self._keep_selection(selection)
        self._is_writing = False
        self._note_cursor()
        self.viewport().update()

    def renew(self) -> None:
        """Write all into the document anew, so that it forgets what is gone; nothing is told.

        The caller sees to it that nothing `is_composing`.
        """
        cursor, chosen = self.textCursor(), self._chosen
        places, letters = (cursor.anchor(), cursor.position()), self.currentCharFormat()
        bar = self.verticalScrollBar()
        scrolled = bar.value()
        self._is_writing = True
        self.document().clear()
        with self.writing():
            patch(self.document(), (), self._body, self.look)
            self.arrange(range(len(self.laid_out)))
            self.set_margins()
        self.select(*places)
        self._chosen = chosen
        self._show_caret()
        if self.currentCharFormat() != letters:
            self.setCurrentCharFormat(letters)
        self.document().size()  # lays out to the end: there is no scrolling down before
        bar.setValue(scrolled)
        self._is_writing = False

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
            with self.writing():
                self.rewrite_letters(numbers)
                self.arrange(numbers)
                self.set_margins()
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
