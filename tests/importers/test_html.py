"""Foreign HTML: what is kept, what is dropped, and what is said of it."""

import base64
import itertools

import pytest

from pressdesk.importers.html import Passage, read_html
from pressdesk.importers.html_clipboard import clipboard_fragment
from pressdesk.model.body import (
    Block,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Table,
    block_texts,
    plain,
)
from tests.importers.clipboard_golden import golden_text


def paste(source: str) -> Passage:
    numbers = itertools.count(1)
    return read_html(source, lambda: f"b{next(numbers)}")


def said(source: str) -> list[str]:
    """The lines of a paste as the golden texts write them, without what is said of the whole."""
    return [line for line in golden_text(paste(source)).splitlines() if not line.startswith("! ")]


def only(source: str) -> Block:
    (block,) = paste(source).blocks
    return block


def spans(source: str) -> tuple[Span, ...]:
    block = only(source)
    assert isinstance(block, Paragraph)
    return block.spans


def test_blocks_take_their_ids_from_the_maker_in_order():
    assert [block.id for block in paste("<h1>a</h1><p>b<p>c").blocks] == ["b1", "b2", "b3"]


@pytest.mark.parametrize(
    ("tag", "level"), [("h1", 2), ("h2", 2), ("h3", 3), ("h4", 4), ("h5", 4), ("h6", 4)]
)
def test_headings_take_the_levels_a_release_has(tag: str, level: int):
    block = only(f"<{tag} style='font-weight:bold;font-style:italic'>Tides</{tag}>")
    assert block == Heading(id="b1", spans=(Span("Tides"),), level=level)


@pytest.mark.parametrize(
    ("source", "mark"),
    [
        ("<strong>x</strong>", Span("x", bold=True)),
        ("<em>x</em>", Span("x", italic=True)),
        ("<ins>x</ins>", Span("x", underline=True)),
        ("<strike>x</strike>", Span("x", strike=True)),
        ("<sub>x</sub>", Span("x", script="sub")),
        ("<span style='font-weight:600'>x</span>", Span("x", bold=True)),
        ("<span style='font-weight:500'>x</span>", Span("x")),
        ("<span style='FONT-WEIGHT: Bold !important'>x</span>", Span("x", bold=True)),
        ("<span style='font: italic 700 12px/1 Arial'>x</span>", Span("x", bold=True, italic=True)),
        ("<span style='text-decoration:underline line-through red'>x</span>",
         Span("x", underline=True, strike=True)),
        ("<span style='vertical-align:super'>x</span>", Span("x", script="sup")),
        ("<b><span style='font-weight:normal'>x</span></b>", Span("x")),
        ("<b style='font-weight:normal'>x</b>", Span("x")),
        ("<b style='mso-bidi-font-weight:normal'>x</b>", Span("x", bold=True)),
        ("<u style='text-decoration:none'>x</u>", Span("x")),
        ("<u><span style='text-decoration:none'>x</span></u>", Span("x", underline=True)),
        ("<style>.k{font-weight:700} @media print{.k{display:none}}</style><i class='a k'>x</i>",
         Span("x", bold=True, italic=True)),
    ],
)  # fmt: skip
def test_marks_come_from_tags_and_from_styles(source: str, mark: Span):
    assert spans(source) == (mark,)


def test_tags_closed_out_of_order_end_where_browsers_end_them():
    assert said("<b><i>x</b>y</i>z") == ["= ***x****y*z"]
    assert said("<b>a<p>b</b>c</p>d") == ["= **a**", "= **b**c", "= d"]
    assert said("<p><b>x<p>y</b>z") == ["= **x**", "= **y**z"]


def test_white_space_is_folded_as_a_browser_folds_it():
    assert said("<p>  a \n\t b<b> c </b> d  </p>\n\n<p> e<br> \n f </p>") == [
        "= a b** c **d",
        "= e⏎f",
    ]


def test_a_hard_space_stays_within_text_and_goes_at_its_end():
    assert said("<p>&nbsp;3&nbsp;cm&nbsp;</p>") == ["= 3⍽cm"]
    assert said("<p>one.&nbsp; Two</p>") == ["= one. Two"]
    assert said("a<span class=Apple-converted-space>&nbsp;</span>b") == ["= a b"]


def test_a_line_end_in_the_source_is_no_space_between_chinese_letters():
    assert said("<p>河流\n博物馆\nopens\n新馆</p>") == ["= 河流博物馆 opens 新馆"]


