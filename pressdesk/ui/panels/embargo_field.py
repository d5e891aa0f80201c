"""The embargo: whether there is one, its day, hour and zone, and what clocks show then."""

import datetime as dt
from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from pressdesk.model.hours import Hour, hour_in, instant_of, wall_of
from pressdesk.model.release import Embargo
from pressdesk.ui.controls.cards import Note
from pressdesk.ui.date_field import DateField
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.choice_field import ChoiceField
from pressdesk.ui.panels.clocks import Clocks
from pressdesk.ui.panels.field_box import FieldBox, Words
from pressdesk.ui.panels.hour_field import HourField
from pressdesk.ui.panels.zones import known_zone, read_zone, zone_words, zones

_USUAL_HOUR = dt.time(9)
_MINUTE_MS = 20_000
"""How often the clocks are read anew while they are seen."""


class EmbargoField(QWidget):
    """Sets the instant before which nothing may be published, in the zone it is told in."""

    def __init__(
        self,
        document: Document,
        icons: Icons,
        *,
        now: Callable[[], dt.datetime],
        here: str,
        parent: QWidget | None = None,
    ) -> None:
        """``now`` gives the time (aware); ``here`` is the zone of this computer."""
        super().__init__(parent)
        self._document = document
        self._now = now
        self._here = here
        self._last: Embargo | None = None
        """The embargo that was switched off, should it be wanted again."""
        self._skipped: tuple[Embargo, dt.datetime] | None = None
        """An embargo that was given as an hour (naive) which clocks leave out."""
        self.switch = QCheckBox(self.tr("Hold back until"))
        self.day = DateField("embargo.day", self.tr("Day of the embargo"), icons)
        self.hour = HourField("embargo.hour", self.tr("Hour of the embargo"))
        name = self.tr("Time zone of the embargo")
        self.zone = ChoiceField(
            "embargo.zone", name, choices=zones, words=zone_words, read=read_zone
        )
        self.second = QCheckBox(self.tr("The second time"))
        self.clocks = Clocks(here)
        self.over = Note("warning", tinted=True)
        self._over_told = Words(is_quiet=False)
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the embargo as the release has it now."""
        embargo = self._document.release.embargo
        self.switch.setChecked(embargo is not None)
        self._inside.setVisible(embargo is not None)
        if embargo is None:
            return
        tz = known_zone(embargo.zone) or dt.UTC
        wall, is_second = wall_of(embargo.instant, tz)
        self.day.show_day(wall.date())
        self.hour.show_hour(wall.time())
        self.zone.show_value(embargo.zone)
        self.zone_box.say(
            "" if known_zone(embargo.zone) else self.tr("This zone is not known; UTC is meant.")
        )
        kind = hour_in(wall, tz)
        self.second.setVisible(kind == "twice")
        self.second.setChecked(is_second)
        self.hour_box.say(self._hour_note(embargo, kind))
        self.clocks.show_instant(embargo, self._now())
        is_over = embargo.instant <= self._now()
        self.over.setVisible(is_over)

    def begin(self) -> None:
        """Go to the first field."""
        (self.day if self.switch.isChecked() else self.switch).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._timer.start(_MINUTE_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _build(self) -> None:
        self.switch.setObjectName("embargo.on")
        self.switch.setMinimumHeight(24)
        self.second.setObjectName("embargo.second")
        self.second.setMinimumHeight(24)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        self.hour_box = FieldBox(self.tr("Hour"), self.hour)
        self.hour_box.add(self.second)
        self.zone_box = FieldBox(self.tr("Time zone"), self.zone)
        self._over_told.setText(self.tr("This hour is over: exports no longer name an embargo."))
        note = QVBoxLayout(self.over)
        note.setContentsMargins(12, 8, 12, 8)
        note.addWidget(self._over_told)
        for widget in (
            FieldBox(self.tr("Day"), self.day),
            self.hour_box,
            self.zone_box,
            self.clocks,
            self.over,
        ):
            inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.switch)
        column.addWidget(self._inside)

    def _connect(self) -> None:
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)
        self.switch.clicked.connect(self._switch)
        self.day.edited.connect(self._set_day)
        self.hour.edited.connect(self._set_hour)
        self.zone.chosen.connect(self._set_zone)
        self.zone.refused.connect(
            lambda text: self.zone_box.say(
                self.tr("“{}” is no time zone: write a city, or +08:00.").format(text)
            )
        )
        self.second.clicked.connect(self._set_second)

    def _switch(self, is_on: bool) -> None:
        release = self._document.release
        if is_on:
            day = release.date or self._now().astimezone(known_zone(self._here)).date()
            wall = dt.datetime.combine(day, _USUAL_HOUR)
            usual = _embargo(wall, self._here)
            self._apply(self._last or usual, self.tr("Set embargo"), "embargo.on")
        else:
            self._last = release.embargo
            self._apply(None, self.tr("Lift embargo"), "embargo.on")

    def _set_day(self, day: object) -> None:
        wall, zone = self._wall()
        if isinstance(day, dt.date):
            wall = dt.datetime.combine(day, wall.time())
            self._set(wall, zone, self.tr("Day of the embargo"), "embargo.day")
        else:
            self.refresh()

    def _set_hour(self, hour: object) -> None:
        wall, zone = self._wall()
        if isinstance(hour, dt.time):
            wall = dt.datetime.combine(wall.date(), hour)
            self._set(wall, zone, self.tr("Hour of the embargo"), "embargo.hour")

    def _set_zone(self, zone: str) -> None:
        wall, _ = self._wall()  # nine o'clock stays nine o'clock
        self._set(wall, zone, self.tr("Time zone of the embargo"), "embargo.zone")

    def _set_second(self, is_second: bool) -> None:
        wall, zone = self._wall()
        embargo = _embargo(wall, zone, is_second=is_second)
        self._apply(embargo, self.tr("Hour of the embargo"), "embargo.second")

    def _set(self, wall: dt.datetime, zone: str, step: str, field: str) -> None:
        embargo = _embargo(wall, zone)
        if hour_in(wall, known_zone(zone) or dt.UTC) == "skipped":
            self._skipped = embargo, wall
        self._apply(embargo, step, field)

    def _wall(self) -> tuple[dt.datetime, str]:
        embargo = self._document.release.embargo
        if embargo is None:
            return dt.datetime.combine(self._now().date(), _USUAL_HOUR), self._here
        return wall_of(embargo.instant, known_zone(embargo.zone) or dt.UTC)[0], embargo.zone

    def _hour_note(self, embargo: Embargo, kind: Hour) -> str:
        if kind == "twice":
            return self.tr("Clocks go back on this day: this hour comes twice.")
        if self._skipped and self._skipped[0] == embargo:
            skipped = self.tr("Clocks go forward on this day and leave {} out.")
            return skipped.format(f"{self._skipped[1]:%H:%M}")
        return ""

    def _apply(self, embargo: Embargo | None, step: str, field: str) -> None:
        caret = Caret(field)
        release = replace(self._document.release, embargo=embargo)
        self._document.apply(release, step, before=caret, after=caret)
        self.refresh()


def _embargo(wall: dt.datetime, zone: str, *, is_second: bool = False) -> Embargo:
    instant = instant_of(wall, known_zone(zone) or dt.UTC, is_second=is_second)
    return Embargo.at(instant, zone)
