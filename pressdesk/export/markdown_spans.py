r"""Spans as inline Markdown: the natural signs where they are read back so, brackets elsewhere.

CommonMark takes ``**`` and its like for marks only between certain neighbours
(0.31.2, section 6.2), and spans may begin or end anywhere. Where a sign might
not be taken, the mark is written as ``[words]{.bold}``.
"""

import re
import string
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from pressdesk.model.body import Span, Spans, plain
from pressdesk.model.text import is_cjk

_CHARACTERS = re.compile(
    r"[\\`*\[\]~^]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # within a word an underscore is no mark
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
)
_PLAIN_VALUE = re.compile(r"[A-Za-z0-9-]+")
_LINE_START = re.compile(
    r"#{1,6}(?=\s|\Z)"  # heading
    r"|>"  # quotation
    r"|[-+](?=\s|\Z)"  # list item
    r"|[0-9]{1,9}(?=[.)](?:\s|\Z))"  # numbered item
    r"|[=-](?=[=\-\s]*\Z)"  # underlined heading, rule
    r"|[|:-](?=[-|:\s]*\Z)"  # the line below a table's first row
)


class _Mark(Struct, frozen=True):
    """One mark, with its value."""

    name: str
    value: str


def write_spans(spans: Spans, *, one_line: bool = False) -> str:
    r"""Write cleaned spans as inline Markdown.

    A line break is a backslash at the end of the line, or ``<br>`` where all must
    stand on ``one_line``. White space at the ends, which Markdown trims, becomes
    an entity.
    """
    text = _write(spans, (), "", "")
    text = re.sub(r"\A[^\S\n]+|[^\S\n]+\Z", lambda match: "".join(map(entity, match[0])), text)
    if one_line:
        return text.replace("\\\n", "<br>")
    return "\n".join(map(_escape_line_start, text.split("\n")))


def write_attributes(classes: Iterable[str], values: Iterable[tuple[str, str]]) -> str:
    """Write classes and values in braces; "" where there are none."""
    parts = [f".{name}" for name in classes]
    for key, value in values:
        is_plain = key in ("lang", "taken") and _PLAIN_VALUE.fullmatch(value)
        parts.append(f"{key}={value if is_plain else _quoted(value)}")
    return f"{{{' '.join(parts)}}}" if parts else ""


def write_target(target: str) -> str:
    """Write an address as it stands in the parentheses of a link or picture."""
    escaped = re.sub(r"[\\<>]|&(?=#?\w+;)", r"\\\g<0>", target)
    return f"<{escaped}>" if re.search(r"[\s()]|\A\Z", target) else escaped


def entity(char: str) -> str:
    """Write a character so that Markdown takes it for nothing else."""
    return "&nbsp;" if char == "\u00a0" else f"&#{ord(char)};"


def _quoted(value: str) -> str:
    return '"' + re.sub(r'["\\]', r"\\\g<0>", value) + '"'


def _escape_line_start(line: str) -> str:
    match = _LINE_START.match(line)
    if match is None:
        return line
    place = match.end() if match[0].isdigit() else 0
    return f"{line[:place]}\\{line[place:]}"


def _marks(span: Span) -> Iterator[_Mark]:
    """List the marks of a span, those first that enclose others where both go equally far."""
    if span.underline:
        yield _Mark("underline", "")
    if span.lang:
        yield _Mark("lang", span.lang)
    if span.link:
        yield _Mark("link", span.link)
    for name in ("strike", "bold", "italic"):
        if getattr(span, name):
            yield _Mark(name, "")
    if span.script:
        yield _Mark(span.script, "")


def _write(spans: Sequence[Span], open_marks: tuple[_Mark, ...], before: str, after: str) -> str:
    """Write spans that stand within marks; ``before`` and ``after`` are what surrounds them."""
    text = ""
    place = 0
    while place < len(spans):
        marks = [mark for mark in _marks(spans[place]) if mark not in open_marks]
        length = 1
        if marks:
            reach = {mark: _reach(spans, place, mark) for mark in marks}
            length = max(reach.values())
            marks = [mark for mark in marks if reach[mark] == length]
        end = place + length
        following = _first_char(spans[end], open_marks) if end < len(spans) else after
        piece = _enclosed(spans[place:end], marks, open_marks, (text or before)[-1:], following)
        text = _joined(text, piece)
        place = end
    return text


def _reach(spans: Sequence[Span], start: int, mark: _Mark) -> int:
    end = start
    while end < len(spans) and mark in _marks(spans[end]):
        end += 1
    return end - start


