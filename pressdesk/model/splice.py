"""The difference between two texts as one splice, put into marked text without losing marks."""

from typing import NamedTuple

from msgspec.structs import replace

from pressdesk.model.body import Span, Spans, join_spans
from pressdesk.model.spans import cut


class Splice(NamedTuple):
    """What one edit did to a text: at ``start``, ``removed`` characters became ``added``."""

    start: int
    removed: int
    added: str


def splice_between(old: str, new: str) -> Splice:
    """Find the shortest splice that makes one text of the other."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return Splice(start, len(old) - start - end, new[start : len(new) - end])


def splice_spans(spans: Spans, splice: Splice) -> Spans:
    """Apply a splice; what is added takes the marks of the letter before it, but no link.

    At the start it takes those of the letter behind it.
    """
    end = splice.start + splice.removed
    added = replace(_marks_at(spans, splice.start), text=splice.added)
    return join_spans((*cut(spans, 0, splice.start), added, *cut(spans, end)))


def _marks_at(spans: Spans, place: int) -> Span:
    offset = 0
    for span in spans:
        offset += len(span.text)
        if place <= offset:
            inside = place < offset
            return span if inside else replace(span, link="")
    return Span("")
