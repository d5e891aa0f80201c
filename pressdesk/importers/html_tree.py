"""The elements of foreign HTML, opened and closed where browsers open and close them."""

from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct, field

from pressdesk.importers.html_pieces import Place
from pressdesk.importers.html_roles import (
    CLOSES_PARAGRAPH,
    FORMATTING,
    HEADINGS,
    LISTS,
    SPECIAL,
    VOID,
)
from pressdesk.importers.html_styles import Style
from pressdesk.importers.html_tokens import Comment, EndTag, StartTag, Token

_CELLS = ("td", "th", "caption")
_PARTS = ("tbody", "thead", "tfoot")
_TAKE_TURNS = (HEADINGS, ("dt", "dd"), ("rt", "rp"), ("option", "optgroup"))
"""Elements of which one ends where the next begins."""
_NEAR = 16
"""How far above an element that ends out of order the others are set right."""
_REOPENED = 8


class Element(Struct):
    """An element that is open."""

    tag: str
    attributes: dict[str, str]
    style: Style = Style()
    place: Place = field(default_factory=Place)
    is_open: bool = False
    """True: the visitor took it for more than something to pass over."""
    is_dropped: bool = False
    is_block: bool = False
    is_boxed: bool = False
    """True: it is, or stands in, a block of its own."""
    has_target: bool = False
    """True: its text is collected apart from that around it."""


class Visitor(Protocol):
    """Is told what opens, what closes, and what stands between."""

    def open(self, element: Element, parent: Element) -> None: ...
    def close(self, element: Element) -> None: ...
    def restyle(self, element: Element, parent: Element) -> None: ...
    def void(self, element: Element, parent: Element) -> None: ...
    def text(self, text: str, parent: Element) -> None: ...
    def comment(self, text: str, parent: Element) -> None: ...


class ElementTree:
    """Walks through tokens with a stack of open elements; none of it recurses.

    How often a name is open is counted for each cell, so that an end tag without
    its start is passed over without a search.
    """

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self._stack = [Element("", {}, is_open=True, is_block=True)]
        self._scopes: list[Counter[str]] = [Counter()]
        self._tables: list[Counter[str]] = [Counter()]
        self._lists: list[Counter[str]] = [Counter()]

    def walk(self, tokens: Iterable[Token]) -> None:
        """Go through a whole source; all that is left open is closed at its end."""
        for token in tokens:
            match token:
                case str():
                    self._visitor.text(token, self._stack[-1])
                case StartTag():
                    self._start(token)
                case EndTag():
                    self._end(token.name)
                case Comment():
                    self._visitor.comment(token.text, self._stack[-1])
        while len(self._stack) > 1:
            self._pop()
        self._visitor.close(self._stack[0])

    def _start(self, token: StartTag) -> None:
        tag = token.name
        if tag in CLOSES_PARAGRAPH and self._scopes[-1]["p"]:
            self._pop_to("p")
        if tag == "li" and self._lists[-1]["li"]:
            self._pop_to("li")
        elif any(tag in names and self._stack[-1].tag in names for names in _TAKE_TURNS):
            self._pop()
        elif tag == "a" and self._scopes[-1]["a"]:
            self._cut_out("a")
        elif tag in (*_CELLS, "tr", *_PARTS):
            self._close_parts(tag)
        parent = self._stack[-1]
        element = Element(tag, token.attributes, place=parent.place)
        if tag in VOID:
            self._visitor.void(element, parent)
            return
        self._visitor.open(element, parent)
        self._push(element)

    def _close_parts(self, tag: str) -> None:
        parts = self._tables[-1]
        closed = _CELLS if tag in _CELLS else (*_CELLS, "tr")
        if tag in _PARTS:
            closed = (*closed, *_PARTS)
        for name in closed:
            while parts[name]:
                self._pop_to(name)

    def _end(self, tag: str) -> None:
        if tag == "br":
            self._visitor.void(Element("br", {}), self._stack[-1])
        elif self._stack[-1].tag == tag:
            self._pop()
        elif tag == "table" or tag in (*_CELLS, "tr", *_PARTS):
            is_open = len(self._tables) > 1 if tag == "table" else self._tables[-1][tag]
            if is_open:
                self._pop_to(tag)
        elif tag in HEADINGS and self._stack[-1].tag in HEADINGS:
            self._pop()
        elif self._scopes[-1][tag]:
            if tag in SPECIAL:
                self._pop_to(tag)
            else:
                self._cut_out(tag)
        elif tag == "p":
            self._visitor.void(Element("hr", {}), self._stack[-1])

    def _push(self, element: Element) -> None:
        tag = element.tag
        self._stack.append(element)
        self._scopes[-1][tag] += 1
        self._tables[-1][tag] += 1
        self._lists[-1][tag] += 1
        if tag in _CELLS or tag == "table":
            self._scopes.append(Counter())
        if tag == "table":
            self._tables.append(Counter())
        if tag in LISTS or tag in _CELLS:
            self._lists.append(Counter())

    def _pop(self) -> Element:
        element = self._stack[-1]
        tag = element.tag
        self._visitor.close(element)
        self._stack.pop()
        if tag in _CELLS or tag == "table":
            self._scopes.pop()
        if tag == "table":
            self._tables.pop()
        if tag in LISTS or tag in _CELLS:
            self._lists.pop()
        self._uncount(tag)
        return element

    def _uncount(self, tag: str) -> None:
        for counter in (self._scopes[-1], self._tables[-1], self._lists[-1]):
            if counter[tag]:
                counter[tag] -= 1

    def _pop_to(self, tag: str) -> None:
        """Close elements up to one of a name; formatting that was left open goes on behind it."""
        left_open: list[Element] = []
        while len(self._stack) > 1:
            element = self._pop()
            if element.tag == tag:
                break
            if element.tag in FORMATTING:
                left_open.append(element)
        if tag in _CELLS or tag in ("table", "tr", *_PARTS):
            return
        for element in reversed(left_open[:_REOPENED]):
            self._visitor.restyle(element, self._stack[-1])
            self._push(element)

    def _cut_out(self, tag: str) -> None:
        """End an element out of order: those opened in it stay open, without its style."""
        for index in range(len(self._stack) - 1, max(len(self._stack) - 1 - _NEAR, 0), -1):
            if self._stack[index].tag in (*_CELLS, "table"):
                return
            if self._stack[index].tag == tag:
                self._visitor.close(self._stack.pop(index))
                self._uncount(tag)
                for place in range(index, len(self._stack)):
                    self._visitor.restyle(self._stack[place], self._stack[place - 1])
                return
