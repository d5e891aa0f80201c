"""Buttons of three ranks: the one to press, the others, and those that look like a link."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QWidget

from pressdesk.ui.colours import Colours, colours_of, mixed
from pressdesk.ui.controls.painting import TARGET_PX, bold_font, draw_box, draw_ring, radius_of


class Look(NamedTuple):
    """The colours of a button as it is now."""

    text: QColor | str
    fill: QColor | str | None = None
    edge: QColor | str | None = None
    ring: QColor | str | None = None
    ring_inset_px: int = 0
    is_underlined: bool = False


class PaintedButton(QPushButton):
    """A push button that paints itself, alike on every system."""

    padding = (1.0, 0.45)
    """Room beside and above the text, as parts of the font's height."""

    def __init__(self, text: str, parent: QWidget | None = None, *, icon: QIcon | None = None):
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if icon is not None:
            self.setIcon(icon)

    def look(self, colours: Colours) -> Look:
        """Choose colours for the state of the button."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().height()
        beside, above = (round(part * height) for part in self.padding)
        width = self._content_width() + 2 * beside
        return QSize(max(width, TARGET_PX), max(height + 2 * above, TARGET_PX))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look(colours_of(self.palette()))
        painter = QPainter(self)
        radius = radius_of(self)
        draw_box(painter, self.rect(), radius, look.fill, look.edge)
        if self.hasFocus() and look.ring:
            inset = look.ring_inset_px
            inner = self.rect().adjusted(inset, inset, -inset, -inset)
            draw_ring(painter, inner, radius - inset, look.ring)
        self._draw_content(painter, look)

    def _draw_content(self, painter: QPainter, look: Look) -> None:
        content = QRect(0, 0, min(self._content_width(), self.width()), self.height())
        content.moveCenter(self.rect().center())
        if not self.icon().isNull():
            side = self._icon_side()
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            place = self._mirrored(QRect(content.left(), 0, side, self.height()), content)
            self.icon().paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)
            rest = content.adjusted(side + self._gap(), 0, 0, 0)
            content = self._mirrored(rest, content)
        font = self.font()
        font.setUnderline(look.is_underlined)
        painter.setFont(font)
        painter.setPen(QColor(look.text))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        if not self.style().styleHint(QStyle.StyleHint.SH_UnderlineShortcut, None, self):
            flags |= Qt.TextFlag.TextHideMnemonic
        painter.drawText(content, flags, self.text())

    def _content_width(self) -> int:
        text = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, self.text()).width()
        if self.icon().isNull():
            return text
        return self._icon_side() + (self._gap() + text if self.text() else 0)

    def _icon_side(self) -> int:
        return round(self.fontMetrics().height() * 1.2)

    def _gap(self) -> int:
        return round(self.fontMetrics().height() * 0.4)

    def _mirrored(self, part: QRect, whole: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), whole, part)

    def _disabled_text(self) -> QColor:
        return self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)


class PrimaryButton(PaintedButton):
    """The one button of a place that goes on; an icon on it has the role `on_accent`."""

    def __init__(self, text: str, parent: QWidget | None = None, *, icon: QIcon | None = None):
        super().__init__(text, parent, icon=icon)
        self.setFont(bold_font())

    def look(self, colours: Colours) -> Look:
        if not self.isEnabled():
            return Look(self._disabled_text(), fill=colours.line)
        fill = QColor(colours.accent)
        if self.isDown():
            fill = mixed(colours.accent, colours.ink, 0.3)
        elif self.underMouse():
            fill = mixed(colours.accent, colours.ink, 0.15)
        return Look(colours.on_accent, fill=fill, ring=colours.on_accent, ring_inset_px=2)


class PlainButton(PaintedButton):
    """A button beside others; ``accent`` marks the first remedy among several."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        icon: QIcon | None = None,
        accent: bool = False,
    ):
        super().__init__(text, parent, icon=icon)
        self.setFont(bold_font())
        self._accent = accent

    def look(self, colours: Colours) -> Look:
        if not self.isEnabled():
            return Look(self._disabled_text(), fill=colours.chrome, edge=colours.line)
        text = colours.accent if self._accent else colours.ink
        fill = colours.accent_soft if self.isDown() or self.isChecked() else colours.paper
        edge = mixed(text, colours.paper, 0.6)
        if self.underMouse() or self.isChecked():
            edge = QColor(text)
        return Look(text, fill=fill, edge=edge, ring=colours.accent)


class QuietButton(PaintedButton):
    """A button that looks like a link, for what is seldom wanted."""

    padding = (0.4, 0.3)

    def look(self, colours: Colours) -> Look:
        if not self.isEnabled():
            return Look(self._disabled_text())
        is_near = self.underMouse() or self.isDown() or self.hasFocus()
        text = colours.accent if is_near else colours.muted
        return Look(text, ring=colours.accent, is_underlined=is_near)
