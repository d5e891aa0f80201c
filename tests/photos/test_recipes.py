"""Crop, straightening and focal point: done at the rendition, for every way a photo is stored."""

from io import BytesIO
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import Image, ImageDraw, ImageStat

from pressdesk.model.framing import Box, Crop, Point
from pressdesk.model.photo import Photo
from pressdesk.photos.cache import Cache
from pressdesk.photos.render import COLUMN, FULL, LEAD, THUMBNAIL, WEB, Renderer
from pressdesk.photos.scaling import renditions
from pressdesk.photos.target import Picture, Recipe, Target, recipe_of, target_frame
from tests.builders import a_mark, a_photo
from tests.photos import pictures
from tests.photos.pictures import CORNERS, a_picture, corners, encoded, photo_of, sha256, stored

SMALL = Target(48)
MIDDLE = Crop(box=Box(0.25, 0.25, 0.5, 0.5))
UPPER_RIGHT = Crop(box=Box(0.5, 0.0, 0.5, 0.5))


def rendition(
    data: bytes, target: Target, crop: Crop | None, focus: Point | None = None
) -> Picture:
    return renditions(data, "bridge", [target], Recipe(crop, focus))[target]


def opened(picture: Picture) -> Any:
    return Image.open(BytesIO(picture.data)).convert("RGB")


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_the_crop_is_of_the_upright_picture(kind: str, orientation: int) -> None:
    data = encoded(stored(orientation), kind, exif=pictures.exif(orientation))

    whole = rendition(data, SMALL, MIDDLE)
    assert corners(whole.data) == CORNERS
    assert opened(whole).size == (whole.width, whole.height) == (48, 32)
    one = rendition(data, SMALL, UPPER_RIGHT)
    assert corners(one.data) == ("lime",) * 4


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_large_photo_decoded_small_is_cropped_at_the_same_place(orientation: int) -> None:
    data = encoded(stored(orientation, 4800, 3200), exif=pictures.exif(orientation))
    crop = Crop(box=Box(0.3, 0.4, 0.4, 0.2))

    made = renditions(data, "bridge.jpg", [Target(640), FULL], Recipe(crop))

    assert (made[Target(640)].width, made[Target(640)].height) == (640, 213)
    assert (made[FULL].width, made[FULL].height) == (1920, 640)
    assert corners(made[Target(640)].data) == corners(made[FULL].data) == CORNERS


def test_a_crop_that_is_smaller_than_the_target_is_not_enlarged() -> None:
    made = rendition(encoded(a_picture(600, 400)), COLUMN, MIDDLE)

    assert (made.width, made.height) == (300, 200)


def a_horizon(angle: float) -> bytes:
    """Sky over sea, held at an angle: the horizon falls to the right where it is positive."""
    picture = Image.new("RGB", (900, 600), (90, 160, 250))
    sea = Image.new("RGB", (2000, 1000), (0, 40, 60))
    mask = Image.new("L", (2000, 1000), 0)
    ImageDraw.Draw(mask).rectangle((0, 500, 2000, 1000), fill=255)
    turned = mask.rotate(-angle, Image.Resampling.BICUBIC)
    picture.paste(sea.crop((550, 200, 1450, 800)), mask=turned.crop((550, 200, 1450, 800)))
    return encoded(picture)


@pytest.mark.parametrize("angle", [-20.0, -3.5, 3.5, 12.0])
def test_a_slanting_horizon_is_made_level_without_empty_corners(angle: float) -> None:
    made = opened(rendition(a_horizon(angle), COLUMN, Crop(angle=-angle)))

    def horizon(x: int) -> int:
        return next(y for y in range(made.height) if made.getpixel((x, y))[2] < 155)

    levels = [horizon(x) for x in range(5, made.width - 5, 20)]
    assert max(levels) - min(levels) <= 2
    right, low = made.width - 1, made.height - 1
    for x, y in ((0, 0), (right, 0), (0, low), (right, low)):
        red, _, blue = made.getpixel((x, y))
        assert (abs(red - 90) < 12 and blue > 235) if y == 0 else (red < 12 and 48 < blue < 72)


def test_straightening_shows_what_the_frame_says(tmp_path: Any) -> None:
    """A spot in the picture lies where the frame puts it."""
    picture = Image.new("RGB", (900, 600), "white")
    ImageDraw.Draw(picture).ellipse((590, 190, 610, 210), fill="red")
    photo = a_photo(width=900, height=600, crop=Crop(box=Box(0.3, 0.1, 0.6, 0.7), angle=15))
    shown = target_frame(photo, COLUMN)
    made = opened(rendition(encoded(picture), COLUMN, photo.crop))

    x, y = shown.seen(600, 200)
    assert (made.width, made.height) == (round(shown.width), round(shown.height))
    assert made.getpixel((round(x), round(y)))[1] < 60
    assert made.getpixel((round(x) + 14, round(y)))[1] > 200


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_picture_stored_sideways_is_straightened_upright(orientation: int) -> None:
    data = encoded(stored(orientation, 600, 400), exif=pictures.exif(orientation))

    made = rendition(data, Target(200), Crop(angle=5))

    assert corners(made.data) == CORNERS


