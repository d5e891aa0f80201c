"""The difference of two texts, put into marked text."""

from hypothesis import given
from hypothesis import strategies as st

from pressdesk.model.body import Span, plain
from pressdesk.model.splice import Splice, splice_between, splice_spans

_TEXTS = st.text("ab c😀李", max_size=12)


def test_a_letter_typed_in_the_middle_is_a_splice_of_one_letter():
    assert splice_between("Lakeford", "Lakesford") == Splice(4, 0, "s")


def test_equal_texts_differ_by_nothing():
    assert splice_between("same", "same") == Splice(4, 0, "")


@given(_TEXTS, _TEXTS)
def test_a_splice_makes_one_text_of_the_other(old: str, new: str):
    splice = splice_between(old, new)
    assert old[: splice.start] + splice.added + old[splice.start + splice.removed :] == new


@given(st.lists(_TEXTS, max_size=4), _TEXTS)
def test_marked_text_is_spliced_like_plain_text(parts: list[str], new: str):
    spans = tuple(Span(part, bold=bool(place % 2)) for place, part in enumerate(parts))
    assert plain(splice_spans(spans, splice_between(plain(spans), new))) == new


def test_what_is_typed_takes_the_marks_of_the_letter_before_it():
    spans = (Span("one "), Span("two", bold=True), Span(" three"))
    typed = splice_spans(spans, splice_between("one two three", "one twos three"))
    assert typed == (Span("one "), Span("twos", bold=True), Span(" three"))


def test_what_is_typed_behind_a_link_is_no_part_of_it():
    link = "https://example.org"
    spans = (Span("page", link=link), Span("."))
    typed = splice_spans(spans, Splice(4, 0, "s"))
    assert typed == (Span("page", link=link), Span("s."))


def test_marks_stay_where_words_before_them_are_deleted():
    spans = (Span("one "), Span("two", italic=True))
    assert splice_spans(spans, Splice(0, 4, "")) == (Span("two", italic=True),)
