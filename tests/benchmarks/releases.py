"""Releases of any length to measure with, as a value and as Markdown, the same for each length."""

import datetime as dt
import random
from typing import NamedTuple
from uuid import UUID

from pressdesk.model.body import Block, Figure, Heading, ListItem, Paragraph, Quote, Span
from pressdesk.model.people import Contact, Person
from pressdesk.model.photo import Photo
from pressdesk.model.release import Boilerplate, Release
from tests.benchmarks.measure import PHOTO_SIZE, photo_name

_SYLLABLES = ("ta", "re", "mi", "so", "lu", "ven", "dor", "kal", "pin", "bra", "sto", "ash", "el")
_ID = UUID("11111111-2222-4333-8444-555555555555")
_PER_BLOCK = 50
_CAPTION = "The new bridge on the day it was opened, seen from the mill."
_ALT = "A slender steel bridge over a calm river"
_CREDIT = "Mira Penn"
_ABOUT = "Lakeford is a town of 40,000 people on the river Lake."
_FRONT_MATTER = f"""---
headline: A release to measure with
place: Lakeford
date: 2026-03-05
contacts:
  - {{name: Sam Tilling, email: press@lakeford.example.org}}
boilerplate: {_ABOUT}
---
"""


class Long(NamedTuple):
    """One release in two forms."""

    release: Release
    markdown: str


def long_release(words: int, photos: int = 0) -> Long:
    """Make a release of so many words: every tenth block a heading, a quotation, two items.

    The photos stand evenly between them, of 24 megapixels; their bytes are not made here.
    """
    chance = random.Random(1)
    body: list[Block] = []
    parts = [_FRONT_MATTER]
    blocks = words // _PER_BLOCK
    for number in range(blocks):
        block, text = _block(number, [_word(chance) for _ in range(_PER_BLOCK)])
        body.append(block)
        parts.append(text)
        for photo in range(number * photos // blocks, (number + 1) * photos // blocks):
            body.append(Figure(id=f"g{photo}", photo=f"f{photo}", caption=(Span(_CAPTION),)))
            parts.append(f'![{_CAPTION}]({photo_name(photo)}){{alt="{_ALT}" credit="{_CREDIT}"}}\n')
    release = Release(
        id=_ID,
        headline="A release to measure with",
        place="Lakeford",
        date=dt.date(2026, 3, 5),
        contacts=(Contact(id="c1", name="Sam Tilling", email="press@lakeford.example.org"),),
        boilerplates=(Boilerplate(id="t1", text=_ABOUT),),
        people=(Person(id="p1", family="Harlow", given="Mira"),),
        photos=tuple(map(_photo, range(photos))),
        body=tuple(body),
    )
    return Long(release, "\n".join(parts))


def _photo(number: int) -> Photo:
    width, height = PHOTO_SIZE
    return Photo(
        id=f"f{number}",
        # The number stands for the hash, which the release has and no export computes.
        media=f"{number:064x}",
        suffix="jpg",
        width=width,
        height=height,
        name=photo_name(number),
        alt=_ALT,
        credit=_CREDIT,
    )


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
