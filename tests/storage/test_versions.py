"""Every save is a version: listed, read back equal, and small."""

import datetime as dt
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.storage.database import Database
from pressdesk.storage.versions import Version, Versions
from tests.builders import RELEASE_ID, a_paragraph, a_photo, a_release
from tests.storage.harm import overwrite_table

NOON = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "journal.db")
    yield made
    made.close()


def keep(database: Database, release: Release, **more: object) -> int:
    with database.transaction() as connection:
        return Versions(database).add(
            connection,
            release,
            save_id=UUID(int=more.pop("save", 1)),  # type: ignore[arg-type]
            at=NOON,
            user="Anna Keller",
            path=Path("/r.press"),
            **more,  # type: ignore[arg-type]
        )


def test_versions_are_listed_with_who_when_and_what_changed(database: Database):
    assert keep(database, a_release(), changed=(8, 0)) == 1
    assert keep(database, a_release(headline="Two"), save=2, changed=(3, 1), name="Sent") == 2
    two, one = Versions(database).list(RELEASE_ID)
    assert (one.number, one.user, one.at, one.words_added) == (1, "Anna Keller", NOON, 8)
    assert (two.name, two.words_added, two.words_removed, two.words) == ("Sent", 3, 1, 8)
    assert Versions(database).list(UUID(int=4)) == ()


def test_a_save_without_a_change_is_no_new_version_but_may_name_the_last(database: Database):
    keep(database, a_release())
    assert keep(database, a_release(), save=2) == 1
    assert keep(database, a_release(), save=3, name="As sent") == 1
    assert keep(database, a_release(), save=4) == 1
    (only,) = Versions(database).list(RELEASE_ID)
    assert (only.name, only.save_id) == ("As sent", UUID(int=4))


def test_a_second_name_is_another_version_and_the_first_name_stays(database: Database):
    keep(database, a_release(), name="As sent")
    assert keep(database, a_release(), save=2, name="As sent") == 1
    assert keep(database, a_release(), save=3, name="Approved") == 2
    versions = Versions(database)
    assert [each.name for each in versions.list(RELEASE_ID)] == ["Approved", "As sent"]
    assert versions.read(RELEASE_ID, 2).release == versions.read(RELEASE_ID, 1).release


def test_each_of_many_versions_is_read_back_equal(database: Database):
    releases = [
        a_release(headline=f"Headline {number}", body=(a_paragraph(f"Text {number}" * 20),))
        for number in range(120)
    ]
    for release in releases:
        keep(database, release, unknown={"mood": "glad"})
    versions = Versions(database)
    for number, release in enumerate(releases, start=1):
        kept = versions.read(RELEASE_ID, number)
        assert kept.release == release
        assert kept.unknown == {"mood": "glad"}
    assert versions.last_good(RELEASE_ID) == versions.read(RELEASE_ID, 120)


def test_two_hundred_versions_of_a_release_cost_less_than_fifty_kilobytes(database: Database):
    chance = random.Random(4)
    letters = "eeeetttaaaooiinnsshhrrdlucmwfgypbvk"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(450)]
    often = [1 / place for place in range(1, 451)]  # as words are in a language
    texts = [chance.choices(words, often, k=60) for _ in range(20)]

    def release() -> Release:
        paragraphs = (a_paragraph(" ".join(text), f"b{n}") for n, text in enumerate(texts))
        return a_release(body=tuple(paragraphs))

    with database.transaction():
        pass
    database.close()
    before = database.path.stat().st_size
    for number in range(200):
        text = chance.choice(texts)
        place = chance.randrange(len(text))
        text[place : place + chance.randint(0, 3)] = chance.choices(words, k=chance.randint(1, 5))
        assert keep(database, release(), save=number, changed=(4, 3)) == number + 1
    database.close()
    assert database.path.stat().st_size - before < 50_000  # with who, when and the hashes


def test_versions_of_an_older_program_are_read_and_new_ones_follow(database: Database):
    before = _with_versions_of_before(database)
    versions = Versions(database)
    assert versions.list(RELEASE_ID) == before
    assert [versions.read(RELEASE_ID, number).release.headline for number in (1, 2)] == ["1", "2"]
    assert keep(database, a_release(headline="2"), save=5) == 2  # no change
    assert keep(database, a_release(headline="3"), save=6) == 3
    assert versions.read(RELEASE_ID, 3).release.headline == "3"


