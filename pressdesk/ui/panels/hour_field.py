"""A field for a time of day, typed as one likes."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from pressdesk.model.hours import read_hour
from pressdesk.ui.fields import Line


class HourField(Line):
    """A line that holds a time of day; what is none turns back to the last one."""

    edited = Signal(object)
    """The new ``datetime.time``."""

    def __init__(self, name: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, accessible_name, parent)
        self.setToolTip(self.tr("09:00, 9.30, 3 pm. ↑ and ↓ go on by a quarter of an hour."))
        self._hour = dt.time(9)
        self.show_hour(self._hour)
        self.editingFinished.connect(self._take)

    def show_hour(self, hour: dt.time) -> None:
        """Show an hour that came from elsewhere."""
        self._hour = hour
        if self.text() != f"{hour:%H:%M}":
            self.setText(f"{hour:%H:%M}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 15, Qt.Key.Key_Down: -15}.get(Qt.Key(event.key()), 0)
        if steps:
            self._take()
            minutes = (self._hour.hour * 60 + self._hour.minute + steps) % (24 * 60)
            self._set(dt.time(*divmod(minutes, 60)))
        elif event.key() == Qt.Key.Key_Escape:
            self.show_hour(self._hour)
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        hour = read_hour(self.text())
        if hour is None:
            self.show_hour(self._hour)
        else:
            self._set(hour)

    def _set(self, hour: dt.time) -> None:
        changed = hour != self._hour
        self.show_hour(hour)
        if changed:
            self.edited.emit(hour)
