"""Opening the bytes of a picture: known kinds only, within limits, refused in plain sentences."""

import ctypes
import logging
import re
import threading
import warnings
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import Any

from PIL import (
    ExifTags,
    GifImagePlugin,
    Image,
    ImageFile,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from pressdesk.model.photo import Suffix
from pressdesk.model.problem import PressDeskError
from pressdesk.photos import jpeg, xmp
from pressdesk.photos.formats import (
    LIMIT_BYTES,
    LIMIT_PASSED_PIXELS,
    LIMIT_PIXELS,
    LIMIT_SIDE,
    declared_size,
    kind,
    other_kind,
)

# Pillow's own fence, behind ours; its warning comes at this number, its error at twice of it.
Image.MAX_IMAGE_PIXELS = LIMIT_PIXELS

# Without a handler of its own Python prints what Pillow logs about a broken file.
logging.getLogger("PIL").addHandler(logging.NullHandler())

_PLUGINS: dict[Suffix, type[ImageFile.ImageFile]] = {
    "jpg": JpegImagePlugin.JpegImageFile,
    "png": PngImagePlugin.PngImageFile,
    "gif": GifImagePlugin.GifImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
    "tif": TiffImagePlugin.TiffImageFile,
}

# The filters of `warnings` belong to the process: two threads must not swap them at once.
_FILTERS = threading.Lock()


@contextmanager
def quiet() -> Generator[None]:
    """Keep Pillow's remarks on odd files from the screen; too many pixels are an error."""
    with _FILTERS, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def open_picture(data: bytes, name: str) -> ImageFile.ImageFile:
    """Open a picture up to its header; ``decode`` reads the pixels. To be closed after use.

    Raises PressDeskError: PD-IMG-001 for what is no picture of a kind we take,
    PD-IMG-002 for one beyond the limits, PD-IMG-003 for a damaged one.
    """
    suffix = kind(data)
    if suffix is None:
        raise _not_a_picture(name, data)
    if len(data) > LIMIT_BYTES:
        raise _too_large(name, f"It has {len(data) / 1e6:.1f} MB; the limit is 60 MB.")
    size = declared_size(data, suffix)
    _check_size(size, name)
    passes = jpeg.scans(data) if suffix == "jpg" else 1
    if size and passes * size[0] * size[1] > LIMIT_PASSED_PIXELS:
        raise _damaged(name, "It is stored in more passes than any camera or program makes.")
    with _refusals(name), quiet():
        if suffix == "heic":
            picture = _open_heic(data, name)
        else:
            picture = Image.open(BytesIO(data), formats=[_PLUGINS[suffix].format or ""])
    _check_size(picture.size, name)
    if isinstance(picture, TiffImagePlugin.TiffImageFile) and picture.tag_v2.get(254) == 1:
        # The first picture is a preview of another one: a camera's raw file.
        raise _not_a_picture(name, data)
    return picture


def _open_heic(data: bytes, name: str) -> ImageFile.ImageFile:
    try:
        # An extra: most people never have a HEIC file.
        from pillow_heif import HeifImageFile
    except ImportError:
        raise PressDeskError(
            "PD-IMG-001",
            f"The photo “{name}” cannot be read.",
            "It is a HEIC picture, and the part that reads those is not installed.",
            safe="Nothing was changed.",
            do="Install pressdesk[heic], or save the picture as JPEG and use that.",
        ) from None
    return HeifImageFile(BytesIO(data))


def decode(picture: ImageFile.ImageFile, name: str, scale: int = 1) -> Image.Image:
    """Read the pixels of the first frame; raises PressDeskError PD-IMG-003.

    A JPEG is decoded at 1/``scale`` of its size, for 2, 4 or 8: in the same
    pass, at a fraction of the time and memory. Other kinds know no such way.
    """
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        width, height = picture.size
        picture.draft(None, (max(width // scale, 1), max(height // scale, 1)))
        picture.decodermaxblock = LIMIT_BYTES  # in one piece, since all of it is in memory
    with _refusals(name):
        if isinstance(picture, TiffImagePlugin.TiffImageFile):
            with quiet():  # the only kind whose tags are read again with the pixels
                _silence_libtiff()
                picture.load()
        else:
            picture.load()
    return picture


def _silence_libtiff() -> None:
    """Stop libtiff from printing what it finds wrong, for which Pillow offers no way.

    Where the library is linked so that it cannot be reached, it goes on printing.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(Image.core.__file__ or "").TIFFSetErrorHandler(None)


def orientation(picture: ImageFile.ImageFile, name: str) -> int:
    """Tell how the stored picture must be turned: 1 to 8 as in EXIF, which XMP stands in for.

    Ask before decoding, which turns a TIFF. A PNG is decoded for the answer,
    since its metadata may follow its pixels.
    """
    if isinstance(picture, PngImagePlugin.PngImageFile):
        decode(picture, name)
    value = directory(picture).get(ExifTags.Base.Orientation)
    if isinstance(value, int) and 1 <= value <= 8:
        return value
    described = packet(picture)
    try:
        return (xmp.read(described).orientation if described else 0) or 1
    except xmp.BrokenXmpError:
        return 1


def directory(picture: ImageFile.ImageFile, ifd: ExifTags.IFD | None = None) -> Mapping[int, Any]:
    """Read one directory of the EXIF block (the first one by default), as far as it can be."""
    try:
        with quiet():
            exif = picture.getexif()
            return dict(exif) if ifd is None else exif.get_ifd(ifd)
    except Exception:  # whatever Pillow trips over in a broken block: it says nothing then
        return {}


def upright_size(picture: ImageFile.ImageFile, turned: int) -> tuple[int, int]:
    """Give width and height upright, before decoding.

    Pillow swaps those of a TIFF by itself, for its tag but not for XMP.
    """
    width, height = picture.size
    is_swapped = (
        isinstance(picture, TiffImagePlugin.TiffImageFile) and picture.tag_v2.get(274) == turned
    )
    return (height, width) if turned >= 5 and not is_swapped else (width, height)


def packet(picture: ImageFile.ImageFile) -> bytes:
    """Give the XMP packet of an opened picture, or b""."""
    found = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    if isinstance(found, str):
        return found.encode(errors="replace")
    return found if isinstance(found, bytes) else b""


@contextmanager
def _refusals(name: str) -> Generator[None]:
    try:
        yield
    except PressDeskError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        pixels = re.search(r"\d+", str(error))
        count = f"{int(pixels[0]) / 1e6:,.0f}" if pixels else "more than 100"
        raise _too_large(name, f"It has {count} megapixels; the limit is 100.") from error
    except MemoryError as error:
        raise _too_large(name, "It needs more memory than there is.") from error
    except Exception as error:  # a broken file can trip Pillow's parsers anywhere
        cut_off = isinstance(error, EOFError) or "truncated" in str(error)
        why = "It is cut off: the file ends before the picture does." if cut_off else ""
        raise _damaged(name, why) from error


def _check_size(size: tuple[int, int] | None, name: str) -> None:
    if size is None:
        return
    width, height = size
    pixels = f"It is {width:,} x {height:,} pixels"
    if width * height > LIMIT_PIXELS:
        raise _too_large(name, f"{pixels}; the limit is 100 megapixels.")
    if max(size) > LIMIT_SIDE:
        raise _too_large(name, f"{pixels}; the limit is {LIMIT_SIDE:,} pixels a side.")
    if min(size) < 1:
        raise _damaged(name, f"{pixels}: there is nothing to show.")


def _not_a_picture(name: str, data: bytes) -> PressDeskError:
    return PressDeskError(
        "PD-IMG-001",
        f"The photo “{name}” cannot be read.",
        f"It is not a JPEG, PNG, WebP, GIF or TIFF picture{_but(data)}."
        if data
        else "The file is empty.",
        safe="Nothing was changed.",
        do="Save the picture as JPEG and use that.",
    )


def _but(data: bytes) -> str:
    other = other_kind(data)
    return f", but {other}" if other else ""


def _too_large(name: str, why: str) -> PressDeskError:
    return PressDeskError(
        "PD-IMG-002",
        f"The photo “{name}” is too large.",
        why,
        safe="Nothing was changed.",
        do="Save a smaller copy of the picture and use that.",
    )


def _damaged(name: str, why: str) -> PressDeskError:
    return PressDeskError(
        "PD-IMG-003",
        f"The photo “{name}” is damaged.",
        why or "Its content does not follow the rules of its kind of file.",
        safe="Nothing was changed.",
        do="Ask for the picture again, or open it in a picture program and save it as JPEG.",
    )
