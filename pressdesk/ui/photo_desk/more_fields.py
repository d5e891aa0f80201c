"""The fields of a photo that few need, folded away below the others."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from pressdesk.model.photo import Photo
from pressdesk.ui.dialogs.field_words import told_part
from pressdesk.ui.panels.field_box import FieldBox
from pressdesk.ui.panels.photo_fields import PhotoFields
from pressdesk.ui.panels.section import Section
from pressdesk.ui.panels.source_types import SOURCE_TYPES, source_type_words
from pressdesk.ui.photo_desk.choice import Choice

LINES = (
    *("title", "headline", "job_title", "caption_writer", "source", "license_url"),
    *("sublocation", "city", "state", "country", "country_code"),
)
TEXTS = ("extended_description",)


class MoreFields(Section):
    """Title, place shown, how it was made and the like; the heading tells how many are set."""

    chosen = Signal(str)
    """How the picture was made: one of ``SOURCE_TYPES``."""

    def __init__(self, form: PhotoFields, name: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("More"), parent, is_open=False)
        self.source_type = Choice()
        for field in (*LINES, *TEXTS):
            label = told_part(f"photos.{field}")
            step = self.tr("Typing in: {field}").replace("{field}", label)
            add: Callable[[str, str, str], FieldBox] = (
                form.add_text if field in TEXTS else form.add_line
            )
            box = add(field, label, step)
            form.column.removeWidget(box)
            self.add(box)
            if note := self._note(field):
                box.say(note)
        for value in SOURCE_TYPES:
            self.source_type.addItem(source_type_words(value), value)
        self.source_type.setObjectName(f"{name}.source_type")
        self.source_type.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.source_type.activated.connect(
            lambda row: self.chosen.emit(self.source_type.itemData(row))
        )
        self.add(FieldBox(told_part("photos.source_type"), self.source_type))

    def show_photo(self, photo: Photo, differing: Mapping[str, object]) -> None:
        """Show how much of a photo is said here; opened where its file says different things."""
        names = (*LINES, *TEXTS, "source_type")
        self.source_type.setCurrentIndex(self.source_type.findData(photo.source_type))
        count = sum(bool(getattr(photo, field)) for field in names)
        title = self.tr("More")
        if count:
            title = self.tr("More ({n} filled in)").replace("{n}", str(count))
        self.say_title(title)
        if any(field in names for field in differing):
            self.open()

    def _note(self, field: str) -> str:
        translate = QCoreApplication.translate
        return {
            "country_code": translate("MoreFields", "Two or three letters: NO, CHN."),
            "license_url": translate("MoreFields", "It begins with https://."),
            "sublocation": translate("MoreFields", "Of the place that the picture shows."),
            "extended_description": translate(
                "MoreFields",
                "What the alternative text has no room for, such as a chart’s figures.",
            ),
        }.get(field, "")
