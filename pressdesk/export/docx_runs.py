"""Runs of text with their marks."""

import re
from collections.abc import Iterator

from pressdesk.export.docx_language import language_attributes
from pressdesk.export.docx_xml import Element, add, make
from pressdesk.model.body import Span

_SCRIPTS = {"sub": "subscript", "sup": "superscript"}
_PRESERVE = {"xml:space": "preserve"}
_FOREIGN = re.compile(r"[\x00-\x20\"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})")


def text_run(span: Span, style: str = "") -> Element:
    """Make the run of a span, in a character style where its id is given."""
    run = make("w:r")
    if properties := [*_properties(span, style)]:
        add(run, "w:rPr").extend(properties)
    for number, line in enumerate(span.text.split("\n")):
        if number:
            add(run, "w:br")
        if line:
            add(run, "w:t", _PRESERVE if _is_loose(line) else None, line)
    return run


def _is_loose(line: str) -> bool:
    """Tell whether white space stands at an end, or beside other white space."""
    return "  " in line or len(line.strip()) != len(line) or not line.isprintable()


def address(link: str) -> str:
    """Give a link without the characters that no address may hold (RFC 3986, section 2).

    Word calls a file damaged for them. Letters of other scripts stay (RFC 3987).
    """
    return _FOREIGN.sub(lambda match: f"%{ord(match.group()):02X}", link)


def _properties(span: Span, style: str) -> Iterator[Element]:
    """Go through the marks, in the order of ECMA-376 part 1, 17.3.2.28."""
    if style:
        yield make("w:rStyle", {"w:val": style})
    for is_set, names in (
        (span.bold, ("w:b", "w:bCs")),
        (span.italic, ("w:i", "w:iCs")),
        (span.strike, ("w:strike",)),
    ):
        yield from map(make, names if is_set else ())
    if span.underline:
        yield make("w:u", {"w:val": "single"})
    if span.script:
        yield make("w:vertAlign", {"w:val": _SCRIPTS[span.script]})
    if span.lang:
        yield make("w:lang", language_attributes(span.lang))
