"""Every command stands in the menus once, with a key of its own."""

from collections import Counter

from PySide6.QtGui import QKeySequence

from pressdesk.paths import shipped
from pressdesk.ui.commands import MENUS, commands
from pressdesk.ui.icons import Icons


def test_no_id_and_no_key_stands_twice():
    ids = Counter(command.id for command in commands())
    keys = Counter(
        key.toString()
        for command in commands()
        if command.keys
        for key in QKeySequence.listFromString(command.keys)
    )
    assert [name for name, count in ids.items() if count > 1] == []
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_that_qt_knows():
    for command in filter(lambda command: command.keys, commands()):
        sequences = QKeySequence.listFromString(command.keys)
        assert len(sequences) == command.keys.count(";") + 1
        assert all(not sequence.isEmpty() for sequence in sequences)
        assert "" not in [sequence.toString() for sequence in sequences]


def test_no_two_commands_of_a_menu_share_a_mnemonic():
    for title, entries in MENUS:
        letters = Counter(
            entry.text[entry.text.index("&") + 1].lower() for entry in entries if "&" in entry.text
        )
        assert [(title, letter) for letter, count in letters.items() if count > 1] == []


def test_every_icon_is_drawn():
    names = Icons(shipped("resources") / "icons").names
    assert [command.icon for command in commands() if command.icon not in ("", *names)] == []
