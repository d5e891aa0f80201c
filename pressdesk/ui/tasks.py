"""Work outside the GUI thread, with progress and cancel."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

Report = Callable[[int, int], None]
"""Tells how much is done, and of how much; raises CancelledError once nobody wants it."""


class CancelledError(Exception):
    """The person wants the work no more."""


class Task(QObject):
    """One piece of work that was begun."""

    progressed = Signal(int, int)
    ended = Signal()
    """Done, failed or cancelled."""

    def __init__(
        self,
        title: str,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        parent: QObject,
        *,
        can_cancel: bool,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.can_cancel = can_cancel
        self.is_cancelled = False
        self.has_ended = False
        self._done = done
        self._fail = failed

    @Slot()
    def cancel(self) -> None:
        """Stop at the next report of progress."""
        self.is_cancelled = True

    def report(self, done: int, total: int) -> None:
        """Tell how far the work is; raises CancelledError once it is cancelled."""
        if self.is_cancelled:
            raise CancelledError
        self.progressed.emit(done, total)

    def end(self, result: Any, error: BaseException | None) -> None:
        """Hand over what came of the work, in the GUI thread."""
        self.has_ended = True
        self.ended.emit()
        if self.is_cancelled or isinstance(error, CancelledError):
            return
        if error is None:
            self._done(result)
        elif isinstance(error, Exception):
            self._fail(error)
        else:
            raise error


class Tasks(QObject):
    """Runs work in threads; results come back to the GUI thread."""

    started = Signal(object)
    """A ``Task``."""
    _ended = Signal(object, object, object)
    """A task, its result and its error: a signal of what outlives every task and thread."""

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._queue = QThreadPool(self)
        self._queue.setMaxThreadCount(1)
        self._running: set[Task] = set()
        # To a slot of an object of the GUI thread: a bare function would run in the worker.
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        title: str,
        work: Callable[[Report], Any],
        *,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        can_cancel: bool = False,
        in_turn: bool = False,
        owner: QObject | None = None,
        replaces: Task | None = None,
    ) -> Task:
        """Begin work; ``done`` gets its result, ``failed`` what it raised, unless cancelled.

        ``work`` must not touch widgets. ``can_cancel``: it tells its progress, and may
        be left undone. ``in_turn``: one such work at a time, beside all other, for what
        makes another program work. Once the ``owner`` is gone nobody is called any more.
        ``replaces``: earlier work whose result nobody wants now, though it may end later.
        """
        task = Task(title, done, failed, self, can_cancel=can_cancel)
        self._running.add(task)
        if replaces is not None:
            replaces.cancel()
        if owner is not None:
            owner.destroyed.connect(task.cancel)
        self.started.emit(task)

        def work_off() -> None:
            result, error = None, None
            try:
                result = work(task.report)
            except BaseException as raised:  # told to the person by whoever began the work
                error = raised
            self._ended.emit(task, result, error)

        (self._queue if in_turn else self._pool).start(work_off)
        return task

    @property
    def is_busy(self) -> bool:
        return bool(self._running)

    def close(self) -> None:
        """Cancel what runs and wait until it has stopped."""
        for task in self._running:
            task.cancel()
        self._pool.waitForDone()
        self._queue.waitForDone()

    @Slot(object, object, object)
    def _end(self, task: Task, result: Any, error: BaseException | None) -> None:
        self._running.discard(task)
        task.deleteLater()
        task.end(result, error)
