import os
from pathlib import Path

import pytest

from pressdesk.photos.cache import Cache
from pressdesk.photos.target import Picture, Target
from tests.photos.pictures import a_picture, encoded

MEDIA = "a" * 64
OTHER = "b" * 64
TARGET = Target(96)
PICTURE = Picture(encoded(a_picture()), 96, 64)


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new" / "cache")
    cache.put(MEDIA, TARGET, PICTURE)

    assert cache.get(MEDIA, TARGET) == PICTURE
    assert cache.get(OTHER, TARGET) is None
    assert cache.get(MEDIA, Target(97)) is None
    assert cache.get(MEDIA, Target(96, quality=90)) is None


def test_the_same_rendition_is_kept_once(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(MEDIA, TARGET, PICTURE)
    cache.put(MEDIA, TARGET, PICTURE)

    assert only_file(tmp_path).suffix == ".jpg"


@pytest.mark.parametrize("fault", ["empty", "cut", "flipped", "foreign", "renamed"])
def test_a_damaged_or_foreign_entry_is_passed_over(fault: str, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(MEDIA, TARGET, PICTURE)
    path = only_file(tmp_path)
    stored = bytearray(path.read_bytes())
    stored[len(stored) // 2] ^= 1
    if fault == "renamed":
        path.rename(tmp_path / path.name.replace(MEDIA, OTHER))
    else:
        path.write_bytes(
            {
                "empty": b"",
                "cut": stored[:-40],
                "flipped": bytes(stored),
                "foreign": encoded(a_picture()),
            }[fault]
        )

    assert cache.get(MEDIA, TARGET) is None
    assert cache.get(OTHER, TARGET) is None


def test_the_renditions_unused_for_longest_make_room(tmp_path: Path) -> None:
    cache = Cache(tmp_path, limit_bytes=3 * len(PICTURE.data))
    for age, width in enumerate((40, 30, 20, 10)):
        cache.put(MEDIA, Target(width), PICTURE)
        newest = max(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime)
        os.utime(newest, (1_000_000 + age, 1_000_000 + age))
    cache.get(MEDIA, Target(40))

    cache.trim()

    kept = [width for width in (40, 30, 20, 10) if cache.get(MEDIA, Target(width))]
    assert kept == [40, 10]


def test_trimming_touches_nothing_but_its_own_files(tmp_path: Path) -> None:
    foreign = [tmp_path / "letter.jpg", tmp_path / "rendition-abc.tmp"]
    for path in foreign:
        path.write_bytes(bytes(1000))
    abandoned = tmp_path / "rendition-old.tmp"
    abandoned.write_bytes(bytes(1000))
    os.utime(abandoned, (0, 0))
    cache = Cache(tmp_path, limit_bytes=1)
    cache.put(MEDIA, TARGET, PICTURE)

    cache.trim()

    assert sorted(tmp_path.iterdir()) == sorted(foreign)


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_bytes(b"")
    cache = Cache(blocked / "cache")

    cache.put(MEDIA, TARGET, PICTURE)
    cache.trim()

    assert cache.get(MEDIA, TARGET) is None


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    blocking = tmp_path / "in the way"
    cache.put(MEDIA, TARGET, PICTURE)
    path = only_file(tmp_path)
    path.unlink()
    path.mkdir()
    (path / blocking.name).write_bytes(b"")

    cache.put(MEDIA, TARGET, PICTURE)

    assert list(tmp_path.iterdir()) == [path]
