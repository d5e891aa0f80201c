"""A picture file as it arrives: its photo, how good it is and a small picture, of one decoding."""

from contextlib import closing
from io import BytesIO

from msgspec import Struct
from PIL import Image

from pressdesk.model.photo import Photo
from pressdesk.photos import jpeg
from pressdesk.photos.colour import srgb_profile
from pressdesk.photos.formats import declared_size, kind
from pressdesk.photos.opening import open_picture
from pressdesk.photos.probe import Probe, read_photo
from pressdesk.photos.quality import Quality, seen
from pressdesk.photos.target import GLANCE, Picture

_HEAVY_PIXELS = 6_000_000


class Arrival(Struct, frozen=True, kw_only=True):
    """What is known of a picture file once it was decoded."""

    photo: Photo
    probe: Probe
    quality: Quality
    glance: Picture | None
    """The rendition ``GLANCE``; None where the decoding was too small for it."""


def take_in(data: bytes, name: str, id: str) -> Arrival:
    """Read a picture file whole, at a small scale; raises PressDeskError PD-IMG-001 to 003."""
    with closing(open_picture(data, name)) as picture:
        photo, probe = read_photo(picture, data, name, id)
        quality, pixels = seen(picture, data, name)
        glance = _glance(photo, pixels)  # as long as the picture is open, whose pixels they may be
    return Arrival(photo=photo, probe=probe, quality=quality, glance=glance)


def is_heavy(head: bytes) -> bool:
    """Tell by the beginning of a file whether decoding takes much memory.

    So it does where all pixels are decoded at once, or all scans of a JPEG are kept.
    """
    suffix = kind(head)
    if suffix == "jpg":
        found = jpeg.frame(head)
        return found is not None and found.marker & 3 == 2  # progressive (T.81, table B.1)
    size = declared_size(head, suffix) if suffix else None
    return suffix is not None and (size is None or size[0] * size[1] > _HEAVY_PIXELS)


def _glance(photo: Photo, pixels: Image.Image) -> Picture | None:
    width = min(GLANCE.width_px, photo.width)
    if pixels.width < width:
        return None
    height = max(round(photo.height * width / photo.width), 1)
    small = pixels.resize((width, height), Image.Resampling.HAMMING, reducing_gap=2.0)  # pyright: ignore[reportUnknownMemberType] (numpy)
    encoded = BytesIO()
    small.save(encoded, "JPEG", quality=GLANCE.quality, icc_profile=srgb_profile(), comment=b"")
    return Picture(encoded.getvalue(), width, height)
