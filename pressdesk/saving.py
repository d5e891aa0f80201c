"""Saving a release to its file, so that nothing is lost and nothing unseen is overwritten."""

import datetime as dt
import errno
import os
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

from msgspec import Struct, field
from msgspec.structs import replace

from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError, Problems
from pressdesk.model.release import Release, cleaned
from pressdesk.safekeeping import Safekeeping, changed_words
from pressdesk.storage.atomic import UNCONFIRMED, make_folder
from pressdesk.storage.disk import DISK, Disk, is_there
from pressdesk.storage.held import Seen, seen_now
from pressdesk.storage.journal import Work
from pressdesk.storage.lock import Lock, look
from pressdesk.storage.package import Package, UnconfirmedError, read_manifest, write_package


class Order(Struct, frozen=True, kw_only=True):
    """What is to be saved: nothing of it changes while the person types on."""

    path: Path
    release: Release
    assets: Assets
    work: Work
    base: Package | None = None
    """What was opened: unknown keys, extensions and photos come from there."""
    expected: Package | None = None
    """What the file is believed to hold; None: it is saved under this name for the first time."""
    replaces: Seen | None = None
    """Without ``expected``: the file that the person agreed to replace; None: there is none."""
    lock: Lock | None = None
    name: str = ""
    """Of the version, where the person gives it one."""
    taken: float = field(default_factory=time.monotonic)
    """When the release was taken from the page, by `time.monotonic`."""


class Saved(Struct, frozen=True, kw_only=True):
    """A save that is on the disk."""

    path: Path
    release: Release
    package: Package
    assets: Assets
    """All photo bytes that an undo may still ask for."""
    theirs: Path | None = None
    """Set where another saved meanwhile: their file, untouched; ours is a copy beside it."""
    warnings: tuple[PressDeskError, ...] = ()
    """What does not touch the file: no version was kept, the disk did not confirm."""

    @property
    def is_confirmed(self) -> bool:
        return all(warning.code != UNCONFIRMED for warning in self.warnings)


class ConflictError(Exception):
    """Another saved the file since it was last seen."""


def save_release(
    order: Order,
    safe: Safekeeping,
    *,
    now: dt.datetime | None = None,
    save_id: UUID | None = None,
    disk: Disk = DISK,
) -> Saved:
    """Save, by the protocol of `docs/design/storage.md`.

    Where the file is not the one last seen, or our lock was taken over, a copy is
    written beside it and the file stays. Photos that can't be read any more do not keep
    the text from being saved (PD-SAV-007 among the warnings). Raises PressDeskError
    PD-SAV-… and PD-DOC-…; then the file is as it was.
    """
    moment = (now or dt.datetime.now()).astimezone().replace(microsecond=0)
    saving = _Saving(order, safe, moment, save_id or uuid4(), disk)
    try:
        return saving.run()
    except ConflictError:
        return saving.run_beside()


class _Saving:
    """One save under way."""

    def __init__(
        self, order: Order, safe: Safekeeping, now: dt.datetime, save_id: UUID, disk: Disk
    ) -> None:
        self._order = order
        self._safe = safe
        self._now = now
        self._save_id = save_id
        self._disk = disk
        self._release = cleaned(order.release)[0]
        self._warnings: list[PressDeskError] = []

    def run(self) -> Saved:
        order = self._order
        if order.lock is not None and not order.lock.is_ours and look(order.path) is not None:
            raise ConflictError
        self._check_unchanged()
        self._back_up()
        return self._write(order.path, self._check_unchanged)

    def run_beside(self) -> Saved:
        """Write ours under another name beside the file, or where backups are."""
        path = self._order.path
        user = self._safe.owner.user or "copy"
        try:
            saved = self._write(conflict_path(path, user, self._now), None)
        except PressDeskError as error:
            if not error.code.startswith("PD-SAV"):
                raise
            folder = self._safe.backups.folder / str(self._release.id)
            make_folder(folder)
            saved = self._write(conflict_path(folder / path.name, user, self._now), None)
        return replace(saved, theirs=path)

    def _check_unchanged(self) -> None:
        order = self._order
        if order.expected is not None:
            check_unchanged(order.path, order.expected)
        elif _seen(order.path) not in (None, order.replaces):
            raise ConflictError

    def _write(self, path: Path, unless: Callable[[], None] | None) -> Saved:
        order = self._order
        kept = self._keep_removed(path)
        seq = self._begin(path)
        try:
            package = self._put(path, order.assets, order.base, unless)
        except UnconfirmedError as error:
            self._warnings.append(error)
            package = error.package
        except BaseException:
            self._give_up()
            raise
        self._end(path, package, seq)
        return Saved(
            path=path,
            release=order.release,
            package=package,
            assets=package.assets.union(kept),
            warnings=tuple(self._warnings),
        )

    def _keep_removed(self, path: Path) -> Assets:
        """Keep the photos that the file will not hold, for an undo may bring them back."""
        assets = self._order.assets
        wanted = {photo.media for photo in self._release.photos}
        try:
            return self._safe.media.keep(assets, wanted)
        except PressDeskError as error:  # saving must not wait for the profile
            self._warnings.append(_not_kept(path, error))
            return assets.only(set(assets) - wanted)

    def _put(
        self, path: Path, assets: Assets, base: Package | None, unless: Callable[[], None] | None
    ) -> Package:
        """Write the file; where photos can't be read any more, with those that can be had."""

        def write(assets: Assets, base: Package | None) -> Package:
            return write_package(
                path,
                self._release,
                assets,
                save_id=self._save_id,
                saved_at=self._now,
                base=base,
                unless=unless,
                disk=self._disk,
            )

        try:
            return write(assets, base)
        except UnconfirmedError:
            raise
        except PressDeskError as error:
            if not error.code.startswith(("PD-DOC", "PD-IMP", "PD-SAV-004")):
                raise
            if all(map(assets.can_be_read, assets)):
                raise
            sources = [assets, base.assets] if base else [assets]
            found, problems = self._safe.gather_photos(self._release, sources)
            if problems:
                self._warnings.append(_photos_lost(path, error, problems))
            readable = found.only(filter(found.can_be_read, found))
            return write(readable, replace(base, held=None) if base else None)

    def _back_up(self) -> None:
        """Keep the file as it is before the first save of a day."""
        expected = self._order.expected
        if expected is None or expected.held is None or not is_there(self._order.path):
            return
        try:
            self._safe.backups.keep(
                expected.held, expected.manifest.doc_id, self._now.date(), self._disk
            )
        except PressDeskError as error:
            self._warnings.append(_no_backup(self._order.path, error))

    def _begin(self, path: Path) -> int:
        journal = self._safe.journal
        try:
            seq = journal.last_seq(self._order.work)
            journal.begin_save(self._order.work, self._save_id, seq, path)
        except PressDeskError as error:  # saving is the remedy, and must not wait for the journal
            self._warnings.append(error)
            return 0
        return seq

    def _give_up(self) -> None:
        try:
            self._safe.journal.forget_save(self._order.work)
        except PressDeskError as error:
            self._warnings.append(error)

    def _end(self, path: Path, package: Package, seq: int) -> None:
        """Mark the rows as saved and keep the version, in one transaction."""
        order, safe = self._order, self._safe
        work = replace(order.work, path=path, save_id=package.manifest.save_id)
        try:
            before = self._before()
            changed = changed_words(before, self._release) if before else (self._release.words, 0)
            with safe.database.transaction() as database:
                if not self._warnings or self._warnings[-1].code != UNCONFIRMED:
                    safe.journal.end_save(database, work, seq)
                safe.versions.add(
                    database,
                    self._release,
                    save_id=package.manifest.save_id,
                    at=self._now,
                    user=safe.owner.user,
                    path=path,
                    name=order.name,
                    changed=changed,
                    unknown=package.unknown,
                )
            safe.fallback.forget(work, order.taken)
        except PressDeskError as error:
            self._warnings.append(error)

    def _before(self) -> Release | None:
        kept = self._safe.versions.last_good(self._release.id)
        if kept is not None:
            return kept.release
        return self._order.base.release if self._order.base else None


