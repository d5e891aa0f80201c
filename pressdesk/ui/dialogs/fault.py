"""Faults of the program itself: written to a log, and told in a dialog, never a silent death."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from pressdesk import __version__
from pressdesk.ui.controls.buttons import PlainButton, PrimaryButton
from pressdesk.ui.controls.labels import SectionLabel
from pressdesk.ui.dialogs.sheet import Sentence, Sheet

_LOG_BYTES, _LOG_FILES = 500_000, 3
_LEVELS = (
    (QtMsgType.QtDebugMsg, logging.DEBUG),
    (QtMsgType.QtInfoMsg, logging.INFO),
    (QtMsgType.QtWarningMsg, logging.WARNING),
    (QtMsgType.QtCriticalMsg, logging.ERROR),
    (QtMsgType.QtFatalMsg, logging.CRITICAL),
)

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class FaultDialog(Sheet):
    """Says that the program failed, that the text is safe, and where the log is."""

    copy_wanted = Signal()
    """The person wants to save a copy of the release under another name."""

    def __init__(
        self, details: str, log_path: Path, parent: QWidget | None = None, *, can_save: bool = True
    ) -> None:
        super().__init__("faultDialog", self.tr("Fault in PressDesk"), parent, letters=62)
        self._details = details
        heading = SectionLabel(self.tr("PressDesk met a fault of its own."))
        self.add(heading, Sentence(self.tr("What you asked for last may not be done.")))
        if can_save:
            told = self.tr("Your text is as it was on the page. Save a copy now, to be sure.")
            self.add(Sentence(told))
        log = Sentence(self.tr("The log is at {0}").format(log_path), is_quiet=True)
        log.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(log)
        self.column.addStretch(1)
        copy = PlainButton(self.tr("Copy &Details"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        self.add_button(copy)
        self.buttons.addStretch(1)
        close = PlainButton(self.tr("&Close"))
        close.clicked.connect(self.reject)
        self.add_button(close, is_default=not can_save).setFocus()
        if can_save:
            save = PrimaryButton(self.tr("&Save a Copy…"))
            save.clicked.connect(self._save)
            self.add_button(save, is_default=True)
            save.setFocus()

    def _save(self) -> None:
        self.accept()
        self.copy_wanted.emit()


class Faults(QObject):
    """Hears of exceptions nobody caught, in every thread, and of Qt's warnings."""

    copy_wanted = Signal()
    """A copy of the release is to be saved: asked for in the dialog."""
    met = Signal()
    """What is open had better be kept safe now."""
    _met = Signal(str)

    def __init__(
        self, app: QApplication, window_getter: Callable[[], QWidget | None], log_path: Path
    ) -> None:
        super().__init__(app)
        self._window_getter = window_getter
        self._log_path = log_path
        self._log = _logger(log_path)
        self._dialog: FaultDialog | None = None
        self._before = (sys.excepthook, threading.excepthook)
        self._qt_before = qInstallMessageHandler(self._hear_qt)
        sys.excepthook = self._hear
        threading.excepthook = self._hear_thread
        self._met.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def remove(self) -> None:
        """Put the former hooks back, and close the log."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(self._qt_before)
        if self._dialog is not None:
            self._dialog.reject()
        for handler in tuple(self._log.handlers):
            self._log.removeHandler(handler)
            handler.close()

    def _hear(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        details = told(kind, trace)
        self._log.error("%s", details)
        self._met.emit(details)

    def _hear_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self._hear(args.exc_type, args.exc_value, args.exc_traceback)

    def _hear_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        level = next((level for each, level in _LEVELS if each == kind), logging.WARNING)
        self._log.log(level, "Qt %s: %s", context.category, message)

    @Slot(str)
    def _show(self, details: str) -> None:
        self.met.emit()
        if self._dialog is not None:
            return  # it is in the log; one dialog at a time is enough
        window = self._window_getter()
        dialog = FaultDialog(details, self._log_path, window, can_save=window is not None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.copy_wanted.connect(self.copy_wanted)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        self._dialog = None


def install(
    app: QApplication, window_getter: Callable[[], QWidget | None], log_path: Path
) -> Faults:
    """Log and show every fault from now on; ``window_getter`` gives the window in use, or None.

    The log is rotated; it holds places in the program, never what a release says.
    """
    return Faults(app, window_getter, log_path)


def told(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Tell an exception by its kind and the places it came through.

    Its message is left out, for that may hold words of the release.
    """
    places = [
        f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    head = f"PressDesk {__version__}, Qt {qVersion()}, Python {platform.python_version()}"
    head += f", {platform.system()} {platform.release()}"
    return "\n".join([head, f"{kind.__module__}.{kind.__qualname__}", *places])


def _short(file: str) -> str:
    """Leave out where the program is installed, which may name a person."""
    return "/".join(Path(file).parts[-3:])


def _logger(path: Path) -> logging.Logger:
    logger = logging.Logger("pressdesk.window", logging.INFO)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES - 1, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()  # without a disk there is still the terminal
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    return logger
