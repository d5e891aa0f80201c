"""Of a damaged release comes back what is proven to be right, and nothing else."""

import datetime as dt
import random
import zipfile
from pathlib import Path
from uuid import UUID

import pytest

from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.storage.package import read_package, write_package
from pressdesk.storage.salvage import is_damage, salvage
from tests.builders import a_photo, a_release

NOON = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)
PICTURES = [random.Random(number).randbytes(5_000) for number in range(3)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    assets, photos = Assets(), []
    for number, data in enumerate(PICTURES):
        assets, sha256 = assets.with_bytes(data)
        photos.append(a_photo(f"f{number}", media=sha256, name=f"{number}.jpg"))
    path = tmp_path / "r.press"
    release = a_release(photos=tuple(photos))
    write_package(path, release, assets, save_id=UUID(int=7), saved_at=NOON)
    return path


def place_of(path: Path, name: str) -> int:
    with zipfile.ZipFile(path) as archive:
        return archive.getinfo(name).header_offset


def whole(path: Path) -> Release:
    return read_package(path).release


def test_a_file_without_its_end_gives_all_its_parts(path: Path):
    release = whole(path)
    data = path.read_bytes()
    path.write_bytes(data[:-200])
    with pytest.raises(PressDeskError, match="PD-DOC-002"):
        read_package(path)
    saved = salvage(path)
    assert saved.release == release
    assert saved.problems == ()
    assert [saved.assets.read(photo.media) for photo in release.photos] == PICTURES


def test_a_damaged_photo_is_left_out_and_named(path: Path):
    release = whole(path)
    media = release.photos[1].media
    data = bytearray(path.read_bytes())
    data[place_of(path, f"media/{media}.jpg") + 3_000] ^= 1
    path.write_bytes(data[:-100])
    saved = salvage(path)
    assert saved.release == release
    assert media not in saved.assets
    assert [problem.message for problem in saved.problems] == [
        "The picture of the photo “1.jpg” was lost."
    ]


def test_text_with_one_wrong_bit_is_never_given(path: Path):
    start = place_of(path, "release.json") + 42
    data = path.read_bytes()
    for place in range(start, start + 400, 7):
        damaged = bytearray(data)
        damaged[place] ^= 0x10
        path.write_bytes(damaged)
        with pytest.raises(PressDeskError, match=r"text can't be read any more.*PD-DOC-011"):
            salvage(path)


def test_text_that_the_manifest_does_not_name_is_never_given(path: Path):
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["release.json"] = parts["release.json"].replace(b"River", b"Liver")
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    with pytest.raises(PressDeskError, match="PD-DOC-011"):
        salvage(path)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no release at all" * 100])
def test_what_is_no_release_is_refused(tmp_path: Path, data: bytes):
    path = tmp_path / "r.press"
    path.write_bytes(data)
    with pytest.raises(PressDeskError, match=r"“r.press” was not opened\..*PD-DOC-011"):
        salvage(path)
    with pytest.raises(PressDeskError, match="no such file"):
        salvage(tmp_path / "absent.press")


def test_a_file_that_lost_a_piece_in_the_middle_gives_the_rest(path: Path):
    release = whole(path)
    data = path.read_bytes()
    place = place_of(path, f"media/{release.photos[1].media}.jpg")
    path.write_bytes(data[: place + 100] + data[place + 2_000 :])
    with pytest.raises(PressDeskError, match="PD-DOC-002") as caught:
        read_package(path)
    assert is_damage(caught.value)
    saved = salvage(path)
    assert saved.release == release
    assert [problem.place.item for problem in saved.problems] == ["f1"]


def test_zeroes_in_the_middle_cost_only_what_lay_there(path: Path):
    release = whole(path)
    first = sorted(photo.media for photo in release.photos)[0]
    start = place_of(path, f"media/{first}.jpg")
    data = bytearray(path.read_bytes())
    data[start : start + 1_000] = bytes(1_000)
    path.write_bytes(data)
    saved = salvage(path)
    assert saved.release == release
    assert set(saved.assets) == {photo.media for photo in release.photos} - {first}
