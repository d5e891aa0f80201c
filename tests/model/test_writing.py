"""Cutting, splitting and joining a body: what no edit may do, whatever the range."""

from hypothesis import given
from hypothesis import strategies as st

from pressdesk.model.body import (
    Body,
    Cell,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Table,
    plain,
)
from pressdesk.model.kinds import list_numbers, move, set_kind, set_level, set_speaker
from pressdesk.model.passages import Passage, excerpt, insert_passage
from pressdesk.model.spans import change, cut, differing, put, retext, set_mark, take_out
from pressdesk.model.writing import (
    Point,
    cut_back,
    delete,
    end_of,
    is_solid,
    join_back,
    join_on,
    split,
    text_of,
)

_TEXT = st.text("ab 中😀", max_size=5)
_SPANS = _TEXT.map(lambda text: (Span(text),) if text else ())


def _named(blocks: list[object]) -> Body:
    return tuple(block(f"b{number}") for number, block in enumerate(blocks))  # type: ignore[operator]


_BLOCK = st.one_of(
    _SPANS.map(lambda spans: lambda name: Paragraph(name, spans)),
    _SPANS.map(lambda spans: lambda name: Heading(name, spans)),
    _SPANS.map(lambda spans: lambda name: ListItem(name, spans)),
    _SPANS.map(lambda spans: lambda name: Quote(name, spans, speaker="p1")),
    _SPANS.map(lambda spans: lambda name: Figure(name, f"f{name}", spans)),
    st.just(lambda name: Table(name, ((Cell(),),), ("",))),
)
_BODIES = st.lists(_BLOCK, min_size=1, max_size=6).map(_named)


@st.composite
def ranges(draw: st.DrawFn) -> tuple[Body, Point, Point]:
    body = draw(_BODIES)
    places: list[Point] = []
    for _ in range(2):
        number = draw(st.integers(0, len(body) - 1))
        offset = draw(st.integers(0, end_of(body, number).offset))
        places.append(Point(number, offset))
    return body, min(places), max(places)


def pictures(body: Body) -> dict[str, str]:
    """Each picture with the text of its caption."""
    return {block.photo: plain(block.caption) for block in body if isinstance(block, Figure)}


def sound(body: Body) -> None:
    assert body
    names = [block.id for block in body]
    assert len(set(names)) == len(names)


@given(ranges())
def test_deleting_over_blocks_leaves_each_caption_as_it_was_or_takes_the_figure(
    given_range: tuple[Body, Point, Point],
):
    body, start, end = given_range
    changed = delete(body, start, end)
    sound(changed.body)
    before, after = pictures(body), pictures(changed.body)
    if start.block != end.block:
        assert all(before[photo] == caption for photo, caption in after.items())
    assert end_of(changed.body, changed.at.block) >= changed.at
    kept = {block.id for block in changed.body}
    for block in (*body[: start.block], *body[end.block + 1 :]):
        assert any(block is other for other in changed.body) or block.id not in kept


@given(ranges())
def test_a_range_is_only_ever_cut_back(given_range: tuple[Body, Point, Point]):
    body, start, end = given_range
    first, last = cut_back(body, start, end)
    assert start <= first <= last <= end


@given(ranges())
def test_splitting_and_joining_keep_pictures_and_words(given_range: tuple[Body, Point, Point]):
    body, start, _ = given_range
    words = "".join(plain(text_of(block)) for block in body)
    for changed in (split(body, start), join_back(body, start.block), join_on(body, start.block)):
        sound(changed.body)
        assert "".join(plain(text_of(block)) for block in changed.body) == words
        assert pictures(changed.body).keys() == pictures(body).keys()
        assert 0 <= changed.at.block < len(changed.body)


@given(source=ranges(), target=ranges(), inline=st.booleans())
def test_what_is_pasted_is_there_and_no_id_twice(
    source: tuple[Body, Point, Point], target: tuple[Body, Point, Point], inline: bool
):
    taken = excerpt(*source)
    body, at, _ = target
    changed = insert_passage(body, at, Passage(taken.blocks, is_inline=inline))
    sound(changed.body)
    assert end_of(changed.body, changed.at.block) >= changed.at
    words = "".join(plain(text_of(block)) for block in (*body, *taken.blocks))
    assert sorted("".join(plain(text_of(block)) for block in changed.body)) == sorted(words)
    solid = [block for block in (*body, *taken.blocks) if is_solid(block)]
    assert sum(map(is_solid, changed.body)) == len(solid)


@given(ranges())
def test_an_excerpt_holds_a_figure_only_whole(given_range: tuple[Body, Point, Point]):
    body, start, end = given_range
    captions = pictures(body)
    for photo, caption in pictures(excerpt(body, start, end).blocks).items():
        assert captions[photo] == caption


@given(_SPANS, _TEXT)
def test_a_new_text_is_the_text(spans: tuple[Span, ...], text: str):
    assert plain(retext(spans, text)) == text


@given(_TEXT, _TEXT)
def test_what_two_texts_share_is_found_at_both_ends(old: str, new: str):
    front, back = differing(old, new)
    assert old[:front] == new[:front]
    assert old[len(old) - back :] == new[len(new) - back :]
    assert front + back <= min(len(old), len(new))


def test_spans_are_cut_put_in_and_marked_by_characters():
    spans = (Span("a😀"), Span("bc", bold=True))
    assert cut(spans, 1, 3) == (Span("😀"), Span("b", bold=True))
    assert put(spans, 2, (Span("x"),)) == (Span("a😀x"), Span("bc", bold=True))
    assert take_out(spans, 1, 3) == (Span("a"), Span("c", bold=True))
    marked = change(spans, 2, 4, lambda span: set_mark(span, "bold", on=False))
    assert marked == (Span("a😀bc"),)


def test_new_words_of_a_text_take_the_marks_before_them_but_no_link():
    spans = (Span("see "), Span("here", link="https://example.org/"))
    assert retext(spans, "see here now") == (*spans, Span(" now"))


def test_whole_lines_that_are_deleted_leave_the_next_block_what_it_is():
    body = (Heading("h1", (Span("Head"),)), Paragraph("b1", (Span("Text"),)))
    assert delete(body, Point(0, 0), Point(1, 0)).body == (body[1],)


def test_a_list_is_numbered_as_its_rules_say():
    body = (
        ListItem("a", numbered=True),
        ListItem("b", level=1, numbered=True),
        ListItem("c", level=1),
        ListItem("d", numbered=True),
        ListItem("e", numbered=True, begins=True),
        ListItem("f", level=1, numbered=True),
        Paragraph("p"),
        ListItem("g", numbered=True),
    )
    assert list_numbers(body, 3) == (0, [1, 1, 1, 2, 1, 1])
    assert list_numbers(body, 7) == (7, [1])


def test_kinds_levels_speakers_and_order_change_only_what_they_mean():
    body = (Paragraph("a"), Figure("g", "f"), Quote("q", speaker="p1"), Quote("r", speaker="p1"))
    assert set_kind(body, 0, 1, "quote")[1] is body[1]
    assert set_kind((Quote("q", speaker="p1"), Paragraph("b")), 1, 1, "quote")[1] == Quote(
        "b", speaker="p1"
    )
    assert set_speaker(body, 3, 3, "p2")[2] == Quote("q", speaker="p2")
    assert set_level(body, 0, 3, 1) == body
    assert [block.id for block in move(body, 1, 1, up=True)] == ["g", "a", "q", "r"]
    assert move(body, 0, 1, up=True) is body
