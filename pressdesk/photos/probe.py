"""Reading a picture file: size, orientation, what it says of itself, what is private in it."""

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import date
from typing import Any, cast

from msgspec import Struct
from PIL import ImageFile

from pressdesk.model.photo import Photo, Suffix
from pressdesk.model.problem import Place, Problem, Problems
from pressdesk.photos import exif, formats, iim, jpeg, xmp
from pressdesk.photos.fields import PRIVATE, Fields, Reading
from pressdesk.photos.opening import decode, open_picture, orientation, packet, quiet, upright_size

__all__ = ["Difference", "Fields", "Probe", "photo_from", "probe"]


class Difference(Struct, frozen=True):
    """A field in which the standards disagree within one file."""

    field: str
    values: tuple[tuple[str, str], ...]
    """Source (``XMP``, ``IIM``, ``EXIF``, in the order they are believed) and what it says."""


class Probe(Struct, frozen=True, kw_only=True):
    """What was found in a picture file."""

    suffix: Suffix
    width: int
    """Pixels as the picture stands upright."""
    height: int
    orientation: int
    """1 to 8 as in EXIF: how the stored picture is turned for viewing."""
    mode: str
    """Pillow's name of the colour mode: ``RGB``, ``CMYK``, ``I;16`` …"""
    frames: int
    """Pictures in the file; 2 stands for two or more in GIF and TIFF, which keep no count."""
    fields: Fields
    differing: tuple[Difference, ...]
    private: tuple[str, ...]
    """What every export leaves out: members of ``fields.PRIVATE``."""
    problems: Problems


_TAKEN_AS_SAID = tuple(
    name
    for name in Fields.__struct_fields__
    if name in Photo.__struct_fields__ and name != "people"
)


def probe(data: bytes, name: str) -> Probe:
    """Read a picture's header and metadata, not its pixels.

    Raises PressDeskError: PD-IMG-001 for what is no picture of a kind we take,
    PD-IMG-002 for one beyond the limits, PD-IMG-003 for a damaged one.
    """
    with closing(open_picture(data, name)) as picture:
        return _probed(picture, data, name)


def photo_from(data: bytes, name: str, id: str) -> tuple[Photo, Probe]:
    """Make the photo of a picture file, filled from what the file says of itself.

    The pixels are decoded once, so that a picture cut off halfway is refused
    here (PD-IMG-003) and not at the first export. The people in it stay with
    the probe: only the release knows their ids.
    """
    with closing(open_picture(data, name)) as picture:
        found = read_photo(picture, data, name, id)
        decode(picture, name, scale=8)
    return found


def read_photo(
    picture: ImageFile.ImageFile, data: bytes, name: str, id: str
) -> tuple[Photo, Probe]:
    """Make the photo of an opened picture as ``photo_from`` does, its pixels undecoded."""
    found = _probed(picture, data, name)
    fields = found.fields
    photo = Photo(
        id=id,
        media=hashlib.sha256(data).hexdigest(),
        suffix=found.suffix,
        width=found.width,
        height=found.height,
        name=name.replace("\\", "/").rpartition("/")[2],
        description=fields.caption,
        **{name: getattr(fields, name) for name in _TAKEN_AS_SAID},
    )
    return photo, found


def _probed(picture: ImageFile.ImageFile, data: bytes, name: str) -> Probe:
    suffix = cast("Suffix", formats.kind(data))  # open_picture lets no other through
    turned = orientation(picture, name)
    segments = list(jpeg.header(data)) if suffix == "jpg" else []
    problems: list[Problem] = []
    readings = (
        ("XMP", _xmp_reading(picture, name, problems)),
        ("IIM", iim.read(_iim_block(data, suffix, segments))),
        ("EXIF", exif.read(picture)),
    )
    sources = [(source, reading.fields) for source, reading in readings]
    width, height = upright_size(picture, turned)
    frames = count_frames(picture)
    if frames > 1 and suffix != "jpg":
        problems.append(_hint("PD-IMG-011", name, "It holds several pictures; the first is used."))
    if picture.mode == "CMYK" and not picture.info.get("icc_profile"):
        message = "It is made for print (CMYK) without a colour profile: its colours are guessed."
        problems.append(_hint("PD-IMG-012", name, message))
    return Probe(
        suffix=suffix,
        width=width,
        height=height,
        orientation=turned,
        mode=picture.mode,
        frames=frames,
        fields=_first_said(sources),
        differing=_differing(sources),
        private=_private(picture, segments, (reading for _, reading in readings)),
        problems=tuple(problems),
    )


