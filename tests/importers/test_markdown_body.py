"""The body of a Markdown source: each kind of block, and that no word of it is lost."""

import re
from pathlib import Path

import pytest

from pressdesk.importers import Imported
from pressdesk.model.body import (
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Table,
    block_texts,
    plain,
)
from tests.importers.sources import BODY, PEOPLE, Read, codes, refusal, texts, told


def kinds(imported: Imported) -> list[tuple[type, str]]:
    """Kind and text of each block."""
    return [(type(block), *block_texts(block)) for block in imported.release.body]  # pyright: ignore


def test_paragraphs_are_parted_by_blank_lines(read: Read):
    imported = read(PEOPLE + "One\nstill one.\n\n\n\n  Two.\n\n\tThree.\n\n      Four.\n")
    expected = ["One still one.", "Two.", "Three.", "Four."]
    assert kinds(imported) == [(Paragraph, text) for text in expected]
    assert [block.id for block in imported.release.body] == ["b1", "b2", "b3", "b4"]
    assert imported.problems == ()


@pytest.mark.parametrize(
    ("written", "level"),
    [("##", 2), ("###", 3), ("####", 4), ("#", 2), ("#####", 4), ("######", 4)],
)
def test_headings_have_levels_2_to_4_and_others_are_told(read: Read, written: str, level: int):
    imported = read(f"{PEOPLE}Text.\n\n{written} A *heading* {written}\n")
    heading = imported.release.body[1]
    assert isinstance(heading, Heading)
    assert (heading.level, plain(heading.spans)) == (level, "A heading")
    is_changed = len(written) != level
    assert told(imported) == [("PD-IMP-044", BODY + 2)] * is_changed


def test_underlined_headings_are_read(read: Read):
    imported = read(PEOPLE + "One\n===\n\nTwo\n---\n")
    assert kinds(imported) == [(Heading, "One"), (Heading, "Two")]
    assert told(imported) == [("PD-IMP-044", BODY)]


def test_seven_signs_or_no_space_make_no_heading(read: Read):
    assert kinds(read(PEOPLE + "#tag\n\n####### seven\n")) == [
        (Paragraph, "#tag"),
        (Paragraph, "####### seven"),
    ]


@pytest.mark.parametrize("front", ["", "---\ndeck: A deck\n---\n", "---\nheadline: null\n---\n"])
def test_a_first_heading_of_level_1_is_the_headline_where_none_is_given(read: Read, front: str):
    imported = read(f"{front}# Museum *opens*\n\nText.\n\n# More\n")
    assert imported.release.headline == "Museum opens"
    assert kinds(imported) == [(Paragraph, "Text."), (Heading, "More")]
    assert codes(imported) == ["PD-IMP-044"]


def test_lists_have_kinds_and_levels(read: Read):
    imported = read(PEOPLE + "- a\n  1. b\n     - c\n  2. d\n- e\n\n1. f\n")
    items = imported.release.body
    assert all(isinstance(item, ListItem) for item in items)
    assert [(i.level, i.numbered) for i in items if isinstance(i, ListItem)] == [
        (0, False),
        (1, True),
        (2, False),
        (1, True),
        (0, False),
        (0, True),
    ]
    assert texts(imported) == ["a", "b", "c", "d", "e", "f"]
    assert imported.problems == ()


def test_a_list_of_the_same_kind_that_follows_begins_anew(read: Read):
    items = read(PEOPLE + "- a\n- b\n\n* c\n* d\n").release.body
    begins = [item.begins for item in items if isinstance(item, ListItem)]
    assert begins == [False, False, True, False]


def test_what_a_list_item_cannot_hold_becomes_its_text_and_is_told(read: Read):
    text = "- a\n\n  b\n\n  ## c\n\n  > d\n\n  ```\n  e\n  ```\n\n  - f\n\n  g\n"
    imported = read(PEOPLE + text)
    assert kinds(imported) == [(ListItem, "a\nb\nc\nd\ne\ng"), (ListItem, "f")]
    assert told(imported) == [("PD-IMP-047", BODY)]


def test_a_list_that_does_not_begin_with_1_is_told(read: Read):
    imported = read(PEOPLE + "3. a\n4. b\n")
    assert kinds(imported) == [(ListItem, "a"), (ListItem, "b")]
    assert told(imported) == [("PD-IMP-047", BODY)]


