"""Runs of text in Markdown: marks, links, attributes, line breaks, and pictures among words."""

from pathlib import Path

import pytest

from pressdesk.model.body import Figure, Paragraph, Span, Spans, plain
from tests.importers.sources import BODY, PEOPLE, Read, codes, texts, told
from tests.photos.pictures import a_picture, encoded

HOME = "https://example.org/"


def spans(read: Read, text: str) -> Spans:
    """Give the spans of a text that is one paragraph, and of which nothing is told."""
    imported = read(PEOPLE + text)
    assert imported.problems == ()
    (block,) = imported.release.body
    assert isinstance(block, Paragraph)
    return block.spans


@pytest.mark.parametrize(
    ("written", "span"),
    [
        ("**a b**", Span("a b", bold=True)),
        ("__a__", Span("a", bold=True)),
        ("*a*", Span("a", italic=True)),
        ("_a_", Span("a", italic=True)),
        ("***a***", Span("a", bold=True, italic=True)),
        ("~~a~~", Span("a", strike=True)),
        ("~2~", Span("2", script="sub")),
        ("^2^", Span("2", script="sup")),
        ("^\\^^", Span("^", script="sup")),
        ("[a]{.underline}", Span("a", underline=True)),
        ("[a]{.ul}", Span("a", underline=True)),
        ("[a]{.strike}", Span("a", strike=True)),
        ("[a b]{.sub}", Span("a b", script="sub")),
        ("[a]{.bold .italic}", Span("a", bold=True, italic=True)),
        ("[你好]{lang=zh-Hans}", Span("你好", lang="zh-Hans")),
        ('[a]{lang="nb" .bold}', Span("a", bold=True, lang="nb")),
        (f"[a]({HOME})", Span("a", link=HOME)),
        (f"[a]({HOME}){{lang=nb}}", Span("a", link=HOME, lang="nb")),
        (f"<{HOME}>", Span(HOME, link=HOME)),
        ("<press@example.org>", Span("press@example.org", link="mailto:press@example.org")),
        (f"[a][home]\n\n[home]: {HOME}", Span("a", link=HOME)),
        (f"**[a]({HOME})**", Span("a", bold=True, link=HOME)),
    ],
)
def test_a_mark_is_read(read: Read, written: str, span: Span):
    assert spans(read, written) == (span,)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("**粗体。**然后", (Span("粗体。", bold=True), Span("然后"))),
        ("前言**“粗体”**然后", (Span("前言"), Span("“粗体”", bold=True), Span("然后"))),
        ("见**《报告》**和*（附件）*。", (
            Span("见"), Span("《报告》", bold=True), Span("和"),
            Span("（附件）", italic=True), Span("。"),
        )),
        ("***粗斜。***然后", (Span("粗斜。", bold=True, italic=True), Span("然后"))),
        ("~~删除。~~然后", (Span("删除。", strike=True), Span("然后"))),
        ("**太字。**です", (Span("太字。", bold=True), Span("です"))),
        ("**한국어(Korean)**는", (Span("한국어(Korean)", bold=True), Span("는"))),
        ("**甲。*乙。*丙。**丁", (
            Span("甲。", bold=True), Span("乙。", bold=True, italic=True),
            Span("丙。", bold=True), Span("丁"),
        )),
        ("**粗体。** 然后", (Span("粗体。", bold=True), Span(" 然后"))),
        ('a**"b"**c', (Span('a**"b"**c'),)),
        ("** 不是 **", (Span("** 不是 **"),)),
        ("3 * 4 * 5", (Span("3 * 4 * 5"),)),
        ("snake_case_name", (Span("snake_case_name"),)),
        ("_强调。_然后", (Span("_强调。_然后"),)),
    ],
)  # fmt: skip
def test_marks_begin_and_end_beside_east_asian_punctuation(
    read: Read, written: str, expected: Spans
):
    assert spans(read, written) == expected


def test_sub_and_superscript_stand_within_words(read: Read):
    assert spans(read, "H~2~O, x^2^, **CO~2~**") == (
        Span("H"),
        Span("2", script="sub"),
        Span("O, x"),
        Span("2", script="sup"),
        Span(", "),
        Span("CO", bold=True),
        Span("2", bold=True, script="sub"),
    )


