from hypothesis import given
from hypothesis import strategies as st

from pressdesk.model.body import Span, Spans, join_spans, plain
from pressdesk.model.text import count_words, tokens
from pressdesk.model.texts import Where
from pressdesk.review.differences import TextChange
from pressdesk.review.pieces import (
    added_text,
    compare_spans,
    compare_text,
    count_added,
    count_removed,
    removed_text,
)
from tests.strategies import marked, texts

HERE = Where("body", "b1")
pairs = st.one_of(
    st.tuples(marked(), marked()),
    # the second one made of the first, as an edit makes it
    st.tuples(marked(), marked(), marked()).map(
        lambda three: (three[0] + three[1], three[0] + three[2])
    ),
)


def shown(change: TextChange) -> str:
    """A text change as people write one: [-removed-] [+added+] [~marked~]."""
    frames = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]", "marked": "[~{}~]"}
    return "".join(
        frames[piece.kind].format(plain(piece.before) or plain(piece.after))
        for piece in change.pieces
    )


def compared(before: str, after: str) -> str:
    return shown(compare_text(HERE, before, after))


def test_words_are_compared_not_letters():
    assert (
        compared("The museum opened on Thursday.", "The museum closed on Friday.")
        == "The museum [-opened-][+closed+] on [-Thursday-][+Friday+]."
    )


def test_what_is_inserted_is_told_as_one_whole():
    assert compared("One. Three.", "One. Two. Three.") == "One. [+Two. +]Three."
    assert compared("a hall", "a large, bright hall") == "a [+large, bright +]hall"


def test_chinese_is_compared_by_character():
    assert (
        compared("李纪珍出席论坛。", "李纪珍教授出席了论坛。") == "李纪珍[+教授+]出席[+了+]论坛。"
    )


def test_a_sentence_written_anew_is_not_cut_to_pieces_by_its_small_words():
    before, after = "the cat sat on the mat", "a dog lay under the table"
    assert compared(before, after) == f"[-{before}-][+{after}+]"


def test_marks_that_change_are_told_apart_from_words_that_change():
    before = (Span("The new "), Span("hall", bold=True), Span(" opens"))
    after = (Span("The new hall "), Span("opens", link="https://example.org/"))
    change = compare_spans(HERE, before, after)
    assert shown(change) == "The new [~hall~] [~opens~]"
    assert [plain(piece.after) for piece in change.pieces if piece.kind == "marked"] == [
        "hall",
        "opens",
    ]
    assert change.pieces[1].before == (Span("hall", bold=True),)
    assert change.pieces[1].after == (Span("hall"),)
    assert (count_added(change), count_removed(change)) == (0, 0)


def test_an_accent_and_the_parts_of_an_emoji_stay_with_what_they_belong_to():
    assert compared("cafe\u0301 x", "cafe x") == "[-cafe\u0301-][+cafe+] x"
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f466"
    assert compared(f"a {family}", "a \U0001f468") == f"a [-{family}-][+\U0001f468+]"


def test_spans_that_are_only_cut_otherwise_are_the_same():
    change = compare_spans(HERE, (Span("one "), Span("two")), (Span("one two"),))
    assert change.kind == "same"


def test_a_long_text_in_which_everything_repeats_is_compared_too():
    change = compare_text(HERE, "a b " * 5_000, "b a a " * 4_000)
    assert count_added(change) - count_removed(change) == 12_000 - 10_000


@given(pairs)
def test_the_pieces_of_each_side_are_its_text_with_its_marks(pair: tuple[Spans, Spans]):
    change = compare_spans(HERE, *pair)
    for side, spans in zip(("before", "after"), pair, strict=True):
        pieces = [span for piece in change.pieces for span in getattr(piece, side)]
        assert join_spans(pieces) == join_spans(spans)
    assert (change.before, change.after) == tuple(map(plain, pair))
    assert (change.kind == "same") == (join_spans(pair[0]) == join_spans(pair[1]))


@given(pairs)
def test_each_kind_of_piece_has_the_sides_its_name_says(pair: tuple[Spans, Spans]):
    for piece in compare_spans(HERE, *pair).pieces:
        before, after = plain(piece.before), plain(piece.after)
        match piece.kind:
            case "same":
                assert piece.before == piece.after
                assert before
            case "marked":
                assert before == after != ""
                assert piece.before != piece.after
            case "removed":
                assert before
                assert not after
            case "added":
                assert after
                assert not before


@given(pairs)
def test_the_other_way_round_added_is_removed(pair: tuple[Spans, Spans]):
    there, back = compare_spans(HERE, *pair), compare_spans(HERE, *reversed(pair))
    swapped = {"added": "removed", "removed": "added"}
    assert {(piece.kind, piece.before, piece.after) for piece in there.pieces} == {
        (swapped.get(piece.kind, piece.kind), piece.after, piece.before) for piece in back.pieces
    }


@given(pairs)
def test_what_is_added_less_what_is_removed_is_by_how_much_the_text_grew(
    pair: tuple[Spans, Spans],
):
    change = compare_spans(HERE, *pair)
    grown = len(change.after) - len(change.before)
    pieces = [(piece.kind, len(plain(piece.before or piece.after))) for piece in change.pieces]
    added = sum(length for kind, length in pieces if kind == "added")
    removed = sum(length for kind, length in pieces if kind == "removed")
    assert added - removed == grown


@given(st.lists(st.sampled_from(("museum", "hall's", "well-known", "5G", "网", ",", " "))))
def test_the_words_of_a_whole_text_are_those_of_its_added_pieces(words: list[str]):
    text = " ".join(words)
    spans = (Span(text),)
    assert count_added(added_text(HERE, spans)) == count_words(text)
    assert count_removed(removed_text(HERE, spans)) == count_words(text)


@given(st.one_of(texts, st.text()))
def test_tokens_joined_are_the_text_and_have_its_words(text: str):
    parts = tokens(text)
    assert "".join(parts) == text
    assert sum(map(count_words, parts)) == count_words(text)
