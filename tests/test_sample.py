"""The sample release shows everything that a release can hold, and nothing is wrong with it."""

import datetime as dt
from uuid import UUID

import pytest
from PIL import Image

from pressdesk.importers import Imported, read_source
from pressdesk.model.body import (
    Figure,
    Heading,
    ListItem,
    Quote,
    Table,
    block_spans,
    plain,
)
from pressdesk.model.release import Release, dangling
from pressdesk.paths import shipped

SAMPLE = shipped("resources") / "samples" / "sample.md"
ORIENTATION = 0x0112


@pytest.fixture(scope="module")
def imported() -> Imported:
    return read_source(SAMPLE, release_id=UUID(int=1))


@pytest.fixture(scope="module")
def release(imported: Imported) -> Release:
    return imported.release


def test_it_is_imported_without_a_finding(imported: Imported):
    assert imported.problems == ()
    assert dangling(imported.release) == ()


def test_it_is_as_long_as_a_release_is(release: Release):
    assert 450 <= release.words <= 700


def test_its_three_photos_have_captions_alt_texts_credits_and_rights(release: Release):
    figures = [block for block in release.body if isinstance(block, Figure)]
    assert len(figures) == len(release.photos) == 3
    for figure in figures:
        photo = release.photo(figure.photo)
        assert plain(figure.caption).endswith(".")
        assert photo.alt.endswith(".")
        assert plain(figure.caption) != photo.alt
        assert all((photo.creator, photo.credit, photo.copyright, photo.headline, photo.usage))


def test_one_photo_is_a_portrait_stored_sideways(release: Release):
    sideways: dict[str, bool] = {}
    for photo in release.photos:
        with Image.open(SAMPLE.parent / "photos" / photo.name) as picture:
            sideways[photo.name] = picture.getexif().get(ORIENTATION) == 6
            assert max(picture.size) >= 900
    assert sideways == {"mill-quay.jpg": False, "glass-hall.jpg": False, "harbour-light.jpg": True}
    portraits = [photo.name for photo in release.photos if photo.height > photo.width]
    assert portraits == ["harbour-light.jpg"]


def test_its_pictures_are_light():
    pictures = list((SAMPLE.parent / "photos").iterdir())
    assert len(pictures) == 3
    assert all(path.suffix == ".jpg" and path.stat().st_size <= 700_000 for path in pictures)


def test_its_four_speakers_have_titles_and_one_a_name_in_its_own_script(release: Release):
    assert len(release.speaking) == 4
    assert all(person.title and person.organization for person in release.speaking)
    assert release.others
    (native,) = [person for person in release.speaking if person.native]
    assert (native.name, native.order, native.native) == ("WEN Jiangyue", "family-first", "温江月")


def test_its_body_holds_every_kind_of_block_and_of_mark(release: Release):
    assert {block.level for block in release.body if isinstance(block, Heading)} == {2, 3}
    assert {block.numbered for block in release.body if isinstance(block, ListItem)} == {
        True,
        False,
    }
    quotes = [block for block in release.body if isinstance(block, Quote)]
    assert {release.person(quote.speaker).family for quote in quotes} == {"Pellwick"}
    assert len(quotes) == 2
    assert any(isinstance(block, Table) for block in release.body)
    spans = [span for block in release.body for spans in block_spans(block) for span in spans]
    assert any(span.link for span in spans)
    assert any(span.bold for span in spans)
    assert any(span.italic for span in spans)
    assert any(span.script == "sub" for span in spans)


def test_every_field_above_the_body_is_filled(release: Release):
    unused = {"attached"}
    empty = {name for name in release.__struct_fields__ if not getattr(release, name)}
    assert empty == unused
    assert release.embargo is not None
    assert release.embargo.zone == "Europe/London"
    assert release.embargo.instant.year == 2031
    assert release.date == dt.date(2031, 3, 5)


def test_nobody_can_take_its_addresses_for_real_ones(release: Release):
    for contact in release.contacts:
        assert contact.email.endswith(".example.org")
        assert contact.phone.startswith("+44 1632 960")  # kept free for fiction by Ofcom
    assert "invented" in release.note
