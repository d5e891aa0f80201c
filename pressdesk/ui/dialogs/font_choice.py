"""Choosing a font, and seeing it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from pressdesk.ui.controls.cards import Note
from pressdesk.ui.dialogs.sheet import Sentence
from pressdesk.ui.fonts import reading_font

_POINTS = 12.0


class FontChoice(QComboBox):
    """The font families of this system, after the choice of the program."""

    chosen = Signal(str)
    """A family, or "" for the program's choice."""

    def __init__(self, family: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.addItem(self.tr("The program’s choice"), "")
        self.insertSeparator(1)
        for name in QFontDatabase.families():
            if not QFontDatabase.isPrivateFamily(name):
                self.addItem(name, name)
        if family and self.findData(family) < 0:
            self.addItem(family, family)
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(family))
        self.currentIndexChanged.connect(lambda: self.chosen.emit(self.currentData()))


class FontSample(Note):
    """A sentence in the font of the page, as large as it will be."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__("neutral", parent)
        self._words = Sentence(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self._words)

    def show_font(self, family: str, size: float) -> None:
        """Show a family, "" for the program's choice, at a factor of text size."""
        font = QFont(family) if family else reading_font(_POINTS)
        font.setPointSizeF(_POINTS * size)
        self._words.setFont(font)
