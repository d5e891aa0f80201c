import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat

from pressdesk.photos.colour import (
    adobe_rgb_profile,
    is_srgb,
    levelled,
    srgb_profile,
    to_srgb,
)
from pressdesk.photos.opening import decode, open_picture
from pressdesk.photos.quality import look
from pressdesk.photos.scaling import renditions
from pressdesk.photos.target import FULL, WEB
from tests.photos.pictures import a_picture, encoded, exiftool

LIKE_IMAGEMAGICK = {
    "16bit.cropped.tif": 0.1,
    "tiff_16bit_RGB.tiff": 1.0,
    "tiff_strip_cmyk_jpeg.tif": 1.0,
    "pil_sample_cmyk.jpg": 1.0,
    "icc_profile_big.jpg": 1.0,
    "jpeg_ff00_header.jpg": 1.0,
    "xmp_tags_orientation.png": 1.0,
    "iss634.webp": 0.1,
    # ImageMagick takes Lab's white for D65, Photoshop and the TIFF specification for D50.
    "hopper.Lab.tif": 3.0,
}
"""Mean difference allowed, in CIE 1976 units: 1 is about what an eye can tell."""


def rendered(data: bytes, name: str) -> Image.Image:
    picture = open_picture(data, name)
    profile = picture.info.get("icc_profile") or b""
    return to_srgb(levelled(decode(picture, name)), profile)


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean CIE 1976 difference of two pictures in sRGB."""
    to_lab = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    bands: list[list[bytes]] = []
    for picture in (one, other):
        lab = ImageCms.applyTransform(picture.convert("RGB"), to_lab)
        bands.append([band.tobytes() for band in cast("Image.Image", lab).split()])
    squares = [
        [((a - b) * unit) ** 2 for a, b in zip(here, there, strict=True)]
        for here, there, unit in zip(*bands, (100 / 255, 1, 1), strict=True)
    ]
    return sum(sum(parts) ** 0.5 for parts in zip(*squares, strict=True)) / len(squares[0])


@pytest.mark.parametrize("name", LIKE_IMAGEMAGICK)
def test_colours_are_those_that_imagemagick_shows(name: str, corpus: Path, tmp_path: Path) -> None:
    if shutil.which("convert") is None:
        pytest.skip("ImageMagick is not on this machine")
    path, shown, profile = corpus / "images" / name, tmp_path / "shown.png", tmp_path / "srgb.icc"
    profile.write_bytes(srgb_profile())
    to_profile = ["-intent", "relative", "-black-point-compensation", "-profile", str(profile)]
    with Image.open(path) as picture:
        conversion = to_profile if picture.info.get("icc_profile") else ["-colorspace", "sRGB"]
    flat = ["-background", "white", "-flatten", "-depth", "8"]
    command = ["convert", f"{path}[0]", *conversion, *flat, str(shown)]
    subprocess.run(command, check=True, capture_output=True)

    with Image.open(shown) as reference:
        assert difference(rendered(path.read_bytes(), name), reference) < LIKE_IMAGEMAGICK[name]


def test_the_profile_written_is_srgb_and_the_same_every_time() -> None:
    profile = srgb_profile()

    assert is_srgb(profile)
    assert profile[24:36] == bytes.fromhex("07ea 0001 0001 0000 0000 0000")
    assert len(profile) < 1000


def test_grey_of_sixteen_bits_keeps_its_shades(tmp_path: Path) -> None:
    ramp = Image.linear_gradient("L")
    deep = ramp.convert("I").point(lambda value: value * 257).convert("I;16")

    for kind in ("PNG", "TIFF"):
        shown = rendered(encoded(deep, kind), "deep")
        extrema = ImageChops.difference(shown, ramp.convert("RGB")).getextrema()
        assert extrema == ((0, 0),) * 3


def test_grey_in_floating_point_goes_from_nought_to_one() -> None:
    ramp = Image.linear_gradient("L")
    floating = ramp.convert("F").point(lambda value: value / 255 + 0.0)

    shown = rendered(encoded(floating, "TIFF"), "floating.tif")

    assert ImageChops.difference(shown, ramp.convert("RGB")).getextrema() == ((0, 0),) * 3


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "L", "CMYK", "RGB", "YCbCr"])
def test_every_mode_becomes_rgb(mode: str) -> None:
    kind = "TIFF" if mode in ("CMYK", "YCbCr") else "PNG"
    white = Image.new("RGB", (8, 8), "white").convert(mode)

    shown = rendered(encoded(white, kind), "white")

    assert shown.mode == "RGB"
    assert shown.getpixel((4, 4)) == (255, 255, 255)


def test_what_is_transparent_is_white_and_what_is_half_so_is_mixed() -> None:
    clear = Image.new("RGBA", (3, 1), (255, 0, 0, 255))
    clear.putpixel((1, 0), (0, 0, 0, 0))
    clear.putpixel((2, 0), (0, 0, 0, 128))

    shown = rendered(encoded(clear, "PNG"), "clear.png")

    seen = [shown.getpixel((column, 0)) for column in range(3)]
    assert seen == [(255, 0, 0), (255, 255, 255), (127, 127, 127)]


def test_a_transparent_palette_entry_is_white() -> None:
    palette = a_picture().quantize(4)
    data = encoded(palette, "GIF", transparency=palette.getpixel((2, 2)))

    shown = rendered(data, "logo.gif")

    assert shown.getpixel((2, 2)) == (255, 255, 255)
    assert shown.getpixel((90, 60)) == (255, 255, 0)


def test_a_transparent_colour_is_white() -> None:
    data = encoded(a_picture(), "PNG", transparency=(255, 0, 0))

    assert rendered(data, "logo.png").getpixel((2, 2)) == (255, 255, 255)


@pytest.mark.parametrize("profile", [b"", b"short", b"\0" * 200, srgb_profile()[:300]])
def test_without_a_usable_profile_colours_stay_as_they_are(profile: bytes) -> None:
    data = encoded(a_picture(), "PNG", icc_profile=profile)

    assert rendered(data, "bridge.png").tobytes() == a_picture().tobytes()


def test_a_profile_for_another_kind_of_colour_is_passed_over(corpus: Path) -> None:
    with Image.open(corpus / "images" / "icc_profile_big.jpg") as picture:
        rgb_profile = picture.info["icc_profile"]
    cmyk = Image.new("CMYK", (8, 8), (0, 255, 255, 0))

    shown = rendered(encoded(cmyk, "TIFF", icc_profile=rgb_profile), "print.tif")

    assert shown.getpixel((4, 4)) == (255, 0, 0)


def test_grey_with_a_profile_for_rgb_is_converted_by_it(corpus: Path) -> None:
    with Image.open(corpus / "images" / "icc_profile_big.jpg") as picture:
        rgb_profile = picture.info["icc_profile"]
    grey = Image.linear_gradient("L")

    as_grey = rendered(encoded(grey, "PNG", icc_profile=rgb_profile), "grey.png")
    as_rgb = rendered(encoded(grey.convert("RGB"), "PNG", icc_profile=rgb_profile), "rgb.png")

    assert as_grey.tobytes() == as_rgb.tobytes()
    assert ImageStat.Stat(as_grey).mean != ImageStat.Stat(grey.convert("RGB")).mean


def test_white_is_zero_where_a_tiff_says_so() -> None:
    deep = Image.new("I;16", (8, 8), 0)
    data = encoded(deep, "TIFF", tiffinfo={262: 0})
    with Image.open(BytesIO(data)) as picture:
        assert picture.tag_v2[262] == 0  # type: ignore[attr-defined]

    assert rendered(data, "fax.tif").getpixel((4, 4)) == (255, 255, 255)


def of_a_camera(index: str, picture: Image.Image) -> bytes:
    """A JPEG as a camera marks it: R98 for sRGB, R03 for Adobe RGB (DCF 2.0)."""
    exif = Image.Exif()
    exif[0x8769] = {0xA001: 1 if index == "R98" else 0xFFFF, 0xA005: {1: index}}
    return encoded(picture, exif=exif.tobytes())


@pytest.mark.parametrize(
    ("adobe", "srgb"),
    [
        ((200, 100, 50), (227, 100, 42)),
        ((60, 120, 180), (0, 121, 184)),
        ((128, 128, 128), (128, 128, 128)),
        ((255, 255, 255), (255, 255, 255)),
    ],
)
def test_adobe_rgb_is_told_by_a_mark_of_the_camera_and_converted(
    adobe: tuple[int, int, int], srgb: tuple[int, int, int]
) -> None:
    """Expected are values from the matrices and curves of both standards."""
    data = of_a_camera("R03", Image.new("RGB", (64, 64), adobe))
    made = renditions(data, "bridge.jpg", [WEB[0], FULL])
    with Image.open(BytesIO(made[WEB[0]].data)) as picture:
        assert cast("tuple[int, ...]", picture.getpixel((30, 30))) == pytest.approx(srgb, abs=2)
    with Image.open(BytesIO(made[FULL].data)) as picture:
        assert cast("tuple[int, ...]", picture.getpixel((30, 30))) == pytest.approx(adobe, abs=2)
        assert picture.info["icc_profile"] == adobe_rgb_profile()
    assert look(data, "bridge.jpg").profile == "Adobe RGB (1998)"


def test_other_marks_of_the_camera_mean_srgb() -> None:
    data = of_a_camera("R98", Image.new("RGB", (64, 64), (200, 100, 50)))
    made = renditions(data, "bridge.jpg", [WEB[0], FULL])
    for picture in made.values():
        with Image.open(BytesIO(picture.data)) as opened:
            found = cast("tuple[int, ...]", opened.getpixel((30, 30)))
            assert found == pytest.approx((200, 100, 50), abs=2)


def test_exiftool_takes_the_profile_of_adobe_rgb_for_one(tmp_path: Path) -> None:
    path = tmp_path / "adobe.icc"
    path.write_bytes(adobe_rgb_profile())
    told = exiftool("-s3", "-ProfileDescription", "-ColorSpaceData", "-FileType", path)
    assert told.split("\n")[:2] == ["Adobe RGB (1998)", "RGB"]
