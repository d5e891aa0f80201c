"""What is still wrong, as rows that lead to the place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pressdesk.model.problem import Place, Problem, Severity
from pressdesk.ui.controls.cards import Card
from pressdesk.ui.dialogs.sheet import Sentence
from pressdesk.ui.icons import Icons

_RANKS: tuple[Severity, ...] = ("error", "warning", "hint")


class Findings(QWidget):
    """Problems, errors first, each a row to press."""

    place_wanted = Signal(object)
    """A ``Place``."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._problems: tuple[Problem, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show problems in place of those shown before."""
        ordered = tuple(sorted(problems, key=lambda problem: _RANKS.index(problem.severity)))
        if ordered == self._problems:
            return
        self._problems = ordered
        while item := self._column.takeAt(0):
            if row := item.widget():
                row.hide()
                row.deleteLater()
        for problem in ordered:
            row = self._row(problem)
            self._column.addWidget(row)
            row.show()  # now, so that its size counts at once

    def _row(self, problem: Problem) -> Card:
        rank = {
            "error": self.tr("Error"),
            "warning": self.tr("Warning"),
            "hint": self.tr("Hint"),
        }[problem.severity]
        row = _Row(self._icons, rank, problem)
        row.clicked.connect(lambda: self._go(problem.place))
        return row

    def _go(self, place: Place) -> None:
        self.place_wanted.emit(place)


class _Row(Card):
    def __init__(self, icons: Icons, rank: str, problem: Problem) -> None:
        super().__init__(f"{rank}: {problem.message}")
        self.setAccessibleDescription(problem.fix)
        name, role = {
            "error": ("error", "danger"),
            "warning": ("warning", "warning"),
            "hint": ("info", "accent"),
        }[problem.severity]
        side = round(self.fontMetrics().height() * 1.2)
        sign, arrow = QLabel(), QLabel()
        sign.setPixmap(icons.icon(name, role).pixmap(side, side))
        sign.setToolTip(rank)
        arrow.setPixmap(icons.icon("right", "muted").pixmap(side, side))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Sentence(problem.message))
        if problem.fix:
            words.addWidget(Sentence(problem.fix, is_quiet=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(sign)
        row.addLayout(words, 1)
        row.addWidget(arrow)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
