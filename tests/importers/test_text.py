"""Plain text: headline, dateline, paragraphs; leftovers are told and no line is lost."""

import datetime as dt
import re
from pathlib import Path
from uuid import UUID

import pytest

from pressdesk.importers import Imported, read_source
from pressdesk.importers.text import read_text
from pressdesk.model.body import block_texts
from pressdesk.model.release import Embargo

ID = UUID(int=7)


@pytest.fixture
def read(tmp_path: Path):
    def read(text: str, **wishes: str) -> Imported:
        path = tmp_path / "release.txt"
        path.write_text(text, encoding="utf-8")
        return read_text(path, release_id=ID, **wishes)

    return read


def texts(imported: Imported) -> list[str]:
    return [text for block in imported.release.body for text in block_texts(block)]


def codes(imported: Imported) -> list[str]:
    return [problem.code for problem in imported.problems]


def test_headline_and_paragraphs_are_read(read):
    imported = read("Museum opens\n\nThe first paragraph.\n\n\nThe second.\n")
    assert imported.release.id == ID
    assert imported.release.headline == "Museum opens"
    assert texts(imported) == ["The first paragraph.", "The second."]
    assert imported.problems == ()


def test_the_seed_loses_no_line_and_tells_its_leftovers(seed: Path):
    path = seed / "release.txt"
    imported = read_source(path, release_id=ID)
    release = imported.release
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = [release.category, *texts(imported)[:1], release.headline, *texts(imported)[1:]]
    assert found == lines
    assert release.headline == '"Intelligent Manufacturing in China+" project begins'
    section, breadcrumb = imported.problems
    assert (section.place.line, section.place.field) == (1, "category")
    assert (breadcrumb.place.line, breadcrumb.severity) == (3, "warning")
    assert breadcrumb.place.text == "Home » News » Latest News » Content"
    assert breadcrumb.place.item == "b1"


def test_a_line_that_stands_twice_is_told_and_stays(read):
    imported = read("Latest\n\nHome > Latest > Story\n\nMuseum opens\n\nText.\n\nLatest\n")
    assert imported.release.category == "Latest"
    assert texts(imported)[-1] == "Latest"
    twice = imported.problems[-1]
    assert (twice.code, twice.place.line, twice.place.item) == ("PD-IMP-049", 9, "b3")


def test_the_last_part_of_a_breadcrumb_may_be_the_headline(read):
    imported = read("Home » News » Museum opens\n\nMuseum opens\n\nText.\n")
    assert imported.release.headline == "Museum opens"
    assert imported.release.category == ""


@pytest.mark.parametrize(
    "line",
    [
        "He said «yes» to it",
        "either/or/both",
        "21/11/2023",
        "a > b",
        "We asked whether this is so » and they went on at length » about everything they knew",
    ],
)
def test_a_line_with_signs_is_no_breadcrumb(read, line: str):
    imported = read(f"Museum opens\n\n{line}\n")
    assert texts(imported) == [line]
    assert imported.problems == ()


@pytest.mark.parametrize(
    ("dateline", "place", "rest"),
    [
        ("LAKEFORD, Norland, March 5, 2026 — The museum", "LAKEFORD, Norland", "The museum"),
        ("LAKEFORD, Norland, Mar. 5, 2026 -- The museum", "LAKEFORD, Norland", "The museum"),
        ("Lakeford (5 March 2026) – The museum", "Lakeford", "The museum"),
        ("St. Anna's Bay, 2026-03-05: The museum", "St. Anna's Bay", "The museum"),
        ("武汉2026年3月5日电 博物馆开馆", "武汉", "博物馆开馆"),
        ("（武汉，2026年3月5日）博物馆开馆", "武汉", "博物馆开馆"),
        ("武汉，2026年3月5日——博物馆开馆", "武汉", "博物馆开馆"),
    ],
)
def test_a_certain_dateline_becomes_place_and_date(read, dateline: str, place: str, rest: str):
    imported = read(f"Museum opens\n\n{dateline}\n", language="en")
    assert imported.release.place == place
    assert imported.release.date == dt.date(2026, 3, 5)
    assert texts(imported) == [rest]
    assert codes(imported) == ["PD-IMP-050"]


@pytest.mark.parametrize(
    "line",
    [
        "On March 5, 2026 — a Thursday — the museum opened.",
        "The museum opened on March 5, 2026. It is large.",
        "公司2026年3月5日宣布新馆开放。",
        "LAKEFORD, February 30, 2026 — The museum",
    ],
)
def test_a_sentence_with_a_date_is_no_dateline(read, line: str):
    imported = read(f"Museum opens\n\n{line}\n", language="en")
    assert (imported.release.place, imported.release.date) == ("", None)
    assert texts(imported) == [line]


