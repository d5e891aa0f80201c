"""A name for the version that is about to be kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from pressdesk.ui.controls.buttons import PlainButton, PrimaryButton
from pressdesk.ui.dialogs.sheet import Sentence, Sheet

_MOST_LETTERS = 80


class VersionNameDialog(Sheet):
    """Asks for the name; the release is saved with it."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("versionNameDialog", self.tr("Keep This Version"), parent, letters=52)
        self.field = QLineEdit()
        self.field.setMaxLength(_MOST_LETTERS)
        self.field.setPlaceholderText(self.tr("As sent to the director"))
        self.field.setAccessibleName(self.tr("Name"))
        label = QLabel(self.tr("Na&me"))
        label.setBuddy(self.field)
        self.add(label, self.field)
        self.add(Sentence(self.tr("The release is saved with it."), is_quiet=True))
        self.column.addStretch(1)
        self.buttons.addStretch(1)
        cancel = PlainButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self._keep = PrimaryButton(self.tr("&Keep"))
        self._keep.setEnabled(False)
        self._keep.clicked.connect(self._take)
        self.add_button(self._keep, is_default=True)
        self.field.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))
        self.field.setFocus()

    def _take(self) -> None:
        self.accept()
        self.named.emit(self.field.text().strip())
