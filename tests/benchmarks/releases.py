"""Releases of any length to measure with, as a value and as Markdown, the same for each length."""

import datetime as dt
import random
from typing import NamedTuple
from uuid import UUID

from pressdesk.model.body import Block, Heading, ListItem, Paragraph, Quote, Span
from pressdesk.model.people import Person
from pressdesk.model.release import Release

_SYLLABLES = ("ta", "re", "mi", "so", "lu", "ven", "dor", "kal", "pin", "bra", "sto", "ash", "el")
_ID = UUID("11111111-2222-4333-8444-555555555555")
_PER_BLOCK = 50


class Long(NamedTuple):
    """One release in two forms."""

    release: Release
    markdown: str


def long_release(words: int) -> Long:
    """Make a release of so many words: every tenth block a heading, a quotation, two items."""
    chance = random.Random(1)
    body: list[Block] = []
    parts = ["---\nheadline: A release to measure with\n---\n"]
    for number in range(words // _PER_BLOCK):
        block, text = _block(number, [_word(chance) for _ in range(_PER_BLOCK)])
        body.append(block)
        parts.append(text)
    release = Release(
        id=_ID,
        headline="A release to measure with",
        place="Lakeford",
        date=dt.date(2026, 3, 5),
        people=(Person(id="p1", family="Harlow", given="Mira"),),
        body=tuple(body),
    )
    return Long(release, "\n".join(parts))


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(1, 4)))


def _block(number: int, words: list[str]) -> tuple[Block, str]:
    name, text = f"b{number}", " ".join(words)
    match number % 10:
        case 3:
            return Heading(id=name, spans=(Span(text),)), f"## {text}\n"
        case 5:
            return Quote(id=name, spans=(Span(text),), speaker="p1"), f"> {text}\n"
        case 7 | 8:
            return ListItem(id=name, spans=(Span(text),)), f"- {text}\n"
        case _:
            return _paragraph(name, words)


def _paragraph(name: str, words: list[str]) -> tuple[Block, str]:
    plain, bold, italic, linked = (" ".join(words[at : at + 12]) for at in (0, 12, 24, 36))
    spans = (
        Span(f"{plain} "),
        Span(bold, bold=True),
        Span(" "),
        Span(italic, italic=True),
        Span(" "),
        Span(linked, link="https://example.org/a"),
        Span(f" {' '.join(words[48:])} & <more>."),
    )
    rest = " ".join(words[48:])
    text = f"{plain} **{bold}** *{italic}* [{linked}](https://example.org/a) {rest} & \\<more>.\n"
    return Paragraph(id=name, spans=spans), text
