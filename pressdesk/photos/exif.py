"""What the EXIF block of a picture says, and what in it must not leave the house."""

import re
from typing import Any

from PIL import ExifTags, ImageFile, TiffImagePlugin

from pressdesk.photos import iim
from pressdesk.photos.fields import Reading, fields_from
from pressdesk.photos.opening import directory

_TEXTS = {
    "caption": ExifTags.Base.ImageDescription,
    "creator": ExifTags.Base.Artist,
    "copyright": ExifTags.Base.Copyright,
    "taken": ExifTags.Base.DateTimeOriginal,
}
_PRIVATE = {
    ExifTags.Base.BodySerialNumber: "serial number",
    ExifTags.Base.LensSerialNumber: "serial number",
    ExifTags.Base.CameraSerialNumber: "serial number",
    ExifTags.Base.CameraOwnerName: "owner",
    ExifTags.Base.MakerNote: "maker note",
    ExifTags.Base.UserComment: "comment",
    ExifTags.Base.XPComment: "comment",
}
_BY_CAMERA = re.compile(
    r"\W*(olympus digital camera|(konica )?minolta digital camera|sony dsc|exif_jpeg_picture"
    r"|samsung camera pictures|digital camera|default|untitled|dcim[\\/].*"
    r"|(file written by|created with) .*)\W*",
    re.IGNORECASE,
)


def read(picture: ImageFile.ImageFile) -> Reading:
    """Read an opened picture's EXIF block, as far as it can be read.

    Descriptions that cameras write by themselves are passed over.
    """
    tags: dict[int, Any] = {}
    private: set[str] = set()
    for ifd in (None, ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo, ExifTags.IFD.IFD1):
        found = directory(picture, ifd)
        if ifd == ExifTags.IFD.GPSInfo:
            if set(found) - {ExifTags.GPS.GPSVersionID}:
                private.add("position")
        elif ifd == ExifTags.IFD.IFD1:
            # In TIFF the second directory is another page.
            if found and not isinstance(picture, TiffImagePlugin.TiffImageFile):
                private.add("thumbnail")
        else:
            tags.update(found)
    private.update(part for tag, part in _PRIVATE.items() if tags.get(tag))
    values = {field: [_text(tags[tag])] for field, tag in _TEXTS.items() if tags.get(tag)}
    if _BY_CAMERA.fullmatch(values.get("caption", [""])[0].strip()):
        del values["caption"]
    return Reading(fields=fields_from(values), private=frozenset(private))


def is_adobe_rgb(picture: ImageFile.ImageFile) -> bool:
    """Tell whether a camera says by its file's kind that the colours are Adobe RGB.

    DCF 2.0 has such a file marked ``R03`` and needs no ICC profile in it.
    """
    index = directory(picture, ExifTags.IFD.Interop).get(ExifTags.Interop.InteropIndex, "")
    return _text(index) == "R03"


def _text(value: Any) -> str:
    """Read text that should be ASCII and often is not; NUL parts photographer and editor."""
    if isinstance(value, str):
        value = value.encode("latin-1", errors="replace")
    if not isinstance(value, bytes):
        return ""
    return iim.text(value).strip("\0 ").replace("\0", ", ")
