"""What all dialogs are made of: rows that scroll where the screen is small, above their buttons."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pressdesk.ui.controls.labels import Divider

MARGIN, GAP, SMALL_GAP = 20, 14, 6
"""Pixels around the rows of a dialog, between its parts, and within one."""

_MOST_OF_SCREEN = 0.9


class Sentence(QLabel):
    """Plain text that wraps; a quiet one is set back."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, is_quiet: bool = False
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if is_quiet:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)

    def say(self, text: str) -> None:
        """Show a sentence, or nothing for ""."""
        self.setText(text)
        self.setVisible(bool(text))


class _Rows(QWidget):
    """What scrolls in a dialog.

    Its least height is left to its width: else the scroll area would give it the height
    that it has where every sentence is as narrow as can be, and rows would stand apart.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Sheet(QDialog):
    """A dialog of one column of rows, with a row of buttons that is always in sight."""

    def __init__(self, name: str, title: str, parent: QWidget | None, *, letters: int = 64) -> None:
        """``letters`` is how many of them go into a line, whatever the size of text."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._letters = letters
        self.inside = _Rows()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        self.column.setSpacing(GAP)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.inside)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        self.buttons.setSpacing(10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addWidget(Divider())
        whole.addLayout(self.buttons)

    def add(self, *widgets: QWidget) -> QVBoxLayout:
        """Put widgets that belong together below what is there."""
        part = QVBoxLayout()
        part.setSpacing(SMALL_GAP)
        for widget in widgets:
            part.addWidget(widget)
        self.column.addLayout(part)
        return part

    def add_button(self, button: QPushButton, *, is_default: bool = False) -> QPushButton:
        """Put a button at the end of the row; Enter takes the default one."""
        button.setAutoDefault(is_default)
        button.setDefault(is_default)
        self.buttons.addWidget(button)
        return button

    def sizeHint(self) -> QSize:
        wanted = self.fontMetrics().averageCharWidth() * self._letters + 2 * MARGIN
        width = max(wanted, self._least_width())
        height = max(self.inside.heightForWidth(width), self.inside.minimumSizeHint().height())
        whole = QSize(width, height + self.buttons.sizeHint().height() + 2)
        return whole.boundedTo(self.screen().availableSize() * _MOST_OF_SCREEN)

    def minimumSizeHint(self) -> QSize:
        least = QSize(self._least_width(), self.fontMetrics().height() * 12)
        return least.boundedTo(self.screen().availableSize() * _MOST_OF_SCREEN)

    def _least_width(self) -> int:
        beside = self.area.verticalScrollBar().sizeHint().width()
        inside = self.inside.minimumSizeHint().width() + beside
        return max(inside, self.buttons.sizeHint().width())

    def fit(self) -> None:
        """Grow so that all rows are in sight, as far as the screen allows."""
        if layout := self.inside.layout():
            layout.activate()
        self.resize(self.sizeHint().expandedTo(self.size() if self.isVisible() else QSize()))

    def shrink(self) -> None:
        """Take no more height than the rows need; the width stays."""
        self.fit()
        self.resize(self.width(), self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self.resize(self.sizeHint())
        super().showEvent(event)
