"""What tests of the preview may ask for: a document, and a panel that shows it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from pressdesk.export.packs import Pack
    from pressdesk.ui.document import Document
    from pressdesk.ui.preview.panel import PreviewPanel
    from pressdesk.ui.tasks import Tasks
    from pressdesk.ui.theme import Theme


@pytest.fixture
def tasks(qapp: "QApplication") -> "Iterator[Tasks]":
    from pressdesk.ui.tasks import Tasks

    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def document(qapp: "QApplication") -> "Document":
    """A release in English that has everything."""
    from pressdesk.ui.document import Document
    from tests.export.jobs import a_rich_release

    return Document(*a_rich_release())


@pytest.fixture
def make_panel(
    qtbot: Any, document: "Document", tasks: "Tasks", theme: "Theme", tmp_path: Path
) -> "Callable[..., PreviewPanel]":
    """Make a panel that shows the document by a pack, and wait until it does, unless told."""
    from pressdesk.paths import Paths
    from pressdesk.photos.render import Renderer
    from pressdesk.ui.preview.panel import PreviewPanel
    from tests.export.jobs import NEWS, SAVED

    def make(pack: "Pack" = NEWS, *, is_awaited: bool = True, **given: Any) -> PreviewPanel:
        panel = PreviewPanel(
            document,
            lambda _: pack,
            Renderer(tmp_path / "renditions"),
            tasks,
            theme,
            paths=Paths(tmp_path / "profile"),
            clock=lambda: SAVED,
            **given,
        )
        qtbot.addWidget(panel)
        panel.resize(600, 500)
        if not is_awaited:
            panel.show()
            return panel
        with qtbot.waitSignal(panel.updated, timeout=60_000):
            panel.show()
        return panel

    return make