def test_two_breaks_part_paragraphs_and_one_does_not():
    assert said("<div>a<br>b<br><br><i>c</i><br> <br></div>") == ["= a⏎b", "= *c*"]
    assert said("<li>a<br><br>b</li>") == ["- a⏎⏎b"]


def test_links_are_kept_where_they_may_stand_and_their_words_always():
    passage = paste(
        "<a href=' https://a.example/x '>a</a> <a href='mailto:b@b.example'>b</a> "
        "<a href='java\tscript:alert(1)'>c</a> <a href='#top'>d</a> "
        "<a href='data:text/html,x'>e</a>"
    )
    (block,) = passage.blocks
    assert isinstance(block, Paragraph)
    assert [span.link for span in block.spans if span.link] == [
        "https://a.example/x",
        "mailto:b@b.example",
    ]
    assert plain(block.spans) == "a b c d e"
    assert passage.dropped == ("unsafe links", "links within the page")


TWICE = "https%253A%252F%252Fa.example%252Fx%253Fy%253D1"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fx%3Fy%3D1&sa=D",
        "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx%3Fy%3D1&data=0",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx%3Fy%3D1&h=AT0",
        "https://urldefense.com/v3/__https://a.example/x?y=1__;!!Abc!Def$",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_x-3Fy-3D1&d=Dw",
        "https://google.com/url?q=https%3A%2F%2Fduckduckgo.com%2Fl%2F%3Fuddg%3D" + TWICE,
    ],
)
def test_redirectors_are_seen_through(address: str):
    address = address.replace("&", "&amp;")
    assert spans(f'<a href="{address}">x</a>') == (Span("x", link="https://a.example/x?y=1"),)


def test_a_redirector_to_a_forbidden_link_stays_what_it_is():
    address = "https://www.google.com/url?q=javascript:alert(1)"
    assert spans(f'<a href="{address}">x</a>') == (Span("x", link=address),)


def test_the_line_under_a_link_is_its_look():
    source = '<a href="https://a.example/"><u>x</u></a><u>y</u>'
    assert spans(source) == (Span("x", link="https://a.example/"), Span("y", underline=True))


def test_lists_keep_level_kind_and_where_another_begins():
    assert said("<ul><li>a<ul><li>b</ul><li>c</ul><ol><li>d</ol><ol><li>e</ol>") == [
        "- a",
        "   - b",
        "- c",
        "1. d",
        "1. (a new list) e",
    ]


def test_an_item_of_several_paragraphs_stays_one_item():
    assert said("<ul><li><p>a</p><p>b</p><ul><li>c</ul><p>d</ul>") == ["- a⏎b⏎d", "   - c"]


@pytest.mark.parametrize(
    ("marker", "numbered"),
    [("1.", True), ("a)", True), ("(iv)", True), ("2.1.", True), ("一、", True), ("①", True),
     ("·", False), ("o", False), ("§", False), ("–", False), ("\uf0b7", False)],
)  # fmt: skip
def test_word_lists_are_told_apart_by_their_marker(marker: str, numbered: bool):
    block = only(
        "<p class=MsoListParagraph style='mso-list:l0 level3 lfo1'><![if !supportLists]>"
        f"<span style='mso-list:Ignore'>{marker}<span>&nbsp;&nbsp; </span></span><![endif]>x</p>"
    )
    assert block == ListItem(id="b1", spans=(Span("x"),), numbered=numbered, level=2)


def test_word_lists_are_known_by_their_comments_where_a_program_took_the_styles():
    source = (
        '<p class="MsoListParagraph" style="margin-left:72pt"><!--[if !supportLists]-->'
        "<span>2.<span>&nbsp;</span></span><!--[endif]-->x</p><p class=MsoListParagraph>y</p>"
    )
    assert said(source) == ["   1. x", "= y"]


def test_quotations_are_quotes_and_answered_mail_is_not():
    block = only("<blockquote style='font-style:italic'><p>Said</p></blockquote>")
    assert block == Quote(id="b1", spans=(Span("Said"),))
    assert said('<blockquote type="cite">mail</blockquote>') == ["= mail"]


def test_q_gets_its_quotation_marks():
    assert said("<p><q>He said <q>no</q></q>.") == ["= “He said ‘no’”."]


def test_readings_above_letters_stand_behind_them_in_brackets():
    assert said("<p><ruby>河<rp>(<rt>he<rp>)</ruby> and <ruby>湖<rt>hu</rt></ruby></p>") == [
        "= 河(he) and 湖(hu)"
    ]


