"""A block of the body as a block of Qt's document, and back.

What a block is stands in its block format, as strings and numbers only; its text is the
text of Qt's block (a figure's is the caption); marks stand in the character formats. A
table has no text, and of it only the id: Qt keeps every format it was ever shown, and a
table in one would be kept again at each key.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from pressdesk.model.body import (
    Block,
    Body,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    join_spans,
)
from pressdesk.model.text import clean_text
from pressdesk.model.writing import text_of
from pressdesk.ui.editor.look import LANG, LINK, MARKS, Look, role_of, span_of
from pressdesk.ui.editor.units import units

_USER = QTextFormat.Property.UserProperty.value
KIND, ID, LEVEL, FLAGS, PHOTO, SPEAKER = range(_USER + 11, _USER + 17)
_NUMBERED, _BEGINS = 1, 2
_BREAK = "\u2028"
"""Qt's line break within a block; the model's is a line feed."""


def encode_text(text: str) -> str:
    """Give text as Qt's document holds it."""
    return text.replace("\n", _BREAK)


def decode_text(text: str) -> str:
    """Give text of Qt's document as the model holds it."""
    return text.replace(_BREAK, "\n")


def writable(block: Block) -> Block:
    """Give a block that Qt's document can hold as it is: no foreign line ends, no controls."""
    spans = text_of(block)
    if all(span.text and clean_text(span.text) == span.text for span in spans):
        joined = join_spans(spans) if len(spans) > 1 else spans
        if joined == spans:
            return block
    cleaned = join_spans(replace(span, text=clean_text(span.text)) for span in spans)
    return replace(block, caption=cleaned) if isinstance(block, Figure) else _spans(block, cleaned)


def _spans(block: Block, spans: Spans) -> Block:
    return block if isinstance(block, Table | Figure) else replace(block, spans=spans)


def set_identity(block_format: QTextBlockFormat, block: Block) -> None:
    """Write what a block is, apart from its text, into a block format."""
    block_format.setProperty(ID, block.id)
    match block:
        case Paragraph():
            block_format.setProperty(KIND, "paragraph")
        case Heading():
            block_format.setProperty(KIND, "heading")
            block_format.setProperty(LEVEL, block.level)
            block_format.setHeadingLevel(block.level)
        case ListItem():
            flags = (_NUMBERED if block.numbered else 0) | (_BEGINS if block.begins else 0)
            block_format.setProperty(KIND, "list-item")
            block_format.setProperty(LEVEL, block.level)
            block_format.setProperty(FLAGS, flags)
        case Quote():
            block_format.setProperty(KIND, "quote")
            block_format.setProperty(SPEAKER, block.speaker)
        case Figure():
            block_format.setProperty(KIND, "figure")
            block_format.setProperty(PHOTO, block.photo)
        case Table():
            block_format.setProperty(KIND, "table")


def read_block(block: QTextBlock, known: Iterable[Block]) -> Block:
    """Read a block; its id is "" where the document knows none.

    A table is the one of its id among the blocks that are known.
    """
    form = block.blockFormat()
    name = form.stringProperty(ID)
    kind = form.stringProperty(KIND)
    if kind == "table":
        for table in known:
            if table.id == name and isinstance(table, Table):
                return table
    spans = read_spans(block)
    match kind:
        case "heading":
            return Heading(name, spans, level=form.intProperty(LEVEL))
        case "list-item":
            flags = form.intProperty(FLAGS)
            return ListItem(
                name,
                spans,
                numbered=bool(flags & _NUMBERED),
                level=form.intProperty(LEVEL),
                begins=bool(flags & _BEGINS),
            )
        case "quote":
            return Quote(name, spans, speaker=form.stringProperty(SPEAKER))
        case "figure":
            return Figure(name, form.stringProperty(PHOTO), spans)
        case _:
            return Paragraph(name, spans)


def read_spans(block: QTextBlock) -> Spans:
    """Read the text of a block with its marks."""
    spans: list[Span] = []
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        spans.append(_read_span(decode_text(fragment.text()), fragment.charFormat()))
        fragments += 1
    return join_spans(spans)


def _read_span(text: str, form: QTextCharFormat) -> Span:
    bits, link = form.intProperty(MARKS), form.stringProperty(LINK)
    lang = form.stringProperty(LANG)
    return span_of(text, bits, link, lang) if bits or link or lang else Span(text)


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """Go through the blocks of a document."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def read_all(document: QTextDocument, known: Body) -> Body:
    """Read the whole body; a document that was never written to holds none."""
    blocks = tuple(read_block(block, known) for block in blocks_of(document))
    if len(blocks) == 1 and not blocks[0].id and blocks[0] == Paragraph(""):
        return ()
    return blocks


def write_text(cursor: QTextCursor, block: Block, look: Look) -> None:
    """Insert the text of a block with its marks at a cursor."""
    role = role_of(block)
    for span in text_of(block):
        cursor.insertText(encode_text(span.text), look.span_format(role, span))


def write_marks(start: QTextCursor, block: Block, look: Look) -> None:
    """Set the marks of text that stands already; the cursor is at its start."""
    role = role_of(block)
    keep = QTextCursor.MoveMode.KeepAnchor
    start.setBlockCharFormat(look.format(role))
    position = start.position()
    for span in text_of(block):
        start.setPosition(position)
        position += units(span.text)
        start.setPosition(position, keep)
        start.setCharFormat(look.span_format(role, span))
    start.clearSelection()
