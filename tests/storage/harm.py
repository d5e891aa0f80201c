"""Harm to a database, as a failing disk does it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pressdesk.storage.database import Database


def overwrite_table(database: Database, table: str) -> None:
    """Write over the first page of a table; the database must be closed."""
    with closing(sqlite3.connect(database.path)) as connection:
        (page,) = connection.execute("PRAGMA page_size").fetchone()
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (number,) = connection.execute(query, (table,)).fetchone()
    with database.path.open("r+b") as file:
        file.seek((number - 1) * page)
        file.write(b"\xff" * page)


def overwrite_start(path: Path, size: int) -> None:
    """Write over the first bytes of a file."""
    with path.open("r+b") as file:
        file.write(b"\xff" * size)
