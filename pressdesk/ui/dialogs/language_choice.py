"""Choosing a language by its name, or by its tag."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy

from pressdesk.ui.panels.languages import languages, read_language


class LanguageChoice(QComboBox):
    """Languages by name; another one can be typed as its tag."""

    chosen = Signal(str)
    """A BCP 47 tag."""

    def __init__(self, tag: str, accessible_name: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # else all names are measured, for which every script's font would be loaded
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for each, words in languages():
            self.addItem(words, each)
        self._tag = tag
        self._show()
        self.activated.connect(lambda number: self._take(self.itemData(number)))
        if line := self.lineEdit():
            line.setAccessibleName(accessible_name)
            line.editingFinished.connect(self._read)

    def _read(self) -> None:
        text = self.currentText().strip()
        at = self.findText(text)
        self._take(self.itemData(at) if at >= 0 else read_language(text))

    def _take(self, tag: str) -> None:
        if tag and tag != self._tag:
            self._tag = tag
            self.chosen.emit(tag)
        self._show()

    def _show(self) -> None:
        at = self.findData(self._tag)
        if at >= 0:
            self.setCurrentIndex(at)
        self.setEditText(self.itemText(at) if at >= 0 else self._tag)
