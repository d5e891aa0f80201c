"""Photos that lie in the opened file are copied as they are, and the result is the same archive."""

import datetime as dt
import gc
import os
import zipfile
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

import pytest
from msgspec.structs import replace

from pressdesk.model.assets import Assets
from pressdesk.model.release import Release
from pressdesk.storage.disk import Disk
from pressdesk.storage.held import HeldFile
from pressdesk.storage.package import Package, read_package, write_package
from tests.builders import a_photo, a_release

NOON = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)


class Counting(Disk):
    """A disk that counts the runs of bytes which are copied."""

    def __init__(self) -> None:
        self.runs: list[int] = []

    def copy(self, source: int, offset: int, count: int, target: BinaryIO) -> None:
        self.runs.append(count)
        super().copy(source, offset, count, target)


class WithoutCopying(Disk):
    """A disk of a system whose kernel does not copy: the bytes go through the program."""

    def copy_in_kernel(self, source: int, offset: int, count: int, target: BinaryIO) -> int:
        return 0


def with_photos(*pictures: bytes) -> tuple[Release, Assets]:
    assets, photos = Assets(), []
    for number, data in enumerate(pictures):
        assets, sha256 = assets.with_bytes(data)
        photos.append(a_photo(f"f{number}", media=sha256))
    return a_release(photos=tuple(photos)), assets


def save(path: Path, release: Release, assets: Assets, **more: object) -> Package:
    return write_package(path, release, assets, save_id=UUID(int=7), saved_at=NOON, **more)  # type: ignore[arg-type]


PICTURES = tuple(bytes([number]) * 10_000 for number in range(1, 6))


def test_all_photos_are_copied_in_one_run(tmp_path: Path):
    release, assets = with_photos(*PICTURES)
    first = save(tmp_path / "a.press", release, assets)
    disk = Counting()
    changed = replace(release, headline="Changed")
    save(tmp_path / "a.press", changed, first.assets, base=first, disk=disk)
    assert len(disk.runs) == 1
    assert disk.runs[0] > 50_000
    opened = read_package(tmp_path / "a.press")
    assert [opened.assets.read(photo.media) for photo in changed.photos] == list(PICTURES)


def test_a_copied_archive_is_byte_for_byte_the_one_written_anew(tmp_path: Path):
    release, assets = with_photos(*PICTURES)
    save(tmp_path / "anew.press", release, assets)
    for left_out in range(5):
        fewer = replace(release, photos=release.photos[:left_out] + release.photos[left_out + 1 :])
        base = save(tmp_path / "base.press", fewer, assets)
        base = replace(base, manifest=replace(base.manifest, save_id=None))
        save(tmp_path / "copied.press", release, base.assets.union(assets), base=base)
        assert (tmp_path / "copied.press").read_bytes() == (tmp_path / "anew.press").read_bytes()


def _parts(path: Path) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def test_photos_left_out_and_added_leave_the_others_copied(tmp_path: Path):
    release, assets = with_photos(*PICTURES)
    base = save(tmp_path / "a.press", release, assets)
    more, sha256 = base.assets.with_bytes(b"new")
    fewer = replace(
        release, photos=(*release.photos[1:4], a_photo("f9", media=sha256, suffix="png"))
    )
    disk = Counting()
    save(tmp_path / "a.press", fewer, more, base=base, disk=disk)
    assert sum(disk.runs) > 30_000
    opened = read_package(tmp_path / "a.press")
    assert set(opened.assets) == {photo.media for photo in fewer.photos}
    assert opened.assets.read(sha256) == b"new"


def test_where_the_kernel_does_not_copy_the_bytes_are_the_same(tmp_path: Path):
    release, assets = with_photos(*PICTURES)
    for name, disk in (("a", Disk()), ("b", WithoutCopying())):
        base = save(tmp_path / f"{name}.press", release, assets)
        save(tmp_path / f"{name}.press", release, base.assets, base=base, disk=disk)
    assert (tmp_path / "a.press").read_bytes() == (tmp_path / "b.press").read_bytes()


def test_entries_of_another_make_are_read_and_written_anew(tmp_path: Path):
    path = tmp_path / "a.press"
    release, assets = with_photos(*PICTURES)
    save(path, release, assets)
    parts = _parts(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    base = read_package(path)
    disk = Counting()
    save(path, release, base.assets, base=base, disk=disk)
    assert disk.runs == []
    assert read_package(path).assets.read(release.photos[0].media) == PICTURES[0]


def test_a_release_is_saved_though_its_file_was_deleted_and_replaced(tmp_path: Path):
    path = tmp_path / "a.press"
    release, assets = with_photos(*PICTURES)
    save(path, release, assets)
    opened = read_package(path)
    path.unlink()
    path.write_bytes(b"something else")
    save(tmp_path / "b.press", release, opened.assets, base=opened)
    again = read_package(tmp_path / "b.press")
    assert again.assets.read(release.photos[3].media) == PICTURES[3]


@pytest.mark.skipif(not hasattr(os, "pread"), reason="nothing is held open here")
@pytest.mark.filterwarnings("error")
def test_a_held_file_is_let_go_in_silence(tmp_path: Path):
    path = tmp_path / "a.press"
    path.write_bytes(b"a")
    held = HeldFile(path)
    with held.descriptor() as descriptor:
        os.close(descriptor)
    del held
    gc.collect()
