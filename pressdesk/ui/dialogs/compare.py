"""Two releases side by side: what was changed, added, removed and moved."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from pressdesk.review.compare import compare
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.controls.labels import Divider, SectionLabel
from pressdesk.ui.dialogs.compare_painter import Columns
from pressdesk.ui.dialogs.compare_rows import make_rows
from pressdesk.ui.dialogs.compare_view import CompareView
from pressdesk.ui.dialogs.compare_words import Side, told_summary
from pressdesk.ui.dialogs.sheet import GAP, MARGIN, Sentence
from pressdesk.ui.icons import Icons
from pressdesk.ui.pictures import Pictures
from pressdesk.ui.prompts import Choice

__all__ = ("CompareDialog", "Side")

_LETTERS, _LINES = 120, 40
_MOST_OF_SCREEN = 0.9
_NARROW = 110
"""Letters below which the summary has a line of its own."""


class CompareDialog(QDialog):
    """A window of its own that shows two releases, and what may be done about them."""

    chosen = Signal(str)
    """The id of the choice whose button was pressed; the window closes."""

    def __init__(
        self,
        before: Side,
        after: Side,
        pictures: Pictures,
        icons: Icons,
        parent: QWidget | None = None,
        *,
        choices: Sequence[Choice] = (),
    ) -> None:
        """``choices`` are the buttons beside Close."""
        super().__init__(parent)
        self.setObjectName("compareDialog")
        self.setWindowTitle(self.tr("Compare"))
        self.setAccessibleName(self.tr("Compare"))
        self.setModal(False)
        kind = Qt.WindowType.Window | Qt.WindowType.WindowMinMaxButtonsHint
        self.setWindowFlags(kind | Qt.WindowType.WindowCloseButtonHint)
        self._sides = before, after
        self.comparison = compare(before.release, after.release)
        self.view = CompareView(before, after, pictures, icons, self)
        self.view.setAccessibleName(self.tr("Both side by side"))
        self.view.moved.connect(self._tell_place)
        self._make_head(icons)
        self._make_foot(choices)
        self._lay_out()
        self._show_rows()
        self._tell_place(-1)

    def next_change(self) -> None:
        """Go to the next change."""
        self._step(1)

    def previous_change(self) -> None:
        """Go to the change before."""
        self._step(-1)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wanted = QSize(metrics.averageCharWidth() * _LETTERS, metrics.height() * _LINES)
        return wanted.boundedTo(self.screen().availableSize() * _MOST_OF_SCREEN)

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        least = super().minimumSizeHint().expandedTo(QSize(0, metrics.height() * 14))
        return least.boundedTo(self.screen().availableSize() * _MOST_OF_SCREEN)

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self.resize(self.sizeHint())
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self.view.verticalScrollBar().sizeHint().width()
        columns = Columns.of(self.width() - bar, self.view.fontMetrics(), self.layoutDirection())
        self._titles.fit(columns, bar)
        is_narrow = self.width() < self.fontMetrics().averageCharWidth() * _NARROW
        way = QBoxLayout.Direction
        self._head.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)

    def _make_head(self, icons: Icons) -> None:
        is_empty = self.comparison.is_empty
        told = self.tr("There is no difference.") if is_empty else told_summary(self.comparison)
        self._summary = Sentence(told)
        self._summary.setObjectName("compareSummary")
        self._previous = PlainButton(self.tr("&Previous"), icon=icons.icon("up"))
        self._previous.setAccessibleName(self.tr("Previous change"))
        self._next = PlainButton(self.tr("&Next"), icon=icons.icon("down"))
        self._next.setAccessibleName(self.tr("Next change"))
        for button, work, keys, tip in (
            (self._previous, self.previous_change, "Shift+F8", self.tr("Previous change ({key})")),
            (self._next, self.next_change, "F8", self.tr("Next change ({key})")),
        ):
            button.clicked.connect(work)
            QShortcut(QKeySequence(keys), self, work)
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(tip.replace("{key}", native))
            button.setAutoDefault(False)
        self._place = QLabel()
        self._place.setObjectName("comparePlace")
        self._place.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._all = QCheckBox(self.tr("Show what is &unchanged"))
        self._all.toggled.connect(self._show_rows)

    def _make_foot(self, choices: Sequence[Choice]) -> None:
        self._buttons: list[PlainButton] = []
        for choice in choices:
            button = PlainButton(choice.text)
            button.setObjectName(f"compare.{choice.id}")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._choose, choice.id))
            self._buttons.append(button)
        self._close = PlainButton(self.tr("&Close"))
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        self._head.setSpacing(10)
        self._head.addWidget(self._summary, 1)
        steps = QHBoxLayout()
        steps.setSpacing(10)
        steps.addStretch(1)
        for widget in (self._place, self._previous, self._next):
            steps.addWidget(widget)
        self._head.addLayout(steps)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        foot.setSpacing(10)
        foot.addWidget(self._all)
        foot.addStretch(1)
        for button in (*self._buttons, self._close):
            foot.addWidget(button)
        self._titles = _Titles(*(side.title for side in self._sides))
        self._titles.show_legend(not self.comparison.is_empty)
        self._nothing = Sentence(self.tr("Both say the same, word for word."), is_quiet=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addWidget(Divider())
        whole.addWidget(self._titles)
        whole.addWidget(Divider())
        whole.addWidget(self.view, 1)
        whole.addWidget(self._nothing, 1)
        whole.addWidget(Divider())
        whole.addLayout(foot)
        order = (self._previous, self._next, self.view, self._all, *self._buttons, self._close)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)
        is_empty = self.comparison.is_empty
        self._nothing.setVisible(is_empty)
        for widget in (self.view, self._all, self._place, self._previous, self._next):
            widget.setVisible(not is_empty)
        (self._close if is_empty else self.view).setFocus()

    def _show_rows(self) -> None:
        is_all = self._all.isChecked()
        self.view.show_rows(make_rows(self.comparison, *self._sides, with_unchanged=is_all))
        self._tell_place(-1)

    def _step(self, by: int) -> None:
        self.view.step(by)
        self.view.setFocus()

    def _tell_place(self, number: int) -> None:
        count = len(self.view.changes)
        if number < 0:
            told = self.tr("%n change(s)", "", count)
        else:
            told = self.tr("{number} of {count}")
            told = told.replace("{number}", str(number + 1)).replace("{count}", str(count))
        self._place.setText(told)
        self._previous.setEnabled(number > 0 or (number < 0 and self.view.has_before()))
        self._next.setEnabled(number < count - 1)

    def _choose(self, id: str, _: bool = False) -> None:
        self.accept()
        self.chosen.emit(id)


class _Titles(QWidget):
    """What each side is, above its column; one above the other where there is one column."""

    def __init__(self, before: str, after: str) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, GAP // 2, 0, GAP // 2)
        removed = self.tr("Removed words are struck through.")
        added = self.tr("Added words are underlined.")
        self._columns: list[QWidget] = []
        self._legend: list[QWidget] = []
        for title, legend in ((before, removed), (after, added)):
            column = QWidget()
            lines = QVBoxLayout(column)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(1)
            name = SectionLabel(title)
            name.setWordWrap(True)
            lines.addWidget(name)
            words = Sentence(legend, is_quiet=True)
            lines.addWidget(words)
            self._legend.append(words)
            lines.addStretch(1)
            self._row.addWidget(column, 1)
            self._columns.append(column)

    def show_legend(self, is_wanted: bool) -> None:
        """Say how removed and added words look, or not."""
        for words in self._legend:
            words.setVisible(is_wanted)

    def fit(self, columns: Columns, scroll_bar_px: int) -> None:
        """Stand above the columns of the list."""
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if columns.is_one else way.LeftToRight)
        self._row.setSpacing(GAP // 2 if columns.is_one else columns.gap_px)
        edge = min(columns.left.left(), columns.right.left())
        self._row.setContentsMargins(edge, GAP // 2, edge + scroll_bar_px, GAP // 2)
        for column in self._columns:
            if layout := column.layout():
                layout.setContentsMargins(columns.indent_px, 0, 0, 0)
