"""One person at work on one release: opens, types and saves, as the window does."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import msgspec
from msgspec.structs import replace

from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.paths import Paths
from pressdesk.recovery import list_unsaved, restore
from pressdesk.safekeeping import Safekeeping
from pressdesk.saving import Order, Saved, save_release
from pressdesk.storage.disk import DISK, Disk
from pressdesk.storage.journal import Work
from pressdesk.storage.package import Package, read_package
from tests.builders import RELEASE_ID
from tests.faults.releases import BrokenError, assets, release, saved

PROFILE = "profile"
USER = "Anna Keller"


class Desk:
    """A release that is open; photos are read from its file, as in the window."""

    def __init__(
        self, folder: Path, opened: str = "", target: str = "", disk: Disk = DISK, user: str = USER
    ) -> None:
        self.safe = Safekeeping(Paths(folder / PROFILE), user)
        self.package: Package | None = read_package(folder / opened) if opened else None
        self.expected = self.package if target == opened else None
        self.path = folder / (target or opened)
        self.work = Work(
            id=uuid4(),
            doc_id=RELEASE_ID,
            path=folder / opened if opened else None,
            save_id=self.package.manifest.save_id if self.package else None,
        )
        self.typed = 0
        self._disk = disk

    def type(self, revision: int) -> Sequence[PressDeskError]:
        """Let the journal keep a revision; gives what was told."""
        text, photos = release(revision), self._photos(revision)
        protected = self.safe.protect(self.work, text, photos, self.package)
        self.typed = revision
        return [protected.fault] if protected.fault else []

    def save(self, revision: int) -> Sequence[PressDeskError]:
        """Save a revision, typed before; gives what was told."""
        if self.typed != revision:
            self.type(revision)
        save_id, at = saved(revision)
        order = Order(
            path=self.path,
            release=release(revision),
            assets=self._photos(revision),
            work=self.work,
            base=self.package,
            expected=self.expected,
        )
        return self.take_note(
            save_release(order, self.safe, now=at, save_id=save_id, disk=self._disk)
        )

    def take_note(self, done: Saved) -> Sequence[PressDeskError]:
        """Go on with the file that was saved."""
        self.package = self.expected = done.package
        self.path = done.path
        save_id = done.package.manifest.save_id
        self.work = replace(self.work, path=done.path, save_id=save_id)
        return done.warnings

    def close(self) -> None:
        self.safe.close()

    def _photos(self, revision: int) -> Assets:
        """Photos lie in the file that is about to be replaced, new ones in memory."""
        photos = self.package.assets if self.package else Assets()
        for sha256 in assets(revision):
            if sha256 not in photos:
                photos = photos.with_source(sha256, partial(assets(revision).open, sha256))
        return photos


class Offer(NamedTuple):
    """Unsaved work, restored."""

    release: Release
    lacks: str
    """Which picture was lost."""


def recovered(folder: Path, *, finish: bool = False) -> list[Offer]:
    """Restore all that the recovery offers, and read its photos.

    ``finish`` lets the journal forget it. Raises BrokenError where it can't be restored.
    """
    safe = Safekeeping(Paths(folder / PROFILE), USER)
    try:
        offers: list[Offer] = []
        for found in list_unsaved(safe):
            restored = restore(safe, found)
            for sha256 in restored.assets:
                restored.assets.read(sha256)  # raises where its hash is another
            lacks = str(restored.problems[0]) if restored.problems else ""
            offers.append(Offer(restored.release, lacks))
            if finish:
                safe.journal.end(restored.work)
        return offers
    except PressDeskError as error:
        raise BrokenError(f"Not restored: {error}") from error
    finally:
        safe.close()


def bury(folder: Path) -> None:
    """Let the journal believe that the process which wrote it has died: it is our own."""
    safe = Safekeeping(Paths(folder / PROFILE), USER)
    dead = replace(safe.owner, pid=2**22, start="0")
    line = msgspec.json.encode(dead).decode()
    try:
        with safe.database.transaction() as database:
            database.execute("UPDATE work SET owner = ?", (line,))
    finally:
        safe.close()
    for path in (folder / PROFILE).rglob("*.work"):
        mine, other = msgspec.json.encode(safe.owner), msgspec.json.encode(dead)
        path.write_bytes(path.read_bytes().replace(mine, other))
