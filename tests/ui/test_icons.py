import gc
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QToolButton

from pressdesk.paths import shipped
from pressdesk.ui.colours import DARK, LIGHT
from pressdesk.ui.icons import Icons
from pressdesk.ui.theme import apply

FOLDER = shipped("resources") / "icons"
FILES = sorted(FOLDER.glob("*.svg"))
DRAWN = [path for path in FILES if path.stem != "app"]  # the program's mark has its own colours
SIZE = QSize(24, 24)


def strongest(image: QImage) -> QColor:
    """The colour of the pixel that is covered most."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=QColor.alpha)


def drawn(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, scale: float = 4.0) -> QImage:
    return icon.pixmap(SIZE, scale, mode).toImage()


def test_there_is_a_set():
    assert len(FILES) >= 55
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", path.stem) for path in FILES)


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.stem)
def test_icons_are_drawn_alike(path: Path):
    text = path.read_text("utf-8")
    head = text.partition(">")[0]
    for attribute in (
        'viewBox="0 0 24 24"',
        'fill="none"',
        'stroke="currentColor"',
        'stroke-width="1.75"',
        'stroke-linecap="round"',
        'stroke-linejoin="round"',
    ):
        assert attribute in head
    assert text.count("stroke-width") == 1
    assert "<text" not in text
    assert "#" not in text
    assert len(text) < 1500


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_icons_keep_clear_of_the_edge(path: Path, icons: Icons):
    assert QSvgRenderer(str(path)).isValid()
    image = drawn(icons.icon(path.stem))
    width, height = image.width(), image.height()
    edge = [(x, y) for x in range(width) for y in (0, height - 1)]
    edge += [(x, y) for y in range(height) for x in (0, width - 1)]
    assert strongest(image).alpha() > 200
    assert not any(image.pixelColor(x, y).alpha() for x, y in edge)


def test_a_name_that_does_not_exist_is_an_error(icons: Icons):
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")
    with pytest.raises(KeyError):
        icons.icon("save", "no_such_role")


def test_one_icon_follows_light_and_dark(qapp: QApplication, icons: Icons):
    icon = icons.icon("save")
    assert strongest(drawn(icon)) == QColor(LIGHT.ink)
    apply(qapp, "dark")
    assert strongest(drawn(icon)) == QColor(DARK.ink)


def test_an_icon_can_have_the_colour_of_a_role(qapp: QApplication, icons: Icons):
    icon = icons.icon("embargo", "warning")
    assert strongest(drawn(icon)) == QColor(LIGHT.warning)
    apply(qapp, "dark")
    assert strongest(drawn(icon)) == QColor(DARK.warning)


def test_an_icon_is_paler_when_disabled_and_bright_when_selected(icons: Icons):
    palette = QApplication.palette()
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    selected = palette.color(QPalette.ColorRole.HighlightedText)
    assert strongest(drawn(icons.icon("save"), QIcon.Mode.Disabled)).name() == disabled.name()
    assert strongest(drawn(icons.icon("save"), QIcon.Mode.Selected)) == selected


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_an_icon_has_all_pixels_of_its_screen(scale: float, icons: Icons):
    pixmap = icons.icon("photo").pixmap(SIZE, scale)
    assert pixmap.size() == SIZE * scale
    assert pixmap.deviceIndependentSize().toSize() == SIZE


def test_an_icon_outlives_its_set(qtbot):
    icon = Icons(FOLDER).icon("open")
    gc.collect()
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(icon)
    assert strongest(drawn(button.icon())).alpha() > 200
    copy = QIcon(icon)
    del icon
    gc.collect()
    assert strongest(drawn(copy)).alpha() > 200


def test_wide_places_do_not_stretch_an_icon(icons: Icons):
    image = icons.icon("plus").pixmap(QSize(48, 24), 1.0).toImage()
    assert image.pixelColor(24, 12).alpha() > 200
    assert not image.pixelColor(8, 12).alpha()
