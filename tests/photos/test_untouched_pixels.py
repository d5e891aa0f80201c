"""A JPEG that needs no other pixels goes out with those it has: only its segments are rewritten."""

import random
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from pressdesk.model.framing import Box, Crop
from pressdesk.model.problem import PressDeskError
from pressdesk.photos import iim, jpeg
from pressdesk.photos.metadata import Record, with_metadata
from pressdesk.photos.render import FULL
from pressdesk.photos.scaling import renditions
from pressdesk.photos.target import Recipe
from tests.photos import pictures
from tests.photos.pictures import a_picture, corners, encoded, private_tags, stored, tags, xmp

RECORD = Record(caption="玻璃桥 opens", credit="River Museum", people=("Mira Harlow",))


def full(data: bytes) -> bytes:
    made = renditions(data, "bridge.jpg", [FULL])[FULL]
    return with_metadata(made.data, RECORD)


def pixels(data: bytes) -> tuple[str, bytes]:
    with Image.open(BytesIO(data)) as picture:
        return picture.mode, picture.tobytes()


def scans(data: bytes) -> list[bytes]:
    return [part.scan for part in jpeg.segments(data) if part.marker == jpeg.SOS]


def a_jpeg(chance: random.Random) -> bytes:
    """A photo as some camera or program might write it."""
    size = chance.randint(1, 400), chance.randint(1, 300)
    noise = Image.effect_noise(size, chance.randint(10, 120))
    picture: Any = noise if chance.random() < 0.2 else Image.merge("RGB", (noise,) * 3)
    if picture.mode == "RGB":
        picture = Image.blend(picture, a_picture(*size), chance.random())
    options: dict[str, Any] = {
        "quality": chance.randint(20, 100),
        "progressive": chance.random() < 0.4,
        "optimize": chance.random() < 0.5,
        "comment": chance.choice((b"", b"a remark")),
        "exif": pictures.exif(chance.choice((0, 1))) if chance.random() < 0.5 else b"",
    }
    if picture.mode == "RGB":
        options["subsampling"] = chance.choice((0, 1, 2))
    if chance.random() < 0.3:
        options["restart_marker_rows"] = 1
    if chance.random() < 0.3:
        options["icc_profile"] = chance.randbytes(chance.randint(100, 200_000))
    if chance.random() < 0.3:
        options["xmp"] = xmp("<dc:source>elsewhere</dc:source>")
    return encoded(picture, **options)


@pytest.mark.parametrize("seed", range(50))
def test_fifty_photos_are_decoded_equal_before_and_after(seed: int) -> None:
    data = a_jpeg(random.Random(seed))

    out = full(data)

    assert pixels(out) == pixels(data)
    assert scans(out) == scans(data)
    assert b"a remark" not in out
    assert b"elsewhere" not in out
    assert Image.open(BytesIO(out)).info.get("icc_profile") == (
        Image.open(BytesIO(data)).info.get("icc_profile")
    )


def test_a_colour_profile_of_511_kilobytes_in_eight_segments_stays() -> None:
    profile = random.Random(5).randbytes(523_264)
    data = encoded(a_picture(), icc_profile=profile)

    out = full(data)

    assert sum(part.is_profile for part in jpeg.header(out)) == 8
    assert Image.open(BytesIO(out)).info["icc_profile"] == profile
    assert pixels(out) == pixels(data)


def test_many_photoshop_segments_padded_and_extended_xmp_give_way_to_ours(tmp_path: Path) -> None:
    block = iim.write([("caption", "Old caption"), ("credit", "Somebody")])
    padded = xmp("<dc:source>elsewhere</dc:source>") + b" " * 20_000
    extended = b"http://ns.adobe.com/xmp/extension/\0" + b"A" * 32 + b"\0\0\xff\xff" + b"\0" * 4
    odd = [
        jpeg.Segment(jpeg.APP1, jpeg.XMP + padded),
        jpeg.Segment(jpeg.APP1, extended + b"<private>elsewhere</private>"),
        *(jpeg.Segment(jpeg.APP13, jpeg.PHOTOSHOP + part) for part in (block[:20], block[20:])),
        jpeg.Segment(jpeg.APP13, b"Adobe_Photoshop2.5:elsewhere"),
        jpeg.Segment(0xEC, b"Ducky elsewhere"),
    ]
    data = encoded(a_picture())
    parts = list(jpeg.segments(data))
    data = jpeg.joined((parts[0], *odd, *parts[1:]))

    out = full(data)

    assert pixels(out) == pixels(data)
    for old in (b"elsewhere", b"Old caption", b"Somebody"):
        assert old not in out
    found = tags(out, tmp_path)
    assert private_tags(found) == set()
    assert found["IPTC:Caption-Abstract"] == found["XMP-dc:Description"] == RECORD.caption


@pytest.mark.parametrize(
    "name", ["app13-multiple.jpg", "xmp_padded.jpg", "icc_profile_big.jpg", "iptc.jpg"]
)
def test_real_odd_files_keep_their_pixels(name: str, corpus: Path, tmp_path: Path) -> None:
    data = (corpus / "images" / name).read_bytes()

    out = full(data)

    assert pixels(out) == pixels(data)
    assert private_tags(tags(out, tmp_path)) == set()
    with Image.open(BytesIO(data)) as before, Image.open(BytesIO(out)) as after:
        assert after.info.get("icc_profile") == before.info.get("icc_profile")


def test_a_photo_that_needs_other_pixels_gets_them_in_srgb() -> None:
    sideways = encoded(stored(6), exif=pictures.exif(6))
    cmyk = encoded(a_picture().convert("CMYK"))
    png = encoded(a_picture(), "PNG")

    for data in (sideways, cmyk, png):
        made = renditions(data, "bridge", [FULL])[FULL]
        assert (made.width, made.height) == (96, 64)
        assert corners(made.data) == pictures.CORNERS
        with Image.open(BytesIO(made.data)) as picture:
            profile: Any = ImageCms.ImageCmsProfile(BytesIO(picture.info["icc_profile"]))
            assert "sRGB" in ImageCms.getProfileDescription(profile)


def test_a_cropped_photo_is_encoded_with_all_its_colour() -> None:
    data = encoded(a_picture())

    made = renditions(data, "bridge", [FULL], Recipe(Crop(box=Box(0.5, 0.0, 0.5, 1.0))))[FULL]

    assert (made.width, made.height) == (48, 64)
    frame = jpeg.frame(made.data)
    assert frame is not None
    assert frame.payload[7] == 0x11  # luma sampled as often as chroma


def test_a_photo_cut_off_is_refused_and_never_passed_on() -> None:
    data = encoded(a_picture(300, 200))
    with pytest.raises(PressDeskError, match="cut off") as caught:
        renditions(data[: len(data) // 2], "bridge.jpg", [FULL])
    assert caught.value.code == "PD-IMG-003"
