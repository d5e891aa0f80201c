"""The strip above the previewed page: how wide the reader's screen is."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

_BUTTON_PX = 28
"""Least height of what can be pressed."""


class PreviewHeader(QFrame):
    """The switch between the page of a computer and that of a phone."""

    width_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide = self._button("previewWide", self.tr("Web page"))
        self._phone = self._button("previewPhone", self.tr("Phone width"))
        self._wide.setToolTip(self.tr("Show the page as wide as the panel is"))
        self._phone.setToolTip(self.tr("Show the page as wide as a phone is"))
        self._wide.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self._wide)
        group.addButton(self._phone)
        group.buttonToggled.connect(self._tell)
        self._simple = QLabel(self.tr("Simplified view: the exported page looks better."))
        self._simple.setObjectName("previewSimple")
        self._simple.setWordWrap(True)
        self._simple.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(4)
        row.addWidget(self._wide)
        row.addWidget(self._phone)
        row.addWidget(self._simple, 1)
        row.addStretch(0)

    @property
    def is_phone(self) -> bool:
        return self._phone.isChecked()

    def set_simple(self) -> None:
        """Say that the view is not the page as browsers show it."""
        self._simple.show()

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setMinimumSize(QSize(_BUTTON_PX, _BUTTON_PX))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _tell(self, button: QToolButton, is_checked: bool) -> None:
        if is_checked:
            self.width_changed.emit()
