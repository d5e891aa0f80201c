"""The list of people that opens behind an @, and puts in the form that fits this mention."""

import re

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from pressdesk.model.body import block_texts
from pressdesk.model.mentions import candidates, mention
from pressdesk.model.people import Person
from pressdesk.ui.document import Document
from pressdesk.ui.editor.body_editor import BodyEditor

_TYPED = re.compile(r"(?:^|[\s(（“「【])@([^\s@]{0,24}(?: [^\s@]{0,24})?)\Z")
_MOST = 8
_MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_MOST,
    Qt.Key.Key_PageDown: _MOST,
}


class MentionPopup(QListWidget):
    """People of the release by any part of their names; the body keeps the focus."""

    def __init__(self, document: Document, body: BodyEditor) -> None:
        super().__init__(body.viewport())
        self.setObjectName("mentionPopup")
        self.setAccessibleName(self.tr("People to mention"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._document = document
        self._body = body
        self._typed = 0
        """Characters before the cursor that the mention replaces."""
        self.hide()
        body.installEventFilter(self)
        body.edited.connect(self._follow)
        body.verticalScrollBar().valueChanged.connect(self.hide)
        self.itemClicked.connect(self._choose)

    def open(self) -> None:
        """Offer all people, without an @."""
        self._body.setFocus()
        self._typed = 0
        self._offer("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.isVisible() or watched is not self._body:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._choose(self.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key in _MOVES:
            row = self.currentRow() + _MOVES[Qt.Key(key)]
            self.setCurrentRow(min(max(row, 0), self.count() - 1))
        else:
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
                self.hide()
            return False
        return True

    def _follow(self) -> None:
        match = _TYPED.search(self._text_before())
        if match is None:
            self.hide()
            return
        self._typed = len(match[1]) + 1
        self._offer(match[1])

    def _offer(self, typed: str) -> None:
        release = self._document.release
        found = candidates(release.people, typed)[:_MOST]
        self.clear()
        for person in found:
            item = QListWidgetItem(person_line(person))
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            self.addItem(item)
        if not found:
            self.hide()
            return
        self.setCurrentRow(0)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        """Stand below the cursor, or above it where there is no room."""
        view = self._body.viewport()
        width = min(self.sizeHintForColumn(0) + 24, view.width())
        height = self.sizeHintForRow(0) * self.count() + 2 * self.frameWidth() + 4
        cursor = self._body.cursorRect()
        top = cursor.bottom() + 4
        if top + height > view.height():
            top = max(cursor.top() - height - 4, 0)
        left = min(cursor.left(), view.width() - width)
        self.setGeometry(left, top, width, height)

    def _choose(self, item: QListWidgetItem | None) -> None:
        self.hide()
        if item is None:
            return
        release = self._document.release
        person = release.person(item.data(Qt.ItemDataRole.UserRole))
        others = tuple(other for other in release.people if other.id != person.id)
        text = mention(person, self._all_before(), release.language, others=others)
        cursor = self._body.textCursor()
        if self._typed and not cursor.hasSelection():
            typed = self._text_before()[-self._typed :]
            left = QTextCursor.MoveOperation.Left
            cursor.movePosition(left, QTextCursor.MoveMode.KeepAnchor, len(typed))
            self._body.setTextCursor(cursor)
        self._body.insert_text(text)
        self._body.setFocus()

    def _text_before(self) -> str:
        cursor = self._body.textCursor()
        place = self._body.point(cursor.position())
        block = self._body.current_block()
        texts = block_texts(block) if block else ()
        return texts[0][: place.offset] if texts else ""

    def _all_before(self) -> str:
        """Give the text of the body up to what is being typed."""
        before: list[str] = []
        current = self._body.current_block()
        for block in self._body.body:
            if block is current:
                break
            before += block_texts(block)
        here = self._text_before()
        return "\n".join((*before, here[: len(here) - self._typed]))


def person_line(person: Person) -> str:
    """Write a person as a line of a list: names, title and house."""
    native = f" {person.native}" if person.native and person.native != person.name else ""
    position = f" — {person.position}" if person.position else ""
    return f"{person.name}{native}{position}"
