"""Bringing Qt's document from one body to another by touching only the blocks that differ."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from pressdesk.model.body import Block, Body, plain
from pressdesk.model.spans import differing
from pressdesk.model.writing import text_of
from pressdesk.ui.editor.codec import encode_text, write_marks, write_text
from pressdesk.ui.editor.look import Look, role_of
from pressdesk.ui.editor.units import to_units

_KEEP = QTextCursor.MoveMode.KeepAnchor


def patch(document: QTextDocument, old: Body, new: Body, look: Look) -> range:
    """Make a document that holds one body hold another.

    Gives the numbers of the blocks whose block formats are to be set anew; this sets texts
    and marks only. The caller holds an edit block.
    """
    writer = _Writer(document, look)
    if not new:
        writer.clear()
        return range(1)  # the one empty block that a document always has
    if not old:
        writer.rewrite(0, None, new[0])
        writer.insert(1, new[1:])
        return range(len(new))
    front = _shared(old, new)
    back = _shared(old[front:][::-1], new[front:][::-1])
    before, after = old[front : len(old) - back], new[front : len(new) - back]
    for kind, first, last, new_first, new_last in reversed(_changes(before, after)):
        at = front + first
        count = min(last - first, new_last - new_first)
        if kind == "insert":
            writer.insert(at, after[new_first:new_last])
            continue
        writer.remove(at + count, at + (last - first))
        if new_last - new_first > count:
            writer.insert(at + count, after[new_first + count : new_last])
        for step in range(count):
            was, block = before[first + step], after[new_first + step]
            if was is not block:
                writer.rewrite(at + step, was, block)
    return range(max(front - 1, 0), min(len(new) - back + 1, len(new)))


def _shared(old: Sequence[Block], new: Sequence[Block]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one is not other:
            break
        count += 1
    return count


def _changes(old: Body, new: Body) -> list[tuple[str, int, int, int, int]]:
    names, new_names = [block.id for block in old], [block.id for block in new]
    if names == new_names:
        return [("equal", 0, len(old), 0, len(new))] if old else []
    return list(SequenceMatcher(None, names, new_names, autojunk=False).get_opcodes())


class _Writer:
    """Writes blocks into a document."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        self._document = document
        self._look = look

    def clear(self) -> None:
        cursor = QTextCursor(self._document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockCharFormat(self._look.format("text"))

    def rewrite(self, index: int, old: Block | None, new: Block) -> None:
        """Change what differs in the text of one block, so that a cursor in it stays."""
        qt_block = self._document.findBlockByNumber(index)
        start = qt_block.position()
        cursor = QTextCursor(qt_block)
        was, text = qt_block.text(), encode_text(plain(text_of(new)))
        if was != text:
            front, back = differing(was, text)
            cursor.setPosition(start + to_units(was, front))
            cursor.setPosition(start + to_units(was, len(was) - back), _KEEP)
            cursor.insertText(text[front : len(text) - back], self._look.format(role_of(new)))
            cursor.setPosition(start)
        if old is None or role_of(old) != role_of(new) or text_of(old) != text_of(new):
            write_marks(cursor, new, self._look)

    def insert(self, index: int, blocks: Sequence[Block]) -> None:
        """Insert blocks before the one of a number, or at the end."""
        if not blocks:
            return
        if index:
            block = self._document.findBlockByNumber(index - 1)
            cursor = QTextCursor(self._document)
            cursor.setPosition(block.position() + block.length() - 1)
            for new in blocks:
                cursor.insertBlock(QTextBlockFormat(), self._look.format(role_of(new)))
                write_text(cursor, new, self._look)
            return
        first = self._document.begin()
        cursor = QTextCursor(first)
        cursor.insertBlock(first.blockFormat(), first.charFormat())
        self.rewrite(0, None, blocks[0])
        self.insert(1, blocks[1:])

    def remove(self, first: int, end: int) -> None:
        """Remove the blocks from one number up to another."""
        if first == end:
            return
        start = self._document.findBlockByNumber(first)
        behind = self._document.findBlockByNumber(end)
        cursor = QTextCursor(self._document)
        if behind.isValid():
            kept, letters = behind.blockFormat(), behind.charFormat()
            cursor.setPosition(start.position())
            cursor.setPosition(behind.position(), _KEEP)
        else:
            before = start.previous()
            kept, letters = before.blockFormat(), before.charFormat()
            cursor.setPosition(start.position() - 1)
            last = self._document.lastBlock()
            cursor.setPosition(last.position() + last.length() - 1, _KEEP)
        cursor.removeSelectedText()
        # Qt keeps the format of one or the other by which of them is empty.
        cursor.setBlockFormat(kept)
        cursor.setBlockCharFormat(letters)
