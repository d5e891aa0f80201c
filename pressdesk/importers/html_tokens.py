"""HTML as a row of tags, texts and comments, cut the way browsers cut it."""

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct


class StartTag(Struct, frozen=True):
    """The tag that begins an element; names are in lower case."""

    name: str
    attributes: dict[str, str]


class EndTag(Struct, frozen=True):
    """The tag that ends an element."""

    name: str


class Comment(Struct, frozen=True):
    """A comment, or what browsers take for one: ``<![if !supportLists]>``, ``<?xml …>``."""

    text: str


Token = StartTag | EndTag | Comment | str

_SIMPLE = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)>")
_NAME = re.compile(r"[A-Za-z][^\t\n\f\r />]*")
_ATTRIBUTE = re.compile(
    r"[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)"
    r"""(?:[\t\n\f\r ]*=[\t\n\f\r ]*("[^"]*"|'[^']*'|[^\t\n\f\r >]*))?"""
)
_SPACE = re.compile(r"[\t\n\f\r /]*")
_END_OF_COMMENT = re.compile(r"--!?>")
_END_OF_RAW = {
    name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
"""Elements that hold text only, whatever it looks like."""
_DECODED = ("textarea", "title")
_NO_ATTRIBUTES: dict[str, str] = {}


def read_tokens(source: str) -> Iterator[Token]:
    """Cut HTML into tokens, by the rules of the HTML standard, section 13.2.5.

    What is begun and never ended (a tag, a comment, a script) reaches to the end
    of the source, so that each character is looked at a bounded number of times.
    """
    place = 0
    while place < len(source):
        start = source.find("<", place)
        if start < 0:
            yield unescape(source[place:])
            return
        if start > place:
            yield unescape(source[place:start])
        token, place = _read_markup(source, start)
        if token is None:
            return
        yield token
        if not isinstance(token, StartTag):
            continue
        if token.name == "plaintext":
            yield source[place:]
            return
        if token.name in _END_OF_RAW:
            end = _END_OF_RAW[token.name].search(source, place)
            text = source[place : end.start() if end else len(source)]
            yield unescape(text) if token.name in _DECODED else text
            place = end.start() if end else len(source)


def _read_markup(source: str, start: int) -> tuple[Token | None, int]:
    """Read what begins with ``<``; gives it and where it ends, None where it never does."""
    if simple := _SIMPLE.match(source, start):
        name = simple[2].lower()
        return EndTag(name) if simple[1] else StartTag(name, _NO_ATTRIBUTES), simple.end()
    is_end = source.startswith("/", start + 1)
    name = _NAME.match(source, start + 1 + is_end)
    if name:
        return _read_tag(source, name, is_end=is_end)
    if source.startswith("<!--", start):
        end = _END_OF_COMMENT.search(source, start + 2)
        return (Comment(source[start + 4 : end.start()]), end.end()) if end else (None, 0)
    if source.startswith(("<!", "<?", "</"), start):
        end = source.find(">", start)
        return (Comment(source[start + 2 : end]), end + 1) if end > 0 else (None, 0)
    return "<", start + 1


def _read_tag(source: str, name: re.Match[str], *, is_end: bool) -> tuple[Token | None, int]:
    attributes: dict[str, str] = {}
    place = name.end()
    while attribute := _ATTRIBUTE.match(source, place):
        place = attribute.end()
        value = attribute[2] or ""
        if value[:1] in ("'", '"') and value[-1:] == value[:1] and len(value) > 1:
            value = value[1:-1]
        attributes.setdefault(attribute[1].lower(), unescape(value))
    close = _SPACE.match(source, place)
    place = close.end() if close else place
    if not source.startswith(">", place):
        return None, 0
    tag = EndTag(name[0].lower()) if is_end else StartTag(name[0].lower(), attributes)
    return tag, place + 1
