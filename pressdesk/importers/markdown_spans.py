"""Markdown's inline tokens as spans, and the pictures that stood among them."""

import re
from collections.abc import Iterable

from markdown_it.token import Token
from msgspec import Struct
from msgspec.structs import replace

from pressdesk.importers.findings import Findings
from pressdesk.importers.markdown_syntax import Attributes
from pressdesk.model.body import Span, Spans, clean_spans, plain
from pressdesk.model.text import is_cjk, safe_link


class Picture(Struct, frozen=True):
    """A picture as the text names it."""

    path: str
    title: str
    caption: Spans
    attributes: Attributes
    line: int


class Inline(Struct, frozen=True):
    """What one run of text holds."""

    spans: Spans
    """Without the pictures; cleaned."""
    pictures: tuple[Picture, ...]


_MARKS = {
    "strong_open": {"bold": True},
    "em_open": {"italic": True},
    "s_open": {"strike": True},
    "sub_open": {"script": "sub"},
    "sup_open": {"script": "sup"},
}
_CLASSES = {
    "bold": {"bold": True},
    "italic": {"italic": True},
    "underline": {"underline": True},
    "ul": {"underline": True},
    "strike": {"strike": True},
    "sub": {"script": "sub"},
    "sup": {"script": "sup"},
}
# Neither is ever in a source: its line breaks were made \n.
_SOFT_BREAK = "\r"
_PICTURE = "\f"
_SHARED = "“”‘’—…·"
"""Punctuation that Chinese has in common with other scripts."""
_LINE_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)


class SpanReader:
    """Reads runs of text and notes what it cannot keep."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings

    def read(self, tokens: Iterable[Token], line: int, *, one_line: bool = False) -> Inline:
        """Read the tokens of a run of text that begins on a line of the file.

        ``one_line``: in headings and table cells, where Markdown has no line
        break, ``<br>`` is one.
        """
        spans: list[Span] = []
        pictures: list[Picture] = []
        opened = [Span("")]
        for token in tokens:
            marks = opened[-1]
            if token.nesting > 0:
                opened.append(self._marked(marks, token, line))
            elif token.nesting < 0:
                opened.pop()
            elif token.type == "image":
                inside = self.read(token.children or (), line)
                pictures += (_picture(token, inside.spans, line), *inside.pictures)
                if marks.link:
                    message = "A picture carries no link; this one was left out."
                    self._findings.add("PD-IMP-047", "hint", message, line=line, text=marks.link)
                spans.append(Span(_PICTURE))
            elif token.type == "softbreak":
                spans.append(replace(marks, text=_SOFT_BREAK))
            elif token.type == "hardbreak":
                spans.append(replace(marks, text="\n"))
            else:
                text = token.content
                if token.type == "text" and one_line:
                    text = _LINE_BREAK_TAG.sub("\n", text)
                elif token.type == "code_inline":
                    message = "A release has no code font; the words stay."
                    self._findings.add("PD-IMP-047", "hint", message, line=line, text=text)
                spans.append(replace(marks, text=text))
        spans = _without_soft_breaks(_without_pictures(spans))
        return Inline(clean_spans(spans), tuple(pictures))

    def _marked(self, marks: Span, token: Token, line: int) -> Span:
        """Add what a token opens to the marks it stands in."""
        if token.type == "link_open":
            marks = replace(marks, link=self._link(token, line))
        else:
            marks = replace(marks, **_MARKS.get(token.type, {}))
        attributes: Attributes = token.meta.get("attributes", Attributes())
        for name in attributes.classes:
            if name in _CLASSES:
                marks = replace(marks, **_CLASSES[name])
            else:
                self._unknown(f".{name}", line)
        for name, value in attributes.values:
            if name == "lang":
                marks = replace(marks, lang=value)
            else:
                self._unknown(f'{name}="{value}"', line)
        return marks

    def _unknown(self, attribute: str, line: int) -> None:
        message = "This attribute means nothing here and was left out."
        self._findings.add("PD-IMP-046", "warning", message, line=line, text=attribute)

    def _link(self, token: Token, line: int) -> str:
        target, title = str(token.attrs.get("href", "")), str(token.attrs.get("title", ""))
        target = target.strip().replace(" ", "%20")
        if title:
            message = "A release's links have no titles; this one was left out."
            self._findings.add("PD-IMP-047", "hint", message, line=line, text=title)
        link = safe_link(target)
        if not link:
            self._findings.add(
                "PD-IMP-006",
                "warning",
                "A link was left out; its words stay.",
                fix="Links begin with http://, https://, mailto: or tel:.",
                line=line,
                text=target,
            )
        return link


def _picture(token: Token, caption: Spans, line: int) -> Picture:
    return Picture(
        path=str(token.attrs.get("src", "")),
        title=str(token.attrs.get("title", "")),
        caption=caption,
        attributes=token.meta.get("attributes", Attributes()),
        line=line,
    )


def _without_pictures(spans: list[Span]) -> list[Span]:
    """Take out the places of pictures, and one of the spaces they stood between."""
    made: list[Span] = []
    is_behind_space = False
    for span in spans:
        if span.text == _PICTURE:
            is_behind_space = not made or made[-1].text.endswith((" ", _SOFT_BREAK))
            continue
        if is_behind_space and span.text:
            span = replace(span, text=span.text.lstrip(" " + _SOFT_BREAK))  # noqa: PLW2901
            is_behind_space = False
        made.append(span)
    return made


def _without_soft_breaks(spans: list[Span]) -> list[Span]:
    """Make a line's end within a paragraph a space, or nothing within Chinese or Japanese."""
    text = plain(spans)
    made: list[Span] = []
    place = 0
    for span in spans:
        place += len(span.text)
        if span.text == _SOFT_BREAK:
            around = text[max(place - 2, 0) : place - 1] + text[place : place + 1]
            span = replace(span, text="" if _are_joined(around) else " ")  # noqa: PLW2901
        made.append(span)
    return made


def _are_joined(around: str) -> bool:
    """Tell whether no space stands between two characters; quotation marks go with the other."""
    is_own = [is_cjk(char) and not "가" <= char <= "힣" for char in around]
    return any(is_own) and all(
        own or char in _SHARED for own, char in zip(is_own, around, strict=True)
    )
