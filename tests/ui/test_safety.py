"""Nothing is lost in the window: journal, recovery, locks, conflicts, versions, damaged files."""

import datetime as dt
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from pressdesk import recovery
from pressdesk.model.assets import Assets
from pressdesk.model.release import Release
from pressdesk.safekeeping import Safekeeping
from pressdesk.storage.fallback import Fallback
from pressdesk.storage.journal import Journal, Work
from pressdesk.storage.lock import Lock, claim, lock_path, look, take, take_over
from pressdesk.storage.package import read_package, write_package
from pressdesk.storage.process import this_process
from pressdesk.ui import recent_list
from pressdesk.ui.controls.cards import Card
from pressdesk.ui.dialogs.compare import CompareDialog
from pressdesk.ui.dialogs.recovery import RecoveryDialog
from pressdesk.ui.dialogs.version_name import VersionNameDialog
from pressdesk.ui.dialogs.versions import VersionsDialog
from pressdesk.ui.document import Document
from pressdesk.ui.protection import Protection
from pressdesk.ui.protection_bar import ProtectionBar
from pressdesk.ui.window import MainWindow
from tests.builders import a_paragraph, a_photo, a_release
from tests.storage.harm import overwrite_table
from tests.ui.windows import Script, trigger, type_into

GONE = replace(this_process("Anna Keller"), pid=2**22 + 5, start="1")
TOM = replace(this_process("Tom Berg"), host="PC-12")
NOON = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)

T = TypeVar("T", bound=QWidget)


def a_file(folder: Path, name: str = "museum.press", save: int = 1, **fields: Any) -> Path:
    path = folder / name
    release = a_release(**fields)
    write_package(path, release, Assets(), save_id=UUID(int=save), saved_at=NOON)
    return path


