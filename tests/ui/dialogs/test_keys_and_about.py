import tomllib
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItemIterator,
    QWidget,
)

from pressdesk import __version__
from pressdesk.ui.actions import Actions
from pressdesk.ui.commands import commands
from pressdesk.ui.dialogs.about import LIBRARIES, AboutDialog
from pressdesk.ui.dialogs.keys import KeysDialog
from pressdesk.ui.fields import LineField
from pressdesk.ui.photo_desk.keys import KEYS
from tests.test_layers import REPO


@pytest.fixture
def keys(qtbot, icons) -> Iterator[KeysDialog]:
    window = QMainWindow()
    qtbot.addWidget(window)
    dialog = KeysDialog(Actions(icons, window), window)
    dialog.show()
    yield dialog
    window.close()


def listed(dialog: KeysDialog) -> list[tuple[str, str]]:
    tree = dialog.findChildren(QTreeWidget)[0]
    items: list[tuple[str, str]] = []
    walk = QTreeWidgetItemIterator(tree, QTreeWidgetItemIterator.IteratorFlag.NoChildren)
    while item := walk.value():
        items.append((item.text(0), item.text(1)))
        walk += 1
    return items


def press(dialog: QWidget, words: str) -> None:
    next(each for each in dialog.findChildren(QPushButton) if words in each.text()).click()


def test_every_command_with_a_key_is_listed(keys: KeysDialog):
    with_keys = sum(bool(command.keys) for command in commands())
    assert len(listed(keys)) == with_keys + len(KEYS)
    assert ("Bold", "Ctrl+B") in listed(keys)
    assert ("Redo", "Ctrl+Shift+Z or Ctrl+Y") in listed(keys)


def test_the_keys_of_the_photo_desk_are_listed(keys: KeysDialog):
    assert ("Next photo, in the same field", "Ctrl+PgDown") in listed(keys)
    assert ("Rate the chosen photos", "0 – 5") in listed(keys)
    assert "Photo desk" in keys.text()


@pytest.mark.parametrize(("typed", "found"), [("bold", "Bold"), ("ctrl+b", "Bold"), ("f3", "Find")])
def test_it_is_searched_by_command_and_by_key(keys: KeysDialog, typed: str, found: str):
    keys.findChildren(LineField)[0].setText(typed)
    assert any(found in title for title, _ in listed(keys))
    assert len(listed(keys)) < 6


def test_nothing_found_is_said(keys: KeysDialog):
    keys.findChildren(LineField)[0].setText("zzzz")
    assert listed(keys) == []
    assert any("No command" in label.text() for label in keys.findChildren(QLabel))


def test_the_list_is_copied_as_text(keys: KeysDialog):
    press(keys, "Copy")
    text = QGuiApplication.clipboard().text()
    assert text == keys.text()
    assert text.startswith("File\n    New Release")


def test_about_tells_version_licence_and_every_library(qtbot, icons):
    dialog = AboutDialog(icons)
    qtbot.addWidget(dialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert __version__ in words
    assert "MIT License" in words
    assert "Lesser General Public License" in words
    press(dialog, "Copy")
    assert "PySide6 6." in QGuiApplication.clipboard().text()


def test_no_library_that_ships_is_left_out():
    project = tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["heic"], *extras["window"]]
    names = {line.replace("=", ">").partition(">")[0].lower() for line in wanted}
    assert names <= {library.name.lower() for library in LIBRARIES}
