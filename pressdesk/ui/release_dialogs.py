"""The dialogs of one release: export, print, links and tables.

Each is imported when it is first wanted: the window need not wait for it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from pressdesk.model.body import Span
from pressdesk.model.problem import Place
from pressdesk.ui.actions import Actions
from pressdesk.ui.dialog_opener import show
from pressdesk.ui.document import Document
from pressdesk.ui.editor_page import EditorPage
from pressdesk.ui.program import Program

if TYPE_CHECKING:
    from pressdesk.ui.printing import Printing


class ReleaseDialogs(QObject):
    """Opens the dialogs that work on a release."""

    place_wanted = Signal(object)
    """The ``Place`` of a finding to go to."""

    def __init__(
        self,
        document: Document,
        page: EditorPage,
        program: Program,
        actions: Actions,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._page = page
        self._program = program
        self._window = window
        self._printer: Printing | None = None
        for name, work in (
            ("file.export", self.open_export),
            ("file.print", self.print),
            ("file.print-preview", self.preview_print),
            ("insert.link", self.open_link),
            ("insert.table", self.open_table),
        ):
            actions[name].triggered.connect(lambda _=False, work=work: work())

    def open_export(self) -> None:
        """Export the release."""
        from pressdesk.ui.dialogs.export import ExportDialog

        program = self._program
        dialog = ExportDialog(
            self._document,
            self._window,
            store=program.store,
            packs=program.packs,
            renditions=program.paths.renditions,
            tasks=program.tasks,
            prompts=program.prompts,
            icons=program.icons,
        )
        dialog.place_wanted.connect(self._go)
        show(dialog)

    def open_link(self) -> None:
        """Set, change or remove the link at the cursor."""
        from pressdesk.ui.dialogs.link import LinkDialog

        body = self._page.body
        link, words = body.link_at_cursor(), body.selected_text()
        dialog = LinkDialog(link, words, self._window)

        def set_link(target: str, shown: str) -> None:
            if shown != words and not (link and not words):
                body.insert_spans(self.tr("Link"), (Span(shown, link=target),))
            else:
                body.set_link(target)

        dialog.link_set.connect(set_link)
        dialog.link_removed.connect(body.remove_link)
        dialog.finished.connect(lambda _: body.setFocus())
        show(dialog)

    def open_table(self) -> None:
        """Insert a table of the size asked for."""
        from pressdesk.ui.dialogs.table import TableDialog

        dialog = TableDialog(self._window)
        dialog.size_chosen.connect(self._page.body.insert_table)
        dialog.finished.connect(lambda _: self._page.body.setFocus())
        show(dialog)

    def print(self) -> None:
        """Print the release."""
        self._printing().print_release()

    def preview_print(self) -> None:
        """Show the pages as they would be printed."""
        self._printing().preview()

    def _printing(self) -> "Printing":
        from pressdesk.ui.printing import Printing

        if self._printer is None:
            program, document = self._program, self._document
            self._printer = Printing(
                document,
                lambda: program.pack(document.release.template),
                program.paths.renditions,
                program.tasks,
                self._window,
            )
            self._printer.failed.connect(
                lambda why: program.prompts.tell(self._window, self.tr("Print"), why)
            )
        return self._printer

    def _go(self, place: Place) -> None:
        self.place_wanted.emit(place)
