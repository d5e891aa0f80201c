"""The photo desk: a window of its own with the contact sheet, and a desk for each picture."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from pressdesk.ui.document import Caret, Document
from pressdesk.ui.photo_desk.caption_desk import CaptionDesk
from pressdesk.ui.photo_desk.contact_sheet import ContactSheet
from pressdesk.ui.program import Program

_GEOMETRY = "photoDesk"


class PhotoDesk(QDialog):
    """Shows all photos of a release, then one of them to be captioned."""

    add_wanted = Signal()
    """Files are to be asked for."""

    def __init__(
        self,
        document: Document,
        program: Program,
        place: Callable[[], str],
        parent: QWidget | None = None,
        *,
        actions: Sequence[QAction] = (),
    ) -> None:
        """``place`` gives the block behind which photos are put on the page.

        ``actions`` are commands of the main window whose keys work here too.
        """
        super().__init__(parent)
        self.setObjectName("photoDesk")
        self.setAccessibleName(self.tr("Photo desk"))
        self.setWindowFlags(Qt.WindowType.Window)
        self.setAcceptDrops(True)
        self.addActions(list(actions))
        self._document = document
        self._program = program
        self.sheet = ContactSheet(document, program, place)
        self.captions = CaptionDesk(document, program, self.sheet.qualities)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self.captions)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.sheet.opened.connect(self.open_captions)
        self.sheet.add_wanted.connect(self.add_wanted)
        self.captions.wanted.connect(lambda: self._stack.setCurrentWidget(self.captions))
        self.captions.sheet_wanted.connect(self.show_sheet)
        self.captions.next_wanted.connect(lambda: self._step(1))
        self.captions.previous_wanted.connect(lambda: self._step(-1))
        document.release_changed.connect(self._hear)
        document.caret_wanted.connect(self._go)
        self._restore()

    def take(self, paths: Sequence[Path]) -> None:
        """Read picture files and folders, and show them on the sheet."""
        self.show_sheet()
        self.sheet.take(paths)

    def open_captions(self, photo_id: str) -> None:
        """Show one photo to be captioned."""
        self.captions.show_photo(photo_id)
        self._stack.setCurrentWidget(self.captions)
        self.captions.begin()

    def show_sheet(self) -> None:
        """Go back to the contact sheet, to the photo that was captioned."""
        if self._stack.currentWidget() is self.captions:
            self._stack.setCurrentWidget(self.sheet)
            self.sheet.show_release()
            if self.sheet.model.row_of(self.captions.photo_id) >= 0:
                self.sheet.view.choose([self.captions.photo_id])
            self.sheet.begin()

    def come_forward(self, photo_id: str = "") -> None:
        """Show the window before all others, with a photo chosen."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        if photo_id and self._stack.currentWidget() is self.sheet:
            self.sheet.choose(photo_id)
        if self._stack.currentWidget() is self.sheet:
            self.sheet.begin()

    # Windows

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.sheet.look.leave()
            self.sheet.qualities.pause()
            self._settings().setValue(_GEOMETRY, self.saveGeometry())

    def closeEvent(self, event: QCloseEvent) -> None:
        self._document.flush()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not the dialog's keys: Enter presses no button here, and Esc closes no window.
        if event.matches(QKeySequence.StandardKey.Close):
            self.close()
        else:
            QWidget.keyPressEvent(self, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _files(event)
        if files:
            event.acceptProposedAction()
            self.take(files)

    # Parts

    def _step(self, by: int) -> None:
        """Go on to the next photo of the sheet, as it is sorted and filtered."""
        shown = self.sheet.model.shown
        at = self.captions.photo_id
        if at not in shown:  # it lacks no more what the filter asks for
            row = min(max(self.sheet.view.currentIndex().row(), 0), len(shown) - 1)
            if shown:
                self._caption(shown[row])
            return
        row = shown.index(at) + by
        if 0 <= row < len(shown):
            self._caption(shown[row])

    def _caption(self, photo_id: str) -> None:
        self.sheet.view.choose([photo_id])
        self.captions.show_photo(photo_id)

    def _hear(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        headline = self._document.release.headline
        title = self.tr("Photo desk")
        self.setWindowTitle(f"{title} — {headline}" if headline else title)
        if self._stack.currentWidget() is self.sheet:
            self.sheet.show_release()

    def _go(self, caret: Caret) -> None:
        """Go where a step was done that is undone or done again."""
        if self.isVisible() and self.sheet.holds(caret) and not self.sheet.look.isVisible():
            self.show_sheet()
            if self.sheet.model.row_of(caret.block) >= 0:
                self.sheet.view.choose([caret.block])

    def _settings(self) -> QSettings:
        path = self._program.paths.config / "window.ini"
        return QSettings(str(path), QSettings.Format.IniFormat)

    def _restore(self) -> None:
        geometry = self._settings().value(_GEOMETRY)
        if not isinstance(geometry, QByteArray) or not self.restoreGeometry(geometry):
            self.resize(1_280, 860)


def _files(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
