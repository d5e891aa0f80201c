"""The local SQLite database of unsaved work and versions: durable, and salvaged when damaged."""

import datetime as dt
import os
import sqlite3
import time
from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock

from pressdesk.model.problem import PressDeskError
from pressdesk.storage.atomic import make_folder
from pressdesk.storage.database_salvage import salvage
from pressdesk.storage.schema import PAGE_BYTES, SCHEMA, upgrade
from pressdesk.storage.sqlite_file import BUSY_S, code, is_busy, is_damage, open_existing

_LOG_BYTES = 4_096_000
"""How long the log grows before it goes into the database; SQLite's default for small pages."""


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
        self._wait_s = BUSY_S
        """How long the connection waits for another process."""

    @contextmanager
    def transaction(self, wait_s: float = BUSY_S) -> Generator[sqlite3.Connection]:
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
    def _session(self, begin: str, wait_s: float = BUSY_S) -> Generator[sqlite3.Connection]:
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
            if not is_busy(error):
                self.close()  # the next one opens the file anew
            if is_damage(error) or self._is_wrongly_read_only(error):
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
            self._wait_s = BUSY_S
            self.openings += 1
            self._next_check = time.monotonic() + self._check_every_s
        return self._connection

    def _is_wrongly_read_only(self, error: Exception) -> bool:
        """Tell whether it is the file itself that says it may not be written: it is damaged."""
        return code(error) == sqlite3.SQLITE_READONLY and os.access(self.path, os.W_OK)

    def _connect(self) -> sqlite3.Connection:
        _keep_private(self.path)  # one that may not be written would be opened for reading only
        connection = sqlite3.connect(
            self.path, timeout=BUSY_S, isolation_level=None, check_same_thread=False
        )
        try:
            for pragma in (
                f"page_size={PAGE_BYTES}",  # of a new database
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
        _keep_private(self.path)  # a new one
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
        """Take a damaged database away, and put what it still gives in its place.

        It goes first: from then on others find theirs gone, and what they write is told as not
        safe. Raises OSError or sqlite3.Error where the rows have no room, or another keeps
        them from being read: the next one that opens the database goes on with it.
        """
        now = dt.datetime.now().strftime("%Y%m%d-%H%M%S-%f")
        self.path.rename(self._beside("leaving", now))
        self._finish_moving()

    def _finish_moving(self) -> None:
        """Go on with what `_move_aside` does, also for a program that was stopped in it."""
        for leaving in sorted(self._all("leaving", self.path.suffix), reverse=True):
            _, size = self._file_now()
            if not size:
                _move_logs(self.path, leaving)
                rows = leaving.with_name(leaving.name.replace("-leaving-", "-salvaged-"))
                rows.unlink(missing_ok=True)
                salvage(leaving, rows)
                _keep_private(rows)
                rows.replace(self.path)
            aside = leaving.with_name(leaving.name.replace("-leaving-", "-damaged-"))
            _move_logs(leaving, aside)
            leaving.rename(aside)
            self.damaged = aside

    def clear_leftovers(self, before: float) -> None:
        """Throw away what a program that was stopped while it took rows over left half done.

        Only what was not touched since ``before``, in seconds since 1970. Raises OSError.
        """
        for path in self._all("salvaged"):
            if path.stat().st_mtime < before:
                path.unlink(missing_ok=True)

    def _beside(self, word: str, now: str) -> Path:
        return self.path.with_name(f"{self.path.stem}-{word}-{now}{self.path.suffix}")

    def asides(self) -> list[Path]:
        """List the damaged databases that were ever moved aside; their names have the time."""
        return self._all("damaged", self.path.suffix)

    def _all(self, word: str, ending: str = "") -> list[Path]:
        return list(self.path.parent.glob(f"{self.path.stem}-{word}-*{ending}"))


def _move_logs(database: Path, to: Path) -> None:
    """Let what lies beside a database go along with it. Raises OSError where it can't."""
    for ending in ("-wal", "-shm"):
        beside = database.with_name(f"{database.name}{ending}")
        moved = to.with_name(f"{to.name}{ending}")
        if moved.exists():  # it went already: what came since belongs to no database
            beside.unlink(missing_ok=True)
        else:
            with suppress(FileNotFoundError):
                beside.rename(moved)


def _keep_private(path: Path) -> None:
    """Let only its owner read and write a file, where that is to be had."""
    with suppress(OSError):
        path.chmod(0o600)


def _is_sound(path: Path) -> bool:
    """Check a database; one that another process holds for long counts as sound."""
    try:
        with closing(open_existing(path)) as connection:
            return connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.DatabaseError as error:
        return not is_damage(error) and code(error) != sqlite3.SQLITE_ERROR  # unknown format


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
