"""The lock file beside a release: who has it open. A courtesy, never the guard of a save."""

import datetime as dt
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path
from uuid import UUID, uuid4

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from pressdesk.storage.process import Owner

BEAT_S = 60
"""How often whoever has a release open shows signs of life."""
STALE_S = 600
"""After so long without a sign of life another machine may be asked about."""

_MOST_BYTES = 10_000
_WRITING_S = 0.02
_BREAKING_S = 10


class Holder(Struct, frozen=True, kw_only=True):
    """What a lock file says: one line of JSON."""

    v: int = 1
    token: UUID
    owner: Owner
    since: dt.datetime
    beat: dt.datetime
    app: str
    save_id: UUID | None = None


class Held(Struct, frozen=True, kw_only=True):
    """A lock that another has."""

    holder: Holder | None
    """None: the lock file can't be read."""
    is_stale: bool
    """It may be broken without asking: its process is gone from this machine."""
    is_silent: bool
    """No sign of life for long; on another machine, so that a person decides."""


class Lock:
    """Our lock on a release; made by `take` and `take_over`."""

    def __init__(self, path: Path, holder: Holder) -> None:
        self._path = path
        self.holder = holder

    @property
    def is_ours(self) -> bool:
        """Tell whether the lock file is still the one we wrote."""
        found = _read(self._path)
        return found is not None and found.token == self.holder.token

    def beat(self, now: dt.datetime, save_id: UUID | None = None) -> bool:
        """Show a sign of life; tells whether the lock is still ours. Raises OSError."""
        if not self.is_ours:
            return False
        self.holder = replace(self.holder, beat=now, save_id=save_id or self.holder.save_id)
        beside = _beside(self._path)
        try:
            with beside.open("xb") as file:
                file.write(msgspec.json.encode(self.holder) + b"\n")
            beside.replace(self._path)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
        return True

    def release(self) -> None:
        """Remove the lock file if it is ours."""
        with suppress(OSError):  # a folder that is gone has no lock either
            if self.is_ours:
                self._path.unlink()


def lock_path(path: Path) -> Path:
    """Name the lock file of a release."""
    return path.with_name(f".~lock.{path.name}#")


def claim(owner: Owner, now: dt.datetime, app: str, save_id: UUID | None) -> Holder:
    """Write what our lock file will say; ``save_id`` is of the file as it was opened."""
    return Holder(token=uuid4(), owner=owner, since=now, beat=now, app=app, save_id=save_id)


def take(path: Path, ours: Holder) -> Lock | Held:
    """Lock a release, or tell who has it. Breaks a lock whose process is gone.

    Raises OSError where no lock file can be written: others will not see that we have
    the release open, and a save still notices theirs.
    """
    for _ in range(8):  # each turn another may have been quicker
        lock = _create(lock_path(path), ours)
        if lock is not None:
            return lock
        held = look(path)
        if held is None:
            continue
        if held.holder is None:
            time.sleep(_WRITING_S)  # it may be being written
        elif not held.is_stale:
            return held
        else:
            _break(lock_path(path), held.holder)
    return look(path) or Held(holder=None, is_stale=False, is_silent=False)


def take_over(path: Path, judged: Held, ours: Holder) -> Lock | Held:
    """Take a lock away from the one whom a person was told of; anyone else's stays."""
    _break(lock_path(path), judged.holder)
    return take(path, ours)


def look(path: Path) -> Held | None:
    """Tell who has a release open; None where nobody has."""
    own = lock_path(path)
    holder = _read(own)
    if holder is None:
        return Held(holder=None, is_stale=False, is_silent=True) if own.exists() else None
    return Held(
        holder=holder,
        is_stale=not holder.owner.is_alive,
        is_silent=_silence_s(own, holder) > STALE_S,
    )


def _create(own: Path, holder: Holder) -> Lock | None:
    """Make the lock file, whole at once: it is written elsewhere and linked to its name."""
    beside = _beside(own)
    try:
        with beside.open("xb") as file:
            file.write(msgspec.json.encode(holder) + b"\n")
        try:
            os.link(beside, own)
        except FileExistsError:
            return None
        except OSError:  # shares and memory sticks know no links
            return _create_plainly(own, beside.read_bytes(), holder)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return Lock(own, holder)


def _create_plainly(own: Path, line: bytes, holder: Holder) -> Lock | None:
    try:
        with own.open("xb") as file:
            file.write(line)
    except FileExistsError:
        return None
    return Lock(own, holder)


def _beside(own: Path) -> Path:
    return own.with_name(f"{own.name}.{secrets.token_hex(4)}.tmp")


def _break(own: Path, judged: Holder | None) -> None:
    """Remove a lock, but only the one that was judged.

    Who breaks it is settled by a mark that bears the token of the lock: there is one who
    may, and whoever comes late finds another lock, and leaves it. It is renamed all the
    same before it goes: one that nobody could read may have been in the making, and is
    put back. (Of six who found the same stale lock two got it in 1 of 300 races where it was
    only renamed, and in 10 of 60 where it was removed at once.)
    """
    mark = own.with_name(f"{own.name}.broken.{judged.token.hex if judged else 'unread'}")
    try:
        mark.touch(exist_ok=False)
    except OSError:
        _wait_for(mark)
        return
    try:
        _remove(own, judged)
    finally:
        with suppress(OSError):
            mark.unlink()


def _wait_for(mark: Path) -> None:
    """Give another the time to break a lock; if it died over that, the next try may do it."""
    time.sleep(_WRITING_S)
    with suppress(OSError):
        if _age_s(mark) > _BREAKING_S:
            mark.unlink()


def _remove(own: Path, judged: Holder | None) -> None:
    if not _is(_read(own), judged):
        return
    aside = _beside(own)
    try:
        own.rename(aside)
    except OSError:
        return
    if not _is(_read(aside), judged):
        with suppress(OSError):
            os.link(aside, own)
    with suppress(OSError):
        aside.unlink()


def _is(found: Holder | None, judged: Holder | None) -> bool:
    return found is judged or bool(found and judged and found.token == judged.token)


def _read(own: Path) -> Holder | None:
    """Read a lock file; None where there is none or it says nothing that holds."""
    try:
        with own.open("rb") as file:
            return msgspec.json.decode(file.read(_MOST_BYTES), type=Holder)
    except (OSError, msgspec.DecodeError):
        return None


def _silence_s(own: Path, holder: Holder) -> float:
    """Tell how long there was no sign of life, by the clock of the disk the lock lies on."""
    try:
        return _age_s(own)
    except OSError:
        return (dt.datetime.now(dt.UTC) - holder.beat).total_seconds()


def _age_s(path: Path) -> float:
    """Tell how long ago a file was written, by the clock of its disk. Raises OSError."""
    probe = _beside(path)
    try:
        probe.touch(exist_ok=False)
        return probe.stat().st_mtime - path.stat().st_mtime
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
