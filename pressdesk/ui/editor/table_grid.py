"""The grid in which a table is edited, in its place on the page."""

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from pressdesk.model import tables
from pressdesk.model.body import Table, plain
from pressdesk.model.spans import Mark, has_mark
from pressdesk.ui.editor.look import Look
from pressdesk.ui.editor.table_picture import TablePicture
from pressdesk.ui.fields import LineField

_CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class _Cells(QStyledItemDelegate):
    """Gives cells a field whose undo is the document's."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | object,
    ) -> QWidget:
        field = LineField("tableCell", self.tr("Cell"), parent, keeps_breaks=True)
        field.setFrame(False)
        return field

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | object
    ) -> None:
        if isinstance(editor, QLineEdit) and isinstance(index, QModelIndex):
            model.setData(index, editor.text().replace("⏎", "\n"))


class TableGrid(QTableWidget):
    """Edits one table: Tab goes on, Escape closes, Ctrl+Alt and an arrow adds a row or column."""

    changed = Signal(object, str)
    """The table, and what was done."""
    closed = Signal()

    def __init__(self, table: Table, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._is_showing = False
        self.setObjectName("tableGrid")
        self.setAccessibleName(self.tr("Table"))
        self.setItemDelegate(_Cells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.setWordWrap(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.cellChanged.connect(self._read_cell)
        self.show_table(table)
        self.setCurrentCell(0, 0)

    @property
    def table(self) -> Table:
        return self._table

    def show_table(self, table: Table) -> None:
        """Show a table; the current cell stays."""
        at = self.currentRow(), self.currentColumn()
        self._table = table
        self._is_showing = True
        self.setRowCount(len(table.rows))
        self.setColumnCount(len(table.align))
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                item = self.item(row, column) or QTableWidgetItem()
                item.setText(plain(cell.spans).replace("\n", "⏎"))
                font = QFont(self.font())
                is_head = table.header and row == 0
                font.setBold(is_head or _all(table, row, column, "bold"))
                font.setItalic(_all(table, row, column, "italic"))
                item.setFont(font)
                item.setTextAlignment(_alignment(table.align[column]))
                if self.item(row, column) is None:
                    self.setItem(row, column, item)
        self._is_showing = False
        row, column = (min(place, most - 1) for place, most in zip(at, self._size(), strict=True))
        self.setCurrentCell(max(row, 0), max(column, 0))

    def fit(self, box: QRect, picture: TablePicture, look: Look) -> None:
        """Lie over the table as it is painted."""
        self.setFont(look.font("caption"))
        palette = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, look.colours.paper),
            (QPalette.ColorRole.Text, look.colours.ink),
            (QPalette.ColorRole.Highlight, look.colours.accent_soft),
            (QPalette.ColorRole.HighlightedText, look.colours.ink),
        ):
            palette.setColor(role, colour)
        self.setPalette(palette)
        self.setGeometry(box.adjusted(0, 0, 1, 1))
        for column in range(self.columnCount()):
            width = picture.columns[column + 1] - picture.columns[column]
            self.setColumnWidth(column, round(width))
        for row in range(self.rowCount()):
            self.setRowHeight(row, round(picture.rows[row + 1] - picture.rows[row]))

    def toggle(self, mark: Mark) -> None:
        """Set a mark on the cells that are selected, or take it away."""
        self.commit()
        cells = {(index.row(), index.column()) for index in self.selectedIndexes()}
        cells = cells or {(self.currentRow(), self.currentColumn())}
        self._change(tables.toggle_cells(self._table, cells, mark), self.tr("Format cells"))

    def marks(self) -> set[Mark]:
        """Name the marks that all text of the current cell has."""
        row, column = self.currentRow(), self.currentColumn()
        names = cast("tuple[Mark, ...]", ("bold", "italic", "underline", "strike", "sub", "sup"))
        return {mark for mark in names if _all(self._table, row, column, mark)}

    def commit(self) -> None:
        """Take over what is being typed into a cell."""
        for field in self.findChildren(LineField):
            if field.isVisible():
                self.commitData(field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handle(event):
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        if hint == hints.RevertModelCache:  # Escape: what was typed stays, and can be undone
            self.commitData(editor)
        if hint not in (hints.EditNextItem, hints.EditPreviousItem):
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, hints.NoHint)
        self._go_on(back=hint == hints.EditPreviousItem)
        self.edit(self.currentIndex())

    def _handle(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        row, column = self.currentRow(), self.currentColumn()
        if modifiers & _CONTROL_ALT == _CONTROL_ALT:
            return self._reshape(Qt.Key(key), row, column)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.commit()
            self._go_on(back=key == Qt.Key.Key_Backtab)
        elif key == Qt.Key.Key_Escape:
            self.commit()
            self.closed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            for index in self.selectedIndexes():
                self.model().setData(index, "")
        else:
            return False
        return True

    def _go_on(self, *, back: bool) -> None:
        """Go to the next cell; behind the last one a row is added."""
        rows, columns = self._size()
        place = self.currentRow() * columns + self.currentColumn() + (-1 if back else 1)
        if place >= rows * columns:
            self._change(tables.add_row(self._table, rows), self.tr("Add row"))
        place = max(place, 0)
        self.setCurrentCell(place // columns, place % columns)

    def _reshape(self, key: Qt.Key, row: int, column: int) -> bool:
        self.commit()
        table = self._table
        match key:
            case Qt.Key.Key_Down:
                self._change(tables.add_row(table, row + 1), self.tr("Add row"))
            case Qt.Key.Key_Up:
                self._change(tables.add_row(table, row), self.tr("Add row"))
            case Qt.Key.Key_Right:
                self._change(tables.add_column(table, column + 1), self.tr("Add column"))
            case Qt.Key.Key_Left:
                self._change(tables.add_column(table, column), self.tr("Add column"))
            case Qt.Key.Key_Backspace:
                self._change(tables.remove_row(table, row), self.tr("Delete row"))
            case Qt.Key.Key_Delete:
                self._change(tables.remove_column(table, column), self.tr("Delete column"))
            case _:
                return False
        return True

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        row, column = self.currentRow(), self.currentColumn()
        for words, shortcut, key in (
            (self.tr("Add row above"), "Ctrl+Alt+Up", Qt.Key.Key_Up),
            (self.tr("Add row below"), "Ctrl+Alt+Down", Qt.Key.Key_Down),
            (self.tr("Add column before"), "Ctrl+Alt+Left", Qt.Key.Key_Left),
            (self.tr("Add column behind"), "Ctrl+Alt+Right", Qt.Key.Key_Right),
            (self.tr("Delete row"), "Ctrl+Alt+Backspace", Qt.Key.Key_Backspace),
            (self.tr("Delete column"), "Ctrl+Alt+Del", Qt.Key.Key_Delete),
        ):
            action = menu.addAction(words)
            action.setShortcut(shortcut)
            action.triggered.connect(lambda _=False, key=key: self._reshape(key, row, column))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(place))

    def _read_cell(self, row: int, column: int) -> None:
        if self._is_showing:
            return
        item = self.item(row, column)
        text = item.text().replace("⏎", "\n") if item else ""
        self._change(tables.retext_cell(self._table, row, column, text), self.tr("Edit table"))

    def _change(self, table: Table, label: str) -> None:
        if table != self._table:
            self.show_table(table)
            self.changed.emit(table, label)

    def _size(self) -> tuple[int, int]:
        return len(self._table.rows), len(self._table.align)


def _all(table: Table, row: int, column: int, mark: Mark) -> bool:
    spans = table.rows[row][column].spans
    return bool(spans) and all(has_mark(span, mark) for span in spans)


def _alignment(name: str) -> Qt.AlignmentFlag:
    flag = Qt.AlignmentFlag
    across = {"right": flag.AlignRight, "center": flag.AlignHCenter}.get(name, flag.AlignLeft)
    return across | flag.AlignVCenter