def test_marks_nest(read: Read):
    assert spans(read, "[one **two** [three]{lang=zh}]{.underline lang=en}") == (
        Span("one ", underline=True, lang="en"),
        Span("two", underline=True, lang="en", bold=True),
        Span(" ", underline=True, lang="en"),
        Span("three", underline=True, lang="zh"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "5~10元，20~30元",
        "a~b c~ d",
        "x^a b^",
        "snake_case_name",
        "2 * 3 * 4",
        "a** b",
        "a^[note]",
        "[a] {.bold}",
        "[a]{}",
        "[a]{.bold",
        "{.bold}",
        "{{ headline }}",
        f"{HOME}a_b_c",
        '"straight" -- quotes...',
        "a<br>b <b>c</b>",
        "&bogus; AT&T",
    ],
)
def test_signs_that_mark_nothing_stay(read: Read, text: str):
    assert spans(read, text) == (Span(text),)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("\\*a\\* \\[b\\] \\\\ \\~c\\~ \\^d\\^", "*a* [b] \\ ~c~ ^d^"),
        ("&amp; &lt; &copy; &#42;x&#42; &#x4e2d;", "& < © *x* 中"),
        ("\\&amp;", "&amp;"),
        ("&nbsp;a&nbsp;", "\xa0a\xa0"),
    ],
)
def test_escapes_and_entities_are_characters(read: Read, written: str, text: str):
    assert spans(read, written) == (Span(text),)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("one\\\ntwo", "one\ntwo"),
        ("one  \ntwo", "one\ntwo"),
        ("one\ntwo", "one two"),
        ("一\n二", "一二"),
        ("一，\n“二”", "一，“二”"),
        ("一\ntwo", "一 two"),
        ("한\n글", "한 글"),
        ("**一**\n二", "一二"),
        ("“one”\n“two”", "“one” “two”"),
        ("end\\", "end\\"),
    ],
)
def test_a_line_end_is_a_break_a_space_or_nothing(read: Read, written: str, text: str):
    assert plain(spans(read, written)) == text


def test_headings_break_lines_with_a_tag(read: Read):
    assert texts(read(PEOPLE + "## one<br>two<BR />three \\<br>\n")) == ["one\ntwo\nthree <br>"]


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:press@example.org", "mailto:press@example.org"),
        ("tel:+47-555-0100", "tel:+47-555-0100"),
        ("https://例子.cn/路径?a=1&b=2#c", "https://例子.cn/路径?a=1&b=2#c"),
        ("<https://example.org/two words>", "https://example.org/two%20words"),
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("https://example.org/~a~*b*", "https://example.org/~a~*b*"),
    ],
)
def test_a_link_is_kept_as_it_is_written(read: Read, written: str, link: str):
    assert spans(read, f"[a]({written})") == (Span("a", link=link),)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#10;script:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,a",
        "file:///etc/passwd",
        "ftp://example.org",
        "//example.org",
        "page.html",
        "#top",
        "http://",
        "",
    ],
)
def test_a_forbidden_link_is_left_out_and_told_and_its_words_stay(read: Read, target: str):
    imported = read(f"{PEOPLE}One **[two]({target})**.\n")
    (block,) = imported.release.body
    assert isinstance(block, Paragraph)
    assert block.spans == (Span("One "), Span("two", bold=True), Span("."))
    assert told(imported) == [("PD-IMP-006", BODY)]


@pytest.mark.parametrize(
    ("written", "code", "text"),
    [
        ("[a]{.shout}", "PD-IMP-046", ".shout"),
        ('[a]{onclick="x()"}', "PD-IMP-046", 'onclick="x()"'),
        ("[a]{#place}", "PD-IMP-046", 'id="place"'),
        (f'[a]({HOME} "A title")', "PD-IMP-047", "A title"),
        ("`a`", "PD-IMP-047", "a"),
    ],
)
def test_what_cannot_be_kept_is_told_and_the_words_stay(
    read: Read, written: str, code: str, text: str
):
    imported = read(f"{PEOPLE}Text.\n\nSee {written}\n")
    assert texts(imported) == ["Text.", "See a"]
    (problem,) = imported.problems
    assert (problem.code, problem.place.line, problem.place.text) == (code, BODY + 2, text)


@pytest.fixture
def picture(tmp_path: Path) -> str:
    (tmp_path / "a.jpg").write_bytes(encoded(a_picture()))
    return "![A *caption*](a.jpg)"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("One {} two.", "One two."),
        ("One\n{}\ntwo.", "One two."),
        ("一\n{}\n二", "一二"),
        ("One **{}** two.", "One two."),
        ("{} One two.", "One two."),
        ("One two. {}", "One two."),
        ("One two.\\\n{}", "One two."),
        ("## One {} two.", "One two."),
        ("- One {} two.", "One two."),
        ("> One {} two.", "One two."),
        ("> One two.\n> — Mira Harlow {}", "One two."),
        ("|One {} two.|\n|---|\n", "One two."),
    ],
)
def test_a_picture_among_words_is_put_behind_them_and_told(
    read: Read, picture: str, written: str, text: str
):
    imported = read(PEOPLE + written.format(picture))
    assert texts(imported) == [text, "A caption"]
    assert isinstance(imported.release.body[1], Figure)
    assert codes(imported) == ["PD-IMP-045"]


def test_a_picture_in_the_headline_is_put_behind_it(read: Read, picture: str):
    imported = read(f"# Museum opens {picture}\n")
    assert (imported.release.headline, texts(imported)) == ("Museum opens", ["A caption"])


def test_a_picture_that_is_a_link_loses_it_and_that_is_told(read: Read, picture: str):
    imported = read(f"{PEOPLE}[{picture}]({HOME})\n")
    assert texts(imported) == ["A caption"]
    (problem,) = imported.problems
    assert (problem.code, problem.place.text) == ("PD-IMP-047", HOME)
