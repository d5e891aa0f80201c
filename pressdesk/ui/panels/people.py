"""The people panel: who speaks, in order, and who is named besides."""

from PySide6.QtWidgets import QStackedLayout, QWidget

from pressdesk.model import edits
from pressdesk.model.ids import new_id
from pressdesk.model.mentions import forms
from pressdesk.model.people import Person
from pressdesk.model.release import Release
from pressdesk.model.uses import arrange_people
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.empty import Empty
from pressdesk.ui.panels.flow import Flow
from pressdesk.ui.panels.list_and_form import ListAndForm
from pressdesk.ui.panels.panel import Panel, go_among
from pressdesk.ui.panels.people_list import PeopleModel
from pressdesk.ui.panels.people_view import PeopleView
from pressdesk.ui.panels.person_form import PersonForm
from pressdesk.ui.panels.reading_order import set_reading_order
from pressdesk.ui.panels.section import Column

_LIST = "peopleList"


class PeoplePanel(Panel):
    """The list of people with the fields of the chosen one below it."""

    def __init__(self, document: Document, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__("peoplePanel", self.tr("People"), document, parent)
        self.model = PeopleModel(self)
        self.list = PeopleView(self.model)
        self.form = PersonForm(document, icons, _forms)
        self.empty = Empty(
            self.tr("Nobody is named yet. Speakers are listed in the release, in their order."),
            self.tr("Add person"),
        )
        self._build(icons)
        self.model.arranged.connect(self._arrange)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self.form.begin)
        self.list.removal_wanted.connect(self.remove_person)
        self.form.removal_wanted.connect(self.remove_person)
        self.form.part_change_wanted.connect(lambda: self.model.change_part(self.list.current_id))
        self.empty.wanted.connect(lambda: self.add_person(speaks=True))
        self.show_release()
        set_reading_order(self)

    def parts(self, release: Release) -> tuple[object, ...]:
        return release.people, release.speakers, release.photos, release.language

    def slow_parts(self, release: Release) -> tuple[object, ...]:
        return (release.body,)

    def refresh(self) -> None:
        release = self.document.release
        current, place = self.list.current_id, self.list.currentIndex().row()
        if self.model.show_release(release) and release.people:
            is_there = self.model.row_of(current) >= 0
            self.list.choose(current if is_there else self.model.near(place))
            self._split.fit()
        self._stack.setCurrentIndex(0 if release.people else 1)
        self.form.refresh()

    def begin(self) -> None:
        (self.list if self.document.release.people else self.empty.button).setFocus()

    def holds(self, caret: Caret) -> bool:
        return caret.field == _LIST or caret.field.startswith("person.")

    def go_to(self, caret: Caret) -> None:
        if self.model.row_of(caret.block) >= 0:
            self.list.choose(caret.block)
        if not go_among(self.form.typed.values(), caret):
            self.begin()

    def add_person(self, *, speaks: bool = False) -> None:
        """Add a person without a name, and wait in the field of the family name."""
        person = Person(id=new_id(), family="")
        release = edits.add_person(self.document.release, person, speaks=speaks)
        step = self.tr("Add speaker") if speaks else self.tr("Add person")
        was = Caret(_LIST, self.list.current_id)
        self.document.apply(release, step, before=was, after=Caret("person.family", person.id))
        self.list.choose(person.id)
        self.form.typed["family"].field.setFocus()

    def remove_person(self) -> None:
        """Take the chosen person out of the release."""
        person_id = self.list.current_id
        if person_id:
            release = edits.remove_person(self.document.release, person_id)
            was = Caret(_LIST, person_id)
            self.document.apply(release, self.tr("Remove person"), before=was, after=Caret(_LIST))

    def _choose(self, person_id: str) -> None:
        self.form.setEnabled(bool(person_id))
        self.form.show_person(person_id)

    def _arrange(self, speakers: list[str], others: list[str], moved: str) -> None:
        old = self.document.release
        release = arrange_people(old, speakers, others)
        caret = Caret(_LIST, moved)
        step = self.tr("Order of the people")
        self.document.apply(release, step, before=caret, after=caret)
        self.list.choose(moved)

    def _build(self, icons: Icons) -> None:
        add_speaker = PlainButton(self.tr("Add speaker"), icon=icons.icon("plus"))
        add_other = PlainButton(self.tr("Add person"), icon=icons.icon("plus"))
        add_other.setToolTip(self.tr("Add somebody who is named but does not speak"))
        add_speaker.clicked.connect(lambda: self.add_person(speaks=True))
        add_other.clicked.connect(lambda: self.add_person(speaks=False))
        lower = Column(self.tr("The person"))
        lower.add(self.form)
        self.form.setEnabled(False)
        self._split = ListAndForm(self.list, Flow(add_speaker, add_other), lower)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.empty)


def _forms(release: Release, person_id: str) -> tuple[str, str]:
    return forms(release.person(person_id), release.language, others=release.people)
