from io import BytesIO

import pytest
from PIL import Image

from pressdesk.photos import jpeg
from tests.photos.pictures import a_picture, encoded


def test_taking_a_file_apart_and_joining_it_gives_the_same_bytes() -> None:
    data = encoded(a_picture(), progressive=True)

    assert jpeg.joined(jpeg.segments(data)) == data


def test_what_follows_the_end_of_the_picture_is_not_looked_at() -> None:
    data = encoded(a_picture())

    assert jpeg.joined(jpeg.segments(data + b"PK\3\4 a zip archive")) == data


def test_stuffed_bytes_and_restart_markers_belong_to_the_scan() -> None:
    noisy = Image.effect_noise((128, 128), 100)
    data = encoded(noisy, restart_marker_rows=1)
    scan = next(segment for segment in jpeg.segments(data) if segment.marker == jpeg.SOS).scan

    assert b"\xff\xd0" in scan
    assert b"\xff\0" in scan
    assert jpeg.joined(jpeg.segments(data)) == data


def test_junk_and_fill_bytes_between_segments_are_passed_over() -> None:
    data = encoded(a_picture())
    odd = data[:2] + b"\xff\x00\x12\xff\xff" + data[2:]

    assert jpeg.joined(jpeg.segments(odd)) == data


def test_fill_bytes_before_a_stuffed_byte_end_no_scan() -> None:
    data = encoded(a_picture())
    odd = data[:-2] + b"\xff\xff\0\xff\xff" + data[-2:]
    scan = next(segment for segment in jpeg.segments(odd) if segment.marker == jpeg.SOS).scan

    assert scan.endswith(b"\xff\xff\0")


@pytest.mark.parametrize("end", [1, 3, 10, 200, -2, -1])
def test_a_file_cut_off_anywhere_is_broken(end: int) -> None:
    with pytest.raises(jpeg.BrokenJpegError):
        list(jpeg.segments(encoded(a_picture())[:end]))


def test_the_header_of_a_file_cut_off_is_read_as_far_as_it_goes() -> None:
    data = encoded(a_picture(), comment=b"a remark")

    assert jpeg.COM in [segment.marker for segment in jpeg.header(data[:200])]


def test_the_size_is_read_without_decoding() -> None:
    assert jpeg.size(encoded(a_picture(96, 64), progressive=True)) == (96, 64)
    assert jpeg.size(b"\xff\xd8\xff\xd9") is None


def test_public_segments_hold_no_thumbnail_and_no_remark() -> None:
    data = encoded(a_picture(), comment=b"a remark")
    with_thumbnail = data[:2] + b"\xff\xe0\0\x13JFIF\0\1\2\0\0\1\0\1\1\1abc" + data[20:]

    kept = jpeg.joined(jpeg.public(with_thumbnail))

    assert b"remark" not in kept
    assert b"abc" not in kept
    assert Image.open(BytesIO(kept)).tobytes() == Image.open(BytesIO(data)).tobytes()
