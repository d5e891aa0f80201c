"""Runs of text with marks, cut and put together by places in the text, counted in characters."""

from collections.abc import Callable, Iterable
from typing import Literal, get_args

from msgspec.structs import replace

from pressdesk.model.body import Span, Spans, join_spans, plain

Mark = Literal["bold", "italic", "underline", "strike", "sub", "sup"]
MARKS: tuple[Mark, ...] = get_args(Mark)


def length(spans: Iterable[Span]) -> int:
    """Count the characters of spans."""
    return sum(len(span.text) for span in spans)


def cut(spans: Iterable[Span], start: int, end: int | None = None) -> Spans:
    """Give the part of spans between two places; ``None`` is the end."""
    parts: list[Span] = []
    offset = 0
    for span in spans:
        last = len(span.text) if end is None else end - offset
        text = span.text[max(start - offset, 0) : max(last, 0)]
        if text:
            parts.append(replace(span, text=text))
        offset += len(span.text)
    return join_spans(parts)


def put(spans: Spans, at: int, inserted: Iterable[Span]) -> Spans:
    """Insert spans at a place."""
    return join_spans((*cut(spans, 0, at), *inserted, *cut(spans, at)))


def take_out(spans: Spans, start: int, end: int) -> Spans:
    """Remove what stands between two places."""
    return join_spans((*cut(spans, 0, start), *cut(spans, end)))


def change(spans: Spans, start: int, end: int, how: Callable[[Span], Span]) -> Spans:
    """Apply ``how`` to the part between two places."""
    middle = (how(span) for span in cut(spans, start, end))
    return join_spans((*cut(spans, 0, start), *middle, *cut(spans, end)))


def span_at(spans: Spans, at: int) -> Span:
    """Give the span of the character before a place, or of the first; marks alone count."""
    offset = 0
    for span in spans:
        offset += len(span.text)
        if offset >= max(at, 1):
            return span
    return spans[-1] if spans else Span("")


def has_mark(span: Span, mark: Mark) -> bool:
    """Tell whether a span carries a mark."""
    return span.script == mark if mark in ("sub", "sup") else bool(getattr(span, mark))


def set_mark(span: Span, mark: Mark, *, on: bool) -> Span:
    """Give a span a mark, or take it away; of sub and sup it has one at most."""
    if mark in ("sub", "sup"):
        if on:
            return replace(span, script=mark)
        return replace(span, script="") if span.script == mark else span
    return replace(span, **{mark: on})


def retext(spans: Spans, text: str) -> Spans:
    """Give spans another text; what stays at both ends keeps its marks.

    New words take the marks of the character before them, but no link.
    """
    old = plain(spans)
    if text == old:
        return spans
    front, back = differing(old, text)
    new = text[front : len(text) - back]
    model = span_at(spans, front)
    middle = (replace(model, text=new, link=""),) if new else ()
    return join_spans((*cut(spans, 0, front), *middle, *cut(spans, len(old) - back)))


def differing(old: str, new: str) -> tuple[int, int]:
    """Tell how many characters two texts share at the start, and how many at the end."""
    shorter = min(len(old), len(new))
    front = _longest(shorter, lambda count: old[:count] == new[:count])
    back = _longest(
        shorter - front, lambda count: old[len(old) - count :] == new[len(new) - count :]
    )
    return front, back


def _longest(most: int, fits: Callable[[int], bool]) -> int:
    """Find the largest number that fits, where all smaller ones fit too: slices compare fast."""
    if fits(most):
        return most
    least = 0
    while most - least > 1:
        middle = (least + most) // 2
        if fits(middle):
            least = middle
        else:
            most = middle
    return least
