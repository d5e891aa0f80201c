"""Renditions of the photos of a release, by several workers and a cache."""

import threading
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path

from pressdesk.model.assets import Assets
from pressdesk.model.photo import Photo
from pressdesk.model.problem import PressDeskError
from pressdesk.photos.cache import Cache
from pressdesk.photos.target import COLUMN, WEB, Picture, Target

__all__ = ["COLUMN", "WEB", "Picture", "Renderer", "Target"]

_HEAVY_PIXELS = 20_000_000

Renditions = dict[tuple[str, Target], Picture]
"""By the SHA-256 of the photo, ``photo.media``, and the target."""


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
        """Make the renditions asked for; the same photo and target give the same bytes.

        ``progress`` is called from this thread with the photos done and their
        number. Raises PressDeskError: PD-IMG-001 to 003 for a photo that
        cannot be read, PD-IMG-004 for one whose bytes are missing; the work
        not yet begun is then given up.
        """
        wanted: dict[str, tuple[Photo, list[Target]]] = {}
        for photo, target in jobs:
            targets = wanted.setdefault(photo.media, (photo, []))[1]
            if target not in targets:
                targets.append(target)
        made: Renditions = {}
        missing: list[tuple[Photo, list[Target]]] = []
        for photo, targets in wanted.values():
            made.update(self._kept(photo, targets))
            rest = [target for target in targets if (photo.media, target) not in made]
            if rest:
                missing.append((photo, rest))
        done = len(wanted) - len(missing)

        def report(more: int) -> None:
            if progress:
                progress(done + more, len(wanted))

        report(0)
        if missing:
            made.update(self._made(assets, missing, report))
        return {(photo.media, target): made[photo.media, target] for photo, target in jobs}

    def _kept(self, photo: Photo, targets: Sequence[Target]) -> Renditions:
        if self._cache is None:
            return {}
        found = {(photo.media, target): self._cache.get(photo.media, target) for target in targets}
        return {key: picture for key, picture in found.items() if picture}

    def _made(
        self,
        assets: Assets,
        missing: Sequence[tuple[Photo, list[Target]]],
        report: Callable[[int], None],
    ) -> Renditions:
        # Start-up: with every rendition in the cache neither threads nor Pillow are needed.
        from concurrent.futures import ThreadPoolExecutor, as_completed

        from pressdesk.photos.scaling import renditions

        one_at_a_time = threading.Lock()

        def make(photo: Photo, targets: Sequence[Target]) -> Renditions:
            with one_at_a_time if _is_heavy(photo) else nullcontext():
                pictures = renditions(_bytes(assets, photo), photo.name or photo.id, targets)
            if self._cache:
                for target, picture in pictures.items():
                    self._cache.put(photo.media, target, picture)
            return {(photo.media, target): picture for target, picture in pictures.items()}

        made: Renditions = {}
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


def _is_heavy(photo: Photo) -> bool:
    """Tell whether decoding takes hundreds of megabytes, as it does where JPEG's draft is not."""
    return photo.suffix != "jpg" and photo.width * photo.height > _HEAVY_PIXELS


def _bytes(assets: Assets, photo: Photo) -> bytes:
    try:
        return assets.read(photo.media)
    except KeyError:
        raise PressDeskError(
            "PD-IMG-004",
            f"The photo “{photo.name or photo.id}” cannot be exported.",
            "The release names it, but its picture is missing.",
            safe="The release is as it was.",
            do="Add the picture to the release again.",
        ) from None
