"""Getting work back: what the journal holds, kept versions, backups, and damaged files."""

import datetime as dt
from pathlib import Path
from typing import Literal
from uuid import UUID

from msgspec import Struct

from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError, Problems
from pressdesk.model.release import Release, cleaned
from pressdesk.review.compare import compare
from pressdesk.safekeeping import Safekeeping
from pressdesk.storage.backups import Backup
from pressdesk.storage.journal import Unsaved, Work
from pressdesk.storage.package import Package, read_package
from pressdesk.storage.salvage import Salvaged, is_damage, salvage
from pressdesk.storage.unknown import Unknown
from pressdesk.storage.versions import Kept

FileState = Literal["never saved", "unchanged", "changed", "missing", "damaged"]
"""What became of the file since the work began: ``changed`` is by another."""


class Recoverable(Struct, frozen=True, kw_only=True):
    """Unsaved work, beside what was last saved of it."""

    unsaved: Unsaved
    file: FileState
    package: Package | None = None
    """What the file holds now."""
    saved: Release | None = None
    """What was last saved before the work began, where that is still known."""
    saved_at: dt.datetime | None = None
    saved_by: str = ""
    words_added: int = 0
    words_removed: int = 0
    photos_changed: int = 0

    @property
    def at(self) -> dt.datetime:
        """The moment up to which the work is known."""
        return dt.datetime.fromtimestamp(self.unsaved.row.at).astimezone()

    @property
    def id(self) -> str:
        """The first eight digits of the work's id: enough to name it on a command line."""
        return self.unsaved.work.id.hex[:8]


class Restored(Struct, frozen=True, kw_only=True):
    """Work that goes on: unsaved, with all its photos that could be found."""

    release: Release
    assets: Assets
    work: Work
    package: Package | None
    """The file it belongs to; None where that is another by now, or gone: it wants a name."""
    unknown: Unknown
    problems: Problems


class Rescue(Struct, frozen=True, kw_only=True):
    """The ways out when a file is damaged, the best first: each None or empty where it is not."""

    readable: Salvaged | None = None
    """What was saved last, as its checksums prove; photos may be missing."""
    version: Kept | None = None
    backup: Backup | None = None


def list_unsaved(safe: Safekeeping) -> tuple[Recoverable, ...]:
    """List unsaved work with what became of its files, the newest first.

    Work that lies in its file is none, though the journal missed the save. Raises
    PressDeskError PD-JRN-001.
    """
    listed: list[Recoverable] = []
    for found in (_recoverable(safe, unsaved) for unsaved in safe.unsaved()):
        if _is_in_file(safe, found):
            safe.journal.end(found.unsaved.work)
            safe.fallback.forget(found.unsaved.work)
        else:
            listed.append(found)
    return tuple(listed)


def restore(safe: Safekeeping, found: Recoverable) -> Restored:
    """Take work over to go on with it. Raises PressDeskError PD-JRN-003 where another has it."""
    unsaved = found.unsaved
    if not safe.adopt(unsaved):
        raise PressDeskError(
            "PD-JRN-003",
            f"“{unsaved.row.release.headline or 'New release'}” was not restored.",
            "Another window has restored it already.",
            safe="It is safe there.",
            do="Go on in that window.",
        )
    release = unsaved.row.release
    sources = [found.package.assets] if found.package else []
    assets, problems = safe.gather_photos(release, sources)
    is_same = found.file == "unchanged"
    work = unsaved.work
    return Restored(
        release=release,
        assets=assets,
        work=work,
        package=found.package if is_same else None,
        unknown=unsaved.row.unknown,
        problems=problems,
    )


def find_rescue(safe: Safekeeping, path: Path) -> Rescue:
    """Find what is left of a release whose file is damaged.

    Raises PressDeskError PD-JRN-001 where the journal can't be read, nor anything of the file.
    """
    readable = None
    try:
        readable = salvage(path)
    except PressDeskError as error:
        if error.code == "PD-DOC-001":
            raise
    version = None
    doc_id = readable.release.id if readable else None
    try:
        doc_id = safe.versions.release_at(path) or doc_id
        version = safe.versions.last_good(doc_id) if doc_id else None
    except PressDeskError:
        if readable is None:
            raise
    backups = safe.backups.list(doc_id) if doc_id else ()
    backup = next((each for each in backups if _opens(each.path)), None)
    return Rescue(version=version, backup=backup, readable=readable)


def _recoverable(safe: Safekeeping, unsaved: Unsaved) -> Recoverable:
    state, package = _file_state(unsaved.work)
    saved = package.release if package and state == "unchanged" else None
    at, by = None, ""
    for version in safe.versions.list(unsaved.work.doc_id):
        if version.save_id == unsaved.work.save_id:
            at, by = version.at, version.user
            if saved is None:
                saved = _read_version(safe, unsaved.work.doc_id, version.number)
            break
    if at is None and package is not None and state == "unchanged":
        at = package.manifest.saved_at
    after = unsaved.row.release
    found = compare(saved, after) if saved else None
    return Recoverable(
        unsaved=unsaved,
        file=state,
        package=package,
        saved=saved,
        saved_at=at,
        saved_by=by,
        words_added=found.words_added if found else after.words,
        words_removed=found.words_removed if found else 0,
        photos_changed=found.photos_changed if found else len(after.photos),
    )


def _read_version(safe: Safekeeping, doc_id: UUID, number: int) -> Release | None:
    """Read a version; None where it is damaged."""
    try:
        return safe.versions.read(doc_id, number).release
    except PressDeskError as error:
        if error.code != "PD-VER-002":
            raise
        return None


def _is_in_file(safe: Safekeeping, found: Recoverable) -> bool:
    """Tell whether the file holds the very same: a save that the journal could not note.

    A photo that the profile holds may have come to mend the one in the file: that is read.
    """
    package, row = found.package, found.unsaved.row
    if package is None or package.problems or found.unsaved.discarded is not None:
        return False
    if package.release != cleaned(row.release)[0] or package.unknown != row.unknown:
        return False
    came = filter(safe.media.holds, {photo.media for photo in row.release.photos})
    return all(map(package.assets.can_be_read, came))


def _file_state(work: Work) -> tuple[FileState, Package | None]:
    if work.path is None:
        return "never saved", None
    try:
        package = read_package(work.path)
    except PressDeskError as error:
        return ("damaged" if is_damage(error) else "missing"), None
    return ("unchanged" if package.manifest.save_id == work.save_id else "changed"), package


def _opens(path: Path) -> bool:
    try:
        read_package(path)
    except PressDeskError:
        return False
    return True
