"""What the tests of panels begin with."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pressdesk.ui.pictures import Pictures
    from pressdesk.ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: "QtBot") -> "Iterator[Tasks]":
    from pressdesk.ui.tasks import Tasks

    tasks = Tasks()
    yield tasks
    qtbot.waitUntil(lambda: not tasks.is_busy)
    tasks.close()


@pytest.fixture
def pictures(tasks: "Tasks", tmp_path: Path) -> "Pictures":
    from pressdesk.photos.render import Renderer
    from pressdesk.ui.pictures import Pictures

    return Pictures(Renderer(tmp_path / "renditions"), tasks)


@pytest.fixture
def is_settled(qtbot: "QtBot", tasks: "Tasks") -> Callable[[], None]:
    """Wait until no task runs any more."""
    return lambda: qtbot.waitUntil(lambda: not tasks.is_busy)
