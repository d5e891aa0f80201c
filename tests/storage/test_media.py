"""Photo bytes outside any package are there when an undo asks for them."""

import hashlib
import os
from pathlib import Path

from pressdesk.model.assets import Assets
from pressdesk.storage.media import MediaStore


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
