"""Colour: from whatever mode and profile a picture has to sRGB."""

import struct
from io import BytesIO
from typing import Any, Literal, cast

from PIL import Image, ImageCms, TiffImagePlugin

_SPACES = {"L": "GRAY", "RGB": "RGB ", "CMYK": "CMYK", "LAB": "Lab "}
_CREATED = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)


def srgb_profile() -> bytes:
    """Give the ICC profile of sRGB, the same bytes each time.

    LittleCMS writes the time of day into the header of what it makes (bytes
    24 to 35, ICC.1:2022 7.2.8); a fixed date takes its place.
    """
    profile = _built("sRGB").tobytes()
    return profile[:24] + _CREATED + profile[36:]


def adobe_rgb_profile() -> bytes:
    """Give an ICC profile of Adobe RGB (1998), version 2, as its specification defines it.

    Primaries adapted to D50 as in annex C; gamma 2.19921875. Made here, since
    LittleCMS builds no other RGB than sRGB through Pillow.
    """
    name = b"Adobe RGB (1998)"
    described = (
        struct.pack(">4s4xI", b"desc", len(name) + 1) + name + b"\0" * (1 + 4 + 4 + 2 + 1 + 67)
    )
    curve = struct.pack(">4s4xIH", b"curv", 1, 0x0233)
    tags = {
        b"desc": described,
        b"cprt": b"text\0\0\0\0" + b"No copyright, use freely\0",
        b"wtpt": _xyz(0.95045, 1.0, 1.08905),
        b"rXYZ": _xyz(0.60974, 0.31111, 0.01947),
        b"gXYZ": _xyz(0.20528, 0.62567, 0.06087),
        b"bXYZ": _xyz(0.14919, 0.06322, 0.74457),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    at = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for tag, data in tags.items():
        table += struct.pack(">4sII", tag, at + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    size = 128 + len(table) + len(body)
    head = struct.pack(">I4xI4s4s4s", size, 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += _CREATED + b"acsp" + b"\0" * 28 + _xyz(0.9642, 1.0, 0.8249)[8:]
    return head.ljust(128, b"\0") + table + body


def _xyz(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))


def profile_name(profile: bytes) -> str:
    """Give what an ICC profile calls itself, or ""."""
    try:
        opened = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.getProfileDescription(opened).strip("\0 \n")
    except (ImageCms.PyCMSError, OSError):
        return ""


def is_srgb(profile: bytes) -> bool:
    """Tell whether an ICC profile is one of sRGB; no profile counts as sRGB, as on the web."""
    if not profile:
        return True
    try:
        description = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile)))
    except (ImageCms.PyCMSError, OSError):
        return True
    return description.startswith("sRGB")


def levelled(picture: Image.Image) -> Image.Image:
    """Bring a decoded picture to 8 bits and no palette: L, RGB, CMYK or LAB, LA or RGBA."""
    mode = picture.mode
    if mode == "F" or mode.startswith("I"):
        return _eight_bits(picture)
    if picture.has_transparency_data:
        wanted = "LA" if mode in ("LA", "La") else "RGBA"
    elif mode in _SPACES:
        wanted = mode
    else:
        wanted = "L" if mode == "1" else "RGB"
    return picture if mode == wanted else picture.convert(wanted)


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Scale grey of more than 8 bits down; Pillow's own conversion would clip it to white."""
    if picture.mode == "F":
        return _linear(picture, 255, 0.5)
    bits, is_inverted = 16, False
    if isinstance(picture, TiffImagePlugin.TiffImageFile):
        bits = max(picture.tag_v2.get(258, (16,)))
        is_inverted = picture.tag_v2.get(262) == 0 and picture.mode != "I"
    top = (1 << bits) - 1
    scale, offset = (-255 / top, 255.5) if is_inverted else (255 / top, 0.5)
    return _linear(picture.convert("I"), scale, offset)


def _linear(picture: Image.Image, scale: float, offset: float) -> Image.Image:
    def line(value: Any) -> Any:
        return value * scale + offset

    scaled: Image.Image = cast("Any", picture).point(line)
    return scaled.convert("L")


def to_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Convert a levelled picture to RGB in sRGB, white behind what is transparent.

    Relative colorimetric with black point compensation. A profile that is
    broken or for another mode is passed over, as viewers do.
    """
    if picture.mode in ("LA", "RGBA"):
        picture = _on_white(picture)
    if picture.mode == "RGB" and is_srgb(profile):
        return picture
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile)) if profile else None
        space = cast("Any", source).profile.xcolor_space if source else ""
        if space == "RGB " and picture.mode == "L":
            picture = picture.convert("RGB")
        if source and space == _SPACES[picture.mode]:
            return _converted(picture, source)
    except (ImageCms.PyCMSError, OSError):
        pass
    if picture.mode == "LAB":
        return _converted(picture, _built("LAB"))
    return picture.convert("RGB")


def _on_white(picture: Image.Image) -> Image.Image:
    opaque = picture.mode.removesuffix("A")
    white = Image.new(opaque, picture.size, "white")
    white.paste(picture.convert(opaque), mask=picture.getchannel("A"))
    return white


def _converted(picture: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    converted = ImageCms.profileToProfile(
        picture,
        source,
        _built("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return cast("Image.Image", converted)  # None stands for a conversion in place only


def _built(space: Literal["LAB", "sRGB"]) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(cast("Any", ImageCms).createProfile(space))
