"""The commands of the window as rows of a list: words, menu, key."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from pressdesk.ui.actions import Actions, plain_text, plain_words
from pressdesk.ui.commands import MENUS
from pressdesk.ui.photo_desk.keys import KEYS


class CommandRow(NamedTuple):
    """One command as a list shows it."""

    action: QAction
    title: str
    menu: str
    keys: str
    """All its keys as this system writes them."""


def command_rows(actions: Actions) -> tuple[CommandRow, ...]:
    """Give the commands in the order of the menus, in the language of the program."""
    rows: list[CommandRow] = []
    for title, entries in MENUS:
        menu = plain_words(QCoreApplication.translate("Actions", title))
        for entry in entries:
            if entry.id:
                action = actions[entry.id]
                rows.append(CommandRow(action, plain_text(action), menu, _told_keys(action)))
    return tuple(rows)


class KeyRow(NamedTuple):
    """Something that a key does, as the list of keys shows it."""

    title: str
    menu: str
    """The menu it stands in, or where else the key works."""
    keys: str


def key_rows(actions: Actions) -> tuple[KeyRow, ...]:
    """Give the commands that have keys, and behind them the keys of the photo desk."""
    rows = [KeyRow(row.title, row.menu, row.keys) for row in command_rows(actions) if row.keys]
    desk = QCoreApplication.translate("PhotoDeskKeys", "Photo desk")
    for words, keys in KEYS:
        title = QCoreApplication.translate("PhotoDeskKeys", words)
        rows.append(KeyRow(title, desk, _joined(map(_told, keys))))
    return tuple(rows)


def _told(key: str) -> str:
    """Write a key as this system does; what is no single key stays as it is."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key


def _told_keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return _joined(key.toString(native) for key in action.shortcuts())


def _joined(keys: Iterable[str]) -> str:
    return QCoreApplication.translate("Actions", " or ").join(keys)
