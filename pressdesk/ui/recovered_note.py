"""What the start screen says of work that was not saved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pressdesk.model.problem import PressDeskError
from pressdesk.ui.controls.cards import Card
from pressdesk.ui.controls.labels import SectionLabel
from pressdesk.ui.dialogs.sheet import Sentence
from pressdesk.ui.program import Program
from pressdesk.ui.tasks import Report, Task

if TYPE_CHECKING:
    from pressdesk.recovery import Recoverable

_ICON_PX = 24
_MOST_NAMES = 3


class RecoveredNote(Card):
    """A card that opens what can be recovered; hidden while there is nothing."""

    def __init__(self, program: Program, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("recoveredNote")
        self._program = program
        self._reading: Task | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        sign = QLabel(self)
        sign.setPixmap(program.icons.icon("history", "accent").pixmap(_ICON_PX, _ICON_PX))
        row.addWidget(sign)
        column = QVBoxLayout()
        column.setSpacing(2)
        self._title = SectionLabel(self.tr("Recovered"), self)
        self._words = Sentence("", self)
        column.addWidget(self._title)
        column.addWidget(self._words)
        row.addLayout(column, 1)
        show = QLabel(self.tr("Show…"), self)
        show.setForegroundRole(QPalette.ColorRole.Link)
        row.addWidget(show)
        self.hide()
        program.recovered_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Look in the background what was not saved."""
        if not self._program.has_journal:
            self.hide()
            return
        safe = self._program.safe

        def work(_: Report) -> "tuple[Recoverable, ...]":
            # Start-up: the window is painted before the journal is read.
            from pressdesk.recovery import list_unsaved

            return list_unsaved(safe)

        def failed(error: Exception) -> None:
            if not isinstance(error, PressDeskError):  # the first row written will tell
                raise error

        self._reading = self._program.tasks.run(
            self.tr("Looking for unsaved work"),
            work,
            done=self._show,
            failed=failed,
            owner=self,
            replaces=self._reading,
        )

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def _show(self, found: "tuple[Recoverable, ...]") -> None:
        names = [
            each.unsaved.row.release.headline or self.tr("New release")
            for each in found
            if each.unsaved.discarded is None
        ]
        told = self.tr("Not saved when PressDesk ended: {names}")
        shown = "; ".join(f"“{name}”" for name in names[:_MOST_NAMES])
        if len(names) > _MOST_NAMES:
            shown += self.tr(" and %n other(s)", "", len(names) - _MOST_NAMES)
        self._words.setText(told.replace("{names}", shown))
        self.setAccessibleName(self._words.text())
        self.setVisible(bool(names))
