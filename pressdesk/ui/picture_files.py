"""Which picture files are meant by files and folders that were dropped or chosen."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

PICTURES = (
    *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif"),
    *(".tif", ".tiff", ".heic", ".heif"),
)
"""Suffixes by which a picture is known within a folder."""

_NUMBER = re.compile(r"(\d+)")


def picture_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Go through the files that are meant, in the order in which people number them.

    A file stands for itself, whatever it is; a folder for the pictures in it and in
    the folders in it, hidden ones left out. Raises OSError for a folder that can't be read.
    """
    seen: set[Path] = set()
    for path in sorted(paths, key=natural_order):
        for file in _meant(path):
            if file not in seen:
                seen.add(file)
                yield file


def natural_order(path: Path) -> tuple[tuple[str | int, ...], str]:
    """Give a key that sorts ``photo 2`` before ``photo 10``."""
    parts = _NUMBER.split(path.name.casefold())
    numbered = tuple(int(part) if at % 2 else part for at, part in enumerate(parts))
    return numbered, str(path)


def _meant(path: Path, depth: int = 0) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    inside = [one for one in path.iterdir() if not one.name.startswith(".")]
    for one in sorted(inside, key=natural_order):
        if one.is_dir():
            if depth == 0:
                yield from _meant(one, depth + 1)
        elif one.suffix.lower() in PICTURES:
            yield one
