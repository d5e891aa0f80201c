"""What the tests of the photo desk begin with."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from pressdesk.ui.document import Document
    from pressdesk.ui.photo_desk.caption_desk import CaptionDesk
    from pressdesk.ui.program import Program
    from tests.ui.windows import Script

    Make = Callable[..., CaptionDesk]


@pytest.fixture
def program(
    qapp: "QApplication", qtbot: "QtBot", script: "Script", tmp_path: Path
) -> "Iterator[Program]":
    from pressdesk.paths import Paths
    from pressdesk.ui.program import Program

    program = Program(qapp, Paths(tmp_path / "profile"), script)
    yield program
    qtbot.waitUntil(lambda: not program.tasks.is_busy)
    program.close()
    program.deleteLater()


@pytest.fixture
def make(qtbot: "QtBot", program: "Program") -> "Make":
    """Make a caption desk that is seen and settled, on the first photo of a document."""

    def make(
        document: "Document", photo_id: str = "", *, width: int = 1280, height: int = 800
    ) -> "CaptionDesk":
        from pressdesk.ui.photo_desk.caption_desk import CaptionDesk

        desk = CaptionDesk(document, program)
        qtbot.addWidget(desk)
        desk.resize(width, height)
        desk.show_photo(photo_id or document.release.photos[0].id)
        desk.show()
        qtbot.waitExposed(desk)
        desk.activateWindow()
        qtbot.waitUntil(desk.isActiveWindow)
        desk.grab()  # what is painted is read
        qtbot.waitUntil(lambda: not program.tasks.is_busy)
        return desk

    return make
