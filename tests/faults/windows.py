"""Windows that are typed in and killed, and what of it can be had back."""

import hashlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Literal, NamedTuple
from uuid import UUID

import msgspec
from msgspec import Struct

from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.paths import Paths
from pressdesk.recovery import Recoverable, list_unsaved, restore
from pressdesk.safekeeping import Safekeeping
from pressdesk.storage.article import encode_work
from pressdesk.storage.package import read_package
from pressdesk.storage.unknown import Unknown
from tests.faults.desks import USER

HAS_WINDOW = find_spec("PySide6") is not None
KEYS_A_SECOND = 8
MOST_LOST_S = 2.0
"""The promise."""
PATIENCE_S = 120
ROOT = Path(__file__).resolve().parents[2]


class Plan(Struct, frozen=True, kw_only=True):
    """What the typist is to do."""

    profile: str
    typed_on: tuple[str, ...] = ()
    """Releases that are opened and typed on."""
    rests: tuple[str, ...] = ()
    """Releases that are opened, typed on, saved, and left alone."""
    new: int = 0
    """Releases that are begun and never saved."""
    photos: tuple[str, ...] = ()
    saves: float = 0
    """How likely a key is followed by a save."""
    adds: float = 0
    """How likely a key is followed by a photo."""
    turns: float = 0.06
    """How likely a key is followed by going to another window or field."""
    seed: float


What = Literal["window", "state", "saved", "key", "missed", "warned"]


class Line(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened in a window."""

    what: What
    at: float
    """By the monotonic clock, which is the same for all processes."""
    doc_id: str = ""
    digest: str = ""
    """Of the release as it is then, or of what was saved."""


class Typed(Struct, frozen=True, kw_only=True):
    """What happened in the windows until they were killed."""

    profile: Path
    lines: tuple[Line, ...]
    killed_at: float
    errors: str = ""
    """What the program wrote about faults of its own."""

    @property
    def keys(self) -> list[float]:
        """When each key was pressed."""
        return [line.at for line in self.lines if line.what in ("key", "missed")]

    def own_s(self, since: float, until: float) -> float:
        """Tell a time by the typist's own clock, which goes on with each key.

        A machine that lets the windows wait lets that clock wait too.
        """
        return sum(since <= at <= until for at in self.keys) / KEYS_A_SECOND


class Session:
    """A process with the program's windows and somebody who types there."""

    def __init__(self, plan: Plan) -> None:
        self._profile = Path(plan.profile)
        self._lines: list[Line] = []
        self._errors = bytearray()
        self._typing: SimpleQueue[bool] = SimpleQueue()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.typist", msgspec.json.encode(plan).decode()],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._listeners = [
            threading.Thread(target=listen) for listen in (self._listen, self._listen_to_errors)
        ]
        for listener in self._listeners:
            listener.start()

    def wait(self) -> None:
        """Wait for the first key. Raises RuntimeError where the windows did not open."""
        try:
            is_typing = self._typing.get(timeout=PATIENCE_S)
        except Empty:
            is_typing = False
        if not is_typing:
            raise RuntimeError(f"The windows did not open: {self.kill().errors}")

    def kill(self) -> Typed:
        """Kill it, and hear what it had said until then."""
        killed_at = time.monotonic()
        self._process.kill()
        for listener in self._listeners:
            listener.join()
        self._process.wait()
        return Typed(
            profile=self._profile,
            lines=tuple(self._lines),
            killed_at=killed_at,
            errors=self._errors.decode(errors="replace"),
        )

    def _listen(self) -> None:
        assert self._process.stdout
        with self._process.stdout as said:
            for data in said:
                if not data.endswith(b"\n"):
                    break  # killed at this word
                line = msgspec.json.decode(data, type=Line)
                self._lines.append(line)
                if line.what == "key":
                    self._typing.put(True)
        self._typing.put(False)

    def _listen_to_errors(self) -> None:
        assert self._process.stderr
        with self._process.stderr as said:
            self._errors += said.read()


class Loss(NamedTuple):
    """For how long what was typed into a release before the kill is lost."""

    own_s: float
    """By the typist's own clock."""
    wall_s: float


class Aftermath(NamedTuple):
    """What was found when the program was started again."""

    losses: tuple[Loss, ...]
    """One for each release that was open."""
    offered: int
    faults: tuple[str, ...]
    """Begin with what is wrong: `false offer`, `not offered`, `not equal`, `picture lost`,
    `save lost`, `missed`, `own fault`."""


