"""The command palette: any command by a few letters of its name."""

from collections import Counter

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from pressdesk.ui.actions import Actions
from pressdesk.ui.colours import colours_of
from pressdesk.ui.controls.painting import draw_box, radius_of
from pressdesk.ui.dialogs.command_rows import CommandRow, command_rows
from pressdesk.ui.dialogs.matching import folded, rank
from pressdesk.ui.fields import LineField

_LETTERS, _ROWS = 66, 10
_OWN = "view.palette"
_ROW = Qt.ItemDataRole.UserRole
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QFrame):
    """A line to type in over the window, and below it the commands that fit.

    It lies in the window itself, so that input methods and every window manager
    treat it as they treat the page.
    """

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("commandPalette")
        self.setAccessibleName(self.tr("Command palette"))
        self.setAutoFillBackground(False)
        self._actions = actions
        self._rows: list[CommandRow] = []
        self._used: Counter[str] = Counter()
        self._before: QWidget | None = None
        self._field = LineField("paletteField", self.tr("Command"))
        self._field.setPlaceholderText(self.tr("Type a command"))
        self._field.textChanged.connect(self._filter)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setObjectName("paletteList")
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setItemDelegate(_RowPainter(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.currentItemChanged.connect(self._tell_current)
        self._list.itemClicked.connect(self._run)
        self._nothing = QLabel(self.tr("No command has these letters."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing, 1)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(32)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 110))
        self.setGraphicsEffect(shadow)
        self.hide()

    def open(self) -> None:
        """Show the commands that can be used now, those used most first."""
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self._rows = [
            row
            for row in command_rows(self._actions)
            if row.action.isEnabled() and row.action.objectName() != _OWN
        ]
        self._field.clear()
        self._filter("")
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_again(self) -> None:
        """Go away, and give the focus back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._before = None

    def _place(self) -> None:
        window = self.window()
        width = self.fontMetrics().averageCharWidth() * _LETTERS + 40
        margins = self.contentsMargins()
        row = self._list.sizeHintForRow(0) if self._list.count() else 0
        height = row * _ROWS + self._field.sizeHint().height() + 28 + margins.top()
        size = QSize(width, height).boundedTo(window.size() - QSize(32, 32))
        left = (window.width() - size.width()) // 2
        top = min(max(window.height() // 9, 16), max(window.height() - size.height() - 16, 16))
        self.setGeometry(left, top, size.width(), size.height())

    def _filter(self, text: str) -> None:
        query = folded(text.strip())
        found: list[tuple[int, int, int, CommandRow]] = []
        for number, row in enumerate(self._rows):
            name = row.action.objectName()
            fits = rank(query, folded(row.title), folded(f"{row.menu} {name}"))
            if fits:
                found.append((-fits, -self._used[name], number, row))
        self._list.clear()
        for *_, row in sorted(found, key=lambda each: each[:3]):
            item = QListWidgetItem(row.action.icon(), row.title)
            item.setData(_ROW, row)
            told = ", ".join(part for part in (row.title, row.menu, row.keys) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)

    def _tell_current(self, item: QListWidgetItem | None) -> None:
        # The focus stays in the field; so a screen reader hears the chosen line there.
        told = item.data(Qt.ItemDataRole.AccessibleTextRole) if item else self._nothing.text()
        self._field.setAccessibleDescription(told)

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        row: CommandRow = item.data(_ROW)
        self._used[row.action.objectName()] += 1
        self.close_again()
        row.action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            # what is typed here is no shortcut of the window
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
            return event.isAccepted()
        if isinstance(event, QFocusEvent) and event.lostFocus() and self.isVisible():
            stays = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
            if event.reason() not in stays:
                self._before = None
                self.hide()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_again()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run(self._list.currentItem())
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                pass  # there is nowhere else to go in here
            case key if key in _LIST_KEYS:
                self._list.keyPressEvent(event)
            case _:
                return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        draw_box(painter, self.rect(), 1.5 * radius_of(self), colours.paper, colours.line)


class _RowPainter(QStyledItemDelegate):
    """Paints icon, words and menu at the left, the key at the right."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(10, round(option.fontMetrics.height() * 1.9))  # pyright: ignore[reportAttributeAccessIssue]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: CommandRow = index.data(_ROW)
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        metrics = painter.fontMetrics()
        colours = colours_of(option.palette)  # pyright: ignore[reportAttributeAccessIssue]
        if state & QStyle.StateFlag.State_Selected:
            draw_box(painter, rect, metrics.height() * 0.4, colours.accent_soft, None)
        painter.save()
        gap = round(metrics.height() * 0.6)
        side = round(metrics.height() * 1.2)
        inner = rect.adjusted(gap, 0, -gap, 0)
        direction = option.direction  # pyright: ignore[reportAttributeAccessIssue]

        def place(left: int, width: int) -> QRect:
            part = QRect(left, inner.top(), max(width, 0), inner.height())
            return QStyle.visualRect(direction, inner, part)

        row.action.icon().paint(
            painter, place(inner.left(), side), Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal
        )
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        middle = QStyle.visualAlignment(direction, middle)
        keys = metrics.horizontalAdvance(row.keys)
        painter.setPen(QColor(colours.muted))
        painter.drawText(place(inner.right() - keys + 1, keys), middle, row.keys)
        left = inner.left() + side + gap
        room = inner.right() - keys - gap - left
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        used = metrics.horizontalAdvance(title)
        menu = metrics.elidedText(row.menu, Qt.TextElideMode.ElideRight, room - used - gap)
        painter.drawText(place(left + used + gap, room - used - gap), middle, menu)
        painter.setPen(QColor(colours.ink))
        painter.drawText(place(left, used + 1), middle, title)
        painter.restore()