def test_versions_of_an_older_program_open_with_an_odd_time_and_an_id_written_twice(
    database: Database,
):
    before = _with_versions_of_before(database)
    with closing(sqlite3.connect(database.path, isolation_level=None)) as connection:
        connection.execute("UPDATE version SET at = replace(at, '+00:00', '')")
        connection.execute(
            "INSERT INTO version SELECT '{' || doc_id || '}', number, save_id, at, user, 'Again',"
            " words, added, removed, whole, sha256, delta FROM version"
        )
    assert Versions(database).list(RELEASE_ID) == before


def test_versions_of_an_older_program_are_taken_over_from_a_damaged_database(database: Database):
    before = _with_versions_of_before(database)
    overwrite_table(database, "place")
    versions = Versions(database)
    assert versions.list(RELEASE_ID) == before
    assert versions.read(RELEASE_ID, 2).release.headline == "2"
    assert database.damaged is not None


def _with_versions_of_before(database: Database) -> tuple[Version, ...]:
    """Keep two versions, and write them as the program did before ids and hashes were bytes."""
    for number in (1, 2):
        keep(database, a_release(headline=str(number)), save=number, name=f"As sent {number}")
    listed = Versions(database).list(RELEASE_ID)
    database.close()
    with closing(sqlite3.connect(database.path, isolation_level=None)) as connection:
        rows = connection.execute("SELECT * FROM version").fetchall()
        connection.execute("DROP TABLE version")
        connection.execute(
            "CREATE TABLE version (doc_id TEXT NOT NULL, number INTEGER NOT NULL,"
            " save_id TEXT NOT NULL, at TEXT NOT NULL, user TEXT NOT NULL, name TEXT NOT NULL,"
            " words INTEGER NOT NULL, added INTEGER NOT NULL, removed INTEGER NOT NULL,"
            " whole INTEGER NOT NULL, sha256 TEXT NOT NULL, delta BLOB NOT NULL,"
            " PRIMARY KEY (doc_id, number)) STRICT"
        )
        for doc_id, number, save_id, _, *between, sha256, delta in rows:
            row = (str(UUID(bytes=doc_id)), number, str(UUID(bytes=save_id)), NOON.isoformat())
            connection.execute(
                f"INSERT INTO version VALUES ({', '.join('?' * 12)})",
                (*row, *between, sha256.hex(), delta),
            )
    return listed


def test_a_version_whose_facts_are_damaged_does_not_hide_the_others(database: Database):
    for number in range(1, 4):
        keep(database, a_release(headline=str(number)))
    with database.transaction() as connection:
        connection.execute("UPDATE version SET save_id = x'00' WHERE number = 3")
        connection.execute("UPDATE version SET at = 1 << 62 WHERE number = 2")
    versions = Versions(database)
    assert [each.number for each in versions.list(RELEASE_ID)] == [1]
    kept = versions.last_good(RELEASE_ID)
    assert kept is not None
    assert kept.release.headline == "1"


def test_a_damaged_version_is_refused_and_the_last_good_one_is_given(database: Database):
    for number in range(1, 5):
        keep(database, a_release(headline=str(number)))
    with database.transaction() as connection:
        connection.execute("UPDATE version SET delta = x'00' WHERE number = 3")
    versions = Versions(database)
    with pytest.raises(PressDeskError, match="PD-VER-002"):
        versions.read(RELEASE_ID, 4)
    kept = versions.last_good(RELEASE_ID)
    assert kept is not None
    assert kept.release.headline == "2"
    assert keep(database, a_release(headline="5")) == 5
    assert versions.read(RELEASE_ID, 5).release.headline == "5"


def test_a_version_that_is_not_there_is_said(database: Database):
    with pytest.raises(PressDeskError, match=r"Version 7 was not opened.*PD-VER-001"):
        Versions(database).read(RELEASE_ID, 7)


def test_photos_of_versions_and_the_place_of_the_release_are_known(database: Database):
    keep(database, a_release(photos=(a_photo(media="a" * 64),)))
    keep(database, replace(a_release(), photos=(a_photo(media="b" * 64),)))
    versions = Versions(database)
    assert versions.wanted_media() == {"a" * 64, "b" * 64}
    assert versions.release_at(Path("/r.press")) == RELEASE_ID
    assert versions.release_at(Path("/other.press")) is None
