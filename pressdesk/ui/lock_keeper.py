"""Who has a release open: asking when another has, and showing signs of life while we have."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from pressdesk import __version__
from pressdesk.ui.dates import told_moment
from pressdesk.ui.document import Document
from pressdesk.ui.program import Program
from pressdesk.ui.prompts import Choice
from pressdesk.ui.tasks import Report

if TYPE_CHECKING:
    from pressdesk.storage.lock import Held, Holder, Lock

_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "box sync")
_SYNCED_BEAT_S = 600
"""Each sign of life in such a folder is a file to be sent to everyone."""


class LockKeeper(QObject):
    """Holds the locks of one window's releases."""

    told = Signal(str)
    """A sentence on what others see."""

    def __init__(self, program: Program, window: QWidget) -> None:
        super().__init__(window)
        self._program = program
        self._window = window
        self._document: Document | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.beat)

    def take(self, path: Path, save_id: UUID | None) -> "Lock | Held | None":
        """Lock a release, or tell who has it; None where no lock can be written there."""
        # Start-up: a window without a release has no lock.
        from pressdesk.storage.lock import take

        try:
            return take(path, self._claim(save_id))
        except OSError:
            self.told.emit(
                self.tr(
                    "Others will not see that you have this open. Changes by others are still"
                    " noticed when you save."
                )
            )
            return None

    def ask(self, path: Path, held: "Held") -> str:
        """Ask what to do with a release that another has open: ``read``, ``copy`` or ``take``."""
        choices = [
            Choice("read", self.tr("Open for Reading")),
            Choice("copy", self.tr("Edit a Copy")),
            Choice("take", self.tr("Take Over")),
        ]
        hint = self.tr(
            "Nothing is lost either way: if you take over, what they save from then on goes into a"
            " copy beside it."
        )
        text = f"{self._told(path, held)}\n\n{hint}"
        title = self.tr("Release Open Elsewhere")
        return self._program.prompts.choose(self._window, title, text, choices)

    def take_over(self, path: Path, held: "Held", save_id: UUID | None) -> "Lock | Held | None":
        """Take the lock from the one the person was told of."""
        # Start-up: see above.
        from pressdesk.storage.lock import take_over

        try:
            return take_over(path, held, self._claim(save_id))
        except OSError:
            return None

    def follow(self, document: Document) -> None:
        """Show signs of life for a document's lock from now on."""
        # Start-up: see above.
        from pressdesk.storage.lock import BEAT_S

        self._document = document
        path = str(document.path or "").casefold()
        is_synced = any(word in path for word in _SYNCED)
        self._timer.start((_SYNCED_BEAT_S if is_synced else BEAT_S) * 1_000)

    def user_of(self, path: Path) -> str:
        """Give the name of who has a release open; "" where nobody has, or has no name."""
        # Start-up: see above.
        from pressdesk.storage.lock import look

        held = look(path)
        return held.holder.owner.user if held and held.holder else ""

    def sentence(self, path: Path, held: "Held", what: str) -> str:
        """Say who has a release open, and what follows from it."""
        return f"{self._told(path, held)} {what}"

    def beat(self) -> None:
        """Show a sign of life, in the background; say so if the lock was taken over."""
        document = self._document
        lock = document.lock if document else None
        if document is None or lock is None:
            return

        def work(_: Report) -> bool:
            try:
                return lock.beat(dt.datetime.now(dt.UTC))
            except OSError:
                return True  # a share that is away for a while

        def done(is_ours: bool) -> None:
            if not is_ours and document.lock is lock:
                self._tell_loss(document)

        def failed(error: Exception) -> None:
            raise error

        self._program.keeper.run(
            self.tr("Telling others that it is open"), work, done=done, failed=failed
        )

    def release(self) -> None:
        """Let the document's lock go."""
        self._timer.stop()
        if self._document is not None and self._document.lock is not None:
            self._document.lock.release()
            self._document.lock = None

    def _tell_loss(self, document: Document) -> None:
        # Start-up: see above.
        from pressdesk.storage.lock import look

        path = document.path
        held = look(path) if path else None
        if path is None or held is None:
            return
        self._timer.stop()
        what = self.tr("What you save now goes into a copy beside it.")
        self.told.emit(self.sentence(path, held, what))

    def _told(self, path: Path, held: "Held") -> str:
        holder = held.holder
        if holder is None:
            text = self.tr("Somebody has “{name}” open.")
            return text.replace("{name}", path.name)
        text = self.tr("{user} has “{name}” open on {host}, since {since} (last active {beat}).")
        for key, value in (
            ("{user}", holder.owner.user or self.tr("Somebody")),
            ("{host}", holder.owner.host),
            ("{since}", told_moment(holder.since.astimezone())),
            ("{beat}", told_moment(holder.beat.astimezone())),
            ("{name}", path.name),
        ):
            text = text.replace(key, value)
        return text

    def _claim(self, save_id: UUID | None) -> "Holder":
        # Start-up: see above.
        from pressdesk.storage.lock import claim

        now = dt.datetime.now(dt.UTC).replace(microsecond=0)
        return claim(self._program.safe.owner, now, f"PressDesk {__version__}", save_id)