def check_unchanged(path: Path, expected: Package | None) -> None:
    """Raise ConflictError where a file is not what it was when it was last seen.

    Size, time and inode first; where they differ the save's id decides: a sync client
    may write the same file anew.
    """
    if expected is None:
        return
    seen = _seen(path)
    if seen is None or (expected.held is not None and seen == expected.held.seen):
        return
    try:
        manifest, _ = read_manifest(path)
    except PressDeskError as error:
        raise ConflictError from error
    if manifest.save_id != expected.manifest.save_id:
        raise ConflictError


def _seen(path: Path) -> Seen | None:
    try:
        return seen_now(path)
    except OSError as error:
        raise _unreachable(path, error) from error


def conflict_path(path: Path, user: str, now: dt.datetime) -> Path:
    """Name a copy beside a file: “name (user, 2026-11-26 14.02).press”."""
    plain = "".join(char for char in user if char.isalnum() or char in " -_.") or "copy"
    stem = f"{_start(path.stem, 120)} ({_start(plain, 40)}, {now:%Y-%m-%d %H.%M}"
    names = [f"{stem}).press", *(f"{stem}, {number}).press" for number in range(2, 100))]
    return next(
        (path.with_name(name) for name in names if not is_there(path.with_name(name))),
        path.with_name(f"{stem}, {uuid4()}).press"),
    )


def _start(name: str, most_bytes: int) -> str:
    """Cut a name: where it may have 255 bytes, a Chinese character takes three of them."""
    return name.encode()[:most_bytes].decode(errors="ignore")


def _unreachable(path: Path, error: OSError) -> PressDeskError:
    return PressDeskError(
        "PD-SAV-003",
        f"“{path.name}” was not written.",
        f"“{path.absolute().parent}” can't be reached: {error.strerror or os.strerror(errno.EIO)}.",
        safe="What was there before is unchanged.",
        do="Save to another place, or try again when it is back.",
    )


def _no_backup(path: Path, error: PressDeskError) -> PressDeskError:
    return PressDeskError(
        "PD-SAV-010",
        f"The backup of “{path.name}” was not made.",
        error.why,
        safe="The release itself is saved.",
        do="Make room for the next one.",
    )


def _not_kept(path: Path, error: PressDeskError) -> PressDeskError:
    return PressDeskError(
        "PD-SAV-011",
        f"“{path.name}” is saved, but the photos that you removed from it are kept nowhere else.",
        error.why,
        safe="The release itself is saved.",
        do="If you still want one of them, undo now and save again.",
    )


def _photos_lost(path: Path, error: PressDeskError, problems: Problems) -> PressDeskError:
    """Tell which photos could not be read where they lay."""
    count = len(problems)
    return PressDeskError(
        "PD-SAV-007",
        f"“{path.name}” was saved, but {count} photo{'' if count == 1 else 's'} could not be"
        " read any more.",
        f"Where they lay they were cut off, written over or removed. {error.why}",
        safe="All text and the other photos are saved.",
        do=" ".join(problem.message for problem in problems[:5]) + " Add them again.",
        problems=problems,
    )