def test_the_number_of_a_heading_is_one_of_its_words():
    number = "<span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>"
    assert said(
        f"<h1 style='mso-list:l1 level1 lfo2'><![if !supportLists]>{number}<![endif]>Tides</h1>"
    ) == ["## 1. Tides"]


def test_a_table_is_rectangular_whatever_its_cells_span():
    block = only(
        "<table><thead><tr><th colspan=2>A<th>B</thead>"
        "<tr><td rowspan=2>1<td>2<td align=right>3<tr><td>4</table>"
    )
    assert isinstance(block, Table)
    assert block.header
    assert block_texts(block) == ("A", "", "B", "1", "2", "3", "", "4", "")
    assert block.align == ("", "", "right")


def test_a_bold_first_row_names_the_columns():
    block = only("<table><tr><td><b>A</b><td><b>B</b><tr><td>1<td><b>2</b></table>")
    assert isinstance(block, Table)
    assert block.header
    assert block.rows[0][0].spans == (Span("A"),)


@pytest.mark.parametrize(
    "source",
    [
        "<table><tr><td><p>a<p>b</table>",
        "<table><tr><td>a<tr><td>b</table>",
        "<table role=presentation><tr><td>a<td>b</table>",
        "<table><tr><td>a<table><tr><td>b</table><td>c</table>",
        "<table border=0><tr><td><p>a<p>b<td></table>",
    ],
)
def test_a_table_that_only_places_text_becomes_its_paragraphs(source: str):
    assert [type(block) for block in paste(source).blocks][:2] == [Paragraph, Paragraph]


def test_a_table_in_a_cell_is_flattened():
    source = (
        "<table><tr><th>A<th>B<tr><td>x<table><tr><td>1<td>2<tr><td>3<td>4</table><td>y</table>"
    )
    block = only(source)
    assert block_texts(block) == ("A", "B", "x\n1 2\n3 4", "y")


def test_a_caption_of_a_table_comes_before_it():
    assert said("<table><caption>Keepers</caption><tr><th>A<tr><td>1</table>")[0] == "= Keepers"


def test_the_language_of_words_is_kept_where_it_is_another():
    passage = paste(
        "<html lang=EN-GB><p>The <i lang=de-DE>Ufer</i>, <span lang=en-us>the</span>"
        " <span lang=fr>12</span> shore"
    )
    assert passage.language == "en-GB"
    (block,) = passage.blocks
    assert isinstance(block, Paragraph)
    assert [(span.text, span.lang) for span in block.spans if span.lang] == [("Ufer", "de-DE")]


def test_the_language_of_most_words_is_that_of_the_whole():
    passage = paste("<p lang=de>Das Ufer des Sees, <span lang=fr>le lac</span></p>")
    assert passage.language == "de"
    assert golden_text(passage).startswith("= Das Ufer des Sees, {fr: le lac}\n")


@pytest.mark.parametrize(
    "source",
    [
        "<script>x</script>", "<style>p{x}</style>", "<!-- x -->", "<template>x</template>",
        "<select><option>x</select>", "<textarea>x</textarea>", "<button>x</button>",
        "<iframe src=//x.example>x</iframe>", "<object>x</object>", "<svg><text>x</text></svg>",
        "<noscript>x</noscript>", "<video>x</video>", "<nav>x</nav>", "<title>x</title>",
        "<b hidden>x</b>", "<p style='display:none'>x</p>", "<p style='mso-hide:all'>x</p>",
        "<span style='font-size:0'>x</span>", "<span style='visibility:hidden'>x</span>",
        "<div style='max-height:0;overflow:hidden'>x</div>", "<span class='sr-only'>x</span>",
        "<del cite='mailto:a' datetime='2026-01-01'>x</del>",
    ],
)  # fmt: skip
def test_what_no_reader_sees_is_dropped(source: str):
    assert said(f"<p>a</p>{source}<p>b</p>") == ["= a", "= b"]


def test_text_of_size_nothing_shows_again_where_it_gets_a_size():
    source = (
        "<div style='font-size:0;visibility:hidden'>x<p style='font-size:15px;visibility:visible'>y"
    )
    assert said(source) == ["= y"]


def test_words_around_form_fields_stay():
    passage = paste("<form><label><input type=checkbox> Send letter</label></form>")
    assert golden_text(passage).startswith("= Send letter\n! dropped: form fields\n")


def test_preformatted_text_keeps_its_lines():
    assert said("<pre>a\n  b\n\nc</pre>") == ["= a⏎b", "= c"]