@pytest.mark.parametrize("line", ["LAKEFORD, March 5 — The museum", "新华社武汉3月5日电 博物馆"])
def test_a_dateline_without_a_year_stays_and_is_told(read, line: str):
    imported = read(f"Museum opens\n\n{line}\n", language="en")
    assert imported.release.date is None
    assert texts(imported) == [line]
    assert codes(imported) == ["PD-IMP-050"]


def test_a_dateline_may_follow_a_deck_but_not_stand_late(read):
    late = "OSLO, May 1, 2027 — x"
    text = f"Museum opens\n\nA deck\n\nLAKEFORD, March 5, 2026 — One.\n\nTwo.\n\n{late}"
    imported = read(text)
    assert imported.release.place == "LAKEFORD"
    assert texts(imported) == ["A deck", "One.", "Two.", late]


def test_an_embargo_with_its_offset_is_set(read):
    imported = read("EMBARGOED UNTIL 2026-03-05 09:00 +08:00\n\nMuseum opens\n\nText.\n")
    instant = dt.datetime(2026, 3, 5, 1, tzinfo=dt.UTC)
    assert imported.release.embargo == Embargo(instant=instant, zone="+08:00")
    assert imported.release.headline == "Museum opens"
    assert texts(imported) == ["Text."]


def test_an_embargo_that_is_not_certain_is_an_error_and_stays(read):
    line = "EMBARGOED UNTIL 9:00 a.m. EST, March 5, 2026"
    imported = read(f"{line}\nMuseum opens\n\nText.\n")
    assert imported.release.embargo is None
    assert imported.release.headline == "Museum opens"
    assert texts(imported) == [line, "Text."]
    assert [problem.severity for problem in imported.problems] == ["error"]


def test_the_release_line_and_the_end_mark_are_not_text(read):
    imported = read("FOR IMMEDIATE RELEASE\nMuseum opens\n\nText.\n\n# # #\n")
    assert imported.release.headline == "Museum opens"
    assert texts(imported) == ["Text."]
    assert [problem.place.text for problem in imported.problems] == ["FOR IMMEDIATE RELEASE"]


def test_an_end_mark_in_the_middle_stays(read):
    imported = read("Museum opens\n\nText.\n\n-30-\n\nMedia contact: Mira Harlow\n")
    assert texts(imported) == ["Text.", "-30-", "Media contact: Mira Harlow"]
    assert codes(imported) == ["PD-IMP-050"]


def test_wrapped_lines_are_joined_and_short_ones_stay_lines(read):
    wrapped = "The museum opened its new wing by the river on Thursday\nbefore many guests from all"
    imported = read(f"Museum opens\n\n{wrapped} over.\nIt was late.\n\nMira Harlow\nMuseum\n")
    joined = wrapped.replace("\n", " ") + " over. It was late."
    assert texts(imported) == [joined, "Mira Harlow\nMuseum"]


def test_long_lines_are_paragraphs_without_blank_lines_between(read):
    one, two = "One sentence. " * 12, "Another one. " * 12
    assert texts(read(f"Museum opens\n\n{one}\n{two}\n")) == [one.strip(), two.strip()]


def test_chinese_lines_are_joined_without_a_space(read):
    imported = read(
        "开馆\n\n" + "博物馆新馆今天在湖边正式开馆，来自各地的数百名观众参加了开馆仪式并\n参观。\n"
    )
    (text,) = texts(imported)
    assert text.endswith("仪式并参观。")
    assert imported.release.language == "zh"
    assert codes(imported) == ["PD-IMP-042"]


def test_a_text_without_a_headline_says_so(read):
    text = "A long paragraph. " * 20
    imported = read(text)
    assert imported.release.headline == ""
    assert texts(imported) == [text.strip()]
    assert codes(imported) == ["PD-IMP-051"]


def test_an_empty_text_is_an_empty_release(read):
    assert read("").release.body == ()


def test_every_word_is_somewhere(read):
    text = (
        "PRESS RELEASE\nFOR IMMEDIATE RELEASE\nHome | News | Story\n\nA headline\nA deck\n\n"
        "LAKEFORD, March 5 — First.\n\n    indented\n\tand tabbed\n\nENDS\n\nabout us\n"
    )
    imported = read(text)
    release = imported.release
    told = [problem.place.text for problem in imported.problems]
    found = " ".join([release.headline, release.category, *texts(imported), *told])
    assert set(re.findall(r"\w+", text)) <= set(re.findall(r"\w+", found))
