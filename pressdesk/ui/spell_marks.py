"""Lines under wrong words, and the menu that mends them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from pressdesk.ui.colours import colours_of
from pressdesk.ui.editor.units import units
from pressdesk.ui.spell_checker import SpellChecker
from pressdesk.ui.text_menu import has_selection, show_text_menu, text_menu

_BREAK = "\u2028"


class SpellMarks(QSyntaxHighlighter):
    """Underlines what the checker finds in one field; the text and its undo are not touched."""

    def __init__(self, field: QTextEdit | QPlainTextEdit, checker: SpellChecker) -> None:
        super().__init__(field.document())
        self._field = field
        self._checker = checker
        checker.changed.connect(self.rehighlight)
        field.viewport().installEventFilter(self)

    def highlightBlock(self, text: str) -> None:
        wrong = self._checker.ranges(text.replace(_BREAK, "\n"))
        if not wrong:
            return
        marked = QTextCharFormat()
        marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        marked.setUnderlineColor(QColor(colours_of(self._field.palette()).spelling))
        for start, end in wrong:
            first = units(text[:start])
            self.setFormat(first, units(text[start:end]), marked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QContextMenuEvent):
            return False
        cursor = self._wrong_word(event)
        if cursor is not None:
            self._show_menu(cursor, event.globalPos())
        else:
            self._take_cursor(event)
            show_text_menu(self._field, event.globalPos())
        return True

    def _take_cursor(self, event: QContextMenuEvent) -> None:
        """Put the cursor where was clicked, so that a paste goes there; a selection stays."""
        field = self._field
        if event.reason() == QContextMenuEvent.Reason.Keyboard or has_selection(field):
            return
        field.setTextCursor(field.cursorForPosition(event.pos()))

    def _wrong_word(self, event: QContextMenuEvent) -> QTextCursor | None:
        """Select the wrong word that was clicked, or that the cursor is in."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        field = self._field
        cursor = field.textCursor() if by_key else field.cursorForPosition(event.pos())
        block: QTextBlock = cursor.block()
        text = block.text()
        for start, end in self._checker.ranges(text.replace(_BREAK, "\n")):
            first, last = units(text[:start]), units(text[:end])
            if first <= cursor.positionInBlock() <= last:
                cursor.setPosition(block.position() + first)
                cursor.setPosition(block.position() + last, QTextCursor.MoveMode.KeepAnchor)
                return cursor
        return None

    def _show_menu(self, cursor: QTextCursor, place: QPoint) -> None:
        field, word = self._field, cursor.selectedText()
        field.setTextCursor(cursor)
        field.setFocus()
        menu = text_menu(field)
        first = menu.actions()[0]
        looking = QAction(self.tr("Looking for suggestions…"), menu)
        looking.setEnabled(False)
        menu.insertAction(first, looking)
        add = QAction(self.tr("Add “{word}” to the dictionary").replace("{word}", word), menu)
        add.triggered.connect(lambda: self._checker.add(word))
        menu.insertAction(first, add)
        menu.insertSeparator(first)
        menu.popup(place)
        self._checker.suggest(word, lambda words: self._offer(menu, looking, words))

    def _offer(self, menu: QMenu, looking: QAction, words: tuple[str, ...]) -> None:
        if not _is_alive(menu):
            return
        for word in words:
            action = QAction(word, menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(lambda _=False, word=word: self._replace(word))
            menu.insertAction(looking, action)
        if words:
            menu.removeAction(looking)
            menu.setActiveAction(menu.actions()[0])
        else:
            looking.setText(self.tr("No suggestions"))

    def _replace(self, word: str) -> None:
        """Put a word in place of the selected one, by the way that typing takes."""
        insert: Callable[[str], object] = getattr(self._field, "insert_text", None) or (
            self._field.textCursor().insertText
        )
        insert(word)


def _is_alive(menu: QMenu) -> bool:
    # Imported here: asked for a menu only.
    from shiboken6 import isValid

    return isValid(menu)
