"""Work in the background comes back to the GUI thread, can be stopped, and tells its end."""

import gc
import threading
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread

from pressdesk.ui.tasks import Report, Tasks


@pytest.fixture
def tasks(qapp: Any) -> Iterator[Tasks]:
    made = Tasks(threads=2)
    yield made
    made.close()
    made.deleteLater()


def unexpected(value: object) -> None:
    raise AssertionError(value)


def test_the_result_comes_to_the_gui_thread(qtbot: Any, tasks: Tasks):
    seen: list[Any] = []

    def work(_: Report) -> int:
        seen.append(threading.get_ident())
        return 42

    def done(result: int) -> None:
        seen.extend((result, QThread.isMainThread()))

    task = tasks.run("Counting", work, done=done, failed=unexpected)
    qtbot.waitSignal(task.ended).wait()
    assert seen[0] != threading.get_ident()
    qtbot.waitUntil(lambda: seen[1:] == [42, True])
    assert not tasks.is_busy


def test_what_is_raised_comes_to_the_gui_thread_too(qtbot: Any, tasks: Tasks):
    seen: list[Exception] = []

    def work(_: Report) -> None:
        raise ValueError("no")

    tasks.run("Failing", work, done=unexpected, failed=seen.append)
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert isinstance(seen[0], ValueError)
    assert not tasks.is_busy


def test_cancelled_work_stops_at_its_next_report_and_calls_nobody(qtbot: Any, tasks: Tasks):
    begun, may_go_on = threading.Event(), threading.Event()
    reached: list[str] = []

    def work(report: Report) -> None:
        begun.set()
        may_go_on.wait(5)
        report(1, 2)
        reached.append("beyond")

    task = tasks.run("Waiting", work, done=unexpected, failed=unexpected)
    assert begun.wait(5)
    with qtbot.waitSignal(task.ended):
        task.cancel()
        may_go_on.set()
    assert reached == []


def test_of_work_that_is_replaced_nothing_is_told_however_late_it_ends(qtbot: Any, tasks: Tasks):
    may_end = threading.Event()
    told: list[str] = []

    def early(_: Report) -> str:
        may_end.wait(5)
        return "early"

    first = tasks.run("Reading", early, done=told.append, failed=unexpected)
    tasks.run("Reading", lambda _: "late", done=told.append, failed=unexpected, replaces=first)
    qtbot.waitUntil(lambda: told == ["late"])
    with qtbot.waitSignal(first.ended):
        may_end.set()
    assert told == ["late"]
    assert not tasks.is_busy


def test_progress_is_told(qtbot: Any, tasks: Tasks):
    told: list[tuple[int, int]] = []
    is_heard = threading.Event()

    def work(report: Report) -> None:
        is_heard.wait(5)
        for done in range(3):
            report(done, 3)

    task = tasks.run("Counting", work, done=lambda _: None, failed=unexpected)
    task.progressed.connect(lambda done, total: told.append((done, total)))
    is_heard.set()
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_many_at_once_all_come_back(qtbot: Any, tasks: Tasks):
    results: list[int] = []
    for number in range(50):
        tasks.run("Many", lambda _, n=number: n, done=results.append, failed=unexpected)
    qtbot.waitUntil(lambda: len(results) == 50)
    assert sorted(results) == list(range(50))


def test_work_in_turn_runs_alone_and_hinders_no_other(qtbot: Any, tasks: Tasks):
    may_go_on = threading.Event()
    running, most, order = [0], [0], list[str]()

    def work(name: str) -> str:
        running[0] += 1
        most[0] = max(most[0], running[0])
        may_go_on.wait(5)
        running[0] -= 1
        return name

    for name in ("first", "second", "third"):
        tasks.run(
            name,
            lambda _, name=name: work(name),
            done=order.append,
            failed=unexpected,
            in_turn=True,
        )
    tasks.run("Other", lambda _: "other", done=order.append, failed=unexpected)
    qtbot.waitUntil(lambda: order == ["other"])
    may_go_on.set()
    qtbot.waitUntil(lambda: len(order) == 4)
    assert (order, most) == (["other", "first", "second", "third"], [1])


def test_closing_waits_for_work_in_turn_too(qapp: Any):
    tasks, ended = Tasks(), list[bool]()

    def work(report: Report) -> None:
        try:
            while True:
                report(0, 0)
        finally:
            ended.append(True)

    tasks.run("Endless", work, done=unexpected, failed=unexpected, in_turn=True)
    tasks.close()
    assert ended == [True]


def test_a_task_that_ended_is_let_go_of(qtbot: Any, tasks: Tasks):
    ended: list[int] = []
    kept = weakref.WeakSet[Any]()
    for number in range(20):
        kept.add(tasks.run("Many", lambda _, n=number: n, done=ended.append, failed=unexpected))
    qtbot.waitUntil(lambda: len(ended) == 20)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert len(kept) == 0
