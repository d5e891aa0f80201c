"""The strip above the previewed page: which page it is, and how wide the reader's screen is."""

from typing import get_args

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from pressdesk.settings import Preview

_BUTTON_PX = 28
"""Least height of what can be pressed."""


class PreviewHeader(QFrame):
    """The switch between the pages; for that of the web, one between a computer and a phone."""

    kind_changed = Signal(str)
    """Another page is wanted: ``web`` or ``word``."""
    width_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: dict[Preview, QToolButton] = {
            "web": self._button("previewWeb", self.tr("Web page")),
            "word": self._button("previewWord", self.tr("Word page")),
        }
        self._kinds["web"].setToolTip(self.tr("Show the web page as it will be exported"))
        self._kinds["word"].setToolTip(
            self.tr("Show the pages of the Word file, as LibreOffice lays them out")
        )
        self._kinds["web"].setChecked(True)
        group = QButtonGroup(self)
        for button in self._kinds.values():
            group.addButton(button)
        group.buttonToggled.connect(self._tell)
        self._phone = self._button("previewPhone", self.tr("Phone width"))
        self._phone.setToolTip(self.tr("Show the page as wide as a phone is"))
        self._phone.toggled.connect(self.width_changed)
        self._simple = QLabel(self.tr("Simplified view: the exported page looks better."))
        self._simple.setObjectName("previewSimple")
        self._simple.setWordWrap(True)
        self._is_simple = False
        self._state = QLabel(self)
        self._state.setObjectName("previewState")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(4)
        for button in self._kinds.values():
            row.addWidget(button)
        row.addWidget(self._simple, 1)
        row.addStretch(0)
        row.addWidget(self._state)
        row.addWidget(self._phone)
        self._show_kind()

    @property
    def kind(self) -> Preview:
        """Which page is chosen."""
        return next(kind for kind in get_args(Preview) if self._kinds[kind].isChecked())

    def set_kind(self, kind: Preview) -> None:
        """Choose a page."""
        self._kinds[kind].setChecked(True)

    @property
    def is_phone(self) -> bool:
        return self._phone.isChecked()

    def set_simple(self) -> None:
        """Say that the view is not the page as browsers show it."""
        self._is_simple = True
        self._show_kind()

    def set_state(self, words: str) -> None:
        """Say which Word page is seen, or that it is being made."""
        self._state.setText(words)

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
            self._show_kind()
            self.kind_changed.emit(self.kind)

    def _show_kind(self) -> None:
        is_web = self.kind == "web"
        self._phone.setVisible(is_web)
        self._simple.setVisible(is_web and self._is_simple)
        self._state.setVisible(not is_web)
