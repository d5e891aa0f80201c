"""What the template adds below the body, greyed: end mark, speakers, standing texts, contacts."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pressdesk.export.packs import Wording
from pressdesk.model.people import Person
from pressdesk.model.release import Release
from pressdesk.model.text import paragraphs
from pressdesk.ui.colours import Colours


class PageFoot(QWidget):
    """The generated end of the page; a click on a part leads to where it is edited."""

    part_wanted = Signal(str)
    """Where what was clicked is edited: ``people``, or a section of the details."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.end_mark = QLabel(self)
        self.end_mark.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.end_mark.setAccessibleName(self.tr("End mark"))
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setAccessibleName(self.tr("What the template prints below the body"))
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.text.linkActivated.connect(self.part_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.end_mark)
        column.addWidget(self.text)
        self._shown: tuple[object, ...] = ()

    def show_release(self, release: Release, words: Wording) -> None:
        """Show what is printed below the body of a release."""
        shown = (
            release.people,
            release.speakers,
            release.note,
            release.boilerplates,
            release.contacts,
            words,
        )
        if all(a is b for a, b in zip(shown, self._shown, strict=False)) and self._shown:
            return
        self._shown = shown
        self.end_mark.setText(words.end_mark)
        self.text.setText("".join(self._parts(release, words)))

    def set_look(self, colours: Colours, sans: QFont) -> None:
        """Set colours and font."""
        for label in (self.end_mark, self.text):
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colours.muted))
            palette.setColor(QPalette.ColorRole.Link, QColor(colours.accent))
            label.setForegroundRole(QPalette.ColorRole.WindowText)
            label.setPalette(palette)
            label.setFont(sans)

    def _parts(self, release: Release, words: Wording) -> Iterator[str]:
        if release.speaking:
            yield self._part(words.speakers, list(map(_person, release.speaking)), "people")
        if release.others:
            yield self._part(words.people, list(map(_person, release.others)), "people")
        if release.note.strip():
            yield self._part(words.note, paragraphs(release.note), "rights")
        for text in release.boilerplates:
            heading = text.heading or self.tr("Boilerplate")
            yield self._part(heading, paragraphs(text.text), "boilerplates")
        if not release.boilerplates:
            yield self._part(self.tr("No boilerplate yet"), (), "boilerplates")
        if release.contacts:
            lines = [
                " · ".join(
                    part
                    for part in (
                        contact.name,
                        contact.role,
                        contact.organization,
                        contact.phone,
                        contact.email,
                    )
                    if part
                )
                for contact in release.contacts
            ]
            yield self._part(words.contact, lines, "contacts")
        else:
            yield self._part(self.tr("No media contact yet"), (), "contacts")

    def _part(self, heading: str, lines: Sequence[str], to: str) -> str:
        verb = self.tr("Edit") if lines else self.tr("Add")
        link = f' <a href="{to}">{escape(verb)}</a>'
        text = "".join(f"<p style='margin:2px 0'>{escape(line)}</p>" for line in lines)
        return f"<p style='margin:10px 0 2px 0'><b>{escape(heading)}</b>{link}</p>{text}"


def _person(person: Person) -> str:
    native = f" {person.native}" if person.native and person.native != person.name else ""
    position = f", {person.position}" if person.position else ""
    return f"{person.name}{native}{position}"
