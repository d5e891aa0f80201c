"""Unsaved work and versions on the command line: listed, shown, written back, never lost."""

import datetime as dt
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from pressdesk.cli import main
from pressdesk.model.assets import Assets
from pressdesk.paths import Paths
from pressdesk.recovery import list_unsaved
from pressdesk.safekeeping import Safekeeping
from pressdesk.saving import Order, save_release
from pressdesk.storage.disk import Disk
from pressdesk.storage.journal import Journal, Work
from pressdesk.storage.lock import Lock, claim, take
from pressdesk.storage.package import read_package
from pressdesk.storage.process import this_process
from tests.builders import RELEASE_ID, a_paragraph, a_photo, a_release
from tests.storage.harm import overwrite_table

WORK = Work(id=UUID("abcdef01-2345-4678-9abc-def012345678"), doc_id=RELEASE_ID)
GONE = replace(this_process("Anna Keller"), pid=2**22 + 5, start="1")
NOON = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)


class Desk:
    """A folder with a profile, and the command line run in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.safe = Safekeeping(Paths(folder / "profile"), "Anna Keller")
        self._capsys = capsys

    def run(self, *words: str | Path, code: int = 0) -> tuple[str, str]:
        arguments = ["pressdesk", *map(str, words), "--profile", str(self.folder / "profile")]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", arguments)
            with pytest.raises(SystemExit) as ended:
                main()
        out, err = self._capsys.readouterr()
        assert ended.value.code == code, err
        return out, err

    def crash(self, headline: str, path: Path | None = None, work: Work = WORK) -> None:
        """Leave work behind as a process does that was killed."""
        package = read_package(path) if path else None
        known = replace(work, path=path, save_id=package.manifest.save_id if package else None)
        assets, sha256 = Assets().with_bytes(b"picture")
        photos = (a_photo(media=sha256),)
        journal = Journal(self.safe.database, self.safe.media, GONE)
        journal.write(known, a_release(headline=headline, photos=photos), assets)

    def save(self, path: Path, headline: str) -> None:
        package = read_package(path) if path.exists() else None
        order = Order(
            path=path,
            release=a_release(headline=headline),
            assets=Assets(),
            work=Work(id=UUID(int=4), doc_id=RELEASE_ID),
            base=package,
            expected=package,
        )
        save_release(order, self.safe)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    made = Desk(tmp_path, capsys)
    yield made
    made.safe.close()


def test_nothing_unsaved_is_said(desk: Desk):
    assert desk.run("recover") == ("", "Nothing is unsaved.\n")
    assert json.loads(desk.run("recover", "--json")[0]) == {"unsaved": []}


def test_unsaved_work_is_listed_and_written_and_then_offered_no_more(desk: Desk):
    desk.crash("Never saved")
    out, _ = desk.run("recover")
    assert out.startswith("abcdef01  Never saved\n          not saved yet\n")
    assert "+8 words, −0 words, 1 photo" in out
    written, _ = desk.run("recover", "abcdef01", "-o", desk.folder / "back.press")
    assert written == f"{desk.folder / 'back.press'}\n"
    package = read_package(desk.folder / "back.press")
    assert package.release.headline == "Never saved"
    assert package.assets.read(package.release.photos[0].media) == b"picture"
    assert desk.run("recover")[0] == ""


def test_a_damaged_journal_is_told_with_what_is_left_of_it(desk: Desk):
    desk.crash("Never saved")
    desk.safe.close()
    overwrite_table(desk.safe.database, "place")
    out, told = desk.run("recover", "--json")
    (aside,) = desk.safe.database.path.parent.glob("journal-damaged-*.db")
    assert [each["headline"] for each in json.loads(out)["unsaved"]] == ["Never saved"]
    assert told == (
        "warning: The journal of unsaved work and versions was damaged. What could still be read"
        f" of it is back; “{aside}” is the damaged one. (PD-JRN-005)\n"
    )
    assert desk.run("recover", "abcdef01", "-o", desk.folder / "back.press")[1] == ""


def test_a_damaged_version_hides_no_unsaved_work(desk: Desk):
    path = desk.folder / "museum.press"
    desk.save(path, "Saved")
    desk.crash("Typed on", path)
    desk.crash("Never saved", work=replace(WORK, id=UUID(int=5)))
    path.unlink()
    with desk.safe.database.transaction() as connection:
        connection.execute("UPDATE version SET delta = x'00'")
    listed = json.loads(desk.run("recover", "--json")[0])["unsaved"]
    assert {each["headline"] for each in listed} == {"Typed on", "Never saved"}


def test_work_is_offered_until_the_disk_has_confirmed_its_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    desk.crash("Never saved")

    def refuse(_: Disk, __: Path) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(Disk, "flush_folder", refuse)
        _, told = desk.run("recover", "abcdef01", "-o", desk.folder / "back.press")
    assert "warning: " in told
    assert "not confirm" in told
    assert read_package(desk.folder / "back.press").release.headline == "Never saved"
    assert desk.safe.journal.last(WORK.id) is not None


def test_what_can_be_read_of_a_damaged_file_is_written_though_the_journal_fails(desk: Desk):
    path = desk.folder / "museum.press"
    desk.save(path, "Saved")
    path.write_bytes(path.read_bytes()[:-30])
    desk.safe.close()
    desk.safe.database.path.unlink()
    desk.safe.database.path.mkdir()
    desk.run("recover", path, "-o", desk.folder / "back.press")
    assert read_package(desk.folder / "back.press").release.headline == "Saved"


def test_a_version_is_restored_where_no_lock_can_be_written(desk: Desk):
    path = desk.folder / f"{'新' * 78}.press"  # with what a lock adds to it, too long
    desk.save(path, "One")
    desk.save(path, "Two")
    desk.run("versions", path, "restore", "1")
    assert read_package(path).release.headline == "One"


def test_an_import_replaces_no_release_that_somebody_has_open(desk: Desk):
    path, text = desk.folder / "museum.press", desk.folder / "other.md"
    desk.save(path, "Open")
    text.write_text("# Other\n\nText.\n", encoding="utf-8")
    lock = take(path, claim(desk.safe.owner, NOON, "PressDesk", None))
    assert isinstance(lock, Lock)
    _, told = desk.run("import", text, "-o", path, code=2)
    assert "Anna Keller" in told
    assert "PD-LCK-001" in told
    assert read_package(path).release.headline == "Open"
    lock.release()
    desk.run("import", text, "-o", path)
    assert read_package(path).release.headline == "Other"


def test_what_the_file_holds_already_is_not_offered(desk: Desk):
    path = desk.folder / "museum.press"
    desk.save(path, "Saved while the journal failed")
    saved = read_package(path)
    known = replace(WORK, path=path, save_id=UUID(int=99))  # of the save before
    journal = Journal(desk.safe.database, desk.safe.media, GONE)
    journal.write(known, saved.release, Assets())
    assert desk.run("recover")[1] == "Nothing is unsaved.\n"


def test_writing_one_leaves_the_others(desk: Desk):
    desk.crash("One")
    desk.crash("Two", work=replace(WORK, id=UUID(int=5)))
    desk.run("recover", "abcdef01", "-o", desk.folder / "one.press")
    (left,) = json.loads(desk.run("recover", "--json")[0])["unsaved"]
    assert left["headline"] == "Two"


@pytest.mark.parametrize("state", ["unchanged", "changed", "missing", "damaged"])
def test_what_became_of_the_file_is_told_and_it_stays_as_it_is(desk: Desk, state: str):
    path = desk.folder / "museum.press"
    desk.save(path, "Saved")
    desk.crash("Typed", path)
    if state == "changed":
        desk.save(path, "Tom's")
    elif state == "missing":
        path.unlink()
    elif state == "damaged":
        path.write_bytes(path.read_bytes()[:300])
    before = path.read_bytes() if path.exists() else None
    (found,) = json.loads(desk.run("recover", "--json")[0])["unsaved"]
    assert (found["file"], found["path"], found["saved_by"]) == (state, str(path), "Anna Keller")
    assert found["saved_at"] is not None
    desk.run("recover", "abcdef01", "-o", desk.folder / "back.press")
    assert (path.read_bytes() if path.exists() else None) == before
    assert read_package(desk.folder / "back.press").release.headline == "Typed"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("zz", "-o", "x.press"), "no unsaved work with this id"),
        (("abcdef01",), "Name the file to write"),
        (("abcdef01", "-o", "x.docx"), "ends with .press"),
    ],
)
def test_what_can_not_be_recovered_is_told(desk: Desk, words: tuple[str, ...], told: str):
    desk.crash("Typed")
    out, err = desk.run("recover", *words, code=2)
    assert out == ""
    assert told in err
    assert len(json.loads(desk.run("recover", "--json")[0])["unsaved"]) == 1


def test_versions_are_listed_shown_and_restored_as_a_new_one(desk: Desk):
    path = desk.folder / "museum.press"
    for word in ("One", "Two", "Three"):
        desk.save(path, word)
    out, _ = desk.run("versions", path)
    assert [line.split()[0] for line in out.splitlines()] == ["3", "2", "1"]
    assert "Anna Keller" in out
    assert "Versions   3 on this computer" in desk.run("show", path)[0]
    assert desk.run("versions", path, "show", "1")[0].startswith("One\n")
    assert json.loads(desk.run("versions", path, "show", "2", "--json")[0])["headline"] == "Two"
    assert desk.run("versions", path, "restore", "1")[0] == f"{path}\n"
    assert read_package(path).release.headline == "One"
    listed = json.loads(desk.run("versions", path, "--json")[0])["versions"]
    assert [each["number"] for each in listed] == [4, 3, 2, 1]
    assert listed[0]["name"] == "Version 1 restored"
    desk.run("versions", path, "restore", "3", "-o", desk.folder / "third.press")
    assert read_package(desk.folder / "third.press").release.headline == "Three"
    assert read_package(path).release.headline == "One"


def test_a_file_that_another_has_open_is_not_written(desk: Desk):
    path = desk.folder / "museum.press"
    desk.save(path, "One")
    desk.save(path, "Two")
    tom = replace(this_process("Tom Berg"), host="PC-12")
    take(path, claim(tom, read_package(path).manifest.saved_at, "PressDesk", None))
    _, err = desk.run("versions", path, "restore", "1", code=2)
    assert "Tom Berg on PC-12 has it open." in err
    assert read_package(path).release.headline == "Two"


def test_work_with_a_picture_that_its_file_lost_is_offered(desk: Desk):
    path = desk.folder / "museum.press"
    desk.save(path, "One")
    desk.crash("Two", path)
    (found,) = list_unsaved(desk.safe)
    package = read_package(path)
    order = Order(
        path=path,
        release=found.unsaved.row.release,
        assets=Assets(),
        work=Work(id=UUID(int=4), doc_id=RELEASE_ID),
        base=package,
        expected=package,
    )
    save_release(order, desk.safe)
    assert read_package(path).problems
    assert [each.id for each in list_unsaved(desk.safe)] == [found.id]


def test_work_that_was_saved_while_another_held_the_journal_is_not_offered(desk: Desk):
    path = desk.folder / "museum.press"
    desk.save(path, "One")
    package, release = read_package(path), a_release(headline="Two")
    work = replace(WORK, path=path, save_id=package.manifest.save_id)
    Journal(desk.safe.database, desk.safe.media, GONE).write(work, release, Assets())
    order = Order(
        path=path, release=release, assets=Assets(), work=work, base=package, expected=package
    )
    with closing(sqlite3.connect(desk.safe.database.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert save_release(order, desk.safe).warnings
    assert desk.run("recover") == ("", "Nothing is unsaved.\n")
    assert desk.safe.journal.last(work.id) is None


def test_a_damaged_file_comes_back_from_its_last_version(desk: Desk):
    path = desk.folder / "museum.press"
    desk.save(path, "One")
    desk.save(path, "Two")
    path.write_bytes(path.read_bytes()[:200])
    damaged = path.read_bytes()
    _, err = desk.run("recover", path, "-o", desk.folder / "back.press")
    assert err == "Recovered from version 2.\n"
    assert read_package(desk.folder / "back.press").release.headline == "Two"
    assert path.read_bytes() == damaged
    assert desk.run("versions", path, "show", "1")[0].startswith("One\n")


def test_a_damaged_file_without_versions_gives_what_can_be_read(desk: Desk):
    path = desk.folder / "museum.press"
    desk.save(path, "One")
    path.write_bytes(path.read_bytes()[:-100])
    desk.safe.close()
    for file in (desk.folder / "profile").glob("journal.db*"):
        file.unlink()
    _, err = desk.run("recover", path, "-o", desk.folder / "back.press")
    assert err == "Recovered from what could still be read.\n"
    assert read_package(desk.folder / "back.press").release.headline == "One"


def test_a_file_of_which_nothing_is_left_is_told(desk: Desk):
    path = desk.folder / "museum.press"
    path.write_bytes(b"nothing")
    _, err = desk.run("recover", path, "-o", desk.folder / "back.press", code=2)
    assert "no version or backup of it is on this computer" in err
    assert not (desk.folder / "back.press").exists()


def test_unsaved_work_of_a_killed_process_is_found_by_another(desk: Desk):
    code = (
        "import os, signal, sys; from pathlib import Path\n"
        "from tests.test_history import *\n"
        "safe = Safekeeping(Paths(Path(sys.argv[1])), 'Anna Keller')\n"
        "body = (a_paragraph('克 water & <b> 🙂 ' * 50 + 'end'),)\n"
        "safe.protect(WORK, a_release(body=body), Assets(), None)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(desk.folder / "profile")], check=False)
    desk.run("recover", "abcdef01", "-o", desk.folder / "back.press")
    body = (a_paragraph("克 water & <b> 🙂 " * 50 + "end"),)
    kept = read_package(desk.folder / "back.press").release
    assert kept.body == a_release(body=body).body
