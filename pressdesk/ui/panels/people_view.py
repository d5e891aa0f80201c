"""How the list of people looks and which keys it takes."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pressdesk.model.people import Person
from pressdesk.ui.colours import colours_of
from pressdesk.ui.panels.people_list import ROW, Index, PeopleModel

_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_SIDE, _GAP = 10, 7
"""Pixels left and right of a row's words, above and below them."""


class PersonDelegate(QStyledItemDelegate):
    """Paints a person: number, name and native name, below them title and organisation."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        colours = colours_of(option.palette)
        rect: QRect = option.rect
        painter.save()
        if row.person:
            self._paint_person(painter, option, row.person, row.number)
        else:
            if row.is_heading:
                painter.setFont(_bold(option))
            painter.setPen(QColor(colours.muted))
            painter.drawText(_inner(rect), int(_WRAPS), row.words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        room = _inner(QRect(0, 0, width, 10_000))
        metrics = option.fontMetrics
        if not row.person:
            return QSize(width, metrics.boundingRect(room, int(_WRAPS), row.words).height() + 12)
        lines = _lines(row.person)
        room.setLeft(room.left() + _number_width(option))
        height = 0
        for text, is_bold in lines:
            height += _text_height(option, room, text, is_bold)
        return QSize(width, max(height + 2 * _GAP, 32))

    def _paint_person(
        self, painter: QPainter, option: QStyleOptionViewItem, person: Person, number: int
    ) -> None:
        colours = colours_of(option.palette)
        rect: QRect = option.rect
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 5, 5)
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(colours.accent))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(2, 1, -3, -2), 5, 5)
        room = _inner(rect)
        room.setTop(rect.top() + _GAP)
        painter.setFont(option.font)
        if number:
            painter.setPen(QColor(colours.muted))
            painter.drawText(room, int(_WRAPS), str(number))
        room.setLeft(room.left() + _number_width(option))
        for text, is_bold in _lines(person):
            painter.setFont(_bold(option) if is_bold else option.font)
            painter.setPen(QColor(colours.ink if is_bold else colours.muted))
            painter.drawText(room, int(_WRAPS), text or self.tr("No name yet"))
            room.setTop(room.top() + _text_height(option, room, text, is_bold))


def _lines(person: Person) -> list[tuple[str, bool]]:
    native = person.native if person.native != person.name else ""
    lines = [("  ".join(part for part in (person.name, native) if part), True)]
    if person.position:
        lines.append((person.position, False))
    return lines


def _text_height(option: QStyleOptionViewItem, room: QRect, text: str, is_bold: bool) -> int:
    metrics = QFontMetrics(_bold(option) if is_bold else option.font)
    room = QRect(room.left(), 0, room.width(), 10_000)
    return metrics.boundingRect(room, int(_WRAPS), text or "X").height()


def _number_width(option: QStyleOptionViewItem) -> int:
    return option.fontMetrics.horizontalAdvance("00 ")


def _bold(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setBold(True)
    return font


def _inner(rect: QRect) -> QRect:
    return rect.adjusted(_SIDE, 6, -_SIDE, -4)


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
        self.setToolTip(self.tr("Drag a person, or press Alt+↑ or Alt+↓, to change the order"))
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

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _steps(event):
            event.accept()  # the window moves blocks of the body with these keys
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        person_id = self.current_id
        if person_id and _steps(event):
            self._model.move(person_id, _steps(event))
        elif person_id and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif person_id and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def _steps(event: QEvent) -> int:
    """Tell by how many places a key moves a person."""
    if isinstance(event, QKeyEvent) and event.modifiers() == Qt.KeyboardModifier.AltModifier:
        return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
    return 0
