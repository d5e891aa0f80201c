"""Fields for typing whose undo is the document's."""

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from pressdesk.ui.text_menu import show_text_menu

_Key = QKeySequence.StandardKey
_TEXT_KEYS = (_Key.Cut, _Key.Copy, _Key.Paste, _Key.SelectAll)
_UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_undo_key(event: QEvent) -> bool:
    """Tell whether a field must leave a key to the window's Undo and Redo."""
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    return (
        event.type() in kinds
        and isinstance(event, QKeyEvent)
        and any(event.matches(key) for key in _UNDO_KEYS)
    )


def is_key_of_window(event: QEvent) -> bool:
    """Tell whether a key is a command of the window: undo, or Ctrl with a letter.

    On some systems Qt's fields take Ctrl+E to go to the end of the line, and Ctrl+U and
    Ctrl+K to delete it.
    """
    if is_undo_key(event):
        return True
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    return (
        event.type() in kinds
        and isinstance(event, QKeyEvent)
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        and Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
        and not any(event.matches(key) for key in _TEXT_KEYS)
    )


class Line(QLineEdit):
    """A line whose keys and menu are those of the window; each kind of field builds on it."""

    def __init__(self, name: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_text_menu(self, event.globalPos())

    def event(self, event: QEvent) -> bool:
        if is_key_of_window(event):
            event.ignore()
            return False
        return super().event(event)


class LineField(Line):
    """A field of one line."""

    edited = Signal(str)
    """Its text, after each edit by the person."""

    def __init__(
        self,
        name: str,
        accessible_name: str,
        parent: QWidget | None = None,
        *,
        keeps_breaks: bool = False,
    ) -> None:
        """``keeps_breaks``: a line break that is pasted stays in the text."""
        super().__init__(name, accessible_name, parent)
        self._keeps_breaks = keeps_breaks
        self.textEdited.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Show a text that came from elsewhere; the cursor stays where it is."""
        if text != self.text():
            position = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(position, len(text)))

    def _tell(self, text: str) -> None:
        if not self._keeps_breaks and len(text.splitlines()) > 1:
            position = self.cursorPosition() - len(text)
            text = " ".join(text.split())
            self.setText(text)
            self.setCursorPosition(max(position + len(text), 0))
        self.edited.emit(text)


class TextField(QPlainTextEdit):
    """A field of plain text that grows with its lines; in a field of one line Enter goes on."""

    edited = Signal(str)
    """Its text, after each edit by the person."""
    left = Signal()
    """Enter was pressed in a field that holds one line."""

    def __init__(
        self,
        name: str,
        accessible_name: str,
        parent: QWidget | None = None,
        *,
        one_line: bool = False,
        most_lines: int = 12,
    ) -> None:
        """``one_line``: the text has no line breaks, though it may be wrapped."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._one_line = one_line
        self._most_lines = most_lines
        self._shown = ""
        self.textChanged.connect(self._turn)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def show_text(self, text: str) -> None:
        """Show a text that came from elsewhere; the cursor stays where it is."""
        if text == self.toPlainText():
            return
        position = self.textCursor().position()
        self._shown = text
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        height = self._text_height() + int(2 * self.document().documentMargin())
        frame = 2 * self.frameWidth() + margins.top() + margins.bottom()
        return QSize(120, height + frame)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def _turn(self) -> None:
        """Let the text run as its script does."""
        option = self.document().defaultTextOption()
        is_blank = not self.toPlainText().strip()
        runs = self.layoutDirection() if is_blank else self.document().firstBlock().textDirection()
        is_rtl = runs == Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        if option.alignment() != edge:
            option.setAlignment(edge)
            option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            self.document().setDefaultTextOption(option)

    def _text_height(self) -> int:
        """Give the height of the lines in px; those of another script may be higher."""
        spacing = self.fontMetrics().lineSpacing()
        lines = max(1, min(int(self.document().size().height()), self._most_lines))
        height = 0.0
        block = self.document().firstBlock()
        while block.isValid() and height < self._most_lines * spacing:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return max(lines * spacing, min(ceil(height), ceil(self._most_lines * spacing * 1.5)))

    def _grow(self) -> None:
        """Take the height of the text; only a text too long for that scrolls."""
        policy = Qt.ScrollBarPolicy
        is_long = self.document().size().height() > self._most_lines
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_long else policy.ScrollBarAlwaysOff
        )
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            # Later: a layout that is just giving out room hears of no other wish.
            QTimer.singleShot(0, self, self.updateGeometry)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_text_menu(self, event.globalPos())

    def event(self, event: QEvent) -> bool:
        if is_key_of_window(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._one_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source) -> None:
        text = source.text()
        self.insertPlainText(" ".join(text.split()) if self._one_line else text)

    def canInsertFromMimeData(self, source) -> bool:
        return source.hasText() and not source.hasUrls()

    def _tell(self) -> None:
        text = self.toPlainText()
        if text != self._shown:
            self._shown = text
            self.edited.emit(text)
