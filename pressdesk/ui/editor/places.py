"""Where things stand in the viewport: blocks that are seen, pictures, lamps, the paper."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QTextBlock

from pressdesk.model.body import Block, Figure
from pressdesk.model.caption import LAMPS
from pressdesk.model.writing import is_solid
from pressdesk.ui.controls.lamps import lay_out
from pressdesk.ui.editor.surface import Surface

_LTR = Qt.LayoutDirection.LeftToRight


class Shown(NamedTuple):
    """A block that is seen, and the box of its text in the viewport."""

    number: int
    block: Block
    text: QRectF
    qt: QTextBlock


class Places:
    """Finds what is at a place of the viewport, and the place of what is there."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface

    def shown(self, top: float, bottom: float) -> Iterator[Shown]:
        """Go through the blocks with anything between two heights of the viewport."""
        surface = self._surface
        layout = surface.document().documentLayout()
        scrolled = surface.verticalScrollBar().value()
        at = layout.hitTest(QPointF(0, top + scrolled), Qt.HitTestAccuracy.FuzzyHit)
        block = surface.document().findBlock(max(at, 0))
        if block.previous().isValid():
            block = block.previous()
        body = surface.body
        while block.isValid() and block.blockNumber() < len(body):
            index = block.blockNumber()
            box = layout.blockBoundingRect(block).translated(0, -scrolled)
            if box.top() - surface.geometry_.above(body[index]) > bottom:
                break
            yield Shown(index, body[index], self._in_column(box, block), block)
            block = block.next()

    def _in_column(self, box: QRectF, block: QTextBlock) -> QRectF:
        """Qt leaves the left margin out of a block's box."""
        geometry = self._surface.geometry_
        left = geometry.left + block.blockFormat().leftMargin()
        return QRectF(left, box.top(), geometry.left + geometry.column - left, box.height())

    def picture_box(self, shown: Shown) -> QRectF:
        """Give the box of a figure's picture or of a table."""
        geometry = self._surface.geometry_
        above = geometry.above(shown.block)
        top = shown.text.top() - above
        if isinstance(shown.block, Figure):
            size = geometry.picture(shown.block)
            return QRectF(geometry.left, round(top), size.width(), size.height())
        return QRectF(geometry.left, round(top), geometry.column, above)

    def whole_box(self, shown: Shown) -> QRectF:
        """Give the box of a figure or table with all that belongs to it."""
        geometry = self._surface.geometry_
        box = self.picture_box(shown)
        box.setWidth(geometry.column)
        if isinstance(shown.block, Figure):
            below = geometry.below(self._surface.body, shown.number)
            box.setBottom(shown.text.bottom() + below)
        return box

    def solid_at(self, place: QPoint) -> int | None:
        """Tell which figure's picture or which table is at a place of the viewport."""
        for shown in self.shown(place.y(), place.y()):
            if is_solid(shown.block) and self.picture_box(shown).contains(QPointF(place)):
                return shown.number
        return None

    def lamp_at(self, place: QPoint) -> tuple[int, str] | None:
        """Tell which lamp of which figure is at a place of the viewport."""
        for shown in self.shown(place.y(), place.y()):
            if isinstance(shown.block, Figure):
                for lamp, box in self.lamp_boxes(shown, shown.block).items():
                    if box.adjusted(-4, -4, 4, 4).contains(place):
                        return shown.number, lamp
        return None

    def table_box(self, index: int) -> QRectF:
        """Give the box of a table in the viewport."""
        surface = self._surface
        block = surface.document().findBlockByNumber(index)
        box = surface.document().documentLayout().blockBoundingRect(block)
        box.translate(0, -surface.verticalScrollBar().value())
        text = self._in_column(box, block)
        return self.picture_box(Shown(index, surface.body[index], text, block))

    def paper_box(self) -> QRect:
        """Give the box of the paper in the viewport."""
        surface = self._surface
        geometry = surface.geometry_
        scrolled = surface.verticalScrollBar().value()
        edge = geometry.sheet_edge
        height = max(round(surface.document().size().height()), surface.viewport().height())
        padding = geometry.padding
        width = geometry.column + 2 * padding
        return QRect(geometry.left - padding, edge - scrolled, width, height - 2 * edge)

    def lamp_boxes(self, shown: Shown, figure: Figure) -> dict[str, QRect]:
        """Give the boxes of the lamps of a figure."""
        geometry = self._surface.geometry_
        metrics = QFontMetrics(self._surface.look.small)
        places = lay_out(LAMPS, metrics, geometry.column, _LTR)
        two = geometry.credit_lines(figure) > 1
        right = max(place.right() for place in places.values()) + 1
        x = geometry.left if two else geometry.left + geometry.column - right
        y = shown.text.bottom() + geometry.line_air + (geometry.line_height if two else 0)
        return {lamp: place.translated(round(x), round(y)) for lamp, place in places.items()}
