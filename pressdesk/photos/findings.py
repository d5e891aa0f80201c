"""What a person should look at in the photos of a release: size, sharpness, likeness."""

from collections.abc import Callable, Iterator, Sequence

from pressdesk.model.assets import Assets
from pressdesk.model.photo import Photo
from pressdesk.model.problem import PressDeskError, Problem, Problems
from pressdesk.photos.measured import Measured
from pressdesk.photos.quality import (
    Quality,
    look,
    near_duplicates,
    quality_problems,
    size_problems,
)

Progress = Callable[[int, int], None]


def photo_findings(
    photos: Sequence[Photo],
    assets: Assets,
    measured: Measured,
    placed_mm: Callable[[Photo], float],
    progress: Progress,
) -> Problems:
    """Measure photos, and say what is to be looked at; one that can't be read is passed over.

    ``placed_mm`` tells how wide a photo is placed, in millimetres; ``progress`` hears how
    many are done, of how many.
    """
    return tuple(_findings(photos, assets, measured, placed_mm, progress))


def _findings(
    photos: Sequence[Photo],
    assets: Assets,
    measured: Measured,
    placed_mm: Callable[[Photo], float],
    progress: Progress,
) -> Iterator[Problem]:
    seen: list[tuple[Photo, Quality]] = []
    for number, photo in enumerate(photos, 1):
        yield from size_problems(photo, placed_mm(photo))
        try:
            quality = measured.of(
                photo.media, lambda photo=photo: look(assets.read(photo.media), photo.name)
            )
        except (PressDeskError, KeyError, OSError):
            continue  # what reads or renders it says so
        finally:
            progress(number, len(photos))
        yield from quality_problems(photo, quality)
        seen.append((photo, quality))
    yield from near_duplicates(seen)
