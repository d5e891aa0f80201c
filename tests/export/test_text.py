"""The mail body holds the whole release, marked for its stage."""

from typing import Any

import pytest

from pressdesk.export.text import write_text
from pressdesk.model.body import Cell, Heading, ListItem, Paragraph, Quote, Span, Table
from pressdesk.model.release import Release
from tests.builders import a_paragraph, a_person, a_photo, a_release
from tests.export.jobs import (
    BEFORE,
    a_chinese_release,
    a_figure,
    a_job,
    a_rich_release,
)


def text_of(release: Release, **given: Any) -> str:
    (file,) = write_text(a_job(release, targets=(), **given))
    return file.data.decode()


def test_a_release_is_laid_out_as_a_mail() -> None:
    release, assets = a_rich_release()
    (file,) = write_text(a_job(release, assets, stage="draft", now=BEFORE))
    stamp = file.data.decode().split("\n", 1)[0]
    assert file.path.startswith("river-museum-opens-DRAFT-v3-")
    assert stamp.startswith("DRAFT v3 · March 4, 2026 14:05 · ")
    assert (
        file.data.decode()
        == f"""{stamp}
Not for publication

Embargoed until 6 March 2026, 16:00 CST (08:00 UTC)

Lakeford University · Latest News

River museum opens its new wing
===============================

A glass bridge joins two mill towers & opens a workshop for schools

LAKEFORD, Norland, March 5, 2026 — The museum opened its new wing on
Thursday.

It was designed by the School of Architecture
<https://example.org/a?b=1&c=2>, said 磨坊 people; see H2O.
On two lines.

[The glass bridge between the towers. (Photo: River Museum)]

What visitors will find
-----------------------

  - a relief map
    1. of the basin
  - a workshop

    Children try things out.

    Nobody under eighteen pays.

    — HARLOW Mira, director, River Museum

[Mira Harlow speaks. (Photo: River Museum)]

Visitors
--------

Year  Visitors
----  --------
2024    81,400
2025    96,250

The wing is open daily.

More photos
-----------

[The mill towers at night (Photo: River Museum)]

# # #

Speakers
--------
Tobias Okafor, professor, River Museum, moderator
HARLOW Mira 哈罗美, director, River Museum

Also named
----------
Beatriz Wright, mayor

About the River Museum
----------------------

It tells how people and water have shaped each other.

Founded in 1971.

Media contact
-------------

Jo Petrov
Communications Office
Lakeford University
+86 10 5555 0100
press@lakeford.example

Night desk
+86 10 5555 0199 ext. 4

Note to editors
---------------

Photos in full size are attached.

Interviews can be arranged.

© 2026 Lakeford University
"""
    )


def test_a_final_begins_with_its_release_line() -> None:
    assert text_of(a_release()).startswith("For immediate release\n\nNews release\n\nRiver museum")


def test_chinese_is_not_broken_and_set_with_its_own_marks() -> None:
    found = text_of(a_chinese_release()[0]).split("\n\n")
    assert (
        "湖津，2026年3月5日——河流博物馆的新馆于星期四开放。新馆将湖区历史的展览面积扩大了一倍。"
        in found
    )
    assert "[嘉宾听取开幕致辞。（图片：湖津大学）]" in found
    assert "    ——何美岚，馆长，River Museum" in found


@pytest.mark.parametrize(
    ("caption", "fields", "expected"),
    [
        ("The bridge.", {"credit": ""}, "[Photo: The bridge.]"),
        ("", {"credit": "Sam Ito"}, "[Photo: Sam Ito]"),
        ("", {"credit": "", "alt": "A bridge"}, "[Photo: A bridge]"),
    ],
)
def test_a_figure_says_that_it_is_a_photo(
    caption: str, fields: dict[str, str], expected: str
) -> None:
    release = a_release(photos=(a_photo(**fields),), body=(a_figure(caption=caption),))
    assert expected in text_of(release).split("\n\n")


def test_a_decorative_photo_without_words_is_left_out() -> None:
    photo = a_photo(credit="", decorative=True)
    assert "[" not in text_of(a_release(photos=(photo,), body=(a_figure(caption=""),)))


def linked(*spans: Span) -> str:
    release = a_release(place="", date=None, body=(Paragraph(id="b1", spans=spans),))
    return text_of(release).split("\n\n")[3]


def test_an_address_is_told_once_after_the_words_that_link_to_it() -> None:
    spans = (Span("the ", link="https://a.example"), Span("site", link="https://a.example"))
    assert linked(*spans, Span(".")) == "the site <https://a.example>."


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("https://a.example", "https://a.example"),
        ("press@a.example", "mailto:press@a.example"),
        ("+491234", "tel:+491234"),
        ("click", "javascript:alert(1)"),
    ],
)
def test_an_address_that_the_text_tells_or_that_is_none_is_not_told(text: str, target: str) -> None:
    assert linked(Span(text, link=target)) == text


def test_a_table_and_a_list_keep_their_links() -> None:
    link = Span("site", link="https://a.example")
    rows = ((Cell((Span("Name"),)), Cell((Span("Where"),))), (Cell((Span("a"),)), Cell((link,))))
    body = (ListItem(id="b1", spans=(link,)), Table(id="b2", rows=rows, align=("", "")))
    found = text_of(a_release(body=body))
    assert "  - site <https://a.example>" in found
    assert "a     site <https://a.example>" in found


def test_a_dateline_that_finds_no_paragraph_is_not_lost() -> None:
    release = a_release(body=(Heading(id="b1", spans=(Span("Head"),)),))
    assert "\n\nLAKEFORD, Norland, March 5, 2026 —\n\nHead\n----\n\n" in text_of(release)


def test_a_quotation_by_nobody_has_no_attribution() -> None:
    release = a_release(body=(Quote(id="b1", spans=(Span("One."),)),), people=(a_person(),))
    assert "\n\n    One.\n\n# # #" in text_of(release)


def test_lists_are_numbered_anew_after_another_block() -> None:
    items = [ListItem(id=f"i{number}", spans=(Span("item"),), numbered=True) for number in range(4)]
    found = text_of(a_release(body=(*items[:2], a_paragraph(), *items[2:])))
    assert found.count("  1. item\n  2. item\n") == 2


def test_two_exports_are_equal_to_the_byte() -> None:
    release, assets = a_rich_release()
    assert write_text(a_job(release, assets)) == write_text(a_job(release, assets))
