"""What is loaded before the preview is first shown: nothing of it."""

import os
import subprocess
import sys
from pathlib import Path

REPO = Path(__file__).resolve().parents[3]
CODE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from pressdesk.paths import Paths
from pressdesk.photos.render import Renderer
from pressdesk.ui.document import Document
from pressdesk.ui.preview.panel import PreviewPanel
from pressdesk.ui.tasks import Tasks
from pressdesk.ui.theme import apply
from tests.builders import a_release
app = QApplication([])
panel = PreviewPanel(
    Document(a_release()), None, Renderer(None), Tasks(), apply(app, "light"),
    paths=Paths(Path("x")),
)
panel.go_to_block("b1")
panel.refresh()
app.processEvents()
slow = ("jinja2", "PIL", "docx", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
        "PySide6.QtWebChannel", "PySide6.QtPdf", "pressdesk.ui.preview.word",
        "pressdesk.ui.preview.page", "pressdesk.export.html")
print(*[name for name in slow if name in sys.modules])
"""


def test_a_panel_that_was_not_shown_has_loaded_nothing() -> None:
    run = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=REPO,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == []
