"""What was typed is in the journal, comes back after a crash, and goes only once it is saved."""

import datetime as dt
import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest
from msgspec.structs import replace

from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError
from pressdesk.storage.database import Database
from pressdesk.storage.fallback import Fallback
from pressdesk.storage.journal import BIN_DAYS, Journal, Row, Work
from pressdesk.storage.media import MediaStore
from pressdesk.storage.package import write_package
from pressdesk.storage.process import Owner, this_process
from tests.builders import RELEASE_ID, a_photo, a_release
from tests.storage.harm import overwrite_table

WORK = Work(id=UUID(int=1), doc_id=RELEASE_ID)
NOON = 1_772_712_000.0
GONE = replace(this_process("Anna Keller"), pid=2**22 + 5, start="1")


class Clock:
    now = NOON

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "data" / "journal.db")
    yield made
    made.close()


def journal_of(database: Database, owner: Owner = GONE, clock: Clock | None = None) -> Journal:
    media = MediaStore(database.path.parent / "media")
    return Journal(database, media, owner, clock or Clock())


def test_the_last_row_of_work_whose_process_is_gone_is_offered(database: Database):
    journal = journal_of(database)
    for word in ("one", "two", "three"):
        journal.write(WORK, a_release(headline=word), Assets())
    (found,) = journal.unsaved()
    assert found.row.release == a_release(headline="three")
    assert found.work == WORK
    assert found.user == "Anna Keller"
    assert found.row.at == NOON


def test_work_of_a_living_process_is_not_offered(database: Database):
    journal_of(database, this_process()).write(WORK, a_release(), Assets())
    assert journal_of(database).unsaved() == ()


def test_a_photo_is_kept_before_the_row_that_names_it(database: Database):
    assets, sha256 = Assets().with_bytes(b"picture")
    journal = journal_of(database)
    journal.write(WORK, a_release(photos=(a_photo(media=sha256),)), assets)
    assert (database.path.parent / "media" / sha256).read_bytes() == b"picture"
    assert journal.wanted_media() == {sha256}


def test_a_photo_that_lies_in_the_file_is_not_copied(database: Database):
    assets, sha256 = Assets().with_bytes(b"picture")
    release = a_release(photos=(a_photo(media=sha256),))
    journal_of(database).write(WORK, release, assets, in_file=assets)
    assert not (database.path.parent / "media").exists()


def test_a_photo_that_was_lost_does_not_keep_the_text_from_being_protected(database: Database):
    media = MediaStore(database.path.parent / "media")
    assets, sha256 = media.add(Assets(), b"picture")
    (database.path.parent / "media" / sha256).unlink()
    journal = journal_of(database)
    release = a_release(photos=(a_photo(media=sha256),))
    journal.write(WORK, release, assets)
    assert journal.unsaved()[0].row.release == release


def test_keys_of_a_newer_program_come_back_too(database: Database):
    journal = journal_of(database)
    journal.write(WORK, a_release(), Assets(), unknown={"mood": "glad"})
    assert journal.unsaved()[0].row.unknown == {"mood": "glad"}


def test_half_a_surrogate_pair_does_not_stop_the_journal(database: Database):
    journal = journal_of(database)
    journal.write(WORK, a_release(headline="River \ud83d museum"), Assets())
    assert journal.unsaved()[0].row.release.headline == "River museum".replace(" ", "  ", 1)


def test_what_was_saved_is_not_offered(database: Database):
    journal = journal_of(database)
    seq = journal.write(WORK, a_release(), Assets())
    with database.transaction() as connection:
        journal.end_save(connection, WORK, seq)
    assert journal.unsaved() == ()
    journal.write(WORK, a_release(headline="Typed on"), Assets())
    assert [each.row.release.headline for each in journal.unsaved()] == ["Typed on"]


def test_a_save_that_died_before_it_was_confirmed_is_understood(database: Database, tmp_path: Path):
    path, save_id = tmp_path / "r.press", UUID(int=9)
    journal = journal_of(database)
    seq = journal.write(WORK, a_release(), Assets())
    journal.begin_save(WORK, save_id, seq, path)
    now = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)
    write_package(path, a_release(), Assets(), save_id=save_id, saved_at=now)
    assert journal.unsaved() == ()


def test_a_save_that_died_before_the_file_was_replaced_is_unsaved(
    database: Database, tmp_path: Path
):
    path = tmp_path / "r.press"
    now = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)
    write_package(path, a_release(), Assets(), save_id=UUID(int=8), saved_at=now)
    journal = journal_of(database)
    seq = journal.write(WORK, a_release(headline="New"), Assets())
    journal.begin_save(WORK, UUID(int=9), seq, path)
    assert [each.row.release.headline for each in journal.unsaved()] == ["New"]


def test_discarded_work_lies_in_the_bin_for_thirty_days(database: Database):
    clock = Clock()
    journal = journal_of(database, clock=clock)
    journal.write(WORK, a_release(), Assets())
    journal.discard(WORK.id)
    assert journal.unsaved()[0].discarded == NOON
    clock.now += (BIN_DAYS - 1) * 86_400
    journal.clean()
    assert len(journal.unsaved()) == 1
    clock.now += 2 * 86_400
    journal.clean()
    assert journal.unsaved() == ()


def test_restored_work_stays_until_it_is_saved(database: Database):
    journal_of(database).write(WORK, a_release(), Assets())
    restoring = journal_of(database, this_process())
    assert restoring.adopt(WORK.id)
    assert restoring.unsaved() == ()
    with database.transaction() as connection:  # that process dies too
        line = connection.execute("SELECT owner FROM work").fetchone()[0]
        gone = line.replace(f'"pid":{os.getpid()}', '"pid":4194309')
        connection.execute("UPDATE work SET owner = ?", (gone,))
    assert len(journal_of(database).unsaved()) == 1


def test_work_is_restored_by_one_only(database: Database):
    journal_of(database).write(WORK, a_release(), Assets())
    parent = replace(this_process(), pid=os.getppid(), start=_start_of(os.getppid()))
    assert journal_of(database, parent).adopt(WORK.id)
    assert not journal_of(database, this_process()).adopt(WORK.id)


def _start_of(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]


def test_rows_are_thinned_as_they_age(database: Database):
    clock = Clock()
    journal = journal_of(database, clock=clock)
    for _ in range(3 * 60):
        clock.now += 20
        journal.write(WORK, a_release(), Assets())
    with database.transaction() as connection:
        ages = [
            clock.now - at for (at,) in connection.execute("SELECT at FROM row ORDER BY seq DESC")
        ]
    assert len([age for age in ages if age < 500]) == 25
    assert 40 < len([age for age in ages if age > 720]) < 60
    clock.now += 2 * 86_400
    journal.write(WORK, a_release(headline="Late"), Assets())
    with database.transaction() as connection:
        assert connection.execute("SELECT count(*) FROM row").fetchone() == (1,)


def test_replaced_text_does_not_stay_in_the_bytes_of_the_database(database: Database):
    journal = journal_of(database)
    journal.write(WORK, a_release(headline="SECRET-DRAFT"), Assets())
    with database.transaction() as connection:
        connection.execute("UPDATE work SET path = ?", ("SECRET-DRAFT-PATH",))
    journal.end(WORK)
    with database.transaction() as connection:
        assert connection.execute("SELECT count(*) FROM row").fetchone() == (0,)
    database.close()
    assert b"SECRET-DRAFT" not in database.path.read_bytes()


def test_a_row_that_was_damaged_gives_way_to_the_one_before(database: Database):
    journal = journal_of(database)
    journal.write(WORK, a_release(headline="Good"), Assets())
    seq = journal.write(WORK, a_release(headline="Bad"), Assets())
    with database.transaction() as connection:
        connection.execute("UPDATE row SET release = ? WHERE seq = ?", (b"x\x9c", seq))
    assert journal.unsaved()[0].row.release.headline == "Good"


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_row_of_which_one_byte_is_another_is_not_taken_for_right(
    database: Database, is_packed: bool
):
    journal = journal_of(database)
    journal.write(WORK, a_release(headline="Good"), Assets())
    seq = journal.write(WORK, a_release(headline="Another"), Assets())
    with database.transaction() as connection:
        query = "SELECT release FROM row WHERE seq = ?"
        (article,) = connection.execute(query, (seq,)).fetchone()
        other = article.replace(b"Another", b"Anotner")
        stored = zlib.compress(other) if is_packed else other
        connection.execute("UPDATE row SET release = ? WHERE seq = ?", (stored, seq))
    assert journal.unsaved()[0].row.release.headline == "Good"


def test_rows_of_before_the_last_ten_minutes_are_packed_and_read_as_ever(database: Database):
    clock = Clock()
    journal = journal_of(database, clock=clock)
    assets, media = Assets().with_bytes(b"picture")
    release = a_release(headline="Old", photos=(a_photo(media=media),))
    work = replace(WORK, id=UUID(int=5))
    journal.write(work, release, assets)
    clock.now += 700
    journal.write(WORK, a_release(headline="New"), Assets())
    with database.transaction() as connection:
        (old,), (new,) = connection.execute("SELECT release FROM row ORDER BY seq").fetchall()
    assert b'"New"' in new
    assert b'"Old"' not in old
    assert b'"Old"' in zlib.decompress(old)
    assert journal.last(work.id) == Row(seq=1, at=NOON, release=release)
    assert journal.wanted_media() == {media}


def test_a_row_stands_where_older_ones_can_not_be_thinned_out(database: Database):
    clock = Clock()
    journal = journal_of(database, clock=clock)
    for number in range(30):
        journal.write(WORK, a_release(headline=str(number)), Assets())
    clock.now += 700
    with database.transaction() as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE DELETE ON row BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    journal.write(WORK, a_release(headline="Typed"), Assets())
    database.close()
    assert journal.unsaved()[0].row.release.headline == "Typed"


def test_the_rows_of_an_older_program_are_read(database: Database):
    _with_rows_of_before(database)
    assert journal_of(database).unsaved()[0].row.release.headline == "Before"
    journal_of(database).write(WORK, a_release(headline="After"), Assets())
    assert journal_of(database).unsaved()[0].row.release.headline == "After"


def test_the_rows_of_an_older_program_are_taken_over_from_a_damaged_database(database: Database):
    _with_rows_of_before(database)
    overwrite_table(database, "place")
    assert journal_of(database).unsaved()[0].row.release.headline == "Before"
    assert database.damaged is not None


def _with_rows_of_before(database: Database) -> None:
    """Make of the row what the program wrote before it left rows unpacked."""
    journal_of(database).write(WORK, a_release(headline="Before"), Assets())
    with database.transaction() as connection:
        (article,) = connection.execute("SELECT release FROM row").fetchone()
        article = msgspec.json.format(article, indent=1)
        connection.execute(
            "UPDATE row SET release = ?, checksum = ?",
            (zlib.compress(article, 1), hashlib.sha256(article).hexdigest()),
        )
        connection.execute("ALTER TABLE row RENAME COLUMN checksum TO sha256")
    database.close()


def _with_three_hundred_works(database: Database) -> Journal:
    journal = journal_of(database)
    for number in range(300):
        work = Work(id=UUID(int=number), doc_id=RELEASE_ID)
        journal.write(work, a_release(headline=os.urandom(300).hex()), Assets())
    database.close()
    return journal


def test_a_damaged_database_is_kept_aside_and_its_rows_are_taken_over(database: Database):
    journal = _with_three_hundred_works(database)
    data = bytearray(database.path.read_bytes())
    for place in range(len(data) // 2 // 4096 * 4096, len(data) // 2 + 40_000):
        data[place] = 0xFF
    database.path.write_bytes(data)
    left = journal.unsaved()
    assert 100 < len(left) < 300
    assert {0, 299} <= {each.work.id.int for each in left}  # before the damage and after it
    assert database.damaged is not None
    assert database.damaged.read_bytes() == bytes(data)
    journal.write(WORK, a_release(headline="On we go"), Assets())
    assert "On we go" in {each.row.release.headline for each in journal.unsaved()}


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE work SET id = 'no id' WHERE id = ?1",
        "UPDATE work SET doc_id = 'no id' WHERE id = ?1",
        "UPDATE work SET save_id = 'no id' WHERE id = ?1",
        "UPDATE row SET work = 'no id' WHERE work = ?1",
        "DELETE FROM work WHERE id = ?1",
    ],
)
def test_work_of_which_only_the_rows_are_whole_is_offered_as_never_saved(
    database: Database, damage: str
):
    journal = journal_of(database)
    saved = replace(WORK, path=Path("/srv/mira/whole.press"))
    journal.write(saved, a_release(headline="Whole"), Assets())
    for headline in ("Before", "Harmed"):
        harmed = replace(saved, id=UUID(int=7))
        journal.write(harmed, a_release(headline=headline), Assets())
    with database.transaction() as connection:
        connection.execute(damage, (str(UUID(int=7)),))
    listed = journal.unsaved()
    assert journal.unsaved() == listed  # it is the same the next time
    found = {each.row.release.headline: each.work for each in listed}
    assert found.keys() == {"Whole", "Harmed"}
    assert found["Whole"] == saved
    assert found["Harmed"].path is None
    assert found["Harmed"].doc_id == RELEASE_ID
    assert journal.adopt(found["Harmed"].id)
    journal.discard(found["Harmed"].id)
    assert [bool(each.discarded) for each in journal.unsaved()].count(True) == 1


def test_rows_are_thinned_out_though_the_clock_was_set_back(database: Database):
    clock = Clock()
    journal = journal_of(database, clock=clock)
    journal.write(WORK, a_release(), Assets())
    clock.now = NOON - 30 * 86_400
    for second in range(3):
        clock.now += 1
        journal.write(WORK, a_release(headline=f"Second {second}"), Assets())
    clock.now += 2 * 86_400
    journal.write(WORK, a_release(headline="Two days later"), Assets())
    with database.reading() as connection:
        numbers = connection.execute("SELECT seq FROM row ORDER BY seq").fetchall()
    assert [seq for (seq,) in numbers] == [1, 5]


@pytest.mark.parametrize("at", [1e300, -1e300, 9e18])
def test_a_row_whose_time_is_damaged_is_offered_all_the_same(database: Database, at: float):
    journal = journal_of(database)
    journal.write(WORK, a_release(headline="Whole"), Assets())
    with database.transaction() as connection:
        connection.execute("UPDATE row SET at = ?", (at,))
    (found,) = journal.unsaved()
    assert found.row.release.headline == "Whole"
    assert dt.datetime.fromtimestamp(found.row.at, dt.UTC).year == 1970


@pytest.mark.parametrize("is_cut_off", [False, True])
def test_where_the_end_of_a_database_is_lost_the_rows_before_it_are_not(
    database: Database, is_cut_off: bool
):
    journal = _with_three_hundred_works(database)
    page = 16_384
    data = database.path.read_bytes()[:-page]
    database.path.write_bytes(data if is_cut_off else data + b"\xff" * page)
    assert len(journal.unsaved()) > 250
    assert database.damaged is not None
    assert sorted(path.name for path in database.path.parent.glob("*salvaged*")) == []


def test_whole_rows_between_two_damaged_places_are_taken_over_however_far_they_are(
    database: Database,
):
    journal = _with_three_hundred_works(database)
    with database.transaction() as connection:
        connection.execute("UPDATE row SET seq = seq + 4000000 WHERE seq > 200")
        connection.execute("UPDATE row SET seq = seq + 2000000 WHERE seq BETWEEN 101 AND 200")
        query = "SELECT release FROM row WHERE seq IN (50, 4000250)"
        texts = [bytes(release)[:400] for (release,) in connection.execute(query)]
        (page,) = connection.execute("PRAGMA page_size").fetchone()
    database.close()
    data = bytearray(database.path.read_bytes())
    for text in texts:
        start = data.index(text) // page * page
        data[start : start + page] = b"\xff" * page
    database.path.write_bytes(data)
    found = {each.work.id.int for each in journal.unsaved()}
    assert found >= set(range(100, 200))
    assert found >= {0, 299}
    assert len(found) < 300


def test_what_a_stopped_salvage_left_is_no_database_and_goes_after_a_day(database: Database):
    journal = journal_of(database)
    journal.write(WORK, a_release(headline="Whole"), Assets())
    left = database.path.with_name("journal-salvaged-20260305-120000-000000.db")
    left.write_bytes(b"half of it")
    database.close()
    assert journal.unsaved()[0].row.release.headline == "Whole"
    database.clear_leftovers(time.time() - 60)
    assert left.exists()
    database.clear_leftovers(time.time() + 60)
    assert not left.exists()
    assert journal.unsaved()[0].row.release.headline == "Whole"


def test_rows_that_find_no_room_stay_in_the_damaged_database(
    database: Database, monkeypatch: pytest.MonkeyPatch
):
    journal = _with_three_hundred_works(database)
    data = bytearray(database.path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 40_000] = b"\xff" * 40_000
    database.path.write_bytes(data)
    connect = sqlite3.connect

    def small(path: Path | str, *rest: Any, **more: Any) -> sqlite3.Connection:
        connection = connect(path, *rest, **more)
        if "salvaged" in str(path):
            connection.execute("PRAGMA max_page_count=14")
        return connection

    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", small)
        with pytest.raises(PressDeskError, match=r"full.*PD-JRN-001"):
            journal.unsaved()
    (damaged,) = database.path.parent.glob("journal-*.db")
    assert damaged.read_bytes() == bytes(data)
    assert len(journal.unsaved()) > 100
    assert database.damaged is not None
    assert database.damaged.read_bytes() == bytes(data)


def test_a_file_that_is_no_database_is_kept_aside(database: Database):
    database.path.parent.mkdir()
    database.path.write_bytes(b"no database " * 500)
    journal_of(database).write(WORK, a_release(), Assets())
    assert database.damaged is not None
    assert database.damaged.read_bytes().startswith(b"no database")


def test_a_database_deleted_while_it_is_open_is_made_anew(database: Database):
    journal = journal_of(database)
    journal.write(WORK, a_release(headline="Before"), Assets())
    database.path.unlink()
    journal.write(WORK, a_release(headline="After"), Assets())
    database.close()
    assert journal_of(database).unsaved()[0].row.release.headline == "After"


def test_a_database_that_another_holds_is_told_of(database: Database):
    journal = journal_of(database)
    journal.write(WORK, a_release(), Assets())
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(PressDeskError, match=r"not being protected.*locked.*PD-JRN-001"):
            journal.write(WORK, a_release(headline="Held up"), Assets())
        other.execute("ROLLBACK")
    journal.write(WORK, a_release(headline="Free again"), Assets())
    assert journal.unsaved()[0].row.release.headline == "Free again"


def test_the_second_folder_takes_work_on_a_file(tmp_path: Path):
    beside = Fallback(tmp_path / "second", GONE)
    work = replace(WORK, path=tmp_path / "museum.press", save_id=UUID(int=5))
    beside.write(work, a_release(), time.monotonic(), None)
    (found,) = beside.unsaved()
    assert found.work == work
    assert found.row.release == a_release()


def test_the_second_folder_gives_the_last_whole_line(tmp_path: Path):
    beside = Fallback(tmp_path / "second", GONE)
    known = replace(WORK, path=tmp_path / "r.press", save_id=UUID(int=3))
    for word in ("one", "two"):
        beside.write(known, a_release(headline=word), time.monotonic(), {"mood": "glad"})
    with (tmp_path / "second" / f"{WORK.id}.work").open("ab") as file:
        file.write(b'\n{"work": {"id": "cut o')
    beside.write(known, a_release(headline="three"), time.monotonic(), None)
    with (tmp_path / "second" / f"{WORK.id}.work").open("r+b") as file:
        file.truncate(file.seek(0, 2) - 20)
    (found,) = beside.unsaved()
    assert found.work == known
    assert found.row.release.headline == "two"
    assert found.row.unknown == {"mood": "glad"}
    beside.forget(WORK)
    assert beside.unsaved() == ()


@pytest.mark.parametrize("ending", ["", "-wal"])
def test_harm_to_its_files_does_not_take_what_is_written_after_it(tmp_path: Path, ending: str):
    database = Database(tmp_path / "data" / "journal.db", check_every_s=0)
    journal = journal_of(database)
    for number in range(400):  # it looks at them now and then
        with suppress(PressDeskError):  # a failure is told, and what comes next is written
            journal.write(WORK, a_release(headline=str(number)), Assets())
        if number == 10:
            harmed = database.path.with_name(f"{database.path.name}{ending}")
            harmed.write_bytes(bytes(harmed.stat().st_size // 2))
    for file in database.path.parent.glob("journal.db*"):  # as after a kill
        file.with_name(file.name.replace("journal", "kept")).write_bytes(file.read_bytes())
    other = Database(database.path.with_name("kept.db"))
    (found,) = journal_of(other).unsaved()
    other.close()
    database.close()
    assert found.row.release.headline == "399"


def test_damage_below_what_is_in_memory_is_noticed_and_what_follows_is_safe(tmp_path: Path):
    database = Database(tmp_path / "data" / "journal.db", check_every_s=0)
    journal = journal_of(database)
    for number in range(20):
        journal.write(WORK, a_release(headline=str(number)), Assets())
    with database.reading() as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'place'"
        number = connection.execute(query).fetchone()[0]
        page = connection.execute("PRAGMA page_size").fetchone()[0]
    with database.path.open("r+b") as file:
        file.seek((number - 1) * page)
        file.write(b"\xff" * page)

    def type_on() -> None:
        for number in range(1_000):  # it looks now and then
            journal.write(WORK, a_release(headline=f"typed on {number}"), Assets())

    with pytest.raises(PressDeskError, match=r"damaged while it was in use.*PD-JRN-001"):
        type_on()
    assert database.damaged is not None
    journal.write(WORK, a_release(headline="21"), Assets())
    database.close()
    other = Database(database.path)
    (found,) = journal_of(other).unsaved()
    other.close()
    assert found.row.release.headline == "21"


def test_killed_while_it_writes_the_journal_holds_what_it_said_it_holds(tmp_path: Path):
    code = (
        "import sys; from pathlib import Path; from uuid import UUID\n"
        "from tests.storage.test_journal import *\n"
        "journal = journal_of(Database(Path(sys.argv[1])), this_process())\n"
        "n = 0\n"
        "while True:\n"
        "    n += 1; journal.write(WORK, a_release(headline=str(n)), Assets())\n"
        "    print(n, flush=True)\n"
    )
    for attempt in range(5):
        path = tmp_path / str(attempt) / "journal.db"
        process = subprocess.Popen(
            [sys.executable, "-c", code, path], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        for _ in range(10 + 7 * attempt):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        told = process.stdout.read().split()
        process.wait()
        process.stdout.close()
        database = Database(path)
        (found,) = journal_of(database).unsaved()
        database.close()
        assert int(found.row.release.headline) >= int(told[-1] if told else 10 + 7 * attempt)
