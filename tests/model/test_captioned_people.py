"""The sentence that says who is who stays in step with the marks, and no other word changes."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pressdesk.model import edits
from pressdesk.model.body import Figure, Span, plain
from pressdesk.model.captioned_people import differs, identify, keep_in_step, told
from pressdesk.model.framing import Box, Crop
from pressdesk.model.identification import identification
from pressdesk.model.people import Person
from pressdesk.model.photo import Mark
from pressdesk.model.photo_edits import (
    add_mark,
    move_mark,
    name_mark,
    remove_mark,
    set_crop,
    set_marks,
)
from pressdesk.model.release import Release, cleaned
from tests import strategies
from tests.builders import a_mark, a_paragraph, a_person, a_photo, a_release

ANNA = a_person("p1", family="Keller", given="Anna", title="", organization="")
TOM = a_person("p2", family="Berg", given="Tom", title="mayor", organization="")
MEI = a_person("p3", family="Lin", given="Mei", title="", organization="")
THREE = (a_mark("p1", 0.1), a_mark("p2", 0.3), a_mark("p3", 0.5))
TEXT = "From left: Anna Keller, Tom Berg and Mei Lin."


def _release(caption: str | tuple[Span, ...], **fields: Any) -> Release:
    spans = (Span(caption),) if isinstance(caption, str) else caption
    given = {
        "people": (ANNA, TOM, MEI),
        "photos": (a_photo(),),
        "body": (a_paragraph("Tom Berg spoke."), Figure(id="g1", photo="f1", caption=spans)),
    }
    return set_marks(a_release(**{**given, **fields}), "f1", THREE)


def _caption(release: Release) -> str:
    return plain(release.figures[0].caption)


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("", TEXT),
        ("The opening.", f"The opening. {TEXT}"),
        ("The opening", f"The opening. {TEXT}"),
        ("The “opening.”", f"The “opening.” {TEXT}"),
        (f"{TEXT} At the quay.", f"{TEXT} At the quay."),
    ],
)
def test_it_is_put_behind_the_caption_once(caption: str, expected: str):
    release = identify(_release(caption), "g1")
    assert _caption(release) == expected
    assert identify(release, "g1") == release


def test_a_person_of_no_earlier_mention_gets_the_title_there():
    release = _release("The opening.", body=(Figure(id="g1", photo="f1"),))
    assert _caption(identify(release, "g1")) == (
        "From left: Anna Keller; Tom Berg, mayor; and Mei Lin."
    )


def test_a_figure_that_is_not_there_is_a_key_error():
    with pytest.raises(KeyError):
        identify(_release(""), "g9")


def test_three_who_change_places_change_them_in_the_caption():
    release = identify(_release("The opening."), "g1")
    moved = move_mark(release, "f1", "mp1", Box(0.7, 0.2, 0.1, 0.15))
    assert _caption(moved) == "The opening. From left: Tom Berg, Mei Lin and Anna Keller."
    assert moved.photo("f1").people == ("p2", "p3", "p1")
    back = move_mark(moved, "f1", "mp1", THREE[0].box)
    assert back == release


def test_words_around_it_and_their_marks_stay():
    spans = (
        Span("Dawn. ", bold=True),
        Span(TEXT, italic=True),
        Span(" See "),
        Span("more", link="https://example.org/"),
    )
    release = move_mark(_release(spans), "f1", "mp3", Box(0.0, 0.2, 0.1, 0.15))
    new = "From left: Mei Lin, Anna Keller and Tom Berg."
    assert release.figures[0].caption == (spans[0], Span(new, italic=True), *spans[2:])


def test_every_way_to_change_who_is_seen_is_followed():
    release = identify(_release("The opening."), "g1")
    named = add_mark(release, "f1", a_mark(name="Jo Petrov", left=0.8))
    assert _caption(named).endswith("From left: Anna Keller, Tom Berg, Mei Lin and Jo Petrov.")
    fewer = remove_mark(named, "f1", "mp2")
    assert _caption(fewer).endswith("From left: Anna Keller, Mei Lin and Jo Petrov.")
    nobody = name_mark(fewer, "f1", "mjo")
    assert _caption(nobody).endswith("Anna Keller, Mei Lin and an unidentified person.")
    again = name_mark(nobody, "f1", "mjo", person="p1")
    assert _caption(again).endswith("From left: an unidentified person, Mei Lin and Anna Keller.")
    cropped = set_crop(release, "f1", Crop(box=Box(0.25, 0.0, 0.75, 1.0)))
    assert _caption(cropped).endswith("From left: Tom Berg and Mei Lin.")
    assert _caption(set_crop(cropped, "f1", None)) == _caption(release)
    rows = move_mark(release, "f1", "mp3", Box(0.5, 0.8, 0.1, 0.15))
    assert _caption(rows).endswith(
        "From left: Mei Lin (front row); Anna Keller and Tom Berg (back row)."
    )
    assert _caption(set_marks(release, "f1", ())).endswith(TEXT)


def test_a_person_whose_name_changes_or_who_goes_is_followed():
    release = identify(_release("The opening."), "g1")
    renamed = edits.replace_person(release, replace(ANNA, family="Keller-Roth"))
    assert "From left: Anna Keller-Roth, Tom Berg and" in _caption(renamed)
    gone = edits.remove_person(release, "p1")
    assert _caption(gone).endswith(TEXT)
    assert [mark.name for mark in gone.photo("f1").marks] == ["Anna Keller", "", ""]
    chinese = edits.set_fields(release, language="zh")
    assert _caption(chinese) == "The opening. 左起：Anna Keller、Tom Berg、Mei Lin。"


def test_a_person_keeps_the_words_that_stand_there():
    caption = "From left: Anna Keller; Tom Berg, mayor; and Lin."
    release = move_mark(_release(caption), "f1", "mp1", Box(0.7, 0.2, 0.1, 0.15))
    assert _caption(release) == "From left: Tom Berg, mayor; Lin; and Anna Keller."
    bare = "From left: Anna Keller, Tom Berg and Mei Lin"
    release = move_mark(_release(bare), "f1", "mp1", Box(0.7, 0.2, 0.1, 0.15))
    assert _caption(release) == "From left: Tom Berg, Mei Lin and Anna Keller"


def test_a_single_name_is_only_followed_as_a_sentence_of_its_own():
    alone = set_marks(_release("Anna Keller."), "f1", THREE[:1])
    assert _caption(name_mark(alone, "f1", "mp1", person="p2")) == "Tom Berg."
    for caption in ("Anna Keller opens the hall.", "The hall, opened by Anna Keller."):
        inside = set_marks(_release(caption), "f1", THREE[:1])
        assert _caption(name_mark(inside, "f1", "mp1", person="p2")) == caption


def test_a_sentence_changed_by_hand_is_left_alone_and_told():
    by_hand = "From the left: Anna Keller, Mayor Berg and Mei Lin."
    release = _release(by_hand)
    moved = move_mark(release, "f1", "mp1", Box(0.7, 0.2, 0.1, 0.15))
    assert _caption(moved) == by_hand
    assert differs(moved.figures[0], moved)


def test_a_caption_that_says_nothing_of_it_or_says_it_its_own_way_does_not_differ():
    own_way = "The three (from left to right): Anna Keller, Mr Berg, and Mei Lin, on the quay"
    for caption in ("The opening.", f"The opening. {TEXT}", own_way):
        release = _release(caption)
        assert not differs(release.figures[0], release)
    without = _release("From left: Anna Keller and Tom Berg.")
    without = edits.replace_photo(without, a_photo(people=("p1",)))
    assert not differs(without.figures[0], without)


def test_attached_figures_are_followed_too():
    figure = Figure(id="g1", photo="f1", caption=(Span(TEXT),))
    release = _release("", body=(), attached=(figure,))
    moved = move_mark(release, "f1", "mp1", Box(0.7, 0.2, 0.1, 0.15))
    assert _caption(moved) == "From left: Tom Berg, Mei Lin and Anna Keller."


def test_chinese_is_followed_within_its_caption():
    caption = "开馆仪式。左起：Anna Keller、Tom Berg、Mei Lin。图为大厅。"
    release = _release(caption, language="zh-CN")
    assert told(release.figures[0], release) is not None
    moved = move_mark(release, "f1", "mp3", Box(0.0, 0.2, 0.1, 0.15))
    assert _caption(moved) == "开馆仪式。左起：Mei Lin、Anna Keller、Tom Berg。图为大厅。"


def test_nothing_is_looked_at_where_neither_photos_nor_people_changed():
    release = _release(TEXT)
    typed = replace(release, headline="Another")
    assert keep_in_step(release, typed) is typed


def test_a_name_with_a_stop_of_its_own_is_found_in_the_middle_and_at_the_end():
    junior = a_person("p1", family="Smith Jr.", given="John", title="", organization="")
    release = _release("", people=(junior, TOM, MEI))
    release = identify(release, "g1")
    assert _caption(release) == "From left: John Smith Jr., Tom Berg and Mei Lin."
    last = move_mark(release, "f1", "mp1", Box(0.7, 0.2, 0.1, 0.15))
    assert _caption(last) == "From left: Tom Berg, Mei Lin and John Smith Jr."
    assert move_mark(last, "f1", "mp1", THREE[0].box) == release


@given(
    people=st.lists(strategies.persons("p"), min_size=1, max_size=4),
    places=st.lists(strategies.boxes, min_size=1, max_size=5),
    plain_name=strategies.lines,
    language=st.sampled_from(("en", "zh-CN", "de")),
    moves=st.lists(st.tuples(st.integers(0, 4), strategies.boxes), max_size=4),
)
def test_whatever_the_names_and_moves_the_caption_says_what_the_marks_do(
    people: list[Person],
    places: list[Box],
    plain_name: str,
    language: str,
    moves: list[tuple[int, Box]],
):
    release = cleaned(
        a_release(
            people=tuple(replace(person, id=f"p{n}") for n, person in enumerate(people)),
            photos=(a_photo(),),
            body=(Figure(id="g1", photo="f1", caption=(Span("The opening."),)),),
            language=language,
        )
    )[0]
    marks = [
        Mark(id=f"m{n}", box=box, person=f"p{n}" if n < len(people) else "", name="")
        for n, box in enumerate(places)
    ]
    if len(marks) > len(people):
        marks[-1] = replace(marks[-1], name=plain_name)
    release = identify(set_marks(release, "f1", marks), "g1")
    for number, box in moves:
        if number < len(marks):
            release = move_mark(release, "f1", f"m{number}", box)
    text = identification(release.photo("f1"), release, "The opening. ")
    assert _caption(release) == f"The opening. {text}".rstrip(" ")
