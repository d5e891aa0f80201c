"""The local SQLite database of unsaved work and versions: durable, and salvaged when damaged."""

import datetime as dt
import os
import sqlite3
import time
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock

from pressdesk.model.problem import PressDeskError
from pressdesk.storage.atomic import make_folder
from pressdesk.storage.schema import SCHEMA, TABLES, as_today, upgrade

_BUSY_S = 1.0
"""How long another process may hold the database before that counts as a failure."""
_PAGE_BYTES = 16_384
"""SQLite's default is a quarter: a release is then written and flushed as many pieces."""
_LOG_BYTES = 4_096_000
"""How long the log grows before it goes into the database; SQLite's default for small pages."""
_LAST_NUMBER = 2**63 - 1
_LOOK_S = 0.2
"""How long whole rows are looked for in the damaged part of a table: typing waits for it."""


class Database:
    """One connection that all threads of a process share in turn.

    ``secure_delete`` is on: text that was replaced must not stay in the file's bytes.
    """

    def __init__(self, path: Path, check_every_s: float = 4) -> None:
        self.path = path
        self.damaged: Path | None = None
        """Where a database that failed its check was moved to."""
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._size = 0
        self._check_every_s = check_every_s
        self._next_check = 0.0
        self.openings = 0
        """How often the file was opened: whoever wrote before the last may have to write anew."""
        self._file: tuple[int, int] | None = None
        self._wait_s = _BUSY_S
        """How long the connection waits for another process."""

    @contextmanager
    def transaction(self, wait_s: float = _BUSY_S) -> Generator[sqlite3.Connection]:
        """Begin a transaction that is on the disk when the block ends, or not at all.

        Raises PressDeskError PD-JRN-001 where that can't be; where another holds the
        database, after ``wait_s``.
        """
        with self._session("BEGIN IMMEDIATE", wait_s) as connection:
            yield connection
            connection.execute("COMMIT")
            self._check_file()

    @contextmanager
    def reading(self) -> Generator[sqlite3.Connection]:
        """Read, while others write. Raises PressDeskError PD-JRN-001."""
        with self._session("BEGIN") as connection:
            yield connection
            connection.execute("COMMIT")

    def check(self) -> None:
        """Look at what lies on the disk, where that was not done lately.

        Raises PressDeskError PD-JRN-001 where it is damaged or gone: what is unsaved is to
        be written anew then.
        """
        with self.reading():
            self._check_file()

    @contextmanager
    def _session(self, begin: str, wait_s: float = _BUSY_S) -> Generator[sqlite3.Connection]:
        if not self._lock.acquire(timeout=wait_s):
            raise _failure(TimeoutError("it is in use"))
        try:
            connection = self._opened(wait_s)
            if wait_s != self._wait_s:
                connection.execute(f"PRAGMA busy_timeout={round(wait_s * 1000)}")
                self._wait_s = wait_s
            connection.execute(begin)
            try:
                yield connection
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise
        except (sqlite3.Error, OSError) as error:
            if not _is_busy(error):
                self.close()  # the next one opens the file anew
            if isinstance(error, sqlite3.DatabaseError) and _is_damage(error):
                with suppress(OSError, sqlite3.Error):
                    self._leave_damaged(wait_s)
            raise _failure(error) from error
        finally:
            self._lock.release()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                with suppress(sqlite3.Error):
                    self._connection.close()
                self._connection = None

    def _opened(self, wait_s: float) -> sqlite3.Connection:
        if self._connection is not None and not self._is_still_there():
            self.close()  # deleted, exchanged or cut off: what goes there now would be lost
        elif self._connection is not None and not self._is_still_sound(self._connection):
            self.close()
            self._leave_damaged(wait_s)
            raise OSError("The database was damaged while it was in use")
        if self._connection is None:
            make_folder(self.path.parent)
            with self._alone(wait_s):
                self._finish_moving()
                if self.path.exists() and not _is_sound(self.path):
                    self._move_aside()
                self._connection = self._connect()
                self._file, self._size = self._file_now()
            self._wait_s = _BUSY_S
            self.openings += 1
            self._next_check = time.monotonic() + self._check_every_s
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path, timeout=_BUSY_S, isolation_level=None, check_same_thread=False
        )
        try:
            for pragma in (
                f"page_size={_PAGE_BYTES}",  # of a new database
                "journal_mode=WAL",
                "synchronous=FULL",
                "secure_delete=ON",
                "trusted_schema=OFF",
                f"journal_size_limit={4 * _LOG_BYTES}",
            ):
                connection.execute(f"PRAGMA {pragma}")
            (page,) = connection.execute("PRAGMA page_size").fetchone()
            connection.execute(f"PRAGMA wal_autocheckpoint={_LOG_BYTES // page}")
            connection.executescript(SCHEMA)
            upgrade(connection)
        except BaseException:
            connection.close()
            raise
        with suppress(OSError):
            self.path.chmod(0o600)
        return connection

    @contextmanager
    def _alone(self, wait_s: float) -> Generator[None]:
        """Keep the other processes from opening the database and from moving it.

        A log belongs to a database by its name only: one that comes while two files change
        places would write into a log that is then moved away. The lock is SQLite's own, on a
        file that stays empty: it is the same on every system, and ends with its process.
        Raises sqlite3.OperationalError where another has it for ``wait_s``, and OSError.
        """
        file = self.path.with_suffix(".lock")
        with suppress(FileNotFoundError):
            if file.stat().st_size:  # harmed: SQLite would refuse it
                os.truncate(file, 0)  # and not removed: whoever has the lock keeps it
        with closing(sqlite3.connect(file, timeout=wait_s, isolation_level=None)) as lock:
            lock.execute("PRAGMA journal_mode=MEMORY")  # a full disk has no room for another file
            lock.execute("BEGIN EXCLUSIVE")
            yield

    def _is_still_sound(self, connection: sqlite3.Connection) -> bool:
        """Look now and then at what lies on the disk: SQLite trusts the pages it has in memory.

        Nor does it look at its log again while it runs: were that harmed, all that was
        written since would be gone at the next start. So the log is emptied first. A long
        look comes more seldom, so that it takes a twentieth of the time at the most.
        """
        begun = time.monotonic()
        if begun < self._next_check:
            return True
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        sound = _is_sound(self.path)
        _, self._size = self._file_now()
        now = time.monotonic()
        self._next_check = now + max(self._check_every_s, 20 * (now - begun))
        return sound

    def _check_file(self) -> None:
        if not self._is_still_there():
            raise OSError("The database was removed while it was written")

    def _is_still_there(self) -> bool:
        """Tell whether the file is the one that was opened, and whole: by us it never shrinks."""
        file, size = self._file_now()
        return file == self._file and size >= self._size

    def _file_now(self) -> tuple[tuple[int, int] | None, int]:
        """Tell which file lies there now, by device and inode, or None; and its size."""
        try:
            status = self.path.stat()
        except OSError:
            return None, 0
        return (status.st_dev, status.st_ino), status.st_size

    def _leave_damaged(self, wait_s: float) -> None:
        """Move the file that was open aside, unless another process was quicker."""
        with self._alone(wait_s):
            if self._file is not None and self._file_now()[0] == self._file:
                self._move_aside()

    def _move_aside(self) -> None:
        """Keep a damaged database under another name; what can be read is taken over.

        That comes first: whoever is stopped in it finds the damaged one where it was. Raises
        OSError or sqlite3.Error where the rows have no room, or another writes for long.
        """
        now = dt.datetime.now().strftime("%Y%m%d-%H%M%S-%f")
        aside, rows = self._beside("damaged", now), self._beside("salvaged", now)
        with _no_writer(self.path) as guard:
            try:
                _salvage(self.path, rows)
                if os.name == "nt":  # no file that is open can be moved there
                    guard.close()
                self.path.rename(aside)
            finally:
                if not aside.exists():
                    rows.unlink(missing_ok=True)
            self._put_in_place(rows, aside)

    def _finish_moving(self) -> None:
        """Put in place what was taken over by a program that was stopped before it did."""
        for rows in sorted(self._salvaged(self.path.suffix), reverse=True):
            aside = rows.with_name(rows.name.replace("-salvaged-", "-damaged-"))
            _, size = self._file_now()
            if aside.exists() and not size:  # who looks for a database leaves an empty one
                self._put_in_place(rows, aside)

    def _put_in_place(self, rows: Path, aside: Path) -> None:
        """Let rows be the database, and what the damaged one left beside it go along with that."""
        for ending in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                self.path.with_name(f"{self.path.name}{ending}").rename(
                    aside.with_name(f"{aside.name}{ending}")
                )
        rows.replace(self.path)
        self.damaged = aside

    def clear_leftovers(self, before: float) -> None:
        """Throw away what a program that was stopped while it took rows over left half done.

        Only what was not touched since ``before``, in seconds since 1970. Raises OSError.
        """
        for path in self._salvaged(""):
            if path.stat().st_mtime < before:
                path.unlink(missing_ok=True)

    def _beside(self, word: str, now: str) -> Path:
        return self.path.with_name(f"{self.path.stem}-{word}-{now}{self.path.suffix}")

    def _salvaged(self, ending: str) -> list[Path]:
        return list(self.path.parent.glob(f"{self.path.stem}-salvaged-*{ending}"))