def _first_char(span: Span, open_marks: tuple[_Mark, ...]) -> str:
    if any(mark not in open_marks for mark in _marks(span)):
        return "["
    return _escaped(span.text)[:1]


def _joined(text: str, piece: str) -> str:
    """Join what must not be read as one: ``!`` before a bracket, braces behind one."""
    if piece.startswith("[") and text.endswith("!"):
        return f"{text[:-1]}\\!{piece}"
    if piece.startswith("{") and text.endswith((")", "]", "}", ">")):
        return f"{text}\\{piece}"
    return text + piece


def _enclosed(
    spans: Sequence[Span],
    marks: Sequence[_Mark],
    open_marks: tuple[_Mark, ...],
    before: str,
    after: str,
) -> str:
    """Write spans with the marks they all have: signs inside, then the link, then braces."""
    if not marks:
        return _escaped(plain(spans))
    values = {mark.name: mark.value for mark in marks}
    link = values.get("link", "")
    if link and len(spans) == 1 and _is_autolink(spans[0], values):
        inner, link = f"<{link}>", ""
    else:
        inner = _write(spans, (*open_marks, *marks), "[", "]")
    if link and _has_bracket(inner):
        return _one_by_one(spans, open_marks, before, after)
    if link or "underline" in values or "lang" in values:
        before, after = "[", "]"
    inner, left_over = _signed(inner, values, before, after)
    if link:
        inner = f"[{inner}]({write_target(link)})"
    classes = [*left_over, *(["underline"] if "underline" in values else [])]
    attributes = write_attributes(classes, [("lang", values["lang"])] if "lang" in values else [])
    return f"[{inner}]{attributes}" if attributes else inner


def _one_by_one(
    spans: Sequence[Span], open_marks: tuple[_Mark, ...], before: str, after: str
) -> str:
    """Write each span as a link of its own: Markdown allows no brackets in a link's words."""
    text = ""
    for number, span in enumerate(spans):
        marks = [mark for mark in _marks(span) if mark not in open_marks]
        following = "[" if number + 1 < len(spans) else after
        piece = _enclosed([span], marks, open_marks, (text or before)[-1:], following)
        text = _joined(text, piece)
    return text


def _signed(inner: str, values: Container[str], before: str, after: str) -> tuple[str, list[str]]:
    """Put the signs of the marks around words; gives also the marks whose signs do not fit."""
    left_over: list[str] = []
    for script, sign in (("sub", "~"), ("sup", "^")):
        if script in values and _fits_script(sign, inner, before):
            inner = f"{sign}{inner}{sign}"
        elif script in values:
            left_over.append(script)
    is_struck = "strike" in values
    names = [name for name in ("bold", "italic") if name in values]
    sign = "*" * ("italic" in values) + "**" * ("bold" in values)
    if sign and _fits(sign, inner, "[" if is_struck else before, "]" if is_struck else after):
        inner = f"{sign}{inner}{sign}"
    else:
        left_over += names
    if is_struck and _fits("~~", inner, before, after):
        inner = f"~~{inner}~~"
    elif is_struck:
        left_over.append("strike")
    return inner, left_over


def _fits(sign: str, inner: str, before: str, after: str) -> bool:
    """Tell whether signs around words are sure to be read as a mark (CommonMark, 6.2).

    Beside a letter or digit a sign opens and closes whatever is on its other
    side. Where signs of one kind would touch, they might be read as one.
    """
    first, last = inner[0], inner[-1]
    if first.isspace() or last.isspace() or sign[0] in (first, last, before):
        return False
    return (first.isalnum() or _is_open(before)) and (last.isalnum() or _is_open(after))


def _is_open(char: str) -> bool:
    """Tell white space, punctuation and the ends of the text."""
    return (
        not char
        or char.isspace()
        or char in string.punctuation
        or unicodedata.category(char).startswith("P")
    )


def _fits_script(sign: str, inner: str, before: str) -> bool:
    """Tell whether ``~`` or ``^`` around words is read back: no spaces, no CJK, plain words."""
    words = rf"(?:[^\s\\\[*<{re.escape(sign)}]|\\\S)+"
    return before != sign and re.fullmatch(words, inner) is not None and not any(map(is_cjk, inner))


def _is_autolink(span: Span, values: Mapping[str, str]) -> bool:
    """Tell whether ``<address>`` says it all."""
    return span.text == values["link"] and re.fullmatch(r"https?:[^\s<>]+", span.text) is not None


def _has_bracket(text: str) -> bool:
    return "[" in re.sub(r"\\.", "", text, flags=re.DOTALL)


def _escaped(text: str) -> str:
    return _CHARACTERS.sub(r"\\\g<0>", text).replace("\n", "\\\n")
