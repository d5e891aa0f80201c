"""The dialog that asks how large a new table is."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from pressdesk.ui.colours import colours_of
from pressdesk.ui.controls.buttons import PlainButton, PrimaryButton
from pressdesk.ui.controls.labels import SectionLabel
from pressdesk.ui.controls.painting import draw_box, draw_ring, radius_of
from pressdesk.ui.dialogs.sheet import Sentence, Sheet

MOST_ROWS, MOST_COLUMNS = 50, 12
_SHOWN = QSize(8, 6)
"""Columns and rows of the picture to choose from."""


class TableDialog(Sheet):
    """Asks for rows and columns: in a picture, or as numbers."""

    size_chosen = Signal(int, int)
    """Rows and columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("tableDialog", self.tr("Insert Table"), parent, letters=44)
        self._grid = SizeGrid()
        self._rows = QSpinBox()
        self._rows.setRange(1, MOST_ROWS)
        self._columns = QSpinBox()
        self._columns.setRange(1, MOST_COLUMNS)
        line = QHBoxLayout()
        line.setSpacing(10)
        for label, box, name in (
            (SectionLabel(self.tr("&Rows")), self._rows, self.tr("Rows")),
            (SectionLabel(self.tr("&Columns")), self._columns, self.tr("Columns")),
        ):
            label.setBuddy(box)
            box.setAccessibleName(name)
            box.valueChanged.connect(self._show_numbers)
            line.addWidget(label)
            line.addWidget(box)
        line.addStretch(1)
        self.column.addWidget(self._grid, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(line)
        self.column.addWidget(Sentence(self.tr("The first row is the heading."), is_quiet=True))
        self.column.addStretch(1)
        self.buttons.addStretch(1)
        cancel = PlainButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        insert = PrimaryButton(self.tr("&Insert Table"))
        insert.clicked.connect(self._finish)
        self.add_button(insert, is_default=True)
        self._grid.changed.connect(self._show_picture)
        self._grid.pressed.connect(self._finish)
        self._rows.setValue(3)
        self._columns.setValue(3)
        self._grid.setFocus()

    def _show_numbers(self) -> None:
        self._grid.set_chosen(self._columns.value(), self._rows.value())

    def _show_picture(self, columns: int, rows: int) -> None:
        self._columns.setValue(columns)
        self._rows.setValue(rows)

    def _finish(self) -> None:
        self.accept()
        self.size_chosen.emit(self._rows.value(), self._columns.value())


class SizeGrid(QWidget):
    """A picture of cells: the mouse or the arrow keys choose how many."""

    changed = Signal(int, int)
    """Columns and rows."""
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._chosen = QSize(1, 1)
        self.setAccessibleName(self.tr("Size of the table; the arrow keys change it"))

    def set_chosen(self, columns: int, rows: int) -> None:
        """Show a size; what does not fit in is shown as far as it does."""
        if QSize(columns, rows) == self._chosen:
            return
        self._chosen = QSize(columns, rows)
        told = self.tr("Rows: {0}. Columns: {1}.").format(rows, columns)
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        side = self._side()
        return QSize(_SHOWN.width() * side + 4, _SHOWN.height() * side + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _side(self) -> int:
        return max(round(self.fontMetrics().height() * 1.8), 24)

    def _choose(self, columns: int, rows: int) -> None:
        columns = min(max(columns, 1), MOST_COLUMNS)
        rows = min(max(rows, 1), MOST_ROWS)
        self.set_chosen(columns, rows)
        self.changed.emit(columns, rows)

    def _choose_at(self, place: QPoint) -> None:
        side = self._side()
        columns, rows = (place.x() - 2) // side + 1, (place.y() - 2) // side + 1
        self._choose(min(columns, _SHOWN.width()), min(rows, _SHOWN.height()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose_at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._choose_at(event.position().toPoint())
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._choose(self._chosen.width() + step[0], self._chosen.height() + step[1])

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        side = self._side()
        for row in range(_SHOWN.height()):
            for column in range(_SHOWN.width()):
                cell = QRect(2 + column * side, 2 + row * side, side, side).adjusted(2, 2, -2, -2)
                is_in = column < self._chosen.width() and row < self._chosen.height()
                fill = colours.accent_soft if is_in else colours.paper
                edge = colours.accent if is_in else colours.line
                draw_box(painter, cell, side * 0.12, fill, edge)
        if self.hasFocus():
            draw_ring(painter, self.rect(), radius_of(self), colours.accent)