def test_lists_deeper_than_nine_levels_are_raised_and_told(read: Read):
    imported = read(PEOPLE + "\n".join(f"{'  ' * depth}- {depth}" for depth in range(12)))
    levels = [item.level for item in imported.release.body if isinstance(item, ListItem)]
    assert levels == [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8]
    assert texts(imported) == [str(depth) for depth in range(12)]
    assert told(imported) == [("PD-IMP-047", BODY + 9)]


@pytest.mark.parametrize(
    ("written", "speaker"),
    [
        ("> Said.\n> — Mira Harlow", "p1"),
        ("> Said.\n> —Mira  harlow", "p1"),
        ("> Said.  \n> — Mira Harlow", "p1"),
        ("> Said.\\\n> — **Mira Harlow**", "p1"),
        ("> Said.\n>\n> -- Mira Harlow, director", "p1"),
        ("> Said.\n> – Mira Harlow, director, River Museum", "p1"),
        ("> Said.\n> — Mira Harlow，director，River Museum", "p1"),
        ("> Said.\n> ——林文", "p2"),
        ("> Said.\n> — LIN", "p2"),
        ("> Said.\n> — Wen LIN", "p2"),
        ("> Said.\n> — #p3", "p3"),
    ],
)
def test_a_quotation_belongs_to_the_person_in_its_last_line(read: Read, written: str, speaker: str):
    imported = read(PEOPLE + written)
    (quote,) = imported.release.body
    assert isinstance(quote, Quote)
    assert (plain(quote.spans), quote.speaker) == ("Said.", speaker)
    assert imported.problems == ()


@pytest.mark.parametrize(
    "name", ["Nobody", "Harlow", "Mira Harlow, curator", "林文，主任", "“Mira Harlow”", "#p4"]
)
def test_a_name_nobody_has_stays_text_and_is_told(read: Read, name: str):
    imported = read(f"{PEOPLE}> Said.\n> — {name}\n")
    (quote,) = imported.release.body
    assert isinstance(quote, Quote)
    assert (plain(quote.spans), quote.speaker) == (f"Said.\n— {name}", "")
    assert told(imported) == [("PD-IMP-043", BODY + 1)]
    assert imported.problems[0].place.text == name


def test_every_paragraph_of_a_quotation_has_its_speaker(read: Read):
    imported = read(PEOPLE + "> One.\n>\n> Two.\n> — Mira Harlow\n\n> Three.\n")
    quotes = [block for block in imported.release.body if isinstance(block, Quote)]
    assert [(plain(quote.spans), quote.speaker) for quote in quotes] == [
        ("One.", "p1"),
        ("Two.", "p1"),
        ("Three.", ""),
    ]


@pytest.mark.parametrize(
    "written", ["> — Mira Harlow", "> Said — Mira Harlow", "> Said.\n\n— Mira Harlow"]
)
def test_a_name_that_closes_no_quotation_stays_text(read: Read, written: str):
    imported = read(PEOPLE + written)
    assert all(getattr(block, "speaker", "") == "" for block in imported.release.body)
    assert texts(imported)[-1].endswith("— Mira Harlow")


def test_what_a_quotation_cannot_hold_becomes_its_paragraphs_and_is_told(read: Read):
    imported = read(PEOPLE + "> ## One\n>\n> - Two\n>\n> > Three\n>\n> Four\n> — Mira Harlow\n")
    assert kinds(imported) == [(Quote, text) for text in ("One", "Two", "Three", "Four")]
    assert told(imported) == [("PD-IMP-047", BODY)]


def test_a_name_below_a_table_stays_text(read: Read):
    imported = read(PEOPLE + "> | a |\n> |---|\n> | 1 |\n>\n> — Mira Harlow\n")
    assert [type(block) for block in imported.release.body] == [Quote, Table]
    assert texts(imported) == ["— Mira Harlow", "a", "1"]


