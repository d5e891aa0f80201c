"""Clipboards in the shape programs make them: every word, list, link and mark comes in."""

import itertools
import re
from html import unescape
from pathlib import Path

import pytest

from pressdesk.importers.html import Passage, read_html
from pressdesk.importers.html_clipboard import clipboard_fragment
from pressdesk.model.body import block_texts
from tests.importers.clipboard_golden import golden_text

CLIPBOARDS = sorted((Path(__file__).parent / "clipboards").glob("*.html"))

LEFT_OUT = {
    "news_site": "Share on Facebook Tweet Mail Copy link Subscribe window never ads push p",
    "outlook_web": "Preheader nobody sees",
    "wikipedia": "edit hidden key Towers",
    "word_desktop": "entire MH1 Is that so",
    "wordpress_gutenberg": "reading Opening hours",
}
"""Words that stand in the source and are not for the reader."""


def paste(path: Path) -> Passage:
    with path.open(encoding="utf-8", newline="") as stream:
        source = stream.read()
    numbers = itertools.count(1)
    return read_html(clipboard_fragment(source), lambda: f"b{next(numbers)}")


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def test_there_are_clipboards_of_at_least_twenty_two_programs():
    assert len(CLIPBOARDS) >= 22


@pytest.mark.parametrize("path", CLIPBOARDS, ids=lambda path: path.stem)
def test_a_clipboard_keeps_its_meaning_and_loses_its_looks(path: Path):
    expected = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert golden_text(paste(path)) == expected


@pytest.mark.parametrize("path", CLIPBOARDS, ids=lambda path: path.stem)
def test_every_word_of_a_clipboard_comes_in(path: Path):
    source = clipboard_fragment(path.read_text(encoding="utf-8"))
    for markup in (r"(?s)<!--.*?-->", r"(?si)<style.*?</style>", r"(?s)<[^>]*>"):
        source = re.sub(markup, " " if markup.endswith("[^>]*>") else "", source)
    source = re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", unescape(source))
    passage = paste(path)
    kept = "".join("".join(block_texts(block)) for block in passage.blocks)
    missing = [word for word in words(source) if word not in kept and not is_marker(word)]
    assert [word for word in missing if word not in words(LEFT_OUT.get(path.stem, ""))] == []


def is_marker(word: str) -> bool:
    """Bullets and numbers of Word's lists are not text here."""
    return word in ("1", "2", "a", "o")


@pytest.mark.parametrize("path", CLIPBOARDS, ids=lambda path: path.stem)
def test_a_clipboard_is_the_same_with_every_line_ended_as_windows_does(path: Path):
    source = path.read_text(encoding="utf-8")
    numbers = itertools.count(1)
    passage = read_html(
        clipboard_fragment(source.replace("\n", "\r\n")), lambda: f"b{next(numbers)}"
    )
    assert passage == paste(path)
