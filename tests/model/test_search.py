"""What is looked for is found wherever a release says it, and replaced with its marks kept."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.model.body import Cell, Figure, Heading, Paragraph, Quote, Span, Table, plain
from pressdesk.model.people import Contact
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Boilerplate, Event, Release
from pressdesk.model.search import Query, find, replace_all, replace_one
from pressdesk.model.texts import Where, map_texts
from tests.builders import a_paragraph, a_person, a_photo, a_release


def a_full_release(word: str) -> Release:
    """A release that says one word in every text it has."""
    spans = (Span(word),)
    photo = dict.fromkeys(
        ("alt", "credit", "creator", "copyright", "description", "headline", "source", "usage"),
        word,
    )
    return a_release(
        **dict.fromkeys(
            ("headline", "deck", "category", "place", "note", "issuer", "rights"), word
        ),
        slug=word,
        keywords=("museum", word),
        body=(
            Heading(id="b1", spans=spans),
            Paragraph(id="b2", spans=spans),
            Quote(id="b3", spans=spans, speaker="p1"),
            Figure(id="b4", photo="f1", caption=spans),
            Table(id="b5", rows=((Cell(), Cell()), (Cell(), Cell(spans))), align=("", "")),
        ),
        attached=(Figure(id="b6", photo="f1", caption=spans),),
        people=(
            a_person(
                **dict.fromkeys(
                    ("family", "given", "native", "title", "organization", "role"), word
                )
            ),
        ),
        photos=(a_photo(**photo, name=f"{word}.jpg"),),
        contacts=(
            Contact(
                id="c1",
                **dict.fromkeys(("name", "role", "organization", "email", "phone"), word),
            ),
        ),
        boilerplates=(Boilerplate(id="t1", heading=word, text=word, version=word),),
        event=Event(name=word, place=word, url=word, start=dt.date(2026, 3, 5)),
    )


def texts_of(release: Release) -> list[str]:
    found: list[str] = []
    map_texts(release, lambda _, spans: found.append(plain(spans)) or spans)
    return found


def found_in(text: str, query: Query) -> list[tuple[int, int]]:
    release = a_release(headline="", place="", body=(a_paragraph(text),))
    return [(hit.start, hit.end) for hit in find(release, query)]


def test_every_text_is_searched_in_reading_order():
    places = [hit.where for hit in find(a_full_release("wing"), Query("wing"))]
    assert [(where.field, where.item) for where in places] == [
        *((name, "") for name in ("category", "headline", "deck", "place")),
        *(("body", f"b{number}") for number in range(1, 6)),
        *((f"boilerplates.{name}", "t1") for name in ("heading", "text")),
        *(
            (f"contacts.{name}", "c1")
            for name in ("name", "role", "organization", "email", "phone")
        ),
        ("note", ""),
        ("attached", "b6"),
        *(
            (f"people.{name}", "p1")
            for name in ("family", "given", "native", "title", "organization", "role")
        ),
        *(
            (f"photos.{name}", "f1")
            for name in ("headline", "alt", "description", "creator", "credit")
        ),
        *((f"photos.{name}", "f1") for name in ("source", "copyright", "usage")),
        *((name, "") for name in ("event.name", "event.place", "issuer", "keywords", "rights")),
    ]
    assert Where("body", "b5", row=1, column=1) in places
    assert Where("keywords", row=1) in places


def test_replacing_all_changes_every_text_and_nothing_else():
    release = a_full_release("wing")
    changed, count = replace_all(release, Query("wing"), "hall")
    assert count == len(texts_of(release)) - 1  # the other keyword
    assert texts_of(changed) == [text.replace("wing", "hall") for text in texts_of(release)]
    assert (changed.slug, changed.event and changed.event.url) == ("wing", "wing")
    assert changed.photos[0].name == "wing.jpg"
    assert replace_all(changed, Query("hall"), "wing") == (release, count)


def test_hits_replaced_one_by_one_end_where_replacing_all_does():
    release = a_full_release("wing")
    query = Query("wing")
    changed = release
    for hit in find(release, query):
        changed = replace_one(changed, hit, "hall")
    assert changed == replace_all(release, query, "hall")[0]


def test_a_hit_that_is_out_of_date_replaces_nothing():
    release = a_release(headline="A new wing", body=())
    (hit,) = find(release, Query("new"))
    changed = replace_one(release, hit, "old")
    assert changed.headline == "A old wing"
    assert replace_one(changed, hit, "old") == changed


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("The Wing", Query("wing"), [(4, 8)]),
        ("The Wing", Query("wing", match_case=True), []),
        ("Straße, STRASSE", Query("strasse"), [(0, 6), (8, 15)]),
        ("Straße", Query("s"), [(0, 1)]),
        ("sß", Query("ss"), [(1, 2)]),
        ("in İstanbul, istanbul", Query("istanbul"), [(3, 11), (13, 21)]),
        ("ß İstanbul", Query("İSTANBUL"), [(2, 10)]),
        ("ﬁne ß fine", Query("fine"), [(0, 3), (6, 10)]),
        ("😀 wing 😀 wing", Query("wing"), [(2, 6), (9, 13)]),
        ("a.b axb", Query("a.b"), [(0, 3)]),
        ("10\u00a0km and don’t", Query("10 km"), [(0, 5)]),
        ("10\u00a0km and don’t", Query("don't"), [(10, 15)]),
        ('“so” "so"', Query('"so"'), [(0, 4), (5, 9)]),
        ('“so” "so"', Query("“so”"), [(0, 4)]),
        ("aaaa", Query("aa"), [(0, 2), (2, 4)]),
        ("anything", Query(""), []),
    ],
)
def test_letters_are_found_where_they_stand(text: str, query: Query, found: list[tuple[int, int]]):
    assert found_in(text, query) == found


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("wings wing wing’s", "wing", [(6, 10), (11, 15)]),
        ("xa a a", "a a", [(3, 6)]),
        ("a_b b", "b", [(4, 5)]),
        ("café cafe\u0301 cafe", "cafe", [(11, 15)]),
        ("人工智能AI技术", "AI", [(4, 6)]),
        ("人工智能技术", "智能", [(2, 4)]),
        ("-x", "x", [(1, 2)]),
    ],
)
def test_whole_words_are_told_from_parts(text: str, word: str, found: list[tuple[int, int]]):
    assert found_in(text, Query(word, whole_words=True)) == found


def test_a_pattern_is_searched_and_a_broken_one_is_told():
    assert found_in("in 2024 and 2025", Query(r"\b20\d\d", regex=True)) == [(3, 7), (12, 16)]
    assert found_in("aab", Query("x*", regex=True)) == []
    assert found_in("Wing wing", Query("W.ng", match_case=True, regex=True)) == [(0, 4)]
    with pytest.raises(PressDeskError) as raised:
        find(a_release(), Query("[", regex=True))
    assert raised.value.code == "PD-FND-001"
    assert find(a_release(headline="A [wing"), Query("["))[0].start == 2


def test_a_replacement_takes_the_marks_of_the_first_character():
    spans = (Span("The "), Span("new ", bold=True), Span("wing", italic=True), Span(" opens"))
    release = a_release(headline="", body=(Paragraph(id="b1", spans=spans),))

    def replaced(words: str, replacement: str) -> tuple[Span, ...]:
        changed, count = replace_all(release, Query(words), replacement)
        assert count == 1
        block = changed.block("b1")
        assert isinstance(block, Paragraph)
        return block.spans

    assert replaced("new wing", "hall") == (
        *(Span("The "), Span("hall", bold=True), Span(" opens")),
    )
    assert replaced("wing", r"\1 hall") == (*spans[:2], Span(r"\1 hall", italic=True), spans[3])
    assert replaced("e new wing o", "") == (Span("Thpens"),)
    assert replaced("The new", "A") == (Span("A"), Span(" ", bold=True), *spans[2:])


def test_what_was_replaced_is_clean():
    release = a_release(headline="A new wing", body=(), keywords=("new", "old"), note="new\n\nold")
    changed, count = replace_all(release, Query("new"), "\x00\n")
    assert (changed.headline, changed.keywords, changed.note) == ("A   wing", ("old",), "old")
    assert count == 3


def test_a_hit_shows_its_neighbours_on_one_line():
    words = "word " * 20
    release = a_release(headline="", body=(a_paragraph(f"{words}a\nwing {words}"),))
    (hit,) = find(release, Query("wing"))
    assert (hit.before[0], hit.after[-1]) == ("…", "…")
    assert "d a wing word" in hit.context
    assert "\n" not in hit.context
    (hit,) = find(a_release(headline="A new wing", body=()), Query("new"))
    assert (hit.before, hit.text, hit.after) == ("A ", "new", " wing")


@given(
    st.lists(st.tuples(st.text("aAß İ’你", max_size=6), st.booleans()), max_size=4),
    st.text("aAß i'你", min_size=1, max_size=3),
    st.booleans(),
)
def test_as_much_is_replaced_as_was_found(
    runs: list[tuple[str, bool]], text: str, whole_words: bool
):
    paragraph = Paragraph(id="b1", spans=tuple(Span(run, bold=bold) for run, bold in runs))
    release = a_release(headline="", place="", body=(paragraph,))
    query = Query(text, whole_words=whole_words)
    hits = find(release, query)
    whole = plain(paragraph.spans)
    assert [hit.text for hit in hits] == [whole[hit.start : hit.end] for hit in hits]
    assert all(one.end <= two.start for one, two in pairwise(hits))
    changed, count = replace_all(release, query, "#")
    (block,) = changed.body
    assert isinstance(block, Paragraph)
    assert plain(block.spans).count("#") == count == len(hits)
