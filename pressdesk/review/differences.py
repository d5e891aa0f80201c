"""What two releases differ in: values that say it, from single words to whole blocks."""

import datetime as dt
from typing import Literal

from msgspec import Struct

from pressdesk.model.body import Block, Spans, plain
from pressdesk.model.framing import Crop
from pressdesk.model.people import Contact, Person
from pressdesk.model.photo import Mark, Photo
from pressdesk.model.release import Boilerplate, Embargo, Event
from pressdesk.model.texts import Where

Thing = Block | Photo | Person | Contact | Boilerplate | Event
Value = str | int | dt.date | Embargo | Crop | tuple[str, ...] | tuple[Mark, ...] | None
"""What a fact may be; ``bool`` is an ``int``."""


class Piece(Struct, frozen=True):
    """A stretch of text that is the same in both, is in one only, or differs in marks."""

    kind: Literal["same", "removed", "added", "marked"]
    before: Spans = ()
    after: Spans = ()


class TextChange(Struct, frozen=True):
    """One text before and after; the pieces of each side joined are that side's text."""

    where: Where
    pieces: tuple[Piece, ...] = ()
    kind: Literal["same", "changed", "added", "removed"] = "same"
    """An added text has nothing that it could be compared with: a new cell, a new keyword."""

    @property
    def before(self) -> str:
        """The text before."""
        return "".join(plain(piece.before) for piece in self.pieces)

    @property
    def after(self) -> str:
        """The text after."""
        return "".join(plain(piece.after) for piece in self.pieces)


class Fact(Struct, frozen=True):
    """A property that is no text and differs: a date, a kind, the speakers."""

    name: str
    """As the JSON names it; ``kind`` of a block is as ``model.kinds`` names it, and of a
    table ``rows`` and ``columns`` are their numbers."""
    before: Value
    after: Value


class Entry(Struct, frozen=True):
    """One field, block, photo or person, before and after."""

    part: str
    """The field of the release: ``headline``, ``body``, ``photos`` …"""
    kind: Literal["same", "changed", "added", "removed", "moved"]
    """``moved``: nothing but its place has changed."""
    before: Thing | None = None
    after: Thing | None = None
    """What is compared where that is a thing of its own; a field has only its text or fact."""
    texts: tuple[TextChange, ...] = ()
    """Its texts in reading order, those that are the same too; empty ones are left out."""
    facts: tuple[Fact, ...] = ()
    """What else differs."""
    grid: tuple[tuple[TextChange | None, ...], ...] = ()
    """The cells of a table, all of both; ``None`` where neither has one."""
    is_moved: bool = False
    """True: it stands elsewhere in the order, whether or not it has changed too."""
    shows: Literal["both", "before", "after"] = "both"
    """A moved block has two entries: one at its place before, one at its place after."""

    @property
    def is_twin(self) -> bool:
        """Whether this is the entry of a moved block at its place before."""
        return self.is_moved and self.shows == "before"


class Comparison(Struct, frozen=True):
    """All of two releases side by side, in reading order."""

    entries: tuple[Entry, ...] = ()
    words_added: int = 0
    """Words of all texts but addresses, and but what describes a photo that is new itself."""
    words_removed: int = 0
    photos_changed: int = 0
    """Photos that were added, removed, exchanged or described otherwise."""

    @property
    def changes(self) -> tuple[Entry, ...]:
        """What differs, each once."""
        return tuple(entry for entry in self.entries if entry.kind != "same" and not entry.is_twin)

    @property
    def is_empty(self) -> bool:
        """Whether the two say the same."""
        return not self.changes

    @property
    def body(self) -> tuple[Entry, ...]:
        """The blocks of the body."""
        return tuple(entry for entry in self.entries if entry.part == "body")
