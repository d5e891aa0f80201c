"""The status bar: words, language, what is saved, what is running."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from pressdesk.model.body import block_texts
from pressdesk.model.release import Release
from pressdesk.model.text import count_words, is_cjk
from pressdesk.ui.colours import colours_of
from pressdesk.ui.controls.buttons import QuietButton
from pressdesk.ui.dates import told_moment
from pressdesk.ui.document import Document
from pressdesk.ui.panels.languages import language_name
from pressdesk.ui.protection import Protection
from pressdesk.ui.tasks import Task, Tasks

_WORDS_A_MINUTE = 230
_CHARACTERS_A_MINUTE = 400
"""Of Chinese and Japanese, each of which counts as a word."""

_NOTICE_MS = 12_000
_SHOWN_AFTER_MS = 100
_CANCEL_AFTER_MS = 1_000


class StatusBar(QStatusBar):
    """What the person wants to know without asking; long work shows itself and can be stopped."""

    details_wanted = Signal()
    """The language was pressed."""

    def __init__(self, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAccessibleName(self.tr("Status"))
        self._document: Document | None = None
        self._protection: Protection | None = None
        self._counted: dict[int, tuple[object, int]] = {}
        self._words = QLabel(self)
        self._language = QPushButton(self)
        self._language.setFlat(True)
        self._language.hide()
        self._language.setToolTip(self.tr("Language of the release: change it in the details"))
        self._language.clicked.connect(self.details_wanted)
        self._stage = QLabel(self)
        self._saved = QLabel(self)
        self._work = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setMaximumWidth(160)
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        for widget in (self._words, self._language):
            self.addWidget(widget)
        for widget in (self._work, self._bar, self._cancel, self._stage, self._saved):
            self.addPermanentWidget(widget)
        for widget in (self._work, self._bar, self._cancel):
            widget.hide()
        self._notice = QLabel(self)
        self._remedy = QuietButton("", self)
        self.addWidget(self._notice)
        self.addWidget(self._remedy)
        self._notice.hide()
        self._remedy.hide()
        self._remedy.clicked.connect(self.mend)
        self._mending: Callable[[], object] | None = None
        self._while = QTimer(self, interval=_NOTICE_MS, singleShot=True)
        self._while.timeout.connect(self.end_notice)
        self._pause = QTimer(self, interval=200, singleShot=True)
        self._pause.timeout.connect(self._show_release)
        self._task: Task | None = None
        self._cancel.clicked.connect(self._cancel_task)
        tasks.started.connect(self._watch)

    def set_document(self, document: Document) -> None:
        """Tell of a document from now on."""
        self._document = document
        document.release_changed.connect(self._pause.start)
        document.modified_changed.connect(self._show_saved)
        document.saved.connect(self._show_saved)
        self._show_release()
        self._show_saved()

    def set_protection(self, protection: Protection) -> None:
        """Tell how far what is typed is safe."""
        self._protection = protection
        protection.changed.connect(self._show_saved)

    def tell(self, text: str, remedy: str = "", mend: Callable[[], object] | None = None) -> None:
        """Say something for a while, with a remedy on a button."""
        self._notice.setText(text)
        self._notice.show()
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self._mending = mend
        self._while.start()

    @property
    def notice(self) -> str:
        """What is being said, or ""."""
        return "" if self._notice.isHidden() else self._notice.text()

    def end_notice(self) -> None:
        """Say no more."""
        self._notice.hide()
        self._remedy.hide()
        self._mending = None

    def mend(self) -> None:
        """Do what the remedy's button does."""
        mending = self._mending
        self.end_notice()
        if mending is not None:
            mending()

    def _show_release(self) -> None:
        if self._document is None:
            return
        release = self._document.release
        words, minutes = self._count(release)
        told = self.tr("%n word(s)", "", words)
        read = self.tr("{n} min").replace("{n}", str(minutes))
        self._words.setText(f"{told} · {read}")
        self._language.setText(language_name(release.language))
        self._language.show()
        stage = self.tr("Draft v{n}").replace("{n}", str(release.version))
        self._stage.setText(stage)

    def _count(self, release: Release) -> tuple[int, int]:
        """Count words, and the minutes to read them; a block is counted again when it changed."""
        counted = {
            id(block): self._counted[id(block)]
            if id(block) in self._counted
            else (block, sum(count_words(text) for text in block_texts(block)))
            for block in release.body
        }
        self._counted = counted
        words = sum(count for _, count in counted.values())
        first = next((text for block in release.body for text in block_texts(block) if text), "")
        pace = _CHARACTERS_A_MINUTE if is_cjk(first[:1] or " ") else _WORDS_A_MINUTE
        return words, max(1, round(words / pace)) if words else 0

    def _show_saved(self) -> None:
        document = self._document
        if document is None:
            return
        fault = self._protection.fault if self._protection else None
        at = self._protection.protected_at if self._protection else None
        if fault is not None and fault.code == "PD-JRN-001":
            text = self.tr("⚠ Typing kept in a second folder")
        elif fault is not None:
            text = self.tr("⚠ Typing not protected")
        elif document.is_modified and at is not None:
            text = self.tr("● Typing protected {when}").replace("{when}", f"{at:%H:%M:%S}")
        elif document.is_read_only:
            text = self.tr("Open for reading only")
        elif document.path is None:
            text = self.tr("● Not saved yet")
        elif document.is_modified:
            text = self.tr("● Changed")
        elif document.saved_at:
            text = self.tr("Saved {when}").replace("{when}", _clock(document.saved_at))
        else:
            text = ""
        palette = self.palette()
        if fault is not None:
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colours_of(palette).danger))
        self._saved.setPalette(palette)
        self._saved.setText(text)

    def _watch(self, task: Task) -> None:
        QTimer.singleShot(_SHOWN_AFTER_MS, self, lambda: self._show_task(task))
        QTimer.singleShot(_CANCEL_AFTER_MS, self, lambda: self._offer_cancel(task))
        task.progressed.connect(self._progress)
        task.ended.connect(self._hide_task)

    def _show_task(self, task: Task) -> None:
        if task.has_ended or self._task is not None:
            return
        self._task = task
        self._work.setText(task.title)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(task.title)
        self._work.show()
        self._bar.show()

    def _offer_cancel(self, task: Task) -> None:
        if task is self._task and task.can_cancel:
            self._cancel.show()

    @Slot(int, int)
    def _progress(self, done: int, total: int) -> None:
        if self.sender() is self._task:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    @Slot()
    def _hide_task(self) -> None:
        if self.sender() is self._task:
            self._task = None
            for widget in (self._work, self._bar, self._cancel):
                widget.hide()

    def _cancel_task(self) -> None:
        if self._task:
            self._task.cancel()


def _clock(moment: dt.datetime) -> str:
    local = moment.astimezone()
    today = dt.datetime.now().astimezone().date()
    return f"{local:%H:%M}" if local.date() == today else told_moment(local)
