"""From the bytes of a photo to its renditions: decoded once, scaled, upright, in sRGB, encoded."""

from collections.abc import Sequence
from contextlib import closing
from io import BytesIO

from PIL import Image, ImageFile, TiffImagePlugin

from pressdesk.model.framing import Frame
from pressdesk.photos import jpeg
from pressdesk.photos.colour import adobe_rgb_profile, is_srgb, levelled, srgb_profile, to_srgb
from pressdesk.photos.exif import is_adobe_rgb
from pressdesk.photos.formats import is_lossless_webp
from pressdesk.photos.opening import decode, open_picture, orientation, upright_size
from pressdesk.photos.probe import private_parts
from pressdesk.photos.target import GLANCE, WEB, WHOLE_PICTURE, Picture, Recipe, Target
from pressdesk.photos.turning import TURNS, stored_box, straightened

_DECODED_PX = max(target.width_px for target in WEB)
_LOSSLESS_QUALITY = 92
_FRUGAL = 1.0
"""Bytes a pixel up to which a JPEG that needs no change is taken as it is."""


class _Opened:
    """An opened photo, from which renditions are made."""

    def __init__(
        self, picture: ImageFile.ImageFile, data: bytes, name: str, recipe: Recipe
    ) -> None:
        self._picture, self._data, self._name, self._recipe = picture, data, name, recipe
        self._turned = orientation(picture, name)
        self._size = upright_size(picture, self._turned)
        self._is_lossless = _is_lossless(picture, data)
        self._profile, self._is_told = colour_profile(picture)
        self._scale = 0
        self.removed = private_parts(picture, data, name)

    def kept(self, target: Target) -> Picture | None:
        """Take the photo as it is, where a target wants that and nothing has to change."""
        if not target.keeps or self._turned != 1 or not self._is_whole(self._frame(target)):
            return None
        data = _stripped(self._picture, self._data, b"" if self._is_told else self._profile)
        return Picture(data, *self._size, self.removed) if data else None

    def decode_for(self, target: Target) -> None:
        """Read the pixels, at the scale that suits a target."""
        picture = self._picture
        self._scale = self._scale_for(target)
        self._pixels = levelled(decode(picture, self._name, self._scale))
        self._plain = b""
        if self._scale == 1 and self._turned == 1 and is_srgb(self._profile):
            self._plain = _plain_jpeg(picture, self._data)
        if isinstance(picture, TiffImagePlugin.TiffImageFile):
            self._turned = 1  # Pillow has turned it
        if self._pixels is not picture:
            picture.close()  # one copy of the pixels is enough

    def serves(self, target: Target) -> bool:
        """Tell whether the pixels were read at the scale that suits a target.

        So a rendition depends on the photo and its own target only, whatever is asked
        for at the same time.
        """
        return self._scale == self._scale_for(target)

    def rendition(self, target: Target) -> Picture:
        """Make one rendition."""
        shown = self._frame(target)
        if self._plain and self._is_whole(shown) and self._size[0] <= target.width_px:
            return Picture(self._plain, *self._size, self.removed)
        width = max(min(target.width_px, round(shown.width)), 1)
        if target.height_px and width == target.width_px:
            height = target.height_px
        else:
            height = max(round(shown.height * width / shown.width), 1)
        quality = max(target.quality, _LOSSLESS_QUALITY if self._is_lossless else 0)
        encoded = BytesIO()
        self._upright(shown, width, height).save(
            encoded,
            "JPEG",
            quality=quality,
            subsampling="4:4:4" if self._is_lossless or target.keeps else "4:2:0",
            icc_profile=srgb_profile(),
            comment=b"",  # or Pillow writes the file's own
        )
        return Picture(encoded.getvalue(), width, height, self.removed)

    def _frame(self, target: Target) -> Frame:
        return self._recipe.frame(self._size, target)

    def _is_whole(self, shown: Frame) -> bool:
        return not shown.angle and (shown.width, shown.height) == self._size

    def _scale_for(self, target: Target) -> int:
        least = 2 * target.width_px if target.width_px <= GLANCE.width_px else _DECODED_PX
        wanted = max(target.width_px, least)
        width = self._frame(target).width
        return next(n for n in (8, 4, 2, 1) if width >= wanted * n or n == 1)

    def _upright(self, shown: Frame, width: int, height: int) -> Image.Image:
        """Scale what is shown, in sRGB, and turn it upright."""
        if self._is_whole(shown):
            scaled = self._scaled((0, 0, *self._size), width, height)
        elif not shown.angle:
            (left, top), _, (right, bottom), _ = shown.corners()
            scaled = self._scaled((left, top, right, bottom), width, height)
        else:
            return straightened(shown, (width, height), self._size, self._part)
        return self._part_of(scaled)

    def _part(self, box: tuple[float, float, float, float], width: int, height: int) -> Image.Image:
        return self._part_of(self._scaled(box, width, height))

    def _part_of(self, scaled: Image.Image) -> Image.Image:
        upright = to_srgb(scaled, self._profile)
        return upright.transpose(TURNS[self._turned]) if self._turned in TURNS else upright

    def _scaled(
        self, box: tuple[float, float, float, float], width: int, height: int
    ) -> Image.Image:
        """Scale a part of the upright picture, as it is stored."""
        size = (height, width) if self._turned >= 5 else (width, height)
        is_all = box == (0, 0, *self._size)
        if size == self._pixels.size and is_all:
            return self._pixels
        # Lanczos keeps the edges of drawn things; for photos Hamming is as good at half the time.
        sampling = Image.Resampling.LANCZOS if self._is_lossless else Image.Resampling.HAMMING
        part = None if is_all else stored_box(box, self._size, self._turned, self._pixels.size)
        return self._pixels.resize(size, sampling, part, reducing_gap=2.0)  # pyright: ignore[reportUnknownMemberType] (numpy)


