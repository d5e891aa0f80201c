"""A field for one of many choices, found by typing any part of its name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from pressdesk.ui.fields import LineField


class ChoiceField(QComboBox):
    """A line that holds the words of a choice; what is none turns back to the last one."""

    chosen = Signal(str)
    """The value of the new choice."""
    refused = Signal(str)
    """What was typed and is no choice."""

    def __init__(
        self,
        name: str,
        accessible_name: str,
        *,
        choices: Callable[[], Sequence[tuple[str, str]]],
        words: Callable[[str], str],
        read: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """Make the field.

        ``choices`` gives values with their words, when they are first needed; ``words``
        those of any value; ``read`` the value that is meant by other words, or "".
        """
        super().__init__(parent)
        self._choices = choices
        self._words = words
        self._read = read
        self._value = ""
        self._filled = False
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._line = LineField("", accessible_name)
        self.setLineEdit(self._line)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda row: self._choose(self.itemData(row)))
        self._line.editingFinished.connect(self._take)

    def show_value(self, value: str) -> None:
        """Show a choice that was made elsewhere."""
        if value != self._value or not self.currentText():
            self._value = value
            self.setEditText(self._words(value) if value else "")
            self._line.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._fill()
        super().focusInEvent(event)
        self._line.selectAll()

    def showPopup(self) -> None:
        self._fill()
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._show_again()
        elif (
            event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier
        ):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the panel scrolls; no choice changes by that

    def _fill(self) -> None:
        if self._filled:
            return
        self._filled = True
        self.blockSignals(True)
        for value, words in self._choices():
            self.addItem(words, value)
        self._show_again()
        self.blockSignals(False)
        finder = QCompleter(self.model(), self)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(finder)
        finder.activated.connect(lambda _: self._take())

    def _take(self) -> None:
        text = self.currentText().strip()
        if text == self._words(self._value):
            return
        row = self.findText(text, Qt.MatchFlag.MatchFixedString)
        value = self.itemData(row) if row >= 0 else self._read(text)
        if value:
            self._choose(value)
        else:
            self._show_again()
            self.refused.emit(text)

    def _choose(self, value: str) -> None:
        changed = value != self._value
        self._value = value
        self._show_again()
        if changed:
            self.chosen.emit(value)

    def _show_again(self) -> None:
        row = self.findData(self._value)
        self.setCurrentIndex(row)
        self.setEditText(self._words(self._value) if self._value else "")
        self._line.setCursorPosition(0)
