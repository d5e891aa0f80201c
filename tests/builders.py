"""Builders of the values that tests begin with."""

import datetime as dt
from typing import Any
from uuid import UUID

from pressdesk.model.body import Block, Paragraph, Span
from pressdesk.model.framing import Box
from pressdesk.model.people import Person
from pressdesk.model.photo import Mark, Photo
from pressdesk.model.release import Release

RELEASE_ID = UUID("11111111-2222-4333-8444-555555555555")


def a_release(**fields: Any) -> Release:
    """A small release with a headline, a dateline and one paragraph."""
    given: dict[str, Any] = {
        "id": RELEASE_ID,
        "headline": "River museum opens its new wing",
        "place": "Lakeford, Norland",
        "date": dt.date(2026, 3, 5),
        "body": (a_paragraph("The museum opened its new wing on Thursday."),),
    }
    return Release(**{**given, **fields})


def a_paragraph(text: str = "A paragraph.", block_id: str = "b1", **marks: Any) -> Block:
    return Paragraph(id=block_id, spans=(Span(text, **marks),))


def a_person(person_id: str = "p1", **fields: Any) -> Person:
    given: dict[str, Any] = {
        "family": "Harlow",
        "given": "Mira",
        "title": "director",
        "organization": "River Museum",
    }
    return Person(id=person_id, **{**given, **fields})


def a_photo(photo_id: str = "f1", **fields: Any) -> Photo:
    given: dict[str, Any] = {
        "media": "0" * 64,
        "suffix": "jpg",
        "width": 600,
        "height": 400,
        "alt": "A bridge of glass between two brick towers",
        "credit": "River Museum",
        "name": "bridge.jpg",
    }
    return Photo(id=photo_id, **{**given, **fields})


def a_mark(person: str = "", left: float = 0.1, top: float = 0.2, **fields: Any) -> Mark:
    """A mark around a face, a tenth as wide and 0.15 as high as the picture."""
    given: dict[str, Any] = {
        "id": f"m{person or fields.get('name', 'x')[:2].lower()}",
        "box": Box(left, top, 0.1, 0.15),
        "person": person,
    }
    return Mark(**{**given, **fields})
