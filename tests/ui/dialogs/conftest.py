"""What tests of dialogs begin with: the sample release, settings, scripted answers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pressdesk.export.packs import Pack, find_packs
from pressdesk.opening import Opened, open_release
from pressdesk.paths import shipped
from pressdesk.settings import SettingsStore

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from pressdesk.ui.document import Document
    from pressdesk.ui.pictures import Pictures
    from pressdesk.ui.prompts import Choice
    from pressdesk.ui.tasks import Tasks


class Answers:
    """Prompts whose answers are scripted; a question nobody expects is a failure."""

    def __init__(self) -> None:
        self.folders: list[Path | None] = []
        self.saves: list[Path | None] = []
        self.told: list[str] = []

    def open_files(
        self, parent: "QWidget", title: str, filters: str, folder: Path | None
    ) -> list[Path]:
        raise AssertionError(title)

    def save_file(
        self, parent: "QWidget", title: str, filters: str, suggested: Path
    ) -> Path | None:
        return self.saves.pop(0)

    def folder(self, parent: "QWidget", title: str, start: Path | None) -> Path | None:
        return self.folders.pop(0)

    def choose(self, parent: "QWidget", title: str, text: str, choices: "Sequence[Choice]") -> str:
        raise AssertionError(title)

    def tell(self, parent: "QWidget", title: str, text: str) -> None:
        self.told.append(text)


@pytest.fixture(scope="session")
def sample() -> Opened:
    return open_release(shipped("resources") / "samples" / "sample.md")


@pytest.fixture
def document(sample: Opened, tmp_path: Path) -> "Document":
    from pressdesk.ui.document import Document

    return Document(sample.release, sample.assets, path=tmp_path / "museum.press")


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "profile")


@pytest.fixture(scope="session")
def packs() -> Callable[[], Mapping[str, Pack]]:
    found = find_packs([shipped("templates")])[0]
    return lambda: found


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def tasks(qapp: "QApplication") -> Iterator["Tasks"]:
    from pressdesk.ui.tasks import Tasks

    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def pictures(qtbot: "QtBot", tasks: "Tasks", tmp_path: Path) -> "Iterator[Pictures]":
    """Pictures that outlive what shows them, as the program's do."""
    from pressdesk.photos.render import Renderer
    from pressdesk.ui.pictures import Pictures

    yield Pictures(Renderer(tmp_path / "renditions"), tasks)
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=20_000)


@pytest.fixture(scope="session")
def renditions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of scaled photos that tests share, for it takes a second to make them."""
    return tmp_path_factory.mktemp("renditions")
