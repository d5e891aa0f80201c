"""What a damaged database still gives: its rows, one by one, into a new one."""

import shutil
import sqlite3
import time
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from pressdesk.storage.schema import PAGE_BYTES, SCHEMA, TABLES, as_today
from pressdesk.storage.sqlite_file import code, open_existing

_LAST_NUMBER = 2**63 - 1
_LOOK_S = 0.2
"""How long whole rows are looked for in the damaged part of a table: typing waits for it."""
_UNREAD = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_CANTOPEN,
)
"""What may be read the next time: no damage."""
_NO_ROW = (
    0,
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_CONSTRAINT,
    sqlite3.SQLITE_MISMATCH,
    sqlite3.SQLITE_TOOBIG,
)
"""What a table says of values that are no row of it; all else is no fault of theirs."""


def salvage(damaged: Path, target: Path) -> None:
    """Copy what a damaged database still gives into a new one.

    Raises OSError or sqlite3.Error where that has no room, or where another keeps the damaged
    one from being read; nothing is left of the new one then.
    """
    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as new:
            new.execute(f"PRAGMA page_size={PAGE_BYTES}")
            new.executescript(SCHEMA)
            whole, found = _tables_found(damaged)
            _copy_tables(damaged, new, found)
            hidden = [each for each in TABLES if each not in whole]
            if hidden:
                with _with_first_page(damaged, target) as copy:
                    _copy_tables(copy, new, hidden)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


@contextmanager
def _with_first_page(damaged: Path, new: Path) -> Generator[Path]:
    """Give a copy of a damaged database with the first page of a new one.

    The first page says what kind of file it is and where each table begins. Where it is harmed
    nothing of the others can be reached; but a new database has its tables in the same places.
    """
    copy = new.with_name(f"{new.name}-copy")
    log, log_of_copy = (file.with_name(f"{file.name}-wal") for file in (damaged, copy))
    try:
        with suppress(FileNotFoundError):  # the log first: what it holds may go into the file
            shutil.copyfile(log, log_of_copy)
        shutil.copyfile(damaged, copy)
        pages = copy.stat().st_size // PAGE_BYTES
        with new.open("rb") as file:
            first = bytearray(file.read(PAGE_BYTES))
        first[18:20] = b"\2\2"  # there is a log (https://www.sqlite.org/fileformat2.html, 1.3)
        first[28:32] = pages.to_bytes(4, "big")
        with copy.open("r+b") as file:
            file.write(first)
        yield copy
    finally:
        for file in (copy, log_of_copy, copy.with_name(f"{copy.name}-shm")):
            file.unlink(missing_ok=True)


def _tables_found(damaged: Path) -> tuple[list[str], list[str]]:
    """Tell which tables can be reached from the first page; and first which of them wholly."""
    size = damaged.stat().st_size
    with closing(open_existing(damaged)) as connection:
        _read_on(connection)
        try:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            (page,) = connection.execute("PRAGMA page_size").fetchone()
        except sqlite3.Error as error:
            _raise_if_unread(error)
            return [], []
        found = [each for each in TABLES if _is_found(connection, each)]
    return (found if pages * page >= size else []), found


def _is_found(connection: sqlite3.Connection, table: str) -> bool:
    try:
        connection.execute(f"SELECT 1 FROM {table} LIMIT 0")  # noqa: S608 - our names
    except sqlite3.Error as error:
        _raise_if_unread(error)
        return False
    return True


def _copy_tables(damaged: Path, new: sqlite3.Connection, tables: list[str]) -> None:
    for table in tables:
        columns = new.execute(f"PRAGMA table_info({table})").fetchall()
        with closing(open_existing(damaged)) as old:
            _read_on(old)
            new.execute("BEGIN")  # one flush for a table, not two for each row
            _copy_rows(old, new, table, ", ".join("?" * len(columns)))
            new.execute("COMMIT")


def _read_on(damaged: sqlite3.Connection) -> None:
    with suppress(sqlite3.Error):
        damaged.execute("PRAGMA writable_schema=ON")  # else a file cut off is refused


def _raise_if_unread(error: sqlite3.Error) -> None:
    if code(error) in _UNREAD:
        raise error


def _copy_rows(old: sqlite3.Connection, new: sqlite3.Connection, table: str, marks: str) -> None:
    """Read a table row by row, and step over those that can't be read."""
    insert = f"INSERT OR IGNORE INTO {table} VALUES ({marks})"  # noqa: S608 - our names
    for number in _row_numbers(old, table):
        try:
            row = old.execute(f"SELECT * FROM {table} WHERE rowid = ?", (number,)).fetchone()  # noqa: S608
        except sqlite3.Error as error:
            _raise_if_unread(error)
            continue
        try:
            if row is not None:
                new.execute(insert, as_today(table, row))
        except ValueError:
            continue
        except sqlite3.Error as error:
            if code(error) not in _NO_ROW:
                raise


def _row_numbers(old: sqlite3.Connection, table: str) -> list[int]:
    """Give the numbers of rows in a damaged table: up to the damage, and after it.

    Between them may be whole ones too.
    """
    first, is_whole = _numbers_until_damage(old, table, "")
    if is_whole:
        return first
    last, _ = _numbers_until_damage(old, table, "DESC")
    start, end = first[-1] + 1 if first else 1, last[-1] if last else _LAST_NUMBER
    return [*first, *_numbers_amid_damage(old, table, start, end), *reversed(last)]


def _numbers_amid_damage(
    old: sqlite3.Connection, table: str, start: int, end: int
) -> Iterator[int]:
    """Find numbers that can be read from ``start`` on and before ``end``, as time permits.

    From a number in a damaged page nothing can be read; so the next one is tried, until one
    lies in a page that is whole. A gap between pages that are whole costs nothing.
    """
    query = f"SELECT rowid FROM {table} WHERE rowid BETWEEN ? AND ? ORDER BY rowid"  # noqa: S608
    until = time.monotonic() + _LOOK_S
    while start < end and time.monotonic() < until:
        try:
            for (number,) in old.execute(query, (start, end - 1)):
                yield number
                start = number + 1
            return
        except sqlite3.Error as error:
            _raise_if_unread(error)
            if code(error) in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR):
                return  # there is no such table any more
            start += 1


def _numbers_until_damage(
    old: sqlite3.Connection, table: str, order: str
) -> tuple[list[int], bool]:
    """Give the numbers that can be read in an order, and whether they are all."""
    numbers: list[int] = []
    try:
        query = f"SELECT rowid FROM {table} ORDER BY rowid {order}"  # noqa: S608 - our names
        for (number,) in old.execute(query):
            numbers.append(number)
    except sqlite3.Error as error:
        _raise_if_unread(error)
        return numbers, False
    return numbers, True