def _is_sound(path: Path) -> bool:
    """Check a database; one that another process holds for long counts as sound."""
    try:
        with closing(sqlite3.connect(path, timeout=_BUSY_S)) as connection:
            return connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.DatabaseError as error:
        return not _is_damage(error)


def _is_busy(error: Exception) -> bool:
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _raise_if_busy(error: sqlite3.Error) -> None:
    """Don't take for damage what another process keeps from being read."""
    if _is_busy(error):
        raise error


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _code(error: Exception) -> int:
    """Give SQLite's primary result code; 0 where an error is not SQLite's."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def _no_writer(damaged: Path) -> Generator[sqlite3.Connection]:
    """Keep others from writing, where a damaged database still can be locked.

    What they wrote would count as safe, and be in the one that is moved aside. Raises
    sqlite3.OperationalError where one of them does not end.
    """
    with closing(sqlite3.connect(damaged, timeout=_BUSY_S, isolation_level=None)) as guard:
        try:
            guard.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            _raise_if_busy(error)
        yield guard


def _salvage(damaged: Path, target: Path) -> None:
    """Copy what a damaged database still gives.

    Raises sqlite3.Error where that has no room, or another keeps it from being read.
    """
    with closing(sqlite3.connect(target, isolation_level=None)) as new:
        new.execute(f"PRAGMA page_size={_PAGE_BYTES}")
        new.executescript(SCHEMA)
        for table in TABLES:
            columns = new.execute(f"PRAGMA table_info({table})").fetchall()
            with closing(sqlite3.connect(damaged, timeout=_BUSY_S)) as old:
                with suppress(sqlite3.Error):
                    old.execute("PRAGMA writable_schema=ON")  # else a file cut off is refused
                new.execute("BEGIN")  # one flush for a table, not two for each row
                _copy_rows(old, new, table, ", ".join("?" * len(columns)))
                new.execute("COMMIT")


def _copy_rows(old: sqlite3.Connection, new: sqlite3.Connection, table: str, marks: str) -> None:
    """Read a table row by row, and step over those that can't be read."""
    insert = f"INSERT OR IGNORE INTO {table} VALUES ({marks})"  # noqa: S608 - our names
    for number in _row_numbers(old, table):
        try:
            row = old.execute(f"SELECT * FROM {table} WHERE rowid = ?", (number,)).fetchone()  # noqa: S608
        except sqlite3.Error as error:
            _raise_if_busy(error)
            continue
        try:
            if row is not None:
                new.execute(insert, as_today(table, row))
        except ValueError:
            continue
        except sqlite3.Error as error:
            if _is_out_of_room(error):
                raise


def _is_out_of_room(error: sqlite3.Error) -> bool:
    return _code(error) in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)


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
            _raise_if_busy(error)
            if _code(error) in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR):
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
        _raise_if_busy(error)
        return numbers, False
    return numbers, True


def _failure(error: Exception) -> PressDeskError:
    return not_protected("PD-JRN-001", f"The journal of unsaved work can't be written: {error}.")


def not_protected(code: str, why: str) -> PressDeskError:
    """Say that what is typed is not safe, and why."""
    return PressDeskError(
        code,
        "Your typing is not being protected.",
        why,
        safe="What you see is still here.",
        do="Save to another place now.",
    )
