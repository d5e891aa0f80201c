"""Pictures and metadata that the photo tests begin with."""

import hashlib
import json
import shutil
import struct
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pressdesk.model.assets import Assets
from pressdesk.model.photo import Photo
from tests.builders import a_photo

CORNERS = ("red", "lime", "blue", "yellow")
"""Upper left, upper right, lower left, lower right of ``a_picture``."""

_COLOURS = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "yellow": (255, 255, 0)}

TO_STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How an upright picture is turned to be stored under each orientation."""


def a_picture(width: int = 96, height: int = 64) -> Image.Image:
    """An upright picture whose four corners tell how it stands."""
    picture = Image.new("RGB", (width, height))
    for place, colour in enumerate(CORNERS):
        column, row = place % 2, place // 2
        box = (column * width // 2, row * height // 2, width, height)
        picture.paste(_COLOURS[colour], box)
    return picture


def stored(orientation: int, width: int = 96, height: int = 64) -> Image.Image:
    """``a_picture`` as a camera held at an angle stores it."""
    turn = TO_STORED[orientation]
    picture = a_picture(width, height)
    return picture if turn is None else picture.transpose(turn)


def corners(data: bytes) -> tuple[str, ...]:
    """Name the colours in the four corners of a picture."""
    with Image.open(BytesIO(data)) as picture:
        rgb = picture.convert("RGB")
    right, low = rgb.width - 3, rgb.height - 3
    return tuple(_nearest(rgb.getpixel(at)) for at in ((2, 2), (right, 2), (2, low), (right, low)))


def _nearest(pixel: Any) -> str:
    def distance(colour: str) -> int:
        return sum((a - b) ** 2 for a, b in zip(pixel, _COLOURS[colour], strict=True))

    return min(_COLOURS, key=distance)


def encoded(picture: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """The bytes of a picture file; a JPEG is made at quality 95 without subsampling."""
    stream = BytesIO()
    given = {"quality": 95, "subsampling": 0} if kind == "JPEG" else {}
    picture.save(stream, kind, **{**given, **options})
    return stream.getvalue()


def exif(orientation: int) -> bytes:
    """An EXIF block that holds an orientation and nothing else."""
    block = Image.Exif()
    block[0x0112] = orientation
    return block.tobytes()


def exif_with_thumbnail(orientation: int, thumbnail: bytes) -> bytes:
    """An EXIF block as cameras write it: an orientation, and a thumbnail in a second directory."""
    short, long = 3, 4
    first = struct.pack("<HHHIHHI", 1, 0x0112, short, 1, orientation, 0, 8 + 18)
    second = struct.pack(
        "<HHHIIHHIII",
        *(2, 0x0201, long, 1, 8 + 18 + 30),
        *(0x0202, long, 1, len(thumbnail), 0),
    )
    return b"Exif\0\0II*\0\x08\0\0\0" + first + second + thumbnail


def xmp(properties: str) -> bytes:
    """An XMP packet around properties written as XML."""
    spaces = {
        "tiff": "http://ns.adobe.com/tiff/1.0/",
        "exif": "http://ns.adobe.com/exif/1.0/",
        "aux": "http://ns.adobe.com/exif/1.0/aux/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "photoshop": "http://ns.adobe.com/photoshop/1.0/",
        "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    }
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {declared}>{properties}</rdf:Description>'
        "</rdf:RDF></x:xmpmeta>"
    ).encode()


def photo_of(data: bytes, **fields: Any) -> tuple[Assets, Photo]:
    """Assets that hold the bytes, and a photo that names them."""
    assets, media = Assets().with_bytes(data)
    return assets, a_photo(media=media, **fields)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def exiftool(*arguments: str | Path) -> str:
    """Run the real exiftool, or skip the test where there is none."""
    if shutil.which("exiftool") is None:
        pytest.skip("exiftool is not on this machine")
    command = ["exiftool", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def tags(data: bytes, folder: Path) -> dict[str, Any]:
    """Everything exiftool finds inside a picture, by ``group:name``."""
    path = folder / "picture.jpg"
    path.write_bytes(data)
    found = json.loads(exiftool("-j", "-a", "-u", "-G1", "-struct", path))[0]
    outside = ("SourceFile", "ExifTool:", "System:", "Composite:")
    return {tag: value for tag, value in found.items() if not tag.startswith(outside)}


PUBLIC = (
    *("File:", "JFIF:", "ICC_Profile:", "ICC-", "Adobe:", "Photoshop:IPTCDigest"),
    *("XMP-x:XMPToolkit", "XMP-dc:", "XMP-photoshop:", "XMP-xmpRights:", "XMP-iptc"),
    "IPTC:",
)
"""Beginnings of the tags that may be in an exported picture."""


def private_tags(found: dict[str, Any]) -> set[str]:
    """Those of the tags that must not leave the house."""
    return {tag for tag in found if not tag.startswith(PUBLIC) or tag == "File:Comment"}
