"""Sheets that are closed when their test is over."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.editor.sheets import Sheet


@pytest.fixture
def sheet(qtbot: "QtBot") -> "Callable[..., Sheet]":
    """Make sheets: `sheet(para("One"), figure())`."""
    from PySide6.QtTest import QTest

    from tests.ui.editor.sheets import Sheet

    def make(*blocks: object, **fields: object) -> "Sheet":
        made = Sheet(*blocks, **fields)  # pyright: ignore[reportArgumentType]
        qtbot.addWidget(made.editor)
        made.editor.show()
        assert QTest.qWaitForWindowExposed(made.editor)
        return made

    return make
