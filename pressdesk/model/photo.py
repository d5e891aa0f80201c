"""The picture itself, apart from any use of it."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from pressdesk.model.ids import Id

Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Suffix = Literal["jpg", "png", "webp", "gif", "tif", "heic"]
Pixels = Annotated[int, Meta(ge=1, le=20_000)]


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
    headline: str = ""
    creator: str = ""
    credit: str = ""
    source: str = ""
    copyright: str = ""
    usage: str = ""
    """Usage terms."""
    keywords: tuple[str, ...] = ()
    taken: date | None = None
    people: tuple[Id, ...] = ()
    """People in the picture, from left to right."""