def test_terms_and_their_definitions_are_paragraphs():
    assert said("<dl><dt>Quay<dd>A wall<dt>Pier<dd>A bridge</dl>") == [
        "= Quay", "= A wall", "= Pier", "= A bridge",
    ]  # fmt: skip


def test_pictures_in_the_text_come_in_with_caption_and_place():
    data = base64.b64encode(b"\x89PNG\r\n\x1a\nbytes").decode()
    passage = paste(
        "<p>a</p><figure><figcaption>The <b>bridge</b></figcaption>"
        f"<img alt='A bridge' src='data:image/png;base64,{data}'></figure>"
        f"<p>b <img src='data:image/jpeg;base64,{data}'> c</p>"
    )
    first, second = passage.pictures
    assert (first.name, first.alt, first.after) == ("a-bridge.png", "A bridge", 0)
    assert first.caption == (Span("The "), Span("bridge", bold=True))
    assert first.data == b"\x89PNG\r\n\x1a\nbytes"
    assert (second.name, second.after) == ("picture-2.jpg", 1)
    assert [text for block in passage.blocks for text in block_texts(block)] == ["a", "b c"]


@pytest.mark.parametrize(
    ("attributes", "dropped"),
    [
        ("src=https://a.example/a.jpg", "pictures from the web"),
        ("src=//a.example/a.jpg", "pictures from the web"),
        ("src=file:///C:/a.png", "pictures from files"),
        ("src=cid:1", "pictures from files"),
        ("src=https://a.example/p.gif width=1 height=1", "tracking pixels"),
        ("src=https://a.example/p.gif style='width:0px'", "tracking pixels"),
        ("src='data:image/svg+xml,<svg/>'", "pictures of an unknown kind"),
        ("src='data:text/html,x'", "pictures from files"),
    ],
)
def test_other_pictures_stay_out_and_are_told(attributes: str, dropped: str):
    passage = paste(f"<p>a<img {attributes}></p>")
    assert (passage.pictures, passage.dropped) == ((), (dropped,))


def test_the_caption_of_a_picture_that_stays_out_is_a_paragraph():
    source = "<figure><img src=https://a.example/a.jpg><figcaption>Dawn</figcaption></figure>"
    assert said(source) == ["= Dawn"]


def test_an_emoji_drawn_as_a_picture_is_text():
    assert said('<p>Yes <img alt="🎉" src="https://a.example/1f389.svg"></p>') == ["= Yes 🎉"]


@pytest.mark.parametrize(
    ("source", "is_inline"),
    [
        ("of <b>glass</b> and", True),
        ("<meta charset=utf-8><span>of glass</span>", True),
        ("<table><tr><td>one cell</table>", True),
        ("<p>whole</p>", False),
        ("<div>line</div>", False),
        ("a<br><br>b", False),
        ("<li>a</li>", False),
        ("", False),
    ],
)
def test_a_run_of_text_from_within_a_paragraph_is_told_from_a_block(source: str, is_inline: bool):
    assert paste(source).is_inline is is_inline


def test_a_fragment_is_taken_from_between_its_marks_with_styles_and_language():
    page = (
        "<html lang=en><head><style>.k{font-weight:700}</style></head><body>no"
        "<!--StartFragment--><p class=k>yes</p><!--EndFragment-->no</body></html>"
    )
    passage = paste(clipboard_fragment(page))
    assert golden_text(passage).startswith("= **yes**\n")
    assert passage.language == "en"


def test_a_fragment_without_marks_is_taken_by_the_numbers_of_its_header():
    inside = "<p>Größe</p>"
    head = (
        "Version:0.9\r\nStartHTML:-1\r\nEndHTML:-1\r\nStartFragment:{:08}\r\nEndFragment:{:08}\r\n"
    )
    start = len(head.format(0, 0))
    source = head.format(start, start + len(inside.encode())) + inside + "<p>no</p>"
    assert clipboard_fragment(source) == inside


def test_rows_cut_out_of_a_table_are_put_into_one_again():
    page = "<table><!--StartFragment--><tr><td>a<td>b<tr><td>c<td>d<!--EndFragment--></table>"
    assert isinstance(only(clipboard_fragment(page)), Table)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_taken_for_latin_letters_is_read_again(codec: str):
    source = "<p>Größe 河</p>".encode(codec).decode("latin-1")
    assert said(clipboard_fragment(source)) == ["= Größe 河"]


def test_a_byte_order_mark_and_zeros_at_the_end_are_no_text():
    assert clipboard_fragment("\ufeff<p>a</p>\0\0") == "<p>a</p>"
