"""What is left of a damaged file: salvaged, or from a version or a backup of the profile."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from pressdesk.history import write_rescued
from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError, Problems
from pressdesk.model.release import Release
from pressdesk.paths import Paths
from pressdesk.recovery import find_rescue
from pressdesk.safekeeping import Safekeeping
from pressdesk.storage.package import Package, read_package, write_package
from pressdesk.storage.salvage import Salvaged, is_damage, salvage
from tests.faults.desks import USER

SALVAGED_WRONGLY = "wrong text or picture salvaged, or a lost one not named"
RESCUED_WRONGLY = "rescued from another place than the best, or with other text"
LEFT = (
    "salvaged whole",
    "salvaged, and a lost picture named",
    "text lost, and told",
    "rescued from a version",
    "rescued from a backup",
    "rescued from what could be read",
    "nothing left, and told",
)
NOON = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)


class Sound(Struct, frozen=True):
    """A file that is whole, and what it holds."""

    name: str
    data: bytes
    package: Package
    photos: dict[str, bytes]

    def is_whole(self, release: Release, assets: Assets, problems: Problems) -> bool:
        """Tell whether the photos of a release are there as they were, or named as lost."""
        named = {problem.place.item for problem in problems}
        lost = {photo.id for photo in release.photos if photo.media not in assets}
        held = all(assets.read(sha256) == self.photos.get(sha256) for sha256 in assets)
        return held and named == lost


class Refuge(NamedTuple):
    """A profile that knows a file, and the file to be damaged."""

    name: str
    profile: Path
    path: Path


REFUGES = ("nothing", "a version", "a backup", "a version and a backup")
"""What a profile holds of a release."""


def lay_refuges(folder: Path, sound: Sound) -> list[Refuge]:
    """Make a profile of each kind; what it holds tells by its headline where it comes from."""
    return [_lay(folder / name, name, sound) for name in REFUGES]


def _lay(folder: Path, name: str, sound: Sound) -> Refuge:
    folder.mkdir()
    path = folder / "damaged.press"
    safe = Safekeeping(Paths(folder / "profile"), USER)
    release, doc_id = sound.package.release, sound.package.release.id
    with safe.database.transaction() as database:
        if "version" in name:
            text = replace(release, headline="From a version")
            safe.versions.add(database, text, save_id=UUID(int=7), at=NOON, user=USER, path=path)
        elif "backup" in name:
            safe.versions.note_place(database, path, doc_id, NOON)
    if "backup" in name:
        text = replace(release, headline="From a backup")
        write_package(path, text, sound.package.assets, save_id=UUID(int=6), saved_at=NOON)
        held = read_package(path).held
        assert held
        safe.backups.keep(held, doc_id, NOON.date())
    safe.close()
    return Refuge(name, folder / "profile", path)


def rescued(sound: Sound, refuge: Refuge, error: PressDeskError) -> Iterator[str]:
    """Tell what is had back of a file that was refused."""
    readable = None
    try:
        readable = salvage(refuge.path)
        yield _of_salvage(sound, readable)
    except PressDeskError as other:
        named = f"“{refuge.path.name}”" in str(other)
        yield "text lost, and told" if named else SALVAGED_WRONGLY
    folder = refuge.path.with_name("again")  # what is rescued is kept as a version of its own
    shutil.copytree(refuge.profile, folder)
    safe = Safekeeping(Paths(folder), USER)
    try:
        yield _rescued(sound, refuge, safe, readable) if is_damage(error) else RESCUED_WRONGLY
    finally:
        safe.close()
        shutil.rmtree(folder)


def _of_salvage(sound: Sound, found: Salvaged) -> str:
    whole = sound.package
    is_same = found.release == whole.release and found.unknown == whole.unknown
    if not is_same or not sound.is_whole(found.release, found.assets, found.problems):
        return SALVAGED_WRONGLY
    return "salvaged, and a lost picture named" if found.problems else "salvaged whole"


def _rescued(sound: Sound, refuge: Refuge, safe: Safekeeping, readable: Salvaged | None) -> str:
    """Rescue, and see that it is the best there is: what can be read, a version, a backup."""
    found = find_rescue(safe, refuge.path)
    is_there = (found.version is not None, found.backup is not None, found.readable is not None)
    if is_there != ("version" in refuge.name, "backup" in refuge.name, readable is not None):
        return RESCUED_WRONGLY
    out = refuge.path.with_name("rescued.press")
    try:
        source, problems = write_rescued(safe, refuge.path, out)
    except PressDeskError as error:
        named = f"“{refuge.path.name}”" in str(error)
        return "nothing left, and told" if named and not any(is_there) else RESCUED_WRONGLY
    package = read_package(out)
    out.unlink()
    best, headline = (
        ("what could be read", sound.package.release.headline)
        if found.readable
        else ("a version", "From a version")
        if found.version
        else ("a backup", "From a backup")
    )
    told = {"a version": "version ", "a backup": "the backup", "what could be read": "what could"}
    is_right = (
        source.startswith(told[best])
        and package.release == replace(sound.package.release, headline=headline)
        and sound.is_whole(package.release, package.assets, problems)
        and (not found.backup or len(package.assets) == len(sound.photos))
    )
    return f"rescued from {best}" if is_right else RESCUED_WRONGLY
