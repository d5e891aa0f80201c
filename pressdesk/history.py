"""Unsaved work and kept versions as the command line lists, shows and restores them."""

import datetime as dt
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from msgspec.structs import replace

from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError, Problems
from pressdesk.model.release import Release
from pressdesk.recovery import Recoverable, find_rescue, restore
from pressdesk.safekeeping import Safekeeping
from pressdesk.saving import Order, Saved, save_release
from pressdesk.storage.journal import Work
from pressdesk.storage.lock import Held, claim, look, take
from pressdesk.storage.package import Package, read_package
from pressdesk.storage.versions import Version


def unsaved_facts(found: Recoverable) -> dict[str, Any]:
    """Give what is known of unsaved work as plain values."""
    work = found.unsaved.work
    return {
        "id": found.id,
        "headline": found.unsaved.row.release.headline,
        "path": str(work.path) if work.path else None,
        "recovered_up_to": found.at,
        "saved_at": found.saved_at,
        "saved_by": found.saved_by,
        "words_added": found.words_added,
        "words_removed": found.words_removed,
        "photos_changed": found.photos_changed,
        "file": found.file,
        "discarded": found.unsaved.discarded is not None,
    }


def unsaved_lines(found: Recoverable) -> tuple[str, ...]:
    """Tell of unsaved work: what, where, up to when, how much, and what became of the file."""
    headline = found.unsaved.row.release.headline or "New release"
    path = str(found.unsaved.work.path or "not saved yet")
    saved = f"saved {found.saved_at:%Y-%m-%d %H:%M}, " if found.saved_at else ""
    words = f"+{found.words_added} words, −{found.words_removed} words"
    count = found.photos_changed
    photos = f", {count} photo{'' if count == 1 else 's'}" if count else ""
    state = {
        "never saved": "",
        "unchanged": "; the file is unchanged",
        "changed": "; the file was changed since by somebody else",
        "missing": "; the file is missing",
        "damaged": "; the file is damaged",
    }[found.file]
    return (
        f"{found.id}  {headline}",
        f"          {path}",
        f"          {saved}recovered up to {found.at:%Y-%m-%d %H:%M:%S}, {words}{photos}{state}",
    )


def find_unsaved(listed: tuple[Recoverable, ...], id: str) -> Recoverable:
    """Find unsaved work by the beginning of its id. Raises PressDeskError PD-JRN-004."""
    found = [each for each in listed if id and each.unsaved.work.id.hex.startswith(id.lower())]
    if len(found) == 1:
        return found[0]
    why = "There is no unsaved work with this id." if not found else "Several ids begin like this."
    raise PressDeskError(
        "PD-JRN-004",
        f"“{id}” was not recovered.",
        why,
        safe="Nothing was changed.",
        do="`pressdesk recover` lists the ids.",
    )


def write_unsaved(safe: Safekeeping, found: Recoverable, out: Path) -> tuple[Saved, Problems]:
    """Write unsaved work to a file of its own; once it is there it is offered no more."""
    restored = restore(safe, found)
    saved = _write(
        safe, out, restored.release, restored.assets, restored.work, package=restored.package
    )
    if saved.is_confirmed:
        safe.journal.end(restored.work)
    return saved, restored.problems


def write_rescued(safe: Safekeeping, path: Path, out: Path) -> tuple[str, Problems]:
    """Write what is left of a damaged file to another; tells what that is.

    What can still be read first, for it is what was saved last; then the last version kept
    here, then the backup of a day. Raises PressDeskError PD-DOC-011 where there is none.
    """
    rescue = find_rescue(safe, path)
    if rescue.readable is not None:
        release, source = rescue.readable.release, "what could still be read"
    elif rescue.version is not None:
        release, source = rescue.version.release, f"version {rescue.version.version.number}"
    elif rescue.backup is not None:
        release = read_package(rescue.backup.path).release
        source = f"the backup of {rescue.backup.day}"
    else:
        raise PressDeskError(
            "PD-DOC-011",
            f"“{path.name}” was not recovered.",
            "Its text can't be read any more, and no version or backup of it is on this computer.",
            safe="The file is unchanged.",
            do="Ask those you sent it to, or look in the older versions of the shared folder.",
        )
    sources = [rescue.readable.assets] if rescue.readable else []
    assets, problems = safe.gather_photos(release, sources)
    _write(safe, out, release, assets, Work(id=uuid4(), doc_id=release.id))
    return source, problems


def release_id(safe: Safekeeping, path: Path) -> UUID:
    """Tell which release lies in a file, even if it can't be read any more."""
    try:
        return read_package(path).manifest.doc_id
    except PressDeskError:
        known = safe.versions.release_at(path)
        if known is None:
            raise
        return known


def version_facts(version: Version) -> dict[str, Any]:
    """Give what the list says of a version as plain values."""
    return {
        "number": version.number,
        "at": version.at,
        "user": version.user,
        "name": version.name,
        "words": version.words,
        "words_added": version.words_added,
        "words_removed": version.words_removed,
    }


def version_line(version: Version) -> str:
    """Tell of a version in one line."""
    name = f"  “{version.name}”" if version.name else ""
    changed = f"+{version.words_added} −{version.words_removed}"
    when = f"{version.at.astimezone():%Y-%m-%d %H:%M}"
    return f"{version.number:>4}  {when}  {version.words} words ({changed})  {version.user}{name}"


def restore_version(
    safe: Safekeeping, path: Path, number: int, out: Path | None
) -> tuple[Saved, Problems]:
    """Write a version back: into its file as a new version, or into another one.

    Raises PressDeskError PD-LCK-001 where another has the file open.
    """
    doc_id = release_id(safe, path)
    kept = safe.versions.read(doc_id, number)
    try:
        package = read_package(path)
    except PressDeskError:
        if out is None:
            raise
        package = None
    sources = [package.assets] if package else []
    assets, problems = safe.gather_photos(kept.release, sources)
    work = Work(id=uuid4(), doc_id=doc_id)
    if out is not None:
        return _write(safe, out, kept.release, assets, work, package=package), problems
    if package is not None:
        safe.note_opened(path, package)
    try:
        lock = take(path, claim(safe.owner, dt.datetime.now(dt.UTC), "PressDesk", None))
    except OSError:
        lock = None  # a courtesy: the save still looks whether another has saved
    if isinstance(lock, Held):
        raise _held(path, lock)
    try:
        is_new = package is None or package.release != kept.release
        name = f"Version {number} restored" if is_new else ""
        saved = _write(
            safe, path, kept.release, assets, work, package=package, is_same=True, name=name
        )
    finally:
        if lock is not None:
            lock.release()
    return saved, problems


def refuse_held(path: Path) -> None:
    """Raise PressDeskError PD-LCK-001 where somebody has a file open."""
    held = look(path)
    if held is not None and not held.is_stale:
        raise _held(path, held)


def _write(
    safe: Safekeeping,
    path: Path,
    release: Release,
    assets: Assets,
    work: Work,
    *,
    package: Package | None = None,
    is_same: bool = False,
    name: str = "",
) -> Saved:
    order = Order(
        path=path,
        release=release,
        assets=assets,
        work=replace(work, path=path),
        base=package,
        expected=package if is_same else None,
        name=name,
    )
    return save_release(order, safe)


def _held(path: Path, held: Held) -> PressDeskError:
    who = f"{held.holder.owner.user} on {held.holder.owner.host}" if held.holder else "Somebody"
    return PressDeskError(
        "PD-LCK-001",
        f"“{path.name}” was not written.",
        f"{who} has it open.",
        safe="The file is unchanged.",
        do="Ask for it to be closed, or write to another file with -o.",
    )
