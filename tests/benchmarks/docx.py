"""Row 3 of the speed table: Word files with the photos ready, against docxtpl's way.

Run with ``python -m tests.benchmarks --only docx``. Ours is everything
behind the reading of the release: cleaning, the view, the photos out of the cache,
the check of the template, the file, and the proof. The peer (``docxtpl_peer``) is
given the view for nothing, and writes what its library's manual says. A program
that goes on running has read its template before; what the first export costs is
told apart.
"""

import importlib.util
import statistics
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops

from pressdesk.export.docx_reader import read_text
from pressdesk.export.exporter import export_release
from pressdesk.export.proof import prove
from pressdesk.export.view import View, body_texts, to_view
from pressdesk.model.assets import Assets
from pressdesk.model.release import Release, cleaned
from pressdesk.photos.cache import Cache
from pressdesk.photos.render import COLUMN, Renderer
from pressdesk.photos.target import Picture
from tests.benchmarks import docxtpl_peer
from tests.benchmarks.measure import (
    PHOTO_SIZE,
    Growth,
    Row,
    cpu_seconds,
    in_child,
    noise_photo,
    report_child,
)
from tests.benchmarks.releases import long_release
from tests.export.jobs import AFTER, NEWS, SAVED

WORDS, PHOTOS = 20_000, 100
MODULE, REPEAT = "tests.benchmarks.docx", 5
PEER = "docxtpl, subdocument"
SIZE = (COLUMN.width_px, COLUMN.width_px * PHOTO_SIZE[1] // PHOTO_SIZE[0])


class Size(NamedTuple):
    """One line of the row: how much there is to write, and the ratio aimed at."""

    name: str
    words: int
    photos: int
    goal: float


SIZES = (
    Size("small", 800, 5, 0.5),
    Size("long", WORDS, 0, 0.25),
    Size("big", WORDS, PHOTOS, 0.15),
)


def make_photos(folder: Path) -> None:
    """Put photos that differ, at the width of a Word page, where ours and the peer's look."""
    cache = Cache(_renditions(folder))
    with Image.open(BytesIO(noise_photo(size=SIZE))) as noise:
        for number, photo in enumerate(long_release(WORDS, PHOTOS).release.photos):
            stream = BytesIO()
            ImageChops.offset(noise, number).save(stream, "JPEG", quality=COLUMN.quality)
            cache.put(photo.media, COLUMN, Picture(stream.getvalue(), *SIZE))
            (folder / photo.name).write_bytes(stream.getvalue())


def _renditions(folder: Path) -> Path:
    return folder / "renditions"


def export(release: Release, folder: Path) -> bytes:
    """Export a final to Word."""
    exported = export_release(
        release,
        Assets(),
        NEWS,
        formats=("docx",),
        stage="final",
        now=AFTER,
        saved=SAVED,
        renderer=Renderer(_renditions(folder)),
    )
    return exported.files[0].data


def sides(size: Size, folder: Path) -> tuple[View, dict[str, Callable[[], bytes]]]:
    """Prepare the work of both sides; gives also the view, which says what must come out."""
    release, _ = cleaned(long_release(size.words, size.photos).release)
    view = to_view(release, NEWS, stage="final", now=AFTER, saved=SAVED)
    pictures = {photo.id: folder / photo.name for photo in release.photos}
    template = docxtpl_peer.peer_template(NEWS.docx, folder)
    return view, {
        "ours": lambda: export(release, folder),
        "peer": lambda: docxtpl_peer.write(template, view, pictures),
    }


def measure(folder: Path) -> tuple[list[Row], list[Growth]]:
    """Measure in a folder, which gets the photos."""
    make_photos(folder)
    rows: list[Row] = []
    if importlib.util.find_spec("docxcompose"):
        rows = [row for size in SIZES for row in _against_peer(size, folder)]
    growths: list[Growth] = []
    for name, most in (("words", 0), ("words and photos", PHOTOS - PHOTOS % 16)):
        parts = (16, 4, 1)
        made = [long_release(WORDS // part, most // part).release for part in parts]
        costs = cpu_seconds(
            *(lambda each=each: export(each, folder) for each in made), repeat=REPEAT
        )
        points = [(WORDS // part, cost) for part, cost in zip(parts, costs, strict=True)]
        growths.append(Growth(f"DOCX, {name}", points))
    return rows, growths


def _against_peer(size: Size, folder: Path) -> Iterator[Row]:
    view, works = sides(size, folder)
    _check_equal(view, **{side: work() for side, work in works.items()})
    photos = f", {size.photos} photos" if size.photos else ""
    title = f"3 DOCX {size.name}: {size.words:,} words{photos}"
    ours, peer = cpu_seconds(works["ours"], works["peer"], repeat=REPEAT)
    yield Row(title, ours, peer, size.goal, peer_name=PEER)
    ours, peer = (
        statistics.median(
            in_child(MODULE, str(folder), size.name, side)["cpu"] for _ in range(REPEAT)
        )
        for side in works
    )
    yield Row("3 the same, first of a process", ours, peer, 0, peer_name=PEER)


def _check_equal(view: View, ours: bytes, peer: bytes) -> None:
    """Raise where the two have not the same text and as many pictures."""
    prove("peer.docx", read_text(peer), in_order=body_texts(view))
    if _pictures(ours) != _pictures(peer):
        raise RuntimeError(f"{_pictures(ours)} pictures against {_pictures(peer)}")


def _pictures(data: bytes) -> int:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return sum(name.startswith("word/media/") for name in archive.namelist())


def rows() -> tuple[list[Row], list[Growth]]:
    """Measure row 3; without docxcompose, which subdocuments need, only how the cost grows."""
    with tempfile.TemporaryDirectory() as folder:
        return measure(Path(folder))


def main() -> None:
    """Do the work of a child process."""
    folder, name, side = sys.argv[1:]
    size = next(size for size in SIZES if size.name == name)
    # An export imports this when it first writes; importing is row 2.
    importlib.import_module("pressdesk.export.docx")
    report_child(sides(size, Path(folder))[1][side])


if __name__ == "__main__":
    main()
