import datetime as dt
from pathlib import Path

import pytest
from PIL import Image

from pressdesk.model.problem import PressDeskError
from pressdesk.photos.fields import PRIVATE
from pressdesk.photos.formats import kind as kind_of
from pressdesk.photos.probe import Difference, Fields, photo_from, probe
from tests.photos import pictures
from tests.photos.pictures import a_picture, encoded, exiftool, stored


def tagged(folder: Path, *arguments: str, data: bytes = b"") -> bytes:
    """A picture that the real exiftool has written into."""
    data = data or encoded(a_picture())
    path = folder / f"bridge.{kind_of(data)}"
    path.write_bytes(data)
    exiftool("-q", "-overwrite_original", "-codedcharacterset=utf8", *arguments, path)
    return path.read_bytes()


def refused(data: bytes, name: str = "bridge.jpg") -> PressDeskError:
    with pytest.raises(PressDeskError) as caught:
        probe(data, name)
    error = caught.value
    assert name in error.what
    assert all((error.why, error.safe, error.do))
    return error


ALL_FIELDS = Fields(
    caption="The glass bridge – 玻璃桥",
    headline="A bridge opens",
    creator="Ada Fenn",
    credit="River Museum / Fenn",
    source="River Museum",
    copyright="© 2026 River Museum",
    usage="Free for press use",
    alt="A bridge of glass between two towers",
    keywords=("bridge", "glass", "Lakeford"),
    taken=dt.date(2026, 3, 5),
    people=("Mira Harlow", "李明"),
)
AS_XMP = (
    "-XMP-dc:Description=The glass bridge – 玻璃桥",
    "-XMP-photoshop:Headline=A bridge opens",
    "-XMP-dc:Creator=Ada Fenn",
    "-XMP-photoshop:Credit=River Museum / Fenn",
    "-XMP-photoshop:Source=River Museum",
    "-XMP-dc:Rights=© 2026 River Museum",
    "-XMP-xmpRights:UsageTerms=Free for press use",
    "-XMP-iptcCore:AltTextAccessibility=A bridge of glass between two towers",
    "-XMP-dc:Subject=bridge",
    "-XMP-dc:Subject=glass",
    "-XMP-dc:Subject=Lakeford",
    "-XMP-photoshop:DateCreated=2026:03:05 10:15:00",
    "-XMP-iptcExt:PersonInImage=Mira Harlow",
    "-XMP-iptcExt:PersonInImage=李明",
)
AS_IIM = (
    "-IPTC:Caption-Abstract=The glass bridge – 玻璃桥",
    "-IPTC:Headline=A bridge opens",
    "-IPTC:By-line=Ada Fenn",
    "-IPTC:Credit=River Museum / Fenn",
    "-IPTC:Source=River Museum",
    "-IPTC:CopyrightNotice=© 2026 River Museum",
    "-IPTC:Keywords=bridge",
    "-IPTC:Keywords=glass",
    "-IPTC:Keywords=Lakeford",
    "-IPTC:DateCreated=2026:03:05",
)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_every_field_is_read_from_xmp(kind: str, tmp_path: Path) -> None:
    data = tagged(tmp_path, *AS_XMP, data=encoded(a_picture(), kind))

    found = probe(data, "bridge")

    assert found.fields == ALL_FIELDS
    assert found.differing == ()
    assert found.problems == ()


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_what_iim_can_hold_is_read_from_it(kind: str, tmp_path: Path) -> None:
    data = tagged(tmp_path, *AS_IIM, data=encoded(a_picture(), kind))

    fields = probe(data, "bridge").fields

    assert fields == Fields(
        caption=ALL_FIELDS.caption,
        headline=ALL_FIELDS.headline,
        creator=ALL_FIELDS.creator,
        credit=ALL_FIELDS.credit,
        source=ALL_FIELDS.source,
        copyright=ALL_FIELDS.copyright,
        keywords=ALL_FIELDS.keywords,
        taken=ALL_FIELDS.taken,
    )


def test_exif_stands_in_where_nothing_else_speaks(tmp_path: Path) -> None:
    data = tagged(
        tmp_path,
        "-EXIF:ImageDescription=The glass bridge – 玻璃桥",
        "-EXIF:Artist=Ada Fenn",
        "-EXIF:Copyright=© River Museum",
        "-EXIF:DateTimeOriginal=2026:03:05 10:15:00",
    )

    assert probe(data, "bridge.jpg").fields == Fields(
        caption="The glass bridge – 玻璃桥",
        creator="Ada Fenn",
        copyright="© River Museum",
        taken=dt.date(2026, 3, 5),
    )


