"""What is measured of a picture, and the sentences a person gets to see."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageDraw, ImageFilter

from pressdesk.model.framing import Box, Crop
from pressdesk.model.problem import PressDeskError, Problems
from pressdesk.paths import shipped
from pressdesk.photos.quality import (
    BLOWN,
    NEAR,
    SHARP,
    look,
    near_duplicates,
    quality_problems,
    size_problems,
)
from tests.builders import a_photo
from tests.photos import pictures
from tests.photos.pictures import a_picture, encoded, stored

SAMPLES = sorted((shipped("resources") / "samples" / "photos").glob("*.jpg"))


def codes(problems: Problems) -> list[str]:
    return [problem.code for problem in problems]


def said(data: bytes) -> list[str]:
    return codes(quality_problems(a_photo(), look(data, "bridge.jpg")))


def a_scene() -> Image.Image:
    with Image.open(SAMPLES[0]) as picture:
        return picture.convert("RGB")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sharp_photo_is_sharp_and_the_same_out_of_focus_is_not(path: Path) -> None:
    data = path.read_bytes()
    assert look(data, path.name).sharpness > 10 * SHARP
    assert "PD-IMG-032" not in said(data)
    with Image.open(path) as picture:
        blurred = picture.convert("RGB").filter(ImageFilter.GaussianBlur(3))
    assert look(encoded(blurred), path.name).sharpness < SHARP / 2
    assert "PD-IMG-032" in said(encoded(blurred))


def test_a_soft_background_is_no_blur() -> None:
    scene = a_scene()
    soft = scene.filter(ImageFilter.GaussianBlur(8))
    width, height = scene.size
    box = (width // 3, height // 3, 2 * width // 3, 2 * height // 3)
    soft.paste(scene.crop(box), box)
    assert "PD-IMG-032" not in said(encoded(soft))


def test_the_real_photos_of_a_release_are_sharp(seed: Path) -> None:
    for path in sorted((seed / "photos").glob("*.jpg")):
        assert "PD-IMG-032" not in said(path.read_bytes()), path.name


def test_a_large_photo_is_measured_as_it_is_seen() -> None:
    scene = a_scene()
    large = scene.resize((scene.width * 4, scene.height * 4), Image.Resampling.BICUBIC)
    small, big = look(encoded(scene), "a.jpg"), look(encoded(large), "b.jpg")
    assert big.sharpness > 10 * SHARP  # at its full size it would be below
    assert (small.hash ^ big.hash).bit_count() <= NEAR


def test_blown_lights_are_told_with_their_share() -> None:
    scene = a_scene()
    ImageDraw.Draw(scene).rectangle((0, 0, scene.width // 5, scene.height), fill="white")
    quality = look(encoded(scene), "a.jpg")
    assert quality.blown == pytest.approx(0.2, abs=0.02)
    (problem,) = quality_problems(a_photo(), quality)
    assert problem.code == "PD-IMG-033"
    assert "20% of it is pure white" in problem.message
    assert look(encoded(a_scene()), "a.jpg").blown < BLOWN


def test_a_yellow_wall_is_not_blown() -> None:
    assert look(encoded(Image.new("RGB", (300, 300), (255, 255, 0))), "a.jpg").blown == 0


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_the_hash_is_that_of_the_upright_picture(kind: str, orientation: int) -> None:
    upright = look(encoded(a_picture(90, 80)), "a.jpg").hash
    data = encoded(stored(orientation, 90, 80), kind, exif=pictures.exif(orientation))
    assert (look(data, "b").hash ^ upright).bit_count() <= 2


def test_the_same_picture_in_another_size_and_quality_is_told_and_another_is_not() -> None:
    scene = a_scene()
    again = encoded(scene.resize((500, 333)), quality=40)
    photos = (a_photo("f1"), a_photo("f2", name="copy.jpg"), a_photo("f3", name="other.jpg"))
    seen = [
        (photos[0], look(encoded(scene), "a.jpg")),
        (photos[1], look(again, "b.jpg")),
        (photos[2], look(SAMPLES[1].read_bytes(), "c.jpg")),
    ]
    (problem,) = near_duplicates(seen)
    assert (problem.code, problem.place.item) == ("PD-IMG-034", "f2")
    assert "“bridge.jpg”" in problem.message


def test_print_and_web_ask_for_pixels_at_the_size_it_is_placed() -> None:
    big = a_photo(width=6000, height=4000)
    assert size_problems(big, 160) == ()
    small = a_photo(width=900, height=600)
    dpi, web = size_problems(small, 160)
    assert (dpi.code, dpi.severity) == ("PD-IMG-030", "warning")
    assert dpi.message == "It has 143 dots per inch at 16.0 cm; print asks for 300."
    assert dpi.fix == "Ask for a larger picture, or place it at most 7.6 cm wide."
    assert web.message == "It is 900 pixels wide; a web page asks for 1,200."
    assert [each.severity for each in size_problems(a_photo(width=1500, height=1000), 160)] == [
        "hint"
    ]
    cropped = a_photo(width=6000, height=4000, crop=Crop(box=Box(0.0, 0.0, 0.15, 0.2)))
    assert codes(size_problems(cropped, 160)) == ["PD-IMG-030", "PD-IMG-031"]


def _profile(name: str) -> bytes:
    """The profile of sRGB under another name: what counts is that it is not called sRGB."""
    made: Any = ImageCms
    data = ImageCms.ImageCmsProfile(made.createProfile("sRGB")).tobytes()
    return data.replace(
        "sRGB built-in".encode("utf-16-be"), name.ljust(13)[:13].encode("utf-16-be")
    )


def test_what_an_export_changes_is_told() -> None:
    noise = Image.effect_noise((300, 300), 40)
    alpha = noise.convert("RGBA")
    alpha.putalpha(200)
    opaque = noise.convert("RGBA")
    cases = {
        "PD-IMG-013": encoded(alpha, "PNG"),
        "PD-IMG-014": encoded(Image.new("I;16", (90, 90), 40_000), "PNG"),
        "PD-IMG-015": encoded(noise.convert("CMYK")),
        "PD-IMG-016": encoded(noise.convert("RGB"), icc_profile=_profile("Display P3")),
    }
    for code, data in cases.items():
        assert said(data) == [code], code
    assert said(encoded(opaque, "PNG")) == []
    assert said(encoded(noise.convert("RGB"))) == []
    quality = look(cases["PD-IMG-016"], "a.jpg")
    assert quality.profile == "Display P3"
    assert "“Display P3”" in quality_problems(a_photo(), quality)[0].message


def test_real_odd_files_are_told(corpus: Path) -> None:
    told = {
        "tiff_16bit_RGB.tiff": "PD-IMG-014",
        "16bit.cropped.tif": "PD-IMG-014",
        "pil_sample_cmyk.jpg": "PD-IMG-015",
        "icc_profile_big.jpg": "PD-IMG-016",
    }
    for name, code in told.items():
        assert code in said((corpus / "images" / name).read_bytes()), name


def test_every_file_is_measured_or_refused(corpus: Path) -> None:
    measured = 0
    for path in sorted((corpus / "images").iterdir()):
        try:
            quality = look(path.read_bytes(), path.name)
        except PressDeskError:
            continue
        assert 0 <= quality.hash < 1 << 64
        measured += 1
    assert measured >= 20


def test_a_picture_too_small_to_tell_is_not_called_blurred() -> None:
    assert said(encoded(Image.new("RGB", (40, 40), "grey"))) == []
