"""What a panel shows while there is nothing to show: a sentence and the one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.ui.controls.buttons import PrimaryButton
from pressdesk.ui.panels.field_box import Words


class Empty(QWidget):
    """A sentence in the middle, with a button below it."""

    wanted = Signal()

    def __init__(self, sentence: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = Words(sentence)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = PrimaryButton(action)
        self.button.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 40, 24, 24)
        column.setSpacing(14)
        column.addWidget(words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
