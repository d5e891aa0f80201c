"""The small list in which somebody who is marked gets a name."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pressdesk.model.mentions import candidates
from pressdesk.model.people import people_named
from pressdesk.model.photo import Mark
from pressdesk.ui.document import Document
from pressdesk.ui.fields import LineField
from pressdesk.ui.mention_popup import person_line

_PERSON = Qt.ItemDataRole.UserRole
_NAME = Qt.ItemDataRole.UserRole + 1
_MOST = 7
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class NamePopup(QFrame):
    """People of the release by what is typed; or what is typed as a plain name; or nobody."""

    chosen = Signal(str, str, str)
    """Id of the mark, id of a person or "", a plain name or ""."""
    closed = Signal()

    def __init__(self, document: Document, view: QWidget) -> None:
        super().__init__(view)
        self.setObjectName("namePopup")
        self.setAccessibleName(self.tr("Who is it?"))
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self._document = document
        self._mark = ""
        self._near = QRectF()
        self._others: list[Mark] = []
        self.line = LineField("photoDesk.name", self.tr("Who is it?"))
        self.line.setPlaceholderText(self.tr("Who is it? Type a name"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("People of the release"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.hide()
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._offer)
        self.list.itemClicked.connect(self._choose)

    @property
    def mark(self) -> str:
        """Id of the mark that is being named."""
        return self._mark

    def open(self, mark: Mark, near: QRectF, others: Iterable[Mark] = ()) -> None:
        """Ask who it is, beside the mark; ``others`` are the marks of the picture."""
        self._mark = mark.id
        self.line.setText(mark.name)
        self._near = near
        self._others = [other for other in others if other.id != mark.id]
        self._offer(mark.name)
        for row in range(self.list.count()):
            if mark.person and self.list.item(row).data(_PERSON) == mark.person:
                self.list.setCurrentRow(row)
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.line.selectAll()

    def close_up(self) -> None:
        """Go away, with nothing chosen."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.line or not self.isVisible():
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()  # it closes the list, not the desk
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._choose(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.close_up()
        elif key in _MOVES:
            row = self.list.currentRow() + _MOVES[key]
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        else:
            return False
        return True

    def _offer(self, typed: str) -> None:
        people = self._document.release.people
        name = " ".join(typed.split())
        self.list.clear()
        marked = {mark.person for mark in self._others}
        # Who is marked already is hardly meant again.
        for person in sorted(candidates(people, name), key=lambda person: person.id in marked):
            self._add(person_line(person), person=person.id)
        if name and not people_named(people, name):
            words = self.tr("“{}”, in this picture only").format(name)
            self._add(words, name=name)
        self._add(self.tr("Unknown"))
        self.list.setCurrentRow(0)
        rows = range(min(self.list.count(), _MOST))
        self.list.setFixedHeight(sum(map(self.list.sizeHintForRow, rows)) + 4)
        self._place()

    def _add(self, words: str, *, person: str = "", name: str = "") -> None:
        item = QListWidgetItem(words)
        metrics = self.fontMetrics()
        item.setSizeHint(QSize(metrics.horizontalAdvance(words) + 16, metrics.height() + 10))
        item.setData(_PERSON, person)
        item.setData(_NAME, name)
        self.list.addItem(item)

    def _choose(self, item: QListWidgetItem | None) -> None:
        mark, self._mark = self._mark, ""
        self.hide()
        if item is not None and mark:
            self.chosen.emit(mark, item.data(_PERSON), item.data(_NAME))
        self.closed.emit()

    def _place(self) -> None:
        """Stand below the mark and its name, or beside it where there is no room."""
        view, near = self.parentWidget(), self._near
        if view is None:
            return
        line = self.fontMetrics().height()
        words = self.list.sizeHintForColumn(0) + 2 * line
        width = min(max(words, line * 20), view.width() - 8)
        self.setFixedWidth(width)
        self.adjustSize()
        height = self.sizeHint().height()
        top = round(near.bottom()) + line + 16
        left = round(near.center().x() - width / 2)
        if top + height > view.height() - 4:
            top = min(max(round(near.top()), 4), view.height() - height - 4)
            right = round(near.right()) + 10
            left = right if right + width < view.width() else round(near.left()) - width - 10
        left = min(max(left, 4), max(view.width() - width - 4, 4))
        self.move(left, max(top, 4))
