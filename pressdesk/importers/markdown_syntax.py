"""The Markdown we read: CommonMark with tables, strikethrough, sub- and superscript, attributes."""

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType
from msgspec import Struct

from pressdesk.model.text import is_cjk

LIMIT_NESTING = 50
"""Nine levels of lists take 18."""


class Attributes(Struct, frozen=True):
    """What stands in braces behind a picture, a link or a bracketed span."""

    classes: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.classes or self.values)


class _State(StateInline):
    """Where a parser of inline Markdown stands, with signs of marks read beside Chinese too."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """Tell whether signs can open or close a mark (CommonMark 0.31.2, section 6.2).

        Chinese and Japanese have no spaces, so there a full stop before the closing
        signs is mostly followed by a letter: ``**粗体。**然后``. By CommonMark these signs
        would open and not close. Here East Asian punctuation counts as a letter, and
        an East Asian letter beside other punctuation as a space.
        """
        marker = self.src[start]
        end = start
        while end < self.posMax and self.src[end] == marker:
            end += 1
        before = self.src[start - 1] if start > 0 else " "
        after = self.src[end] if end < self.posMax else " "
        opens = not after.isspace() and (not _is_mark(after) or _parts(before))
        closes = not before.isspace() and (not _is_mark(before) or _parts(after))
        if not canSplitWord:
            opens, closes = (
                opens and (not closes or _is_punctuation(before)),
                closes and (not opens or _is_punctuation(after)),
            )
        return Scanned(opens, closes, end - start)


def _is_punctuation(char: str) -> bool:
    return isMdAsciiPunct(ord(char)) or isPunctChar(char)


def _is_mark(char: str) -> bool:
    """Tell whether a character is punctuation that stands beside spaces where words do."""
    return _is_punctuation(char) and not is_cjk(char)


def _parts(char: str) -> bool:
    """Tell whether a word may begin behind a character, or end before it."""
    return char.isspace() or _is_mark(char) or is_cjk(char)


class _Inline(ParserInline):
    """The rules of inline Markdown, at work on our state."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class Parser(MarkdownIt):
    """CommonMark, with these differences.

    Marks begin and end beside East Asian punctuation too. Tables and
    ``~~strikethrough~~``; ``H~2~O`` and ``x^2^`` as pandoc reads them; attributes
    in braces behind a picture, a link and ``[words]``. HTML is text, and so is
    what is indented by four spaces. Addresses are left as they stand: whether a
    link is safe is asked of ``model.text``.
    """

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False, "maxNesting": LIMIT_NESTING})
        rules = self.inline.ruler.get_active_rules(), self.inline.ruler2.get_active_rules()
        self.inline = _Inline()
        self.inline.ruler.enableOnly(rules[0])
        self.inline.ruler2.enableOnly(rules[1])
        self.enable(["table", "strikethrough"])
        self.disable(["code", "html_block", "html_inline"])
        # Escaped characters stay tokens of their own: `\<br>` is text, `<br>` is not.
        self.core.ruler.disable("text_join")
        inline = self.inline.ruler
        inline.before("strikethrough", "script", _script)
        inline.after("link", "span", _span)
        inline.after("span", "attributes", _attributes)

    def normalizeLink(self, url: str) -> str:  # noqa: N802  markdown-it's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        return True


_ITEM = re.compile(
    r"""\s*(?:\.(?P<class>[\w-]+)
    |\#(?P<id>[\w-]+)
    |(?P<key>[A-Za-z][\w-]*)=(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s"'{}]+)))
    (?=[\s}])""",
    re.VERBOSE | re.DOTALL,
)
_END = re.compile(r"\s*\}")
_ESCAPED = re.compile(r'\\(["\\])')


def read_attributes(source: str, start: int, end: int) -> tuple[Attributes, int] | None:
    """Read ``{.class #id key=value key="value"}`` at a place; gives also where it ends.

    In a quoted value a backslash escapes a quotation mark or a backslash.
    """
    if source[start : start + 1] != "{":
        return None
    classes: list[str] = []
    values: list[tuple[str, str]] = []
    place = start + 1
    while match := _ITEM.match(source, place, end):
        place = match.end()
        if match["class"]:
            classes.append(match["class"])
        elif match["id"]:
            values.append(("id", match["id"]))
        else:
            quoted = match["quoted"]
            value = match["bare"] if quoted is None else _ESCAPED.sub(r"\1", quoted)
            values.append((match["key"], value))
    closing = _END.match(source, place, end)
    found = Attributes(tuple(classes), tuple(values))
    return (found, closing.end()) if closing and found else None


_SUB = re.compile(r"(?<!~)~((?:[^\s\\~\[\]]|\\\S)+)~")
_SUP = re.compile(r"\^((?:[^\s\\^\[\]]|\\\S)+)\^")


def _script(state: StateInline, silent: bool) -> bool:
    """Read ``~sub~`` and ``^sup^``: no spaces inside, as in pandoc.

    No Chinese or Japanese either: there, tildes stand between numbers
    (``5~10元，20~30元``) and no space parts one pair from the next.
    """
    pattern = {"~": _SUB, "^": _SUP}.get(state.src[state.pos])
    match = pattern.match(state.src, state.pos, state.posMax) if pattern else None
    if match is None or any(map(is_cjk, match[1])):
        return False
    if not silent:
        name = "sub" if match[0][0] == "~" else "sup"
        _enclose(state, name, match.start(1), match.end(1))
    state.pos = match.end()
    return True


def _span(state: StateInline, silent: bool) -> bool:
    """Read ``[words]{.underline lang=zh}``."""
    if state.src[state.pos] != "[":
        return False
    start = state.pos + 1
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    read = read_attributes(state.src, end + 1, state.posMax) if end >= 0 else None
    if read is None:
        return False
    if not silent:
        _enclose(state, "span", start, end, attributes=read[0])
    state.pos = read[1]
    return True


def _enclose(state: StateInline, name: str, start: int, end: int, **meta: Any) -> None:
    limit = state.posMax
    state.pos, state.posMax = start, end
    state.push(f"{name}_open", name, 1).meta = meta
    state.md.inline.tokenize(state)
    state.push(f"{name}_close", name, -1)
    state.posMax = limit


def _attributes(state: StateInline, silent: bool) -> bool:
    """Read the attributes behind a picture or a link."""
    if silent or state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    last = state.tokens[-1]
    if last.type not in ("image", "link_close") or last.markup == "autolink":
        return False
    read = read_attributes(state.src, state.pos, state.posMax)
    if read is None:
        return False
    opening = last
    if last.type == "link_close":
        opening = next(
            token
            for token in reversed(state.tokens)
            if token.type == "link_open" and token.level == last.level
        )
    opening.meta["attributes"] = read[0]
    state.pos = read[1]
    return True
