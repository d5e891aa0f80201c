"""Foreign HTML as blocks: its meaning is kept, its looks are dropped, nothing is fetched."""

from collections.abc import Callable

from msgspec import Struct

from pressdesk.importers.html_blocks import blocks_of
from pressdesk.importers.html_pictures import EmbeddedPicture
from pressdesk.importers.html_reader import HtmlReader
from pressdesk.importers.html_tokens import read_tokens
from pressdesk.importers.html_tree import ElementTree
from pressdesk.model.body import Block, Paragraph
from pressdesk.model.problem import PressDeskError

LIMIT_CHARACTERS = 20_000_000


class Passage(Struct, frozen=True):
    """What a piece of foreign HTML says."""

    blocks: tuple[Block, ...]
    """Paragraphs, headings, list items, quotes and tables."""
    pictures: tuple[EmbeddedPicture, ...]
    """Those whose bytes stand in the text; what lies elsewhere is never read."""
    dropped: tuple[str, ...]
    """What was left out, in a few words each, in the order it was met."""
    is_inline: bool
    """True: one run of text from within a paragraph, to go on in the one at the cursor."""
    language: str = ""
    """Language of the whole as its source says it, or ""; spans name only others."""


def read_html(source: str, make_id: Callable[[], str]) -> Passage:
    """Read HTML of any program: paragraphs, headings, lists, quotes, tables, marks and links.

    ``make_id`` gives the id of each block, in order. Raises PressDeskError
    PD-IMP-014 for more than 20 million characters.
    """
    if len(source) > LIMIT_CHARACTERS:
        raise PressDeskError(
            "PD-IMP-014",
            "The text was not pasted.",
            f"It has {len(source) / 1e6:.1f} million characters with its markup; "
            f"the limit is {LIMIT_CHARACTERS / 1e6:.0f} million.",
            safe="Nothing was changed.",
            do="Copy it in smaller parts.",
        )
    reader = HtmlReader()
    ElementTree(reader).walk(read_tokens(source))
    made = blocks_of(reader.pieces, reader.language, make_id)
    is_inline = (
        len(made.blocks) == 1
        and isinstance(made.blocks[0], Paragraph)
        and not made.pictures
        and not any(piece.is_boxed for piece in reader.pieces)
    )
    return Passage(made.blocks, made.pictures, reader.dropped, is_inline, made.language)
