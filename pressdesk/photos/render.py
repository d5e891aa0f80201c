"""Renditions of the photos of a release, by several workers and a cache."""

import threading
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path

from pressdesk.model.assets import Assets
from pressdesk.model.photo import Photo
from pressdesk.model.problem import PressDeskError
from pressdesk.photos.cache import Cache
from pressdesk.photos.target import (
    COLUMN,
    FULL,
    GLANCE,
    LEAD,
    THUMBNAIL,
    WEB,
    Picture,
    Recipe,
    Target,
    recipe_of,
)

__all__ = ["COLUMN", "FULL", "GLANCE", "LEAD", "THUMBNAIL", "WEB", "Picture", "Renderer", "Target"]

_HEAVY_PIXELS = 20_000_000

Renditions = dict[tuple[str, Target], Picture]
"""By the SHA-256 of the photo, ``photo.media``, and the target."""
_Wanted = tuple[str, Recipe]
"""A photo by its SHA-256, and what of it is shown."""
_Made = dict[tuple[_Wanted, Target], Picture]


class Renderer:
    """Makes renditions, and keeps them in a folder where one is given."""

    def __init__(self, cache: Path | None, workers: int = 2) -> None:
        self._cache = Cache(cache) if cache else None
        self._workers = workers

    def render(
        self,
        assets: Assets,
        jobs: Sequence[tuple[Photo, Target]],
        progress: Callable[[int, int], None] | None = None,
    ) -> Renditions:
        """Make the renditions asked for, as ``pictures`` does, of photos of different bytes."""
        made = self.pictures(assets, jobs, progress)
        return {
            (photo.media, target): picture
            for (photo, target), picture in zip(jobs, made, strict=True)
        }

    def pictures(
        self,
        assets: Assets,
        jobs: Sequence[tuple[Photo, Target]],
        progress: Callable[[int, int], None] | None = None,
    ) -> list[Picture]:
        """Make a rendition for each job; the same bytes, crop and target give the same picture.

        ``progress`` is called from this thread with the photos done and their
        number. Raises PressDeskError: PD-IMG-001 to 003 for a photo that
        cannot be read, PD-IMG-004 for one whose bytes are missing; the work
        not yet begun is then given up.
        """
        keys = [((photo.media, recipe_of(photo)), target) for photo, target in jobs]
        wanted: dict[_Wanted, tuple[Photo, list[Target]]] = {}
        for (key, target), (photo, _) in zip(keys, jobs, strict=True):
            targets = wanted.setdefault(key, (photo, []))[1]
            if target not in targets:
                targets.append(target)
        made: _Made = {}
        missing: list[tuple[Photo, list[Target]]] = []
        for key, (photo, targets) in wanted.items():
            made.update(self._kept(key, targets))
            rest = [target for target in targets if (key, target) not in made]
            if rest:
                missing.append((photo, rest))
        done = len(wanted) - len(missing)

        def report(more: int) -> None:
            if progress:
                progress(done + more, len(wanted))

        report(0)
        if missing:
            made.update(self._made(assets, missing, report))
        return [made[key] for key in keys]

    def keep(self, photo: Photo, target: Target, picture: Picture) -> None:
        """Keep a rendition of a whole photo that was made elsewhere, as ``glance`` makes one."""
        if self._cache:
            self._cache.put(photo.media, target, picture)

    def _kept(self, key: _Wanted, targets: Sequence[Target]) -> _Made:
        if self._cache is None:
            return {}
        media, recipe = key
        found = {(key, target): self._cache.get(media, target, recipe) for target in targets}
        return {each: picture for each, picture in found.items() if picture}

    def _made(
        self,
        assets: Assets,
        missing: Sequence[tuple[Photo, list[Target]]],
        report: Callable[[int], None],
    ) -> _Made:
        # Start-up: with every rendition in the cache neither threads nor Pillow are needed.
        from concurrent.futures import ThreadPoolExecutor, as_completed

        from pressdesk.photos.scaling import renditions

        one_at_a_time = threading.Lock()

        def make(photo: Photo, targets: Sequence[Target]) -> _Made:
            recipe = recipe_of(photo)
            with one_at_a_time if _is_heavy(photo, targets) else nullcontext():
                data = _bytes(assets, photo)
                pictures = renditions(data, photo.name or photo.id, targets, recipe)
            if self._cache:
                for target, picture in pictures.items():
                    if target.keeps:
                        continue  # as large as the photo itself, and mostly made at no cost
                    self._cache.put(photo.media, target, picture, recipe)
            return {((photo.media, recipe), target): each for target, each in pictures.items()}

        made: _Made = {}
        executor = ThreadPoolExecutor(self._workers, "renditions")
        try:
            futures = [executor.submit(make, *job) for job in missing]
            for done, future in enumerate(as_completed(futures), start=1):
                made.update(future.result())
                report(done)
        finally:
            executor.shutdown(cancel_futures=True)
        if self._cache:
            self._cache.trim()
        return made


def _is_heavy(photo: Photo, targets: Sequence[Target]) -> bool:
    """Tell whether decoding takes hundreds of megabytes, as it does where JPEG's draft is not."""
    is_whole = photo.suffix != "jpg" or any(target.keeps for target in targets)
    return is_whole and photo.width * photo.height > _HEAVY_PIXELS


def _bytes(assets: Assets, photo: Photo) -> bytes:
    try:
        return assets.read(photo.media)
    except KeyError:
        why = "The release names it, but its picture is missing."
    except OSError as error:
        why = f"Its picture cannot be read: {error.strerror or 'the file is gone'}."
    raise PressDeskError(
        "PD-IMG-004",
        f"The photo “{photo.name or photo.id}” cannot be exported.",
        why,
        safe="The release is as it was.",
        do="Add the picture to the release again.",
    )
