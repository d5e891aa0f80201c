"""What a pasted passage says, as lines of text that a person can read and compare."""

from pressdesk.importers.html import Passage
from pressdesk.model.body import Block, Figure, Heading, ListItem, Quote, Span, Spans, Table

_SIGNS = (("bold", "**"), ("italic", "*"), ("underline", "__"), ("strike", "~~"))
_SCRIPTS = {"sub": "~", "sup": "^"}


def golden_text(passage: Passage) -> str:
    """Write a passage down: a line for each block, then what is to be known about the whole."""
    lines = [line for block in passage.blocks for line in _lines(block)]
    lines += [f"! picture {one.name} after {one.after}: {one.alt}" for one in passage.pictures]
    lines.append(f"! dropped: {', '.join(passage.dropped) or 'nothing'}")
    lines.append(f"! inline: {'yes' if passage.is_inline else 'no'}")
    lines.append(f"! language: {passage.language or 'not said'}")
    return "\n".join(lines) + "\n"


def _lines(block: Block) -> list[str]:
    match block:
        case Figure():
            raise AssertionError("a paste has no photo of the release")
        case Heading():
            return [f"{'#' * block.level} {_words(block.spans)}"]
        case ListItem():
            begins = " (a new list)" if block.begins else ""
            sign = "1." if block.numbered else "-"
            return [f"{'   ' * block.level}{sign}{begins} {_words(block.spans)}"]
        case Quote():
            return [f"> {_words(block.spans)}"]
        case Table():
            rows = [f"| {' | '.join(_words(cell.spans) for cell in row)} |" for row in block.rows]
            rule = f"| {' | '.join(align or '-' for align in block.align)} |"
            return [rows[0], rule, *rows[1:]] if block.header else [rule, *rows]
        case _:
            return [f"= {_words(block.spans)}"]


def _words(spans: Spans) -> str:
    return "".join(map(_word, spans)).replace("\n", "⏎").replace("\xa0", "⍽")


def _word(span: Span) -> str:
    text = span.text
    if span.script:
        text = f"{_SCRIPTS[span.script]}{text}{_SCRIPTS[span.script]}"
    for name, sign in _SIGNS:
        if getattr(span, name):
            text = f"{sign}{text}{sign}"
    if span.lang:
        text = f"{{{span.lang}: {text}}}"
    return f"[{text}]({span.link})" if span.link else text
