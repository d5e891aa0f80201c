"""Which renditions are asked for, and what one is."""

from msgspec import Struct


class Target(Struct, frozen=True):
    """A rendition asked for; a smaller photo is never enlarged to it."""

    width_px: int
    """Of the upright picture."""
    quality: int = 85
    """JPEG quality of a photo; pictures from lossless files get 92 at least, unsubsampled."""


COLUMN = Target(width_px=1890)
"""The text column of a Word page: 16 cm at 300 dots per inch."""

WEB = (Target(640), Target(1280), Target(1920))


class Picture(Struct, frozen=True):
    """A rendition: a JPEG in sRGB, upright, without any metadata."""

    data: bytes
    width: int
    height: int
