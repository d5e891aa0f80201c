"""How the list of people looks and which keys it takes."""

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pressdesk.model.people import Person
from pressdesk.ui.colours import colours_of
from pressdesk.ui.panels.people_list import PeopleModel, PersonRow
from pressdesk.ui.panels.rows import ROW, WRAPS, Index, paint_chosen, steps_of, wrapped_height

_SIDE, _GAP = 14, 7
"""Pixels left and right of a row's words, above and below them."""
_LEAST_PX = 32


class PersonDelegate(QStyledItemDelegate):
    """Paints a person: number, name and native name, below them title and organization."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PersonRow = index.data(ROW)
        colours = colours_of(option.palette)
        painter.save()
        paint_chosen(painter, option, colours)
        room = option.rect.adjusted(_SIDE, _GAP, -_SIDE, 0)
        painter.setPen(QColor(colours.muted))
        if row.person is None:
            painter.setFont(_bold(option) if row.is_heading else option.font)
            painter.drawText(room, WRAPS, row.words)
        else:
            painter.setFont(option.font)
            painter.drawText(room, WRAPS, str(row.number) if row.number else "")
            room.setLeft(room.left() + _number_width(option))
            for text, font in self._lines(option, row.person):
                painter.setFont(font)
                painter.setPen(QColor(colours.ink if font.bold() else colours.muted))
                painter.drawText(room, WRAPS, text)
                height = wrapped_height(QFontMetrics(font), text, room.width())
                room.setTop(room.top() + height)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: PersonRow = index.data(ROW)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        room = width - 2 * _SIDE
        if row.person is None:
            font = _bold(option) if row.is_heading else option.font
            height = wrapped_height(QFontMetrics(font), row.words, room)
            return QSize(width, height + 2 * _GAP)
        room -= _number_width(option)
        lines = self._lines(option, row.person)
        height = sum(wrapped_height(QFontMetrics(font), text, room) for text, font in lines)
        return QSize(width, max(height + 2 * _GAP, _LEAST_PX))

    def _lines(self, option: QStyleOptionViewItem, person: Person) -> list[tuple[str, QFont]]:
        native = person.native if person.native != person.name else ""
        # A word joiner between the letters: Chinese breaks anywhere, a name should not.
        name = "  ".join(part for part in (person.name, "\u2060".join(native)) if part)
        lines = [(name or self.tr("No name yet"), _bold(option))]
        if person.position:
            lines.append((person.position, QFont(option.font)))
        return lines


def _number_width(option: QStyleOptionViewItem) -> int:
    return option.fontMetrics.horizontalAdvance("00 ")


def _bold(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setBold(True)
    return font


class PeopleView(QListView):
    """The list: Alt with an arrow moves a person, Delete removes, Enter goes to the fields."""

    chosen = Signal(str)
    """Id of the current person, or ""."""
    entered = Signal()
    removal_wanted = Signal()

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("peopleList")
        self.setAccessibleName(self.tr("People of the release"))
        self.setAccessibleDescription(self.tr("Alt+↑ and Alt+↓ change the order"))
        self._model = model
        self.setModel(model)
        self.setItemDelegate(PersonDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def choose(self, person_id: str) -> None:
        """Make a person the current one."""
        row = self._model.row_of(person_id)
        self.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())

    @property
    def current_id(self) -> str:
        return self._model.person_id(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self._model.person_id(current))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 3 * _LEAST_PX)

    def sizeHint(self) -> QSize:
        rows = range(self._model.rowCount())
        return QSize(300, sum(self.sizeHintForRow(row) for row in rows) + 2 * _GAP)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and steps_of(event):
            event.accept()  # the window moves blocks of the body with these keys
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        person_id = self.current_id
        if person_id and steps_of(event):
            self._model.move(person_id, steps_of(event))
        elif person_id and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif person_id and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
