"""The fields of one person."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from pressdesk.model.people import NameOrder, Person
from pressdesk.model.release import Release
from pressdesk.model.uses import uses_of_person
from pressdesk.ui.controls.buttons import PlainButton, QuietButton
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.fields import LineField
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.field_box import FieldBox, Words
from pressdesk.ui.panels.flow import Flow
from pressdesk.ui.panels.typed import Typed


class PersonForm(QWidget):
    """Shows one person of the release, and changes it."""

    part_change_wanted = Signal()
    """A speaker shall be only named, or the other way round."""
    removal_wanted = Signal()

    def __init__(
        self,
        document: Document,
        icons: Icons,
        forms: Callable[[Release, str], tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """``forms`` gives how a person's name prints first, and later."""
        super().__init__(parent)
        self._document = document
        self._forms = forms
        self.typed: dict[str, Typed] = {}
        self._person_id = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._add_line("given", self.tr("Given name"), self.tr("Typing in the given name"))
        self._add_line("family", self.tr("Family name"), self.tr("Typing in the family name"))
        self._add_order()
        self._add_line("native", self.tr("Name in its own script"), self.tr("Typing in the name"))
        self._add_line("title", self.tr("Title"), self.tr("Typing in the title"))
        organization = self.tr("Organization")
        self._add_line("organization", organization, self.tr("Typing in the organization"))
        self._add_line("role", self.tr("Part in the event"), self.tr("Typing in the part"))
        self.typed["role"].field.setPlaceholderText(self.tr("such as moderator"))
        self.printed, self.used = Words(), Words()
        self.printed.setAccessibleName(self.tr("How the name prints"))
        self._column.addWidget(self.printed)
        self._column.addWidget(self.used)
        self.part = PlainButton("", icon=icons.icon("speaker"))
        self.remove = QuietButton(self.tr("Remove"), icon=icons.icon("trash"))
        self.remove.setAccessibleName(self.tr("Remove the person"))
        self.part.clicked.connect(self.part_change_wanted)
        self.remove.clicked.connect(self.removal_wanted)
        self._column.addWidget(Flow(self.part, self.remove))

    def show_person(self, person_id: str) -> None:
        """Show another person."""
        self._person_id = person_id
        for typed in self.typed.values():
            typed.show_item(person_id)
        self.refresh()

    def begin(self) -> None:
        """Go to the first field."""
        self.typed["given"].field.setFocus()

    def refresh(self) -> None:
        """Show the person as the release has it now."""
        person = self._person(self._document.release)
        if person is None:
            return
        for typed in self.typed.values():
            typed.show_release()
        self._show_order(person)
        release = self._document.release
        first, later = self._forms(release, person.id)
        printed = self.tr("Prints first as “{}”, later as “{}”.").format(first, later)
        self.printed.say(printed if person.family or person.given else "")
        self.used.say(self._uses(release, person.id))
        speaks = person.id in release.speakers
        self.part.setText(self.tr("Only named") if speaks else self.tr("Speaks"))
        self.part.setToolTip(
            self.tr("Put among those also named") if speaks else self.tr("Put among the speakers")
        )

    def _add_line(self, name: str, label: str, step: str) -> None:
        field = LineField(f"person.{name}", label)
        self.typed[name] = Typed(
            self._document,
            field,
            read=lambda release: getattr(self._person(release), name, ""),
            write=lambda release, text: self._put(release, **{name: text}),
            label=step,
        )
        self._column.addWidget(FieldBox(label, field))

    def _add_order(self) -> None:
        self.orders: dict[NameOrder, QRadioButton] = {}
        inside = QWidget()
        inside.setAccessibleName(self.tr("Order of the name"))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        group = QButtonGroup(self)
        orders: tuple[NameOrder, NameOrder] = ("given-first", "family-first")
        for order in orders:
            button = QRadioButton()
            button.setObjectName(f"person.{order}")
            button.setMinimumHeight(24)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self._set_order, order))
            group.addButton(button)
            column.addWidget(button)
            self.orders[order] = button
        self._column.addWidget(FieldBox(self.tr("The name prints as"), inside))

    def _show_order(self, person: Person) -> None:
        for order, button in self.orders.items():
            name = replace(person, order=order).name
            is_given = order == "given-first"
            what = self.tr("Given name first") if is_given else self.tr("Family name first")
            shown = f"{name} ({what.lower()})" if name else what
            button.setText(name or what)
            button.setToolTip(what)
            button.setAccessibleName(f"{what}: {shown}")
            button.setChecked(person.order == order)

    def _set_order(self, order: NameOrder, _: bool = True) -> None:
        caret = Caret(f"person.{order}", self._person_id)
        release = self._put(self._document.release, order=order)
        self._document.apply(release, self.tr("Order of the name"), before=caret, after=caret)

    def _uses(self, release: Release, person_id: str) -> str:
        uses = uses_of_person(release, person_id)
        quotes = self.tr("1 quote") if uses.quotes == 1 else self.tr("{} quotes")
        photos = self.tr("1 photo") if uses.photos == 1 else self.tr("{} photos")
        counts = quotes.format(uses.quotes), photos.format(uses.photos)
        match bool(uses.quotes), bool(uses.photos):
            case True, True:
                return self.tr("In {} and {}.").format(*counts)
            case True, False:
                return self.tr("In {}.").format(counts[0])
            case False, True:
                return self.tr("In {}.").format(counts[1])
            case _:
                return self.tr("In no quote and no photo yet.")

    def _person(self, release: Release) -> Person | None:
        return next((one for one in release.people if one.id == self._person_id), None)

    def _put(self, release: Release, **fields: str) -> Release:
        people = tuple(
            replace(person, **fields) if person.id == self._person_id else person
            for person in release.people
        )
        return replace(release, people=people)
