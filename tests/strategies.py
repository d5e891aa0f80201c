"""Releases as Hypothesis makes them: full of signs that some format takes for its own."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st
from msgspec.structs import replace

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
)
from pressdesk.model.framing import Box, Crop, Point, tidy, tidy_crop
from pressdesk.model.people import Contact, Person
from pressdesk.model.photo import Consent, Mark, Photo, SourceType
from pressdesk.model.release import Boilerplate, Embargo, Event, Release, State

T = TypeVar("T")

SIGNS = "*_~^`[](){}<>!#|\\\"'&;:=+-.,/@$%?1230 \n"
LETTERS = "abcxyzABIéßñ中文字。，「」가あ"
ODD = (
    "\u00a0\u3000\u2003\u200b\u202e\u0301—–…“”😀\U0001f468\u200d\ufeff\t\x00\x0b\u2028\ud800\ufffe"
)
PHRASES = (
    "### ",
    "---",
    "- item",
    "1. item",
    "> said",
    "-30-",
    "ENDS",
    "（完）",
    "— Mira Harlow",
    "&amp;",
    "&#42;",
    "<br>",
    "<script>alert(1)</script>",
    "{{ headline }}",
    "{% if x %}",
    "](x)",
    "![a](b)",
    "[a]: b",
    "{.bold}",
    "H~2~O",
    "https://example.org/a_b",
    "| a | b |",
    "]]>",
    "null",
    "2026-03-05",
    "a: b",
    " #c",
)

MARKS = ("bold", "italic", "strike", "underline")

texts = st.one_of(
    st.lists(
        st.one_of(
            st.sampled_from(LETTERS), st.sampled_from(SIGNS), st.sampled_from(LETTERS + SIGNS + ODD)
        ),
        max_size=12,
    ).map("".join),
    st.lists(st.sampled_from((*PHRASES, " ", "\n", "word", "字")), max_size=4).map("".join),
    st.text(max_size=12),
)
"""Text as somebody might paste it, not cleaned."""

lines = texts.map(lambda text: text.replace("\n", " "))
links = st.sampled_from(
    (
        "https://example.org/",
        "https://example.org/a_(b)?c=1&d=2&copy;#e",
        "http://example.org/*a*~b~[c]|d",
        "https://例子.cn/路径",
        "mailto:press@example.org",
        "tel:+47-555-0100",
    )
)
languages = st.sampled_from(("zh", "zh-Hans", "en-GB", "ar", "nb"))
zones = st.sampled_from(
    ("Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "UTC", "+08:00", "-03:30", "+00:00")
)
days = st.dates()
embargoes = st.builds(
    Embargo.at,
    st.datetimes(dt.datetime(1990, 1, 2), dt.datetime(2090, 1, 1), timezones=st.just(dt.UTC)).map(
        lambda instant: instant.replace(microsecond=0)
    ),
    zones,
)


@st.composite
def marked(draw: st.DrawFn) -> Spans:
    """Text with marks that begin and end anywhere."""
    spans: list[Span] = []
    for text in draw(st.lists(texts, max_size=4)):
        chosen = draw(st.sets(st.sampled_from(MARKS), max_size=3))
        marks: dict[str, Any] = dict.fromkeys(chosen, True)
        if draw(st.integers(0, 3)) == 0:
            marks["script"] = draw(st.sampled_from(("sub", "sup")))
        if draw(st.integers(0, 3)) == 0:
            marks["link"] = draw(links)
        if draw(st.integers(0, 3)) == 0:
            marks["lang"] = draw(languages)
        is_bare = marks.get("link") and draw(st.booleans())
        spans.append(Span(marks["link"] if is_bare else text, **marks))
    return tuple(spans)


def persons(person_id: str) -> st.SearchStrategy[Person]:
    names = st.one_of(lines, st.sampled_from(("Harlow", "LIN", "林", "")))
    return st.builds(
        Person,
        id=st.just(person_id),
        family=names,
        given=names,
        order=st.sampled_from(("given-first", "family-first")),
        native=st.one_of(st.just(""), names),
        title=lines,
        organization=lines,
        role=lines,
    )


_shares = st.floats(0, 1).map(lambda value: round(value, 6))
boxes = st.builds(Box, _shares, _shares, _shares, _shares).map(tidy)
crops = st.builds(
    Crop,
    box=boxes,
    angle=st.floats(-45, 45),
    focus=st.none() | st.builds(Point, _shares, _shares),
).map(tidy_crop)


@st.composite
def marks(draw: st.DrawFn, people: Sequence[str]) -> tuple[Mark, ...]:
    """Marks of people, of plain names, and of nobody known."""
    who = st.one_of(
        st.just(("", "")),
        lines.map(lambda name: ("", name)),
        *([st.sampled_from(people).map(lambda person: (person, ""))] if people else []),
    )
    drawn = draw(st.lists(st.tuples(boxes, who), max_size=3))
    return tuple(
        Mark(id=f"m{number}", box=box, person=person, name=name)
        for number, (box, (person, name)) in enumerate(drawn)
    )


def photos(photo_id: str, picture: Photo, people: Sequence[str]) -> st.SearchStrategy[Photo]:
    """Photos of one picture, described anyhow."""
    some = st.one_of(st.just(""), lines)
    fields = st.fixed_dictionaries(
        {
            **dict.fromkeys(
                (
                    "name",
                    "alt",
                    "description",
                    "headline",
                    "creator",
                    "credit",
                    "source",
                    "copyright",
                    "usage",
                    *("extended_description", "title", "job_title", "caption_writer"),
                    *("license_url", "sublocation", "city", "state", "country", "country_code"),
                ),
                some,
            ),
            "source_type": st.sampled_from(get_args(SourceType)),
            "decorative": st.booleans(),
            "keywords": st.lists(lines, max_size=3).map(tuple),
            "taken": st.none() | days,
            "people": _some(people),
            "marks": st.one_of(st.just(()), marks(people)),
            "crop": st.none() | crops,
            "rating": st.integers(0, 5),
            "consent": st.sampled_from(get_args(Consent)),
            "consent_until": st.none() | days,
            "use_until": st.none() | days,
        }
    )
    return fields.map(lambda values: replace(picture, id=photo_id, **values))


@st.composite
def tables(draw: st.DrawFn, block_id: str) -> Table:
    columns = draw(st.integers(0, 3))
    align = st.sampled_from(("", "left", "center", "right"))
    row = st.lists(st.builds(Cell, spans=marked()), min_size=columns, max_size=columns)
    return Table(
        id=block_id,
        rows=tuple(map(tuple, draw(st.lists(row, max_size=3)))),
        align=tuple(draw(st.lists(align, min_size=columns, max_size=columns))),
        header=draw(st.booleans()),
    )


def figures(block_id: str, photo_ids: Sequence[str]) -> st.SearchStrategy[Figure]:
    return st.builds(
        Figure, id=st.just(block_id), photo=st.sampled_from(photo_ids), caption=marked()
    )


def blocks(
    block_id: str, people: Sequence[str], photo_ids: Sequence[str]
) -> st.SearchStrategy[Block]:
    """One block of any kind."""
    given = {"id": st.just(block_id), "spans": marked()}
    kinds: list[st.SearchStrategy[Block]] = [
        st.builds(Paragraph, **given),
        st.builds(Heading, **given, level=st.integers(2, 4)),
        st.builds(
            ListItem,
            **given,
            numbered=st.booleans(),
            level=st.one_of(st.integers(0, 2), st.integers(0, 8)),
            begins=st.booleans(),
        ),
        st.builds(Quote, **given, speaker=st.sampled_from(("", *people))),
        tables(block_id),
    ]
    if photo_ids:
        kinds.append(figures(block_id, photo_ids))
    return st.one_of(kinds)


@st.composite
def releases(draw: st.DrawFn, pictures: Sequence[Photo] = ()) -> Release:
    """Whole releases, not cleaned, without dangling references.

    ``pictures`` are photos of real files; each is used for one photo at the most.
    """
    people_ids = draw(_ids("p", 3))
    used = draw(st.lists(st.sampled_from(pictures), max_size=3, unique=True)) if pictures else []
    photo_ids = draw(_ids("f", len(used)))[: len(used)]
    used = used[: len(photo_ids)]
    people = tuple(draw(persons(each)) for each in people_ids)
    event = st.builds(
        Event, name=lines, start=st.none() | days, end=st.none() | days, place=lines, url=links
    )
    some = st.one_of(st.just(""), lines)
    fields: dict[str, Any] = {
        name: draw(some)
        for name in ("issuer", "headline", "deck", "category", "place", "slug", "rights")
    }
    return Release(
        id=draw(st.uuids()),
        version=draw(st.integers(1, 99)),
        state=draw(st.sampled_from(get_args(State))),
        template=draw(st.sampled_from(("news", "house"))),
        language=draw(languages),
        **fields,
        date=draw(st.none() | days),
        embargo=draw(st.none() | embargoes),
        body=draw(_each("b", 8, lambda each: blocks(each, people_ids, photo_ids))),
        people=people,
        speakers=draw(st.permutations(people_ids).flatmap(_beginning)),
        photos=tuple(
            draw(photos(each, picture, people_ids))
            for each, picture in zip(photo_ids, used, strict=True)
        ),
        attached=draw(_each("a", 2, lambda each: figures(each, photo_ids))) if photo_ids else (),
        contacts=draw(_each("c", 2, contacts)),
        boilerplates=draw(_each("s", 2, boilerplates)),
        note=draw(texts),
        keywords=tuple(draw(st.lists(lines, max_size=3))),
        event=draw(st.none() | event),
    )


def contacts(contact_id: str) -> st.SearchStrategy[Contact]:
    return st.builds(
        Contact,
        id=st.just(contact_id),
        name=lines,
        role=lines,
        organization=lines,
        email=lines,
        phone=lines,
    )


def boilerplates(text_id: str) -> st.SearchStrategy[Boilerplate]:
    return st.builds(
        Boilerplate,
        id=st.just(text_id),
        text=texts,
        heading=st.one_of(st.just(""), lines),
        version=st.one_of(st.just(""), lines),
    )


def _ids(kind: str, most: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Ids as imports number them, in order, out of order, or with gaps."""
    numbered = tuple(f"{kind}{number}" for number in range(1, most + 2))
    in_order = st.just(numbered[:most]).flatmap(_beginning)
    return st.one_of(in_order, st.permutations(numbered).flatmap(_beginning))


def _beginning(items: Sequence[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.integers(0, len(items)).map(lambda end: tuple(items[:end]))


def _some(items: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    if not items:
        return st.just(())
    return st.lists(st.sampled_from(items), max_size=3).map(tuple)


def _each(
    kind: str, most: int, make: Callable[[str], st.SearchStrategy[T]]
) -> st.SearchStrategy[tuple[T, ...]]:
    return _ids(kind, most).flatmap(lambda ids: st.tuples(*map(make, ids)))
