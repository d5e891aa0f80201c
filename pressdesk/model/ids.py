"""Short stable ids of blocks, photos, people and figures."""

import secrets
from typing import Annotated

from msgspec import Meta

Id = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9]{0,31}\Z")]
"""Safe by its letters as a bookmark name, an HTML id and part of a file name."""

_LETTERS = "abcdefghijkmnpqrstuvwxyz"
_LETTERS_AND_DIGITS = _LETTERS + "23456789"


def new_id() -> str:
    """Make an id no other release will make: 8 characters, 39 bits of chance."""
    return secrets.choice(_LETTERS) + "".join(secrets.choice(_LETTERS_AND_DIGITS) for _ in range(7))


def numbered_id(kind: str, number: int) -> str:
    """Give the id an importer assigns to the nth thing of a kind (``b3``, ``p1``).

    Importers number instead of drawing lots, so that the same source always
    gives the same release. Editing uses ``new_id``, which never collides with
    these: it is always longer.
    """
    return f"{kind}{number}"