def renditions(
    data: bytes, name: str, targets: Sequence[Target], recipe: Recipe = WHOLE_PICTURE
) -> dict[Target, Picture]:
    """Make the renditions of one photo; raises PressDeskError PD-IMG-001 to 003.

    Targets that suit the same scale of decoding are made from one.
    """
    made: dict[Target, Picture] = {}
    while missing := [target for target in targets if target not in made]:
        with closing(open_picture(data, name)) as picture:
            photo = _Opened(picture, data, name, recipe)
            kept = {target: photo.kept(target) for target in missing}
            made |= {target: found for target, found in kept.items() if found}
            rest = [target for target in missing if target not in made]
            if rest:
                photo.decode_for(rest[0])
                made |= {target: photo.rendition(target) for target in rest if photo.serves(target)}
    return {target: made[target] for target in targets}


def _is_lossless(picture: ImageFile.ImageFile, data: bytes) -> bool:
    match picture.format:
        case "PNG" | "GIF":
            return True
        case "TIFF":
            return picture.info.get("compression") not in ("jpeg", "tiff_jpeg")
        case "WEBP":
            return is_lossless_webp(data)
        case _:
            return False


def _is_common(picture: ImageFile.ImageFile, data: bytes) -> bool:
    """Tell whether everything can show a JPEG: baseline or progressive, 8 bits, RGB or grey."""
    frame = jpeg.frame(data)
    return (
        picture.format in ("JPEG", "MPO")
        and picture.mode in ("RGB", "L")
        and frame is not None
        and frame.marker in (0xC0, 0xC1, 0xC2)
    )


def colour_profile(picture: ImageFile.ImageFile) -> tuple[bytes, bool]:
    """Give the ICC profile of a picture, b"" for sRGB, and whether the file itself holds it."""
    told: bytes = picture.info.get("icc_profile") or b""
    if not told and picture.mode == "RGB" and is_adobe_rgb(picture):
        return adobe_rgb_profile(), False
    return told, True


def _stripped(picture: ImageFile.ImageFile, data: bytes, profile: bytes) -> bytes:
    """Take from a JPEG what is not needed to show it, and keep its pixels; b"" where that fails.

    ``profile`` is put in where the file lacks it.
    """
    if not _is_common(picture, data):
        return b""
    try:
        kept = jpeg.public(data)
    except jpeg.BrokenJpegError:
        return b""
    if profile:
        place = 1 if kept and kept[0].marker == jpeg.APP0 else 0
        kept.insert(place, jpeg.Segment(jpeg.APP2, jpeg.ICC + b"\1\1" + profile))
    return jpeg.joined(kept)


def _plain_jpeg(picture: ImageFile.ImageFile, data: bytes) -> bytes:
    """Strip a JPEG that everything can show down to its pixels; b"" where it must be encoded.

    Baseline or progressive, in YCbCr by the rules of libjpeg, with no more
    bytes than a rendition might have: then not one pixel changes.
    """
    frame = jpeg.frame(data)
    if picture.mode != "RGB" or frame is None or frame.marker not in (0xC0, 0xC1, 0xC2):
        return b""
    components = frame.payload[6::3]
    transform = picture.info.get("adobe_transform", 1 if components == b"\1\2\3" else 0)
    if "jfif" not in picture.info and transform != 1:
        return b""
    try:
        plain = jpeg.plain(data, srgb_profile())
    except jpeg.BrokenJpegError:
        return b""
    return plain if len(plain) <= _FRUGAL * picture.width * picture.height else b""
