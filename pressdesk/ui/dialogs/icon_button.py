"""A small button that shows an icon only; its words are under the mouse and for a screen reader."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QToolButton

from pressdesk.ui.controls.painting import TARGET_PX
from pressdesk.ui.icons import Icons


class IconButton(QToolButton):
    """A button that is an icon, as large as the text beside it."""

    def __init__(self, icons: Icons, icon: str, words: str) -> None:
        super().__init__()
        self.setIcon(icons.icon(icon))
        self.setAutoRaise(True)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(TARGET_PX, TARGET_PX)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        side = round(self.fontMetrics().height() * 1.2)
        self.setIconSize(QSize(side, side))
