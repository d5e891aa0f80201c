"""A list above the fields of the chosen thing, with a handle between them."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QVBoxLayout, QWidget

from pressdesk.ui.panels.flow import Flow

_GAP, _BELOW = 8, 6
_MOST = 0.45
"""Part of the height that the list takes at most, unless the handle was moved."""


class ListAndForm(QSplitter):
    """Gives the list the height of its rows, up to a part of the whole."""

    def __init__(
        self, view: QAbstractItemView, buttons: Flow, form: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._view = view
        self._buttons = buttons
        self._is_moved = False
        self._upper = QWidget()
        above = QVBoxLayout(self._upper)
        above.setContentsMargins(0, 0, 0, _BELOW)
        above.setSpacing(_GAP)
        above.addWidget(view, 1)
        buttons.setContentsMargins(14, 0, 14, 0)
        above.addWidget(buttons)
        self.setChildrenCollapsible(False)
        self.addWidget(self._upper)
        self.addWidget(form)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._move)

    def fit(self) -> None:
        """Give the list the room it needs now."""
        if self._is_moved or not self.height():
            return
        buttons = self._buttons.heightForWidth(self.width())
        wanted = self._view.sizeHint().height() + buttons + _GAP + _BELOW
        upper = min(wanted, round(self.height() * _MOST))
        self.setSizes([upper, self.height() - upper - self.handleWidth()])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        # Once more when the list has its width, on which its rows' heights depend.
        QTimer.singleShot(0, self, self.fit)

    def _move(self) -> None:
        self._is_moved = True
