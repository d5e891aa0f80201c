"""The menu that says who speaks the quote at the cursor."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from pressdesk.model.body import Quote
from pressdesk.ui.document import Document
from pressdesk.ui.editor.body_editor import BodyEditor


class SpeakerMenu(QObject):
    """Offers the people of the release below the cursor, speakers first."""

    person_wanted = Signal()
    """Somebody who is not among the people speaks."""

    def __init__(self, document: Document, body: BodyEditor) -> None:
        super().__init__(body)
        self._document = document
        self._body = body

    def open(self) -> None:
        """Show the menu; a paragraph at the cursor becomes a quote when somebody is chosen."""
        body, release = self._body, self._document.release
        block = body.current_block()
        current = block.speaker if isinstance(block, Quote) else None
        menu = QMenu(body)
        menu.setObjectName("speakerMenu")
        menu.setAccessibleName(self.tr("Who speaks"))
        for person in (*release.speaking, *release.others):
            position = f", {person.position}" if person.position else ""
            action = menu.addAction(f"{person.name}{position}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(person.id == current)
            action.triggered.connect(lambda _=False, name=person.id: self._choose(name))
        menu.addSeparator()
        nobody = menu.addAction(self.tr("&Nobody is named"))
        nobody.setCheckable(True)
        nobody.setChecked(current == "")
        nobody.triggered.connect(lambda: self._choose(""))
        menu.addAction(self.tr("&Add speaker…")).triggered.connect(self._add)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(body.viewport().mapToGlobal(body.cursorRect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _choose(self, person: str) -> None:
        self._make_quote()
        self._body.set_speaker(person)

    def _add(self) -> None:
        self._make_quote()
        self.person_wanted.emit()

    def _make_quote(self) -> None:
        if self._body.kind() != "quote":
            self._body.set_kind("quote")
