"""From the bytes of a photo to its renditions: decoded once, scaled, upright, in sRGB, encoded."""

from collections.abc import Sequence
from contextlib import closing
from io import BytesIO

from PIL import Image, ImageFile, TiffImagePlugin

from pressdesk.photos import jpeg
from pressdesk.photos.colour import is_srgb, levelled, srgb_profile, to_srgb
from pressdesk.photos.formats import is_lossless_webp
from pressdesk.photos.opening import decode, open_picture, orientation, upright_size
from pressdesk.photos.target import WEB, Picture, Target

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_DECODED_PX = max(target.width_px for target in WEB)
_LOSSLESS_QUALITY = 92
_FRUGAL = 1.0
"""Bytes a pixel up to which a JPEG that needs no change is taken as it is."""


class _Decoded:
    """A decoded photo, as stored, from which renditions are made."""

    def __init__(self, picture: ImageFile.ImageFile, data: bytes, name: str, width_px: int) -> None:
        self._turned = orientation(picture, name)
        self._width, self._height = upright_size(picture, self._turned)
        self._is_lossless = _is_lossless(picture, data)
        self._profile: bytes = picture.info.get("icc_profile") or b""
        scale = next(n for n in (8, 4, 2, 1) if self._width >= width_px * n or n == 1)
        self._pixels = levelled(decode(picture, name, scale))
        self._plain = b""
        if scale == 1 and self._turned == 1 and is_srgb(self._profile):
            self._plain = _plain_jpeg(picture, data)
        if isinstance(picture, TiffImagePlugin.TiffImageFile):
            self._turned = 1  # Pillow has turned it
        if self._pixels is not picture:
            picture.close()  # one copy of the pixels is enough

    def rendition(self, target: Target) -> Picture:
        """Make one rendition."""
        if self._plain and self._width <= target.width_px:
            return Picture(self._plain, self._width, self._height)
        width = min(target.width_px, self._width)
        height = max(round(self._height * width / self._width), 1)
        upright = to_srgb(self._scaled(width, height), self._profile)
        if self._turned in _TURNS:
            upright = upright.transpose(_TURNS[self._turned])
        quality = max(target.quality, _LOSSLESS_QUALITY if self._is_lossless else 0)
        encoded = BytesIO()
        upright.save(
            encoded,
            "JPEG",
            quality=quality,
            subsampling="4:4:4" if self._is_lossless else "4:2:0",
            icc_profile=srgb_profile(),
            comment=b"",  # or Pillow writes the file's own
        )
        return Picture(encoded.getvalue(), width, height)

    def _scaled(self, width: int, height: int) -> Image.Image:
        size = (height, width) if self._turned >= 5 else (width, height)
        if size == self._pixels.size:
            return self._pixels
        # Lanczos keeps the edges of drawn things; for photos Hamming is as good at half the time.
        sampling = Image.Resampling.LANCZOS if self._is_lossless else Image.Resampling.HAMMING
        return self._pixels.resize(size, sampling, reducing_gap=2.0)  # pyright: ignore[reportUnknownMemberType] (numpy)


def renditions(data: bytes, name: str, targets: Sequence[Target]) -> dict[Target, Picture]:
    """Make the renditions of one photo; raises PressDeskError PD-IMG-001 to 003.

    A rendition depends on the photo and its own target only, so all targets
    up to the widest of ``WEB`` are made from the same decoding.
    """
    made: dict[Target, Picture] = {}
    for width_px in sorted({_decoded_px(target) for target in targets}):
        with closing(open_picture(data, name)) as picture:
            decoded = _Decoded(picture, data, name, width_px)
            for target in targets:
                if _decoded_px(target) == width_px:
                    made[target] = decoded.rendition(target)
    return made


def _decoded_px(target: Target) -> int:
    return max(target.width_px, _DECODED_PX)


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
