"""An SQLite file that must be there, and what SQLite's errors say of it."""

import sqlite3
from pathlib import Path
from urllib.parse import quote

BUSY_S = 1.0
"""How long another process may hold a database before that counts as a failure."""


def open_existing(path: Path) -> sqlite3.Connection:
    """Open a database that is there.

    SQLite makes an empty one otherwise, and throws away the log of one that has come to that
    name meanwhile. Raises sqlite3.OperationalError where it is not there.
    """
    name = path.absolute().as_posix()
    root = "" if name.startswith("/") else "/"  # https://www.sqlite.org/uri.html
    return sqlite3.connect(f"file://{root}{quote(name)}?mode=rw", timeout=BUSY_S, uri=True)


def is_busy(error: Exception) -> bool:
    """Tell whether another holds the database."""
    return code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_damage(error: Exception) -> bool:
    """Tell whether the database is no whole one."""
    return code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def code(error: Exception) -> int:
    """Give SQLite's primary result code; 0 where an error is not SQLite's."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
