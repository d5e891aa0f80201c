"""Tables as they are painted: columns, wrapped cells, and where each stands."""

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPalette,
    QPen,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from pressdesk.model.body import Cell, Table
from pressdesk.model.body import plain as plain_text
from pressdesk.ui.editor.codec import encode_text
from pressdesk.ui.editor.look import BOLD, Look, bits_of

_MOST = 60


class TablePicture(NamedTuple):
    """One table laid out for a width."""

    columns: tuple[float, ...]
    """Left edges of the columns, and the right edge of the last."""
    rows: tuple[float, ...]
    """Upper edges of the rows, and the lower edge of the last."""
    cells: tuple[tuple[QTextDocument, ...], ...]

    @property
    def height(self) -> float:
        return self.rows[-1]


class TablePictures:
    """Lays tables out, and keeps those that are shown."""

    def __init__(self) -> None:
        self.look = Look()
        self._kept: OrderedDict[tuple[int, int], tuple[Table, TablePicture]] = OrderedDict()

    def set_look(self, look: Look) -> None:
        """Lay all out anew in another look."""
        self.look = look
        self._kept.clear()

    def height(self, table: Table, width: float) -> float:
        """Give the height of a table at a width, in pixels."""
        return self.picture(table, width).height

    def picture(self, table: Table, width: float) -> TablePicture:
        """Lay a table out."""
        key = id(table), round(width)
        if key in self._kept and self._kept[key][0] is table:
            self._kept.move_to_end(key)
            return self._kept[key][1]
        made = self._lay_out(table, width)
        self._kept[key] = table, made
        if len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        return made

    def paint(self, painter: QPainter, table: Table, area: QRectF) -> None:
        """Paint a table into an area of its size."""
        picture = self.picture(table, area.width())
        colours = self.look.colours
        line = QPen(QColor(colours.line), 1)
        painter.save()
        painter.translate(area.topLeft())
        right = picture.columns[-1]
        if table.header and len(picture.rows) > 1:
            box = QRectF(0, 0, right, picture.rows[1])
            painter.fillRect(box, QColor(colours.chrome))
        painter.setPen(line)
        for x in picture.columns:
            painter.drawLine(QPointF(x, 0), QPointF(x, picture.height))
        for y in picture.rows:
            painter.drawLine(QPointF(0, y), QPointF(right, y))
        pad = self._pad
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(colours.ink))
        context.palette = palette
        for row, documents in zip(picture.rows, picture.cells, strict=False):
            for x, document in zip(picture.columns, documents, strict=False):
                painter.save()
                painter.translate(x + pad, row + pad * 0.7)
                document.documentLayout().draw(painter, context)
                painter.restore()
        painter.restore()

    @property
    def _pad(self) -> float:
        return self.look.em * 0.4

    def _lay_out(self, table: Table, width: float) -> TablePicture:
        pad = self._pad
        documents = [
            [self._document(cell, is_head=table.header and row == 0) for cell in cells]
            for row, cells in enumerate(table.rows)
        ]
        edges = self._columns(documents, len(table.align), width)
        tops = [0.0]
        for cells in documents:
            for column, document in enumerate(cells):
                document.setTextWidth(max(edges[column + 1] - edges[column] - 2 * pad, 8))
                option = QTextOption(_alignment(table.align[column]))
                option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
                document.setDefaultTextOption(option)
            highest = max((document.size().height() for document in cells), default=0)
            tops.append(tops[-1] + round(highest + 1.4 * pad))
        return TablePicture(tuple(edges), tuple(tops), tuple(map(tuple, documents)))

    def _columns(
        self, documents: list[list[QTextDocument]], count: int, width: float
    ) -> list[float]:
        """Share the width by what the cells would like, with a fair least for each."""
        wishes = [
            max(
                (cells[column].idealWidth() for cells in documents if column < len(cells)),
                default=0,
            )
            + 2 * self._pad
            for column in range(count)
        ]
        least = min(width / max(count, 1), self.look.em * 4)
        shares = [max(min(wish, width * 0.6), least) for wish in wishes]
        scale = width / sum(shares) if shares else 1
        edges = [0.0]
        for share in shares:
            edges.append(edges[-1] + share * scale)
        return [float(round(edge)) for edge in edges]

    def _document(self, cell: Cell, *, is_head: bool) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        font = self.look.font("caption")
        document.setDefaultFont(font)
        cursor_format = self.look.format
        cursor = QTextCursor(document)
        for span in cell.spans:
            bits = bits_of(span) | (BOLD if is_head else 0)
            form = cursor_format("caption", bits, span.link, span.lang)
            cursor.insertText(encode_text(span.text), form)
        if not plain_text(cell.spans):
            cursor.insertText("\u200b", cursor_format("caption"))
        return document


def _alignment(name: str) -> Qt.AlignmentFlag:
    flag = Qt.AlignmentFlag
    return {"right": flag.AlignRight, "center": flag.AlignHCenter}.get(name, flag.AlignLeft)
