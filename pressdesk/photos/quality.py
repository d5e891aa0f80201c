"""How good a picture is for print and web: measured on one small decoding, and put into words."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import combinations
from typing import cast

from msgspec import Struct
from PIL import Image, ImageChops, ImageFile, ImageFilter, ImageStat, PngImagePlugin
from PIL import TiffImagePlugin as Tiff

from pressdesk.model.photo import Photo
from pressdesk.model.problem import Place, Problem, Problems, Severity
from pressdesk.model.rows import photo_frame
from pressdesk.photos.colour import is_srgb, levelled, profile_name, to_srgb
from pressdesk.photos.opening import decode, open_picture, orientation
from pressdesk.photos.scaling import colour_profile
from pressdesk.photos.turning import TURNS

MEASURED_PX = 1024
"""Longer side at which sharpness is measured: about what a page or a screen shows of it."""

PRINT_DPI, COARSE_DPI = 300, 150
"""What print asks for, and where a reader sees the single dots."""
WEB_PX = 1200
"""Width below which a picture is soft across a page or in a link's card."""

SHARP = 30.0
"""Variance of the Laplacian, in squared grey levels, that the sharpest tenth of a photo has at
least. Measured on photos of 250 to 1,024 pixels: sharp 120 to 8,500; the same under a Gaussian
of 2 pixels 8 to 32, of 3 pixels 4 to 13."""
BLOWN = 0.05
"""Share of pixels without any drawing in the lights; a lamp or a window has less."""
NEAR = 6
"""Bits of 64 in which the hashes of two like pictures differ at most. Measured: another size,
quality or sharpness changes up to 3; two photos of different things have some 32."""

_TILES = 10
_WHITE = 253
_LAPLACIAN = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)


class Quality(Struct, frozen=True, kw_only=True):
    """What was measured of a picture."""

    sharpness: float
    """Mean variance of the Laplacian in the sharpest tenth of its tiles, at ``MEASURED_PX``."""
    blown: float
    """Share of pixels that are white in all channels."""
    hash: int
    """Difference hash of 64 bits: whether grey rises from one of 9 × 8 fields to the next."""
    transparent: bool
    bits: int
    """Of one channel."""
    mode: str
    profile: str
    """Name of its colour profile; "" for sRGB and for none."""


def look(data: bytes, name: str) -> Quality:
    """Measure a picture, upright and whole; raises PressDeskError PD-IMG-001 to 003."""
    with closing(open_picture(data, name)) as picture:
        return seen(picture, data, name)[0]


def seen(picture: ImageFile.ImageFile, data: bytes, name: str) -> tuple[Quality, Image.Image]:
    """Measure an opened picture, and give the pixels of which it was measured.

    They are upright and in sRGB, ``MEASURED_PX`` at the longer side at the most. Raises
    PressDeskError PD-IMG-003.
    """
    turned = orientation(picture, name)
    profile, _ = colour_profile(picture)
    bits, mode = _bits(picture, data), picture.mode
    longest = max(picture.size)
    scale = next(n for n in (8, 4, 2, 1) if longest >= MEASURED_PX * n or n == 1)
    pixels = levelled(decode(picture, name, scale))
    if isinstance(picture, Tiff.TiffImageFile):
        turned = 1
    small = _small(pixels)
    is_transparent = small.mode in ("LA", "RGBA") and _least(small.getchannel("A")) < 255
    colours = to_srgb(small, profile)
    grey = colours.convert("L")
    quality = Quality(
        sharpness=_sharpness(grey),
        blown=_blown(colours),
        hash=_hash(_upright(grey, turned)),
        transparent=is_transparent,
        bits=bits,
        mode=mode,
        profile="" if is_srgb(profile) else profile_name(profile),
    )
    return quality, _upright(colours, turned)


def is_like(one: Quality, other: Quality) -> bool:
    """Tell whether two pictures look the same."""
    return _apart(one, other) <= NEAR


def quality_problems(photo: Photo, quality: Quality) -> Problems:
    """Say what a person should look at; thresholds as at the top of this module."""
    return tuple(_about(photo, *each) for each in _said(quality))


def effective_dpi(photo: Photo, placed_mm: float) -> float:
    """Tell how many of its pixels stand on an inch where it is placed, cropped, so wide."""
    return photo_frame(photo).width / placed_mm * 25.4


def size_problems(photo: Photo, placed_mm: float) -> Problems:
    """Say where a photo has too few pixels for the width at which it is placed, or for the web."""
    width = photo_frame(photo).width
    dpi = effective_dpi(photo, placed_mm)
    found: list[Problem] = []
    if dpi < PRINT_DPI:
        fitting = width / PRINT_DPI * 2.54
        found.append(
            _about(
                photo,
                "PD-IMG-030",
                "warning" if dpi < COARSE_DPI else "hint",
                f"It has {dpi:.0f} dots per inch at {placed_mm / 10:.1f} cm; print asks for"
                f" {PRINT_DPI}.",
                f"Ask for a larger picture, or place it at most {fitting:.1f} cm wide.",
            )
        )
    if width < WEB_PX:
        message = f"It is {width:,.0f} pixels wide; a web page asks for {WEB_PX:,}."
        found.append(_about(photo, "PD-IMG-031", "hint", message, "Ask for a larger picture."))
    return tuple(found)


