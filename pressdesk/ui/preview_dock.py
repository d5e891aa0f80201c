"""The dock of the preview, which makes the preview when it is first shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow

from pressdesk.export.packs import Pack
from pressdesk.model.release import Release
from pressdesk.ui.document import Document
from pressdesk.ui.program import Program
from pressdesk.ui.prompts import Choice

if TYPE_CHECKING:
    from pressdesk.ui.preview.panel import PreviewPanel

_WIDTH = 520


class PreviewDock(QDockWidget):
    """Holds the preview beside the page; nothing of it is loaded before it is wanted."""

    block_wanted = Signal(str)
    """A block of the page was clicked: its id."""

    def __init__(self, document: Document, program: Program, window: QMainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Preview"))
        self.setObjectName("previewDock")
        self._document = document
        self._program = program
        self._main = window
        self._panel: PreviewPanel | None = None

    def set_shown(self, is_shown: bool) -> None:
        """Show or hide the preview."""
        if not is_shown:
            self.hide()
            return
        self.show()
        self.raise_()
        if not self.isFloating():
            self._main.resizeDocks([self], [_WIDTH], Qt.Orientation.Horizontal)

    def go_to_block(self, block: str) -> None:
        """Scroll to a block where the preview is seen."""
        if self._panel is not None and self.isVisible():
            self._panel.go_to_block(block)

    def showEvent(self, event: QShowEvent) -> None:
        # Here: a window that is put as it was left shows its docks itself.
        if self._panel is None:
            self._panel = self._make()
            self.setWidget(self._panel)
        super().showEvent(event)

    def _make(self) -> "PreviewPanel":
        # Imported here: the window need not wait for what few have open at the start.
        from pressdesk.ui.preview.panel import PreviewPanel

        program = self._program
        panel = PreviewPanel(
            self._document,
            self._pack,
            program.renderer,
            program.tasks,
            program.theme,
            paths=program.paths,
            kind=program.settings.preview,
            parent=self,
        )
        panel.kind_changed.connect(lambda kind: program.change(preview=kind))
        panel.block_activated.connect(self.block_wanted)
        panel.link_activated.connect(self._open_link)
        return panel

    def _pack(self, release: Release) -> Pack:
        return self._program.pack(release.template)

    def _open_link(self, target: str) -> None:
        """Open a link in the browser, once the person has seen where it leads."""
        title, verb = self.tr("Open Link"), self.tr("Open in Browser")
        answer = self._program.prompts.choose(self._main, title, target, [Choice("open", verb)])
        if answer == "open":
            QDesktopServices.openUrl(QUrl(target))
