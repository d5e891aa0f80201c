"""Edits give a new release and leave the old one as it was."""

import pytest
from msgspec.structs import replace

from pressdesk.model import edits
from pressdesk.model.body import Figure, Quote, Span
from pressdesk.model.release import Release, dangling
from tests.builders import a_paragraph, a_person, a_photo, a_release


def a_release_of_three() -> Release:
    return a_release(body=tuple(a_paragraph(text, f"b{n}") for n, text in enumerate("abc", 1)))


def order(release: Release) -> list[str]:
    return [block.id for block in release.body]


def test_fields_are_set_clean():
    release = a_release()
    assert edits.set_fields(release, deck=" New\x00 deck ").deck == "New deck"
    assert release.deck == ""


def test_blocks_are_inserted_moved_replaced_and_removed():
    release = a_release_of_three()
    new = a_paragraph("n", "b9")
    assert order(edits.insert_block(release, new)) == ["b9", "b1", "b2", "b3"]
    assert order(edits.insert_block(release, new, after="b2")) == ["b1", "b2", "b9", "b3"]
    assert order(edits.move_block(release, "b1", after="b3")) == ["b2", "b3", "b1"]
    assert order(edits.move_block(release, "b3")) == ["b3", "b1", "b2"]
    assert edits.move_block(release, "b2", after="b2") == release
    changed = edits.replace_block(release, a_paragraph("B", "b2"))
    assert changed.block("b2") == a_paragraph("B", "b2")
    assert order(edits.remove_block(release, "b2")) == ["b1", "b3"]


def test_an_id_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        edits.remove_block(a_release_of_three(), "b7")


def test_a_figure_taken_out_of_the_body_stays_attached_and_can_come_back():
    figure = Figure(id="b2", photo="f1", caption=(Span("Dawn"),))
    release = a_release(photos=(a_photo(),), body=(a_paragraph(), figure))
    without = edits.remove_block(release, "b2")
    assert without.attached == (figure,)
    assert edits.place_figure(without, "b2", after="b1") == release


def test_a_photo_is_added_once():
    release, photo = edits.add_photo(a_release(), a_photo())
    again, same = edits.add_photo(release, a_photo("f2"))
    assert again == release
    assert same == photo


def test_removing_a_photo_removes_its_uses():
    figure = Figure(id="b2", photo="f1")
    release = a_release(photos=(a_photo(),), body=(a_paragraph(), figure))
    release = edits.attach(release, replace(figure, id="b3"))
    gone = edits.remove_photo(release, "f1")
    assert (gone.photos, gone.attached, order(gone)) == ((), (), ["b1"])


def test_a_person_who_goes_leaves_nothing_dangling_and_the_quote_in_place():
    release = edits.add_person(a_release(photos=(a_photo(),)), a_person(), speaks=True)
    release = edits.replace_photo(release, a_photo(people=("p1",)))
    quote = Quote(id="b2", spans=(Span("A dream."),), speaker="p1")
    release = edits.insert_block(release, quote, after="b1")
    gone = edits.remove_person(release, "p1")
    assert dangling(gone) == ()
    assert gone.speakers == ()
    assert gone.block("b2") == replace(quote, speaker="")


def test_speakers_stand_once_and_must_be_known():
    release = edits.add_person(a_release(), a_person())
    assert edits.set_speakers(release, ["p1", "p1"]).speakers == ("p1",)
    with pytest.raises(KeyError):
        edits.set_speakers(release, ["p2"])
