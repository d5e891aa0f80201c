"""The kept versions of a release: every save, and those that got a name."""

import datetime as dt
import hashlib
import sqlite3
from pathlib import Path
from uuid import UUID

import msgspec
from msgspec import Struct

from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.storage.article import decode_article, encode_work, media_named
from pressdesk.storage.database import Database
from pressdesk.storage.delta import from_delta, to_delta
from pressdesk.storage.schema import Row, from_microseconds, to_microseconds
from pressdesk.storage.strict_json import JsonError
from pressdesk.storage.unknown import Unknown

_WHOLE_EVERY = 100
"""A version that is kept whole, so that no chain of deltas grows longer."""


class Version(Struct, frozen=True, kw_only=True):
    """What the list of versions says of one."""

    number: int
    """Counted from 1 for each release."""
    save_id: UUID
    at: dt.datetime
    user: str
    name: str = ""
    words: int
    words_added: int = 0
    """Against the version before."""
    words_removed: int = 0


class Kept(Struct, frozen=True, kw_only=True):
    """A version with its release."""

    version: Version
    release: Release
    unknown: Unknown = {}


class Versions:
    """Versions by the id of their release. Every method may raise PressDeskError PD-JRN-001."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        database: sqlite3.Connection,
        release: Release,
        *,
        save_id: UUID,
        at: dt.datetime,
        user: str,
        path: Path,
        name: str = "",
        changed: tuple[int, int] = (0, 0),
        unknown: Unknown | None = None,
    ) -> int:
        """Keep a version, within a transaction; gives its number.

        ``changed`` are the words added and removed. A save without a change of the
        release before it adds none; a name goes to that version, unless it has another.
        """
        doc_id = release.id.bytes
        work = encode_work(release, unknown or {})
        article = msgspec.json.format(work, indent=1)  # a delta is one of lines
        sha256 = hashlib.sha256(article).digest()
        self.note_place(database, path, release.id, at)
        last = database.execute(
            "SELECT number, sha256, name FROM version WHERE doc_id = ?"
            " ORDER BY number DESC LIMIT 1",
            (doc_id,),
        ).fetchone()
        number = last[0] + 1 if last else 1
        if last and last[1] == sha256 and (not name or last[2] in ("", name)):
            update = "UPDATE version SET save_id = ?, name = CASE ? WHEN '' THEN name ELSE ? END"
            database.execute(
                f"{update} WHERE doc_id = ? AND number = ?",
                (save_id.bytes, name, name, doc_id, last[0]),
            )
            return last[0]
        before = b""
        if number % _WHOLE_EVERY != 1:
            before = _article(database, doc_id, number - 1) or b""
        database.execute(
            "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(doc_id, number, save_id.bytes, to_microseconds(at), user, name, release.words),
                *(*changed, int(not before), sha256, to_delta(before, article)),
            ),
        )
        return number

    def note_place(
        self, database: sqlite3.Connection, path: Path, doc_id: UUID, at: dt.datetime
    ) -> None:
        """Remember which release lies in a file, for the day it can't be read."""
        database.execute(
            "INSERT OR REPLACE INTO place (path, doc_id, at) VALUES (?, ?, ?)",
            (str(path.absolute()), str(doc_id), at.timestamp()),
        )

    def list(self, doc_id: UUID) -> tuple[Version, ...]:
        """List the versions of a release, the newest first."""
        with self._database.reading() as database:
            found = database.execute(
                "SELECT number, save_id, at, user, name, words, added, removed FROM version"
                " WHERE doc_id = ? ORDER BY number DESC",
                (doc_id.bytes,),
            ).fetchall()
        return tuple(version for line in found if (version := _version(line)) is not None)

    def read(self, doc_id: UUID, number: int) -> Kept:
        """Read a version. Raises PressDeskError PD-VER-001 (none), PD-VER-002 (damaged)."""
        version = next((each for each in self.list(doc_id) if each.number == number), None)
        if version is None:
            raise PressDeskError(
                "PD-VER-001",
                f"Version {number} was not opened.",
                "There is no such version of this release on this computer.",
                safe="Nothing was changed.",
                do="`pressdesk versions FILE` lists those there are.",
            )
        with self._database.reading() as database:
            article = _article(database, doc_id.bytes, number)
        try:
            if article is None:
                raise JsonError("its bytes are not those that were kept")
            release, unknown = decode_article(article)
        except (JsonError, msgspec.ValidationError) as error:
            raise PressDeskError(
                "PD-VER-002",
                f"Version {number} was not opened.",
                f"It is damaged: {error}.",
                safe="The release and its other versions are unchanged.",
                do="Open another version.",
            ) from error
        return Kept(version=version, release=release, unknown=unknown)

    def last_good(self, doc_id: UUID) -> Kept | None:
        """Give the newest version that can be read."""
        for version in self.list(doc_id):
            try:
                return self.read(doc_id, version.number)
            except PressDeskError as error:
                if error.code != "PD-VER-002":
                    raise
        return None

    def has_save(self, database: sqlite3.Connection, doc_id: UUID, save_id: UUID) -> bool:
        """Tell whether what a save wrote is among the versions."""
        query = "SELECT 1 FROM version WHERE doc_id = ? AND save_id = ?"
        return database.execute(query, (doc_id.bytes, save_id.bytes)).fetchone() is not None

    def release_at(self, path: Path) -> UUID | None:
        """Tell which release was last seen in a file."""
        with self._database.reading() as database:
            query = "SELECT doc_id FROM place WHERE path = ?"
            found = database.execute(query, (str(path.absolute()),)).fetchone()
        return UUID(found[0]) if found else None

    def wanted_media(self) -> set[str]:
        """Name the photos that versions show."""
        wanted: set[str] = set()
        query = "SELECT whole, delta FROM version ORDER BY doc_id, number"
        with self._database.reading() as database:
            article = b""
            for whole, delta in database.execute(query):
                try:
                    article = from_delta(b"" if whole else article, delta)
                except ValueError:
                    article = b""
                wanted |= media_named(article)
        return wanted


def _version(line: Row) -> Version | None:
    """Read a line of the list; None where it is damaged."""
    number, save_id, at, user, name, words, added, removed = line
    try:
        return Version(
            number=number,
            save_id=UUID(bytes=save_id),
            at=from_microseconds(at),
            user=user,
            name=name,
            words=words,
            words_added=added,
            words_removed=removed,
        )
    except (ValueError, OverflowError):
        return None


def _article(database: sqlite3.Connection, doc_id: bytes, number: int) -> bytes | None:
    """Put a version together from the last whole one; None where that can't be done right."""
    chain = database.execute(
        "SELECT delta, sha256 FROM version WHERE doc_id = ? AND number <= ? AND number >="
        " (SELECT max(number) FROM version WHERE doc_id = ? AND number <= ? AND whole = 1)"
        " ORDER BY number",
        (doc_id, number, doc_id, number),
    ).fetchall()
    article = b""
    try:
        for delta, _ in chain:
            article = from_delta(article, delta)
    except ValueError:
        return None
    return article if chain and hashlib.sha256(article).digest() == chain[-1][1] else None
