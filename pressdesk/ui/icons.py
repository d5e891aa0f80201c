"""Icons from SVG files, coloured when they are painted, so that they follow light and dark."""

from pathlib import Path

from msgspec.structs import asdict
from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pressdesk.ui.colours import colours_of


class Icons:
    """The icons of a folder of SVG files, by file name without suffix."""

    def __init__(self, folder: Path) -> None:
        self._files = {path.stem: path for path in sorted(folder.glob("*.svg"))}
        self._icons: dict[tuple[str, str], tuple[QIcon, QIconEngine]] = {}
        """Each icon with its engine: Qt keeps the engine's C++ half only."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all icons, sorted."""
        return tuple(self._files)

    def icon(self, name: str, role: str = "") -> QIcon:
        """Give an icon in the colour of button text, or in that of a role of `Colours`.

        Raises `KeyError` for a name or a role that does not exist.
        """
        key = (name, role)
        if key not in self._icons:
            if role:
                asdict(colours_of(QPalette()))[role]
            engine = _Engine(self._files[name].read_text("utf-8"), name, role)
            self._icons[key] = QIcon(engine), engine
        return self._icons[key][0]


class _Engine(QIconEngine):
    """Paints one SVG with the palette's colour for `currentColor`."""

    def __init__(self, svg: str, name: str, role: str) -> None:
        super().__init__()
        self._svg, self._name, self._role = svg, name, role
        self._renderers: dict[str, QSvgRenderer] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        self._renderer(mode).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        pixmap = QPixmap(size * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return pixmap

    def iconName(self) -> str:
        return self._name

    def key(self) -> str:
        return "pressdesk"

    def isNull(self) -> bool:
        return False

    def clone(self) -> QIconEngine:
        return _Engine(self._svg, self._name, self._role)

    def _renderer(self, mode: QIcon.Mode) -> QSvgRenderer:
        colour = self._colour(mode)
        if colour not in self._renderers:
            svg = self._svg.replace("currentColor", colour)
            self._renderers[colour] = QSvgRenderer(QByteArray(svg.encode()))
        return self._renderers[colour]

    def _colour(self, mode: QIcon.Mode) -> str:
        palette = QGuiApplication.palette()
        text = QPalette.ColorRole.ButtonText
        match mode:
            case QIcon.Mode.Disabled:
                return palette.color(QPalette.ColorGroup.Disabled, text).name()
            case QIcon.Mode.Selected:
                return palette.color(QPalette.ColorRole.HighlightedText).name()
            case _ if self._role:
                return asdict(colours_of(palette))[self._role]
            case _:
                return palette.color(text).name()
