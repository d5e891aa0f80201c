"""Text is cleaned of what no file format can carry, and of nothing else."""

import sys

import pytest

from pressdesk.model.text import (
    clean_line,
    clean_paragraphs,
    clean_text,
    count_invisible,
    count_words,
    paragraphs,
    safe_link,
)


def test_every_kind_of_line_break_becomes_one():
    assert clean_text("a\r\nb\rc\vd\fe\u2028f\u2029g\x85h") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_controls_surrogates_and_noncharacters_are_dropped_and_counted():
    text = "a\x00b\x07c\x9fd\ud800e\ufffef\U0001ffffg"
    assert clean_text(text) == "abcdefg"
    assert count_invisible(text) == 6


def test_text_that_python_calls_printable_holds_nothing_to_clean():
    printable = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))
    # The break at its end lets clean_text look at every character.
    assert clean_text(f"{printable}\n") == f"{printable}\n"


@pytest.mark.parametrize("text", ["e\u0301", "ﬁ", "\u00a0x\u00a0", "a\u200bb", "\u202eabc", "👩‍👧"])
def test_what_a_file_can_carry_stays_as_it_is(text: str):
    assert clean_text(text) == text


def test_a_line_has_no_breaks_and_no_loose_ends():
    assert clean_line("  River\n museum\t") == "River  museum"


def test_paragraphs_are_split_at_blank_lines():
    text = clean_paragraphs("\n One \n two\n\n\n\nThree\n")
    assert text == "One\ntwo\n\nThree"
    assert paragraphs(text) == ("One\ntwo", "Three")


@pytest.mark.parametrize(
    "target",
    ["https://example.org/a?b=c#d", "http://例え.jp/", "mailto:press@example.org", "tel:+4420"],
)
def test_links_of_the_four_schemes_stay(target: str):
    assert safe_link(target) == target


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:x",
        "\x01javascript:x", "data:text/html,x", "vbscript:x", "//example.org/x", "/etc/passwd",
        "file:///etc/passwd", "http://", "https:", "mailto:", "", "http://[bad",
    ],
)  # fmt: skip
def test_other_links_do_not_come_in(target: str):
    assert safe_link(target) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The museum's well-known wing", 4),
        ("河边博物馆", 5),
        ("新闻（2026年）", 4),
        ("Prof. 李 said: “yes”", 4),
    ],
)
def test_words_are_counted_as_word_processors_do(text: str, words: int):
    assert count_words(text) == words
