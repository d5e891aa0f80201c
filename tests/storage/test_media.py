"""Photo bytes outside any package are there when an undo asks for them."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError
from pressdesk.storage.media import MediaStore

HARMS: dict[str, Callable[[Path], object]] = {
    "changed": lambda path: path.write_bytes(b"pixture"),
    "cut off": lambda path: path.write_bytes(b"pict"),
    "gone": Path.unlink,
}


def unreadable() -> BinaryIO:
    raise PressDeskError("PD-DOC-002", "The photo", "Its bytes are damaged.")


@pytest.fixture
def store(tmp_path: Path) -> MediaStore:
    return MediaStore(tmp_path / "media")


def test_bytes_that_are_kept_are_read_back_from_the_disk(tmp_path: Path):
    store = MediaStore(tmp_path / "media")
    assets, sha256 = store.add(Assets(), b"picture")
    assert sha256 == hashlib.sha256(b"picture").hexdigest()
    assert assets.read(sha256) == b"picture"
    assert [path.name for path in (tmp_path / "media").iterdir()] == [sha256]


def test_the_same_bytes_are_kept_once(tmp_path: Path):
    store = MediaStore(tmp_path / "media")
    once, _ = store.add(Assets(), b"picture")
    twice, _ = store.add(once, b"picture")
    assert twice is once


def test_bytes_that_are_put_again_are_as_new_as_those_put_first(tmp_path: Path):
    store = MediaStore(tmp_path / "media")
    sha256 = store.put(b"picture")
    os.utime(tmp_path / "media" / sha256, (1_000, 1_000))
    store.put(b"picture")
    store.clear(set(), before=2_000)
    assert store.holds(sha256)


def test_only_what_nobody_else_has_is_kept(tmp_path: Path):
    assets, here = Assets().with_bytes(b"here")
    assets, gone = assets.with_bytes(b"gone")
    kept = MediaStore(tmp_path / "media").keep(assets, {here})
    assert list(kept) == [gone]
    assert kept.read(gone) == b"gone"


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_bytes_that_were_harmed_where_they_are_kept_are_told_and_not_given(
    tmp_path: Path, store: MediaStore, harm: Callable[[Path], object]
):
    assets, sha256 = store.add(Assets(), b"picture")
    harm(tmp_path / "media" / sha256)
    with pytest.raises(PressDeskError, match="PD-DOC-009"):
        assets.open(sha256)


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_bytes_that_were_harmed_where_they_are_kept_are_whole_once_put_again(
    tmp_path: Path, store: MediaStore, harm: Callable[[Path], object]
):
    sha256 = store.put(b"picture")
    harm(tmp_path / "media" / sha256)
    store.put(b"picture")
    assert store.get(sha256).read(sha256) == b"picture"


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_what_an_earlier_run_kept_is_looked_at_before_it_is_relied_on(
    tmp_path: Path, store: MediaStore, harm: Callable[[Path], object]
):
    assets, sha256 = Assets().with_bytes(b"picture")
    store.keep_one(assets, sha256)
    harm(tmp_path / "media" / sha256)
    today = MediaStore(tmp_path / "media")
    today.keep_one(assets, sha256)
    assert today.get(sha256).read(sha256) == b"picture"


def test_a_photo_that_can_not_be_read_keeps_none_of_the_others_from_being_kept(store: MediaStore):
    assets, whole = Assets({"0" * 64: unreadable}).with_bytes(b"picture")
    assert not store.keep_one(assets, "0" * 64)
    kept = store.keep(assets, set())
    assert kept.has_from(assets, "0" * 64)
    assert not kept.has_from(assets, whole)
    assert kept.read(whole) == b"picture"
    assert not store.holds("0" * 64)
