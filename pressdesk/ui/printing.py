"""Printing the release, and a preview of the sheets."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from pressdesk.export.packs import Pack
from pressdesk.model.problem import PressDeskError
from pressdesk.ui.document import Document
from pressdesk.ui.printed_page import Page, PrintedPage, make_page
from pressdesk.ui.tasks import Report, Tasks

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Printing(QObject):
    """Prints the release of a document, and shows before how it will look on paper."""

    failed = Signal(str)
    """Sentences that say why nothing was printed."""
    ready = Signal(object)
    """The ``Page`` of a print was made; the dialog comes next."""

    def __init__(
        self,
        document: Document,
        pack: Callable[[], Pack],
        renditions: Path,
        tasks: Tasks,
        window: QWidget,
    ) -> None:
        """``pack`` gives the template of the release when it is asked."""
        super().__init__(window)
        self._document, self._pack = document, pack
        self._renditions, self._tasks, self._window = renditions, tasks, window

    def print_release(self) -> None:
        """Ask for a printer, and print."""
        self._make(self._ask_printer)

    def preview(self) -> None:
        """Show the printed pages in a dialog."""
        self._make(self._show_preview)

    def _make(self, done: Callable[[Page], None]) -> None:
        document = self._document
        document.flush()
        release, assets, pack = document.release, document.assets, self._pack()
        now = dt.datetime.now().astimezone().replace(microsecond=0)
        saved = now if document.is_modified else document.saved_at or now

        def work(report: Report) -> Page:
            return make_page(
                release,
                assets,
                pack,
                stage="draft",
                saved=saved,
                renditions=self._renditions,
                progress=report,
            )

        def show(page: Page) -> None:
            self.ready.emit(page)
            done(page)

        self._tasks.run(self.tr("Preparing to print"), work, done=show, failed=self._tell)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, PressDeskError):
            raise error
        self.failed.emit(str(error))

    def _ask_printer(self, page: Page) -> None:
        # Imported here: the print library is loaded by those who print.
        from PySide6.QtPrintSupport import QPrintDialog

        printer = new_printer(page.title)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.accepted.connect(lambda: _paint(page, printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def _show_preview(self, page: Page) -> None:
        # Imported here for the same reason.
        from PySide6.QtPrintSupport import QPrintPreviewDialog

        printer = new_printer(page.title)
        dialog = QPrintPreviewDialog(printer, self._window)
        dialog.setWindowTitle(self.tr("Print Preview"))
        dialog.resize(self._window.window().size() * 0.9)
        # the dialog does not keep its printer: the function does
        dialog.paintRequested.connect(lambda wanted, _kept=printer: _paint(page, wanted))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def new_printer(title: str) -> "QPrinter":
    """Make a printer, set to the paper of this system, at its best resolution."""
    # Imported here for the same reason.
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title or "PressDesk")
    return printer


def _paint(page: Page, printer: "QPrinter") -> None:
    PrintedPage(page, printer.pageLayout()).paint(printer)
