"""A card that folds, for one thing of several: with buttons to move it and to take it out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.ui.controls.buttons import QuietButton
from pressdesk.ui.controls.cards import Note
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.flow import Flow
from pressdesk.ui.panels.section import Section


class ItemCard(Note):
    """A title; under it, when it is open, the fields of the thing."""

    move_wanted = Signal(int)
    """By how many places."""
    removal_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__("neutral", parent)
        self.section = Section("", is_open=False)
        self._up = QuietButton(self.tr("Up"), icon=icons.icon("up"))
        self._down = QuietButton(self.tr("Down"), icon=icons.icon("down"))
        self._remove = QuietButton(self.tr("Remove"), icon=icons.icon("trash"))
        self._up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self._down.clicked.connect(lambda: self.move_wanted.emit(1))
        self._remove.clicked.connect(self.removal_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(self.section)

    def add(self, widget: QWidget) -> None:
        """Put a field below those that are there."""
        self.section.add(widget)

    def end(self) -> None:
        """Put the buttons below the fields."""
        self.section.add(Flow(self._up, self._down, self._remove))

    def show_place(self, title: str, place: int, count: int) -> None:
        """Show the title, and which way it can be moved."""
        self.section.say_title(title)
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place < count - 1)
        self._up.setAccessibleName(self.tr("Move up: {}").format(title))
        self._down.setAccessibleName(self.tr("Move down: {}").format(title))
        self._remove.setAccessibleName(self.tr("Remove: {}").format(title))