@pytest.mark.parametrize(
    "mark",
    ["###", "# # #", "-30-", "- 30 -", "—30—", "ENDS", "-ENDS-", "（完）", "(完)", "【全文完】"],
)
@pytest.mark.parametrize("before", ["Text.\n\n", "Text.\n", "> Text.\n\n"])
def test_an_end_mark_that_ends_the_body_is_no_text(read: Read, before: str, mark: str):
    imported = read(f"{PEOPLE}{before}{mark}\n\n")
    assert texts(imported) == ["Text."]
    assert imported.problems == ()


@pytest.mark.parametrize("mark", ["-30-", "ENDS", "（完）"])
def test_an_end_mark_in_the_middle_stays(read: Read, mark: str):
    assert texts(read(f"{PEOPLE}Text.\n\n{mark}\n\nNote.")) == ["Text.", mark, "Note."]


@pytest.mark.parametrize("mark", ["###", "# # #"])
def test_number_signs_in_the_middle_are_left_out_and_told(read: Read, mark: str):
    imported = read(f"{PEOPLE}Text.\n\n{mark}\n\nNote.")
    assert texts(imported) == ["Text.", "Note."]
    assert told(imported) == [("PD-IMP-050", BODY + 2)]


@pytest.mark.parametrize("mark", ["\\###", "**ENDS**", "The story ends", "ENDS."])
def test_words_that_look_like_an_end_mark_stay(read: Read, mark: str):
    assert len(texts(read(f"{PEOPLE}Text.\n\n{mark}\n"))) == 2


def test_code_becomes_a_paragraph_and_is_told(read: Read):
    imported = read(PEOPLE + "```python\nx = *1*\n\n  <y>\n```\n\n~~~\nENDS\n~~~\n\n```\n```\n")
    assert kinds(imported) == [(Paragraph, "python\nx = *1*\n\n<y>"), (Paragraph, "ENDS")]
    assert told(imported) == [("PD-IMP-047", BODY + line) for line in (0, 6, 10)]


def test_html_is_text(read: Read):
    html = (
        '<div class="a">\n<p>Hi</p>\n</div>\n\n<!-- note -->\n\n<script>alert(1)</script> <b>x</b>'
    )
    imported = read(PEOPLE + html)
    assert kinds(imported) == [(Paragraph, part.replace("\n", " ")) for part in html.split("\n\n")]
    assert imported.problems == ()


@pytest.mark.parametrize("rule", ["---", "***", "* * *", "_____"])
def test_rules_are_left_out_and_told(read: Read, rule: str):
    imported = read(f"{PEOPLE}One.\n\n{rule}\n\nTwo.\n")
    assert texts(imported) == ["One.", "Two."]
    assert told(imported) == [("PD-IMP-047", BODY + 2)]


def test_an_address_nothing_uses_is_told_with_its_words(read: Read):
    imported = read(PEOPLE + "Text.\n\n[Note]: later\n")
    assert texts(imported) == ["Text."]
    (problem,) = imported.problems
    assert (problem.place.line, problem.place.text) == (BODY + 2, "[Note]: later")


@pytest.mark.parametrize("text", [">" * 60 + " a", "- " * 60 + "a", "> - " * 5000 + "a"])
def test_what_is_nested_too_deep_is_refused(read: Read, text: str):
    error = refusal(read, PEOPLE + text)
    assert (error.code, "50 levels" in error.why) == ("PD-IMP-007", True)


@pytest.mark.parametrize(
    "text",
    ["[" * 3000 + "a", "*a " * 3000, "![" * 3000 + "a", "a" + "`" * 3000, "~a " * 3000 + "a"],
)
def test_marks_that_nest_nothing_are_text(read: Read, text: str):
    assert texts(read(PEOPLE + text)) == [text.strip()]


def test_an_empty_body_is_an_empty_release(read: Read):
    for body in ("", "\n\n", "###\n", ">\n", "##\n", "-\n"):
        assert read(PEOPLE + body).release.body == ()


def test_the_seed_is_read_without_a_loss(read: Read, seed: Path):
    source = (seed / "release.md").read_text(encoding="utf-8")
    imported = read(source, photos=seed)
    figures = [block for block in imported.release.body if isinstance(block, Figure)]
    assert (len(figures), len(imported.release.people)) == (3, 4)
    body = source.split("---\n", 2)[2]
    words = re.findall(r"\w+", re.sub(r"\]\([^)]*\)", "", body))
    assert re.findall(r"\w+", " ".join(texts(imported))) == words
