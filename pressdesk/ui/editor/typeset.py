"""A body set in type: fonts and colours, the room around each block, the margins of the page."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QColor, QPalette, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from pressdesk.model.body import Body, Paragraph
from pressdesk.ui.editor.codec import write_marks
from pressdesk.ui.editor.facts import Facts
from pressdesk.ui.editor.geometry import Geometry
from pressdesk.ui.editor.look import Look
from pressdesk.ui.editor.table_picture import TablePictures

_BLANK: Body = (Paragraph(""),)


class TypesetPage(QTextEdit):
    """A text edit that sets the body it holds in type; it changes no word of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body: Body = ()
        self._is_writing = False
        self.head: QWidget | None = None
        self.foot: QWidget | None = None
        self.facts = Facts()
        self.tables = TablePictures()
        self.look = Look()
        self.geometry_ = Geometry(self.look, self.facts, self.tables.height)

    @property
    def body(self) -> Body:
        """What the document holds."""
        return self._body

    @property
    def laid_out(self) -> Body:
        """The body as it is laid out: an empty one as the paragraph that typing begins."""
        return self._body or _BLANK

    @contextmanager
    def writing(self) -> Iterator[QTextCursor]:
        """Change the document as one block of edits that is not read back."""
        was_writing, self._is_writing = self._is_writing, True
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        try:
            yield cursor
        finally:
            cursor.endEditBlock()
            self._is_writing = was_writing

    def arrange(self, numbers: range | set[int]) -> None:
        """Set the block formats of blocks where they are not what they should be."""
        cursor, body = QTextCursor(self.document()), self.laid_out
        for number in sorted(numbers):
            if not 0 <= number < len(body):
                continue
            block = self.document().findBlockByNumber(number)
            wanted = self.geometry_.block_format(body, number)
            if block.blockFormat() != wanted:
                cursor.setPosition(block.position())
                cursor.setBlockFormat(wanted)

    def arrange_all(self) -> None:
        """Make room anew everywhere: sizes, photos or people have changed."""
        with self.writing():
            self.arrange(range(len(self.laid_out)))
            self.set_margins()
        self.viewport().update()

    def set_margins(self) -> None:
        """Set the margins of the root frame; the caller holds `writing`."""
        geometry = self.geometry_
        heights = [self.parked_height(widget) for widget in (self.head, self.foot)]
        top, bottom = geometry.root_margins(self.laid_out, *heights)
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        left = geometry.left
        sides = (left, top, max(geometry.width - left - geometry.column, 0), bottom)
        was = (form.leftMargin(), form.topMargin(), form.rightMargin(), form.bottomMargin())
        if sides == was:
            return
        form.setLeftMargin(sides[0])
        form.setTopMargin(sides[1])
        form.setRightMargin(sides[2])
        form.setBottomMargin(sides[3])
        frame.setFrameFormat(form)
        if self.document().isEmpty():  # whose one line Qt forgets then, and the cursor with it
            self.document().markContentsDirty(0, 1)

    def fit_margins(self) -> None:
        """Make room for what is parked above and below the text."""
        with self.writing():
            self.set_margins()

    def parked_height(self, widget: QWidget | None) -> float:
        """Give the height that a parked widget wants at the width of the column."""
        if widget is None or widget.isHidden():
            return 0
        if widget.hasHeightForWidth():
            return widget.heightForWidth(self.geometry_.column)
        return widget.sizeHint().height()

    def apply_look(self) -> None:
        """Set the colours and the font that Qt itself paints with."""
        palette = self.palette()
        colours = self.look.colours
        role = QPalette.ColorRole
        for name, colour in (
            (role.Text, colours.ink),
            (role.Base, colours.paper),
            (role.Highlight, colours.selection),
            (role.HighlightedText, colours.on_selection),
            (role.PlaceholderText, colours.muted),
        ):
            palette.setColor(name, QColor(colour))
        self.setPalette(palette)
        self.document().setDefaultFont(self.look.serif)

    def rewrite_formats(self) -> None:
        """Set the formats of all letters anew: fonts or colours have changed."""
        with self.writing():
            self.rewrite_letters(range(len(self.laid_out)))

    def rewrite_letters(self, numbers: range | set[int]) -> None:
        """Set the formats of the letters of some blocks; the caller holds `writing`."""
        cursor, body = QTextCursor(self.document()), self.laid_out
        for number in numbers:
            if 0 <= number < len(body):
                cursor.setPosition(self.document().findBlockByNumber(number).position())
                write_marks(cursor, body[number], self.look)

    def fit_width(self) -> None:
        """Take up the width of the viewport."""
        geometry = self.geometry_
        column = geometry.column
        geometry.set_width(self.viewport().width())
        if geometry.column != column:
            self.arrange_all()
        else:
            self.fit_margins()
