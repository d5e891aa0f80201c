"""Everything that keeps work from being lost, for one profile: one set for window and command."""

import datetime as dt
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from threading import Lock as Mutex
from uuid import UUID

from msgspec import Struct

from pressdesk.model.assets import Assets
from pressdesk.model.photo import Photo
from pressdesk.model.problem import Place, PressDeskError, Problem, Problems
from pressdesk.model.release import Release
from pressdesk.paths import Paths
from pressdesk.review.compare import compare
from pressdesk.storage.backups import Backups
from pressdesk.storage.database import Database, not_protected
from pressdesk.storage.fallback import Fallback, clock_time
from pressdesk.storage.journal import BIN_DAYS, ROW_WAIT_S, Journal, Unsaved, Work
from pressdesk.storage.media import MediaStore
from pressdesk.storage.package import Package, read_package
from pressdesk.storage.process import this_process
from pressdesk.storage.versions import Versions

_DAY_S = 86_400


class Protected(Struct, frozen=True, kw_only=True):
    """What became of unsaved work: in the journal, or beside it."""

    seq: int
    at: dt.datetime
    opening: int = 0
    """Of the database it was written to, as `Database.openings` counts them."""
    fault: PressDeskError | None = None
    """Why the journal failed; the work is in the second folder then."""


