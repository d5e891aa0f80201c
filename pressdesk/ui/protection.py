"""Keeps what is typed safe: into the journal a second after the first change, or at once."""

import datetime as dt
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from pressdesk.model.body import block_texts
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.ui.document import Document
from pressdesk.ui.program import Program
from pressdesk.ui.tasks import Report, Task

if TYPE_CHECKING:
    from pressdesk.safekeeping import Protected

_PAUSE_MS = 1_000
"""From the first change that is not protected, not from the last: typing on does not delay it."""
_WATCH_MS = 2_000
_HEAVY_CHARACTERS = 200


class Protection(QObject):
    """Writes the release into the journal while there is something to save."""

    changed = Signal()
    """``protected_at`` or ``fault`` is another."""

    def __init__(self, document: Document, program: Program, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._program = program
        self._before = document.release
        self._written: Release | None = None
        self._is_writing = False
        self._is_due = False
        """Wanted again while it is being written."""
        self._opening = 0
        self._taken = (document.release, 0.0)
        """What was given to the journal last, and when it was taken from the page."""
        self._beside: Task | None = None
        """Writes into the second folder while the journal does not answer."""
        self.protected_at: dt.datetime | None = None
        """Up to when what was typed is safe; None while nothing is unsaved."""
        self.fault: PressDeskError | None = None
        """Why the journal fails, as long as it does."""
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.write)
        self._watch = QTimer(self, interval=_WATCH_MS)
        self._watch.timeout.connect(self._look)
        document.release_changed.connect(self._note)
        document.saved.connect(self._end)
        program.protection_wanted.connect(self.write)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._note_state)
            app.commitDataRequest.connect(self.write, Qt.ConnectionType.DirectConnection)
        if document.is_modified:
            QTimer.singleShot(0, self, self.write)

    def write(self) -> None:
        """Write the release as it is now, unless it is written already."""
        self._pause.stop()
        document = self._document
        if self._is_writing:
            self._is_due = True
            if not self._watch.isActive():  # after a save: the journal still owes an answer
                self._watch.start()
            return
        if document.release is self._written:
            return
        if not document.is_modified:
            self._end()
            return
        release, assets, package = document.release, document.assets, document.package
        work, safe, taken = document.work, self._program.safe, time.monotonic()
        self._taken = release, taken
        self._is_writing = True
        self._watch.start()

        def keep(_: Report) -> "Protected":
            return safe.protect(work, release, assets, package, taken)

        def done(kept: "Protected") -> None:
            self._opening = kept.opening
            self._take(release, kept.at, kept.fault)

        def failed(error: Exception) -> None:
            if not isinstance(error, PressDeskError):
                self._is_writing = False
                raise error
            self._take(release, self.protected_at, error)

        self._program.keeper.run(
            self.tr("Protecting what you type"), keep, done=done, failed=failed
        )

    def end(self, *, discards: bool) -> None:
        """Let the journal go of this work as its window closes; what is discarded, into the bin."""
        self._pause.stop()
        self._watch.stop()
        self._document.release_changed.disconnect(self._note)
        self._document.saved.disconnect(self._end)
        work, safe = self._document.work, self._program.safe
        release, assets = self._document.release, self._document.assets
        package = self._document.package

        def let_go(_: Report) -> None:
            if discards:
                safe.protect(work, release, assets, package)
                safe.journal.discard(work.id)
            else:
                safe.journal.end(work)
            safe.fallback.forget(work)

        if discards or self._written is not None:
            self._program.keeper.run(
                self.tr("Protecting what you type"),
                let_go,
                done=lambda _: None,
                failed=lambda _: None,
            )

    def _take(
        self, release: Release, at: "dt.datetime | None", fault: PressDeskError | None
    ) -> None:
        is_due, self._is_due, self._is_writing = self._is_due, False, False
        self._written = release
        if not self._document.is_modified:
            self._end()
            return
        self.protected_at, self.fault = at, fault
        self._watch.start()
        self.changed.emit()
        if is_due:
            self.write()
        elif self._document.release is not release and not self._pause.isActive():
            self._pause.start()

    def _note(self) -> None:
        before, self._before = self._before, self._document.release
        if self._document.is_typing and not _loses_much(before, self._before):
            if not self._pause.isActive():
                self._pause.start()
        else:
            QTimer.singleShot(0, self, self.write)

    def _note_state(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.write()

    def _look(self) -> None:
        """Write anew where the journal failed, or is not what was written to any more."""
        if self._is_writing:
            if self._document.is_modified:
                self._write_beside()
            elif self.fault is not None:  # all was undone: nothing is unsaved
                self.protected_at = None
                self._warn(None)
            return
        database, opening = self._program.safe.database, self._opening
        if self.fault is not None:
            self._write_anew()
            return

        def check(_: Report) -> bool:
            try:
                database.check()
            except PressDeskError:
                return False
            return database.openings == opening

        self._program.keeper.run(
            self.tr("Protecting what you type"),
            check,
            done=lambda is_there: None if is_there else self._write_anew(),
            failed=lambda _: None,
            owner=self,
        )

    def _write_beside(self) -> None:
        """Write into the second folder: since the last look the journal gave no answer."""
        # Start-up: the window is painted before this is imported.
        from pressdesk.safekeeping import no_answer

        if self._beside is not None and not self._beside.has_ended:
            self._warn(no_answer("PD-JRN-002"))
            return
        work, release, package = self._document.work, self._document.release, self._document.package
        safe = self._program.safe
        given, taken = self._taken
        if release is not given:
            taken = time.monotonic()

        def keep(_: Report) -> "Protected":
            return safe.protect_beside(work, release, package, taken)

        def done(kept: "Protected") -> None:
            if self._is_writing and self._document.is_modified:
                self.protected_at = kept.at
                self._warn(kept.fault)

        def failed(error: Exception) -> None:
            if not isinstance(error, PressDeskError):
                raise error
            if self._is_writing and self._document.is_modified:
                self._warn(error)

        self._beside = self._program.tasks.run(
            self.tr("Protecting what you type"), keep, done=done, failed=failed, owner=self
        )

    def _warn(self, fault: PressDeskError | None) -> None:
        self.fault = fault
        self.changed.emit()

    def _write_anew(self) -> None:
        self._written = None
        self.write()

    def _end(self) -> None:
        """Take note that there is nothing to save: by a save, or by undoing all."""
        if self._document.is_modified:
            self._pause.start()
            return
        self._pause.stop()
        self._watch.stop()
        if self._written is not None:
            self._let_go(self._written)
            self._written = None
        self.protected_at = self.fault = None
        self.changed.emit()

    def _let_go(self, written: Release) -> None:
        """Forget the rows of what is saved; once more later where the journal can't now."""
        work, safe, taken = self._document.work, self._program.safe, time.monotonic()

        def let_go(_: Report) -> None:
            safe.journal.end(work)
            safe.fallback.forget(work, taken)

        def failed(_: Exception) -> None:
            self._written = self._written or written
            QTimer.singleShot(_WATCH_MS, self, self._end)

        self._program.keeper.run(
            self.tr("Protecting what you type"),
            let_go,
            done=lambda _: None,
            failed=failed,
            owner=self,
        )


def _loses_much(before: Release, after: Release) -> bool:
    """Tell whether a step took away so much that it is written at once."""
    if len(after.body) < len(before.body):
        return True
    lost = 0
    for old, new in zip(before.body, after.body, strict=False):
        if old is not new:
            lost += sum(map(len, block_texts(old))) - sum(map(len, block_texts(new)))
    return lost > _HEAVY_CHARACTERS
