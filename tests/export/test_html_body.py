"""Each kind of piece becomes the HTML element that means it."""

from typing import Any

import pytest

from pressdesk.export.html_body import (
    Shown,
    attached_markup,
    body_markup,
    link_target,
    spans_markup,
)
from pressdesk.export.view import View, to_view
from pressdesk.model.body import Cell, Figure, Heading, ListItem, Paragraph, Quote, Span, Table
from tests.builders import a_paragraph, a_person, a_photo, a_release
from tests.export.jobs import AFTER, NEWS, SAVED, a_figure, a_job

WIDE = Shown(src="a.jpg", width=1200, height=800, srcset="b.jpg 600w, a.jpg 1200w")


def body(*blocks: Any, apart: bool = False, **fields: Any) -> str:
    given = {"place": "", "date": None, **fields}
    view = a_job(a_release(body=blocks, **given)).view
    return str(body_markup(view, {}, dateline_apart=apart))


def photo_page(shown: Shown, figure: Figure, **fields: Any) -> str:
    view = a_view(figure, **fields)
    return str(body_markup(view, {figure.id: shown}, dateline_apart=False))


def a_view(*figures: Figure, attached: tuple[Figure, ...] = (), **fields: Any) -> View:
    release = a_release(body=figures, attached=attached, photos=(a_photo(**fields),))
    return to_view(release, NEWS, stage="final", now=AFTER, saved=SAVED)


def test_a_paragraph_keeps_its_id() -> None:
    assert body(a_paragraph("One.", "b7")) == '<p id="b7">One.</p>'


def test_the_dateline_runs_into_the_first_paragraph_and_its_day_is_a_time() -> None:
    made = body(a_paragraph(), place="Lakeford, Norland", date=a_release().date)
    assert made == (
        '<p id="b1" class="lead"><span class="dateline">LAKEFORD, Norland, '
        '<time datetime="2026-03-05">March 5, 2026</time> —</span> A paragraph.</p>'
    )


def test_a_chinese_dateline_is_not_parted_from_the_text_by_a_space() -> None:
    made = body(a_paragraph("新馆开放。"), place="湖津", date=a_release().date, language="zh")
    assert "2026年3月5日</time>——</span>新馆开放。</p>" in made


def test_a_dateline_without_a_day_has_no_time() -> None:
    made = body(a_paragraph(), place="Lakeford")
    assert made.startswith('<p id="b1" class="lead"><span class="dateline">LAKEFORD —</span> ')


def test_a_dateline_that_finds_no_paragraph_stands_alone_before_the_body() -> None:
    made = body(Heading(id="b1", spans=(Span("Head"),)), apart=True, place="Lakeford")
    assert made == (
        '<p class="lead"><span class="dateline">LAKEFORD —</span></p>\n<h2 id="b1">Head</h2>'
    )


