"""Several processes share the database, and none takes away what another has written."""

import select
import subprocess
import sys
from pathlib import Path
from threading import Thread
from uuid import UUID

import pytest
from msgspec.structs import replace

from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError
from pressdesk.storage.database import Database
from pressdesk.storage.journal import Work
from tests.builders import a_release
from tests.storage.harm import overwrite_table
from tests.storage.test_journal import WORK, journal_of

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
while not written:
    with suppress(PressDeskError):  # told; what is typed is written anew
        journal_of(database).write(THEIRS, a_release(headline="theirs"), Assets())
        written = True
print("written", flush=True)
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
        """Wait until it has written, or for half a second if it can't yet."""
        output = self._process.stdout
        assert output is not None
        assert output.readline() == "ready\n"
        select.select([output], [], [], 0.5)

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


def test_a_harmed_lock_keeps_nobody_out(path: Path):
    path.with_suffix(".lock").write_bytes(b"harm" * 500)
    assert kept(path) == {WORK: "ours"}
    assert path.with_suffix(".lock").read_bytes() == b""
