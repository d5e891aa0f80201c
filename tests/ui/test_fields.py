"""Fields beside the body: what is pasted into them, and the room of their text."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from pressdesk.ui.fields import LineField, TextField

Shown = Callable[[QWidget], QImage]


def left_of(field: TextField) -> float:
    return field.document().firstBlock().layout().lineAt(0).naturalTextRect().left()


@pytest.mark.parametrize("keeps_breaks", [False, True])
def test_lines_pasted_into_a_line_are_joined(qtbot: Any, keeps_breaks: bool):
    field = LineField("place", "Place", keeps_breaks=keeps_breaks)
    qtbot.addWidget(field)
    field.setText("In .")
    field.setCursorPosition(3)
    QGuiApplication.clipboard().setText("Lakeford,\r\nNorland")
    with qtbot.waitSignal(field.edited) as told:
        field.paste()
    if keeps_breaks:
        assert "\n" in told.args[0]
    else:
        assert told.args == ["In Lakeford, Norland."]
        assert field.text() == "In Lakeford, Norland."
        assert field.cursorPosition() == len("In Lakeford, Norland")


@pytest.mark.parametrize("text", ["River museum opens", "清华大学发布新项目", "مرحبا بالعالم"])
def test_a_text_of_any_script_has_room(shown: Shown, text: str):
    field = TextField("headline", "Headline", one_line=True)
    font = field.font()
    font.setFamilies(["Liberation Serif"])
    font.setPointSizeF(24)
    field.setFont(font)
    field.setMinimumWidth(900)
    field.show_text(text)
    shown(field)
    block = field.document().firstBlock()
    room = field.sizeHint().height() - 2 * field.frameWidth()
    assert room >= field.blockBoundingRect(block).height()


def test_a_text_runs_as_its_script_does(shown: Shown):
    field = TextField("headline", "Headline", one_line=True)
    field.show_text("مرحبا")
    field.setMinimumWidth(600)
    shown(field)
    assert left_of(field) > 300
    field.show_text("River")
    assert left_of(field) < 300
