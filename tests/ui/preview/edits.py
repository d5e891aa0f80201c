"""Edits of a release at random, as a person makes them, each giving another release."""

import random
from typing import Any

from msgspec.structs import replace

from pressdesk.model import edits
from pressdesk.model.body import (
    Block,
    Cell,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    map_spans,
)
from pressdesk.model.release import Boilerplate, Release

_WORDS = (
    "bridge", "<b>river</b>", "&", "mill;", "“glass”", "博物馆", "{{ deck }}", "'a'", '"b"',
    "<!--pressdesk:body-->", "<!--/pressdesk:body-->", "-->",
)  # fmt: skip


class Editing:
    """Makes edits; the same for one seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._made = 0

    def edit(self, release: Release) -> Release:
        """Make one edit."""
        some = self._chance.random()
        if some < 0.45 and release.body:
            return self._typed(release)
        if some < 0.65:
            return self._inserted(release)
        if some < 0.8 and release.body:
            return self._moved_or_removed(release)
        return self._beside_body(release)

    def _words(self, most: int = 5) -> str:
        return " ".join(self._chance.choices(_WORDS, k=self._chance.randint(0, most)))

    def _spans(self) -> Spans:
        marks: dict[str, Any] = {}
        if self._chance.random() < 0.4:
            marks = self._chance.choice(
                [
                    {"bold": True},
                    {"italic": True, "lang": "zh"},
                    {"script": "sub"},
                    {"link": "https://example.org/a?b=1&c=2"},
                    {"link": "javascript:alert(1)"},
                ]
            )
        return (Span(self._words()), Span(f" {self._words()}\n{self._words(2)}", **marks))

    def _typed(self, release: Release) -> Release:
        block = self._chance.choice(release.body)
        spans = self._spans()
        return edits.replace_block(release, map_spans(block, lambda old: (*old[:2], *spans)))

    def _inserted(self, release: Release) -> Release:
        after = self._chance.choice(["", *(block.id for block in release.body)])
        for _ in range(self._chance.choice([1, 1, 1, 4])):
            block = self._block(release)
            release = edits.insert_block(release, block, after=after)
        return release

    def _block(self, release: Release) -> Block:
        self._made += 1
        name, spans, chance = f"n{self._made}", self._spans(), self._chance
        people = ["", *(person.id for person in release.people)]
        made: list[Block] = [
            Paragraph(id=name, spans=spans),
            Heading(id=name, spans=spans, level=chance.randint(2, 4)),
            ListItem(
                id=name, spans=spans, level=chance.randint(0, 2), numbered=chance.random() < 0.5
            ),
            Quote(id=name, spans=spans, speaker=chance.choice(people)),
            Table(id=name, rows=((Cell(spans), Cell()),) * 2, align=("", "right")),
        ]
        made += [Figure(id=name, photo=photo.id, caption=spans) for photo in release.photos[:1]]
        return chance.choice(made)

    def _moved_or_removed(self, release: Release) -> Release:
        block = self._chance.choice(release.body)
        match self._chance.randint(0, 9):
            case 0:
                return edits.set_body(release, ())
            case 1 | 2 | 3 | 4:
                return edits.remove_block(release, block.id)
            case _:
                after = self._chance.choice(["", *(each.id for each in release.body)])
                return edits.move_block(release, block.id, after=after)

    def _beside_body(self, release: Release) -> Release:
        text = self._words()
        match self._chance.randint(0, 8):
            case 0:
                return edits.set_fields(release, date=None)
            case 1:
                return edits.set_fields(release, place=text)
            case 2:
                return edits.set_fields(release, language=self._chance.choice(["en", "zh", "ar"]))
            case 3:
                boilerplate = Boilerplate(id=f"t{self._made}", text=text, heading=text)
                return edits.set_fields(release, boilerplates=(boilerplate,))
            case 4 if release.people:
                speakers = [person.id for person in release.people if self._chance.random() < 0.5]
                return edits.set_speakers(release, speakers)
            case 5 if release.photos:
                photo = self._chance.choice(release.photos)
                return edits.replace_photo(release, replace(photo, alt=text, credit=text))
            case _:
                names = ["headline", "deck", "category", "issuer", "note", "rights"]
                return edits.set_fields(release, **{self._chance.choice(names): text})
