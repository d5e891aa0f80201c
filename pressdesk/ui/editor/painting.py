"""Painting the page around Qt's text: paper, pictures, credits, lamps, markers, bars, tables."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
)

from pressdesk.model.body import Figure, ListItem, Quote, Table
from pressdesk.model.kinds import list_numbers, quotation
from pressdesk.model.writing import is_solid, text_of
from pressdesk.ui.colours import mixed
from pressdesk.ui.controls.lamps import draw_lamps
from pressdesk.ui.editor.look import role_of
from pressdesk.ui.editor.places import Places, Shown
from pressdesk.ui.editor.surface import Surface
from pressdesk.ui.pictures import Pictures

_BULLETS = ("•", "–", "▪")
_SHADOW = (0.88, 0.92, 0.95, 0.975)
"""How much of the desk's colour shows through the paper's shadow, line by line."""
_FRAME_PX = 10
_LTR = Qt.LayoutDirection.LeftToRight


class Painting(Places):
    """Paints what stands around the text of a surface."""

    def __init__(self, surface: Surface, pictures: Pictures | None) -> None:
        super().__init__(surface)
        self._pictures = pictures
        self.drop_line: int | None = None
        """Number of the block that what is dragged would stand before."""

    # --- the page ---

    def paint_page(self, painter: QPainter, area: QRect) -> None:
        """Paint the desk and the paper on it."""
        surface = self._surface
        colours = surface.look.colours
        paper = QColor(colours.paper)
        box = self.paper_box()
        if box.width() >= surface.viewport().width():
            painter.fillRect(area, paper)
            return
        # What is not seen is left out: Qt strokes a rectangle of many pages slowly.
        box = box.intersected(surface.viewport().rect().adjusted(-9, -9, 9, 9))
        painter.fillRect(box.intersected(area), paper)
        desk = QColor(colours.desk)
        beside = box.intersected(surface.viewport().rect())
        view = surface.viewport().rect()
        for strip in (
            QRect(QPoint(0, 0), QPoint(view.right(), beside.top() - 1)),
            QRect(QPoint(0, beside.bottom() + 1), view.bottomRight()),
            QRect(0, 0, beside.left(), view.height()),
            QRect(QPoint(beside.right() + 1, 0), view.bottomRight()),
        ):
            painter.fillRect(strip.intersected(area), desk)
        if box.adjusted(1, 1, -1, -1).contains(area):
            return
        # A shadow of opaque lines: blending long ones costs more than all the text.
        shades = [mixed("#000000", colours.desk, share) for share in _SHADOW]
        if box.top() + len(shades) < area.top() and area.bottom() < box.bottom():
            self._paint_sides(painter, box, area, shades)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(colours.line))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        for spread, shade in enumerate(shades, 1):
            height = box.height()
            painter.fillRect(box.left() - spread, box.top() + spread, 1, height, shade)
            painter.fillRect(box.right() + spread, box.top() + spread, 1, height, shade)
            painter.fillRect(box.left(), box.bottom() + spread, box.width(), 1, shade)

    def _paint_sides(
        self, painter: QPainter, box: QRect, area: QRect, shades: Sequence[QColor]
    ) -> None:
        """Paint edge and shadow at both sides of the paper, no longer than they are asked for."""
        line = QColor(self._surface.look.colours.line)
        for spread, colour in enumerate((line, *shades)):
            for x in (box.left() - spread, box.right() + spread):
                painter.fillRect(x, area.top(), 1, area.height(), colour)

    def paint_under(self, painter: QPainter, blocks: Sequence[Shown], area: QRect) -> None:
        """Paint what stands around and under the text of blocks, as far as an area shows it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._surface.chosen
        for shown in blocks:
            if is_solid(shown.block) and not self._reaches(shown, area):
                continue
            match shown.block:
                case ListItem():
                    self._marker(painter, shown, shown.block)
                case Quote():
                    self._quote(painter, shown)
                case Figure():
                    self._figure(painter, shown, shown.block)
                case Table():
                    table = shown.block
                    self._surface.tables.paint(painter, table, self.picture_box(shown))
                case _:
                    pass
            if is_solid(shown.block):
                self._frame(painter, shown, is_chosen=shown.number == chosen)

    def paint_over(self, painter: QPainter, blocks: Sequence[Shown]) -> None:
        """Paint what stands for words that are not yet written, and where a drop would go."""
        surface = self._surface
        body = surface.body
        is_empty = not body or (len(body) == 1 and not text_of(body[0]) and not is_solid(body[0]))
        if is_empty:
            block = surface.document().begin()
            self._placeholder(
                painter, block, QCoreApplication.translate("BodyEditor", "Write the release…")
            )
        for shown in blocks:
            if isinstance(shown.block, Figure) and not shown.block.caption:
                self._placeholder(
                    painter, shown.qt, QCoreApplication.translate("BodyEditor", "Caption")
                )
            if shown.number == self.drop_line:
                self._drop_line(painter, self.whole_box(shown).top() - surface.look.em * 0.4)
        if self.drop_line is not None and self.drop_line >= len(body):
            bottom = surface.document().size().height() - surface.verticalScrollBar().value()
            margin = surface.document().rootFrame().frameFormat().bottomMargin()
            self._drop_line(painter, bottom - margin + surface.look.em * 0.3)

    # --- pieces ---

    def _reaches(self, shown: Shown, area: QRect) -> bool:
        """Tell whether an area shows anything of a figure or table, its frame included."""
        box = self.whole_box(shown)
        return box.top() - _FRAME_PX <= area.bottom() and box.bottom() + _FRAME_PX >= area.top()

    def _drop_line(self, painter: QPainter, y: float) -> None:
        geometry = self._surface.geometry_
        colour = QColor(self._surface.look.colours.accent)
        painter.fillRect(QRectF(geometry.left, y - 1, geometry.column, 2), colour)

    def _placeholder(self, painter: QPainter, block: QTextBlock, words: str) -> None:
        surface = self._surface
        layout = block.layout()
        if layout is None or block.length() > 1 or layout.preeditAreaText():
            return
        box = surface.document().documentLayout().blockBoundingRect(block)
        box.translate(0, -surface.verticalScrollBar().value())
        font = surface.look.font(role_of(surface.current_block_at(block)))
        left = surface.geometry_.left + block.blockFormat().leftMargin()
        place = QPointF(left, _baseline(block, box.top(), QFontMetricsF(font)))
        painter.setFont(font)
        painter.setPen(QColor(surface.look.colours.muted))
        painter.drawText(place, words)

    def _marker(self, painter: QPainter, shown: Shown, item: ListItem) -> None:
        surface = self._surface
        painter.setFont(surface.look.serif)
        metrics = QFontMetricsF(surface.look.serif)
        if item.numbered:
            first, numbers = list_numbers(surface.body, shown.number)
            words = numeral(numbers[shown.number - first], item.level) + "."
        else:
            words = _BULLETS[item.level % 3]
        room = surface.look.em * (0.35 if item.numbered else 0.5)
        x = shown.text.left() - room - metrics.horizontalAdvance(words)
        painter.setPen(QColor(surface.look.colours.muted))
        painter.drawText(QPointF(x, _baseline(shown.qt, shown.text.top(), metrics)), words)

    def _quote(self, painter: QPainter, shown: Shown) -> None:
        surface = self._surface
        geometry, look = surface.geometry_, surface.look
        top, bottom = shown.text.top(), shown.text.bottom()
        whole = quotation(surface.body, shown.number)
        if whole[0] != shown.number:
            before = surface.document().documentLayout().blockBoundingRect(shown.qt.previous())
            top = before.bottom() - surface.verticalScrollBar().value() - 1
        said = geometry.said_by(surface.body, shown.number)
        if said:
            bottom += geometry.below(surface.body, shown.number)
        bar = QRectF(geometry.left, round(top), max(look.em * 0.15, 3), round(bottom - top))
        painter.fillRect(bar, mixed(look.colours.accent, look.colours.paper, 0.4))
        if said:
            box = geometry.attribution_rect(said)
            box.moveTo(shown.text.left(), shown.text.bottom() + geometry.line_air)
            painter.setFont(look.sans)
            painter.setPen(QColor(look.colours.muted))
            painter.drawText(box, Qt.TextFlag.TextWordWrap, said)

    def _figure(self, painter: QPainter, shown: Shown, figure: Figure) -> None:
        surface = self._surface
        look, facts = surface.look, surface.facts
        box = self.picture_box(shown)
        image = None
        photo = facts.photos.get(figure.photo)
        if photo is not None and self._pictures is not None:
            ratio = surface.viewport().devicePixelRatioF()
            image = self._pictures.image(photo, facts.assets, round(box.width() * ratio))
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, image)
        else:
            self._no_picture(painter, box, figure)
        painter.setFont(look.small)
        boxes = self.lamp_boxes(shown, figure)
        first = min(place.left() for place in boxes.values())
        top = shown.text.bottom() + surface.geometry_.line_air
        line = QRectF(box.left(), top, surface.geometry_.column, 0)
        line.setHeight(surface.geometry_.line_height)
        if surface.geometry_.credit_lines(figure) == 1:
            line.setRight(first - look.em * 0.6)
        metrics = QFontMetrics(look.small)
        credit = metrics.elidedText(
            facts.credit(figure.photo), Qt.TextElideMode.ElideRight, round(line.width())
        )
        painter.setPen(QColor(look.colours.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, credit)
        draw_lamps(painter, boxes, facts.lamps(figure), look.colours, _LTR)

    def _no_picture(self, painter: QPainter, box: QRectF, figure: Figure) -> None:
        """Paint what stands in the place of a picture that is being made, or can't be."""
        surface = self._surface
        colours, facts = surface.look.colours, surface.facts
        photo = facts.photos.get(figure.photo)
        fault = self._pictures.fault(photo, facts.assets) if photo and self._pictures else ""
        if photo is None:
            fault = QCoreApplication.translate("BodyEditor", "This photo is not in the release.")
        painter.fillRect(box, QColor(colours.danger_soft if fault else colours.chrome))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        name = photo.name if photo else ""
        painter.setFont(surface.look.small)
        painter.setPen(QColor(colours.danger if fault else colours.muted))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        words = "\n".join(filter(None, (name, fault)))
        painter.drawText(box.adjusted(8, 8, -8, -8), flags, words)

    def _frame(self, painter: QPainter, shown: Shown, *, is_chosen: bool) -> None:
        """Frame a figure or table that is chosen, selected with the text, or written in."""
        surface = self._surface
        look = surface.look
        accent = QColor(look.colours.accent)
        box = self.whole_box(shown).adjusted(-8, -8, 8, 6)
        cursor = surface.textCursor()
        start, end = surface.selected_points()
        is_within = start.block < shown.number < end.block or (
            start.block < shown.number == end.block and end.offset > 0
        )
        if is_chosen or (cursor.hasSelection() and is_within):
            veil = QColor(accent)
            veil.setAlpha(40)
            painter.fillRect(self.picture_box(shown), veil)
            painter.setPen(QPen(accent, 2))
        elif cursor.blockNumber() == shown.number and surface.hasFocus():
            painter.setPen(QPen(accent, 1))
        else:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 6, 6)


def _baseline(block: QTextBlock, top: float, metrics: QFontMetricsF) -> float:
    """Give the height that the first line of a block stands on."""
    layout = block.layout()
    if layout is None or not layout.lineCount():  # a line that is not laid out crashes Qt
        return top + metrics.ascent()
    line = layout.lineAt(0)
    return top + line.y() + line.ascent()


def numeral(number: int, level: int) -> str:
    """Write the number of a list item as its level does: 1, a, i, and again."""
    match level % 3:
        case 1:
            letters = ""
            while number:
                number, rest = divmod(number - 1, 26)
                letters = chr(ord("a") + rest) + letters
            return letters
        case 2:
            return _roman(number)
        case _:
            return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in (
        *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
        *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
    ):
        count, number = divmod(number, value)
        written += letters * count
    return written
