"""The pages of the Word file, before they are shown: whose they are, and what stands where."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from pressdesk.model.assets import Assets
from pressdesk.model.body import Figure, Span
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.photos.render import Renderer
from pressdesk.ui.preview.word_pages import Order, Pages, make_pages
from tests.builders import a_release
from tests.export.jobs import AFTER, NEWS, SAVED, a_chinese_release, a_rich_release
from tests.programs import a_program, real_office

Make = Callable[..., Pages]


def no_report(done: int, total: int) -> None:
    pass


@pytest.fixture
def make(qapp: Any, tmp_path: Path) -> Make:
    """Make pages; with ``search=None`` by LibreOffice."""

    def make(release: Release, assets: Assets | None = None, search: str | None = "") -> Pages:
        order = Order(
            release=release,
            assets=assets or Assets(),
            pack=NEWS,
            now=AFTER,
            saved=SAVED,
            renderer=Renderer(tmp_path / "renditions"),
            renditions=tmp_path / "renditions",
            folder=tmp_path / "work",
            search=search,
        )
        return make_pages(order, no_report)

    return make


def squeezed(*texts: str) -> str:
    return "".join("".join(texts).split())


def check_spots(pages: Pages, release: Release) -> None:
    """Every block is found, in order, and no two in one place."""
    assert [spot.block for spot in pages.spots] == [
        block.id for block in (*release.body, *release.attached)
    ]
    places = [(spot.page, spot.top_pt) for spot in pages.spots]
    # Two cells of one line stand beside each other; blocks never do.
    assert places == sorted(set(places))
    for spot in pages.spots:
        assert 0 <= spot.top_pt < pages.sizes[spot.page].height()


def test_libreoffice_shows_what_is_in_the_word_file_alone(make: Make) -> None:
    real_office()
    release, assets = a_rich_release()
    pages = make(release, assets, None)
    assert pages.are_word
    for number, text in enumerate(pages.texts, start=1):
        assert "DRAFT v3" in text  # in Word's header
        assert f"{number}/{pages.count}" in squeezed(text)  # in its footer
    whole = squeezed(*pages.texts)
    wanted = ("Rivermuseumopens", "ThemuseumopeneditsnewwingonThursday.", "Theglassbridgebetween")
    assert sorted(whole.find(each) for each in wanted) == [whole.find(each) for each in wanted]
    assert -1 not in [whole.find(each) for each in wanted]
    check_spots(pages, release)
    assert {link.target for link in pages.links} >= {"https://example.org/a?b=1&c=2"}


def test_chinese_blocks_are_found_too(make: Make) -> None:
    real_office()
    release, assets = a_chinese_release()
    check_spots(make(release, assets, None), release)


def test_without_libreoffice_the_pages_are_our_own(make: Make) -> None:
    release, assets = a_rich_release()
    pages = make(release, assets)
    assert (pages.are_word, pages.has_office, pages.trouble) == (False, False, None)
    assert "Rivermuseumopens" in squeezed(*pages.texts)
    check_spots(pages, release)
    targets = [link.target for link in pages.links]
    assert "https://example.org/a?b=1&c=2" in targets
    assert len(pages.links) == len(set(pages.links))


def test_where_libreoffice_fails_the_pages_are_our_own_and_say_why(
    make: Make, tmp_path: Path
) -> None:
    a_program(tmp_path / "bin", "exit 7")
    pages = make(*a_rich_release(), str(tmp_path / "bin"))
    assert not pages.are_word
    assert pages.trouble is not None
    assert (pages.trouble.code, "code 7" in pages.trouble.why) == ("PD-EXP-010", True)
    assert "Rivermuseumopens" in squeezed(*pages.texts)


def test_a_figure_begins_with_its_picture(make: Make) -> None:
    release, assets = a_rich_release()
    spots = {spot.block: spot for spot in make(release, assets).spots}
    text, figure, heading = spots["b2"], spots["g1"], spots["b3"]
    assert text.page == figure.page == heading.page
    assert heading.top_pt - figure.top_pt > 200  # the picture, and its caption
    assert 0 < figure.top_pt - text.top_pt < 60  # two lines of text


def test_words_that_stand_twice_are_told_apart_by_their_order(make: Make) -> None:
    body = tuple(
        replace(block, id=f"{block.id}-{number}")
        for number in range(40)
        for block in a_release().body
    )
    release = a_release(body=body)
    pages = make(release)
    assert pages.count > 1
    check_spots(pages, release)


def test_what_is_approved_is_shown_as_a_final_unless_it_may_not_be_one(make: Make) -> None:
    release, assets = a_rich_release(state="approved")
    assert "DRAFT" not in squeezed(*make(release, assets).texts)
    bare = replace(release, photos=tuple(replace(each, alt="") for each in release.photos))
    assert "DRAFT" in squeezed(*make(bare, assets).texts)


def test_a_release_that_cannot_be_exported_says_why(make: Make) -> None:
    broken = a_release(body=(Figure(id="b1", photo="gone", caption=(Span("x"),)),))
    for search in ("", None):
        with pytest.raises(PressDeskError, match="PD-EXP-003"):
            make(broken, search=search)


def test_nothing_is_begun_once_nobody_wants_it(make: Make, tmp_path: Path) -> None:
    order = Order(
        *(a_release(), Assets(), NEWS, AFTER, SAVED),
        renderer=Renderer(None),
        renditions=tmp_path,
        folder=tmp_path / "work",
        search=str(a_program(tmp_path / "bin", "touch ../../begun").parent),
    )

    def refuse(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        make_pages(order, refuse)
    assert not (tmp_path / "work").exists()
