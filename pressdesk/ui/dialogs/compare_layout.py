"""How the rows of a comparison are laid out: text with tints, pictures, tables, in pixels."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from pressdesk.model.body import Span
from pressdesk.model.rows import shown_size
from pressdesk.model.text import clean_text
from pressdesk.ui.colours import Colours
from pressdesk.ui.dialogs.compare_rows import Element, Grid, Picture, Tint, Words
from pressdesk.ui.fonts import reading_font

_CELL = 5
"""Pixels around the text of a table's cell."""
_GAP = 6
"""Pixels between elements that follow each other."""


class Fonts(NamedTuple):
    """The fonts of a comparison: the tool's, and that of the page by language."""

    tool: QFont
    text: QFont

    @classmethod
    def of(cls, tool: QFont, language: str) -> "Fonts":
        """Make them for a size of text."""
        # a font of a style option goes with it
        return cls(QFont(tool), reading_font(tool.pointSizeF() * 1.1, 1.0, language))

    def font(self, look: str) -> QFont:
        """Give the font of a kind of text."""
        font = QFont(self.tool if look in ("label", "field") else self.text)
        match look:
            case "heading":
                font.setPointSizeF(font.pointSizeF() * 1.15)
                font.setBold(True)
            case "label":
                font.setPointSizeF(font.pointSizeF() * 0.9)
                font.setBold(True)
            case "field":
                font.setPointSizeF(font.pointSizeF() * 0.9)
            case _:
                pass
        return font


class Placed(NamedTuple):
    """An element with the place it takes, from the left top corner of its side."""

    element: Element
    box: QRect
    layout: QTextLayout | None = None
    cells: tuple[tuple[QRect, QTextLayout | None], ...] = ()


class Setter:
    """Lays out elements below each other at a width."""

    def __init__(self, fonts: Fonts, colours: Colours) -> None:
        self._fonts = fonts
        self._colours = colours

    def place(self, elements: Sequence[Element], width: int) -> tuple[Placed, ...]:
        """Place elements; what is placed last ends where the whole ends."""
        placed: list[Placed] = []
        top = 0
        for element in elements:
            one = self._place(element, width, top)
            placed.append(one)
            top = one.box.bottom() + 1 + _GAP
        return tuple(placed)

    def _place(self, element: Element, width: int, top: int) -> Placed:
        match element:
            case Words():
                indent = self._indent(element.look)
                layout = self._text(element, width - indent)
                height = round(layout.boundingRect().height())
                return Placed(element, QRect(indent, top, width - indent, height), layout)
            case Picture(photo):
                high = QFontMetrics(self._fonts.tool).height() * 6
                box = QRect(0, top, width, high).size()
                size = QRectF(0, 0, *shown_size(photo)).size().toSize()
                size = size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio)
                return Placed(element, QRect(0, top, size.width(), size.height()))
            case Grid():
                return self._grid(element, width, top)

    def _indent(self, look: str) -> int:
        height = QFontMetrics(self._fonts.text).height()
        return {"quote": height, "bullet": height, "numbered": height}.get(look, 0)

    def _text(self, words: Words, width: int) -> QTextLayout:
        shown = [clean_text(span.text).replace("\n", "\u2028") for span, _ in words.runs]
        layout = QTextLayout("".join(shown), self._fonts.font(words.look))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        formats: list[QTextLayout.FormatRange] = []
        start = 0
        for text, (span, tint) in zip(shown, words.runs, strict=True):
            part = QTextLayout.FormatRange()
            part.start, part.length = start, _units(text)  # pyright: ignore[reportAttributeAccessIssue]
            part.format = self._format(span, tint, words.look)  # pyright: ignore[reportAttributeAccessIssue]
            formats.append(part)
            start += _units(text)
        layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        lead = 1.12 if words.look in ("text", "quote", "bullet", "numbered") else 1.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, y))
            y += line.height() * lead
        layout.endLayout()
        return layout

    def _format(self, span: Span, tint: Tint, look: str) -> QTextCharFormat:
        colours = self._colours
        form = QTextCharFormat()
        is_quiet = look in ("label", "field")
        form.setForeground(QColor(colours.muted if is_quiet else colours.ink))
        if span.bold:
            form.setFontWeight(QFont.Weight.Bold)
        if span.italic:
            form.setFontItalic(True)
        if span.underline:
            form.setFontUnderline(True)
        if span.strike:
            form.setFontStrikeOut(True)
        if span.script:
            aligned = QTextCharFormat.VerticalAlignment
            form.setVerticalAlignment(
                aligned.AlignSubScript if span.script == "sub" else aligned.AlignSuperScript
            )
        if span.link:
            form.setForeground(QColor(colours.accent))
        match tint:
            case "removed":
                form.setBackground(QColor(colours.danger_soft))
                form.setForeground(QColor(colours.danger))
                form.setFontStrikeOut(True)
            case "added":
                form.setBackground(QColor(colours.good_soft))
                form.setForeground(QColor(colours.good))
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                form.setUnderlineColor(QColor(colours.good))
            case "marked":
                form.setBackground(QColor(colours.warning_soft))
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
                form.setUnderlineColor(QColor(colours.amber))
            case _:
                pass
        return form

    def _grid(self, grid: Grid, width: int, top: int) -> Placed:
        columns = max((len(row) for row in grid.cells), default=1) or 1
        edges = [round(width * column / columns) for column in range(columns + 1)]
        cells: list[tuple[QRect, QTextLayout | None]] = []
        y = 0
        least = QFontMetrics(self._fonts.text).height()
        for row in grid.cells:
            texts = [
                self._text(cell, edges[at + 1] - edges[at] - 2 * _CELL) if cell else None
                for at, cell in enumerate(row)
            ]
            heights = [round(text.boundingRect().height()) for text in texts if text]
            height = max([least, *heights]) + 2 * _CELL
            for at, text in enumerate(texts):
                cells.append((QRect(edges[at], y, edges[at + 1] - edges[at], height), text))
            y += height
        return Placed(grid, QRect(0, top, width, y + 1), None, tuple(cells))


def draw_text(painter: QPainter, layout: QTextLayout, at: QPointF) -> None:
    """Draw text that is laid out."""
    layout.draw(painter, at)


def draw_grid(painter: QPainter, placed: Placed, origin: QPointF, colours: Colours) -> None:
    """Draw a table; a cell that this side has not is hatched."""
    painter.save()
    for box, text in placed.cells:
        place = box.translated(origin.toPoint())
        painter.setPen(QPen(QColor(colours.line)))
        brush = Qt.BrushStyle.NoBrush if text else Qt.BrushStyle.BDiagPattern
        painter.setBrush(QBrush(QColor(colours.line), brush))
        painter.drawRect(place)
        if text:
            text.draw(painter, QPointF(place.topLeft()) + QPointF(_CELL, _CELL))
    painter.restore()


def _units(text: str) -> int:
    """Count as Qt does, in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
