"""What clocks show at the end of an embargo: in its zone, in UTC, and here."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from pressdesk.model.release import Embargo
from pressdesk.ui.controls.painting import bold_font
from pressdesk.ui.panels.field_box import Words
from pressdesk.ui.panels.zones import clock


class Clocks(QWidget):
    """Three clocks, and how long it is until then."""

    def __init__(self, here: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._here = here
        self._left = Words(is_quiet=False)
        self._left.setFont(bold_font())
        self.rows = [(QLabel(), Words()) for _ in range(3)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (hour, day) in enumerate(self.rows):
            hour.setFont(bold_font())
            grid.addWidget(hour, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(day, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._left)
        column.addLayout(grid)

    def show_instant(self, embargo: Embargo, now: dt.datetime) -> None:
        """Show the clocks at the end of an embargo."""
        self._left.setText(self.remaining(embargo.instant, now))
        here = self.tr("here, {}")
        places = ((embargo.zone, "{}"), ("UTC", "{}"), (self._here, here))
        for (hour, day), (zone, words) in zip(self.rows, places, strict=True):
            shown = clock(embargo.instant, zone)
            hour.setText(shown.hour)
            day.setText(f"{shown.day}, {words.format(shown.where)}")

    def remaining(self, instant: dt.datetime, now: dt.datetime) -> str:
        """Tell how long it is until an instant, or since."""
        is_over = instant <= now
        minutes = int(abs((instant - now).total_seconds())) // 60
        days, minutes = divmod(minutes, 24 * 60)
        hours, minutes = divmod(minutes, 60)
        parts = [self._days_words(days), self._hours_words(hours), self._minutes_words(minutes)]
        told = [part for part in parts if part][:2]
        if not told:
            return self.tr("Over just now") if is_over else self.tr("In less than a minute")
        words = " ".join(told)
        return (self.tr("Over since {}") if is_over else self.tr("In {}")).format(words)

    def _days_words(self, count: int) -> str:
        return self._counted(count, self.tr("1 day"), self.tr("{} days"))

    def _hours_words(self, count: int) -> str:
        return self._counted(count, self.tr("1 hour"), self.tr("{} hours"))

    def _minutes_words(self, count: int) -> str:
        return self._counted(count, self.tr("1 minute"), self.tr("{} minutes"))

    @staticmethod
    def _counted(count: int, one: str, several: str) -> str:
        if not count:
            return ""
        return one if count == 1 else several.format(count)
