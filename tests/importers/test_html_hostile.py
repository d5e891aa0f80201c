"""Hostile HTML: nothing of it runs, nothing is fetched, nothing crashes the reader."""

import itertools
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pressdesk.importers.html import LIMIT_CHARACTERS, Passage, read_html
from pressdesk.importers.html_clipboard import clipboard_fragment
from pressdesk.model.body import block_spans, plain
from pressdesk.model.problem import PressDeskError
from pressdesk.model.text import clean_text, safe_link

REPO = Path(__file__).resolve().parents[2]


def paste(source: str) -> Passage:
    numbers = itertools.count(1)
    return read_html(clipboard_fragment(source), lambda: f"b{next(numbers)}")


def assert_harmless(passage: Passage) -> None:
    for block in passage.blocks:
        for spans in block_spans(block):
            assert clean_text(plain(spans)) == plain(spans)
            for span in spans:
                assert span.link == safe_link(span.link)
                assert re.match(r"$|https?://|mailto:|tel:", span.link, re.IGNORECASE)
    assert all("svg" not in picture.name.rpartition(".")[2] for picture in passage.pictures)


def inputs(value: Any) -> Iterator[str]:
    """Every string of a JSON file of tests, however deep."""
    pending = [value]
    while pending:
        match pending.pop():
            case str() as text:
                yield text
            case dict() as entries:
                pending += entries.values()
            case list() as items:
                pending += items


@pytest.fixture(scope="module")
def hostile(corpus: Path) -> list[str]:
    folder = corpus / "hostile"
    found = list(json.loads((folder / "domxss" / "payloads.json").read_text("utf-8")))
    sheet = (folder / "owasp" / "XSS_Filter_Evasion_Cheat_Sheet.md").read_text("utf-8")
    found += [sheet, *sheet.splitlines(), *re.findall(r"(?s)```\w*\n(.*?)```", sheet)]
    for path in sorted((folder / "html5lib").iterdir()):
        text = path.read_bytes().decode("utf-8", "replace")
        found.append(text)
        if path.suffix == ".dat":
            found += re.findall(r"(?ms)^#data\n(.*?)\n#(?:errors|encoding)", text)
        elif path.suffix == ".test":
            found += inputs(json.loads(text))
    return found


def test_no_hostile_string_brings_in_a_link_that_is_not_allowed(hostile: list[str]):
    assert len(hostile) > 3000
    for source in hostile:
        assert_harmless(paste(source))
        assert_harmless(paste(f"<ul><li>{source}<table><td>{source}</table>"))


def test_no_hostile_string_opens_a_file_or_a_connection(hostile: list[str]):
    program = """
import itertools, json, sys
from pressdesk.importers.html import read_html
from pressdesk.importers.html_clipboard import clipboard_fragment
sources = json.load(sys.stdin)
warm = "<p><a href='https://\u00e9\u2100.example'>warm</a><img src='data:image/png;base64,AA'>"
clipboard_fragment("<\\0"), clipboard_fragment("\\0<")  # each encoding is a module to load
read_html(warm, iter(["b1"]).__next__)
def refuse(event, arguments):
    if event.startswith(("open", "socket", "urllib", "subprocess", "os.", "exec")):
        raise SystemExit(f"{event} {arguments}")
sys.addaudithook(refuse)
for source in sources:
    numbers = itertools.count(1)
    read_html(clipboard_fragment(source), lambda: f"b{next(numbers)}")
sys.stdout.write("calm")
"""
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=REPO,
        input=json.dumps(hostile),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert (run.stdout, run.stderr) == ("calm", "")


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 10_000 + "core" + "</div>" * 10_000,
        "<b>" * 10_000 + "core",
        "<ul><li>" * 10_000 + "core",
        "<table><tr><td>" * 10_000 + "core",
        "<blockquote><p>" * 10_000 + "core",
        "<figure><figcaption>" * 10_000 + "core",
        "<q>" * 10_000 + "core",
        "<p><b><i>" * 10_000 + "core" + "</b>" * 10_000,
        "<div>" * 10_000 + "<table><tr><td>" + "</div>" * 10_000 + "core",
        "core" + "</p></table></td></li>" * 10_000,
    ],
    ids=range(10),
)
def test_ten_thousand_levels_are_read_and_the_words_in_them_kept(source: str):
    passage = paste(source)
    said = [plain(spans) for block in passage.blocks for spans in block_spans(block)]
    assert "core" in " ".join(said)


@pytest.mark.parametrize(
    "source",
    [
        "<!--" * 100_000,
        "<script>" * 100_000,
        "<" * 100_000,
        "&#" * 100_000,
        "<a b='" * 100_000,
        "<style>" + "@a{b{c}" * 50_000,
        "<style>" + "/*" * 100_000,
        "<p>" + "\xa0" * 200_000 + "x",
        "<p>x" + "<br> " * 100_000,
        f"<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{'a.' * 100_000}",
        "<style>" * 50_000 + "<!--StartFragment-->",
        "<body " + " " * 200_000 + "<!--StartFragment-->",
    ],
    ids=range(12),
)
def test_what_begins_and_never_ends_is_read_to_the_end(source: str):
    assert_harmless(paste(source))


def test_a_table_that_claims_a_million_columns_stays_small():
    passage = paste("<table>" + "<tr><td colspan=1000000 rowspan=1000000>x" * 500 + "</table>")
    cells = [plain(spans) for block in passage.blocks for spans in block_spans(block)]
    assert cells.count("x") == 500
    assert len(cells) <= 500 * 64


def test_entities_are_never_defined_by_the_source():
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/passwd">]><p>&b;&f;</p>'
    )
    texts = [plain(spans) for block in paste(bomb).blocks for spans in block_spans(block)]
    assert texts[-1] == "&b;&f;"
    assert "ha" not in "".join(texts)


def test_zero_bytes_and_half_characters_are_left_out():
    passage = paste("<p>a\0b\ud800c&#0;&#xD800;&#x1F;d</p>")
    assert [plain(spans) for block in passage.blocks for spans in block_spans(block)] == [
        "abc\ufffd\ufffdd"
    ]


def test_more_than_the_limit_is_refused_with_its_size():
    with pytest.raises(PressDeskError) as caught:
        paste("x" * (LIMIT_CHARACTERS + 1))
    assert caught.value.code == "PD-IMP-014"
    assert "20.0 million" in caught.value.why
    assert "20 million" in caught.value.why
