"""The details panel: all that belongs to a release besides its text and its photos."""

import datetime as dt
from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.model.release import Release
from pressdesk.model.slug import slugify
from pressdesk.model.text import keywords_in
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.date_field import DateField
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.choice_field import ChoiceField
from pressdesk.ui.panels.contacts import Boilerplates, Contacts
from pressdesk.ui.panels.embargo_field import EmbargoField
from pressdesk.ui.panels.event_fields import EventFields
from pressdesk.ui.panels.field_box import FieldBox, Words
from pressdesk.ui.panels.languages import language_words, languages, read_language
from pressdesk.ui.panels.panel import Panel, go_among
from pressdesk.ui.panels.reading_order import set_reading_order
from pressdesk.ui.panels.release_fields import ReleaseFields
from pressdesk.ui.panels.section import Column, Section
from pressdesk.ui.panels.typed import Typed

_PARTS = (
    *("template", "language", "issuer", "headline", "category", "place", "date", "embargo"),
    *("contacts", "boilerplates", "note", "slug", "keywords", "event", "rights"),
)
_FIELDS = ("details", "embargo", "event", "contacts", "boilerplates")
"""How the names of the panel's fields begin."""


class DetailsPanel(Panel):
    """Sections that fold, each with its fields."""

    def __init__(
        self,
        document: Document,
        icons: Icons,
        *,
        dateline: Callable[[Release], str],
        now: Callable[[], dt.datetime],
        here: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make the panel.

        ``dateline`` composes the dateline as it prints; ``now`` gives the time (aware);
        ``here`` is the IANA name of this computer's zone.
        """
        super().__init__("detailsPanel", self.tr("Details"), document, parent)
        self._dateline = dateline
        self.head = ReleaseFields(document)
        self.web = ReleaseFields(document)
        self.rights = ReleaseFields(document)
        self.embargo = EmbargoField(document, icons, now=now, here=here)
        self.event_fields = EventFields(document, icons)
        self.contacts = Contacts(document, icons)
        self.boilerplates = Boilerplates(document, icons)
        self.sections: dict[str, Section] = {}
        self._build_head(icons)
        self._build_web()
        self.rights.add_text(
            "note", self.tr("Note to editors"), self.tr("Typing in the note to editors")
        )
        self.rights.add_text(
            "rights", self.tr("Rights"), self.tr("Typing in the rights"), one_line=True
        )
        self._column = Column(self.tr("Details of the release"))
        self._add_section("head", self.tr("Release"), self.head)
        self._add_section("embargo", self.tr("Embargo"), self.embargo)
        self._add_section("contacts", self.tr("Media contacts"), self.contacts)
        self._add_section("boilerplates", self.tr("Boilerplate"), self.boilerplates)
        self._add_section("event", self.tr("Event"), self.event_fields)
        self._add_section("web", self.tr("Search and addresses"), self.web)
        self._add_section("rights", self.tr("Note and rights"), self.rights)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._column)
        for cards in (self.contacts, self.boilerplates):
            cards.rebuilt.connect(lambda: set_reading_order(self))
        self.show_release()
        set_reading_order(self)

    def parts(self, release: Release) -> tuple[object, ...]:
        return tuple(getattr(release, part) for part in _PARTS)

    def slow_parts(self, release: Release) -> tuple[object, ...]:
        return ()

    def refresh(self) -> None:
        release = self.document.release
        for fields in (self.head, self.web, self.rights):
            fields.refresh()
        self.date.show_day(release.date)
        self.language.show_value(release.language)
        self.line.say(self._dateline(release))
        self._show_slug(release)
        self.embargo.refresh()
        self.event_fields.refresh()
        self.contacts.refresh()
        self.boilerplates.refresh()

    def show_section(self, name: str) -> None:
        """Open a section and go to it: one of ``sections``."""
        section = self.sections[name]
        section.open()
        section.head.setFocus()
        self._column.ensureWidgetVisible(section)

    def begin(self) -> None:
        self.sections["head"].head.setFocus()

    def holds(self, caret: Caret) -> bool:
        return caret.field.partition(".")[0] in _FIELDS

    def go_to(self, caret: Caret) -> None:
        for name, cards in (("contacts", self.contacts), ("boilerplates", self.boilerplates)):
            if cards.go_to(caret):
                self.sections[name].open()
                return
        for name, widgets in self._others().items():
            for widget in widgets:
                if widget.objectName() == caret.field:
                    self.sections[name].open()
                    widget.setFocus()
                    return
        for name, fields in self._typed().items():
            if any(typed.field.objectName() == caret.field for typed in fields):
                self.sections[name].open()
                go_among(fields, caret)
                return

    def _typed(self) -> dict[str, list[Typed]]:
        return {
            "head": list(self.head.typed.values()),
            "event": self.event_fields.typed,
            "web": list(self.web.typed.values()),
            "rights": list(self.rights.typed.values()),
        }

    def _others(self) -> dict[str, list[QWidget]]:
        embargo, event = self.embargo, self.event_fields
        return {
            "head": [self.date, self.language],
            "embargo": [embargo.switch, embargo.day, embargo.hour, embargo.second, embargo.zone],
            "event": [event.start, event.end],
        }

    def _build_head(self, icons: Icons) -> None:
        self.head.add_line("issuer", self.tr("Issuer"), self.tr("Typing in the issuer"))
        self.head.add_line("category", self.tr("Category"), self.tr("Typing in the category"))
        self.head.add_line("place", self.tr("Place"), self.tr("Typing in the place"))
        self.date = DateField("details.date", self.tr("Date of the release"), icons)
        self.date.edited.connect(self._set_date)
        self._date_box = FieldBox(self.tr("Date"), self.date)
        self.head.add(self._date_box)
        self.line = Words()
        self.line.setAccessibleName(self.tr("Dateline as it will print"))
        self.head.add(self.line)
        label = self.tr("Language of the text")
        self.language = ChoiceField(
            "details.language",
            label,
            choices=languages,
            words=language_words,
            read=read_language,
        )
        self.language.chosen.connect(self._set_language)
        self.language_box = FieldBox(self.tr("Language"), self.language)
        self.language.refused.connect(
            lambda text: self.language_box.say(
                self.tr("“{}” is no language: write its name, or a tag such as de-AT.").format(text)
            )
        )
        self.head.add(self.language_box)

    def _build_web(self) -> None:
        slug = self.web.add_line("slug", self.tr("Slug"), self.tr("Typing in the slug"))
        self.propose = PlainButton(self.tr("Propose"))
        self.propose.setAccessibleName(self.tr("Propose a slug from the headline"))
        self.propose.setToolTip(self.tr("Make it from the headline"))
        self.propose.clicked.connect(self._propose_slug)
        slug.add(self.propose)
        box = self.web.add_text(
            "keywords",
            self.tr("Keywords"),
            self.tr("Typing in the keywords"),
            one_line=True,
            read=lambda release: ", ".join(release.keywords),
            write=lambda release, text: replace(release, keywords=keywords_in(text)),
        )
        box.say(self.tr("With commas between them."))

    def _add_section(self, name: str, title: str, inside: QWidget) -> None:
        self.sections[name] = section = Section(title)
        section.head.setObjectName(f"details.section.{name}")
        section.add(inside)
        self._column.add(section)

    def _show_slug(self, release: Release) -> None:
        proper = slugify(release.slug)
        is_proper = proper == release.slug
        self.propose.setEnabled(bool(release.headline.strip()))
        self.web.boxes["slug"].say(
            "" if is_proper else self.tr("File names will have it as “{}”.").format(proper)
        )

    def _propose_slug(self) -> None:
        release = self.document.release
        proposed = replace(release, slug=slugify(release.headline))
        caret = Caret("details.slug")
        if proposed.slug != release.slug:
            step = self.tr("Propose slug")
            self.document.apply(proposed, step, before=caret, after=caret)
        self.web.typed["slug"].field.setFocus()

    def _set_date(self, day: object) -> None:
        caret = Caret("details.date")
        release = replace(self.document.release, date=day)
        self.document.apply(release, self.tr("Date"), before=caret, after=caret)

    def _set_language(self, tag: str) -> None:
        caret = Caret("details.language")
        self.language_box.say("")
        release = replace(self.document.release, language=tag)
        self.document.apply(release, self.tr("Language"), before=caret, after=caret)
