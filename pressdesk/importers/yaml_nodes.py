"""YAML as plain nodes that know their line: no tags, no aliases, nothing is executed."""

import re
from collections.abc import Iterator
from typing import Any, cast

import yaml
from msgspec import Struct
from msgspec.structs import replace

LIMIT_DEPTH = 8

_COLON = re.compile(r"\s*:")
_QUOTE = "A text that holds a colon, or begins with a sign, needs quotation marks."
_REASONS = (
    ("expected ',' or", "a bracket or a brace is not closed."),
    ("expected the node content", "a value is missing, or begins with a sign."),
    ("mapping values are not allowed", "a second colon stands in the line."),
    ("could not find expected ':'", "a colon is missing."),
    ("end of stream", "a quotation mark is not closed."),
    ("'\\t'", "a tab stands where only spaces may."),
    ("but found '<scalar>'", "words stand behind a closing quotation mark."),
    ("expected <block end>", "the line does not fit those above it; look how far it is indented."),
    ("cannot start any token", "a word begins with a sign."),
)
"""What PyYAML says, and what we say."""


class Scalar(Struct, frozen=True):
    """A word or text, as written: what it means is for the reader of the key to say."""

    text: str
    line: int
    """Line of the file, counted from 1."""
    is_plain: bool = False
    """True: written without quotation marks."""

    @property
    def is_null(self) -> bool:
        return self.is_plain and self.text in ("", "~", "null", "Null", "NULL")


class Sequence(Struct, frozen=True):
    """A list."""

    items: tuple["Node", ...]
    line: int


class Entry(Struct, frozen=True):
    """A key's value, and the line of the key."""

    value: "Node"
    line: int


class Mapping(Struct, frozen=True):
    """Keys with their values."""

    entries: dict[str, Entry]
    line: int


Node = Scalar | Sequence | Mapping


class YamlFault(Exception):  # noqa: N818  a fault of the text, not of the program
    """What cannot be read, and where."""

    def __init__(self, line: int, message: str, fix: str = "") -> None:
        super().__init__(line, message, fix)
        self.line = line
        self.message = message
        self.fix = fix


def read_yaml(text: str, first_line: int) -> Node | None:
    """Read one YAML document; None where it is empty. Raises YamlFault."""
    try:
        return _Composer(text, first_line).document()
    except yaml.MarkedYAMLError as error:
        marks = [mark for mark in (error.problem_mark, error.context_mark) if mark]
        # What is not closed is found at the end; the line where it begins says more.
        mark = next((mark for mark in marks if mark.index < len(text)), None)
        line = first_line + (mark.line if mark else 0)
        problem = error.problem or ""
        reasons = (said for words, said in _REASONS if words in problem)
        reason = next(reasons, "the line can't be read.")
        raise YamlFault(line, f"This is not YAML: {reason}", _QUOTE) from error
    except yaml.YAMLError as error:
        raise YamlFault(first_line, "This is not YAML.", _QUOTE) from error


class _Composer:
    """Makes nodes of the events of PyYAML's parser, which builds no objects and never recurses."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._first_line = first_line
        parsed: Any = yaml.parse(text, Loader=yaml.SafeLoader)  # pyright: ignore
        self._events = cast("Iterator[yaml.Event]", parsed)

    def document(self) -> Node | None:
        node = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise YamlFault(self._line(event), "A second document begins here.")
            elif isinstance(event, yaml.NodeEvent):
                node = self._node(event, 1)
        return None if isinstance(node, Scalar) and node.is_null else node

    def _line(self, event: yaml.Event) -> int:
        return self._first_line + event.start_mark.line

    def _node(self, event: yaml.NodeEvent, depth: int) -> Node:
        line = self._line(event)
        if depth > LIMIT_DEPTH:
            raise YamlFault(line, f"The lists are nested deeper than {LIMIT_DEPTH} levels.")
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            message = "Anchors (&) and aliases (*) are not read; write the text out."
            raise YamlFault(line, message, _QUOTE)
        tag: str | None = getattr(event, "tag", None)
        if tag is not None:
            raise YamlFault(line, f"Tags ({tag}) are not read.", _QUOTE)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, line, event.style is None)
        inside = self._inside(depth + 1)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(node for _, node in inside), line)
        return Mapping(self._entries(inside), line)

    def _inside(self, depth: int) -> Iterator[tuple[yaml.Event, Node]]:
        """Go through the nodes up to the end of the list or mapping they are in."""
        for event in self._events:
            if not isinstance(event, yaml.NodeEvent):
                return
            yield event, self._node(event, depth)

    def _entries(self, inside: Iterator[tuple[yaml.Event, Node]]) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        last = ""
        for event, key in inside:
            _, value = next(inside)
            if not isinstance(key, Scalar):
                raise YamlFault(key.line, "A key must be a word.")
            before = entries[last].value if last else None
            if isinstance(before, Scalar) and before.is_plain and self._is_bare(event, key, value):
                text = replace(before, text=f"{before.text}, {key.text}")
                entries[last] = replace(entries[last], value=text)
                continue
            if key.text in entries:
                first = entries[key.text].line
                message = f"The key “{key.text}” is given twice, first on line {first}."
                raise YamlFault(key.line, message, "Delete one of the two.")
            entries[key.text] = Entry(value, key.line)
            last = key.text
        return entries

    def _is_bare(self, event: yaml.Event, key: Scalar, value: Node) -> bool:
        """Tell whether words behind a comma in braces go on with the value before it.

        ``{organization: Institute of Rivers, Lakeford}``: to YAML, the last word is
        a key with nothing behind it; to whoever wrote it, it is not.
        """
        if not (key.is_plain and isinstance(value, Scalar) and value.is_plain and not value.text):
            return False
        return not _COLON.match(self._text, event.end_mark.index)
