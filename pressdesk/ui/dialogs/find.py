"""The bar that finds and replaces in every field of the release."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from pressdesk.model.release import Release
from pressdesk.model.search import Hit, Query, find, replace_all, replace_one
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.controls.labels import Divider
from pressdesk.ui.dialogs.hit_list import HitList
from pressdesk.ui.dialogs.icon_button import IconButton
from pressdesk.ui.document import Document
from pressdesk.ui.fields import LineField
from pressdesk.ui.icons import Icons

_PAUSE_MS = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_LETTERS = 16
"""How many letters of what is looked for can be seen at the least."""


class FindBar(QWidget):
    """Finds and replaces; the focus stays in it until it is closed."""

    hit_wanted = Signal(object)
    """A ``Hit`` to be shown and selected, without taking the focus from the bar."""
    closed = Signal()

    def __init__(self, document: Document, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAccessibleName(self.tr("Find and replace"))
        self._document = document
        self._searched: tuple[Release, Query] | None = None
        self._hits: tuple[Hit, ...] = ()
        self._current = -1
        self._make_fields()
        self._make_buttons(icons)
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._search)
        document.release_changed.connect(self._search_later)
        self._show_count()
        self.hide()

    @property
    def query(self) -> Query:
        """What is looked for now."""
        return Query(
            self._find.text(),
            match_case=self._case.isChecked(),
            whole_words=self._words.isChecked(),
        )

    def open(self, text: str = "", replacement: str = "") -> None:
        """Come up, with a text to look for (what is selected in the page).

        A name comes with the one that replaces it: then only whole words are meant.
        """
        if replacement:
            self._replacement.setText(replacement)
            self._case.setChecked(True)
            self._words.setChecked(True)
        if text and "\n" not in text:
            self._find.setText(text)
        self.show()
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()
        self._search()

    def find_next(self) -> None:
        """Go to the next hit; after the last one to the first."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the hit before; before the first one to the last."""
        self._step(-1)

    def _make_fields(self) -> None:
        self._find = LineField("findField", self.tr("Find"))
        self._find.setPlaceholderText(self.tr("Find"))
        self._find.textChanged.connect(self._search_anew)
        self._find.installEventFilter(self)
        self._replacement = LineField("replaceField", self.tr("Replace with"))
        self._replacement.setPlaceholderText(self.tr("Replace with"))
        self._replacement.installEventFilter(self)
        for field in (self._find, self._replacement):
            field.setMinimumWidth(field.fontMetrics().averageCharWidth() * _LETTERS)
        self._count = QLabel()
        self._count.setObjectName("findCount")
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._case = QCheckBox(self.tr("Match &case"))
        self._case.toggled.connect(self._search_anew)
        self._words = QCheckBox(self.tr("Whole &words"))
        self._words.toggled.connect(self._search_anew)
        self._list = HitList(self.tr("All hits"))
        self._list.hit_chosen.connect(self._go)
        self._list.hide()

    def _make_buttons(self, icons: Icons) -> None:
        previous = IconButton(icons, "up", self.tr("Previous hit (Shift+Enter)"))
        previous.clicked.connect(self.find_previous)
        following = IconButton(icons, "down", self.tr("Next hit (Enter)"))
        following.clicked.connect(self.find_next)
        self._list_button = PlainButton(self.tr("&List"))
        self._list_button.setCheckable(True)
        self._list_button.setAccessibleName(self.tr("List of all hits"))
        self._list_button.toggled.connect(self._show_list)
        self._stepping = (previous, following, self._list_button)
        self._one = PlainButton(self.tr("&Replace"))
        self._one.clicked.connect(self._replace)
        self._all = PlainButton(self.tr("Replace &all"))
        self._all.clicked.connect(self._replace_all)
        self._close = IconButton(icons, "close", self.tr("Close (Esc)"))
        self._close.clicked.connect(self.close_bar)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, widgets in (
            (first, (self._count, *self._stepping[:2], self._case, self._words)),
            (second, (self._one, self._all, self._list_button)),
        ):
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
        first.addWidget(self._close)
        grid = QGridLayout()
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.addWidget(self._find, 0, 0)
        grid.addLayout(first, 0, 1)
        grid.addWidget(self._replacement, 1, 0)
        grid.addLayout(second, 1, 1)
        grid.addWidget(self._list, 2, 0, 1, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(grid)
        column.addWidget(Divider())
        # the two fields first: Tab goes from one to the other
        order = [self._find, self._replacement, *self._stepping[:2], self._case, self._words]
        order += [self._one, self._all, self._list_button, self._list, self._close]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _search_anew(self) -> None:
        """Look for something else, and show the first place."""
        self._current = -1
        self._later.start()

    def _search_later(self) -> None:
        if self.isVisible():
            self._later.start()

    def _search(self) -> None:
        """Find the hits of the release as it is now; the current one stays the current."""
        self._later.stop()
        self._document.flush()
        searched = self._document.release, self.query
        before = self._searched
        is_new = before is None or before[1] != searched[1]
        if before is not None and not is_new and before[0] is searched[0]:
            return
        self._searched = searched
        self._hits = find(*searched)
        self._current = 0 if is_new or self._current < 0 else self._current
        self._current = min(self._current, len(self._hits) - 1)
        self._list.show_hits(self._hits, searched[0])
        self._show_count()
        if is_new and self._hits:
            self._go(self._current)

    def _step(self, by: int) -> None:
        before = self._searched
        self._search()
        if not self._hits:
            return
        is_new = before is None or before[1] != self.query
        self._go(self._current if is_new else (self._current + by) % len(self._hits))

    def _go(self, number: int) -> None:
        self._current = number
        self._show_count()
        self.hit_wanted.emit(self._hits[number])

    def _show_count(self) -> None:
        total = len(self._hits)
        if total:
            told = self.tr("{0} of {1}").format(self._current + 1, total)
            self._list.set_current(self._current)
        else:
            told = self.tr("Nothing found") if self._find.text() else ""
        self._count.setText(told)
        self._find.setAccessibleDescription(told)
        for widget in (*self._stepping, self._one, self._all):
            widget.setEnabled(bool(total))
        if not total:
            self._list_button.setChecked(False)

    def _show_list(self, is_shown: bool) -> None:
        self._list.setVisible(is_shown)
        if is_shown:
            self._list.set_current(self._current)
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _replace(self) -> None:
        """Replace the current hit and go to the one behind it."""
        self._search()
        if not self._hits:
            return
        old, text = self._hits[self._current], self._replacement.text()
        release = replace_one(self._document.release, old, text)
        self._document.apply(release, self.tr("Replace"))
        self._document.seal()
        self._search()
        end = old.start + len(text)
        while self._current < len(self._hits):
            hit = self._hits[self._current]
            if hit.where != old.where or hit.start >= end:
                break
            self._current += 1  # what was put there holds the words itself
        if self._hits:
            self._go(self._current % len(self._hits))

    def _replace_all(self) -> None:
        """Replace all hits, as one step to undo."""
        self._search()
        release, count = replace_all(self._document.release, self.query, self._replacement.text())
        self._document.apply(release, self.tr("Replace all"))
        self._document.seal()
        self._search()
        self._count.setText(self.tr("Replaced: {0}").format(count))
        self._find.setAccessibleDescription(self._count.text())

    def close_bar(self) -> None:
        """Go away; what was typed is kept for the next time."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER and watched is self._find:
                is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self._step(-1 if is_back else 1)
                return True
            if event.key() in _ENTER and watched is self._replacement:
                self._replace()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
