"""One run of foreign text: white space folded as a browser does it, then cut into spans."""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from pressdesk.importers.html_styles import Style
from pressdesk.model.body import Span, Spans, join_spans
from pressdesk.model.text import clean_text, is_cjk

_SPACE = re.compile(r"[ \t\n\r\f]+")
_SOFT = "\r"
"""A line's end in the source: a space, or nothing between Chinese or Japanese characters."""
_SPACES = re.compile(r"[ \r\n\xa0\u3000]+")
_ENDS = " \r\n\xa0\u3000"
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\ufffc]")
_BLANK_LINE = re.compile(r"\n[ \r\xa0\u3000]*\n")


class Run:
    """Collects the text between two breaks of a block."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def add(self, text: str, style: Style) -> None:
        """Add text in the style of its element."""
        text = _UNSEEN.sub("", clean_text(text))
        if style.spaces_only:
            text = text.replace("\xa0", " ")
        if not style.is_pre:
            text = _SPACE.sub(_folded, text)
        if text:
            self._spans.append(style.span(text))

    def add_break(self, style: Style) -> None:
        """Add a line break."""
        self._spans.append(style.span("\n"))

    def is_empty(self) -> bool:
        return not self._spans

    def take(self, *, is_split: bool) -> list[Spans]:
        """Give what was collected and begin anew; blank lines split where that is asked for."""
        spans, self._spans = self._spans, []
        parts = _split(spans) if is_split else [spans]
        return [folded for part in parts if (folded := fold(part))]


def fold(spans: Iterable[Span]) -> Spans:
    """Fold the white space between and within spans; trim it at both ends and around breaks."""
    spans = join_spans(spans)
    text = "".join(span.text for span in spans)
    start = len(text) - len(text.lstrip(_ENDS))
    end = max(len(text.rstrip(_ENDS)), start)
    cuts = [(0, start, "")]
    for match in _SPACES.finditer(text, start, end):
        if len(match[0]) > 1 or match[0] == _SOFT:
            cuts.append((match.start(), match.end(), _instead(text, match)))
    cuts.append((end, len(text), ""))
    return _with_cuts(spans, cuts)


def joined(parts: Sequence[Spans], between: str) -> Spans:
    """Join runs of text into one."""
    spans: list[Span] = []
    for part in parts:
        if spans and part:
            spans.append(Span(between))
        spans += part
    return join_spans(spans)


def _folded(match: re.Match[str]) -> str:
    return _SOFT if "\n" in match[0] or "\r" in match[0] else " "


def _instead(text: str, match: re.Match[str]) -> str:
    if "\n" in match[0]:
        return "\n" * match[0].count("\n")
    if " " not in match[0] and _SOFT not in match[0]:
        return match[0]
    around = text[match.start() - 1] + text[match.end()]
    is_soft = _SOFT in match[0]
    return "" if is_soft and all(map(_needs_no_space, around)) else " "


def _needs_no_space(char: str) -> bool:
    return is_cjk(char) and not "가" <= char <= "힣"


def _with_cuts(spans: Spans, cuts: list[tuple[int, int, str]]) -> Spans:
    """Replace pieces of the text; what stands instead goes to the span where a piece begins."""
    made: list[Span] = []
    offset = 0
    index = 0
    for span in spans:
        stop = offset + len(span.text)
        parts: list[str] = []
        place = offset
        while index < len(cuts) and cuts[index][0] < stop:
            start, end, instead = cuts[index]
            if start >= offset:
                parts += (span.text[place - offset : start - offset], instead)
            place = min(end, stop)
            if end > stop:
                break
            index += 1
        parts.append(span.text[place - offset :])
        made.append(replace(span, text="".join(parts)))
        offset = stop
    return join_spans(made)


def _split(spans: list[Span]) -> list[list[Span]]:
    """Split at blank lines; a break and the break after it may stand in different spans."""
    text = "".join(span.text for span in spans)
    if not _BLANK_LINE.search(text):
        return [spans]
    parts: list[list[Span]] = [[]]
    matches = _BLANK_LINE.finditer(text)
    match = next(matches, None)
    offset = 0
    for span in spans:
        place = offset
        stop = offset + len(span.text)
        while match is not None and match.start() < stop:
            if match.start() >= place:
                parts[-1].append(
                    replace(span, text=span.text[place - offset : match.start() - offset])
                )
                parts.append([])
            place = max(place, min(match.end(), stop))
            if match.end() > stop:
                break
            match = next(matches, None)
        parts[-1].append(replace(span, text=span.text[place - offset :]))
        offset = stop
    return parts
