"""Every odd file ends right: upright, in the colours another program gives it, or refused."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError
from pressdesk.photos.colour import srgb_profile
from pressdesk.photos.probe import photo_from
from pressdesk.photos.render import COLUMN, FULL, Renderer
from pressdesk.photos.scaling import renditions
from tests.builders import a_photo
from tests.photos.pictures import a_picture, encoded

FIELDS = 24
"""A side of the grid on which colours are compared: wide enough to tell how a picture stands."""
MOST_APART = 2.5
"""Mean ΔE (CIE 1976) to ImageMagick's rendering; a person sees about 2.3."""
TURNED_BY_XMP = {"xmp_tags_orientation.png"}
"""ImageMagick does not look into XMP: this one it leaves upside down."""


def _pictures(corpus: Path) -> Iterator[Path]:
    yield from (path for path in sorted((corpus / "images").iterdir()) if path.suffix != ".md")


def _reference(path: Path, folder: Path) -> Image.Image:
    """The picture as ImageMagick has it: first frame, upright, white behind it, sRGB."""
    profile, out = folder / "srgb.icc", folder / "reference.png"
    profile.write_bytes(srgb_profile())
    out.unlink(missing_ok=True)
    options = ["-auto-orient", "-background", "white", "-alpha", "remove", "-intent", "Relative"]
    options += ["-black-point-compensation", "-profile", str(profile), "-depth", "8"]
    # It warns of grey pictures, for which an RGB profile is none, and writes them all the same.
    command = ["convert", f"{path}[0]", *options, str(out)]
    subprocess.run(command, capture_output=True, check=False, timeout=60)
    with Image.open(out) as picture:
        shown = picture.convert("RGB")
    return shown.rotate(180) if path.name in TURNED_BY_XMP else shown


def _shown(data: bytes) -> Image.Image:
    """A rendition as a viewer shows it that knows colour profiles."""
    with Image.open(BytesIO(data)) as picture:
        profile = picture.info.get("icc_profile")
        if not profile or picture.mode == "L":
            return picture.convert("RGB")
        made: Any = ImageCms
        return made.profileToProfile(
            picture,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            made.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )


def _lab(pixel: tuple[int, int, int]) -> tuple[float, float, float]:
    """CIELAB of an sRGB colour (IEC 61966-2-1, white D65)."""
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (v / 255 for v in pixel)
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _apart(one: Image.Image, other: Image.Image) -> float:
    """Mean ΔE of two pictures over a grid."""
    grids: list[list[tuple[float, float, float]]] = []
    for picture in (one, other):
        small = picture.resize((FIELDS, FIELDS), Image.Resampling.BOX).tobytes()
        grids.append([_lab((*small[at : at + 3],)) for at in range(0, len(small), 3)])  # type: ignore[arg-type]
    pairs = zip(*grids, strict=True)
    distances = [sum((a - b) ** 2 for a, b in zip(x, y, strict=True)) ** 0.5 for x, y in pairs]
    return sum(distances) / len(distances)


def test_every_picture_is_upright_and_in_the_colours_of_another_program(
    corpus: Path, tmp_path: Path
) -> None:
    if shutil.which("convert") is None:
        pytest.skip("ImageMagick is not on this machine")
    compared = 0
    for path in _pictures(corpus):
        try:
            made = renditions(path.read_bytes(), path.name, [FULL, COLUMN])
        except PressDeskError:
            continue
        if path.suffix == ".heif":
            continue  # few builds of ImageMagick read it
        reference = _reference(path, tmp_path)
        for target, picture in made.items():
            assert (picture.width, picture.height) == reference.size, path.name
            apart = _apart(_shown(picture.data), reference)
            assert apart < MOST_APART, f"{path.name} for {target}: ΔE {apart:.1f}"
        compared += 1
    assert compared >= 20


def test_the_comparison_tells_a_picture_that_stands_wrong_or_has_lost_its_profile(
    corpus: Path, tmp_path: Path
) -> None:
    if shutil.which("convert") is None:
        pytest.skip("ImageMagick is not on this machine")
    images = corpus / "images"
    wide = images / "icc_profile_big.jpg"
    with Image.open(wide) as picture:
        assert _apart(picture.convert("RGB"), _reference(wide, tmp_path)) > MOST_APART
    sideways = images / "hopper_orientation_6.jpg"
    with Image.open(sideways) as picture:
        assert _apart(picture.convert("RGB"), _reference(sideways, tmp_path)) > 10


def _two_hundred_megapixels() -> bytes:
    return encoded(Image.new("1", (20_000, 10_000)), "PNG")


def _cut_off() -> bytes:
    data = encoded(a_picture(400, 300))
    return data[: len(data) // 2]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        (
            "huge.png",
            _two_hundred_megapixels,
            "20,000 x 10,000 pixels; the limit is 100 megapixels",
        ),
        ("cut.jpg", _cut_off, "It is cut off: the file ends before the picture does"),
        (
            "logo.jpg",
            lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9",
            "but an EPS drawing",
        ),
        ("logo.svg", lambda: b'<?xml version="1.0"?>\n<svg xmlns="x"/>', "but an SVG drawing"),
        ("logo.png", lambda: b"<svg/>", "but an SVG drawing"),
        ("page.jpg", lambda: b"%PDF-1.7 ", "but a PDF document"),
        ("layers.jpg", lambda: b"8BPS\0\1", "but a Photoshop document"),
        ("phone.jpg", lambda: b"\0\0\0\x18ftypavif\0\0\0\0avifmif1", "but an AVIF picture"),
        ("raw.cr2", lambda: b"II*\0\x10\0\0\0CR\2\0", "but a camera’s raw file"),
        ("notes.jpg", lambda: b"Just words", "JPEG, PNG, WebP, GIF or TIFF picture."),
        ("empty.jpg", lambda: b"", "The file is empty"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence(name: str, data: Any, why: str) -> None:
    for attempt in (
        lambda: photo_from(data(), name, "f1"),
        lambda: renditions(data(), name, [COLUMN, FULL]),
    ):
        with pytest.raises(PressDeskError) as caught:
            attempt()
        assert re.fullmatch(rf"The photo “{re.escape(name)}” .+\.", caught.value.what)
        assert why in caught.value.why
        assert caught.value.do
        assert caught.value.code.startswith("PD-IMG-00")


def test_a_file_that_vanishes_while_it_is_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "bridge.jpg"
    path.write_bytes(encoded(a_picture()))
    assets = Assets().with_source("0" * 64, lambda: path.open("rb"))
    path.unlink()
    with pytest.raises(PressDeskError) as caught:
        Renderer(None).render(assets, [(a_photo(), COLUMN)])
    assert caught.value.code == "PD-IMG-004"
    assert "bridge.jpg" in caught.value.what
    assert "No such file" in caught.value.why
