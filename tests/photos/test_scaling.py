from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from pressdesk.model.problem import PressDeskError
from pressdesk.photos import jpeg
from pressdesk.photos.colour import srgb_profile
from pressdesk.photos.scaling import renditions
from pressdesk.photos.target import COLUMN, WEB, Picture, Target
from tests.photos import pictures
from tests.photos.pictures import CORNERS, a_picture, corners, encoded, exiftool, stored

SMALL = Target(48)


def rendition(data: bytes, target: Target = SMALL) -> Picture:
    return renditions(data, "bridge", [target])[target]


def opened(picture: Picture) -> Any:
    return Image.open(BytesIO(picture.data))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("target", [SMALL, COLUMN])
def test_a_sideways_phone_picture_stands_upright(
    kind: str, orientation: int, target: Target
) -> None:
    picture = rendition(encoded(stored(orientation), kind, exif=pictures.exif(orientation)), target)

    assert corners(picture.data) == CORNERS
    assert (picture.width, picture.height) == ((48, 32) if target is SMALL else (96, 64))
    assert opened(picture).size == (picture.width, picture.height)


@pytest.mark.parametrize("orientation", range(2, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_picture_whose_orientation_stands_only_in_xmp_stands_upright(
    kind: str, orientation: int, tmp_path: Path
) -> None:
    path = tmp_path / f"bridge.{kind[:4].lower().replace('jpeg', 'jpg').replace('tiff', 'tif')}"
    path.write_bytes(encoded(stored(orientation), kind))
    exiftool("-q", "-overwrite_original", f"-XMP-tiff:Orientation#={orientation}", path)

    picture = rendition(path.read_bytes())

    assert corners(picture.data) == CORNERS
    assert (picture.width, picture.height) == (48, 32)


def test_a_large_sideways_photo_is_decoded_small_and_stands_upright() -> None:
    data = encoded(stored(6, 4000, 3000), exif=pictures.exif(6))

    made = renditions(data, "bridge.jpg", [*WEB, COLUMN])

    assert [(made[target].width, made[target].height) for target in (*WEB, COLUMN)] == [
        (640, 480),
        (1280, 960),
        (1920, 1440),
        (1890, 1418),
    ]
    assert {corners(picture.data) for picture in made.values()} == {CORNERS}


def test_the_seeds_sideways_speaker_stands_upright(seed: Path) -> None:
    picture = rendition((seed / "photos" / "speech.jpg").read_bytes(), COLUMN)

    assert (picture.width, picture.height) == (1200, 1600)


def test_a_picture_is_never_enlarged() -> None:
    for kind in ("JPEG", "PNG"):
        picture = rendition(encoded(a_picture(), kind), COLUMN)
        assert (picture.width, picture.height) == (96, 64)


def test_a_rendition_depends_on_its_own_target_only() -> None:
    data = encoded(Image.effect_noise((4100, 3000), 60).convert("RGB"), quality=70)
    targets = [*WEB, COLUMN, Target(3000)]

    together = renditions(data, "bridge.jpg", targets)

    for target in targets:
        assert renditions(data, "bridge.jpg", [target])[target] == together[target]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF"])
def test_every_rendition_is_a_jpeg_in_srgb_with_nothing_else_in_it(kind: str) -> None:
    given = {"comment": b"internal"} if kind in ("JPEG", "GIF") else {}
    picture = rendition(encoded(a_picture(), kind, **given))

    with opened(picture) as shown:
        assert (shown.format, shown.mode) == ("JPEG", "RGB")
        assert shown.info["icc_profile"] == srgb_profile()
    kept = {segment.marker for segment in jpeg.segments(picture.data) if segment.is_application}
    assert kept == {jpeg.APP0, jpeg.APP2}
    assert b"internal" not in picture.data


def test_drawn_things_keep_their_edges_and_photos_their_size() -> None:
    def sampling(picture: Picture) -> tuple[int, ...]:
        return tuple(layer[1] for layer in opened(picture).layer)

    lossless = [
        encoded(a_picture(), "PNG"),
        encoded(a_picture(), "GIF"),
        encoded(a_picture(), "TIFF"),
        encoded(a_picture(), "WEBP", lossless=True),
        encoded(a_picture(), "WEBP", lossless=True, xmp=pictures.xmp("")),
    ]
    lossy = [
        encoded(a_picture()),
        encoded(a_picture(), "WEBP"),
        encoded(a_picture(), "WEBP", xmp=pictures.xmp("")),
        encoded(a_picture(), "TIFF", compression="jpeg"),
    ]
    assert {sampling(rendition(data)) for data in lossless} == {(1, 1, 1)}
    assert {sampling(rendition(data)) for data in lossy} == {(2, 1, 1)}
    assert opened(rendition(lossless[0])).quantization[0][0] <= 3


def test_a_small_jpeg_keeps_every_pixel_and_loses_what_is_private() -> None:
    data = encoded(
        a_picture(),
        quality=85,
        comment=b"internal",
        exif=pictures.exif(1),
        xmp=pictures.xmp("<exif:GPSLatitude>51,30N</exif:GPSLatitude>"),
    )
    picture = rendition(data + b"PK\3\4 a zip archive", COLUMN)

    with Image.open(BytesIO(data)) as before, opened(picture) as after:
        assert after.tobytes() == before.tobytes()
        assert after.info["icc_profile"] == srgb_profile()
    assert len(picture.data) < len(data) + 700
    for secret in (b"internal", b"GPS", b"Exif", b"zip"):
        assert secret not in picture.data


def test_a_small_jpeg_of_photoshop_gets_the_header_every_program_knows(corpus: Path) -> None:
    data = (corpus / "images" / "iptc.jpg").read_bytes()
    assert data[2:4] != b"\xff\xe0"

    picture = rendition(data, COLUMN)

    assert picture.data[2:4] == b"\xff\xe0"
    with Image.open(BytesIO(data)) as before, opened(picture) as after:
        assert after.tobytes() == before.tobytes()


def test_a_jpeg_stored_as_rgb_keeps_its_colours() -> None:
    data = encoded(a_picture(), keep_rgb=True)

    picture = rendition(data, COLUMN)

    assert corners(picture.data) == CORNERS
    assert opened(picture).info["jfif"]


@pytest.mark.parametrize("reason", ["cmyk", "grey", "turned", "wasteful", "another profile"])
def test_a_small_jpeg_that_needs_a_change_is_encoded_anew(reason: str, corpus: Path) -> None:
    noise = Image.effect_noise((96, 64), 200).convert("RGB")
    with Image.open(corpus / "images" / "icc_profile_big.jpg") as other:
        profile = other.info["icc_profile"]
    data = {
        "cmyk": encoded(a_picture().convert("CMYK")),
        "grey": encoded(a_picture().convert("L")),
        "turned": encoded(a_picture(), exif=pictures.exif(6)),
        "wasteful": encoded(noise, quality=100),
        "another profile": encoded(a_picture(), icc_profile=profile),
    }[reason]

    picture = rendition(data, COLUMN)

    with opened(picture) as shown:
        assert shown.mode == "RGB"
        assert shown.layers == 3
        assert shown.info["icc_profile"] == srgb_profile()
    scans = [s.scan for d in (data, picture.data) for s in jpeg.segments(d) if s.scan]
    assert scans[0] != scans[1]


def test_of_a_moving_picture_the_first_frame_is_shown() -> None:
    frames = [a_picture(), a_picture().rotate(180)]
    for kind in ("GIF", "WEBP", "PNG", "TIFF"):
        data = encoded(frames[0], kind, save_all=True, append_images=frames[1:])
        assert corners(rendition(data).data) == CORNERS


def test_a_phones_heic_picture_is_rendered() -> None:
    pillow_heif = pytest.importorskip("pillow_heif", reason="the heic extra is not installed")
    stream = BytesIO()
    upright = a_picture()
    try:
        pillow_heif.from_pillow(upright).save(stream, quality=90)
    except (RuntimeError, ValueError) as error:
        pytest.skip(f"this pillow_heif cannot write HEIC: {error}")

    picture = rendition(stream.getvalue())

    assert corners(picture.data) == CORNERS


def test_scaling_shows_the_same_picture() -> None:
    gradient = Image.linear_gradient("L").resize((4000, 3000)).convert("RGB")

    picture = rendition(encoded(gradient), Target(1000))

    expected = gradient.resize((1000, 750))
    apart = ImageChops.difference(opened(picture), expected)
    assert max(apart.tobytes()) <= 4


def test_a_damaged_photo_is_named() -> None:
    data = encoded(Image.effect_noise((200, 200), 80))

    with pytest.raises(PressDeskError, match="“bridge” is damaged"):
        rendition(data[:2000])
