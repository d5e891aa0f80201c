"""Blocks written as plain HTML by a writer of its own come back as they were."""

import html
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pressdesk.importers.html import read_html
from pressdesk.model.body import (
    Block,
    Cell,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    clean_spans,
    plain,
)

WORDS = (
    "river",
    "Ufer",
    "<b>",
    "&amp;",
    "x < y",
    "“said”",
    "中文",
    "a\xa0b",
    "3 cm",
    "—",
    "'",
    '"',
    "é",
)
LINKS = ("", "", "https://example.org/?a=1&b=2", "mailto:press@example.org", "tel:+4912345")

NAMES = (
    "p b i ul li table td figure figcaption blockquote q div span button svg s thead tr caption h1"
)
TAGS = (
    *(f"<{slash}{name}>" for name in NAMES.split() for slash in ("", "/")),
    *("<th>", "<br>", "<a href=https://x.example>", "</a>", "<s hidden>", "<pre>", " "),
    *("text", "text"),
)
Alignment = Literal["", "left", "center", "right"]
alignments: st.SearchStrategy[Alignment] = st.sampled_from(("", "left", "center", "right"))

spans = st.builds(
    Span,
    text=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
    bold=st.booleans(),
    italic=st.booleans(),
    underline=st.booleans(),
    strike=st.booleans(),
    script=st.sampled_from(("", "", "sub", "sup")),
    link=st.sampled_from(LINKS),
    lang=st.sampled_from(("", "", "fr", "zh-Hant")),
)


@st.composite
def texts(draw: st.DrawFn, least: int = 1, *, may_be_bold: bool = True) -> Spans:
    parts: list[Span] = []
    for span in draw(st.lists(spans, min_size=least, max_size=4)):
        if parts:
            parts.append(Span(draw(st.sampled_from((" ", "\n", " und ")))))
        # A link is underlined by its look; a language is that of letters.
        has_letters = any(map(str.isalpha, span.text))
        parts.append(
            replace(
                span,
                underline=span.underline and not span.link,
                lang=span.lang if has_letters else "",
            )
        )
    if parts and not may_be_bold:
        parts.append(Span(" end"))
    return clean_spans(parts)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(2, 4))
    rows = [
        tuple(Cell(draw(texts(column == 0, may_be_bold=False))) for column in range(width))
        for _ in range(draw(st.integers(2, 4)))
    ]
    align: tuple[Alignment, ...] = tuple(draw(alignments) for _ in range(width))
    return Table(id="b", rows=tuple(rows), align=align, header=draw(st.booleans()))


blocks = st.one_of(
    st.builds(Paragraph, id=st.just("b"), spans=texts()),
    st.builds(Heading, id=st.just("b"), spans=texts(may_be_bold=False), level=st.integers(2, 4)),
    st.builds(Quote, id=st.just("b"), spans=texts()),
    st.builds(
        ListItem,
        id=st.just("b"),
        spans=texts(),
        numbered=st.booleans(),
        level=st.integers(0, 3),
        begins=st.booleans(),
    ),
    tables(),
)


def normal(body: Sequence[Block]) -> tuple[Block, ...]:
    """Number the ids, and let an item begin a list only where one of its kind is open."""
    made: list[Block] = []
    is_open: dict[int, bool] = {}
    for number, block in enumerate(body, 1):
        block = replace(block, id=f"b{number}")  # noqa: PLW2901
        if isinstance(block, ListItem):
            begins = block.begins and is_open.get(block.level) == block.numbered
            is_open = {level: kind for level, kind in is_open.items() if level < block.level}
            is_open[block.level] = block.numbered
            block = replace(block, begins=begins)  # noqa: PLW2901
        else:
            is_open = {}
        made.append(block)
    return tuple(made)


def written(body: tuple[Block, ...]) -> str:
    return f'<html lang="en"><body>{"".join(pieces(body))}</body></html>'


def pieces(body: tuple[Block, ...]) -> Iterator[str]:
    lists: list[str] = []
    for block in body:
        depth = block.level + 1 if isinstance(block, ListItem) else 0
        while len(lists) > depth:
            yield f"</{lists.pop()}>"
        match block:
            case ListItem():
                tag = "ol" if block.numbered else "ul"
                if len(lists) == depth and (lists[-1] != tag or block.begins):
                    yield f"</{lists.pop()}>"
                while len(lists) < depth:
                    lists.append(tag)
                    yield f"<{tag}>"
                yield f"<li>{inline(block.spans)}</li>\n"
            case Heading():
                yield f"<h{block.level}>{inline(block.spans)}</h{block.level}>\n"
            case Quote():
                yield f"<blockquote>\n<p>{inline(block.spans)}</p>\n</blockquote>\n"
            case Table():
                yield table(block)
            case Paragraph():
                yield f"<p>\n  {inline(block.spans)}\n</p>\n"
            case _:
                raise AssertionError(block)
    while lists:
        yield f"</{lists.pop()}>"


def table(block: Table) -> str:
    rows: list[str] = []
    for number, row in enumerate(block.rows):
        tag = "th" if block.header and number == 0 else "td"
        cells = [
            f'<{tag} style="text-align: {align or "start"}">{inline(cell.spans)}</{tag}>'
            for cell, align in zip(row, block.align, strict=True)
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>\n")
    return f"<table>\n{''.join(rows)}</table>\n"


def inline(run: Spans) -> str:
    return "".join(map(marked, run))


def marked(span: Span) -> str:
    text = html.escape(span.text).replace("\n", "<br>\n")
    for tag, is_set in (
        ("b", span.bold),
        ("i", span.italic),
        ("u", span.underline),
        ("s", span.strike),
        (span.script, bool(span.script)),
    ):
        if is_set:
            text = f"<{tag}>{text}</{tag}>"
    if span.lang:
        text = f'<span lang="{span.lang}">{text}</span>'
    return f'<a href="{html.escape(span.link)}">{text}</a>' if span.link else text


@given(st.lists(blocks, max_size=6).map(normal))
def test_blocks_written_as_html_come_back_equal(body: tuple[Block, ...]):
    numbers = itertools.count(1)
    passage = read_html(written(body), lambda: f"b{next(numbers)}")
    assert passage.blocks == body
    assert passage.dropped == ()


@given(st.text(max_size=200))
def test_any_text_at_all_is_read_without_an_error(source: str):
    numbers = itertools.count(1)
    for block in read_html(source, lambda: f"b{next(numbers)}").blocks:
        assert not isinstance(block, Table) or block.rows


@given(st.lists(st.sampled_from(TAGS), max_size=30).map("".join))
def test_tags_in_any_order_lose_no_text_that_is_shown_and_raise_nothing(source: str):
    numbers = itertools.count(1)
    passage = read_html(source, lambda: f"b{next(numbers)}")
    if not re.search("<(?:button|svg|s hidden)", source):
        shown = sum(plain(run).count("text") for run in runs(passage.blocks))
        assert shown == source.count("text")


def runs(body: tuple[Block, ...]) -> Iterator[Spans]:
    for block in body:
        if isinstance(block, Table):
            yield from (cell.spans for row in block.rows for cell in row)
        elif isinstance(block, Paragraph | Heading | Quote | ListItem):
            yield block.spans