class Safekeeping:
    """Journal, versions, backups and photo bytes of a profile."""

    def __init__(self, paths: Paths, user: str = "") -> None:
        self.owner = this_process(user)
        self.database = Database(paths.journal)
        self.media = MediaStore(paths.media)
        self.journal = Journal(self.database, self.media, self.owner)
        self.versions = Versions(self.database)
        self.backups = Backups(paths.backups)
        self.fallback = Fallback(paths.fallback, self.owner)
        self._turn = Mutex()
        self._wait_s = ROW_WAIT_S
        """How long a row waits; all windows write in turn, so that they wait in vain once."""

    @property
    def problems(self) -> Problems:
        """Say what was found damaged here since the program started."""
        aside = self.database.damaged
        if aside is None:
            return ()
        problem = Problem(
            code="PD-JRN-005",
            severity="warning",
            message="The journal of unsaved work and versions was damaged. What could still be"
            f" read of it is back; “{aside}” is the damaged one.",
        )
        return (problem,)

    def protect(
        self,
        work: Work,
        release: Release,
        assets: Assets,
        package: Package | None,
        taken: float | None = None,
    ) -> Protected:
        """Keep a release; where the journal fails, in the second folder.

        ``taken`` is when it was taken from the page, by `time.monotonic`; None is now. Raises
        PressDeskError PD-JRN-002 where that fails too: nothing is protected then.
        """
        unknown = package.unknown if package else {}
        taken = time.monotonic() if taken is None else taken
        with self._turn:
            at = clock_time(taken)
            now = dt.datetime.fromtimestamp(at).astimezone()
            try:
                in_file = package.assets if package else ()
                seq = self.journal.write(
                    work,
                    release,
                    assets,
                    in_file=in_file,
                    unknown=unknown,
                    wait_s=self._wait_s,
                    at=at,
                )
                self._wait_s = ROW_WAIT_S
                self.fallback.forget(work, taken)
            except PressDeskError as error:
                self._wait_s = 0
                self._fall_back(work, release, taken, unknown, error)
                return Protected(seq=0, at=now, fault=error)
            return Protected(seq=seq, at=now, opening=self.journal.opening)

    def protect_beside(
        self, work: Work, release: Release, package: Package | None, taken: float
    ) -> Protected:
        """Keep the release in the second folder, while `protect` waits for a disk that is away.

        Raises PressDeskError PD-JRN-002 where that fails: nothing is protected then.
        """
        unknown = package.unknown if package else {}
        now = dt.datetime.fromtimestamp(clock_time(taken)).astimezone()
        fault = no_answer("PD-JRN-001")
        self._fall_back(work, release, taken, unknown, fault)
        return Protected(seq=0, at=now, fault=fault)

    def _fall_back(
        self,
        work: Work,
        release: Release,
        taken: float,
        unknown: dict[str, object],
        error: PressDeskError,
    ) -> None:
        try:
            self.fallback.write(work, release, taken, unknown)
        except PressDeskError as second:
            why = f"{error.why} A second folder failed too: {second.why}"
            raise not_protected("PD-JRN-002", why) from error

    def unsaved(self) -> tuple[Unsaved, ...]:
        """List unsaved work that nobody has open, the newest first; of both places the newer.

        Raises PressDeskError PD-JRN-001 where the journal can't be read and there is
        nothing in the second folder.
        """
        beside = self.fallback.unsaved()
        try:
            listed = self.journal.unsaved()
        except PressDeskError:
            if not beside:
                raise
            listed = ()
        newest: dict[object, Unsaved] = {}
        for each in (*listed, *beside):
            known = newest.get(each.work.id)
            if known is None or each.row.at > known.row.at:
                newest[each.work.id] = each
        return tuple(sorted(newest.values(), key=lambda each: -each.row.at))

    def adopt(self, unsaved: Unsaved) -> bool:
        """Make unsaved work our own; False where another process was quicker.

        What lies in the second folder only is taken into the journal by that. Raises
        PressDeskError PD-JRN-001.
        """
        if unsaved.row.seq:
            return self.journal.adopt(unsaved.work.id)
        row = unsaved.row
        self.journal.write(unsaved.work, row.release, Assets(), unknown=row.unknown)
        self.fallback.forget(unsaved.work)
        return True

    def discard(self, unsaved: Unsaved) -> None:
        """Put unsaved work into the bin. Raises PressDeskError PD-JRN-001."""
        if self.adopt(unsaved):
            self.journal.discard(unsaved.work.id)

    def note_opened(self, path: Path, package: Package) -> None:
        """Keep what a file holds as a version, where another saved it. Raises PD-JRN-001."""
        manifest = package.manifest
        listed = self.versions.list(manifest.doc_id)
        is_known = any(each.save_id == manifest.save_id for each in listed)
        before = None if is_known else self.versions.last_good(manifest.doc_id)
        changed = changed_words(before.release, package.release) if before else (0, 0)
        with self.database.transaction() as database:
            if self.versions.has_save(database, manifest.doc_id, manifest.save_id):
                self.versions.note_place(database, path, manifest.doc_id, manifest.saved_at)
                return
            self.versions.add(
                database,
                package.release,
                save_id=manifest.save_id,
                at=manifest.saved_at,
                user="",
                path=path,
                changed=changed,
                unknown=package.unknown,
            )

    def gather_photos(self, release: Release, sources: Iterable[Assets]) -> tuple[Assets, Problems]:
        """Find the bytes of a release's photos: in what is given, in the profile, in backups.

        Each is read, for it may be damaged in one place and whole in the next. What can't be
        read anywhere stays where it was given, and is among the problems.
        """
        given = tuple(sources)
        found = Assets()
        problems: list[Problem] = []
        for media, photo in {photo.media: photo for photo in release.photos}.items():
            places = chain(given, [self.media.get(media)], self._in_backups(release.id))
            place = next((each for each in places if each.can_be_read(media)), None)
            if place is None:
                problems.append(_lost(photo))
                place = next((each for each in given if media in each), Assets())
            found = found.union(place.only([media] if media in place else []))
        return found, tuple(problems)

    def _in_backups(self, doc_id: UUID) -> Iterator[Assets]:
        """Give the photos of each backup, the newest first."""
        for backup in self.backups.list(doc_id):
            with suppress(PressDeskError):
                yield read_package(backup.path).assets

    def clean_daily(self) -> None:
        """Do `clean` once a day, where nobody waits for it; what fails is done next time."""
        mark = self.database.path.with_name("cleaned")
        with suppress(OSError, PressDeskError):
            if mark.exists() and time.time() - mark.stat().st_mtime < _DAY_S:
                return
            self.clean()
            mark.touch()

    def clean(self) -> None:
        """Throw away what was kept long enough: the bin, and photos that nothing names.

        What a stopped program left half done goes too.
        """
        self.journal.clean()
        self.database.clear_leftovers(time.time() - _DAY_S)
        wanted = self.journal.wanted_media() | self.versions.wanted_media()
        self.media.clear(wanted, time.time() - BIN_DAYS * 86_400)

    def close(self) -> None:
        """Let go of the database's file."""
        self.database.close()


def no_answer(code: str) -> PressDeskError:
    """Say that the journal takes too long; the code is as of `Safekeeping.protect`."""
    return not_protected(
        code, "The journal of unsaved work has not answered for seconds: its disk is busy or away."
    )


def _lost(photo: Photo) -> Problem:
    return Problem(
        code="PD-DOC-009",
        severity="error",
        message=f"The picture of the photo “{photo.name or photo.id}” was not found.",
        place=Place(field="photos", item=photo.id),
        fix="Add the picture again.",
    )


def changed_words(before: Release, after: Release) -> tuple[int, int]:
    """Count the words added to a release, and those removed."""
    found = compare(before, after)
    return found.words_added, found.words_removed
