"""The picture itself, apart from any use of it."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from pressdesk.model.framing import Box, Crop
from pressdesk.model.ids import Id

ALT_GUIDE = 250
"""Characters of an alternative text beyond which listening to it becomes work."""

Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Suffix = Literal["jpg", "png", "webp", "gif", "tif", "heic"]
Pixels = Annotated[int, Meta(ge=1, le=20_000)]
Rating = Annotated[int, Meta(ge=0, le=5)]
Consent = Literal["", "not-needed", "asked", "given", "refused"]
SourceType = Literal[
    "",
    "digitalCapture",
    "humanEdits",
    "algorithmicallyEnhanced",
    "compositeCapture",
    "digitalCreation",
    "compositeWithTrainedAlgorithmicMedia",
    "trainedAlgorithmicMedia",
]
"""How a picture was made, in IPTC's terms (NewsCodes, digitalsourcetype); "": not said."""
SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
"""What stands before such a term where a file or a page tells it."""


class Mark(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody in a picture, marked by a box around the face.

    With neither a person nor a name it is somebody who is not known.
    """

    id: Id
    box: Box
    """Of the upright, whole picture, whatever its crop."""
    person: str = ""
    """Id of a person of the release."""
    name: str = ""
    """Of somebody who is not among the people of the release."""
    row: Annotated[int, Meta(ge=0)] = 0
    """Counted from the front; found by ``rows.with_rows``, which needs it the next time."""


class Photo(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A picture of the release: its bytes by hash, its description and rights.

    The caption is not here: it belongs to one use of the picture, a ``Figure``.
    """

    id: Id
    media: Sha256
    """SHA-256 of the original bytes, kept untouched in ``Assets``."""
    suffix: Suffix
    width: Pixels
    """Pixels as the picture stands upright."""
    height: Pixels
    name: str = ""
    """File name it came with, without folders."""
    alt: str = ""
    decorative: bool = False
    """True: the picture says nothing that the text does not, and needs no alt text."""
    description: str = ""
    """What the picture shows, whatever the use."""
    extended_description: str = ""
    """What the alternative text has no room for, for those who do not see the picture."""
    headline: str = ""
    title: str = ""
    """A short name or number by which the picture is referred to."""
    creator: str = ""
    job_title: str = ""
    """Of the creator."""
    caption_writer: str = ""
    credit: str = ""
    source: str = ""
    copyright: str = ""
    usage: str = ""
    """Usage terms."""
    license_url: str = ""
    """Where the terms, or the rights, are told on the web."""
    sublocation: str = ""
    """Of the place shown: a building, a street, a quarter."""
    city: str = ""
    state: str = ""
    """State, province or region."""
    country: str = ""
    country_code: str = ""
    """ISO 3166-1, of two or three letters."""
    source_type: SourceType = ""
    keywords: tuple[str, ...] = ()
    taken: date | None = None
    people: tuple[Id, ...] = ()
    """People in the picture, from left to right.

    Where there are ``marks``, they follow from these: who is seen within the crop, the front
    row first.
    """
    marks: tuple[Mark, ...] = ()
    crop: Crop | None = None
    """What of it is shown; None: all of it."""
    rating: Rating = 0
    """How good the desk finds it, in stars; 0: not rated."""
    consent: Consent = ""
    """Whether the people in it agree to its use; "": nobody has noted that."""
    consent_until: date | None = None
    """The last day for which they agree."""
    use_until: date | None = None
    """The last day on which the usage terms allow its use."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, upright and whole."""
        return self.width, self.height
