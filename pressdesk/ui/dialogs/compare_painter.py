"""How a row of a comparison looks: two sides, each with a sign that says what became of it."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pressdesk.ui.colours import Colours, colours_of
from pressdesk.ui.controls.painting import bold_font, draw_box, draw_ring
from pressdesk.ui.dialogs.compare_layout import Fonts, Placed, Setter, draw_grid, draw_text
from pressdesk.ui.dialogs.compare_rows import Element, Grid, Line, Picture, Row, Words
from pressdesk.ui.dialogs.compare_words import Side
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.rows import ROW, Index
from pressdesk.ui.pictures import Pictures

_LETTERS = 30
"""Narrower than so many of them the sides stand in one column."""
_EDGE, _PAD, _BAR = 8, 10, 3
"""Pixels beside the rows, within a side, and of the bar at its edge."""
_BETWEEN = 8
"""Pixels between two lines of a row, and two rows."""
_LABEL = 4
"""Pixels between a label and what it is of."""
SIGNS = {"changed": "≠", "added": "+", "removed": "\u2212", "moved": "↕", "same": ""}


class _Set(NamedTuple):
    """A line that is laid out: its elements on each side, and how high it is."""

    top: int
    left: tuple[Placed, ...]
    right: tuple[Placed, ...]


class _Laid(NamedTuple):
    lines: tuple[_Set, ...]
    height: int


class Columns(NamedTuple):
    """Where the sides stand in a width; one of them where it is narrow."""

    left: QRect
    right: QRect
    is_one: bool
    indent_px: int
    """From the edge of a side to its text."""

    @property
    def gap_px(self) -> int:
        """Between the two sides."""
        return _BETWEEN

    @classmethod
    def of(cls, width: int, metrics: QFontMetrics, direction: Qt.LayoutDirection) -> "Columns":
        """Divide a width by the size of text."""
        whole = QRect(_EDGE, 0, width - 2 * _EDGE, 0)
        half = (whole.width() - _BETWEEN) // 2
        gutter = metrics.horizontalAdvance("≠") + _PAD
        indent = gutter + _PAD
        if half - indent - _PAD < _LETTERS * metrics.averageCharWidth():
            return cls(whole, whole, is_one=True, indent_px=indent)
        left = QRect(whole.left(), 0, half, 0)
        right = QRect(whole.right() + 1 - half, 0, half, 0)
        if direction == Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        return cls(left, right, is_one=False, indent_px=indent)


class ComparePainter(QStyledItemDelegate):
    """Lays rows out when they are asked for, and paints them."""

    def __init__(
        self,
        view: QAbstractItemView,
        before: Side,
        after: Side,
        pictures: Pictures,
        icons: Icons,
    ) -> None:
        super().__init__(view)
        self._sides = before, after
        self._pictures = pictures
        self._icons = icons
        self._laid: dict[int, tuple[Row, _Laid]] = {}
        self._for: tuple[object, ...] = ()
        self._setters: list[Setter] = []

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 600
        row: Row = index.data(ROW)
        metrics = option.fontMetrics
        match row.kind:
            case "section":
                height = round(metrics.height() * (1.8 if index.row() == 0 else 2.2))
            case "fold":
                height = max(round(metrics.height() * 2), 24)
            case _:
                height = self._layout(row, option, width).height
        return QSize(10, height)  # rows are as wide as the view, whatever they ask for

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        colours = colours_of(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        match row.kind:
            case "section":
                self._paint_section(painter, option, row, colours)
            case "fold":
                self._paint_fold(painter, option, row, colours)
            case _:
                self._paint_row(painter, option, row, colours)
        painter.restore()

    def _layout(self, row: Row, option: QStyleOptionViewItem, width: int) -> _Laid:
        """Lay a row out; layouts are kept as long as width, font and colours stay."""
        colours = colours_of(option.palette)
        wanted = width, option.font.key(), colours, option.direction
        if wanted != self._for:
            self._laid.clear()
            self._for = wanted
            self._setters = [
                Setter(Fonts.of(option.font, side.release.language), colours)
                for side in self._sides
            ]
        kept = self._laid.get(id(row))
        if kept is None or kept[0] is not row:
            kept = self._laid[id(row)] = row, self._lay_out(row, option, width)
        return kept[1]

    def _lay_out(self, row: Row, option: QStyleOptionViewItem, width: int) -> _Laid:
        columns = Columns.of(width, option.fontMetrics, option.direction)
        room = columns.left.width() - columns.indent_px - _PAD
        lines: list[_Set] = []
        top = _PAD
        for line in row.lines:
            if columns.is_one:
                left, right = self._setters[1].place(line.merged, room), ()
            else:
                left = self._setters[0].place(line.before, room)
                right = self._setters[1].place(line.after, room)
            lines.append(_Set(top, left, right))
            ends = [side[-1].box.bottom() + 1 for side in (left, right) if side]
            top += max(ends, default=0) + (_LABEL if _is_label(line) else _BETWEEN)
        height = max(top - _BETWEEN, option.fontMetrics.height()) + _PAD + _BETWEEN
        return _Laid(tuple(lines), height)

    @staticmethod
    def _gutter(option: QStyleOptionViewItem) -> int:
        return option.fontMetrics.horizontalAdvance("≠") + _PAD

    def _paint_section(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, colours: Colours
    ) -> None:
        font = QFont(option.font)
        font.setBold(bold_font().bold())
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        rect = option.rect.adjusted(_EDGE, 0, -_EDGE, -round(option.fontMetrics.height() * 0.35))
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading
        painter.drawText(rect, flags, row.spoken)

    def _paint_fold(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, colours: Colours
    ) -> None:
        metrics = option.fontMetrics
        side = round(metrics.height() * 1.1)
        rect = option.rect.adjusted(_EDGE, 2, -_EDGE, -2)
        room = rect.width() - side - 4 * _PAD
        text = metrics.elidedText(row.spoken, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(text) + side + 3 * _PAD
        box = QRect(0, 0, width, round(metrics.height() * 1.6))
        box.moveCenter(rect.center())
        middle = rect.center().y()
        painter.setPen(QPen(QColor(colours.line), 1, Qt.PenStyle.DashLine))
        painter.drawLine(rect.left(), middle, box.left() - _PAD, middle)
        painter.drawLine(box.right() + _PAD, middle, rect.right(), middle)
        is_near = bool(option.state & QStyle.StateFlag.State_MouseOver)
        draw_box(
            painter, box, box.height() / 2, colours.paper, colours.edge if is_near else colours.line
        )
        if option.state & QStyle.StateFlag.State_Selected:
            draw_ring(painter, box, box.height() / 2, colours.accent)
        inner = box.adjusted(_PAD, 0, -_PAD, 0)
        icon = QRect(inner.left(), 0, side, side)
        icon.moveCenter(QPoint(icon.center().x(), inner.center().y()))
        words = inner.adjusted(side + _PAD // 2, 0, 0, 0)
        icon = QStyle.visualRect(option.direction, inner, icon)
        words = QStyle.visualRect(option.direction, inner, words)
        self._icons.icon("down", "muted").paint(painter, icon)
        painter.setPen(QColor(colours.muted))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, colours: Colours
    ) -> None:
        laid = self._layout(row, option, option.rect.width())
        columns = Columns.of(option.rect.width(), option.fontMetrics, option.direction)
        top = option.rect.top()
        boxes = [
            QRect(side.left(), top, side.width(), laid.height - _BETWEEN)
            for side in ((columns.left,) if columns.is_one else (columns.left, columns.right))
        ]
        for number, box in enumerate(boxes):
            self._paint_side(
                painter, option, row, box, colours, number=number, is_one=columns.is_one
            )
            for line in laid.lines:
                origin = box.topLeft() + QPoint(self._gutter(option) + _PAD, line.top)
                if option.direction == Qt.LayoutDirection.RightToLeft:
                    origin.setX(box.left() + _PAD)
                for placed in line.right if number else line.left:
                    self._paint_element(painter, placed, origin, colours)
        if option.state & QStyle.StateFlag.State_Selected:
            whole = boxes[0].united(boxes[-1]).adjusted(-3, -3, 3, 3)
            has_focus = option.state & QStyle.StateFlag.State_HasFocus
            draw_ring(painter, whole, 7, colours.accent if has_focus else colours.edge)

    def _paint_side(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: Row,
        box: QRect,
        colours: Colours,
        *,
        number: int,
        is_one: bool,
    ) -> None:
        """Paint the ground of a side, the bar at its edge, and its sign."""
        is_there = is_one or any(line.after if number else line.before for line in row.lines)
        if not is_there:
            painter.setBrush(QColor(colours.desk))
            draw_box(painter, box, 4, colours.desk, None)
            return
        draw_box(painter, box, 4, colours.paper, colours.line)
        sign, colour = self._sign(row, colours, number=number, is_one=is_one)
        if not sign:
            return
        bar = QRect(box.left(), box.top(), _BAR, box.height())
        bar = QStyle.visualRect(option.direction, box, bar)
        painter.fillRect(bar, QColor(colour))
        gutter = QRect(
            box.left() + _BAR, box.top() + _PAD, self._gutter(option), option.fontMetrics.height()
        )
        font = QFont(option.font)
        font.setBold(bold_font().bold())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        place = QStyle.visualRect(option.direction, box, gutter)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, sign)

    @staticmethod
    def _sign(row: Row, colours: Colours, *, number: int, is_one: bool) -> tuple[str, str]:
        is_side = any(line.before for line in row.lines), any(line.after for line in row.lines)
        match row.kind:
            case "added":
                return SIGNS["added"], colours.good
            case "removed":
                return SIGNS["removed"], colours.danger
            case "moved":
                return SIGNS["moved"], colours.accent
            case "changed" if not all(is_side):
                return SIGNS["moved"], colours.accent
            case "changed":
                colour = colours.good if number else colours.danger
                return SIGNS["changed"], colours.amber if is_one else colour
            case _:
                return "", ""

    def _paint_element(
        self, painter: QPainter, placed: Placed, origin: QPoint, colours: Colours
    ) -> None:
        at = origin + placed.box.topLeft()
        match placed.element:
            case Words(look=look) if placed.layout is not None:
                if look == "quote":
                    bar = QRect(at.x() - 10, at.y(), 2, placed.box.height())
                    painter.fillRect(bar, QColor(colours.line))
                elif look == "bullet":
                    painter.setPen(QColor(colours.muted))
                    line = placed.layout.lineAt(0)
                    base = at.y() + round(line.ascent()) if line.isValid() else at.y()
                    painter.setFont(placed.layout.font())
                    painter.drawText(QPoint(at.x() - placed.box.left() // 2 - 3, base), "•")
                draw_text(painter, placed.layout, QPointF(at))
            case Picture() as picture:
                self._paint_picture(painter, picture, QRect(at, placed.box.size()), colours)
            case Grid():
                draw_grid(painter, placed, QPointF(at), colours)
            case _:
                pass

    def _paint_picture(
        self, painter: QPainter, picture: Picture, box: QRect, colours: Colours
    ) -> None:
        photo, assets = picture.photo, self._sides[picture.is_after].assets
        width_px = round(box.width() * painter.device().devicePixelRatioF())
        is_there = photo.media in assets
        image = self._pictures.image(photo, assets, width_px) if is_there else None
        draw_box(painter, box, 0, colours.line, None)
        if image is not None:
            painter.drawImage(box, image)
        elif not is_there or self._pictures.fault(photo, assets):
            painter.setPen(QColor(colours.danger))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")
        if picture.tint != "same":
            colour = QColor(colours.danger if picture.tint == "removed" else colours.good)
            painter.setPen(QPen(colour, 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -2, -2))
            if picture.tint == "removed":
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.drawLine(box.bottomLeft(), box.topRight())


def _is_label(line: Line) -> bool:
    elements: tuple[Element, ...] = line.merged
    return (
        bool(elements) and isinstance(elements[0], Words) and elements[0].look in ("label", "field")
    )
