"""Whom the press may call, and the standing texts about the house."""

from typing import Any

from PySide6.QtWidgets import QWidget

from pressdesk.model.ids import new_id
from pressdesk.model.people import Contact
from pressdesk.model.reachable import has_country_code, is_email, is_phone
from pressdesk.model.release import Boilerplate
from pressdesk.ui.document import Document
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.item_cards import ItemCards, ItemField, ItemWords


class Contacts(ItemCards):
    """The media contacts."""

    def __init__(self, document: Document, icons: Icons, parent: QWidget | None = None) -> None:
        words = ItemWords(
            none=self.tr("Nobody to call yet."),
            add=self.tr("Add contact"),
            added=self.tr("Add contact"),
            ordered=self.tr("Order of the contacts"),
            removed=self.tr("Remove contact"),
        )
        fields = (
            ItemField(
                "name", self.tr("Name of the contact"), self.tr("Typing in the name of a contact")
            ),
            ItemField("role", self.tr("Role"), self.tr("Typing in the role of a contact")),
            ItemField(
                "organization", self.tr("Organization"), self.tr("Typing in the organization")
            ),
            ItemField("email", self.tr("E-mail"), self.tr("Typing in the e-mail of a contact")),
            ItemField("phone", self.tr("Phone"), self.tr("Typing in the phone of a contact")),
        )
        super().__init__(
            document, icons, kind="contacts", words=words, fields=fields, parent=parent
        )

    def make_item(self) -> Contact:
        return Contact(id=new_id(), organization=self._document.release.issuer)

    def title_of(self, item: Any) -> str:
        name = item.name.strip() or item.email.strip() or self.tr("New contact")
        return f"{name}, {item.role.strip()}" if item.role.strip() else name

    def notes_on(self, item: Any) -> dict[str, str]:
        notes: dict[str, str] = {}
        if item.email and not is_email(item.email):
            notes["email"] = self.tr("An e-mail address has the form name@house.org.")
        if item.phone and not is_phone(item.phone):
            notes["phone"] = self.tr("A number has the form +44 1632 960101.")
        elif item.phone and not has_country_code(item.phone):
            notes["phone"] = self.tr("With the country code (+44 …) it can be called from abroad.")
        return notes


class Boilerplates(ItemCards):
    """The standing texts."""

    def __init__(self, document: Document, icons: Icons, parent: QWidget | None = None) -> None:
        words = ItemWords(
            none=self.tr("No standing text yet."),
            add=self.tr("Add boilerplate"),
            added=self.tr("Add boilerplate"),
            ordered=self.tr("Order of the boilerplates"),
            removed=self.tr("Remove boilerplate"),
        )
        fields = (
            ItemField("heading", self.tr("Heading"), self.tr("Typing in the heading")),
            ItemField(
                "text", self.tr("Text"), self.tr("Typing in the boilerplate"), has_paragraphs=True
            ),
            ItemField("version", self.tr("Approved version"), self.tr("Typing in the version")),
        )
        super().__init__(
            document, icons, kind="boilerplates", words=words, fields=fields, parent=parent
        )

    def make_item(self) -> Boilerplate:
        return Boilerplate(id=new_id(), text="")

    def title_of(self, item: Any) -> str:
        heading = item.heading.strip() or self.tr("Text without a heading")
        version = item.version.strip()
        return self.tr("{}, version {}").format(heading, version) if version else heading

    def notes_on(self, item: Any) -> dict[str, str]:
        return {"text": "" if item.text.strip() else self.tr("A blank line parts paragraphs.")}
