"""Exported pages in real tools: the HTML checker, the accessibility checker, a browser."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pressdesk.export.html import write_html, write_html_single
from pressdesk.export.job import File, Job
from pressdesk.model.body import Cell, Heading, ListItem, Quote, Span, Table
from pressdesk.model.people import Contact
from pressdesk.model.release import Boilerplate
from tests.builders import a_paragraph, a_person, a_release
from tests.export.jobs import (
    BEFORE,
    a_chinese_release,
    a_figure,
    a_job,
    a_rich_release,
    photographed,
)
from tests.web.tools import EVERY_VIEW, Page, browse, html_errors

Seen = dict[str, dict[str, Any]]


def saved(folder: Path, files: Sequence[File]) -> Path:
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return folder / files[0].path


def changed(page: Path, old: str, new: str) -> Path:
    """A copy of a page, with a fault that a tool must find."""
    source = page.read_text(encoding="utf-8")
    assert old in source
    broken = page.with_name(f"broken-{page.name}")
    broken.write_text(source.replace(old, new), encoding="utf-8")
    return broken


def twelve_photos() -> Job:
    assets, photos = photographed(*[(400 + 60 * number, 400) for number in range(12)])
    attached = tuple(a_figure(each.id, "One of many.", f"g{each.id}") for each in photos)
    return a_job(a_release(photos=photos, attached=attached, slug="twelve"), assets)


def wide_table() -> Job:
    row = (Cell((Span("a column of some width"),)),) * 12
    table = Table(id="t1", rows=(row, row), align=("",) * 12)
    return a_job(a_release(body=(a_paragraph(), table), slug="wide"))


def long_words() -> Job:
    word = "1234567890" * 25
    assets, photos = photographed((300, 400), credit=word)
    fields = dict.fromkeys(("headline", "deck", "category", "issuer", "rights", "note"), word)
    release = a_release(
        slug="long",
        place=word,
        people=(a_person(family=word, native=word, title=word, role=word),),
        speakers=("p1",),
        contacts=(Contact(id="c1", name=word, email=f"{word}@a.example", phone="1" * 30),),
        boilerplates=(Boilerplate(id="t1", heading=word, text=word),),
        photos=photos,
        body=(
            a_paragraph(word),
            Heading(id="b2", spans=(Span(word),)),
            ListItem(id="b3", spans=(Span(word, link=f"https://a.example/{word}"),)),
            Quote(id="b4", spans=(Span(word),), speaker="p1"),
            Table(id="b5", rows=((Cell((Span(word),)),),), align=("",)),
            a_figure(caption=word),
        ),
        **fields,
    )
    return a_job(release, assets, stage="draft")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages looked at: each language and stage, in one file, with many photos, with none."""
    folder = tmp_path_factory.mktemp("pages")
    english, chinese = a_rich_release(), a_chinese_release()
    written = {
        "english final": write_html(a_job(*english)),
        "english draft": write_html(a_job(*english, stage="draft", now=BEFORE)),
        "english single": write_html_single(a_job(*english)),
        "chinese final": write_html(a_job(*chinese)),
        "chinese draft": write_html(a_job(*chinese, stage="draft")),
        "twelve photos": write_html(twelve_photos()),
        "wide table": write_html(wide_table()),
        "long words": write_html(long_words()),
        "bare": write_html(a_job(a_release(place="", date=None, slug="bare"))),
        "right to left": write_html(a_job(a_release(language="ar", slug="rtl"))),
    }
    return {name: saved(folder, files) for name, files in written.items()}


@pytest.fixture(scope="module")
def seen(pages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Seen:
    wanted = [Page(name, path, axe=True, views=EVERY_VIEW) for name, path in pages.items()]
    pale = changed(pages["english single"], "--ink: #1a1e26", "--ink: #c0c0c0")
    return browse([*wanted, Page("pale", pale, axe=True)], tmp_path_factory.mktemp("chromium"))


def test_the_html_checker_finds_nothing_but_a_planted_fault(pages: dict[str, Path]) -> None:
    broken = changed(pages["bare"], "<h1>", "<h1><p>")
    lines = html_errors([*pages.values(), broken])
    assert lines
    assert [line for line in lines if broken.name not in line] == []


def test_axe_finds_nothing_but_a_planted_fault_light_and_dark_wide_and_on_a_phone(
    seen: Seen,
) -> None:
    found = {name: result["violations"] for name, result in seen.items() if result["violations"]}
    assert list(found) == ["pale"]
    assert "color-contrast" in found["pale"][0]


def test_no_page_scrolls_sideways(seen: Seen) -> None:
    assert [name for name, result in seen.items() if result["sideways"]] == []


def test_every_picture_is_found(seen: Seen) -> None:
    assert [name for name, result in seen.items() if result["missing"]] == []


def test_nothing_runs_and_nothing_is_asked_for_from_elsewhere(seen: Seen) -> None:
    for result in seen.values():
        assert result["ran"] == []
        assert result["requests"] == []


def test_a_title_names_the_release_and_its_stage(seen: Seen) -> None:
    assert seen["english final"]["title"].startswith("River museum opens its new wing — ")
    assert seen["english draft"]["title"].startswith("DRAFT v3 · ")
    assert seen["chinese draft"]["title"].startswith("草稿 v1 · ")
