"""The export dialog: what will be written where, what is still missing, and the writing."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from pressdesk.export.packs import Pack
from pressdesk.model.problem import Place, PressDeskError, Problems
from pressdesk.settings import SettingsStore
from pressdesk.ui.controls.buttons import PlainButton, PrimaryButton
from pressdesk.ui.controls.cards import Note
from pressdesk.ui.controls.labels import SectionLabel
from pressdesk.ui.dialogs.export_choices import ExportChoices
from pressdesk.ui.dialogs.export_order import Order, Written
from pressdesk.ui.dialogs.file_list import FileList, Opener
from pressdesk.ui.dialogs.findings import Findings
from pressdesk.ui.dialogs.sheet import MARGIN, SMALL_GAP, Sentence, Sheet
from pressdesk.ui.document import Document
from pressdesk.ui.icons import Icons
from pressdesk.ui.prompts import Prompts
from pressdesk.ui.tasks import Report, Task, Tasks

_LETTERS = 128
"""In a line of both halves; where the screen has no room for it, one stands below the other."""


class ExportDialog(Sheet):
    """Exports the release of a document."""

    place_wanted = Signal(object)
    """A ``Place`` of the release to go to; the dialog has closed."""
    exported = Signal(object)
    """The paths that were written."""

    def __init__(
        self,
        document: Document,
        parent: QWidget | None = None,
        *,
        store: SettingsStore,
        packs: Callable[[], Mapping[str, Pack]],
        renditions: Path,
        tasks: Tasks,
        prompts: Prompts,
        icons: Icons,
        opener: Opener = QDesktopServices.openUrl,
    ) -> None:
        super().__init__("exportDialog", self.tr("Export"), parent, letters=_LETTERS)
        document.flush()
        self._document, self._store = document, store
        self._packs = packs()
        self._renditions, self._tasks = renditions, tasks
        self._icons, self._opener = icons, opener
        self._task: Task | None = None
        self._outcome: Written | None = None
        self._written: tuple[Path, ...] = ()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(2 * MARGIN)
        self.column.addLayout(self._halves)
        self._choices = ExportChoices(document, store.settings, self._packs, prompts)
        self._choices.changed.connect(self._refresh)
        self._halves.addWidget(self._choices, 2, Qt.AlignmentFlag.AlignTop)
        self._build_outcome()
        self._build_buttons()
        self._refresh()
        document.release_changed.connect(self._refresh)

    def _build_outcome(self) -> None:
        outcome = QVBoxLayout()
        outcome.setSpacing(self.column.spacing())
        self._halves.addLayout(outcome, 3)
        self._file_heading = SectionLabel("")
        self._file_heading.setWordWrap(True)
        self._files = FileList(self._icons)
        self._file_part = _part(outcome, self._file_heading, self._files)
        self._finding_heading = SectionLabel(self.tr("Still missing"))
        self._findings = Findings(self._icons)
        self._findings.place_wanted.connect(self._go)
        self._finding_part = _part(outcome, self._finding_heading, self._findings)
        self._error = Sentence()
        self._error_note = Note("danger", tinted=True)
        self._error_note.setAccessibleName(self.tr("What went wrong"))
        inside = QVBoxLayout(self._error_note)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(self._error)
        self._error_note.hide()
        outcome.addWidget(self._error_note)
        outcome.addStretch(1)

    def _build_buttons(self) -> None:
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._status = Sentence(is_quiet=True)
        self.buttons.addWidget(self._progress, 1)
        self.buttons.addWidget(self._status, 1)
        self._show_folder = PlainButton(self.tr("Show in &Folder"))
        self._show_folder.clicked.connect(self._open_folder)
        self.add_button(self._show_folder).hide()
        self._cancel = PlainButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        self.add_button(self._cancel)
        self._export = PrimaryButton(self.tr("&Export"))
        self._export.clicked.connect(self.export)
        self.add_button(self._export, is_default=True)

    def _order(self, pack: Pack) -> Order:
        document = self._document
        now = dt.datetime.now().astimezone().replace(microsecond=0)
        return Order(
            release=document.release,
            assets=document.assets,
            pack=pack,
            formats=self._choices.formats,
            stage=self._choices.stage,
            saved=now if document.is_modified else document.saved_at or now,
            folder=self._choices.folder,
        )

    def sizeHint(self) -> QSize:
        wanted = self.fontMetrics().averageCharWidth() * _LETTERS
        side_by_side = wanted + 2 * MARGIN < self.screen().availableSize().width()
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if side_by_side else way.TopToBottom)
        return super().sizeHint()

    def _refresh(self) -> None:
        if self._task or self._written:
            return
        self._error_note.hide()
        pack = self._packs.get(self._choices.template)
        if pack is None:
            self._file_part.hide()
            self._finding_part.hide()
            self._refuse(self.tr("Choose a template that is installed."))
            return
        order = self._order(pack)
        problems = order.problems()
        names = order.names(problems, order.saved)
        self._file_heading.setText(self.tr("These files will be written"))
        self._files.show_planned(order.folder, names)
        self._file_part.setVisible(bool(names))
        self._findings.show_problems(problems)
        self._finding_part.setVisible(bool(problems))
        self._refuse(self._why_not(order, problems))
        self.fit()

    def _why_not(self, order: Order, problems: Problems) -> str:
        errors = sum(problem.severity == "error" for problem in problems)
        if order.is_refused(problems):
            if order.stage == "final":
                told = self.tr("Errors: {0}. A final may have none: mend them, or export a draft.")
                return told.format(errors)
            return self.tr("Mend the errors first: no file can be made with them.")
        if not order.formats:
            return self.tr("Choose at least one format.")
        if not self._choices.has_folder:
            return self.tr("Choose a folder.")
        if order.folder.is_file():
            told = self.tr("“{0}” is a file. Choose a folder.")
            return told.format(order.folder.name)
        return ""

    def _refuse(self, why: str) -> None:
        self._status.say(why)
        self._status.setVisible(True)
        self._export.setEnabled(not why)
        self._export.setAccessibleDescription(why)

    def _go(self, place: Place) -> None:
        super().reject()
        self.place_wanted.emit(place)

    def export(self) -> None:
        """Begin the export that is shown."""
        pack = self._packs.get(self._choices.template)
        if self._task or pack is None or not self._export.isEnabled():
            return
        self._document.flush()
        order, renditions = self._order(pack), self._renditions
        self._error_note.hide()
        self._outcome = None
        self._set_busy(True)

        def work(report: Report) -> Written:
            # kept here too: a task that is cancelled while it writes gives no result
            self._outcome = order.carry_out(renditions, dt.datetime.now(dt.UTC), report)
            return self._outcome

        self._task = self._tasks.run(
            self.tr("Export"), work, done=self._show_written, failed=self._show_error
        )
        self._task.progressed.connect(self._show_progress)
        self._task.ended.connect(self._end)

    def _remember(self) -> None:
        choices = self._choices
        values: dict[str, object] = {"export_formats": choices.formats}
        if choices.folder != choices.first_folder:
            values["export_folder"] = str(choices.folder.absolute())
        try:
            self._store.change(**values)
        except PressDeskError:
            return  # the export itself matters more than that it is remembered

    def _set_busy(self, is_busy: bool) -> None:
        self._choices.setEnabled(not is_busy)
        self._finding_part.setEnabled(not is_busy)
        self._export.setEnabled(not is_busy)
        self._progress.setRange(0, 0)
        self._progress.setVisible(is_busy)
        self._status.setVisible(not is_busy)

    def _show_progress(self, done: int, total: int) -> None:
        # all photos done is not all done: the files are still to be made
        self._progress.setRange(0, total if done < total else 0)
        self._progress.setValue(done)

    def _end(self) -> None:
        was_cancelled = self._task is not None and self._task.is_cancelled
        self._task = None
        self._set_busy(False)
        self._cancel.setEnabled(True)
        if was_cancelled and self._outcome:
            self._show_written(self._outcome)
        elif was_cancelled:
            self._refresh()
            self._status.say(self.tr("Cancelled. No file was written."))

    def _show_error(self, error: Exception) -> None:
        if not isinstance(error, PressDeskError):
            raise error
        self._refresh()
        self._error.setText(str(error))
        self._error_note.show()
        self._export.setFocus()
        self.fit()
        self.area.ensureWidgetVisible(self._error_note)

    def _show_written(self, outcome: Written) -> None:
        self._written = written = outcome.files
        self._remember()
        main = [file for file in written if file.parent == self._choices.folder]
        photos = len(written) - len(main)
        self._choices.hide()
        self._finding_part.hide()
        self._file_heading.setText(self.tr("Written to {0}").format(self._choices.folder))
        self._files.show_written(main, self._opener)
        self._file_part.show()
        told = [self.tr("Photos beside them: {0}.").format(photos)] if photos else []
        told += [problem.message for problem in outcome.report]
        self._status.say(" ".join(told))
        self._status.show()
        self._show_folder.show()
        self._export.hide()
        self._cancel.setText(self.tr("&Close"))
        self._cancel.setDefault(True)
        self._cancel.setFocus()
        self.shrink()
        self.exported.emit(written)

    def _open_folder(self) -> None:
        self._opener(QUrl.fromLocalFile(str(self._choices.folder)))

    def reject(self) -> None:
        """Close; while files are made, stop that first."""
        if self._task is None:
            super().reject()
            return
        self._task.cancel()
        self._cancel.setEnabled(False)
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)


def _part(rows: QVBoxLayout, *widgets: QWidget) -> QWidget:
    """Put widgets below each other into one that can be hidden with them."""
    whole = QWidget()
    part = QVBoxLayout(whole)
    part.setContentsMargins(0, 0, 0, 0)
    part.setSpacing(SMALL_GAP)
    for widget in widgets:
        part.addWidget(widget)
    rows.addWidget(whole)
    return whole
