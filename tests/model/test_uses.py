"""Where people and photos are used, and how their order is changed."""

import pytest

from pressdesk.model import edits
from pressdesk.model.body import Figure, Heading, Paragraph, Quote, Span
from pressdesk.model.release import Release
from pressdesk.model.uses import (
    arrange_people,
    make_lead,
    moved,
    photo_uses,
    place_photo,
    use_photos,
    uses_of_person,
)
from tests.builders import a_paragraph, a_person, a_photo, a_release


def _release(**fields: object) -> Release:
    photos = tuple(a_photo(f"f{n}", media=str(n) * 64) for n in range(1, 5))
    return a_release(photos=photos, **fields)


def _figure(number: int, figure_id: str = "") -> Figure:
    return Figure(id=figure_id or f"g{number}", photo=f"f{number}")


def _order(release: Release) -> list[str]:
    return [use.photo.id for use in photo_uses(release)]


def test_a_quotation_of_two_paragraphs_counts_once():
    body = (Quote(id="q1", speaker="p1"), Quote(id="q2", speaker="p1"), a_paragraph())
    body += (Quote(id="q3", speaker="p1"), Quote(id="q4", speaker="p2"))
    release = a_release(body=body, people=(a_person(), a_person("p2")))
    assert uses_of_person(release, "p1") == (2, 0)
    assert uses_of_person(release, "p2") == (1, 0)


def test_photos_of_a_person_are_counted():
    release = a_release(people=(a_person(),), photos=(a_photo(people=("p1",)), a_photo("f2")))
    assert uses_of_person(release, "p1") == (0, 1)


def test_people_are_arranged_in_both_parts():
    release = a_release(people=(a_person("p1"), a_person("p2"), a_person("p3")), speakers=("p1",))
    release = arrange_people(release, ["p3", "p1"], ["p2"])
    assert [one.id for one in release.speaking] == ["p3", "p1"]
    release = arrange_people(release, [], ["p2", "p1", "p3"])
    assert [one.id for one in release.others] == ["p2", "p1", "p3"]


def test_an_order_that_is_there_already_changes_nothing():
    release = a_release(people=(a_person("p1"), a_person("p2")), speakers=("p2",))
    assert arrange_people(release, ["p2"], ["p1"]) is release


def test_nobody_is_lost_by_an_order_that_leaves_somebody_out():
    release = a_release(people=(a_person("p1"), a_person("p2")))
    with pytest.raises(KeyError):
        arrange_people(release, ["p1"], [])


def test_photos_stand_in_the_order_of_use_then_the_attached_then_the_others():
    body = (a_paragraph(), _figure(3), _figure(1), _figure(3, "again"))
    release = _release(body=body, attached=(_figure(2),))
    uses = photo_uses(release)
    assert _order(release) == ["f3", "f1", "f2", "f4"]
    assert [use.standing for use in uses] == ["placed", "placed", "attached", "unused"]
    assert [use.is_lead for use in uses] == [True, False, False, False]
    assert [figure.id for figure in uses[0].placed] == ["g3", "again"]


def test_a_placed_photo_becomes_lead_where_the_lead_stood():
    body = (a_paragraph(), _figure(1), a_paragraph("More.", "b2"), _figure(2))
    release = make_lead(_release(body=body), "f2", "new")
    assert [block.id for block in release.body] == ["b1", "g2", "g1", "b2"]


def test_an_attached_photo_becomes_lead_behind_the_first_paragraph():
    body = (Heading(id="h1"), Paragraph(id="b1"), Paragraph(id="b2"))
    release = make_lead(_release(body=body, attached=(_figure(2),)), "f2", "new")
    assert [block.id for block in release.body] == ["h1", "b1", "g2", "b2"]
    assert release.attached == ()


def test_a_photo_without_a_use_gets_a_figure_as_lead():
    release = make_lead(_release(body=(_figure(1),)), "f4", "new")
    assert [block.id for block in release.body] == ["new", "g1"]


def test_the_lead_stays_lead():
    release = _release(body=(_figure(1),))
    assert make_lead(release, "f1", "new") is release


def test_a_thing_moved_too_far_stops_at_the_end():
    assert moved("abc", 0, 9) == ("b", "c", "a")
    assert moved("abc", 2, -4) == ("c", "a", "b")
    assert moved("abc", 1, 0) == ("b", "a", "c")


def test_a_photo_is_placed_by_the_figure_it_has_or_by_a_new_one():
    body = (a_paragraph(), _figure(1), a_paragraph("Last.", "b2"))
    release = _release(body=body, attached=(_figure(2),))
    moved_there, figure = place_photo(release, "f1", after="b2", id="new")
    assert (figure, [block.id for block in moved_there.body]) == ("g1", ["b1", "b2", "g1"])
    attached, figure = place_photo(release, "f2", after="", id="new")
    assert (figure, attached.attached) == ("g2", ())
    assert attached.body[0] == _figure(2)
    unused, figure = place_photo(release, "f3", after="b1", id="new")
    assert (figure, unused.body[1]) == ("new", Figure(id="new", photo="f3"))
    with pytest.raises(KeyError):
        place_photo(release, "f9", after="", id="new")


def test_photos_are_used_one_behind_the_other_with_their_descriptions():
    photos = [a_photo(f"f{n}", media=str(n) * 64, description=f"Boat {n}.") for n in range(4)]
    attached = Figure(id="g1", photo="f1", caption=(Span("Mine"),))
    placed = Figure(id="g3", photo="f3")
    release = a_release(photos=tuple(photos), attached=(attached,), body=(placed,))
    ids = iter(["n1", "n2"])
    release = edits.insert_block(release, a_paragraph(), after="")
    used = use_photos(release, ["f0", "f1", "f3", "f2"], after="b1", new_id=lambda: next(ids))
    assert [block.id for block in used.body] == ["b1", "n1", "g1", "n2", "g3"]
    captions = {each.id: each.caption for each in used.figures}
    assert captions["n1"] == (Span("Boat 0."),)
    assert captions["g1"] == (Span("Mine"),)
    assert used.attached == ()


def test_photos_are_attached_once():
    release = a_release(photos=(a_photo("f1"), a_photo("f2", media="1" * 64)))
    ids = iter(["n1", "n2"])
    used = use_photos(release, ["f1", "f2"], after=None, new_id=lambda: next(ids))
    assert [figure.photo for figure in used.attached] == ["f1", "f2"]
    assert use_photos(used, ["f1", "f2"], after=None, new_id=lambda: next(ids)) is used
