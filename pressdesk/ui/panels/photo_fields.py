"""Fields of a photo, bound to the release: what was typed is applied, with a mark of its source."""

from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from pressdesk.model.photo import ALT_GUIDE, Photo
from pressdesk.model.release import Release
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.fields import LineField, TextField
from pressdesk.ui.panels.field_box import FieldBox
from pressdesk.ui.panels.photo_facts import Facts
from pressdesk.ui.panels.typed import Read, Typed, Write

_IN_FILE = {"description": "caption"}.get
"""The name of a photo's field among those of a file, where it is another."""


class PhotoFields(QWidget):
    """A column of fields of one photo."""

    def __init__(self, name: str, document: Document, parent: QWidget | None = None) -> None:
        """``name`` begins the object names of the fields."""
        super().__init__(parent)
        self._name = name
        self._document = document
        self._photo_id = ""
        self.boxes: dict[str, FieldBox] = {}
        self.typed: dict[str, Typed] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.decorative = QCheckBox(self.tr("Decorative"))

    def show_fields(self, photo: Photo, facts: Facts | None) -> None:
        """Show a photo as the release has it now; ``facts`` are those of its file."""
        if photo.id != self._photo_id:
            self._photo_id = photo.id
            for typed in self.typed.values():
                typed.show_item(photo.id)
        for typed in self.typed.values():
            typed.show_release()
        said = facts.probe.fields if facts and facts.probe else None
        for name, box in self.boxes.items():
            value = getattr(photo, name)
            is_said = bool(value) and value == getattr(said, _IN_FILE(name, name), "")
            box.say_mark(self.tr("from file") if is_said else "")
        if "alt" in self.boxes:
            self._show_alt(photo)

    def add_line(
        self,
        name: str,
        label: str,
        step: str,
        *,
        read: Read | None = None,
        write: Write | None = None,
    ) -> FieldBox:
        """Add a field of one line; ``read`` and ``write`` where it is not plain text."""
        field = LineField(f"{self._name}.{name}", label)
        return self._bind(name, field, label, step, read=read, write=write)

    def add_text(self, name: str, label: str, step: str) -> FieldBox:
        """Add a field that grows."""
        field = TextField(f"{self._name}.{name}", label, one_line=True)
        return self._bind(name, field, label, step)

    def add_alt(self) -> FieldBox:
        """Add the alternative text, and the box that says that none is needed."""
        box = self.add_text(
            "alt", self.tr("Alternative text"), self.tr("Typing in the alternative text")
        )
        self.decorative.setObjectName(f"{self._name}.decorative")
        self.decorative.setMinimumHeight(24)
        self.decorative.setToolTip(self.tr("The picture says nothing that the text does not"))
        self.decorative.clicked.connect(self._set_decorative)
        box.add(self.decorative)
        return box

    def photo(self, release: Release) -> Photo | None:
        """Give the photo that is shown, as a release has it."""
        return next((one for one in release.photos if one.id == self._photo_id), None)

    def put(self, release: Release, **fields: object) -> Release:
        """Give a release in which the photo has other values."""
        photos = tuple(
            replace(photo, **fields) if photo.id == self._photo_id else photo
            for photo in release.photos
        )
        return replace(release, photos=photos)

    def set(self, field: str, step: str, **fields: object) -> None:
        """Give the photo other values, as one step done in a field."""
        self.apply(field, step, self.put(self._document.release, **fields))

    def apply(self, field: str, step: str, release: Release) -> None:
        """Make a release the current one, as one step done in a field."""
        caret = Caret(f"{self._name}.{field}", self._photo_id)
        self._document.apply(release, step, before=caret, after=caret)

    def _bind(
        self,
        name: str,
        field: LineField | TextField,
        label: str,
        step: str,
        *,
        read: Read | None = None,
        write: Write | None = None,
    ) -> FieldBox:
        self.typed[name] = Typed(
            self._document,
            field,
            read=read or (lambda release: getattr(self.photo(release), name, "")),
            write=write or (lambda release, text: self.put(release, **{name: text})),
            label=step,
        )
        box = self.boxes[name] = FieldBox(label, field)
        self.column.addWidget(box)
        return box

    def _show_alt(self, photo: Photo) -> None:
        self.decorative.setChecked(photo.decorative)
        box = self.boxes["alt"]
        box.field.setEnabled(not photo.decorative)
        count = len(photo.alt)
        if photo.decorative:
            box.say(self.tr("Screen readers pass over it."))
        elif not count:
            box.say(self.tr("Say what the picture shows to people who can’t see it."))
        else:
            words = self.tr("{} of {} characters.")
            if count > ALT_GUIDE:
                words += " " + self.tr("It is read aloud in one go: shorter is easier to follow.")
            box.say(words.format(count, ALT_GUIDE))

    def _set_decorative(self, is_decorative: bool) -> None:
        self.set("decorative", self.tr("Decorative photo"), decorative=is_decorative)
