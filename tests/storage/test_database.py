"""Several processes share the database, and none takes away what another has written."""

import os
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread, Timer
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError
from pressdesk.storage.database import Database
from pressdesk.storage.journal import Work
from pressdesk.storage.schema import PAGE_BYTES
from pressdesk.storage.versions import Versions
from tests.builders import RELEASE_ID, a_release
from tests.storage.harm import overwrite_start, overwrite_table
from tests.storage.test_journal import WORK, journal_of
from tests.storage.test_versions import keep

THEIRS = replace(WORK, id=UUID(int=2))

ANOTHER = """
import sys, time
from contextlib import suppress
from pathlib import Path
from tests.storage.test_database import *
from pressdesk.model.problem import PressDeskError
database = Database(Path(sys.argv[1]))
print("ready", flush=True)
written = False
until = time.monotonic() + 30
while not written and time.monotonic() < until:
    with suppress(PressDeskError):  # told; what is typed is written anew
        journal_of(database).write(THEIRS, a_release(headline="theirs"), Assets())
        written = True
print("written" if written else "gave up", flush=True)
sys.stdin.read()
"""
"""Opens the database, writes one row and then only stays, until it is stopped."""


class Another:
    """A second process that begins to use the database when it is told to."""

    def __init__(self, path: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", ANOTHER, path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def come(self) -> None:
        """Give it half a second to write, though it may not be able to yet."""
        output = self._process.stdout
        assert output is not None
        assert output.readline() == "ready\n"
        time.sleep(0.5)

    def go(self) -> None:
        """Wait until it has written, and stop it as a power failure would."""
        output = self._process.stdout
        assert output is not None
        assert output.readline() == "written\n"
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "journal.db"
    database = Database(path)
    journal_of(database).write(WORK, a_release(headline="ours"), Assets())
    database.close()
    return path


def kept(path: Path) -> dict[Work, str]:
    """What a program finds that starts after all the others were stopped."""
    database = Database(path)
    found = {each.work: each.row.release.headline for each in journal_of(database).unsaved()}
    database.close()
    return found


def test_another_begins_while_a_damaged_database_is_exchanged(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    overwrite_table(Database(path), "place")
    came: list[Another] = []
    rename = Path.rename

    def and_another_comes(old: Path, new: Path) -> Path:
        moved = rename(old, new)
        if not came:
            came.append(Another(path))
            came[0].come()
        return moved

    monkeypatch.setattr(Path, "rename", and_another_comes)
    database = Database(path)
    journal_of(database).write(WORK, a_release(headline="ours on"), Assets())
    assert database.damaged is not None
    came[0].go()
    database.close()
    assert kept(path) == {WORK: "ours on", THEIRS: "theirs"}


@pytest.mark.skipif(os.name == "nt", reason="Windows moves no file that is open")
@pytest.mark.parametrize("is_before", [True, False])
@pytest.mark.parametrize("is_first_page", [False, True])
def test_what_another_does_while_a_damaged_database_is_exchanged_is_done_or_told(
    path: Path, is_first_page: bool, is_before: bool, monkeypatch: pytest.MonkeyPatch
):
    other = Database(path)
    journal_of(other).unsaved()
    if is_first_page:
        overwrite_start(path, 16)
    else:
        overwrite_table(Database(path), "place")
    done: list[bool] = []
    rename = Path.rename

    def discard() -> None:
        try:
            journal_of(other).discard(WORK.id)
            done.append(True)
        except PressDeskError:
            done.append(False)

    def and_the_other_discards(old: Path, new: Path) -> Path:
        if is_before and not done:
            discard()
        moved = rename(old, new)
        if not done:
            discard()
        return moved

    monkeypatch.setattr(Path, "rename", and_the_other_discards)
    database = Database(path)
    (found,) = journal_of(database).unsaved()
    assert database.damaged is not None
    assert (found.discarded is not None) == done[0]
    database.close()
    other.close()


class Stopped(BaseException):
    """As Ctrl-C raises it."""


@pytest.mark.skipif(os.name == "nt", reason="Windows moves no file that is open")
@pytest.mark.parametrize("step", range(8))
@pytest.mark.parametrize("is_before", [True, False])
def test_an_exchange_that_was_stopped_is_finished(
    path: Path, step: int, is_before: bool, monkeypatch: pytest.MonkeyPatch
):
    idle = Database(path)  # without it there is no log
    idle.check()
    overwrite_table(idle, "place")
    steps: list[Path] = []

    def stop_at(work: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def moved(old: Path, new: Path) -> Path:
            steps.append(new)
            is_here = len(steps) == step + 1
            if is_here and is_before:
                raise Stopped
            given = work(old, new)
            if is_here:
                raise Stopped
            return given

        return moved

    with monkeypatch.context() as patched:
        for name in ("rename", "replace"):
            patched.setattr(Path, name, stop_at(getattr(Path, name)))
        with suppress(Stopped):
            journal_of(Database(path)).unsaved()
    assert len(steps) == min(step + 1, 7)
    if not path.exists() and is_before:
        path.touch()  # as SQLite leaves it where it finds none
        for file in path.parent.glob("journal-leaving-*.db"):
            file.with_name(file.name.replace("leaving", "salvaged")).write_bytes(b"half of it")
    database = Database(path)
    (found,) = journal_of(database).unsaved()
    assert found.row.release.headline == "ours"
    (aside,) = database.asides()
    assert aside == database.damaged or step > 5
    assert {file.name for file in path.parent.glob("journal*.db*")} == {
        *(f"journal.db{ending}" for ending in ("", "-wal", "-shm")),
        *(f"{aside.name}{ending}" for ending in ("", "-wal", "-shm")),
    }
    database.close()
    idle.close()


def test_a_log_that_cant_be_moved_is_not_left_to_the_new_database(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    overwrite_table(Database(path), "place")
    rename = Path.rename

    def refuse(old: Path, new: Path) -> Path:
        if old.name.endswith("-wal"):
            raise PermissionError(13, "It is in use", str(old))
        return rename(old, new)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", refuse)
        database = Database(path)
        with pytest.raises(PressDeskError, match=r"in use.*PD-JRN-001"):
            journal_of(database).unsaved()
        assert not path.exists()
    assert len(journal_of(database).unsaved()) == 1
    database.close()


@pytest.mark.parametrize("harmed_bytes", [16, 512, PAGE_BYTES])
@pytest.mark.parametrize("is_in_log", [False, True])
def test_what_lies_behind_a_harmed_first_page_is_read(
    path: Path, harmed_bytes: int, is_in_log: bool
):
    versions = [a_release(headline=f"Saved {number}") for number in range(100)]
    killed = Database(path)
    for number, release in enumerate(versions):
        keep(killed, release, save=number)
    journal_of(killed).write(THEIRS, a_release(headline="theirs"), Assets())
    if not is_in_log:
        killed.close()
    files = {file.name: file.read_bytes() for file in path.parent.glob("journal.db*")}
    killed.close()
    for name, data in files.items():
        path.with_name(name).write_bytes(data)
    overwrite_start(path, harmed_bytes)
    database = Database(path)
    found = {each.work: each.row.release.headline for each in journal_of(database).unsaved()}
    assert found == {WORK: "ours", THEIRS: "theirs"}
    history = Versions(database)
    listed = reversed(history.list(RELEASE_ID))
    assert [history.read(RELEASE_ID, each.number).release for each in listed] == versions
    assert database.damaged is not None
    assert not list(path.parent.glob("*-copy*"))
    database.close()


@pytest.mark.parametrize(
    ("place", "harm"),
    [(18, b"\xff"), (31, b"\2"), (47, b"\xff"), (None, b"CREATE TABLE row (")],
)
def test_a_harmed_header_does_not_hide_rows_or_keep_the_program_out(
    path: Path, place: int | None, harm: bytes
):
    data = bytearray(path.read_bytes())
    place = data.index(harm) if place is None else place
    data[place : place + len(harm)] = harm.replace(b"TABLE", b"~!#~~")
    path.write_bytes(data)
    database = Database(path)
    with suppress(PressDeskError):  # told; the next row is written
        journal_of(database).write(THEIRS, a_release(headline="theirs"), Assets())
    journal_of(database).write(THEIRS, a_release(headline="theirs"), Assets())
    assert database.damaged is not None
    database.close()
    assert kept(path) == {WORK: "ours", THEIRS: "theirs"}


def test_rows_that_are_refused_for_no_fault_of_theirs_are_not_given_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    overwrite_table(Database(path), "place")
    connect = sqlite3.connect

    def refuse(name: Path | str, *rest: Any, **more: Any) -> sqlite3.Connection:
        connection = connect(name, *rest, **more)
        if "salvaged" in str(name):
            denied = (sqlite3.SQLITE_INSERT, "row")
            connection.set_authorizer(
                lambda *what: sqlite3.SQLITE_DENY if what[:2] == denied else sqlite3.SQLITE_OK
            )
        return connection

    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", refuse)
        with pytest.raises(PressDeskError, match=r"PD-JRN-001"):
            journal_of(Database(path)).unsaved()
    assert kept(path) == {WORK: "ours"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_what_is_put_in_place_is_for_its_owner_only(path: Path):
    database = Database(path, check_every_s=0)
    database.check()
    overwrite_table(database, "place")
    with pytest.raises(PressDeskError, match="PD-JRN-001"):
        database.check()
    assert database.damaged is not None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    database.close()


def test_a_log_that_went_already_is_not_replaced(path: Path):
    idle = Database(path)
    journal_of(idle).write(THEIRS, a_release(headline="theirs"), Assets())
    leaving = path.with_name("journal-leaving-20260305-120000-000000.db")
    for ending in ("", "-wal", "-shm"):
        file = path.with_name(f"{path.name}{ending}")
        leaving.with_name(f"{leaving.name}{ending}").write_bytes(file.read_bytes())
        file.unlink()
    idle.close()
    path.with_name(f"{path.name}-wal").write_bytes(b"of no database")
    assert kept(path) == {WORK: "ours", THEIRS: "theirs"}
    assert not list(path.parent.glob("journal-leaving*"))


def test_a_table_that_is_not_there_hides_no_other(path: Path):
    database = Database(path)
    for number in range(20):
        keep(database, a_release(headline=str(number)), save=number)
    with database.transaction() as connection:
        connection.execute("DROP TABLE place")  # as in a database from before there was one
        connection.execute("CREATE TABLE moved (number INTEGER)")
        connection.execute("CREATE TABLE version_now AS SELECT * FROM version")
        connection.execute("DROP TABLE version")
        connection.execute("ALTER TABLE version_now RENAME TO version")
    database.close()
    overwrite_table(database, "intent")
    assert len(Versions(database).list(RELEASE_ID)) == 20
    assert database.damaged is not None
    database.close()
    assert kept(path) == {WORK: "ours"}


@pytest.mark.skipif(os.name == "nt", reason="Windows moves no file that is open")
def test_two_that_find_the_damage_exchange_the_database_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    slow = Database(path)
    journal_of(slow).unsaved()
    overwrite_table(Database(path), "place")
    quick = Database(path)

    def find_damage() -> None:
        with pytest.raises(PressDeskError, match="PD-JRN-001"), slow.reading() as connection:
            connection.execute("SELECT * FROM place").fetchall()

    finding = Thread(target=find_damage)
    rename = Path.rename

    def while_the_other_finds_it_too(old: Path, new: Path) -> Path:
        if not finding.ident:
            finding.start()
            finding.join(0.3)  # it waits until the quick one is done
        return rename(old, new)

    monkeypatch.setattr(Path, "rename", while_the_other_finds_it_too)
    journal_of(quick).write(THEIRS, a_release(headline="theirs"), Assets())
    finding.join()
    assert slow.damaged is None
    assert quick.damaged is not None
    assert [file.name for file in path.parent.glob("*-damaged-*.db")] == [quick.damaged.name]
    assert len(journal_of(slow).unsaved()) == 2
    slow.close()
    quick.close()


def test_the_lock_needs_no_room_on_the_disk(path: Path, monkeypatch: pytest.MonkeyPatch):
    overwrite_table(Database(path), "place")
    beside: set[str] = set()
    rename = Path.rename

    def look(old: Path, new: Path) -> Path:
        beside.update(file.name for file in path.parent.glob("*.lock*"))
        return rename(old, new)

    monkeypatch.setattr(Path, "rename", look)
    assert kept(path) == {WORK: "ours"}
    assert beside == {"journal.lock"}
    assert path.with_suffix(".lock").read_bytes() == b""


def test_who_can_wait_waits_until_another_has_opened_it(path: Path):
    lock = sqlite3.connect(path.with_suffix(".lock"), isolation_level=None, check_same_thread=False)
    database = Database(path)
    with closing(lock):
        lock.execute("BEGIN EXCLUSIVE")
        opened = Timer(0.5, lambda: lock.execute("ROLLBACK"))
        opened.start()
        with pytest.raises(PressDeskError, match="PD-JRN-001"), database.transaction(0):
            pass
        with database.transaction(30) as connection:
            assert connection.execute("SELECT count(*) FROM row").fetchone() == (1,)
        opened.join()
    database.close()


def test_a_harmed_lock_keeps_nobody_out(path: Path):
    path.with_suffix(".lock").write_bytes(b"harm" * 500)
    assert kept(path) == {WORK: "ours"}
    assert path.with_suffix(".lock").read_bytes() == b""
