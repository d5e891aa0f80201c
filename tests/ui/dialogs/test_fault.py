import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from pressdesk.ui.dialogs.fault import FaultDialog, Faults, install

SECRET = "The director resigns on Friday"


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "data" / "log" / "pressdesk.log"


@pytest.fixture
def faults(qapp: QApplication, window: QWidget, log: Path) -> Iterator[Faults]:
    faults = install(qapp, lambda: window, log)
    yield faults
    faults.remove()
    faults.deleteLater()


def fail(words: str = SECRET) -> None:
    """Fail as a slot does: nobody catches it, and Python calls the hook."""
    try:
        raise ValueError(words)
    except ValueError:
        kind, error, trace = sys.exc_info()
        assert kind is not None
        assert error is not None
        sys.excepthook(kind, error, trace)


def dialogs(window: QWidget) -> list[FaultDialog]:
    return [dialog for dialog in window.findChildren(FaultDialog) if dialog.isVisible()]


def press(dialog: FaultDialog, words: str) -> None:
    next(each for each in dialog.findChildren(QPushButton) if words in each.text()).click()


def test_a_fault_shows_a_dialog_and_is_logged(qtbot, faults: Faults, window: QWidget, log: Path):
    fail()
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    words = " ".join(label.text() for label in dialogs(window)[0].findChildren(QLabel))
    assert "Your text is as it was on the page." in words
    assert str(log) in words
    logged = log.read_text("utf-8")
    assert "builtins.ValueError" in logged
    assert "test_fault.py" in logged
    press(dialogs(window)[0], "Close")


def test_the_log_and_the_details_hold_no_words_of_the_release(
    qtbot, faults: Faults, window: QWidget, log: Path
):
    fail()
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    press(dialogs(window)[0], "Details")
    assert "ValueError" in QGuiApplication.clipboard().text()
    assert SECRET not in QGuiApplication.clipboard().text() + log.read_text("utf-8")
    assert str(Path.home()) not in log.read_text("utf-8")


def test_faults_in_a_row_show_one_dialog_and_are_all_logged(
    qtbot, faults: Faults, window: QWidget, log: Path
):
    for _ in range(5):
        fail()
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    QApplication.processEvents()
    assert len(dialogs(window)) == 1
    assert log.read_text("utf-8").count("ValueError") == 5
    press(dialogs(window)[0], "Close")
    qtbot.waitUntil(lambda: not dialogs(window))
    fail()
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)


def test_a_fault_in_a_thread_is_told_too(qtbot, faults: Faults, window: QWidget, log: Path):
    def work() -> None:
        raise KeyError(SECRET)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    assert "KeyError" in log.read_text("utf-8")


def test_a_copy_is_asked_for(qtbot, faults: Faults, window: QWidget):
    fail()
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    with qtbot.waitSignal(faults.copy_wanted):
        press(dialogs(window)[0], "Save a Copy")
    qtbot.waitUntil(lambda: not dialogs(window))


def test_warnings_of_qt_are_logged_without_a_dialog(faults: Faults, window: QWidget, log: Path):
    qWarning("a cable is loose")
    assert "WARNING Qt default: a cable is loose" in log.read_text("utf-8")
    QApplication.processEvents()
    assert not dialogs(window)


def test_the_log_is_rotated(faults: Faults, log: Path):
    for _ in range(60):
        qWarning("x" * 30_000)
    files = sorted(path.name for path in log.parent.iterdir())
    assert files == ["pressdesk.log", "pressdesk.log.1", "pressdesk.log.2"]
    assert all(path.stat().st_size < 600_000 for path in log.parent.iterdir())


def test_without_a_folder_for_the_log_the_dialog_still_comes(
    qtbot, qapp: QApplication, window: QWidget, tmp_path: Path, capsys
):
    (tmp_path / "file").write_text("")
    faults = install(qapp, lambda: window, tmp_path / "file" / "pressdesk.log")
    fail()
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    assert "ValueError" in capsys.readouterr().err
    faults.remove()


def test_without_a_window_the_dialog_offers_no_copy(qtbot, qapp: QApplication, log: Path):
    faults = install(qapp, lambda: None, log)
    fail()

    def shown() -> list[QWidget]:
        return [each for each in qapp.topLevelWidgets() if isinstance(each, FaultDialog)]

    qtbot.waitUntil(lambda: bool(shown()))
    assert not any("Copy…" in each.text() for each in shown()[0].findChildren(QPushButton))
    faults.remove()


def test_stopping_with_ctrl_c_is_no_fault(qapp, window: QWidget, log: Path):
    before = sys.excepthook
    heard: list[type[BaseException]] = []
    sys.excepthook = lambda kind, error, trace: heard.append(kind)
    faults = install(qapp, lambda: window, log)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    faults.remove()
    sys.excepthook = before
    assert heard == [KeyboardInterrupt]
    assert not log.exists()
