"""A short form of the random use of a window (`python -m tests.ui.monkey` is the long one)."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from pressdesk.ui.window import MainWindow
from tests.ui.monkey import Monkey
from tests.ui.windows import trigger


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_shown_stays_what_is_held(window: MainWindow, tmp_path: Path, seed: int):
    trigger(window, "file.sample")
    monkey = Monkey(window, tmp_path, seed)
    for _ in range(250):
        monkey.act()
    document: Any = window.document
    last = document.release
    while document.undo_label:
        document.undo()
    monkey.check()
    while document.redo_label:
        document.redo()
    assert document.release == last
    monkey.check()
    QApplication.processEvents()
