"""How text looks in the body: fonts, sizes and distances, all from one font size and one zoom."""

from typing import Literal

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextFormat

from pressdesk.model.body import Block, Figure, Heading, Span, Table
from pressdesk.ui.colours import LIGHT, Colours
from pressdesk.ui.fonts import reading_font, tool_font

Role = Literal["text", "h2", "h3", "h4", "caption", "table"]

_SAMPLE = "the museum opened its new wing on thursday and the town came to see it "
_SIZES: dict[Role, float] = {"text": 1, "h2": 1.32, "h3": 1.12, "h4": 1, "caption": 0.88}

_OPEN, _TIGHT = 1.38, 1.22
"""Distance from line to line, in heights of the letters."""

_USER = QTextFormat.Property.UserProperty.value
MARKS, LINK, LANG = _USER + 1, _USER + 2, _USER + 3
"""What a span says, kept beside how it looks: a heading is bold without its spans being so."""

BOLD, ITALIC, UNDERLINE, STRIKE, SUB, SUP = (1 << bit for bit in range(6))


def role_of(block: Block | None) -> Role:
    """Tell which letters a block is set in."""
    match block:
        case Heading():
            return ("h2", "h3", "h4")[block.level - 2]
        case Figure():
            return "caption"
        case Table():
            return "table"
        case _:
            return "text"


def bits_of(span: Span) -> int:
    """Pack the marks of a span into a number."""
    script = {"": 0, "sub": SUB, "sup": SUP}[span.script]
    return (
        script
        | (BOLD if span.bold else 0)
        | (ITALIC if span.italic else 0)
        | (UNDERLINE if span.underline else 0)
        | (STRIKE if span.strike else 0)
    )


def span_of(text: str, bits: int, link: str, lang: str) -> Span:
    """Make the span that marks packed by ``bits_of`` stand for."""
    return Span(
        text,
        bold=bool(bits & BOLD),
        italic=bool(bits & ITALIC),
        underline=bool(bits & UNDERLINE),
        strike=bool(bits & STRIKE),
        script="sub" if bits & SUB else "sup" if bits & SUP else "",
        link=link,
        lang=lang,
    )


class Look:
    """Fonts, colours and distances; immutable in use, made anew when one of them changes."""

    def __init__(
        self,
        serif: QFont | None = None,
        sans: QFont | None = None,
        *,
        zoom: float = 1,
        colours: Colours = LIGHT,
        measure: int = 70,
    ) -> None:
        """``measure`` is the width of the column in characters of the serif."""
        self.plain_serif = serif or reading_font(12.5)
        self.plain_sans = sans or tool_font()
        self.zoom = zoom
        self.colours = colours
        self.measure = measure
        self.serif = scaled(self.plain_serif, zoom)
        self.sans = scaled(self.plain_sans, zoom)
        self.small = scaled(self.sans, 0.92)
        metrics = QFontMetricsF(self.serif)
        self.em = metrics.height()
        """Height of a line of text without the air between lines: all distances follow it."""
        self.column_px = round(metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * measure)
        """Width of the column where there is room for it."""
        self._formats: dict[tuple[Role, int, str, str], QTextCharFormat] = {}

    def changed(
        self,
        *,
        serif: QFont | None = None,
        sans: QFont | None = None,
        zoom: float | None = None,
        colours: Colours | None = None,
        measure: int | None = None,
    ) -> "Look":
        """Give a look that differs in some parts."""
        return Look(
            serif or self.plain_serif,
            sans or self.plain_sans,
            zoom=zoom or self.zoom,
            colours=colours or self.colours,
            measure=measure or self.measure,
        )

    @property
    def indent_px(self) -> int:
        """How far each level of a list is set in; a quotation stands as far in."""
        return round(self.em * 1.3)

    def font(self, role: Role) -> QFont:
        """Give the font of a role without marks."""
        font = scaled(self.serif, _SIZES.get(role, 1))
        font.setBold(role in ("h2", "h3", "h4"))
        font.setItalic(role == "h4")
        return font

    def line_px(self, role: Role) -> int:
        """Give the distance from line to line."""
        height = QFontMetricsF(self.font(role)).height()
        return round(height * (_OPEN if role == "text" else _TIGHT))

    def span_format(self, role: Role, span: Span) -> QTextCharFormat:
        """Give the format of a span."""
        return self.format(role, bits_of(span), span.link, span.lang)

    def format(self, role: Role, bits: int = 0, link: str = "", lang: str = "") -> QTextCharFormat:
        """Give the format of letters; the same object each time."""
        key = role, bits, link, lang
        if key not in self._formats:
            self._formats[key] = self._make(*key)
        return self._formats[key]

    def _make(self, role: Role, bits: int, link: str, lang: str) -> QTextCharFormat:
        made = QTextCharFormat()
        if role == "table":
            made.setProperty(QTextFormat.Property.FontPixelSize.value, 1)
            return made
        font = self.font(role)
        if _SIZES[role] != 1:
            if font.pixelSize() > 0:
                made.setProperty(QTextFormat.Property.FontPixelSize.value, font.pixelSize())
            else:
                made.setFontPointSize(font.pointSizeF())
        if bits & BOLD or font.bold():
            made.setFontWeight(QFont.Weight.Bold)
        if bits & ITALIC or font.italic():
            made.setFontItalic(True)
        if bits & UNDERLINE or link:
            made.setFontUnderline(True)
        if bits & STRIKE:
            made.setFontStrikeOut(True)
        if bits & (SUB | SUP):
            align = QTextCharFormat.VerticalAlignment
            made.setVerticalAlignment(
                align.AlignSubScript if bits & SUB else align.AlignSuperScript
            )
        if link:
            made.setForeground(QColor(self.colours.accent))
            made.setProperty(LINK, link)
        if bits:
            made.setProperty(MARKS, bits)
        if lang:
            made.setProperty(LANG, lang)
        return made


def scaled(font: QFont, factor: float) -> QFont:
    """Give a font so many times as large."""
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * factor)
    else:
        made.setPixelSize(max(1, round(font.pixelSize() * factor)))
    return made
