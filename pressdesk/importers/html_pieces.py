"""Pieces of a foreign page on their way to blocks."""

from typing import Literal

from msgspec import Struct, field

from pressdesk.importers.html_pictures import EmbeddedPicture
from pressdesk.model.body import Cell, Spans

Alignment = Literal["", "left", "center", "right"]
Kind = Literal["paragraph", "heading", "item", "quote", "table", "picture"]


class Grid(Struct, frozen=True):
    """A table that is one."""

    rows: tuple[tuple[Cell, ...], ...]
    align: tuple[Alignment, ...]
    header: bool


class Piece(Struct):
    """What becomes a block, or a picture between two."""

    kind: Kind
    texts: list[Spans] = field(default_factory=list[Spans])
    """Lines of one block."""
    level: int = 0
    numbered: bool = False
    begins: bool = False
    is_boxed: bool = True
    """False: the text stood in no element of its own."""
    grid: Grid | None = None
    picture: EmbeddedPicture | None = None


class ListPlace(Struct, frozen=True):
    """Where an item stands among the lists of a page."""

    level: int
    numbered: bool
    name: str
    """Items with another name are in another list."""


class Place(Struct):
    """What text becomes at some place of a page."""

    kind: Kind = "paragraph"
    level: int = 0
    list_place: ListPlace | None = None
    marker: str = ""
    """Bullet or number that stands in the source as text."""
    needs_marker: bool = False
    """True: without one it is no item after all."""
    piece: Piece | None = None
    """Of an item: the piece its text goes into, once there is some."""
