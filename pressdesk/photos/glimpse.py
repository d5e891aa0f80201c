"""The thumbnail that a camera puts into its files: seen before the picture itself is read."""

from contextlib import closing
from io import BytesIO

from PIL import ExifTags, Image

from pressdesk.model.problem import PressDeskError
from pressdesk.photos import jpeg
from pressdesk.photos.opening import decode, open_picture, quiet
from pressdesk.photos.target import Picture
from pressdesk.photos.turning import TURNS

HEAD_BYTES = 128 * 1024
"""How much of a file is read: the EXIF block comes first, and has 64 KiB at the most."""

_EXIF = b"Exif\0\0"
_AT, _LENGTH = 0x0201, 0x0202
_MOST_PX = 640
"""A larger "thumbnail" is no faster to show than the picture."""


def glimpse(head: bytes) -> Picture | None:
    """Find the thumbnail in the beginning of a JPEG file, turned upright; None where none is.

    It stands in the second directory of the EXIF block (Exif 3.0, 4.5.8). Black bars that
    cameras put beside the picture are cut away.
    """
    block = next((s.payload for s in jpeg.header(head) if s.payload.startswith(_EXIF)), b"")
    if not block:
        return None
    turned, thumbnail = _thumbnail(block)
    size = jpeg.size(thumbnail)
    if size is None or max(size) > _MOST_PX:
        return None
    try:
        with closing(open_picture(thumbnail, "")) as picture:
            pixels = decode(picture, "").convert("RGB")
    except PressDeskError:
        return None
    pixels = _without_bars(pixels, jpeg.size(head))
    pixels = pixels.transpose(TURNS[turned]) if turned in TURNS else pixels
    encoded = BytesIO()
    pixels.save(encoded, "JPEG", quality=85, comment=b"")
    return Picture(encoded.getvalue(), *pixels.size)


def _thumbnail(block: bytes) -> tuple[int, bytes]:
    """Give the orientation and the bytes of the thumbnail that an EXIF block holds."""
    try:
        with quiet():
            exif = Image.Exif()
            exif.load(block)
            turned = exif.get(ExifTags.Base.Orientation)
            directory = exif.get_ifd(ExifTags.IFD.IFD1)
            start = len(_EXIF) + int(directory[_AT])
            return int(turned or 1), block[start : start + int(directory[_LENGTH])]
    except Exception:  # whatever Pillow trips over in a broken block: there is none then
        return 1, b""


def _without_bars(pixels: Image.Image, whole: tuple[int, int] | None) -> Image.Image:
    """Cut a thumbnail to the shape of its picture."""
    if whole is None or min(whole) < 1:
        return pixels
    shape = whole[0] / whole[1]
    width = max(min(pixels.width, round(pixels.height * shape)), 1)
    height = max(min(pixels.height, round(pixels.width / shape)), 1)
    left, top = (pixels.width - width) // 2, (pixels.height - height) // 2
    return pixels.crop((left, top, left + width, top + height))
