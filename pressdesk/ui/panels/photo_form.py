"""The fields of one photo: captions, alternative text, rights, people, facts of the file."""

from msgspec.structs import replace
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from pressdesk.model import edits
from pressdesk.model.uses import PhotoUse
from pressdesk.ui.document import Document
from pressdesk.ui.panels.field_box import FieldBox
from pressdesk.ui.panels.photo_captions import PhotoCaptions
from pressdesk.ui.panels.photo_facts import PhotoFacts
from pressdesk.ui.panels.photo_fields import PhotoFields
from pressdesk.ui.panels.photo_file import PhotoFault, PhotoFile
from pressdesk.ui.panels.photo_people import PhotoPeople
from pressdesk.ui.panels.typed import Typed
from pressdesk.ui.pictures import Pictures


class PhotoForm(PhotoFields):
    """Shows one photo of the release, and changes it."""

    def __init__(
        self,
        document: Document,
        pictures: Pictures,
        facts: PhotoFacts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("photo", document, parent)
        self._pictures = pictures
        self._facts = facts
        self.fault = PhotoFault()
        self.captions = PhotoCaptions(document)
        self.people = PhotoPeople("photo.people", self.tr("People in the picture"))
        self.file = PhotoFile()
        self._build()

    def show_use(self, use: PhotoUse) -> None:
        """Show a photo as the release has it now."""
        photo = use.photo
        facts = self._facts.facts(photo)
        self.show_fields(photo, facts)
        self.captions.show_use(use)
        self.fault.say(self._pictures.fault(photo, self._document.assets))
        release = self._document.release
        self.people.show_people(release.people, photo.people)
        # Where faces are marked the people follow from these.
        self._people_box.setVisible(bool(release.people) and not photo.marks)
        self.file.show_file(photo, facts)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Only now: Qt calls a panel behind another visible, and to read files takes Pillow.
        super().paintEvent(event)
        photo = self.photo(self._document.release)
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
        self.column.addWidget(self.fault)
        self.column.addWidget(self.captions)
        self.add_alt()
        self.add_line("credit", self.tr("Credit"), self.tr("Typing in the credit"))
        self.add_line("creator", self.tr("Creator"), self.tr("Typing in the creator"))
        self.add_line("copyright", self.tr("Copyright"), self.tr("Typing in the copyright"))
        self.add_text("usage", self.tr("Usage terms"), self.tr("Typing in the usage terms"))
        self.add_text("description", self.tr("Description"), self.tr("Typing in the description"))
        self.people.edited.connect(self._set_people)
        self._people_box = FieldBox(self.tr("People in the picture"), self.people)
        self._people_box.say(self.tr("From left to right; Alt+↑ and Alt+↓ change the order."))
        self.column.addWidget(self._people_box)
        self.column.addWidget(self.file)

    def _set_people(self, people: tuple[str, ...]) -> None:
        photo = self.photo(self._document.release)
        if photo is not None:
            release = edits.replace_photo(self._document.release, replace(photo, people=people))
            self.apply("people", self.tr("People in the picture"), release)