def test_a_fixed_shape_keeps_the_focal_point_in_sight() -> None:
    data = encoded(a_picture(4800, 800))

    lead = rendition(data, LEAD, None, Point(0.95, 0.1))
    assert (lead.width, lead.height) == (1200, 630)
    assert corners(lead.data) == ("lime", "lime", "yellow", "yellow")
    small = rendition(data, THUMBNAIL, None)
    assert (small.width, small.height) == (540, 360)
    assert corners(small.data) == CORNERS


def test_a_photo_too_small_for_a_fixed_shape_has_it_in_small() -> None:
    made = rendition(encoded(a_picture(600, 400)), LEAD, None)

    assert (made.width, made.height) == (600, 315)


def test_a_panorama_is_not_decoded_too_small_for_its_middle() -> None:
    noise = Image.effect_noise((16_000, 900), 100)

    made = rendition(encoded(noise.convert("RGB")), LEAD, None)

    assert ImageStat.Stat(opened(made).convert("L")).stddev[0] > 40


def test_what_is_made_together_is_what_is_made_alone() -> None:
    data = encoded(a_picture(5000, 1000).rotate(7))
    recipe = Recipe(Crop(box=Box(0.1, 0.1, 0.6, 0.8), angle=2), Point(0.4, 0.4))
    targets = [COLUMN, *WEB, LEAD, THUMBNAIL, FULL]

    together = renditions(data, "bridge.jpg", targets, recipe)

    assert list(together) == targets
    for target in targets:
        assert renditions(data, "bridge.jpg", [target], recipe)[target] == together[target]


def test_the_recipe_of_a_photo_has_the_faces_for_its_focal_point() -> None:
    photo = a_photo(marks=(a_mark("p1", 0.7, 0.2),), crop=Crop(box=Box(0.5, 0.0, 0.5, 1.0)))

    assert recipe_of(photo) == Recipe(photo.crop, Point(0.75, 0.275))
    assert recipe_of(a_photo(crop=Crop(focus=Point(0.1, 0.2)))) == Recipe(None, Point(0.1, 0.2))


def test_originals_stay_untouched_and_each_recipe_has_its_own_place_in_the_cache(
    tmp_path: Any,
) -> None:
    data = encoded(a_picture(600, 400))
    assets, photo = photo_of(data)
    photo = replace(photo, width=600, height=400)
    cropped = replace(photo, id="f2", crop=UPPER_RIGHT)
    renderer = Renderer(tmp_path)
    jobs = [(photo, WEB[0]), (cropped, WEB[0]), (photo, LEAD), (cropped, LEAD)]

    first = renderer.pictures(assets, jobs)

    assert [corners(picture.data) for picture in first] == [CORNERS, ("lime",) * 4] * 2
    assert len(list(tmp_path.iterdir())) == 4
    assert renderer.pictures(assets, jobs) == first
    assert sha256(assets.read(photo.media)) == photo.media == sha256(data)
    assert Cache(tmp_path).get(photo.media, WEB[0], Recipe(UPPER_RIGHT)) == first[1]
    assert Cache(tmp_path).get(photo.media, WEB[0], Recipe(MIDDLE)) is None


def test_the_focal_point_matters_only_where_a_shape_is_fixed() -> None:
    one, other = Recipe(None, Point(0.1, 0.1)), Recipe(None, Point(0.2, 0.1))

    assert one.key(COLUMN) == other.key(COLUMN) == ""
    assert one.key(LEAD) != other.key(LEAD)


def test_what_was_removed_is_told_with_the_rendition_and_kept_with_it(tmp_path: Any) -> None:
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (47.0, 30.0, 0.0)}
    exif[0x8769] = {0xA431: "SN-1234567"}
    data = encoded(a_picture(), exif=exif.tobytes(), comment=b"not for you")
    assets, photo = photo_of(data)

    told = [_first(Renderer(tmp_path), assets, photo) for _ in range(2)]

    assert told == [("position", "serial number", "comment")] * 2
    assert b"SN-1234567" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def _first(renderer: Renderer, assets: Any, photo: Photo) -> tuple[str, ...]:
    return renderer.pictures(assets, [(photo, WEB[0])])[0].removed
