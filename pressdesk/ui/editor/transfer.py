"""Cutting, copying, pasting, dragging and dropping on the sheet."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QTextCursor

from pressdesk.model.body import Block, Figure, Paragraph, Quote
from pressdesk.model.passages import Passage, insert_passage
from pressdesk.model.text import safe_link
from pressdesk.model.writing import Change, Point, delete, remove_blocks
from pressdesk.ui.editor.clipboard import PHOTO_MIME, mime_of, own_passage, text_passage
from pressdesk.ui.editor.commands import Commands

ReadForeign = Callable[[QMimeData], Passage | None]


class Transfer(Commands):
    """A sheet that gives and takes passages."""

    files_dropped = Signal(list, str)
    """Paths of files, and the id of the block to put them after ("" = at the start)."""
    photo_dropped = Signal(str, str)
    """A photo of the release by its id, and the id of the block to put it after."""
    image_pasted = Signal(QImage, str)
    """A picture without a file, and the id of the block to put it after."""

    read_foreign: ReadForeign | None = None
    """Reads what other programs offer; None for what it does not know."""

    def createMimeDataFromSelection(self) -> QMimeData:
        passage = self.selected_passage()
        return mime_of(passage.blocks, is_inline=passage.is_inline)

    def copy(self) -> None:
        """Copy what is selected."""
        if self.selected_passage().blocks:
            QGuiApplication.clipboard().setMimeData(self.createMimeDataFromSelection())

    def cut(self) -> None:
        """Copy what is selected, and take it out."""
        if not self.isReadOnly():
            self.copy()
            self.delete_selected(self.tr("Cut"))

    def paste(self) -> None:
        """Put in what is on the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime is not None and not self.isReadOnly():
            self.insertFromMimeData(mime)

    def delete_selected(self, label: str) -> None:
        """Take out what is selected, or the figure or table that is chosen."""
        if self.chosen is not None:
            self.rewrite(label, remove_blocks(self._body, self.chosen, self.chosen))
            return
        start, end = self.selection()
        if start != end:
            self.rewrite(label, delete(self._body, start, end))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        is_known = source.hasText() or source.hasHtml() or source.hasUrls() or source.hasImage()
        return is_known or source.hasFormat(PHOTO_MIME)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.isReadOnly():
            return
        target = safe_link(source.text()) if self.textCursor().hasSelection() else ""
        if target and " " not in source.text().strip() and own_passage(source) is None:
            self.set_link(target)  # an address pasted over words links them
            return
        block = self.current_block()
        if self._take_files(source, block.id if block else ""):
            return
        self.insert_passage(self.tr("Paste"), self.read_passage(source))

    def read_passage(self, source: QMimeData) -> Passage:
        """Read what a clipboard or a drag offers."""
        passage = own_passage(source)
        if passage is None and self.read_foreign is not None:
            passage = self.read_foreign(source)
        if passage is None:
            passage = text_passage(source.text())
        return Passage(tuple(map(self._at_home, passage.blocks)), is_inline=passage.is_inline)

    def _at_home(self, block: Block) -> Block:
        """Let a block refer only to what the release has."""
        if isinstance(block, Figure) and block.photo not in self.facts.photos:
            return Paragraph(block.id, block.caption)
        if isinstance(block, Quote) and block.speaker not in self.facts.people:
            return replace(block, speaker="")
        return block

    def _take_files(self, source: QMimeData, after: str) -> bool:
        """Hand files, bare pictures and photos of the release to whoever places photos."""
        if source.hasFormat(PHOTO_MIME):
            self.photo_dropped.emit(bytes(source.data(PHOTO_MIME).data()).decode(), after)
            return True
        paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if paths:
            self.files_dropped.emit(list(map(str, paths)), after)
            return True
        if source.hasImage() and not source.hasText() and not source.hasHtml():
            image = source.imageData()
            if isinstance(image, QImage):
                self.image_pasted.emit(image, after)
            return True
        return False

    # --- dragging ---

    def drag(self) -> None:
        """Let what is selected be dragged away; what leaves for another window is taken out."""
        drag = QDrag(self)
        drag.setMimeData(self.createMimeDataFromSelection())
        actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        if self.isReadOnly():
            actions = Qt.DropAction.CopyAction
        done = drag.exec(actions, Qt.DropAction.MoveAction)
        is_ours = drag.target() in (self, self.viewport())
        if done == Qt.DropAction.MoveAction and not is_ours:
            self.delete_selected(self.tr("Move"))

    def drop(self, source: QMimeData, place: QPoint, *, moves: bool) -> None:
        """Take what was dropped at a place of the viewport; ``moves`` what was selected here."""
        if self.isReadOnly():
            return
        self.flush()
        boundary = self.boundary_at(place)
        names = ["", *(block.id for block in self._body)]
        if self._take_files(source, names[boundary]):
            return
        if moves:
            self._move_selection(place, boundary)
            return
        passage = self.read_passage(source)
        if passage.is_inline:
            with self.step(self.tr("Drop")):
                cursor = self.cursorForPosition(place)
                self.setTextCursor(cursor)
                self.insert_passage(self.tr("Drop"), passage)
        else:
            at = Change(self.material(), Point(0, 0))
            self._put_between(self.tr("Drop"), at.body, boundary, passage)

    def _move_selection(self, place: QPoint, boundary: int) -> None:
        """Move what is selected to another place of the body."""
        label = self.tr("Move")
        passage = self.selected_passage()
        if self.chosen is not None:
            body = remove_blocks(self._body, self.chosen, self.chosen).body
            if len(self._body) > 1:
                at = boundary - (1 if boundary > self.chosen else 0)
                whole = (*body[:at], *passage.blocks, *body[at:])
                self.rewrite(label, Change(whole, Point(at, 0)))
                self.choose(at)
            return
        start, end = self.selection()
        target = self.point(self.cursorForPosition(place).position())
        if start <= target <= end:
            return
        cut = delete(self._body, start, end)
        if cut.body is self._body or passage.blocks == ():
            return
        if target > end:
            target = _moved(target, start, end, len(self._body) - len(cut.body))
        if target.block < len(cut.body):
            self.rewrite(label, insert_passage(cut.body, target, passage))

    def _put_between(
        self, label: str, body: tuple[Block, ...], boundary: int, passage: Passage
    ) -> None:
        empty = Paragraph("x")
        start = (*body[:boundary], empty, *body[boundary:])
        changed = insert_passage(start, Point(boundary, 0), passage)
        self.rewrite(label, changed)

    def boundary_at(self, place: QPoint) -> int:
        """Tell before which block something would stand that is dropped at a place."""
        cursor = self.cursorForPosition(place)
        number = cursor.blockNumber()
        if not self._body:
            return 0
        block = self.document().findBlockByNumber(number)
        box = self.document().documentLayout().blockBoundingRect(block)
        y = place.y() + self.verticalScrollBar().value()
        top = box.top() - self.geometry_.above(self._body[number])
        bottom = box.bottom() + self.geometry_.below(self._body, number)
        return number if y < (top + bottom) / 2 else number + 1

    def selection_has(self, place: QPoint) -> bool:
        """Tell whether a place of the viewport is within what is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return False
        at: QTextCursor = self.cursorForPosition(place)
        if not self.cursorRect(at).adjusted(-12, -2, 12, 2).contains(place):
            return False
        return cursor.selectionStart() <= at.position() < cursor.selectionEnd()


def _moved(target: Point, start: Point, end: Point, fewer: int) -> Point:
    """Give where a place is once what stood before it is gone."""
    if target.block != end.block:
        return Point(target.block - fewer, target.offset)
    shift = end.offset - (start.offset if fewer == end.block - start.block else 0)
    return Point(target.block - fewer, max(target.offset - shift, 0))
