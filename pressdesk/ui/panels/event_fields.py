"""The event that the release reports on."""

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.model.release import Event, Release
from pressdesk.model.text import safe_link
from pressdesk.ui.date_field import DateField
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.fields import LineField
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.field_box import FieldBox
from pressdesk.ui.panels.typed import Typed


class EventFields(QWidget):
    """Name, days, place and page of the event; an event without any of these is none."""

    def __init__(self, document: Document, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.typed: list[Typed] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._add_line("name", self.tr("Name"), self.tr("Typing in the event"))
        self.start = DateField("event.start", self.tr("First day of the event"), icons)
        self.end = DateField("event.end", self.tr("Last day of the event"), icons)
        self._column.addWidget(FieldBox(self.tr("First day"), self.start))
        self.days = FieldBox(self.tr("Last day"), self.end)
        self._column.addWidget(self.days)
        self._add_line("place", self.tr("Place"), self.tr("Typing in the place of the event"))
        self.page = self._add_line("url", self.tr("Web page"), self.tr("Typing in the web page"))
        self.start.edited.connect(lambda day: self._set_day("start", day))
        self.end.edited.connect(lambda day: self._set_day("end", day))
        self.refresh()

    def refresh(self) -> None:
        """Show the event as the release has it now."""
        for typed in self.typed:
            typed.show_release()
        event = self._document.release.event or Event(name="")
        self.start.show_day(event.start)
        self.end.show_day(event.end)
        is_turned = event.start is not None and event.end is not None and event.end < event.start
        self.days.say(self.tr("The last day is before the first.") if is_turned else "")
        is_good = not event.url or safe_link(event.url)
        self.page.say("" if is_good else self.tr("It has to begin with https:// or http://."))

    def _add_line(self, name: str, label: str, step: str) -> FieldBox:
        field = LineField(f"event.{name}", self.tr("Event: {}").format(label))
        self.typed.append(
            Typed(
                self._document,
                field,
                read=lambda release: getattr(release.event, name, ""),
                write=lambda release, text: _with(release, **{name: text}),
                label=step,
            )
        )
        box = FieldBox(label, field)
        self._column.addWidget(box)
        return box

    def _set_day(self, name: str, day: object) -> None:
        caret = Caret(f"event.{name}")
        release = _with(self._document.release, **{name: day})
        self._document.apply(release, self.tr("Day of the event"), before=caret, after=caret)


def _with(release: Release, **fields: object) -> Release:
    event = replace(release.event or Event(name=""), **fields)
    return replace(release, event=None if event == Event(name="") else event)
