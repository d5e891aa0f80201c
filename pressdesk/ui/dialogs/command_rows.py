"""The commands of the window as rows of a list: words, menu, key."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from pressdesk.ui.actions import Actions, plain_text, plain_words
from pressdesk.ui.commands import MENUS


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


def _told_keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return QCoreApplication.translate("Actions", " or ").join(
        key.toString(native) for key in action.shortcuts()
    )
