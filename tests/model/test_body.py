"""Spans are joined, cleaned and mapped without a word going astray."""

from hypothesis import given
from hypothesis import strategies as st

from pressdesk.model.body import (
    Cell,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Table,
    block_texts,
    body_runs,
    clean_spans,
    join_spans,
    map_spans,
    plain,
)

SPANS = st.lists(
    st.builds(
        Span,
        text=st.text(st.sampled_from("ab \n\t李\x00\u00a0"), max_size=6),
        bold=st.booleans(),
        link=st.sampled_from(["", "https://example.org/", "javascript:x"]),
    ),
    max_size=6,
).map(tuple)


def test_neighbours_with_the_same_marks_become_one_span():
    spans = (Span("a", bold=True), Span("", italic=True), Span("b", bold=True), Span("c"))
    assert join_spans(spans) == (Span("ab", bold=True), Span("c"))


def test_spaces_go_at_the_ends_and_around_line_breaks_across_spans():
    spans = (Span(" a "), Span(" \n", bold=True), Span("  b", bold=True), Span(" \n "))
    assert clean_spans(spans) == (Span("a"), Span("\nb", bold=True))


def test_an_unsafe_link_leaves_its_words():
    assert clean_spans((Span("here", link="javascript:alert(1)"),)) == (Span("here"),)


@given(SPANS)
def test_cleaning_twice_is_cleaning_once(spans: tuple[Span, ...]):
    once = clean_spans(spans)
    assert clean_spans(once) == once
    text = plain(once)
    assert text == text.strip(" \n")
    assert " \n" not in text
    assert "\n " not in text


@given(SPANS)
def test_cleaning_keeps_every_visible_character_and_its_marks(spans: tuple[Span, ...]):
    def visible(given: tuple[Span, ...]) -> list[tuple[str, bool]]:
        return [
            (char, span.bold) for span in given for char in span.text if char not in " \n\t\x00"
        ]

    assert visible(clean_spans(spans)) == visible(spans)


def test_a_table_gives_its_cells_in_reading_order():
    rows = ((Cell((Span("a"),)), Cell((Span("b"),))), (Cell(), Cell((Span("c"),))))
    table = Table(id="b1", rows=rows, align=("", "right"))
    assert block_texts(table) == ("a", "b", "", "c")
    shouted = map_spans(table, lambda spans: tuple(Span(span.text.upper()) for span in spans))
    assert block_texts(shouted) == ("A", "B", "", "C")


def test_a_figure_gives_its_caption():
    assert block_texts(Figure(id="b1", photo="f1", caption=(Span("Dawn"),))) == ("Dawn",)


def test_what_prints_as_one_is_a_run_and_no_block_is_lost():
    blocks = (
        Paragraph("b1"),
        Paragraph("b2"),
        ListItem("b3"),
        ListItem("b4", level=1),
        Heading("b5"),
        Quote("b6", speaker="p1"),
        Quote("b7", speaker="p1"),
        Quote("b8", speaker="p2"),
        Quote("b9"),
        ListItem("b10"),
    )

    runs = [*body_runs(blocks)]

    assert [[block.id for block in run] for run in runs] == [
        ["b1"], ["b2"], ["b3", "b4"], ["b5"], ["b6", "b7"], ["b8"], ["b9"], ["b10"],
    ]  # fmt: skip
    assert [*body_runs(())] == []
