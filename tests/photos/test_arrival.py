"""Picture files as they arrive: seen before they are read, and read once."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pressdesk.model.problem import PressDeskError
from pressdesk.paths import shipped
from pressdesk.photos.arrival import is_heavy, take_in
from pressdesk.photos.glimpse import HEAD_BYTES, glimpse
from pressdesk.photos.measured import Measured
from pressdesk.photos.probe import photo_from
from pressdesk.photos.quality import is_like, look
from pressdesk.photos.render import GLANCE, Renderer
from pressdesk.photos.target import Picture
from tests.photos.pictures import (
    CORNERS,
    TO_STORED,
    a_picture,
    corners,
    encoded,
    exif,
    exif_with_thumbnail,
    photo_of,
    stored,
)

SAMPLES = sorted((shipped("resources") / "samples" / "photos").glob("*.jpg"))


def a_camera_file(turned: int, thumbnail: Image.Image) -> bytes:
    return encoded(stored(turned, 900, 600), exif=exif_with_thumbnail(turned, encoded(thumbnail)))


@pytest.mark.parametrize("turned", TO_STORED)
def test_a_thumbnail_is_seen_upright(turned: int) -> None:
    seen = glimpse(a_camera_file(turned, stored(turned, 160, 106)))
    assert seen is not None
    assert corners(seen.data) == CORNERS
    assert seen.width > seen.height


def test_black_bars_of_a_thumbnail_are_cut_away() -> None:
    barred = Image.new("RGB", (160, 120))
    barred.paste(a_picture(160, 107), (0, 6))
    seen = glimpse(a_camera_file(1, barred))
    assert seen is not None
    assert (seen.width, seen.height) == (160, 107)
    assert corners(seen.data) == CORNERS


def test_the_beginning_of_a_file_is_enough() -> None:
    data = a_camera_file(1, a_picture(160, 106)) + b"\0" * HEAD_BYTES
    assert glimpse(data[:HEAD_BYTES]) is not None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff",
        encoded(a_picture()),
        encoded(a_picture(), "PNG"),
        encoded(a_picture(), exif=exif(6)),
        encoded(a_picture(), exif=exif_with_thumbnail(1, b"no picture")),
        encoded(a_picture(), exif=exif_with_thumbnail(1, encoded(a_picture(900, 600)))),
        encoded(a_picture(), exif=exif_with_thumbnail(1, encoded(a_picture(160, 106))[:400])),
    ],
)
def test_where_there_is_no_thumbnail_nothing_is_seen(data: bytes) -> None:
    assert glimpse(data) is None


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_one_decoding_tells_what_three_would(path: Path) -> None:
    data = path.read_bytes()
    found = take_in(data, path.name, "f1")
    assert (found.photo, found.probe) == photo_from(data, path.name, "f1")
    assert found.quality == look(data, path.name)
    assert found.glance is not None
    assert found.glance.width == min(GLANCE.width_px, found.photo.width)


@pytest.mark.parametrize("turned", TO_STORED)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_glance_stands_upright(turned: int, kind: str) -> None:
    data = encoded(stored(turned, 900, 600), kind, exif=exif(turned))
    found = take_in(data, "a", "f1")
    assert found.glance is not None
    assert corners(found.glance.data) == CORNERS
    assert (found.photo.width, found.photo.height) == (900, 600)


def test_a_glance_looks_as_the_renderer_would_make_it(tmp_path: Path) -> None:
    data = encoded(a_picture(900, 600))
    assets, photo = photo_of(data, width=900, height=600)
    made = Renderer(None).render(assets, [(photo, GLANCE)])[photo.media, GLANCE]
    found = take_in(data, "a", "f1").glance
    assert found is not None
    assert (found.width, found.height) == (made.width, made.height) == (480, 320)
    assert corners(made.data) == corners(found.data)


def test_no_glance_is_enlarged_from_a_narrow_decoding() -> None:
    assert take_in(encoded(a_picture(600, 6000)), "a", "f1").glance is None


def test_a_kept_glance_is_not_made_again(tmp_path: Path) -> None:
    renderer = Renderer(tmp_path)
    assets, photo = photo_of(encoded(a_picture(900, 600)), width=900, height=600)
    other = encoded(Image.new("RGB", (480, 320), "white"))
    renderer.keep(photo, GLANCE, Picture(other, 480, 320))
    assert renderer.render(assets, [(photo, GLANCE)])[photo.media, GLANCE].data == other


def test_a_picture_that_is_cut_off_is_refused() -> None:
    with pytest.raises(PressDeskError, match="cut off"):
        take_in(encoded(a_picture(600, 400))[:2000], "a.jpg", "f1")


@pytest.mark.parametrize(
    ("size", "kind", "options", "expected"),
    [
        ((3200, 2000), "JPEG", {}, False),
        ((3200, 2000), "JPEG", {"progressive": True}, True),
        ((3200, 2000), "PNG", {}, True),
        ((320, 200), "PNG", {}, False),
    ],
)
def test_what_takes_memory_is_told_by_its_header(
    size: tuple[int, int], kind: str, options: dict[str, Any], expected: bool
) -> None:
    assert is_heavy(encoded(a_picture(*size), kind, **options)) is expected


def test_nothing_is_measured_twice(tmp_path: Path) -> None:
    data = encoded(a_picture(900, 600))
    calls: list[int] = []

    def measure():
        calls.append(1)
        return look(data, "a")

    first = Measured(tmp_path / "quality").of("0" * 64, measure)
    assert Measured(tmp_path / "quality").of("0" * 64, measure) == first == look(data, "a")
    assert len(calls) == 1


def test_what_is_too_small_to_tell_is_kept_too(tmp_path: Path) -> None:
    quality = look(encoded(a_picture()), "a")
    assert quality.sharpness == float("inf")
    measured = Measured(tmp_path)
    measured.put("0" * 64, quality)
    assert measured.get("0" * 64) == quality


def test_a_damaged_measurement_is_made_again(tmp_path: Path) -> None:
    measured = Measured(tmp_path)
    quality = look(encoded(a_picture()), "a")
    measured.put("0" * 64, quality)
    next(tmp_path.iterdir()).write_bytes(b"\xff")
    assert measured.get("0" * 64) is None
    assert measured.of("0" * 64, lambda: quality) == quality


def test_measurements_by_another_recipe_go(tmp_path: Path) -> None:
    measured = Measured(tmp_path)
    measured.put("0" * 64, look(encoded(a_picture()), "a"))
    (tmp_path / f"{'1' * 64}.v0.quality").write_bytes(b"old")
    measured.trim()
    assert len([*tmp_path.iterdir()]) == 1
    assert measured.get("0" * 64)


def test_a_picture_is_like_itself_smaller(tmp_path: Path) -> None:
    data = SAMPLES[0].read_bytes()
    with Image.open(SAMPLES[0]) as picture:
        smaller = encoded(picture.convert("RGB").resize((400, 300)))
    assert is_like(look(data, "a"), look(smaller, "b"))
    assert not is_like(look(data, "a"), look(SAMPLES[1].read_bytes(), "c"))
