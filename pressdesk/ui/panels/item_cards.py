"""Things of one kind below each other, each on a card: contacts, standing texts."""

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.model.release import Release
from pressdesk.model.uses import moved
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.fields import LineField, TextField
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.field_box import FieldBox, Words
from pressdesk.ui.panels.item_card import ItemCard
from pressdesk.ui.panels.panel import go_among
from pressdesk.ui.panels.typed import Typed


class ItemWords(NamedTuple):
    """What is said of things of this kind."""

    none: str
    """While there is none."""
    add: str
    added: str
    ordered: str
    removed: str
    """Names of the steps of undo."""


class ItemField(NamedTuple):
    """A text of such a thing."""

    name: str
    label: str
    step: str
    has_paragraphs: bool = False


class ItemCards(QWidget):
    """Shows a tuple of things of the release, and changes it."""

    rebuilt = Signal()
    """There are other cards now, or in another order."""

    def __init__(
        self,
        document: Document,
        icons: Icons,
        *,
        kind: Literal["contacts", "boilerplates"],
        words: ItemWords,
        fields: Iterable[ItemField],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._icons = icons
        self._kind = kind
        self._words = words
        self._fields = tuple(fields)
        self.cards: dict[str, ItemCard] = {}
        self.typed: dict[str, dict[str, Typed]] = {}
        self.boxes: dict[str, dict[str, FieldBox]] = {}
        self._none = Words(words.none)
        self.add_button = PlainButton(words.add, icon=icons.icon("plus"))
        self.add_button.setAccessibleName(words.add)
        self.add_button.clicked.connect(self.add_item)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self._none)
        whole.addLayout(self._column)
        whole.addWidget(self.add_button)
        self.refresh()

    def make_item(self) -> Any:
        """Make a thing of this kind that says nothing yet."""
        raise NotImplementedError

    def title_of(self, item: Any) -> str:
        """Give the title of a thing's card."""
        raise NotImplementedError

    def notes_on(self, item: Any) -> dict[str, str]:
        """Give a sentence for each field about which there is something to say."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the things as the release has them now."""
        items = self._items()
        ids = [item.id for item in items]
        if ids != list(self.cards):
            self._order_cards(ids)
        for place, item in enumerate(items):
            self.cards[item.id].show_place(self.title_of(item), place, len(items))
            for typed in self.typed[item.id].values():
                typed.show_release()
            notes = self.notes_on(item)
            for name, box in self.boxes[item.id].items():
                box.say(notes.get(name, ""))
        self._none.setVisible(not items)

    def add_item(self) -> None:
        """Add a thing at the end, and wait in its first field."""
        item = self.make_item()
        field = f"{self._kind}.{self._fields[0].name}"
        self._apply((*self._items(), item), self._words.added, Caret(field, item.id))
        self.cards[item.id].section.open()
        self.typed[item.id][self._fields[0].name].field.setFocus()

    def go_to(self, caret: Caret) -> bool:
        """Go to a field, or to the card where that is what the caret names."""
        if caret.block not in self.cards or not caret.field.startswith(self._kind):
            return False
        section = self.cards[caret.block].section
        if caret.field != self._kind:
            section.open()
        if not go_among(self.typed[caret.block].values(), caret):
            section.head.setFocus()
        return True

    def _order_cards(self, ids: list[str]) -> None:
        for item_id in [known for known in self.cards if known not in ids]:
            card = self.cards.pop(item_id)
            del self.typed[item_id], self.boxes[item_id]
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for item_id in ids:
            if item_id not in self.cards:
                self.cards[item_id] = self._made(item_id)
        self.cards = {item_id: self.cards[item_id] for item_id in ids}
        for place, card in enumerate(self.cards.values()):
            self._column.insertWidget(place, card)
        self.rebuilt.emit()

    def _made(self, item_id: str) -> ItemCard:
        card = ItemCard(self._icons)
        typed: dict[str, Typed] = {}
        boxes: dict[str, FieldBox] = {}
        for field in self._fields:
            make = TextField if field.has_paragraphs else LineField
            widget = make(f"{self._kind}.{field.name}", field.label)
            typed[field.name] = self._bound(item_id, field, widget)
            boxes[field.name] = FieldBox(field.label, widget)
            card.add(boxes[field.name])
        card.end()
        card.move_wanted.connect(lambda steps: self._move(item_id, steps))
        card.removal_wanted.connect(lambda: self._remove(item_id))
        self.typed[item_id], self.boxes[item_id] = typed, boxes
        return card

    def _bound(self, item_id: str, field: ItemField, widget: LineField | TextField) -> Typed:
        def read(release: Release) -> str:
            items = getattr(release, self._kind)
            return next((getattr(one, field.name) for one in items if one.id == item_id), "")

        def write(release: Release, text: str) -> Release:
            items = tuple(
                replace(one, **{field.name: text}) if one.id == item_id else one
                for one in getattr(release, self._kind)
            )
            return replace(release, **{self._kind: items})

        return Typed(self._document, widget, read, write, label=field.step, item=item_id)

    def _move(self, item_id: str, steps: int) -> None:
        items = self._items()
        place = [item.id for item in items].index(item_id)
        order = moved(items, place, place + steps)
        self._apply(order, self._words.ordered, Caret(self._kind, item_id))

    def _remove(self, item_id: str) -> None:
        rest = tuple(item for item in self._items() if item.id != item_id)
        self._apply(rest, self._words.removed, Caret(self._kind, item_id))
        self.add_button.setFocus()

    def _apply(self, items: tuple[Any, ...], step: str, caret: Caret) -> None:
        release = replace(self._document.release, **{self._kind: items})
        self._document.apply(release, step, before=caret, after=caret)
        self.refresh()

    def _items(self) -> tuple[Any, ...]:
        return getattr(self._document.release, self._kind)
