"""Keys that change the structure of the body; letters within one block are left to Qt."""

from unicodedata import category

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from pressdesk.model.body import Figure, ListItem, Paragraph, Table
from pressdesk.model.ids import new_id
from pressdesk.model.kinds import kind_of
from pressdesk.model.spans import cut, length
from pressdesk.model.writing import (
    Change,
    Point,
    delete,
    end_of,
    join_back,
    join_on,
    line_break,
    remove_blocks,
    split,
    text_of,
)
from pressdesk.ui.editor.look import LANG, LINK, MARKS, role_of
from pressdesk.ui.editor.transfer import Transfer

_Move = QTextCursor.MoveOperation
_Key = QKeySequence.StandardKey
_DELETIONS = (
    (_Key.DeleteStartOfWord, _Move.PreviousWord),
    (_Key.DeleteEndOfWord, _Move.NextWord),
    (_Key.DeleteEndOfLine, _Move.EndOfLine),
)
_TRANSFERS = ((_Key.Cut, "cut"), (_Key.Copy, "copy"), (_Key.Paste, "paste"))
_NO_MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Keys:
    """Handles the keys of a body editor."""

    def __init__(self, editor: Transfer) -> None:
        self._editor = editor

    def handle(self, event: QKeyEvent) -> bool:
        """Do what a key asks; False where it is Qt's to do."""
        editor = self._editor
        key, modifiers = event.key(), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tab(back=key == Qt.Key.Key_Backtab, leaves=control)
            return True
        if event.matches(_Key.Undo) or event.matches(_Key.Redo):
            event.ignore()
            return True
        if key == Qt.Key.Key_Up and modifiers in _NO_MODIFIERS[:2] and self._is_at_top():
            editor.leave(back=True)
            return True
        if event.matches(_Key.MoveToStartOfDocument):
            editor.verticalScrollBar().setValue(0)  # what stands above the text is seen too
            return False
        if modifiers & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            editor.move_block(key == Qt.Key.Key_Up)
            return True
        if editor.chosen is not None and modifiers in _NO_MODIFIERS[:2] and self._step_off(key):
            return True
        if editor.isReadOnly():
            if event.matches(_Key.Copy):
                editor.copy()
            return event.matches(_Key.Copy)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                self._break_line()
            else:
                self._enter()
            return True
        for keys, name in _TRANSFERS:
            if event.matches(keys):
                getattr(editor, name)()
                return True
        for keys, movement in _DELETIONS:
            if event.matches(keys):
                return self._delete_to(movement)
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and modifiers in _NO_MODIFIERS:
            return self._erase(back=key == Qt.Key.Key_Backspace)
        return False

    def _step_off(self, key: int) -> bool:
        """Leave a figure or table that is selected as a whole, by an arrow or Escape."""
        editor = self._editor
        index = editor.chosen
        if index is None:
            return False
        body, is_table = editor.body, isinstance(editor.body[index], Table)
        back = key in (Qt.Key.Key_Left, Qt.Key.Key_Up)
        if not back and key not in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Escape):
            return False
        if not is_table:
            editor.place(end_of(body, index - 1) if back and index else Point(index, 0))
            return True
        # A table at an end of the body: an arrow that leads out makes a place to write.
        if key == Qt.Key.Key_Down and index == len(body) - 1:
            whole = (*body, Paragraph(new_id()))
            editor.rewrite(
                QCoreApplication.translate("BodyEditor", "New paragraph"),
                Change(whole, Point(index + 1, 0)),
            )
            return True
        if key == Qt.Key.Key_Up and index == 0:
            editor.rewrite(
                QCoreApplication.translate("BodyEditor", "New paragraph"),
                Change((Paragraph(new_id()), *body), Point(0, 0)),
            )
            return True
        return False

    def make_room(self) -> bool:
        """Before letters come in: delete what is selected, leave a link; False in a table."""
        editor = self._editor
        cursor = editor.textCursor()
        if cursor.hasSelection():
            start, end = editor.selected_points()
            if start.block != end.block:
                editor.rewrite(
                    QCoreApplication.translate("BodyEditor", "Typing"),
                    delete(editor.material(), start, end),
                )
        self._choose_letters()
        return not isinstance(editor.current_block(), Table)

    def prepare_typing(self, event: QKeyEvent) -> bool:
        """See to it that Qt may do what a key means; False where it may not."""
        text = event.text()
        # Of what Python calls unprintable Qt writes hard spaces, joiners and marks of direction.
        is_written = bool(text) and category(text[0]) != "Cc"
        return not is_written or self.make_room()

    def _choose_letters(self) -> None:
        """Let what is typed look as its block does, and not be part of a link it only touches."""
        editor = self._editor
        cursor = editor.textCursor()
        if cursor.hasSelection():
            return
        form, block = cursor.charFormat(), editor.current_block()
        link = form.stringProperty(LINK)
        if link and block:
            at = editor.point(cursor.position()).offset
            spans = text_of(block)
            around = cut(spans, max(at - 1, 0), at + 1)
            if at == 0 or at == length(spans) or any(span.link != link for span in around):
                link = ""
        bits, lang = form.intProperty(MARKS), form.stringProperty(LANG)
        wanted = editor.look.format(role_of(block), bits, link, lang)
        if form != wanted:
            editor.setCurrentCharFormat(wanted)

    def _enter(self) -> None:
        editor = self._editor
        marks = editor.textCursor().charFormat()
        body, at = editor.without_selection()
        block = body[at.block]
        if isinstance(block, Table):
            editor.open_table(at.block)
            return
        if editor.chosen is not None:  # a figure: go on in its caption
            editor.place(end_of(editor.body, at.block))
            return
        editor.rewrite(QCoreApplication.translate("BodyEditor", "New paragraph"), split(body, at))
        now = editor.current_block()
        bits = marks.intProperty(MARKS)
        if now and bits and not text_of(now) and kind_of(now) == kind_of(block):
            editor.setCurrentCharFormat(editor.look.format(role_of(now), bits))

    def _break_line(self) -> None:
        editor = self._editor
        body, at = editor.without_selection()
        if not isinstance(body[at.block], Table):
            editor.rewrite(
                QCoreApplication.translate("BodyEditor", "Line break"), line_break(body, at)
            )

    def _erase(self, *, back: bool) -> bool:
        """Delete what is selected or chosen, or join blocks; letters are Qt's."""
        editor = self._editor
        if not editor.body:
            return True
        if editor.chosen is not None:
            self.delete_chosen()
            return True
        start, end = editor.selected_points()
        if start != end:
            if start.block == end.block:
                return False
            editor.rewrite(
                QCoreApplication.translate("BodyEditor", "Delete"), delete(editor.body, start, end)
            )
            return True
        cursor = editor.textCursor()
        if back and cursor.atBlockStart():
            editor.rewrite(
                QCoreApplication.translate("BodyEditor", "Delete"),
                join_back(editor.body, start.block),
            )
        elif not back and cursor.atBlockEnd():
            editor.rewrite(
                QCoreApplication.translate("BodyEditor", "Delete"),
                join_on(editor.body, start.block),
            )
        else:
            return False
        return True

    def delete_chosen(self) -> None:
        """Delete the figure or table that is selected as a whole."""
        editor = self._editor
        index = editor.chosen
        if index is None:
            return
        is_figure = isinstance(editor.body[index], Figure)
        label = (
            QCoreApplication.translate("BodyEditor", "Delete photo")
            if is_figure
            else QCoreApplication.translate("BodyEditor", "Delete table")
        )
        editor.rewrite(label, remove_blocks(editor.body, index, index))

    def _delete_to(self, movement: QTextCursor.MoveOperation) -> bool:
        editor = self._editor
        cursor = editor.textCursor()
        back = movement == _Move.PreviousWord
        is_edge = cursor.atBlockStart() if back else cursor.atBlockEnd()
        if cursor.hasSelection() or is_edge:
            return self._erase(back=back)
        return False

    def _is_at_top(self) -> bool:
        """Tell whether the cursor is in the first line of the text, with nothing selected."""
        editor = self._editor
        cursor = editor.textCursor()
        if cursor.hasSelection() or editor.chosen is not None:
            return False
        block = cursor.block()
        line = block.layout().lineForTextPosition(cursor.positionInBlock())
        return block.blockNumber() == 0 and line.lineNumber() <= 0

    def _tab(self, *, back: bool, leaves: bool) -> None:
        editor = self._editor
        if leaves:
            editor.leave(back=back)
        elif isinstance(editor.current_block(), ListItem):
            editor.outdent() if back else editor.indent()
