"""The journal of unsaved work: what was typed since the last save, safe within a second."""

import hashlib
import sqlite3
import time
import zlib
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from uuid import UUID, uuid4

import msgspec
from msgspec import Struct

from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.storage.article import WorkEncoder, decode_article, media_named
from pressdesk.storage.database import Database
from pressdesk.storage.media import MediaStore
from pressdesk.storage.package import read_manifest
from pressdesk.storage.process import Owner
from pressdesk.storage.strict_json import JsonError
from pressdesk.storage.unknown import Unknown

BIN_DAYS = 30
"""How long discarded work, and photos that nothing names, are kept."""
ROW_WAIT_S = 0.5
"""With the second before a row is due, what is typed meanwhile must be safe within two."""
_ALL_S = 600
_MINUTELY_S = 86_400
_END_OF_TIME = 32_503_680_000
"""The year 3000: a row of later has a damaged time."""
_AT_ONCE = 20
"""Rows that are thinned out in one transaction."""
_AGED_OUT = (
    "SELECT seq FROM row WHERE at < ? AND seq NOT IN (SELECT max(seq) FROM row GROUP BY work)"
    " AND (at < ? OR seq NOT IN"
    " (SELECT max(seq) FROM row GROUP BY work, CAST(at / 60 AS INTEGER)))"
)
_UNPACKED = "SELECT seq FROM row WHERE at < ? AND substr(release, 1, 1) = x'7b'"  # a brace


class Work(Struct, frozen=True, kw_only=True):
    """One opening of one release."""

    id: UUID
    doc_id: UUID
    path: Path | None = None
    save_id: UUID | None = None
    """Of the file as it was opened or last saved."""


class Row(Struct, frozen=True, kw_only=True):
    """A release as it was at one moment of the work."""

    seq: int
    at: float
    """POSIX time."""
    release: Release
    unknown: Unknown = {}


class Unsaved(Struct, frozen=True, kw_only=True):
    """Work that ended without a save, with its last row."""

    work: Work
    row: Row
    user: str
    discarded: float | None = None
    """POSIX time; None where the person never said so."""


