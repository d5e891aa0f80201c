"""A field with its label above it and what there is to say about it below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

_FIELD_PX = 28


class Words(QLabel):
    """A sentence that wraps; a quiet one is set back."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, is_quiet: bool = True
    ) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if is_quiet:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)

    def say(self, text: str) -> None:
        """Show a sentence; nothing is shown for ""."""
        self.setText(text)
        self.setVisible(bool(text))


class FieldBox(QWidget):
    """A label, a field below it, and notes: a short one at the label's end, one below."""

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = Words(label)
        self.label.setBuddy(field)
        self.mark = Words()
        self.mark.setWordWrap(False)
        self.mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.note = Words()
        if not field.accessibleName():
            field.setAccessibleName(label)
        if isinstance(field, QLineEdit | QComboBox | QPlainTextEdit):
            field.setMinimumHeight(_FIELD_PX)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.label, 1)
        top.addWidget(self.mark)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(top)
        column.addWidget(field)
        column.addWidget(self.note)
        self.mark.say("")
        self.note.say("")

    def add(self, widget: QWidget, *, is_wide: bool = False) -> None:
        """Put a button below the field; ``is_wide`` gives it the width of the field."""
        side = Qt.AlignmentFlag(0) if is_wide else Qt.AlignmentFlag.AlignLeft
        self._column.insertWidget(self._column.count() - 1, widget, 0, side)

    def say(self, note: str) -> None:
        """Show a note below the field, and tell it to a screen reader with the field."""
        if note != self.note.text():
            self.note.say(note)
            self.field.setAccessibleDescription(note)

    def say_mark(self, mark: str) -> None:
        """Show a word or two at the end of the label's line."""
        if mark != self.mark.text():
            self.mark.say(mark)
