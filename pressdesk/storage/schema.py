"""The tables of the local database, and how those of before become today's."""

import datetime as dt
import sqlite3
from contextlib import suppress
from typing import Any
from uuid import UUID

SCHEMA = """
CREATE TABLE IF NOT EXISTS work (
    id TEXT PRIMARY KEY, doc_id TEXT NOT NULL, owner TEXT NOT NULL, path TEXT NOT NULL,
    save_id TEXT NOT NULL, discarded REAL
) STRICT;
CREATE TABLE IF NOT EXISTS row (
    seq INTEGER PRIMARY KEY, work TEXT NOT NULL, at REAL NOT NULL,
    saved INTEGER NOT NULL DEFAULT 0, checksum TEXT NOT NULL, release BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS intent (
    work TEXT PRIMARY KEY, save_id TEXT NOT NULL, seq INTEGER NOT NULL, path TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS version (
    doc_id BLOB NOT NULL, number INTEGER NOT NULL, save_id BLOB NOT NULL, at INTEGER NOT NULL,
    user TEXT NOT NULL, name TEXT NOT NULL, words INTEGER NOT NULL, added INTEGER NOT NULL,
    removed INTEGER NOT NULL, whole INTEGER NOT NULL, sha256 BLOB NOT NULL, delta BLOB NOT NULL,
    PRIMARY KEY (doc_id, number)
) STRICT;
CREATE TABLE IF NOT EXISTS place (
    path TEXT PRIMARY KEY, doc_id TEXT NOT NULL, at REAL NOT NULL
) STRICT;
"""
"""A version takes 70 bytes of text: its ids and hash are bytes and its time is microseconds since
1970, for as hexadecimal digits and an ISO date they took twice what the text takes."""

PAGE_BYTES = 16_384
"""SQLite's default is a quarter: a release is then written and flushed as many pieces."""
TABLES = ("work", "intent", "place", "version", "row")

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

Row = tuple[Any, ...]


def upgrade(connection: sqlite3.Connection) -> None:
    """Bring a database of before to today's tables.

    Raises sqlite3.Error; nothing is done once the connection is closed then.
    """
    if not _is_of_before(connection):
        return
    connection.execute("BEGIN IMMEDIATE")
    if _type_of(connection, "row", "sha256"):  # else another process was quicker
        connection.execute("ALTER TABLE row RENAME COLUMN sha256 TO checksum")
    if _type_of(connection, "version", "sha256") == "TEXT":
        _write_versions_anew(connection)
    connection.execute("COMMIT")


def as_today(table: str, row: Row) -> Row:
    """Give a row of any form of a table as one of today's. Raises ValueError if it is none."""
    if table != "version" or isinstance(row[0], bytes):
        return row
    doc_id, number, save_id, at, *between, sha256, delta = row
    try:
        then = dt.datetime.fromisoformat(at)
        return (
            *(UUID(doc_id).bytes, number, UUID(save_id).bytes),
            to_microseconds(then if then.tzinfo else then.replace(tzinfo=dt.UTC)),
            *(*between, bytes.fromhex(sha256), delta),
        )
    except (TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def to_microseconds(at: dt.datetime) -> int:
    """Give a time as microseconds since 1970."""
    return (at - _EPOCH) // dt.timedelta(microseconds=1)


def from_microseconds(at: int) -> dt.datetime:
    """Give back the time, in UTC. Raises OverflowError where no calendar has it."""
    return _EPOCH + dt.timedelta(microseconds=at)


def _write_versions_anew(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT * FROM version ORDER BY rowid").fetchall()
    connection.execute("DROP TABLE version")
    for statement in SCHEMA.split(";"):
        connection.execute(statement)
    for row in rows:
        with suppress(ValueError):  # what nobody can ask for
            connection.execute(
                "INSERT OR IGNORE INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                as_today("version", row),
            )


def _is_of_before(connection: sqlite3.Connection) -> bool:
    return bool(_type_of(connection, "row", "sha256")) or (
        _type_of(connection, "version", "sha256") == "TEXT"
    )


def _type_of(connection: sqlite3.Connection, table: str, column: str) -> str:
    """Give the type of a column; "" where the table has none of that name."""
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    return next((line[2] for line in columns if line[1] == column), "")