@pytest.mark.parametrize(
    ("levels", "expected"),
    [((2, 3, 4), (2, 3, 4)), ((2, 3, 2, 4), (2, 3, 2, 3)), ((4, 2), (2, 2)), ((3, 3), (2, 2))],
)
def test_a_heading_has_its_level_but_skips_none(
    levels: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    headings = [
        Heading(id=f"b{number}", spans=(Span("Head"),), level=level)
        for number, level in enumerate(levels)
    ]
    assert body(*headings) == "\n".join(
        f'<h{level} id="b{number}">Head</h{level}>' for number, level in enumerate(expected)
    )


def test_lists_nest_within_their_items() -> None:
    made = body(
        ListItem(id="b1", spans=(Span("one"),)),
        ListItem(id="b2", spans=(Span("first"),), level=1, numbered=True),
        ListItem(id="b3", spans=(Span("two"),)),
    )
    assert made == (
        '<ul>\n<li id="b1">one\n<ol>\n<li id="b2">first</li>\n</ol></li>\n'
        '<li id="b3">two</li>\n</ul>'
    )


def test_a_quotation_of_two_paragraphs_is_attributed_once() -> None:
    made = body(
        Quote(id="b1", spans=(Span("One."),), speaker="p1"),
        Quote(id="b2", spans=(Span("Two."),), speaker="p1"),
        people=(a_person(),),
    )
    assert made == (
        '<figure class="quotation">\n<blockquote>\n<p id="b1">One.</p>\n<p id="b2">Two.</p>\n'
        '</blockquote>\n<figcaption><span class="name">Mira Harlow</span>, director, River Museum'
        "</figcaption>\n</figure>"
    )


def test_a_quotation_by_nobody_is_a_plain_block_quote() -> None:
    made = body(Quote(id="b1", spans=(Span("One."),)))
    assert made == '<blockquote>\n<p id="b1">One.</p>\n</blockquote>'


def test_a_chinese_speaker_is_joined_to_the_title_by_a_chinese_comma() -> None:
    person = a_person(
        family="何", given="美岚", order="family-first", title="馆长", organization=""
    )
    made = body(Quote(id="b1", spans=(Span("好。"),), speaker="p1"), people=(person,))
    assert "何美岚</span>，馆长</figcaption>" in made


def test_a_figure_has_caption_and_credit_in_elements_of_their_own() -> None:
    assert photo_page(WIDE, a_figure()) == (
        '<figure id="g1" class="photo">\n'
        '<img src="a.jpg" srcset="b.jpg 600w, a.jpg 1200w"'
        ' sizes="(min-width: 920px) 874px, 100vw" width="1200" height="800"'
        ' alt="A bridge of glass between two brick towers">\n'
        '<figcaption><span class="caption">The glass bridge.</span>'
        ' <span class="credit">Photo: River Museum</span></figcaption>\n</figure>'
    )


def test_a_picture_of_one_size_has_no_srcset() -> None:
    made = photo_page(Shown(src="a.jpg", width=1200, height=800), a_figure())
    assert "srcset" not in made
    assert "sizes" not in made


@pytest.mark.parametrize(("height", "kind"), [(800, "photo"), (1001, "photo tall")])
def test_a_picture_that_is_not_clearly_wide_is_marked_as_tall(height: int, kind: str) -> None:
    made = photo_page(Shown(src="a.jpg", width=1200, height=height), a_figure())
    assert f'class="{kind}"' in made


def test_a_decorative_photo_without_caption_and_credit_has_an_empty_alt_and_no_figcaption() -> None:
    made = photo_page(WIDE, a_figure(caption=""), decorative=True, credit="")
    assert ' alt="">' in made
    assert "figcaption" not in made


def test_every_picture_but_the_first_waits_until_it_is_scrolled_to() -> None:
    view = a_view(a_figure(), attached=(a_figure(block_id="g2"),))
    shows = {"g1": WIDE, "g2": WIDE}
    assert "loading" not in body_markup(view, shows, dateline_apart=False)
    assert 'loading="lazy"' in attached_markup(view, shows)


def test_the_first_picture_does_not_wait_where_it_is_only_attached() -> None:
    view = a_view(attached=(a_figure(),))
    assert "loading" not in attached_markup(view, {"g1": WIDE})


def table(*rows: tuple[str, ...], header: bool = True, **fields: Any) -> str:
    cells = tuple(tuple(Cell((Span(text),)) for text in row) for row in rows)
    return body(Table(id="b1", rows=cells, header=header, **{"align": ("", "right"), **fields}))


def test_a_table_names_its_columns_and_aligns_by_class() -> None:
    assert table(("Year", "Visitors"), ("2024", "81,400")) == (
        '<div class="table" role="group" tabindex="0" aria-label="Year · Visitors">\n'
        '<table id="b1">\n<thead>\n<tr>\n<th scope="col">Year</th>\n'
        '<th scope="col" class="align-right">Visitors</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
        '<td>2024</td>\n<td class="align-right">81,400</td>\n</tr>\n</tbody>\n</table>\n</div>'
    )


def test_an_empty_cell_of_the_head_names_no_column() -> None:
    assert '<td></td>\n<th scope="col" class="align-right">Visitors</th>' in table(
        ("", "Visitors"), ("2024", "81,400")
    )


def test_a_table_without_a_head_has_a_body_only() -> None:
    made = table(("2024", "81,400"), header=False)
    assert "<th" not in made
    assert "<tbody>" in made


def test_marks_nest_in_one_order() -> None:
    span = Span("x", bold=True, italic=True, underline=True, strike=True, script="sup", lang="de")
    assert spans_markup((span,)) == (
        '<span lang="de"><strong><em><u><s><sup>x</sup></s></u></em></strong></span>'
    )


def test_neighbours_with_one_target_are_one_link() -> None:
    spans = (
        Span("the ", link="https://example.org"),
        Span("school", bold=True, link="https://example.org"),
        Span("!"),
    )
    assert spans_markup(spans) == (
        '<a href="https://example.org" rel="noopener">the <strong>school</strong></a>!'
    )


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " \x01javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "//example.org",
        "file:///etc/hostname",
        "https://",
    ],
)
def test_a_hostile_target_becomes_text(target: str) -> None:
    assert spans_markup((Span("click <me>", link=target),)) == "click &lt;me&gt;"


def test_what_no_url_may_hold_is_percent_encoded() -> None:
    assert link_target('https://example.org/a|b"<c>{d}^`\\50%') == (
        "https://example.org/a%7Cb%22%3Cc%3E%7Bd%7D%5E%60%5C50%25"
    )
    assert link_target("https://example.org/%E6%B2%B3?q=河#b") == (
        "https://example.org/%E6%B2%B3?q=河#b"
    )


def test_a_language_that_is_none_is_left_out() -> None:
    assert spans_markup((Span("x", lang='"><b'),)) == "x"


def test_a_break_within_a_paragraph_is_kept() -> None:
    assert body(Paragraph(id="b1", spans=(Span("One\ntwo"),))) == '<p id="b1">One<br>two</p>'
