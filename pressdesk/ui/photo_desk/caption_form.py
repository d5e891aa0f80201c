"""All that is said of one photo, as fields to be filled in one after the other."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.model import edits
from pressdesk.model.body import Figure
from pressdesk.model.ids import new_id
from pressdesk.model.photo import Photo
from pressdesk.model.text import keywords_in
from pressdesk.model.uses import PhotoUse
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.date_field import DateField
from pressdesk.ui.dialogs.field_words import told_part
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.panels.field_box import FieldBox, Words
from pressdesk.ui.panels.panel import go_among
from pressdesk.ui.panels.photo_facts import Facts
from pressdesk.ui.panels.photo_fields import PhotoFields
from pressdesk.ui.panels.photo_file import PhotoFault, PhotoFile
from pressdesk.ui.panels.photo_people import PhotoPeople
from pressdesk.ui.panels.typed import Typed
from pressdesk.ui.photo_desk.choice import Choice
from pressdesk.ui.photo_desk.desk_captions import DeskCaptions
from pressdesk.ui.photo_desk.file_differences import FIELDS, DifferenceNote, differences_in
from pressdesk.ui.photo_desk.more_fields import MoreFields
from pressdesk.ui.program import Program

if TYPE_CHECKING:
    from pressdesk.photos.probe import Difference

_NAME = "photoDesk"
_CAPTION = f"{_NAME}.caption"


class CaptionForm(PhotoFields):
    """Captions, alternative text, rights, consent and keywords of one photo."""

    rebuilt = Signal()
    """There are other fields now."""

    def __init__(self, document: Document, program: Program, parent: QWidget | None = None) -> None:
        super().__init__(_NAME, document, parent)
        self.fault = PhotoFault()
        self.unused = QWidget()
        self.attach = PlainButton(self.tr("Attach it"), accent=True)
        self.captions = DeskCaptions(_CAPTION, document, program)
        self.differences: dict[str, DifferenceNote] = {}
        self.people = PhotoPeople(f"{_NAME}.people", self.tr("People in the picture"))
        self.consent = Choice()
        self.file = PhotoFile()
        self.days: dict[str, DateField] = {}
        self._icons = program.icons
        self._differing: tuple[object, ...] = ()
        self._build()
        self.captions.rebuilt.connect(self.rebuilt)

    def show_use(self, use: PhotoUse, facts: Facts | None, fault: str) -> None:
        """Show a photo as the release has it now."""
        photo, release = use.photo, self._document.release
        self.show_fields(photo, facts)
        self.captions.show_use(use)
        self.unused.setVisible(not use.figures)
        self.fault.say(fault)
        self._show_differences(photo, facts)
        for name, field in self.days.items():
            if not field.hasFocus() or not field.isModified():
                field.show_day(getattr(photo, name))
        self.consent.setCurrentIndex(self.consent.findData(photo.consent))
        self._consent_until.setEnabled(photo.consent == "given")
        self.people.show_people(release.people, photo.people)
        self._people_box.setVisible(bool(release.people) and not photo.marks)
        self.more.show_photo(photo, self.differences)
        self.file.show_file(photo, facts)

    def all_typed(self) -> tuple[Typed, ...]:
        """Give the fields that are typed in."""
        return (*self.captions.typed.values(), *self.typed.values())

    def go_to(self, caret: Caret) -> bool:
        """Put the cursor where a step was done; False where that is not in the form."""
        hidden = self.findChild(QWidget, caret.field)
        if hidden is not None and self.more.isAncestorOf(hidden):
            self.more.open()
        if go_among(self.all_typed(), caret):
            return True
        field = self.findChild(QWidget, caret.field)
        if isinstance(field, QWidget) and caret.block == self._photo_id:
            field.setFocus()
            return True
        return False

    def place_of(self, widget: QWidget | None) -> str:
        """Name the field that has the cursor, the same for every photo; "" for none."""
        for number, typed in enumerate(self.captions.typed.values()):
            if widget is typed.field:
                return f"{_CAPTION} {number}"
        return widget.objectName() if widget is not None and self.isAncestorOf(widget) else ""

    def begin(self, place: str = "") -> None:
        """Go to a field that ``place_of`` named, else to the caption."""
        target = self._at(place) or next(self._first(), None)
        if target is None:
            return
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        for typed in self.all_typed():
            if typed.field is target:
                typed.end()

    def _at(self, place: str) -> QWidget | None:
        name, _, number = place.partition(" ")
        if name == _CAPTION:
            captions = [typed.field for typed in self.captions.typed.values()]
            return captions[min(int(number), len(captions) - 1)] if captions else self.attach
        found = self.findChild(QWidget, name) if name else None
        is_there = isinstance(found, QWidget) and found.isVisibleTo(self) and found.isEnabled()
        return found if is_there else None

    def _first(self) -> Iterator[QWidget]:
        if self.unused.isVisibleTo(self):
            yield self.attach
        for typed in self.all_typed():
            if typed.field.isEnabled():
                yield typed.field

    def _build(self) -> None:
        self.column.addWidget(self.fault)
        self._build_unused()
        self.column.addWidget(self.captions)
        self.add_alt()
        self.add_line("credit", self.tr("Credit"), self.tr("Typing in the credit"))
        self.add_line("creator", self.tr("Creator"), self.tr("Typing in the creator"))
        self.add_line("copyright", self.tr("Copyright"), self.tr("Typing in the copyright"))
        self.add_text("usage", self.tr("Usage terms"), self.tr("Typing in the usage terms"))
        self._add_day("use_until", self.tr("Use until"), self.tr("Last day of use"))
        self._add_consent()
        self._consent_until = self._add_day(
            "consent_until", self.tr("Consent until"), self.tr("Last day of consent")
        )
        self.add_line(
            "keywords",
            self.tr("Keywords"),
            self.tr("Typing in the keywords"),
            read=lambda release: ", ".join(getattr(self.photo(release), "keywords", ())),
            write=lambda release, text: self.put(release, keywords=keywords_in(text)),
        ).say(self.tr("With commas between them."))
        self.add_text(
            "description", self.tr("Description"), self.tr("Typing in the description")
        ).say(self.tr("What the picture shows, whatever its use; a caption belongs to one use."))
        self.people.edited.connect(self._set_people)
        self._people_box = FieldBox(self.tr("People in the picture"), self.people)
        self._people_box.say(self.tr("From left to right; Alt+↑ and Alt+↓ change the order."))
        self.column.addWidget(self._people_box)
        self.more = MoreFields(self, _NAME)
        self.more.chosen.connect(
            lambda kind: self.set("source_type", self.tr("How it was made"), source_type=kind)
        )
        self.more.folded.connect(self.rebuilt)
        self.column.addWidget(self.more)
        self.column.addWidget(self.file)

    def _build_unused(self) -> None:
        self.attach.setObjectName(f"{_NAME}.attach")
        self.attach.setAccessibleName(self.tr("Attach the photo to the release"))
        self.attach.clicked.connect(self._attach)
        column = QVBoxLayout(self.unused)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(
            Words(self.tr("The release does not use this photo yet. A caption belongs to a use."))
        )
        column.addWidget(self.attach)
        self.column.addWidget(self.unused)

    def _attach(self) -> None:
        figure = Figure(id=new_id(), photo=self._photo_id)
        release = edits.attach(self._document.release, figure)
        self.apply("attach", self.tr("Attach photo"), release)
        self.begin(f"{_CAPTION} 0")

    def _show_differences(self, photo: Photo, facts: Facts | None) -> None:
        differing = differences_in(facts)
        wanted = (photo.media, *(one.field for one in differing))
        if wanted != self._differing:
            self._differing = wanted
            for note in self.differences.values():
                note.hide()
                note.deleteLater()
            self.differences = {}
            for one in differing:
                self._add_difference(one)
            self.rebuilt.emit()
        for note in self.differences.values():
            note.show_photo(photo)

    def _add_difference(self, difference: "Difference") -> None:
        name = FIELDS[difference.field]
        box = self.boxes.get(name)
        label = box.label.text() if box else self._label_of(name)
        note = self.differences[name] = DifferenceNote(difference, label)
        note.taken.connect(self._take)
        if box:
            box.add(note, is_wide=True)
        else:
            self.column.insertWidget(self.column.indexOf(self.file), note)

    def _take(self, name: str, value: object) -> None:
        self.set(name, self.tr("Take from the file"), **{name: value})

    def _label_of(self, name: str) -> str:
        return told_part(f"photos.{name}")

    def _add_day(self, name: str, label: str, step: str) -> FieldBox:
        field = self.days[name] = DateField(f"{_NAME}.{name}", label, self._icons)
        field.edited.connect(lambda day: self.set(name, step, **{name: day}))
        box = FieldBox(label, field)
        self.column.addWidget(box)
        return box

    def _add_consent(self) -> None:
        for value, words in (
            ("", self.tr("Not noted")),
            ("not-needed", self.tr("Not needed")),
            ("asked", self.tr("Asked for")),
            ("given", self.tr("Given")),
            ("refused", self.tr("Refused")),
        ):
            self.consent.addItem(words, value)
        self.consent.setObjectName(f"{_NAME}.consent")
        self.consent.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.consent.activated.connect(
            lambda row: self.set("consent", self.tr("Consent"), consent=self.consent.itemData(row))
        )
        self.column.addWidget(FieldBox(self.tr("Consent of the people shown"), self.consent))

    def _set_people(self, people: tuple[str, ...]) -> None:
        photo: Photo | None = self.photo(self._document.release)
        if photo is not None:
            release = edits.replace_photo(self._document.release, replace(photo, people=people))
            self.apply("people", self.tr("People in the picture"), release)
