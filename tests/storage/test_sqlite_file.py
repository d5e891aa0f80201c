"""A database is opened only where it is, under whatever name."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pressdesk.storage.sqlite_file import open_existing


@pytest.mark.parametrize("name", ["journal.db", "a b#c%20?mode=ro&d.db", "新闻稿.db"])
def test_a_database_is_found_by_its_name(tmp_path: Path, name: str):
    path = tmp_path / name
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE place (path TEXT)")
    with closing(open_existing(path)) as found:
        assert found.execute("SELECT name FROM sqlite_master").fetchall() == [("place",)]
        found.execute("INSERT INTO place VALUES ('/r.press')")
        found.commit()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_where_there_is_none_none_is_made(tmp_path: Path):
    with pytest.raises(sqlite3.OperationalError):
        open_existing(tmp_path / "journal.db")
    assert not list(tmp_path.iterdir())


def test_what_is_there_is_not_taken_for_a_new_one(tmp_path: Path):
    log = tmp_path / "journal.db-wal"
    log.write_bytes(b"of a database that comes to this name at this moment")
    with pytest.raises(sqlite3.OperationalError):
        open_existing(tmp_path / "journal.db")
    assert log.exists()
