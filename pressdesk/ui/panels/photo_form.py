"""The fields of one photo: captions, alternative text, rights, people, facts of the file."""

from msgspec.structs import replace
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from pressdesk.model.photo import Photo
from pressdesk.model.release import Release
from pressdesk.model.uses import PhotoUse
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.fields import LineField, TextField
from pressdesk.ui.panels.field_box import FieldBox
from pressdesk.ui.panels.photo_captions import PhotoCaptions
from pressdesk.ui.panels.photo_facts import PhotoFacts
from pressdesk.ui.panels.photo_file import PhotoFault, PhotoFile
from pressdesk.ui.panels.photo_people import PhotoPeople
from pressdesk.ui.panels.typed import Typed
from pressdesk.ui.pictures import Pictures

ALT_GUIDE = 250
"""Characters of an alternative text beyond which listening to it becomes work."""

_IN_FILE = {"description": "caption"}.get
"""The name of a photo's field among those of a file, where it is another."""


class PhotoForm(QWidget):
    """Shows one photo of the release, and changes it."""

    def __init__(
        self,
        document: Document,
        pictures: Pictures,
        facts: PhotoFacts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._pictures = pictures
        self._facts = facts
        self._photo_id = ""
        self.boxes: dict[str, FieldBox] = {}
        self.typed: dict[str, Typed] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.fault = PhotoFault()
        self.captions = PhotoCaptions(document)
        self.decorative = QCheckBox(self.tr("Decorative"))
        self.people = PhotoPeople("photo.people", self.tr("People in the picture"))
        self.file = PhotoFile()
        self._build()

    def show_use(self, use: PhotoUse) -> None:
        """Show a photo as the release has it now."""
        photo = use.photo
        if photo.id != self._photo_id:
            self._photo_id = photo.id
            for typed in self.typed.values():
                typed.show_item(photo.id)
        for typed in self.typed.values():
            typed.show_release()
        self.captions.show_use(use)
        self.fault.say(self._pictures.fault(photo))
        release = self._document.release
        self.people.show_people(release.people, photo.people)
        self._people_box.setVisible(bool(release.people))
        facts = self._facts.facts(photo)
        self.file.show_file(photo, facts)
        said = facts.probe.fields if facts and facts.probe else None
        for name, box in self.boxes.items():
            value = getattr(photo, name)
            is_said = bool(value) and value == getattr(said, _IN_FILE(name, name), "")
            box.say_mark(self.tr("from file") if is_said else "")
        self._show_alt(photo)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Only now: Qt calls a panel behind another visible, and to read files takes Pillow.
        super().paintEvent(event)
        photo = self._photo(self._document.release)
        if photo:
            self._facts.ask(photo, self._document.assets)

    def begin(self) -> None:
        """Go to the first field."""
        first = next(iter(self.captions.typed.values()), self.typed["alt"])
        first.field.setFocus()

    def all_typed(self) -> tuple[Typed, ...]:
        """Give the fields that are typed in."""
        return (*self.captions.typed.values(), *self.typed.values())

    def _build(self) -> None:
        self._column.addWidget(self.fault)
        self._column.addWidget(self.captions)
        self._add_text(
            "alt", self.tr("Alternative text"), self.tr("Typing in the alternative text")
        )
        self.decorative.setObjectName("photo.decorative")
        self.decorative.setMinimumHeight(24)
        self.decorative.setToolTip(self.tr("The picture says nothing that the text does not"))
        self.decorative.clicked.connect(self._set_decorative)
        self.boxes["alt"].add(self.decorative)
        self._add_line("credit", self.tr("Credit"), self.tr("Typing in the credit"))
        self._add_line("creator", self.tr("Creator"), self.tr("Typing in the creator"))
        self._add_line("copyright", self.tr("Copyright"), self.tr("Typing in the copyright"))
        self._add_text("usage", self.tr("Usage terms"), self.tr("Typing in the usage terms"))
        self._add_text("description", self.tr("Description"), self.tr("Typing in the description"))
        self.people.edited.connect(self._set_people)
        self._people_box = FieldBox(self.tr("People in the picture"), self.people)
        self._people_box.say(self.tr("From left to right; Alt+↑ and Alt+↓ change the order."))
        self._column.addWidget(self._people_box)
        self._column.addWidget(self.file)

    def _add_line(self, name: str, label: str, step: str) -> None:
        self._bind(name, LineField(f"photo.{name}", label), label, step)

    def _add_text(self, name: str, label: str, step: str) -> None:
        self._bind(name, TextField(f"photo.{name}", label, one_line=True), label, step)

    def _bind(self, name: str, field: LineField | TextField, label: str, step: str) -> None:
        self.typed[name] = Typed(
            self._document,
            field,
            read=lambda release: getattr(self._photo(release), name, ""),
            write=lambda release, text: self._put(release, **{name: text}),
            label=step,
        )
        self.boxes[name] = FieldBox(label, field)
        self._column.addWidget(self.boxes[name])

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
        self._set("photo.decorative", self.tr("Decorative photo"), decorative=is_decorative)

    def _set_people(self, people: tuple[str, ...]) -> None:
        self._set("photo.people", self.tr("People in the picture"), people=people)

    def _set(self, field: str, step: str, **fields: object) -> None:
        caret = Caret(field, self._photo_id)
        release = self._put(self._document.release, **fields)
        self._document.apply(release, step, before=caret, after=caret)

    def _photo(self, release: Release) -> Photo | None:
        return next((one for one in release.photos if one.id == self._photo_id), None)

    def _put(self, release: Release, **fields: object) -> Release:
        photos = tuple(
            replace(photo, **fields) if photo.id == self._photo_id else photo
            for photo in release.photos
        )
        return replace(release, photos=photos)