@pytest.mark.parametrize(
    "words", ["OLYMPUS DIGITAL CAMERA", "DCIM\\100MEDIA\\DJI_0001.JPG", "SONY DSC "]
)
def test_what_a_camera_writes_by_itself_is_no_caption(words: str, tmp_path: Path) -> None:
    data = tagged(tmp_path, f"-EXIF:ImageDescription={words}")

    assert probe(data, "bridge.jpg").fields.caption == ""


def test_xmp_is_believed_first_and_every_other_value_kept(tmp_path: Path) -> None:
    data = tagged(
        tmp_path,
        "-XMP-dc:Description=From XMP",
        "-IPTC:Caption-Abstract=From IIM",
        "-EXIF:ImageDescription=From EXIF",
        "-IPTC:By-line=Ada Fenn",
        "-EXIF:Artist=Ada Fenn",
    )

    found = probe(data, "bridge.jpg")

    assert found.fields.caption == "From XMP"
    assert found.differing == (
        Difference("caption", (("XMP", "From XMP"), ("IIM", "From IIM"), ("EXIF", "From EXIF"))),
    )


def test_iim_that_ends_at_its_limit_does_not_disagree_with_xmp(tmp_path: Path) -> None:
    credit = "River Museum of Lakeford, press office, Norland"
    data = tagged(tmp_path, f"-XMP-photoshop:Credit={credit}", f"-IPTC:Credit={credit[:32]}")

    found = probe(data, "bridge.jpg")

    assert found.fields.credit == credit
    assert found.differing == ()


def test_alt_text_comes_from_nothing_but_an_alt_field(tmp_path: Path) -> None:
    data = tagged(tmp_path, "-XMP-dc:Description=A caption", "-XMP-dc:Title=A title")

    assert probe(data, "bridge.jpg").fields.alt == ""


def test_everything_private_is_named(tmp_path: Path) -> None:
    thumbnail = tmp_path / "thumbnail.jpg"
    thumbnail.write_bytes(encoded(a_picture(16, 16)))
    data = tagged(
        tmp_path,
        "-EXIF:GPSLatitude=51.5",
        "-EXIF:GPSLatitudeRef=N",
        "-EXIF:SerialNumber=SERIAL12345",
        "-EXIF:OwnerName=Ada Fenn",
        f"-ThumbnailImage<={thumbnail}",
        "-Comment=internal",
    )

    assert probe(data, "x.jpg").private == tuple(p for p in PRIVATE if p != "maker note")
    assert probe(encoded(a_picture()), "x.jpg").private == ()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_the_size_is_told_as_the_picture_stands_upright(kind: str, orientation: int) -> None:
    data = encoded(stored(orientation), kind, exif=pictures.exif(orientation))

    found = probe(data, "bridge")

    assert (found.width, found.height, found.orientation) == (96, 64, orientation)


