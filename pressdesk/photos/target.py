"""Which renditions are asked for, of which part of a photo, and what one is."""

import hashlib

import msgspec
from msgspec import Struct

from pressdesk.model.framing import Crop, Frame, Point, frame
from pressdesk.model.photo import Photo
from pressdesk.model.rows import focus_of


class Target(Struct, frozen=True):
    """A rendition asked for; a smaller photo is never enlarged to it."""

    width_px: int
    """Of the upright picture."""
    quality: int = 85
    """JPEG quality of a photo; pictures from lossless files get 92 at least, unsubsampled."""
    height_px: int = 0
    """Where it must have a fixed shape, which is then cut around the focal point."""
    keeps: bool = False
    """True: a JPEG that needs no other pixels keeps them, and its colour profile."""


COLUMN = Target(width_px=1890)
"""The text column of a Word page: 16 cm at 300 dots per inch."""

WEB = (Target(640), Target(1280), Target(1920))

LEAD = Target(1200, height_px=630)
"""The picture to which a link to the page unfolds (ogp.me; 1.91 to 1)."""

THUMBNAIL = Target(540, height_px=360)
"""A picture on a contact sheet, sharp on a dense screen too."""

GLANCE = Target(480)
"""A picture among many on the screen, whole: made from the first, small decoding."""

FULL = Target(20_000, quality=95, keeps=True)
"""All there is: for print."""


class Recipe(Struct, frozen=True):
    """What of a photo is shown, and what must be seen of it in a fixed shape."""

    crop: Crop | None = None
    focus: Point | None = None

    def frame(self, size: tuple[int, int], target: Target) -> Frame:
        """Find what a target shows of an upright picture of a size in pixels."""
        shape = (target.width_px, target.height_px) if target.height_px else None
        return frame(size, self.crop, shape, self.focus)

    def key(self, target: Target) -> str:
        """Name the recipe as far as it matters for a target; "" for the whole picture."""
        matters = (self.crop, self.focus if target.height_px else None)
        if matters == (None, None):
            return ""
        return hashlib.sha256(msgspec.json.encode(matters)).hexdigest()[:16]


WHOLE_PICTURE = Recipe()


def recipe_of(photo: Photo) -> Recipe:
    """Give the recipe of a photo."""
    crop = photo.crop
    if crop is not None:
        crop = Crop(box=crop.box, angle=crop.angle)  # its focal point is told apart
    return Recipe(None if crop == Crop() else crop, focus_of(photo))


def target_frame(photo: Photo, target: Target) -> Frame:
    """Find what a target shows of a photo."""
    return recipe_of(photo).frame(photo.size, target)


class Picture(Struct, frozen=True):
    """A rendition: a JPEG, upright, without any metadata, in sRGB unless its target keeps more."""

    data: bytes
    width: int
    height: int
    removed: tuple[str, ...] = ()
    """What private parts the photo's file has that are not in it: members of ``PRIVATE``."""