class Journal:
    """The rows of all work of a profile. Every method may raise PressDeskError PD-JRN-001.

    A row holds the whole release: there is no replay that could go wrong. Photos go to
    the media store before the row that names them.
    """

    def __init__(
        self,
        database: Database,
        media: MediaStore,
        owner: Owner,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._database = database
        self._media = media
        self._owner = owner
        self._clock = clock
        self._pruned = 0.0
        self.opening = 0
        """Of the database that took the last row, as `Database.openings` counts them."""
        self._encoder = WorkEncoder()
        """Of the row that is being written, within its transaction."""

    def write(
        self,
        work: Work,
        release: Release,
        assets: Assets,
        *,
        in_file: Container[str] = (),
        unknown: Unknown | None = None,
        wait_s: float = ROW_WAIT_S,
        at: float | None = None,
    ) -> int:
        """Keep the release as it is now; gives the number of the row.

        ``in_file`` are the photos, by SHA-256, that lie in the release's file; ``wait_s``
        is how long another may hold the journal; ``at`` is the POSIX time at which the release
        was taken from the page, where that was earlier.
        """
        for photo in release.photos:
            if photo.media not in in_file and photo.media in assets:
                self._media.keep_one(assets, photo.media)
        now = self._clock()
        with self._database.transaction(wait_s) as database:
            article = self._encoder.encode(release, unknown or {})
            _put_work(database, work, self._owner)
            self.opening = self._database.openings
            seq = database.execute(
                "INSERT INTO row (work, at, checksum, release) VALUES (?, ?, ?, ?)",
                (str(work.id), now if at is None else at, _crc32(article), article),
            ).lastrowid
        if not 0 <= now - self._pruned <= 60:  # the clock may be set back
            self._pruned = now
            with suppress(PressDeskError):  # the row is safe; the next minute tries again
                self._prune(now, wait_s)
        return seq or 0

    def _prune(self, now: float, wait_s: float) -> None:
        """Keep every row of ten minutes, one a minute for a day, and always the last of a work.

        Those of before the ten minutes are packed: to pack a long release takes longer than to
        write it, so that a row that is soon gone is not worth it. It is done some rows at a
        time, for each takes room in the log before its place is free, and others wait.
        """
        with self._database.reading() as database:
            gone = [
                seq for (seq,) in database.execute(_AGED_OUT, (now - _ALL_S, now - _MINUTELY_S))
            ]
        for some in _portions(gone):
            with self._database.transaction(wait_s) as database:
                database.executemany("DELETE FROM row WHERE seq = ?", [(seq,) for seq in some])
        with self._database.reading() as database:
            plain = [seq for (seq,) in database.execute(_UNPACKED, (now - _ALL_S,))]
        for some in _portions(plain):
            with self._database.transaction(wait_s) as database:
                for seq in some:
                    _pack(database, seq)

    def begin_save(self, work: Work, save_id: UUID, seq: int, path: Path) -> None:
        """Say what is about to be saved, so that a save that nobody confirmed is understood."""
        with self._database.transaction() as database:
            _put_work(database, work, self._owner)
            database.execute(
                "INSERT OR REPLACE INTO intent (work, save_id, seq, path) VALUES (?, ?, ?, ?)",
                (str(work.id), str(save_id), seq, str(path.absolute())),
            )

    def end_save(self, database: sqlite3.Connection, work: Work, seq: int) -> None:
        """Take note, within a transaction, that the rows up to ``seq`` are in the file."""
        _put_work(database, work, self._owner)
        _mark_saved(database, str(work.id), seq)

    def forget_save(self, work: Work) -> None:
        """Take note that what `begin_save` said did not happen."""
        with self._database.transaction() as database:
            database.execute("DELETE FROM intent WHERE work = ?", (str(work.id),))

    def last_seq(self, work: Work) -> int:
        """Give the number of the last row of a work, or 0."""
        with self._database.reading() as database:
            found = database.execute("SELECT max(seq) FROM row WHERE work = ?", (str(work.id),))
            return found.fetchone()[0] or 0

    def end(self, work: Work) -> None:
        """Let go of work that ended with everything saved."""
        with self._database.transaction() as database:
            _remove(database, str(work.id))

    def discard(self, work_id: UUID) -> None:
        """Put work into the bin; it can be had back for thirty days."""
        with self._database.transaction() as database:
            database.execute(
                "UPDATE work SET discarded = ? WHERE id = ?", (self._clock(), str(work_id))
            )

    def adopt(self, work_id: UUID) -> bool:
        """Make work of a process that is gone our own; False where another has it by now.

        It is not done with by that: if we end without a save too, it is offered again.
        """
        with self._database.transaction() as database:
            found = database.execute("SELECT owner FROM work WHERE id = ?", (str(work_id),))
            line = found.fetchone()
            if line is None or (_owner(line[0]) != self._owner and _lives(line[0])):
                return False
            database.execute(
                "UPDATE work SET owner = ?, discarded = NULL WHERE id = ?",
                (msgspec.json.encode(self._owner).decode(), str(work_id)),
            )
        return True

    def unsaved(self) -> tuple[Unsaved, ...]:
        """List work that no living process has and that was not saved, the newest first.

        Saves that reached the file before the process died count as saved. Rows whose work
        was lost with a part of the database are listed as work that has no file.
        """
        with self._database.transaction() as database:
            _settle(database)
            _give_work_to_rows(database)
            found = database.execute(
                "SELECT id, doc_id, owner, path, save_id, discarded FROM work"
            ).fetchall()
            listed = [_unsaved(database, line) for line in found if line[5] or not _lives(line[2])]
        kept = [each for each in listed if each is not None]
        return tuple(sorted(kept, key=lambda each: -each.row.at))

    def last(self, work_id: UUID) -> Row | None:
        """Give the last readable row of a work."""
        with self._database.reading() as database:
            return _last_row(database, str(work_id))

    def wanted_media(self) -> set[str]:
        """Name the photos that rows of the journal show."""
        wanted: set[str] = set()
        with self._database.reading() as database:
            for (stored,) in database.execute("SELECT release FROM row"):
                with suppress(zlib.error):
                    wanted |= media_named(_unpacked(stored))
        return wanted

    def clean(self) -> None:
        """Empty the bin of what lies there too long, and drop work that ended saved."""
        oldest = self._clock() - BIN_DAYS * 86_400
        with self._database.transaction() as database:
            found = database.execute("SELECT id, owner, discarded FROM work").fetchall()
            for work, owner, discarded in found:
                is_old = discarded is not None and discarded < oldest
                if is_old or (not _lives(owner) and not _has_unsaved(database, work)):
                    _remove(database, work)


def _put_work(database: sqlite3.Connection, work: Work, owner: Owner) -> None:
    database.execute(
        "INSERT INTO work (id, doc_id, owner, path, save_id) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, path = excluded.path,"
        " save_id = excluded.save_id, discarded = NULL"
        # an unchanged line is not written again with each row
        " WHERE (owner, path, save_id) IS NOT (excluded.owner, excluded.path, excluded.save_id)"
        " OR discarded IS NOT NULL",
        (
            str(work.id),
            str(work.doc_id),
            msgspec.json.encode(owner).decode(),
            str(work.path.absolute()) if work.path else "",
            str(work.save_id or ""),
        ),
    )


def _mark_saved(database: sqlite3.Connection, work: str, seq: int) -> None:
    database.execute("UPDATE row SET saved = 1 WHERE work = ? AND seq <= ?", (work, seq))
    database.execute("DELETE FROM intent WHERE work = ?", (work,))


def _settle(database: sqlite3.Connection) -> None:
    """Finish saves that died between the replace and its confirmation."""
    intents = database.execute(
        "SELECT intent.work, intent.save_id, seq, intent.path, owner FROM intent"
        " JOIN work ON work.id = intent.work"
    ).fetchall()
    for work, save_id, seq, path, owner in intents:
        if _lives(owner):
            continue
        try:
            manifest = read_manifest(Path(path))[0]
        except PressDeskError:
            continue  # a share that is away now may be there later
        if str(manifest.save_id) == save_id:
            _mark_saved(database, work, seq)
            database.execute(
                "UPDATE work SET path = ?, save_id = ? WHERE id = ?", (path, save_id, work)
            )
        else:
            database.execute("DELETE FROM intent WHERE work = ?", (work,))


def _give_work_to_rows(database: sqlite3.Connection) -> None:
    """Make work of rows that have none, or none that can be read: a row says enough itself."""
    lines = database.execute("SELECT id, doc_id, save_id FROM work").fetchall()
    for work, doc_id, save_id in lines:
        if not (_is_id(work) and _is_id(doc_id) and (not save_id or _is_id(save_id))):
            database.execute("DELETE FROM work WHERE id = ?", (work,))
    query = "SELECT DISTINCT work FROM row WHERE work NOT IN (SELECT id FROM work)"
    for (lost,) in database.execute(query).fetchall():
        row = _last_row(database, lost)
        if row is not None:
            work = lost if _is_id(lost) else str(uuid4())
            database.execute("UPDATE row SET work = ? WHERE work = ?", (work, lost))
            database.execute(
                "INSERT INTO work (id, doc_id, owner, path, save_id) VALUES (?, ?, '', '', '')",
                (work, str(row.release.id)),
            )


def _is_id(text: str) -> bool:
    with suppress(ValueError):
        return str(UUID(text)) == text
    return False


def _unsaved(
    database: sqlite3.Connection, line: tuple[str, str, str, str, str, float | None]
) -> Unsaved | None:
    work, doc_id, owner, path, save_id, discarded = line
    if not _has_unsaved(database, work):
        return None
    row = _last_row(database, work)
    if row is None:
        return None
    who = _owner(owner)
    return Unsaved(
        work=Work(
            id=UUID(work),
            doc_id=UUID(doc_id),
            path=Path(path) if path else None,
            save_id=UUID(save_id) if save_id else None,
        ),
        row=row,
        user=who.user if who else "",
        discarded=discarded,
    )


def _has_unsaved(database: sqlite3.Connection, work: str) -> bool:
    query = "SELECT saved FROM row WHERE work = ? ORDER BY seq DESC LIMIT 1"
    last = database.execute(query, (work,)).fetchone()
    return last is not None and not last[0]


def _last_row(database: sqlite3.Connection, work: str) -> Row | None:
    """Give the newest row whose bytes are those that were written."""
    query = "SELECT seq, at, release, checksum FROM row WHERE work = ? ORDER BY seq DESC"
    for line in database.execute(query, (work,)):
        row = _decoded(*line)
        if row is not None:
            return row
    return None


def _decoded(seq: int, at: float, stored: bytes, checksum: str) -> Row | None:
    try:
        article = _unpacked(stored)
        if checksum not in (_crc32(article), hashlib.sha256(article).hexdigest()):
            return None
        release, unknown = decode_article(article)
    except (zlib.error, JsonError, msgspec.ValidationError):
        return None
    is_a_time = 0 <= at < _END_OF_TIME
    return Row(seq=seq, at=at if is_a_time else 0, release=release, unknown=unknown)


def _crc32(article: bytes | bytearray) -> str:
    """Tell a row's checksum: nobody forges rows, and CRC-32 takes a third of SHA-256's time."""
    return f"{zlib.crc32(article):08x}"


def _unpacked(stored: bytes) -> bytes:
    """Give the JSON of a row, which is packed once it is old. Raises zlib.error."""
    return stored if stored.startswith(b"{") else zlib.decompress(stored)


def _portions(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[at : at + _AT_ONCE] for at in range(0, len(numbers), _AT_ONCE))


def _pack(database: sqlite3.Connection, seq: int) -> None:
    line = database.execute("SELECT release FROM row WHERE seq = ?", (seq,)).fetchone()
    if line is not None and line[0].startswith(b"{"):  # another process may have been quicker
        database.execute("UPDATE row SET release = ? WHERE seq = ?", (zlib.compress(line[0]), seq))


def _remove(database: sqlite3.Connection, work: str) -> None:
    for table, column in (("row", "work"), ("intent", "work"), ("work", "id")):
        database.execute(f"DELETE FROM {table} WHERE {column} = ?", (work,))  # noqa: S608


def _owner(line: str) -> Owner | None:
    with suppress(msgspec.DecodeError):
        return msgspec.json.decode(line, type=Owner)
    return None


def _lives(line: str) -> bool:
    owner = _owner(line)
    return owner is not None and owner.is_alive
