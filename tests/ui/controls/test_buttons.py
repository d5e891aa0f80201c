from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from pressdesk.ui.colours import DARK, LIGHT
from pressdesk.ui.controls.buttons import PlainButton, PrimaryButton, QuietButton
from pressdesk.ui.icons import Icons
from pressdesk.ui.theme import Theme
from tests.ui.seeing import colours_in, focused, is_green

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

BUTTONS = [PrimaryButton, PlainButton, QuietButton]
Button = type[PrimaryButton] | type[PlainButton] | type[QuietButton]


@pytest.mark.parametrize("made", BUTTONS)
def test_a_button_is_large_enough_to_hit(made: Button, shown):
    button = made("…")
    shown(button)
    assert button.width() >= 24
    assert button.height() >= 24


@pytest.mark.parametrize("made", BUTTONS)
def test_a_button_is_pressed_by_mouse_and_space(made: Button, qtbot: "QtBot", shown):
    button = made("Export…")
    shown(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("made", BUTTONS)
def test_a_button_shows_where_the_keyboard_is(made: Button, shown):
    whole = QWidget()
    layout = QVBoxLayout(whole)
    button, other = made("Export…"), QLabel("Deck")
    layout.addWidget(button)
    layout.addWidget(other)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown(whole)
    focused(other)
    before = button.grab().toImage()
    focused(button)
    assert button.grab().toImage() != before


@pytest.mark.parametrize("made", BUTTONS)
def test_a_button_grows_with_the_text(made: Button, theme: Theme, shown):
    button = made("Send for approval…")
    small = button.sizeHint()
    shown(button)
    theme.set("light", 2.0)
    QApplication.processEvents()
    large = button.sizeHint()
    assert large.width() > 1.8 * small.width()
    assert large.height() > 1.6 * small.height()
    text = button.fontMetrics().horizontalAdvance(button.text())
    assert button.minimumSizeHint().width() > text


@pytest.mark.parametrize("made", BUTTONS)
def test_a_disabled_button_looks_so(made: Button, shown):
    button = made("Export…")
    before = shown(button)
    button.setEnabled(False)
    assert shown(button) != before


def test_the_primary_button_is_filled_with_the_accent_in_light_and_dark(theme: Theme, shown):
    button = PrimaryButton("Export…")
    assert {LIGHT.accent, LIGHT.on_accent} <= colours_in(shown(button))
    theme.set("dark")
    assert {DARK.accent, DARK.on_accent} <= colours_in(shown(button))


def test_the_icon_stands_where_reading_begins(icons: Icons, shown):
    button = PlainButton("wwww", icon=icons.icon("photo", "good"))
    image = shown(button)
    left = QRect(0, 0, image.width() // 2, image.height())
    right = left.translated(image.width() // 2, 0)
    assert is_green(image, left)
    assert not is_green(image, right)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = shown(button)
    assert is_green(image, right)
    assert not is_green(image, left)


def test_a_screen_reader_is_told_what_a_button_says(shown):
    button = PrimaryButton("&Export…")
    shown(button)
    told = QAccessible.queryAccessibleInterface(button)
    assert told.role() == QAccessible.Role.Button
    assert told.text(QAccessible.Text.Name) == "Export…"
