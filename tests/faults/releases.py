"""Releases in numbered revisions, with photos, and telling which revision a file holds."""

import datetime as dt
import random
from functools import cache
from io import BytesIO
from pathlib import Path
from uuid import UUID

from PIL import Image

from pressdesk.model.assets import Assets
from pressdesk.model.release import Release
from pressdesk.storage.package import Package, read_package
from tests.builders import a_paragraph, a_photo, a_release

PHOTOS = 2
"""Photos of the first revision; every later one has one photo more."""


class BrokenError(Exception):
    """A file that holds neither the old release nor the new one."""


@cache
def photo(number: int) -> bytes:
    """Make a photo of some 40 kB, the same each time."""
    chance = random.Random(number)
    grain = Image.frombytes("RGB", (160, 120), chance.randbytes(160 * 120 * 3))
    stream = BytesIO()
    grain.save(stream, "JPEG", quality=90)
    return stream.getvalue()


@cache
def assets(revision: int) -> Assets:
    """Give the photo bytes of a revision, in memory."""
    made = Assets()
    for number in _photos(revision):
        made = made.with_bytes(photo(number))[0]
    return made


@cache
def release(revision: int) -> Release:
    """Make a revision: its text tells which it is in every paragraph."""
    text = f"Revision {revision}: the museum opened its new wing on Thursday."
    photos = tuple(
        a_photo(f"f{number}", media=Assets().with_bytes(photo(number))[1], width=160, height=120)
        for number in _photos(revision)
    )
    return a_release(
        headline=f"Revision {revision}",
        body=tuple(a_paragraph(f"{text} Part {part}.", f"b{part}") for part in range(12)),
        photos=photos,
    )


def saved(revision: int) -> tuple[UUID, dt.datetime]:
    """Give the id and the time that a save of a revision has."""
    when = dt.datetime(2026, 3, 5, 9, tzinfo=dt.UTC) + dt.timedelta(seconds=revision)
    return UUID(int=revision), when


def revision_of(path: Path) -> int:
    """Tell which revision a file holds, whole; 0 where there is no file. Raises BrokenError."""
    if not path.exists():
        return 0
    try:
        package = read_package(path)
        return whole_revision(package)
    except BrokenError:
        raise
    except Exception as error:
        raise BrokenError(f"{path.name} does not open: {error}") from error


def whole_revision(package: Package) -> int:
    """Tell which revision was read, and see that nothing of it differs. Raises BrokenError."""
    revision = int(package.release.headline.removeprefix("Revision "))
    if package.release != release(revision) or package.problems:
        raise BrokenError(f"The text of revision {revision} is not the one that was saved.")
    wanted = assets(revision)
    if set(package.assets) != set(wanted):
        raise BrokenError(f"Revision {revision} has other photos than were saved.")
    for sha256 in wanted:
        if package.assets.read(sha256) != wanted.read(sha256):
            raise BrokenError(f"A photo of revision {revision} is not the one that was saved.")
    return revision


def _photos(revision: int) -> range:
    return range(PHOTOS + (revision > 1))
