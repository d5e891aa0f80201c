"""Typing in a field as edits of one text of the release."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget

from pressdesk.model.release import Release
from pressdesk.model.splice import splice_between
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.fields import LineField, TextField
from pressdesk.ui.typing_run import TypingRun

Read = Callable[[Release], str]
Write = Callable[[Release, str], Release]


class Field(Protocol):
    """What ``LineField`` and ``TextField`` have in common."""

    @property
    def edited(self) -> SignalInstance: ...
    def show_text(self, text: str) -> None: ...


def utf16_length(text: str) -> int:
    """Give the length as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Typed(QObject):
    """Binds a field to a text of the release: typing is applied, changes made elsewhere are shown.

    What was typed stays as typed while the release reads it as the same value, so that a
    space or comma at the end does not vanish under the cursor.
    """

    def __init__(
        self,
        document: Document,
        field: LineField | TextField,
        read: Read,
        write: Write,
        *,
        label: str,
        item: str = "",
    ) -> None:
        """``label`` names the step of undo; ``item`` is the id of the thing it is a field of."""
        super().__init__(field)
        self.field = field
        self._document = document
        self._read = read
        self._write = write
        self._label = label
        self.item = item
        self._run = TypingRun(field.objectName())
        self._value = self._text = ""
        self.show_release()
        field.edited.connect(self._take)

    def show_release(self) -> None:
        """Show the text of the release where it is another than the one shown."""
        value = self._read(self._document.release)
        if value != self._value:
            self._value = self._text = value
            self.field.show_text(value)

    def show_item(self, item: str) -> None:
        """Show the same field of another thing."""
        if item != self.item:
            self.item = item
            self._run.end()
        self._value = self._text = self._read(self._document.release)
        self.field.show_text(self._value)

    @property
    def text(self) -> str:
        """What the field shows."""
        return self._text

    def go_to(self, caret: Caret) -> None:
        """Put the cursor of the field where it was."""
        self.field.setFocus()
        place_cursor(self.field, caret.anchor, caret.position)

    def end(self) -> None:
        """Put the cursor of the field behind its text."""
        length = utf16_length(self._text)
        place_cursor(self.field, length, length)

    def _take(self, text: str) -> None:
        splice = splice_between(self._text, text)
        before = utf16_length(self._text[: splice.start])
        removed = utf16_length(self._text[splice.start : splice.start + splice.removed])
        token = self._run.token(before, removed, splice.added)
        self._text = text
        old = self._document.release
        release = self._write(old, text)
        value = self._read(release)
        if value == self._value:
            return
        self._value = value
        name = self.field.objectName()
        was, now = before + removed, before + utf16_length(splice.added)
        self._document.apply(
            release,
            self._label,
            merge=f"{token} {self.item}",
            before=Caret(name, self.item, was, was),
            after=Caret(name, self.item, now, now),
        )


def place_cursor(field: QWidget, anchor: int, position: int) -> None:
    """Select from ``anchor`` to ``position`` (UTF-16 units) in a field, as far as its text goes."""
    if isinstance(field, QLineEdit):
        length = utf16_length(field.text())
        anchor, position = min(anchor, length), min(position, length)
        field.setCursorPosition(anchor)
        field.cursorForward(True, position - anchor)
    elif isinstance(field, TextField):
        length = field.document().characterCount() - 1
        cursor = field.textCursor()
        cursor.setPosition(min(anchor, length))
        cursor.setPosition(min(position, length), QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)
