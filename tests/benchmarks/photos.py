"""Rows 5 and 6 of the speed table: scaling photos of 24 megapixels for a Word page.

Run with ``python -m tests.benchmarks --only photos``.
"""

import sys
import tempfile
from functools import partial
from io import BytesIO
from pathlib import Path

from PIL import Image

from pressdesk.model.assets import Assets
from pressdesk.model.photo import Photo
from pressdesk.photos.render import COLUMN, Renderer
from tests.benchmarks.measure import (
    PHOTO_SIZE,
    Growth,
    Row,
    cpu_seconds,
    in_child,
    report_child,
    write_photos,
)

MODULE = "tests.benchmarks.photos"
PHOTOS = 96
SOME = 8
PEAK_LIMIT_MIB = 200
HALF = (PHOTO_SIZE[0] // 2, PHOTO_SIZE[1] // 2)


def _encode(picture: Image.Image) -> bytes:
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=COLUMN.quality)
    return stream.getvalue()


def _half(path: Path) -> Image.Image:
    picture = Image.open(path)
    picture.draft("RGB", HALF)
    picture.load()
    return picture


def _floor(paths: list[Path], scaled: Image.Image) -> None:
    """Decode at half scale, and encode what was scaled before."""
    for path in paths:
        _half(path)
        _encode(scaled)


def _plain(paths: list[Path], size: tuple[int, int]) -> None:
    """Decode whole, scale and encode, as a program does that knows no drafts."""
    for path in paths:
        with Image.open(path) as picture:
            _encode(picture.resize(size, Image.Resampling.LANCZOS))


def render(paths: list[Path], workers: int) -> None:
    """Render photos for a Word page, as an export does with an empty cache."""
    assets = Assets()
    photos: list[Photo] = []
    for number, path in enumerate(paths):
        # The number stands for the hash, which the release has and no export computes.
        media = f"{number:064x}"
        assets = assets.with_source(media, partial(path.open, "rb"))
        width, height = PHOTO_SIZE
        photo = Photo(id=f"f{number}", media=media, suffix="jpg", width=width, height=height)
        photos.append(photo)
    made = Renderer(None, workers).render(assets, [(photo, COLUMN) for photo in photos])
    if len(made) != len(paths):
        raise RuntimeError(f"{len(made)} of {len(paths)} photos were rendered")


def measure(folder: Path) -> tuple[list[Row], list[Growth]]:
    """Measure in a folder that has room for a gigabyte."""
    paths = write_photos(folder, PHOTOS)
    size = (COLUMN.width_px, COLUMN.width_px * PHOTO_SIZE[1] // PHOTO_SIZE[0])
    scaled = _half(paths[0]).resize(size)
    some = paths[:SOME]
    works = partial(render, some, 1), partial(_floor, some, scaled), partial(_plain, some, size)
    ours, floor, plain = (seconds / SOME for seconds in cpu_seconds(*works, repeat=5))
    runs = {
        (count, workers): in_child(MODULE, str(folder), str(count), str(workers))
        for count, workers in ((PHOTOS, 1), (PHOTOS // 16, 2), (PHOTOS // 4, 2), (PHOTOS, 2))
    }
    two, one = runs[PHOTOS, 2], runs[PHOTOS, 1]
    rows = [
        Row("5 photo 24 MP → 1890 px", ours, floor, 1.4, peer_name="½ decode + encode"),
        Row("5 the same, to plain Pillow", ours, plain, 0, peer_name="whole decode + Lanczos"),
        Row(f"6 {PHOTOS} photos, two workers", two["wall"], one["wall"], 0.75, "s", "one worker"),
        Row("6 the same, CPU", two["cpu"], one["cpu"], 0, peer_name="one worker"),
        Row("6 peak of memory", two["peak_mib"], PEAK_LIMIT_MIB, 1, "MiB", "limit"),
    ]
    counts = (PHOTOS // 16, PHOTOS // 4, PHOTOS)
    growths = [
        Growth("photos, two workers", [(count, runs[count, 2]["cpu"]) for count in counts]),
        Growth("peak", [(count, runs[count, 2]["peak_mib"]) for count in counts], "MiB"),
    ]
    return rows, growths


def rows() -> tuple[list[Row], list[Growth]]:
    """Measure rows 5 and 6."""
    with tempfile.TemporaryDirectory() as folder:
        return measure(Path(folder))


def main() -> None:
    """Do the work of a child process."""
    folder, count, workers = sys.argv[1:]
    paths = sorted(Path(folder).glob("*.jpg"))[: int(count)]
    report_child(partial(render, paths, int(workers)))


if __name__ == "__main__":
    main()
