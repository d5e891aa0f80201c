"""Opening a release from whatever holds it: its package, or a source imported in memory."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from msgspec import Struct

from pressdesk.model.assets import Assets
from pressdesk.model.problem import Problems
from pressdesk.model.release import Release
from pressdesk.storage.archive import opening_error
from pressdesk.storage.package import read_package


class Opened(Struct, frozen=True, kw_only=True):
    """A release with its photos, when it was last saved, and what was wrong with its file."""

    release: Release
    assets: Assets
    saved: dt.datetime
    problems: Problems = ()


def open_release(file: Path) -> Opened:
    """Open a `.press` file, or import any other source in memory.

    A source that was not changed gives the same release each time, ids included.
    """
    if file.suffix.lower() == ".press":
        package = read_package(file)
        return Opened(
            release=package.release,
            assets=package.assets,
            saved=package.manifest.saved_at,
            problems=package.problems,
        )
    try:
        source = file.read_bytes()
    except OSError as error:
        raise opening_error(file, error) from error
    return import_source(file, uuid5(NAMESPACE_URL, f"urn:pressdesk:import:{source!r}"))


def import_source(
    source: Path, release_id: UUID, *, template: str = "", photos: Path | None = None
) -> Opened:
    """Import a source that is not a package; `saved` is when its file was last changed."""
    # Imported here: the parsers cost 0.1 s, and a package needs none of them.
    from pressdesk.importers import read_source

    imported = read_source(source, release_id=release_id, template=template, photos=photos)
    try:
        saved = dt.datetime.fromtimestamp(source.stat().st_mtime, dt.UTC).astimezone()
    except OSError as error:
        raise opening_error(source, error) from error
    return Opened(
        release=imported.release,
        assets=imported.assets,
        saved=saved,
        problems=imported.problems,
    )


def render_ahead(opened: Opened, cache: Path, progress: Callable[[int, int], None]) -> None:
    """Scale the photos now, so that no export has to wait for it."""
    # Imported here: Pillow is not needed to open a release.
    from pressdesk.photos.render import COLUMN, WEB, Renderer

    jobs = [(photo, target) for photo in opened.release.photos for target in (COLUMN, *WEB)]
    Renderer(cache).render(opened.assets, jobs, progress)
