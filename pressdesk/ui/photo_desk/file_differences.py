"""Where the standards within one picture file say different things: both, with a way to choose."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pressdesk.model.photo import Photo
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.controls.cards import Note
from pressdesk.ui.dates import told_day
from pressdesk.ui.panels.field_box import Words
from pressdesk.ui.panels.photo_facts import Facts

if TYPE_CHECKING:
    from pressdesk.photos.probe import Difference

FIELDS: Mapping[str, str] = {
    "caption": "description",
    **{
        name: name
        for name in (
            *("headline", "title", "creator", "job_title", "caption_writer", "credit", "source"),
            *("copyright", "usage", "license_url", "alt", "extended_description", "keywords"),
            *("taken", "sublocation", "city", "state", "country", "country_code", "source_type"),
        )
    },
}
"""The fields of a photo by those of its file."""


def value_from(field: str, words: str) -> object:
    """Give the value of a photo's field that a file tells in words."""
    if field == "keywords":
        return tuple(words.split("; "))
    return dt.date.fromisoformat(words) if field == "taken" else words


class DifferenceNote(Note):
    """What each standard says in one field, with a button to take it."""

    taken = Signal(str, object)
    """Field of the photo, and the value to take."""

    def __init__(self, difference: "Difference", label: str, parent: QWidget | None = None) -> None:
        super().__init__("warning", parent)
        self.field = FIELDS[difference.field]
        self.buttons: dict[str, PlainButton] = {}
        self._values: dict[str, object] = {}
        self._marks: dict[str, Words] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(Words(self.tr("{}: the file says different things.").format(label)))
        for source, words in difference.values:
            value = self._values[source] = value_from(self.field, words)
            shown = told_day(value) if isinstance(value, dt.date) else words
            button = self.buttons[source] = PlainButton(self.tr("Take"))
            button.setObjectName(f"photoDesk.take.{self.field}.{source}")
            button.setAccessibleName(
                self.tr("Take what {source} says: {words}")
                .replace("{source}", source)
                .replace("{words}", shown)
            )
            button.clicked.connect(lambda _=False, value=value: self.taken.emit(self.field, value))
            mark = self._marks[source] = Words(self.tr("in use"))
            mark.setWordWrap(False)
            line = QHBoxLayout()
            line.addWidget(Words(f"{source}: {shown}", is_quiet=False), 1)
            line.addWidget(self._marks[source])
            line.addWidget(button)
            column.addLayout(line)

    def show_photo(self, photo: Photo) -> None:
        """Show which of the values the photo has."""
        for source, button in self.buttons.items():
            is_used = getattr(photo, self.field) == self._values[source]
            button.setVisible(not is_used)
            self._marks[source].setVisible(is_used)


def differences_in(facts: Facts | None) -> tuple["Difference", ...]:
    """Give the fields in which a file says different things and a photo has a value."""
    probe = facts.probe if facts else None
    return tuple(one for one in probe.differing if one.field in FIELDS) if probe else ()
