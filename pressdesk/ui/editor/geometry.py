"""Where things stand on the page: room for what is painted above and below the text of a block.

All room is made by the top margins of blocks (Qt takes the larger of two margins that
meet, not their sum) and by the margins of the root frame, for Qt ignores the top margin
of the first block.
"""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlockFormat

from pressdesk.model.body import Block, Body, Figure, Heading, ListItem, Quote, Table
from pressdesk.model.kinds import quotation
from pressdesk.model.rows import shown_size
from pressdesk.ui.editor.codec import set_identity
from pressdesk.ui.editor.facts import Facts
from pressdesk.ui.editor.look import Look, role_of

_PORTRAIT = 0.92
"""Most height of a picture, in widths of the column: some 70 % of a printed page."""


class Geometry:
    """Sizes of what is painted, and the block formats that make room for it."""

    def __init__(
        self, look: Look, facts: Facts, table_height: Callable[[Table, float], float]
    ) -> None:
        self.look = look
        self.facts = facts
        self._table_height = table_height
        self.set_width(800)

    def set_width(self, width: int) -> None:
        """Take up another width of the viewport, in pixels."""
        em = self.look.em
        self.width = width
        self.column = max(min(self.look.column_px, width - 2 * round(em)), 120)
        """Width of the column: the measure, or what the viewport has."""
        self.left = max((width - self.column) // 2, 0)
        """Left edge of the column."""
        self.padding = round(min(em * 3.6, max(em, (width - self.look.column_px) / 2 - 8)))
        """Room between the edge of the paper and the column."""

    def picture(self, figure: Figure) -> QSizeF:
        """Give the size of a figure's picture in logical pixels."""
        photo = self.facts.photos.get(figure.photo)
        wide, high = shown_size(photo) if photo else (3, 2)
        width = min(self.column, wide) if photo else self.column
        height = width * high / wide
        most = self.column * _PORTRAIT
        if height > most:
            width, height = width * most / height, most
        return QSizeF(round(width), max(round(height), 8))

    def above(self, block: Block) -> float:
        """Give the room that is needed above the text of a block."""
        match block:
            case Figure():
                return self.picture(block).height() + self.look.em * 0.4
            case Table():
                return self._table_height(block, self.column)
            case _:
                return 0

    def below(self, body: Body, index: int) -> float:
        """Give the room that is needed below the text of a block."""
        block = body[index]
        match block:
            case Figure():
                return self.line_air + self.line_height * self.credit_lines(block)
            case Quote() if self.said_by(body, index):
                text = self.said_by(body, index)
                return self.line_air + self.attribution_rect(text).height()
            case _:
                return 0

    def said_by(self, body: Body, index: int) -> str:
        """Give the attribution that stands below a block: the last of a quotation has it."""
        block = body[index]
        if not isinstance(block, Quote) or quotation(body, index)[-1] != index:
            return ""
        return self.facts.attribution(block.speaker)

    def attribution_rect(self, text: str) -> QRectF:
        """Give the room of an attribution, from the left edge of its quotation."""
        metrics = QFontMetricsF(self.look.sans)
        room = QRectF(0, 0, self.column - self.look.indent_px, 10_000)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text)

    @property
    def line_air(self) -> float:
        """Air between a text and the small line below it."""
        return self.look.em * 0.42

    @property
    def line_height(self) -> float:
        """Height of the line with credit and lamps."""
        return max(QFontMetricsF(self.look.small).height(), 8)

    def credit_lines(self, figure: Figure) -> int:
        """Tell whether credit and lamps have room in one line, or need two."""
        metrics = QFontMetricsF(self.look.small)
        lamps = self.line_height * 22
        return (
            1
            if metrics.horizontalAdvance(self.facts.credit(figure.photo)) + lamps <= self.column
            else 2
        )

    def gap(self, before: Block | None, block: Block) -> float:
        """Give the air between two blocks."""
        em = self.look.em
        if before is None:
            return em * 0.2
        if isinstance(before, ListItem) and isinstance(block, ListItem):
            return em * 0.18
        if isinstance(before, Figure | Table) or isinstance(block, Figure | Table):
            return em * 1.1
        if isinstance(block, Heading):
            return em * 1.15
        if isinstance(before, Heading):
            return em * 0.35
        if isinstance(block, Quote) != isinstance(before, Quote):
            return em * 0.8
        return em * 0.62

    def block_format(self, body: Body, index: int) -> QTextBlockFormat:
        """Make the block format of a block: what it is, and the room around it."""
        block = body[index]
        made = QTextBlockFormat()
        set_identity(made, block)
        if index:
            top = self.below(body, index - 1) + self.gap(body[index - 1], block) + self.above(block)
            made.setTopMargin(round(top))
        match block:
            case ListItem():
                made.setLeftMargin(self.look.indent_px * (block.level + 1))
            case Quote():
                made.setLeftMargin(self.look.indent_px)
            case _:
                pass
        if not isinstance(block, Table):
            # Fixed, so that one character of another script does not push lines apart.
            kind = QTextBlockFormat.LineHeightTypes.FixedHeight
            made.setLineHeight(self.look.line_px(role_of(block)), kind.value)
        return made

    def root_margins(self, body: Body, head: float, foot: float) -> tuple[float, float]:
        """Give the top and bottom margin of the root frame, with what is parked above and below."""
        first = self.gap(None, body[0]) + self.above(body[0])
        last = self.below(body, len(body) - 1)
        air = self.look.em if head else 0
        top = self.sheet_top + head + air + first
        return round(top), round(last + foot + self.foot_air + self.look.em * 1.8)

    @property
    def sheet_edge(self) -> int:
        """Desk above and below the paper."""
        return round(self.look.em)

    @property
    def sheet_top(self) -> int:
        """Where what is parked above begins: below the edge of the paper."""
        return round(self.look.em * 2.8)

    @property
    def foot_air(self) -> int:
        """Room between what is parked below and the end of the page."""
        return round(self.look.em * 3)
