"""The look of the whole program: light or dark, and how large its text is."""

import sys
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QToolTip

from pressdesk.ui.colours import DARK, LIGHT, Colours, to_field_palette, to_menu_palette, to_palette
from pressdesk.ui.fonts import tool_font

Scheme = Literal["light", "dark", "system"]

_MENUS = ("QMenu", "QMenuBar")
_FIELDS = (
    *("QCheckBox", "QRadioButton", "QLineEdit", "QComboBox"),
    *("QAbstractSpinBox", "QSlider", "QPlainTextEdit"),
)


class Theme(QObject):
    """Sets palette and font of the application, and sets them anew when the system changes."""

    changed = Signal()
    """Colours or text size are others now."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme: Scheme = "system"
        self._text_size = 1.0
        self._shown: tuple[Colours, float] | None = None
        if sys.platform.startswith("linux"):
            app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def scheme(self) -> Scheme:
        """What was asked for."""
        return self._scheme

    @property
    def text_size(self) -> float:
        """Factor of all text, 1–2."""
        return self._text_size

    @property
    def colours(self) -> Colours:
        """The colours that are shown."""
        if self._scheme == "system":
            is_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            is_dark = self._scheme == "dark"
        return DARK if is_dark else LIGHT

    def set(self, scheme: Scheme, text_size: float = 1.0) -> None:
        """Show a scheme at a text size."""
        self._scheme, self._text_size = scheme, text_size
        hints = self._app.styleHints()
        # where the platform listens, its title bars and file dialogs follow
        match scheme:
            case "light":
                hints.setColorScheme(Qt.ColorScheme.Light)
            case "dark":
                hints.setColorScheme(Qt.ColorScheme.Dark)
            case "system":
                hints.unsetColorScheme()
        self._show()

    def _follow_system(self) -> None:
        if self._scheme == "system":
            self._show()

    def _show(self) -> None:
        colours = self.colours
        if (colours, self._text_size) == self._shown:
            return
        self._shown = colours, self._text_size
        self._app.setFont(tool_font(self._text_size))
        self._app.setPalette(to_palette(colours))
        for names, palette in (
            (_MENUS, to_menu_palette(colours)),
            (_FIELDS, to_field_palette(colours)),
        ):
            for name in names:
                # PySide6 declares bytes here and takes only str
                self._app.setPalette(palette, name)  # pyright: ignore[reportArgumentType]
        QToolTip.setPalette(to_palette(colours))
        QToolTip.setFont(tool_font(self._text_size))
        self.changed.emit()


def apply(app: QApplication, scheme: Scheme, text_size: float = 1.0) -> Theme:
    """Give the application its look, again as often as wanted; returns its one theme."""
    theme = app.findChild(Theme) or Theme(app)
    theme.set(scheme, text_size)
    return theme
