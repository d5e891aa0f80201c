"""The red bar above the page while what is typed is not protected."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from pressdesk.model.problem import PressDeskError
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.controls.cards import Note
from pressdesk.ui.dialogs.sheet import Sentence
from pressdesk.ui.icons import Icons

_ICON_PX = 20


class ProtectionBar(Note):
    """Says why the journal fails, and what to do; hidden while it does not."""

    save_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__("danger", parent, tinted=True)
        self.setObjectName("protectionBar")
        sign = QLabel(self)
        sign.setPixmap(icons.icon("warning", "danger").pixmap(_ICON_PX, _ICON_PX))
        self._words = Sentence("", self)
        self._save = PlainButton(self.tr("Save to Another Place…"), self)
        self._save.clicked.connect(self.save_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self._save)
        self.hide()

    @property
    def words(self) -> str:
        """What it says, or ""."""
        return "" if self.isHidden() else self._words.text()

    def show_fault(self, fault: PressDeskError | None) -> None:
        """Say why typing is not protected; None: it is."""
        if fault is None:
            self.hide()
            return
        if fault.code == "PD-JRN-001":
            told = self.tr(
                "Your typing is kept in a second folder only. {why} Save to another place now."
            )
        else:
            told = self.tr("Your typing is not being protected. {why} Save to another place now.")
        self._words.setText(told.replace("{why}", fault.why))
        self.setAccessibleName(self._words.text())
        self.show()
