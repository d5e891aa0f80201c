"""Reading what Qt changed: only the blocks that it touched, as a splice of the body."""

from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtGui import QTextBlock, QTextDocument

from pressdesk.model.body import Block, Body, Paragraph, plain
from pressdesk.model.ids import new_id
from pressdesk.model.spans import differing
from pressdesk.model.writing import is_solid, text_of
from pressdesk.ui.editor.codec import encode_text, read_all, read_block
from pressdesk.ui.editor.units import to_units, units


class Splice(NamedTuple):
    """New blocks in the place of old ones."""

    first: int
    old: int
    new: tuple[Block, ...]

    def apply(self, body: Body) -> Body:
        """Give the body with the new blocks; untouched ones are the same objects."""
        return body[: self.first] + self.new + body[self.first + self.old :]


class Typed(NamedTuple):
    """An edit within one block, as the undo list wants to know it."""

    position: int
    """In the document, in UTF-16 units, as is ``removed``."""
    removed: int
    added: str


def read_splice(document: QTextDocument, body: Body, position: int, added: int) -> Splice:
    """Read what `contentsChange` reports of a document that held a body.

    Blocks that Qt made by splitting get ids of their own; a split figure or table leaves
    one, and a paragraph.
    """
    first = document.findBlock(position)
    last = document.findBlock(min(position + added, document.characterCount() - 1))
    at = first.blockNumber()
    count = last.blockNumber() - at + 1
    old = count - (document.blockCount() - len(body))
    if not body or old < 0 or at + old > len(body):
        return Splice(0, len(body), _with_ids(read_all(document, body) or (Paragraph(""),), set()))
    if old == count == 1:
        was = body[at]
        now = read_block(first, (was,))
        if now == was:
            return Splice(at, 0, ())
        return Splice(at, 1, (now if now.id == was.id else replace(now, id=was.id),))
    read: list[Block] = []
    block: QTextBlock = first
    for _ in range(count):
        read.append(read_block(block, body))
        block = block.next()
    rest = {other.id for other in body[:at]} | {other.id for other in body[at + old :]}
    new = _with_ids(tuple(read), rest)
    if new == body[at : at + old]:
        return Splice(at, 0, ())
    return Splice(at, old, _kept(body[at : at + old], new))


def _with_ids(blocks: tuple[Block, ...], taken: set[str]) -> tuple[Block, ...]:
    new: list[Block] = []
    for block in blocks:
        if not block.id or block.id in taken:
            spans = text_of(block)
            fresh = new_id()
            block = Paragraph(fresh, spans) if is_solid(block) else replace(block, id=fresh)  # noqa: PLW2901
        taken.add(block.id)
        new.append(block)
    return tuple(new)


def _kept(old: Body, new: Body) -> Body:
    """Put the old objects in the place of those that are equal."""
    known = {block.id: block for block in old}
    return tuple(known[block.id] if known.get(block.id) == block else block for block in new)


def typed(document: QTextDocument, old: Block, new: Block, index: int) -> Typed:
    """Tell what was typed into a block."""
    was, text = encode_text(plain(text_of(old))), encode_text(plain(text_of(new)))
    front, back = differing(was, text)
    start = document.findBlockByNumber(index).position() + to_units(text, front)
    added = text[front : len(text) - back]
    return Typed(start, units(was[front : len(was) - back]), added)
