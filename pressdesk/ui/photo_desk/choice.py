"""A choice among a form's fields, which the wheel scrolls past."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Choice(QComboBox):
    """A list to choose from."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the form scrolls; no choice changes by that
