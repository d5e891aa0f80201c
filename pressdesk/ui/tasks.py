"""Work outside the GUI thread, with progress and cancel."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

Report = Callable[[int, int], None]
"""Tells how much is done, and of how much; raises CancelledError once nobody wants it."""


class CancelledError(Exception):
    """The person wants the work no more."""


class Task(QObject):
    """One piece of work that was begun."""

    progressed = Signal(int, int)
    ended = Signal()
    """Done, failed or cancelled."""
    _finished = Signal(object)
    _failed = Signal(object)

    def __init__(
        self,
        title: str,
        work: Callable[[Report], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        parent: QObject,
        *,
        can_cancel: bool,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.can_cancel = can_cancel
        self.is_cancelled = False
        self.has_ended = False
        self.run = _Run(self, work)
        self._done = done
        self._fail = failed
        # To slots of an object of the GUI thread: a bare function would run in the worker.
        self._finished.connect(self._take_result, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._take_error, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def cancel(self) -> None:
        """Stop at the next report of progress."""
        self.is_cancelled = True

    @Slot(object)
    def _take_result(self, result: Any) -> None:
        self._end()
        if not self.is_cancelled:
            self._done(result)

    @Slot(object)
    def _take_error(self, error: BaseException) -> None:
        self._end()
        if self.is_cancelled or isinstance(error, CancelledError):
            return
        if not isinstance(error, Exception):
            raise error
        self._fail(error)

    def _end(self) -> None:
        self.has_ended = True
        self.ended.emit()


class _Run(QRunnable):
    def __init__(self, task: Task, work: Callable[[Report], Any]) -> None:
        super().__init__()
        self.setAutoDelete(False)  # the task owns it
        self._task = task
        self._work = work

    def run(self) -> None:
        task = self._task
        try:
            result = self._work(self._report)
        except BaseException as error:  # told to the person by whoever began the work
            task._failed.emit(error)
        else:
            task._finished.emit(result)

    def _report(self, done: int, total: int) -> None:
        if self._task.is_cancelled:
            raise CancelledError
        self._task.progressed.emit(done, total)


class Tasks(QObject):
    """Runs work in threads; results come back to the GUI thread."""

    started = Signal(object)
    """A ``Task``."""

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._running: dict[int, Task] = {}

    def run(
        self,
        title: str,
        work: Callable[[Report], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        can_cancel: bool = False,
        owner: QObject | None = None,
    ) -> Task:
        """Begin work; ``done`` gets its result, ``failed`` what it raised, unless cancelled.

        ``work`` must not touch widgets. ``can_cancel``: it tells its progress, and may
        be left undone. Once the ``owner`` is gone nobody is called any more.
        """
        task = Task(title, work, done, failed, self, can_cancel=can_cancel)
        self._running[id(task)] = task
        if owner is not None:
            owner.destroyed.connect(task.cancel)
        task.ended.connect(self._end)
        self.started.emit(task)
        self._pool.start(task.run)
        return task

    @property
    def is_busy(self) -> bool:
        return bool(self._running)

    def close(self) -> None:
        """Cancel what runs and wait until it has stopped."""
        for task in self._running.values():
            task.cancel()
        self._pool.waitForDone()

    @Slot()
    def _end(self) -> None:
        task = self.sender()
        self._running.pop(id(task), None)
        task.deleteLater()