def private_parts(picture: ImageFile.ImageFile, data: bytes, name: str) -> tuple[str, ...]:
    """List what is private in an opened picture: members of ``fields.PRIVATE``.

    Of a PNG it is known only after decoding, which ``opening.orientation`` does.
    """
    segments = list(jpeg.header(data)) if formats.kind(data) == "jpg" else []
    readings = _xmp_reading(picture, name, []), exif.read(picture)
    return _private(picture, segments, readings)


def _private(
    picture: ImageFile.ImageFile, segments: Sequence[jpeg.Segment], readings: Iterable[Reading]
) -> tuple[str, ...]:
    found = {part for reading in readings for part in reading.private}
    found.update(_private_segments(segments))
    if picture.info.get("comment") or picture.info.get("Comment"):
        found.add("comment")
    return tuple(part for part in PRIVATE if part in found)


def _xmp_reading(picture: ImageFile.ImageFile, name: str, problems: list[Problem]) -> Reading:
    found = packet(picture)
    if not found.strip(b"\0 "):
        return Reading()
    try:
        return xmp.read(found)
    except xmp.BrokenXmpError:
        message = "Its XMP description cannot be read and is passed over."
        problems.append(_hint("PD-IMG-010", name, message))
        return Reading()


def _iim_block(data: bytes, suffix: Suffix, segments: Sequence[jpeg.Segment]) -> bytes:
    """Find the IIM records: in a JPEG's APP13 segments, or a TIFF's tag 33723."""
    if suffix == "tif":
        return formats.tiff_value(data, 33723)
    return dict(iim.resources(_photoshop(segments))).get(iim.RESOURCE, b"")


def _photoshop(segments: Sequence[jpeg.Segment]) -> bytes:
    """Join Photoshop's resources, which may run over several segments."""
    return b"".join(
        segment.payload.removeprefix(jpeg.PHOTOSHOP)
        for segment in segments
        if segment.marker == jpeg.APP13 and segment.payload.startswith(jpeg.PHOTOSHOP)
    )


def _private_segments(segments: Sequence[jpeg.Segment]) -> set[str]:
    found: set[str] = set()
    if any(segment.marker == jpeg.COM for segment in segments):
        found.add("comment")
    if any(number in iim.THUMBNAILS for number, _ in iim.resources(_photoshop(segments))):
        found.add("thumbnail")
    return found


def count_frames(picture: ImageFile.ImageFile) -> int:
    """Count the pictures where the header tells; walking a hostile file could take for ever."""
    try:
        with quiet():
            if not getattr(picture, "is_animated", False):
                return 1
    except Exception:  # a broken second picture is no reason to refuse the first
        return 1
    counted = picture.format not in ("GIF", "TIFF")
    return int(getattr(picture, "n_frames", 2)) if counted else 2


def _first_said(sources: Sequence[tuple[str, Fields]]) -> Fields:
    values: dict[str, Any] = {}
    for _, fields in reversed(sources):
        for field in Fields.__struct_fields__:
            if getattr(fields, field):
                values[field] = getattr(fields, field)
    return Fields(**values)


def _differing(sources: Sequence[tuple[str, Fields]]) -> tuple[Difference, ...]:
    differing: list[Difference] = []
    for field in Fields.__struct_fields__:
        said = [(source, _shown(getattr(fields, field))) for source, fields in sources]
        said = [(source, words) for source, words in said if words]
        if said and not all(_agrees(field, said[0][1], *other) for other in said[1:]):
            differing.append(Difference(field, tuple(said)))
    return tuple(differing)


def _shown(value: str | date | tuple[str, ...] | None) -> str:
    return "; ".join(value) if isinstance(value, tuple) else str(value or "")


def _agrees(field: str, believed: str, source: str, words: str) -> bool:
    """Tell whether the words are the same, or all of them that fits into an IIM field."""
    if source != "IIM" or field not in iim.DATASETS or field == "keywords":
        return words == believed
    nearly_full = len(words.encode()) > iim.DATASETS[field][1] - 8
    return words == believed or (nearly_full and believed.startswith(words.rstrip("�")))


def _hint(code: str, name: str, message: str) -> Problem:
    return Problem(code=code, severity="hint", message=message, place=Place(file=name))