def look(typed: Typed, paths: Sequence[Path] = ()) -> Aftermath:
    """Start again after a kill: list, restore, and compare with what the windows held."""
    safe = Safekeeping(Paths(typed.profile), USER)
    faults = list(_faults_of_its_own(typed))
    losses: list[Loss] = []
    try:
        found = list_unsaved(safe)
        offers = {each.unsaved.work.doc_id: each for each in found}
        if len(offers) < len(found):
            faults.append("false offer: one release twice")
        packages = {package.release.id: package for package in map(read_package, paths)}
        for doc_id in dict.fromkeys(UUID(line.doc_id) for line in typed.lines if line.doc_id):
            history = _History(typed, doc_id)
            package = packages.get(doc_id)
            held = history.number(digest(package.release, package.unknown)) if package else 0
            offer = offers.pop(doc_id, None)
            if offer:
                back = history.number(_restored(safe, offer, faults))
                if back <= held:
                    faults.append(f"false offer: state {back}, the file has {held}")
                held = max(held, back)
            losses.append(history.loss(held))
            faults += history.faults(held, is_offered=offer is not None)
        faults += [f"false offer: {doc_id}" for doc_id in offers]
        return Aftermath(tuple(losses), len(found), tuple(faults))
    except (PressDeskError, LookupError) as error:
        return Aftermath(tuple(losses), 0, (*faults, f"not equal: {error}"))
    finally:
        safe.close()


class _History:
    """What one release was, from its opening to the kill."""

    def __init__(self, typed: Typed, doc_id: UUID) -> None:
        self._typed = typed
        self._lines = [line for line in typed.lines if line.doc_id == str(doc_id)]
        self._states = [line for line in self._lines if line.what in ("window", "state")]

    def number(self, wanted: str) -> int:
        """Tell which of its states that is; raises LookupError for one it never was in."""
        for number in range(len(self._states) - 1, -1, -1):
            if self._states[number].digest == wanted:
                return number
        raise LookupError("a release was found as it never was in the window")

    def loss(self, held: int) -> Loss:
        """Tell how long before the kill the first change came that is not held."""
        if held == len(self._states) - 1:
            return Loss(0, 0)
        first, end = self._states[held + 1].at, self._typed.killed_at
        return Loss(self._typed.own_s(first, end), end - first)

    def faults(self, held: int, *, is_offered: bool) -> Iterator[str]:
        """Say what is wrong once the state ``held`` is the newest that was found."""
        saved = [self.number(line.digest) for line in self._lines if line.what == "saved"]
        if saved and held < max(saved):
            yield f"save lost: of state {max(saved)}, the file has {held}"
        loss = self.loss(held)
        if loss.own_s > MOST_LOST_S and not is_offered:
            yield f"not offered: though unsaved for {loss.wall_s:.1f} s"
        if missed := sum(line.what == "missed" for line in self._lines):
            yield f"missed: {missed} keys did not reach the release"


def digest(release: Release, unknown: Unknown) -> str:
    """Tell one state of a release from every other."""
    return hashlib.sha256(encode_work(release, unknown)).hexdigest()


def _faults_of_its_own(typed: Typed) -> Iterator[str]:
    log = Paths(typed.profile).log
    told = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    told = [line for line in told if " ERROR " in line or " CRITICAL " in line]
    if told or "Traceback" in typed.errors:
        yield f"own fault: {told} {typed.errors}"


def _restored(safe: Safekeeping, offer: Recoverable, faults: list[str]) -> str:
    """Restore, and compare with the last row of the journal; gives the digest."""
    with safe.database.reading() as database:
        query = "SELECT release FROM row WHERE work = ? ORDER BY seq DESC LIMIT 1"
        row = database.execute(query, (str(offer.unsaved.work.id),)).fetchone()
    restored = restore(safe, offer)
    article = encode_work(restored.release, restored.unknown)
    if offer.unsaved.row.seq and article != row[0]:
        faults.append("not equal: the restored release is not the last row of the journal")
    faults += [f"picture lost: {problem}" for problem in restored.problems]
    for photo in restored.release.photos:
        if photo.media in restored.assets:
            data = restored.assets.read(photo.media)
            if hashlib.sha256(data).hexdigest() != photo.media:
                faults.append("picture lost: another stands for it")
    return hashlib.sha256(article).hexdigest()
