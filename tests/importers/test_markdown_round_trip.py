"""A release written as Markdown and imported again is the same release."""

import json
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from msgspec.structs import replace

from pressdesk.export.markdown import write_markdown
from pressdesk.importers.markdown import read_markdown
from pressdesk.model.body import (
    Block,
    Body,
    Cell,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Table,
    block_texts,
)
from pressdesk.model.people import Contact
from pressdesk.model.photo import Photo
from pressdesk.model.problem import Problems
from pressdesk.model.release import Boilerplate, Event, Release, cleaned
from pressdesk.photos.probe import photo_from
from tests import strategies
from tests.builders import a_person, a_release
from tests.photos.pictures import a_picture, encoded

NOBODY = UUID(int=0)
PATHS = ("one.jpg", "photos/two 2%.jpg", "photos/三(3):c.jpg")

Trip = Callable[[Release], tuple[Release, Problems]]
"""Writes a release as Markdown and imports it again."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three pictures, and room for the text."""
    folder = tmp_path_factory.mktemp("markdown")
    for number, path in enumerate(PATHS):
        file = folder / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(encoded(a_picture(16 + number, 12)))
    return folder


def _pictures(folder: Path) -> tuple[Photo, ...]:
    return tuple(
        photo_from((folder / path).read_bytes(), Path(path).name, "f")[0] for path in PATHS
    )


@pytest.fixture(scope="module")
def trip(folder: Path) -> Trip:
    paths = dict(zip((picture.media for picture in _pictures(folder)), PATHS, strict=True))

    def travel(release: Release) -> tuple[Release, Problems]:
        text = write_markdown(release, {photo.id: paths[photo.media] for photo in release.photos})
        source = folder / "release.md"
        source.write_text(text, encoding="utf-8", newline="")
        imported = read_markdown(source, release_id=NOBODY)
        assert set(imported.assets) == {photo.media for photo in release.photos}
        return imported.release, imported.problems

    return travel


def as_markdown_keeps_it(release: Release) -> Release:
    """What is documented: cleaned, without empty blocks and without idle list beginnings."""
    release = cleaned(release)[0]
    return replace(release, body=_without_idle_beginnings(_solid(release.body)))


def _solid(body: Body) -> Body:
    return tuple(block for block in body if not _is_empty(block))


def _is_empty(block: Block) -> bool:
    if isinstance(block, Figure):
        return False
    if isinstance(block, Table):
        return not (block.rows and block.align)
    return block_texts(block) == ("",)


def _without_idle_beginnings(body: Body) -> Body:
    """Take ``begins`` off items that do not follow one of their kind and level."""
    kept: list[Block] = []
    kinds: dict[int, bool] = {}
    for block in body:
        if not isinstance(block, ListItem):
            kinds = {}
            kept.append(block)
            continue
        kinds = {level: kind for level, kind in kinds.items() if level <= block.level}
        restarts = kinds.get(block.level) == block.numbered
        kept.append(replace(block, begins=block.begins and restarts))
        kinds[block.level] = block.numbered
    return tuple(kept)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
@given(release=strategies.releases())
def test_any_release_without_photos_comes_back_equal(release: Release, trip: Trip):
    assert trip(release) == (as_markdown_keeps_it(release), ())


@pytest.fixture(scope="module")
def travel_with_photos(folder: Path, trip: Trip) -> Callable[[], None]:
    @settings(
        max_examples=60,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        print_blob=True,
    )
    @given(release=strategies.releases(_pictures(folder)))
    def travel(release: Release):
        assert trip(release) == (as_markdown_keeps_it(release), ())

    return travel


def test_any_release_with_photos_comes_back_equal(travel_with_photos: Callable[[], None]):
    travel_with_photos()


@settings(max_examples=150, deadline=None)
@given(spans=strategies.marked())
@example(spans=(Span("a", bold=True), Span("b", bold=True, italic=True), Span("c")))
@example(spans=(Span("!"), Span("word", link="https://example.org/")))
@example(spans=(Span("word", underline=True), Span("{.bold}")))
def test_marks_come_back_wherever_they_begin_and_end(spans: tuple[Span, ...], trip: Trip):
    table = Table(
        id="b5",
        rows=((Cell((Span("x"),)), Cell(spans)), (Cell(spans), Cell())),
        align=("", "right"),
    )
    blocks: tuple[Block, ...] = (
        Paragraph(id="b1", spans=spans),
        Heading(id="b2", spans=spans, level=3),
        ListItem(id="b3", spans=spans, numbered=True, level=1),
        Quote(id="b4", spans=spans),
        table,
        Paragraph(id="b6", spans=spans),
    )
    for block in blocks:
        release = a_release(body=(replace(block, id="b1"),))
        assert trip(release) == (as_markdown_keeps_it(release), ())


def test_the_naughty_strings_come_back_from_every_field(corpus: Path, folder: Path, trip: Trip):
    strings = json.loads((corpus / "hostile/blns/blns.json").read_text(encoding="utf-8"))
    assert len(strings) == 515
    picture = _pictures(folder)[0]
    for text in strings:
        release = _release_full_of(text, picture)
        assert trip(release) == (as_markdown_keeps_it(release), ())


def _release_full_of(text: str, picture: Photo) -> Release:
    spans = (Span(text),)
    marked = (Span(text, bold=True), Span("and"), Span(text, italic=True, lang="zh"))
    photo = replace(
        picture,
        id="f1",
        name=text,
        alt=text,
        description=text,
        headline=text,
        creator=text,
        credit=text,
        source=text,
        copyright=text,
        usage=text,
        keywords=(text, "b"),
        people=("p1",),
    )
    people = (a_person("p1", family=text, given="", native=text, title=text), a_person("p2"))
    return a_release(
        issuer=text,
        headline=text,
        deck=text,
        category=text,
        place=text,
        slug=text,
        rights=text,
        note=text,
        keywords=(text,),
        event=Event(name=text, place=text, url=text),
        people=people,
        speakers=("p1", "p2"),
        photos=(photo,),
        contacts=(
            Contact(id="c1", name=text, role=text, organization=text, email=text, phone=text),
        ),
        boilerplates=(Boilerplate(id="s1", heading=text, text=text, version=text),),
        attached=(Figure(id="a1", photo="f1", caption=marked),),
        body=(
            Paragraph(id="b1", spans=spans),
            Heading(id="b2", spans=spans),
            Paragraph(id="b3", spans=marked),
            Quote(id="b4", spans=spans, speaker="p2"),
            Quote(id="b5", spans=spans),
            ListItem(id="b6", spans=spans),
            ListItem(id="b7", spans=marked, numbered=True, level=1),
            Figure(id="b8", photo="f1", caption=spans),
            Table(id="b9", rows=((Cell(spans), Cell(marked)),), align=("", "left")),
            Quote(id="b10", spans=spans, speaker="p1"),
            Paragraph(id="b11", spans=spans),
        ),
    )