@pytest.mark.parametrize("orientation", range(2, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_orientation_is_read_from_xmp_where_exif_is_silent(
    kind: str, orientation: int, tmp_path: Path
) -> None:
    data = tagged(
        tmp_path, f"-XMP-tiff:Orientation#={orientation}", data=encoded(stored(orientation), kind)
    )

    found = probe(data, "bridge")

    assert (found.width, found.height, found.orientation) == (96, 64, orientation)


def test_a_frame_of_many_is_announced() -> None:
    frames = [a_picture(), a_picture().rotate(180)]
    for kind in ("GIF", "WEBP", "PNG", "TIFF"):
        data = encoded(frames[0], kind, save_all=True, append_images=frames[1:])
        found = probe(data, "moving")
        assert found.frames == 2
        assert [problem.severity for problem in found.problems] == ["hint"]
    assert probe(encoded(a_picture(), "GIF"), "still.gif").frames == 1


def test_real_files_of_many_frames_are_announced_but_previews_in_a_jpeg_are_not(
    corpus: Path,
) -> None:
    def codes(name: str) -> list[str]:
        found = probe((corpus / "images" / name).read_bytes(), name)
        return [problem.code for problem in found.problems]

    assert codes("iss634.webp") == ["PD-IMG-011"]
    assert codes("frozenpond.mpo") == []


def test_broken_xmp_is_a_hint_and_the_rest_is_read() -> None:
    data = encoded(a_picture(), xmp=b"<x:xmpmeta", comment=b"internal")

    found = probe(data, "bridge.jpg")

    assert [problem.code for problem in found.problems] == ["PD-IMG-010"]
    assert found.private == ("comment",)


def test_guessed_colours_are_announced() -> None:
    found = probe(encoded(a_picture().convert("CMYK")), "print.jpg")

    assert [problem.code for problem in found.problems] == ["PD-IMG-012"]


def test_a_photo_is_filled_from_its_file_but_for_the_people(tmp_path: Path) -> None:
    data = tagged(tmp_path, *AS_XMP)

    photo, found = photo_from(data, "C:\\photos\\bridge.jpg", "f1")

    assert (photo.id, photo.name, photo.suffix) == ("f1", "bridge.jpg", "jpg")
    assert photo.media == pictures.sha256(data)
    assert (photo.width, photo.height) == (96, 64)
    assert photo.description == ALL_FIELDS.caption
    assert photo.people == ()
    assert found.fields.people == ALL_FIELDS.people
    for field in set(Fields.__struct_fields__) - {"caption", "people"}:
        assert getattr(photo, field) == getattr(ALL_FIELDS, field)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a JPEG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "not a JPEG"),
        (b"\0\0\0\x20ftypavif\0\0\0\0avifmif1miaf", "not a JPEG"),
        (b"II*\0\x10\0\0\0CR\2\0" + bytes(100), "not a JPEG"),
        (b"BM" + bytes(100), "not a JPEG"),
    ],
)
def test_what_is_no_picture_we_take_is_refused(data: bytes, reason: str) -> None:
    error = refused(data)

    assert error.code == "PD-IMG-001"
    assert reason in error.why


def test_a_camera_raw_file_with_its_preview_first_is_refused() -> None:
    assert refused(encoded(a_picture(), "TIFF", tiffinfo={254: 1})).code == "PD-IMG-001"


def test_without_the_extra_a_heic_picture_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pillow_heif", None)

    error = refused(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "phone.heic")

    assert error.code == "PD-IMG-001"
    assert "pressdesk[heic]" in error.do


def png_header(width: int, height: int) -> bytes:
    data = bytearray(encoded(Image.new("L", (1, 1)), "PNG"))
    data[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return bytes(data)


def gif_header(width: int, height: int) -> bytes:
    return b"GIF89a" + width.to_bytes(2, "little") + height.to_bytes(2, "little") + bytes(30)


def webp_header(width: int, height: int) -> bytes:
    canvas = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + canvas


def jpeg_header(width: int, height: int) -> bytes:
    data = bytearray(encoded(Image.new("L", (8, 8))))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return bytes(data)


@pytest.mark.parametrize("header", [png_header, gif_header, webp_header, jpeg_header])
@pytest.mark.parametrize(
    ("width", "height", "limit"),
    [(12_000, 12_000, "100 megapixels"), (20_001, 10, "20,000 pixels a side")],
)
def test_a_picture_beyond_the_limits_is_refused_with_number_and_limit(
    header: object, width: int, height: int, limit: str
) -> None:
    error = refused(header(width, height))  # type: ignore[operator]

    assert error.code == "PD-IMG-002"
    assert f"{width:,} x {height:,}" in error.why
    assert limit in error.why


def test_a_tiff_beyond_the_limits_is_refused_by_its_decoder() -> None:
    data = encoded(Image.new("L", (8, 8)), "TIFF")
    large = Image.new("1", (30_000, 10_000))

    assert probe(data, "small.tif").width == 8
    error = refused(encoded(large, "TIFF", compression="group4"))
    assert error.code == "PD-IMG-002"
    assert "300" in error.why


def test_a_file_of_more_than_60_megabytes_is_refused() -> None:
    error = refused(encoded(a_picture()) + bytes(60_000_000))

    assert error.code == "PD-IMG-002"
    assert "60.0 MB" in error.why


def test_a_jpeg_of_endless_passes_is_refused() -> None:
    data = encoded(Image.new("L", (4000, 4000)), progressive=True)
    last = data.rindex(b"\xff\xda")

    assert probe(data, "large.jpg").width == 4000
    assert refused(data[:-2] + data[last:-2] * 200 + data[-2:]).code == "PD-IMG-003"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF"])
def test_a_picture_cut_off_halfway_is_refused_when_it_is_taken_in(kind: str) -> None:
    data = encoded(Image.effect_noise((200, 200), 80), kind)

    with pytest.raises(PressDeskError) as caught:
        photo_from(data[: len(data) // 2], "bridge", "f1")

    assert caught.value.code == "PD-IMG-003"
