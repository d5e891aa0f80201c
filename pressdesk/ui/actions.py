"""The commands as actions, and the menus they stand in."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from pressdesk.ui.commands import MENUS, Command, commands
from pressdesk.ui.icons import Icons

_CONTEXT = "Actions"
_KEY = re.compile(r"\(&\w\)")
"""How a key is marked where the words have no letters of the Latin script."""


class Actions(QObject):
    """The commands as actions, found by id."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        """``parent`` (the window) becomes the actions' parent, so that they can be found there."""
        super().__init__(parent)
        self._commands = {command.id: command for command in commands()}
        self._actions = {command.id: self._made(command, icons, parent) for command in commands()}

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def set_has_release(self, has_release: bool) -> None:
        """Grey what needs a release where there is none."""
        for name, action in self._actions.items():
            if self._commands[name].needs_release:
                action.setEnabled(has_release)

    def _made(self, command: Command, icons: Icons, parent: QObject) -> QAction:
        action = QAction(QCoreApplication.translate(_CONTEXT, command.text), parent)
        action.setObjectName(command.id)
        if command.keys:
            action.setShortcuts(QKeySequence.listFromString(command.keys))
        action.setCheckable(command.is_checkable)
        if command.icon:
            action.setIcon(icons.icon(command.icon))
        return action


def plain_text(action: QAction) -> str:
    """Give the words of an action without the mark of its key and its dots."""
    return plain_words(action.text()).rstrip("…")


def plain_words(text: str) -> str:
    """Take the mark of its key out of a text: ``&File``, and ``文件(&F)``."""
    return _KEY.sub("", text).replace("&", "")


def told_keys(action: QAction) -> str:
    """Give the key of an action as this system writes it, or ""."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def fill_menus(window: QMainWindow, actions: Actions) -> dict[str, QMenu]:
    """Make the menu bar of a window; gives its menus by their English title."""
    menus: dict[str, QMenu] = {}
    for title, entries in MENUS:
        menu = window.menuBar().addMenu(QCoreApplication.translate(_CONTEXT, title))
        menus[title.replace("&", "")] = menu
        for entry in entries:
            if entry.id:
                menu.addAction(actions[entry.id])
            else:
                menu.addSeparator()
    return menus
