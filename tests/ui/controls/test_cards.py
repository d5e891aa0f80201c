from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout

from pressdesk.ui.colours import LIGHT
from pressdesk.ui.controls.cards import Card, Note
from tests.ui.seeing import colours_in, focused

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def card(shown) -> Card:
    card = Card("News release")
    layout = QVBoxLayout(card)
    layout.addWidget(QLabel("Event, project, result"))
    shown(card)
    return card


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_card_is_pressed_by_key(key: Qt.Key, card: Card, qtbot: "QtBot"):
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, key)


def test_a_card_is_pressed_through_its_labels(card: Card, qtbot: "QtBot"):
    label = card.findChild(QLabel)
    assert label
    window = card.windowHandle()
    place = label.mapTo(card, label.rect().center())
    assert card.childAt(place) is label
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=place)


def test_a_card_is_a_button_with_a_name(card: Card):
    told = QAccessible.queryAccessibleInterface(card)
    assert told.role() == QAccessible.Role.Button
    assert told.text(QAccessible.Text.Name) == "News release"


def test_a_card_shows_focus_and_choice(card: Card):
    card.clearFocus()
    plain = card.grab().toImage()
    focused(card)
    ring = card.grab().toImage()
    assert ring != plain
    assert LIGHT.accent in colours_in(ring)
    card.setCheckable(True)
    card.setChecked(True)
    assert LIGHT.accent_soft in colours_in(card.grab().toImage())


def test_a_card_is_as_large_as_what_it_holds(card: Card):
    label = card.findChild(QLabel)
    assert label
    assert card.minimumSizeHint().width() > label.sizeHint().width()
    assert Card("empty").minimumSizeHint() == QSize(24, 24)


def test_a_note_has_its_bar_where_reading_begins(shown):
    note = Note("danger")
    note.setFixedSize(120, 60)
    image = shown(note)
    left, right = QRect(0, 0, 4, 60), QRect(116, 0, 4, 60)
    assert LIGHT.danger in colours_in(image, left) - colours_in(image, right)
    note.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = shown(note)
    assert LIGHT.danger in colours_in(image, right) - colours_in(image, left)
    note.set_kind("neutral")
    assert LIGHT.danger not in colours_in(shown(note))


def test_a_tinted_note_is_filled(shown):
    note = Note("warning", tinted=True)
    note.setFixedSize(120, 60)
    assert shown(note).pixelColor(60, 30) == QColor(LIGHT.warning_soft)