def document_of(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


def protection_of(window: MainWindow) -> Protection:
    assert window.protection is not None
    return window.protection


def rows(window: MainWindow) -> list[Release]:
    """What the journal holds of a window's work, the newest last."""
    found = window.program.safe.journal.last(document_of(window).work.id)
    return [found.release] if found else []


def dialog_of(qtbot: Any, window: MainWindow, kind: type[T]) -> T:
    found: list[T] = []

    def is_there() -> bool:
        found[:] = [each for each in window.findChildren(kind) if each.isVisible()]
        return bool(found)

    qtbot.waitUntil(is_there)
    return found[0]


def button(parent: QWidget, text: str) -> QPushButton:
    return next(
        each
        for each in parent.findChildren(QPushButton)
        if each.text().replace("&", "").startswith(text) and each.isVisible()
    )


def texts_of(parent: QWidget) -> list[str]:
    return [label.text() for label in parent.findChildren(QLabel)]


def press(qtbot: Any, parent: QWidget, text: str) -> None:
    """Press a button as the system does: not where another window stands before this one."""
    assert QTest.qWaitForWindowExposed(parent)
    pressed = button(parent, text)
    place = pressed.mapTo(parent, pressed.rect().center())
    QTest.mouseClick(parent.windowHandle(), Qt.MouseButton.LeftButton, pos=place)


def leave_behind(
    safe: Safekeeping, release: Release, path: Path | None = None, number: int = 1
) -> Work:
    """Put work into the journal as a process does that was killed then."""
    save_id = read_package(path).manifest.save_id if path else None
    work = Work(id=UUID(int=number), doc_id=release.id, path=path, save_id=save_id)
    assets, sha256 = Assets().with_bytes(b"picture")
    photos = tuple(replace(photo, media=sha256) for photo in release.photos)
    journal = Journal(safe.database, safe.media, GONE)
    journal.write(work, replace(release, photos=photos), assets)
    return work


# The journal


def test_what_is_typed_is_in_the_journal_and_the_status_bar_says_so(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    window.open_release(a_file(tmp_path))
    type_into(window, "bodyEditor", "Typed. ")
    qtbot.waitUntil(lambda: protection_of(window).protected_at is not None)
    assert rows(window) == [document_of(window).release]
    texts = [label.text() for label in window.status.findChildren(QLabel)]
    assert any(text.startswith("● Typing protected ") for text in texts)


def test_typing_on_and_on_does_not_put_it_off(qtbot: Any, window: MainWindow, tmp_path: Path):
    window.open_release(a_file(tmp_path))
    seen: list[str] = []
    protection_of(window).changed.connect(lambda: seen.append(rows(window)[0].headline))
    typed = type_into(window, "headlineField", "")
    for _ in range(30):
        QTest.keyClicks(typed, "x")
        qtbot.wait(100)
    assert len(seen) >= 2
    qtbot.waitUntil(lambda: rows(window) == [document_of(window).release])


def test_a_step_that_is_not_typing_is_written_at_once(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    window.open_release(a_file(tmp_path))
    document = document_of(window)
    with qtbot.waitSignal(protection_of(window).changed, timeout=900):
        document.apply(replace(document.release, deck="Pasted"), "Paste")
    assert rows(window)[0].deck == "Pasted"


def test_so_much_deleted_is_written_at_once(qtbot: Any, window: MainWindow, tmp_path: Path):
    window.open_release(a_file(tmp_path, body=(a_paragraph("word " * 60),)))
    document = document_of(window)
    changed = replace(document.release, body=(a_paragraph("left"),))
    with qtbot.waitSignal(protection_of(window).changed, timeout=900):
        document.apply(changed, "Delete", merge="typing")
    assert rows(window) == [changed]


def test_a_release_that_was_never_saved_is_protected_with_its_photos(
    qtbot: Any, window: MainWindow
):
    window.files.sample()
    document = document_of(window)
    document.apply(replace(document.release, deck="New"), "Type")
    qtbot.waitUntil(lambda: protection_of(window).protected_at is not None)
    media = window.program.safe.media
    assert all(media.holds(photo.media) for photo in document.release.photos)


def test_saving_and_undoing_everything_leave_nothing_to_recover(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    window.open_release(a_file(tmp_path))
    type_into(window, "deckField", "Saved")
    qtbot.waitUntil(lambda: bool(rows(window)))
    trigger(window, "file.save")
    qtbot.waitUntil(lambda: not window.isWindowModified() and not rows(window))
    type_into(window, "deckField", "More ")
    qtbot.waitUntil(lambda: bool(rows(window)))
    while document_of(window).is_modified:
        trigger(window, "edit.undo")
    qtbot.waitUntil(lambda: not rows(window))


def test_what_is_discarded_on_closing_lies_in_the_bin(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    window.open_release(a_file(tmp_path))
    type_into(window, "deckField", "Thrown away")
    program = window.program
    script.choices.append("discard")
    window.close()
    qtbot.waitUntil(lambda: not program.windows)
    qtbot.waitUntil(lambda: len(program.safe.journal.unsaved()) == 1)
    (left,) = program.safe.journal.unsaved()
    assert left.row.release.deck == "Thrown away"
    assert left.discarded is not None


def test_a_journal_that_fails_is_told_in_red_and_what_is_typed_is_safe_elsewhere(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    window.open_release(a_file(tmp_path))
    type_into(window, "deckField", "a")
    qtbot.waitUntil(lambda: bool(rows(window)))
    program = window.program
    with closing(sqlite3.connect(program.paths.journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        type_into(window, "deckField", "b")
        bar = window.findChild(ProtectionBar)
        assert bar is not None
        qtbot.waitUntil(lambda: "kept in a second folder only" in bar.words)
        assert "locked" in bar.words
        assert "⚠ Typing kept in a second folder" in texts_of(window.status)
        qtbot.waitUntil(lambda: any(program.paths.fallback.glob("*.work")))
        other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: bar.words == "")
    assert rows(window) == [document_of(window).release]
    assert not any(program.paths.fallback.glob("*.work"))


def test_a_save_of_which_no_version_is_kept_says_so(qtbot: Any, window: MainWindow, tmp_path: Path):
    path = a_file(tmp_path)
    window.open_release(path)
    type_into(window, "deckField", "a")
    qtbot.waitUntil(lambda: bool(rows(window)))
    with closing(sqlite3.connect(window.program.paths.journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        trigger(window, "file.save")
        qtbot.waitUntil(lambda: not window.isWindowModified(), timeout=10_000)
        assert window.status.notice.startswith("Saved, but no version of it is kept here.")
        assert "locked" in window.status.notice
        other.execute("ROLLBACK")
    assert read_package(path).release.deck == "a"


def test_a_journal_that_was_deleted_is_written_anew_without_a_key(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    window.open_release(a_file(tmp_path))
    type_into(window, "deckField", "Typed")
    qtbot.waitUntil(lambda: bool(rows(window)))
    for file in window.program.paths.journal.parent.glob("journal.db*"):
        file.unlink()
    qtbot.waitUntil(window.program.paths.journal.exists)
    qtbot.waitUntil(lambda: rows(window) == [document_of(window).release])


def test_where_the_second_folder_fails_too_that_is_told(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    window.open_release(a_file(tmp_path))
    type_into(window, "deckField", "a")
    qtbot.waitUntil(lambda: bool(rows(window)))
    window.program.paths.fallback.write_bytes(b"")  # where there should be a folder
    with closing(sqlite3.connect(window.program.paths.journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        type_into(window, "deckField", "b")
        bar = window.findChild(ProtectionBar)
        assert bar is not None
        qtbot.waitUntil(lambda: "not being protected" in bar.words)
        assert "A second folder failed too" in bar.words
        assert "⚠ Typing not protected" in texts_of(window.status)
        other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: bar.words == "")


def test_while_the_journal_does_not_answer_the_second_folder_keeps_what_is_typed(
    qtbot: Any, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    may_go_on, bar = _type_on_a_stalled_disk(qtbot, window, tmp_path, monkeypatch)
    qtbot.waitUntil(lambda: "in a second folder only" in bar.words, timeout=10_000)
    assert "not answered" in bar.words
    assert len(list(window.program.paths.fallback.glob("*.work"))) == 1
    may_go_on.set()
    qtbot.waitUntil(lambda: bar.words == "")
    assert rows(window) == [document_of(window).release]
    assert list(window.program.paths.fallback.glob("*.work")) == []


def test_where_the_second_folder_does_not_answer_either_that_is_told(
    qtbot: Any, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    may_go_on, bar = _type_on_a_stalled_disk(qtbot, window, tmp_path, monkeypatch)
    _stall(monkeypatch, window.program.safe.fallback, may_go_on)
    qtbot.waitUntil(lambda: "not being protected" in bar.words, timeout=10_000)
    may_go_on.set()
    qtbot.waitUntil(lambda: bar.words == "")
    assert rows(window) == [document_of(window).release]


def test_where_all_is_undone_while_the_journal_does_not_answer_nothing_is_warned_of(
    qtbot: Any, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    may_go_on, bar = _type_on_a_stalled_disk(qtbot, window, tmp_path, monkeypatch)
    qtbot.waitUntil(lambda: "in a second folder only" in bar.words, timeout=10_000)
    while document_of(window).is_modified:
        trigger(window, "edit.undo")
    qtbot.waitUntil(lambda: bar.words == "", timeout=10_000)
    assert not may_go_on.is_set()
    may_go_on.set()
    qtbot.waitUntil(lambda: rows(window) == [])
    assert list(window.program.paths.fallback.glob("*.work")) == []


def test_what_is_typed_after_a_save_while_the_journal_does_not_answer_is_told_of_too(
    qtbot: Any, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    may_go_on, bar = _type_on_a_stalled_disk(qtbot, window, tmp_path, monkeypatch)
    qtbot.waitUntil(lambda: "in a second folder only" in bar.words, timeout=10_000)
    trigger(window, "file.save")
    qtbot.waitUntil(lambda: not window.isWindowModified(), timeout=10_000)
    qtbot.waitUntil(lambda: not window.program.tasks.is_busy)
    assert bar.words == ""
    type_into(window, "deckField", "c")
    qtbot.waitUntil(lambda: "in a second folder only" in bar.words, timeout=10_000)
    may_go_on.set()
    qtbot.waitUntil(lambda: bar.words == "")
    qtbot.waitUntil(lambda: rows(window) == [document_of(window).release])


def test_a_second_folder_that_answers_after_the_save_warns_of_nothing(
    qtbot: Any, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    may_go_on, bar = _type_on_a_stalled_disk(qtbot, window, tmp_path, monkeypatch)
    second_may_go_on = threading.Event()
    _stall(monkeypatch, window.program.safe.fallback, second_may_go_on)
    qtbot.waitUntil(lambda: window.program.tasks.is_busy, timeout=10_000)
    trigger(window, "file.save")
    qtbot.waitUntil(lambda: not window.isWindowModified(), timeout=10_000)
    second_may_go_on.set()
    qtbot.waitUntil(lambda: not window.program.tasks.is_busy)
    assert bar.words == ""
    may_go_on.set()


def _type_on_a_stalled_disk(
    qtbot: Any, window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[threading.Event, ProtectionBar]:
    """Type into a release whose journal answers no more until the event is set."""
    window.open_release(a_file(folder))
    type_into(window, "deckField", "a")
    qtbot.waitUntil(lambda: bool(rows(window)))
    may_go_on = threading.Event()
    _stall(monkeypatch, window.program.safe.journal, may_go_on)
    type_into(window, "deckField", "b")
    bar = window.findChild(ProtectionBar)
    assert bar is not None
    return may_go_on, bar


def _stall(
    monkeypatch: pytest.MonkeyPatch, kept: Journal | Fallback, may_go_on: threading.Event
) -> None:
    """Let what is written wait, as for a disk that does not answer."""

    def wait(*args: Any, **more: Any) -> Any:
        may_go_on.wait(20)
        return write(*args, **more)

    write = kept.write
    monkeypatch.setattr(kept, "write", wait)


# Recovery


def test_unsaved_work_is_shown_on_the_start_screen_and_restored_as_unsaved(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    path = a_file(tmp_path, headline="Saved")
    before = path.read_bytes()
    release = a_release(headline="Typed and never saved", photos=(a_photo(),))
    work = leave_behind(window.program.safe, release, path)
    window.program.recovered_changed.emit()
    note = window.findChild(QWidget, "recoveredNote")
    assert note is not None
    qtbot.waitUntil(note.isVisible)
    assert "Typed and never saved" in note.accessibleName()
    window.offer_recovery()
    dialog = dialog_of(qtbot, window, RecoveryDialog)
    button(dialog, "Restore").click()
    qtbot.waitUntil(lambda: window.document is not None)
    document = document_of(window)
    assert document.release.headline == "Typed and never saved"
    assert document.assets.read(document.release.photos[0].media) == b"picture"
    assert document.path == path
    assert window.isWindowModified()
    assert path.read_bytes() == before
    assert document.work.id == work.id
    trigger(window, "edit.undo")
    assert document.release.headline == "Saved"
    trigger(window, "edit.redo")
    trigger(window, "file.save")
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert read_package(path).release.headline == "Typed and never saved"
    qtbot.waitUntil(lambda: window.program.safe.journal.last(work.id) is None)


def test_a_journal_that_was_damaged_is_told_once_at_the_start(
    qtbot: Any, window: MainWindow, script: Script
):
    safe = window.program.safe
    leave_behind(safe, a_release(headline="Typed and never saved"))
    safe.close()
    overwrite_table(safe.database, "place")
    window.offer_recovery()
    dialog = dialog_of(qtbot, window, RecoveryDialog)
    (told,) = script.told
    assert "was damaged" in told
    assert str(safe.database.damaged) in told
    dialog.close()
    window.offer_recovery()
    dialog_of(qtbot, window, RecoveryDialog).close()
    assert len(script.told) == 1


def test_a_journal_that_was_damaged_while_in_use_is_told_at_the_next_start(
    qtbot: Any, window: MainWindow, script: Script
):
    before = Safekeeping(window.program.paths, "Anna Keller")
    leave_behind(before, a_release(headline="Typed and never saved"))
    before.close()
    overwrite_table(before.database, "place")
    before.unsaved()
    before.close()
    assert before.database.damaged is not None
    window.offer_recovery()
    dialog_of(qtbot, window, RecoveryDialog).close()
    (told,) = script.told
    assert str(before.database.damaged) in told


def test_the_note_of_unsaved_work_is_the_one_read_last(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch
):
    leave_behind(window.program.safe, a_release(headline="Typed and never saved"))
    may_end = threading.Event()
    readings: list[int] = []

    def list_slowly_at_first(safe: Safekeeping) -> tuple[recovery.Recoverable, ...]:
        readings.append(len(readings))
        is_first = len(readings) == 1
        found = list_unsaved(safe)
        if is_first:
            may_end.wait(5)
        return found

    list_unsaved = recovery.list_unsaved
    monkeypatch.setattr(recovery, "list_unsaved", list_slowly_at_first)
    note = window.findChild(QWidget, "recoveredNote")
    assert note is not None
    window.program.recovered_changed.emit()
    qtbot.waitUntil(lambda: len(readings) == 1)
    (found,) = list_unsaved(window.program.safe)
    window.program.safe.discard(found.unsaved)
    window.program.recovered_changed.emit()
    qtbot.waitUntil(lambda: len(readings) == 2)
    qtbot.wait(50)  # the second is shown by now
    may_end.set()
    qtbot.waitUntil(lambda: not window.program.tasks.is_busy)
    assert not note.isVisible()


def test_work_on_a_file_that_another_saved_is_restored_without_its_place(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    path = a_file(tmp_path, headline="Saved")
    leave_behind(window.program.safe, a_release(headline="Typed"), path)
    a_file(tmp_path, save=2, headline="Tom's")
    trigger(window, "file.recover")
    dialog = dialog_of(qtbot, window, RecoveryDialog)
    assert any(
        "changed since by somebody else" in each.text() for each in dialog.findChildren(QLabel)
    )
    button(dialog, "Restore").click()
    qtbot.waitUntil(lambda: window.document is not None)
    document = document_of(window)
    assert document.release.headline == "Typed"
    assert document.path is None
    assert document.suggested == path.with_name("museum (copy).press")
    assert window.isWindowModified()
    assert read_package(path).release.headline == "Tom's"


def test_a_restored_release_is_locked_as_any_that_is_open(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    path = a_file(tmp_path, headline="Saved")
    leave_behind(window.program.safe, a_release(headline="Typed"), path)
    trigger(window, "file.recover")
    button(dialog_of(qtbot, window, RecoveryDialog), "Restore").click()
    qtbot.waitUntil(lambda: window.document is not None)
    held = look(path)
    assert held is not None
    assert held.holder is not None
    assert held.holder.owner.pid == window.program.safe.owner.pid


def test_work_on_a_file_that_another_has_open_is_restored_without_its_place(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    path = a_file(tmp_path, headline="Saved")
    leave_behind(window.program.safe, a_release(headline="Typed"), path)
    theirs = lock_as_tom(path)
    trigger(window, "file.recover")
    button(dialog_of(qtbot, window, RecoveryDialog), "Restore").click()
    qtbot.waitUntil(lambda: window.document is not None)
    document = document_of(window)
    assert document.release.headline == "Typed"
    assert document.path is None
    assert document.suggested == path.with_name("museum (copy).press")
    assert window.isWindowModified()
    assert theirs.is_ours
    qtbot.waitUntil(lambda: "Tom Berg has “museum.press” open" in window.status.notice)
    trigger(window, "edit.undo")
    assert document.release.headline == "Saved"


def test_enter_presses_the_button_that_has_the_focus(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    leave_behind(window.program.safe, a_release(headline="Typed"), None)
    trigger(window, "file.recover")
    dialog = dialog_of(qtbot, window, RecoveryDialog)
    assert button(dialog, "Restore").hasFocus()
    QTest.keyClick(button(dialog, "Restore"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.document is not None)
    assert document_of(window).release.headline == "Typed"


def test_recovered_work_is_compared_copied_and_discarded(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    path = a_file(tmp_path, headline="Saved")
    leave_behind(window.program.safe, a_release(headline="Typed", photos=(a_photo(),)), path)
    other = a_release(headline="Other", photos=(a_photo(),))
    leave_behind(window.program.safe, other, None, number=2)
    trigger(window, "file.recover")
    dialog = dialog_of(qtbot, window, RecoveryDialog)
    told = [text for text in texts_of(dialog) if text.startswith("Recovered up to")]
    assert [text.endswith(" · 1 photo changed") for text in told] == [False, True]
    assert [text.endswith(" · 1 photo") for text in told] == [True, False]
    cards = {
        text: [each for each in dialog.findChildren(QPushButton) if text in each.accessibleName()]
        for text in ("Typed", "Other")
    }
    [compare, copy] = cards["Typed"][1:3]
    compare.click()
    comparing = dialog_of(qtbot, window, CompareDialog)
    assert not comparing.comparison.is_empty
    press(qtbot, comparing, "Close")
    qtbot.waitUntil(lambda: not window.findChildren(CompareDialog))
    script.saves.append(tmp_path / "back")
    copy.click()
    qtbot.waitUntil((tmp_path / "back.press").exists)
    assert read_package(tmp_path / "back.press").release.headline == "Typed"
    qtbot.waitUntil(lambda: len(dialog.findChildren(QPushButton, "")) < 9)
    button(dialog, "Discard").click()
    qtbot.waitUntil(
        lambda: [each.discarded is None for each in window.program.safe.unsaved()] == [False]
    )
    assert [each.row.release.headline for each in window.program.safe.unsaved()] == ["Other"]


def test_nothing_to_recover_is_said(qtbot: Any, window: MainWindow):
    trigger(window, "file.recover")
    dialog = dialog_of(qtbot, window, RecoveryDialog)
    texts = [each.text() for each in dialog.findChildren(QLabel)]
    assert "Everything is saved." in texts
    assert "There is no work to recover." in texts
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# Two people


def lock_as_tom(path: Path) -> Lock:
    lock = take(path, claim(TOM, NOON, "PressDesk", None))
    assert isinstance(lock, Lock)
    return lock


def test_an_open_release_is_locked_until_its_window_closes(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    path = a_file(tmp_path)
    window.open_release(path)
    held = look(path)
    assert held is not None
    assert held.holder is not None
    assert held.holder.save_id == UUID(int=1)
    program = window.program
    assert window.close()
    assert program.windows == []
    assert not lock_path(path).exists()


@pytest.mark.parametrize("answer", ["read", "copy", "take", ""])
def test_a_release_that_another_has_open_is_asked_about(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path, answer: str
):
    path = a_file(tmp_path)
    theirs = lock_as_tom(path)
    script.choices.append(answer)
    window.open_release(path)
    assert script.choices == []
    if not answer:
        assert window.document is None
        return
    document = document_of(window)
    assert document.release == a_release()
    assert theirs.is_ours == (answer != "take")
    assert document.is_read_only == (answer == "read")
    assert (document.path is None) == (answer == "copy")
    assert window.windowTitle().endswith("museum.press, for reading)[*] — PressDesk") == (
        answer == "read"
    )
    if answer != "take":
        type_into(window, "deckField", "Mine")
        script.saves.append(tmp_path / "mine.press")
        trigger(window, "file.save")
        qtbot.waitUntil(lambda: not window.isWindowModified())
        assert script.suggested == path.with_name("museum (copy).press")
        assert read_package(tmp_path / "mine.press").release.deck == "Mine"
        assert read_package(path).release == a_release()


def test_a_file_that_another_has_open_is_not_saved_over(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    other = a_file(tmp_path, "other.press", headline="Tom's")
    lock_as_tom(other)
    window.open_release(a_file(tmp_path))
    script.saves.append(other)
    trigger(window, "file.save-as")
    assert "Tom Berg has it open." in script.told[0]
    assert read_package(other).release.headline == "Tom's"


def test_a_file_open_in_another_window_is_not_saved_over(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    other = a_file(tmp_path, "other.press", headline="Other")
    window.open_release(a_file(tmp_path))
    window.open_release(other)
    script.saves.append(other)
    trigger(window, "file.save-as")
    assert "has it open" in script.told[0]
    assert read_package(other).release.headline == "Other"


@pytest.mark.parametrize("answer", ["compare", "open", ""])
def test_what_another_saved_is_left_and_both_are_shown(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path, answer: str
):
    path = a_file(tmp_path, deck="Before")
    window.open_release(path)
    a_file(tmp_path, save=2, deck="Theirs")
    theirs = path.read_bytes()
    type_into(window, "headlineField", "Mine ")
    script.choices.append(answer)
    trigger(window, "file.save")
    qtbot.waitUntil(lambda: not script.choices)
    document = document_of(window)
    assert path.read_bytes() == theirs
    assert document.path is not None
    assert document.path != path
    assert document.path.name.startswith("museum (")
    assert read_package(document.path).release.headline.startswith("Mine ")
    assert not window.isWindowModified()
    if answer == "compare":
        dialog = dialog_of(qtbot, window, CompareDialog)
        assert (dialog.comparison.words_added, dialog.comparison.words_removed) == (2, 1)
        button(dialog, "Open Theirs").click()
    if answer:
        qtbot.waitUntil(lambda: len(window.program.windows) == 2)
        other = window.program.windows[-1]
        assert isinstance(other, MainWindow)
        assert document_of(other).release.deck == "Theirs"
    type_into(window, "headlineField", "More ")
    trigger(window, "file.save")
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert path.read_bytes() == theirs


def test_the_one_who_was_taken_over_is_told_and_loses_nothing(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    path = a_file(tmp_path)
    window.open_release(path)
    held = look(path)
    assert held is not None
    take_over(path, held, claim(TOM, NOON, "PressDesk", None))
    window.locks.beat()
    qtbot.waitUntil(lambda: "Tom Berg has “museum.press” open" in window.status.notice)
    type_into(window, "deckField", "Mine")
    script.choices.append("")
    trigger(window, "file.save")
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert script.asked[-1].startswith("Tom Berg saved or took over “museum.press”")
    assert read_package(path).release == a_release()
    own = document_of(window).path
    assert own is not None
    assert read_package(own).release.deck == "Mine"


def test_a_copy_that_a_sync_client_made_is_offered_to_be_compared(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    path = a_file(tmp_path, headline="Mine")
    copy = a_file(tmp_path, "museum (conflicted copy 2026-03-05).press", save=2, headline="Theirs")
    a_file(tmp_path, "museum (1).press", headline="The very same save")
    a_file(tmp_path, "museum (2).press", save=3, id=UUID(int=8), headline="Another release")
    window.open_release(path)
    qtbot.waitUntil(lambda: "is the same release with other text" in window.status.notice)
    assert copy.name in window.status.notice
    window.status.mend()
    dialog = dialog_of(qtbot, window, CompareDialog)
    assert (dialog.comparison.words_added, dialog.comparison.words_removed) == (1, 1)


# Versions


def save_as(qtbot: Any, window: MainWindow, headline: str) -> None:
    document = document_of(window)
    document.apply(replace(document.release, headline=headline), "Type")
    trigger(window, "file.save")
    qtbot.waitUntil(lambda: not window.isWindowModified())


def test_versions_are_listed_compared_and_restored_with_undo(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    path = a_file(tmp_path, headline="First")
    window.open_release(path)
    for word in ("Second", "Third"):
        save_as(qtbot, window, word)
    trigger(window, "file.versions")
    dialog = dialog_of(qtbot, window, VersionsDialog)
    listed = [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]
    assert [item.text(0) for item in listed if item] == ["3", "2", "1"]
    assert listed[2] is not None
    assert listed[2].text(2) == "elsewhere"
    count = document_of(window).release.words
    told = [item.text(3) for item in listed if item]
    assert told == [f"{count}  (+1 −1)", f"{count}  (+1 −1)", str(count)]
    dialog.list.setCurrentItem(listed[2])  # pyright: ignore[reportArgumentType]
    button(dialog, "Compare").click()
    comparing = dialog_of(qtbot, window, CompareDialog)
    assert comparing.comparison.words_added == 1
    press(qtbot, comparing, "Close")
    qtbot.waitUntil(lambda: not window.findChildren(CompareDialog))
    button(dialog, "Restore").click()
    document = document_of(window)
    qtbot.waitUntil(lambda: document.release.headline == "First")
    assert window.isWindowModified()
    assert document.undo_label == "Restore version 1"
    trigger(window, "edit.undo")
    assert document.release.headline == "Third"
    trigger(window, "edit.redo")
    trigger(window, "file.save")
    qtbot.waitUntil(lambda: not window.isWindowModified())
    versions = window.program.safe.versions.list(document.release.id)
    assert [each.number for each in versions] == [4, 3, 2, 1]
    assert read_package(path).release.headline == "First"


def test_a_version_is_kept_under_a_name(qtbot: Any, window: MainWindow, tmp_path: Path):
    window.open_release(a_file(tmp_path))
    type_into(window, "deckField", "Ready")
    trigger(window, "file.keep-version")
    dialog = dialog_of(qtbot, window, VersionNameDialog)
    assert not button(dialog, "Keep").isEnabled()
    QTest.keyClicks(dialog.field, "As sent to the director")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.isWindowModified())
    newest = window.program.safe.versions.list(document_of(window).release.id)[0]
    assert newest.name == "As sent to the director"
    trigger(window, "file.versions")
    versions = dialog_of(qtbot, window, VersionsDialog)
    item = versions.list.topLevelItem(0)
    assert item is not None
    assert item.text(4) == "As sent to the director"


def test_two_versions_are_compared_and_one_opens_as_a_copy(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    window.open_release(a_file(tmp_path, headline="First"))
    for word in ("Second", "Third words"):
        save_as(qtbot, window, word)
    trigger(window, "file.versions")
    dialog = dialog_of(qtbot, window, VersionsDialog)
    dialog.list.topLevelItem(0).setSelected(True)  # pyright: ignore[reportOptionalMemberAccess]
    dialog.list.topLevelItem(1).setSelected(True)  # pyright: ignore[reportOptionalMemberAccess]
    assert not button(dialog, "Restore").isEnabled()
    button(dialog, "Compare").click()
    comparing = dialog_of(qtbot, window, CompareDialog)
    assert (comparing.comparison.words_added, comparing.comparison.words_removed) == (2, 1)
    comparing.close()
    dialog.list.topLevelItem(1).setSelected(False)  # pyright: ignore[reportOptionalMemberAccess]
    button(dialog, "Open as Copy").click()
    qtbot.waitUntil(lambda: len(window.program.windows) == 2)
    other = window.program.windows[-1]
    assert isinstance(other, MainWindow)
    assert document_of(other).release.headline == "Third words"
    assert document_of(other).path is None
    assert other.isWindowModified()


# Damaged files


@pytest.mark.parametrize("answer", ["version", "backup", "readable", ""])
def test_of_a_damaged_file_what_is_left_is_offered(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path, answer: str
):
    path = a_file(tmp_path, headline="Whole")
    safe, package = window.program.safe, read_package(path)
    safe.note_opened(path, package)
    assert package.held is not None
    safe.backups.keep(package.held, package.release.id, NOON.date())
    path.write_bytes(path.read_bytes()[:-30])
    damaged = path.read_bytes()
    script.choices.append(answer)
    window.open_release(path)
    assert script.choices == []
    assert script.offered == [("readable", "version", "backup")]
    assert path.read_bytes() == damaged
    if not answer:
        assert window.document is None
        return
    document = document_of(window)
    assert document.release.headline == "Whole"
    assert document.path is None
    assert window.isWindowModified()
    assert document.suggested is not None
    assert document.suggested != path


def test_a_recent_release_that_is_damaged_is_offered_and_one_that_is_gone_leaves_the_list(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    damaged, gone = a_file(tmp_path, "damaged.press"), a_file(tmp_path, "gone.press")
    window.program.safe.note_opened(damaged, read_package(damaged))
    for path in (damaged, gone):
        window.program.remember(path)
    damaged.write_bytes(damaged.read_bytes()[:-30])
    gone.unlink()
    window.start.refresh()

    def rows_now() -> dict[str, Card]:
        cards = window.start.findChildren(Card)
        return {card.accessibleName(): card for card in cards if card.accessibleDescription()}

    qtbot.waitUntil(lambda: {"damaged", "gone"} <= set(rows_now()))
    rows_now()["gone"].click()
    qtbot.waitUntil(lambda: "gone" not in rows_now())
    assert window.program.store.recent.paths == (str(damaged),)
    script.choices.append("version")
    rows_now()["damaged"].click()
    assert document_of(window).release == a_release()


def test_the_list_of_recent_releases_is_the_one_read_last(
    qtbot: Any, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    first, second = (a_file(tmp_path, f"{name}.press", headline=name) for name in "ab")
    may_end = threading.Event()

    def read_slowly_at_first(paths: tuple[str, ...]) -> list[recent_list.RecentRelease]:
        found = read_recent(paths)
        if len(paths) < 2:
            may_end.wait(5)
        return found

    read_recent = recent_list.read_recent
    monkeypatch.setattr(recent_list, "read_recent", read_slowly_at_first)
    window.program.remember(first)
    window.program.remember(second)
    shown = window.start.findChild(recent_list.RecentList)
    assert shown is not None

    def names() -> set[str]:
        return {card.accessibleName() for card in shown.findChildren(Card)}

    qtbot.waitUntil(lambda: names() == {"a", "b"})
    may_end.set()
    qtbot.waitUntil(lambda: not window.program.tasks.is_busy)
    qtbot.wait(50)  # rows that are taken out go a moment later
    assert names() == {"a", "b"}


def test_a_file_of_which_nothing_is_left_is_told(
    window: MainWindow, script: Script, tmp_path: Path
):
    path = tmp_path / "museum.press"
    path.write_bytes(b"PK nonsense")
    window.open_release(path)
    assert len(script.told) == 1
    assert "PD-DOC-002" in script.told[0]


def test_a_release_is_saved_though_its_file_was_deleted(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    window.files.sample()
    path = tmp_path / "sample.press"
    script.saves.append(path)
    with qtbot.waitSignal(document_of(window).saved, timeout=10_000):
        trigger(window, "file.save")
    path.unlink()
    save_as(qtbot, window, "On and on")
    kept = read_package(path)
    assert kept.problems == ()
    assert all(kept.assets.read(photo.media) for photo in kept.release.photos)


def test_a_disk_that_refuses_keeps_the_changes_and_says_what_to_do(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    folder = tmp_path / "share"
    folder.mkdir()
    path = a_file(folder)
    window.open_release(path)
    type_into(window, "deckField", "Typed")
    qtbot.waitUntil(lambda: bool(rows(window)))
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    trigger(window, "file.save")
    qtbot.waitUntil(lambda: bool(script.told))
    assert "is not a folder that exists" in script.told[0]
    assert window.isWindowModified()
    assert rows(window) == [document_of(window).release]