def near_duplicates(seen: Iterable[tuple[Photo, Quality]]) -> Problems:
    """Say which photos of a release look the same."""
    return tuple(
        _about(
            one,
            "PD-IMG-034",
            "hint",
            f"It looks like the photo “{other.name or other.id}”: they differ in"
            f" {_apart(quality, other_quality)} of 64 fields.",
            "Keep the better one, if they are one picture.",
        )
        for (other, other_quality), (one, quality) in combinations(seen, 2)
        if is_like(quality, other_quality)
    )


def _said(quality: Quality) -> Iterator[tuple[str, Severity, str, str]]:
    if quality.transparent:
        message = "Parts of it are transparent: they become white."
        yield "PD-IMG-013", "hint", message, "Look whether white is right behind it."
    if quality.bits > 8:
        message = f"It has {quality.bits} bits a channel: exports have 8."
        yield "PD-IMG-014", "hint", message, ""
    if quality.mode == "CMYK":
        message = "It is made for print (CMYK): exports are in sRGB."
        yield "PD-IMG-015", "hint", message, "Compare its colours with the original."
    elif quality.profile:
        message = f"Its colours are those of “{quality.profile}”: exports are in sRGB."
        yield "PD-IMG-016", "hint", message, ""
    if quality.sharpness < SHARP:
        message = (
            f"It seems blurred: its sharpest parts measure {quality.sharpness:.0f}, sharp ones at"
            f" least {SHARP:.0f}."
        )
        yield "PD-IMG-032", "warning", message, "Look at it in full size."
    if quality.blown > BLOWN:
        message = (
            f"{quality.blown:.0%} of it is pure white, without any drawing; up to"
            f" {BLOWN:.0%} is common."
        )
        yield "PD-IMG-033", "hint", message, "Look whether the lights are blown out."


def _upright(picture: Image.Image, turned: int) -> Image.Image:
    return picture.transpose(TURNS[turned]) if turned in TURNS else picture


def _about(photo: Photo, code: str, severity: Severity, message: str, fix: str) -> Problem:
    place = Place(file=photo.name, field="photos", item=photo.id)
    return Problem(code=code, severity=severity, message=message, place=place, fix=fix)


def _bits(picture: ImageFile.ImageFile, data: bytes) -> int:
    if isinstance(picture, Tiff.TiffImageFile):
        return max(cast("tuple[int, ...]", picture.tag_v2.get(258, (8,))))
    if isinstance(picture, PngImagePlugin.PngImageFile):
        return data[24]  # in IHDR, which comes first (W3C PNG, 11.2.1)
    return 8


def _small(pixels: Image.Image) -> Image.Image:
    share = MEASURED_PX / max(pixels.size)
    if share >= 1:
        return pixels
    size = max(round(pixels.width * share), 1), max(round(pixels.height * share), 1)
    return pixels.resize(size, Image.Resampling.HAMMING, reducing_gap=2.0)  # pyright: ignore[reportUnknownMemberType] (numpy)


def _least(channel: Image.Image) -> int:
    return int(ImageStat.Stat(channel).extrema[0][0])


def _sharpness(grey: Image.Image) -> float:
    """Measure the sharpest tenth of the tiles: a soft background is no fault of a portrait."""
    if min(grey.size) < 20 * _TILES:
        return float("inf")  # too small to tell
    # Pillow leaves the outermost pixels as they are.
    edges = grey.filter(_LAPLACIAN).crop((1, 1, grey.width - 1, grey.height - 1))
    width, height = edges.width // _TILES, edges.height // _TILES
    tiles = sorted(
        ImageStat.Stat(edges.crop((x * width, y * height, (x + 1) * width, (y + 1) * height))).var[
            0
        ]
        for x in range(_TILES)
        for y in range(_TILES)
    )
    return sum(tiles[-_TILES:]) / _TILES


def _blown(colours: Image.Image) -> float:
    red, green, blue = colours.convert("RGB").split()
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    return sum(darkest.histogram()[_WHITE:]) / (colours.width * colours.height)


def _hash(grey: Image.Image) -> int:
    fields = grey.resize((9, 8), Image.Resampling.BOX).tobytes()  # pyright: ignore[reportUnknownMemberType] (numpy)
    bits = 0
    for row in range(8):
        for column in range(8):
            at = row * 9 + column
            bits = bits << 1 | (fields[at] < fields[at + 1])
    return bits


def _apart(one: Quality, other: Quality) -> int:
    return (one.hash ^ other.hash).bit_count()
