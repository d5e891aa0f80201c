"""Where unsaved work goes while the journal fails: lines appended to files of a second folder."""

import base64
import hashlib
import os
import time
import zlib
from contextlib import suppress
from pathlib import Path
from threading import Lock as Mutex
from uuid import UUID

import msgspec
from msgspec import Struct

from pressdesk.model.release import Release
from pressdesk.storage.article import decode_article, encode_work
from pressdesk.storage.atomic import make_folder, saving_error
from pressdesk.storage.disk import is_there
from pressdesk.storage.journal import Row, Unsaved, Work
from pressdesk.storage.process import Owner
from pressdesk.storage.strict_json import JsonError
from pressdesk.storage.unknown import Unknown

_MOST_BYTES = 64_000_000
"""Once a file is as long it is begun anew with the newest line."""
_TURN_S = 0.5
"""How long it is waited for a line that another thread writes."""


class _Line(Struct, frozen=True, kw_only=True):
    work: UUID
    doc_id: UUID
    path: str
    save_id: UUID | None
    owner: Owner
    at: float
    sha256: str
    release: str


class Fallback:
    """One file for each work; its last whole line counts.

    What hung may come late: a release that was taken from the page before one that was kept
    neither follows it here nor removes it.
    """

    def __init__(self, folder: Path, owner: Owner) -> None:
        self._folder = folder
        self._owner = owner
        self._turn = Mutex()
        self._newest: dict[UUID, float] = {}
        """Of each work, when the newest was taken of all that were kept, here or elsewhere."""

    def write(self, work: Work, release: Release, taken: float, unknown: Unknown | None) -> None:
        """Append a release, flushed to the disk, unless a newer one was kept.

        ``taken`` is when it was taken from the page, by `time.monotonic`. Raises
        PressDeskError PD-SAV-….
        """
        with self._turn:
            if taken >= self._newest.get(work.id, taken):
                self._append(work, release, clock_time(taken), unknown)
                self._newest[work.id] = taken

    def _append(self, work: Work, release: Release, at: float, unknown: Unknown | None) -> None:
        article = encode_work(release, unknown or {})
        line = _Line(
            work=work.id,
            doc_id=work.doc_id,
            path=str(work.path.absolute()) if work.path else "",
            save_id=work.save_id,
            owner=self._owner,
            at=at,
            sha256=hashlib.sha256(article).hexdigest(),
            release=base64.b64encode(zlib.compress(article)).decode(),
        )
        data = msgspec.json.encode(line, enc_hook=str) + b"\n"  # of its types only a path
        path = self._path(work)
        make_folder(self._folder)
        try:
            is_long = path.exists() and path.stat().st_size + len(data) > _MOST_BYTES
            flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if is_long else os.O_APPEND)
            handle = os.open(path, flags | getattr(os, "O_BINARY", 0), 0o600)
            with open(handle, "wb", closefd=True) as file:  # noqa: PTH123 - a descriptor
                file.write(b"\n" + data)  # a line that a full disk cut off ends here
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise saving_error(path, error, len(data)) from error

    def unsaved(self) -> tuple[Unsaved, ...]:
        """List the last whole line of each file that no living process writes."""
        if not is_there(self._folder):
            return ()
        found = (_last_line(path) for path in sorted(self._folder.glob("*.work")))
        return tuple(
            Unsaved(
                work=Work(
                    id=line.work,
                    doc_id=line.doc_id,
                    path=Path(line.path) if line.path else None,
                    save_id=line.save_id,
                ),
                row=Row(seq=0, at=line.at, release=release, unknown=unknown),
                user=line.owner.user,
            )
            for each in found
            if each is not None
            for line, release, unknown in [each]
            if not line.owner.is_alive
        )

    def forget(self, work: Work, taken: float | None = None) -> None:
        """Remove the file of a work that is safe elsewhere as it was ``taken``, or is now."""
        taken = time.monotonic() if taken is None else taken
        if not self._turn.acquire(timeout=_TURN_S):
            return  # the folder does not answer; what lies there is older, and known as that
        try:
            if taken >= self._newest.get(work.id, taken):
                self._newest[work.id] = taken
                with suppress(OSError):
                    self._path(work).unlink(missing_ok=True)
        finally:
            self._turn.release()

    def _path(self, work: Work) -> Path:
        return self._folder / f"{work.id}.work"


def clock_time(taken: float) -> float:
    """Give the POSIX time of a moment of `time.monotonic`."""
    return time.time() - (time.monotonic() - taken)


def _last_line(path: Path) -> tuple[_Line, Release, Unknown] | None:
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError:
        return None
    for data in reversed(lines):
        with suppress(msgspec.DecodeError, ValueError, zlib.error, JsonError):
            line = msgspec.json.decode(data, type=_Line, dec_hook=lambda kind, value: kind(value))
            article = zlib.decompress(base64.b64decode(line.release))
            if hashlib.sha256(article).hexdigest() == line.sha256:
                return line, *decode_article(article)
    return None
