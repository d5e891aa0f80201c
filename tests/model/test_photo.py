"""What a photo knows beyond its bytes: kept, cleaned, checked, and no words of the release."""

import datetime as dt

import jsonschema
import msgspec
import pytest
from msgspec.structs import replace

from pressdesk.model import edits
from pressdesk.model.framing import Box, Crop, Point
from pressdesk.model.photo import Photo
from pressdesk.model.photo_edits import (
    add_mark,
    move_mark,
    name_mark,
    remove_mark,
    set_crop,
    set_marks,
)
from pressdesk.model.release import Release, cleaned, content_hash, dangling, schema
from pressdesk.model.uses import uses_of_person
from tests.builders import a_mark, a_person, a_photo, a_release

CROP = Crop(box=Box(0.1, 0.2, 0.5, 0.5), angle=-2.5, focus=Point(0.3, 0.4))
FULL = a_photo(
    people=("p1",),
    marks=(a_mark("p1"), a_mark(name="Jo Petrov", left=0.4)),
    crop=CROP,
    rating=4,
    consent="given",
    consent_until=dt.date(2027, 3, 5),
    use_until=dt.date(2028, 3, 5),
)
OLD = (
    '{"id":"f1","media":"' + "0" * 64 + '","suffix":"jpg","width":600,"height":400,'
    '"name":"bridge.jpg","alt":"A bridge","people":["p1"]}'
)
"""A photo as version 1.0 wrote it, before there were marks."""


def _release(*photos: Photo) -> Release:
    return a_release(people=(a_person(), a_person("p2")), photos=photos)


def test_everything_reads_back_equal_and_by_the_schema():
    release = _release(FULL)
    raw = msgspec.json.encode(release)
    assert msgspec.json.decode(raw, type=Release) == release
    jsonschema.Draft202012Validator(schema()).validate(msgspec.json.decode(raw))


def test_a_photo_of_before_reads_and_writes_as_it_did():
    photo = msgspec.json.decode(OLD, type=Photo)
    assert (photo.marks, photo.crop, photo.rating, photo.consent) == ((), None, 0, "")
    assert msgspec.json.encode(photo).decode() == OLD
    assert cleaned(_release(photo))[0].photos == (photo,)


@pytest.mark.parametrize(
    "broken",
    [
        {"rating": 6},
        {"consent": "perhaps"},
        {"crop": {"angle": 60}},
        {"crop": {"box": {"x": 0, "y": 0, "width": 1.2, "height": 1}}},
        {"marks": [{"id": "M 1", "box": {"x": 0, "y": 0, "width": 1, "height": 1}}]},
        {"marks": [{"id": "m1"}]},
    ],
)
def test_what_is_out_of_bounds_is_refused(broken: dict[str, object]):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**msgspec.to_builtins(FULL), **broken}, Photo)


def test_names_at_marks_are_cleaned_and_people_follow_the_marks():
    odd = replace(FULL, people=("p2",), marks=(*FULL.marks, a_mark(name="A\0da ", left=0.2)))
    photo = cleaned(_release(odd))[0].photos[0]
    assert photo.marks[2].name == "Ada"
    assert photo.people == ("p1",)
    assert cleaned(_release(photo)) == (_release(photo), 0)


def test_marks_of_nobody_and_of_one_id_are_told():
    gone = _release(replace(FULL, people=(), marks=(a_mark("p7"),)))
    assert ["p7" in problem.message for problem in dangling(gone)] == [True]
    twice = _release(replace(FULL, marks=(a_mark("p1"), a_mark("p1", left=0.4))))
    assert ["mp1" in problem.message for problem in dangling(twice)] == [True]
    assert dangling(_release(FULL)) == ()


def test_an_approval_outlives_rating_and_consent_but_no_crop():
    release = _release(FULL)
    noted = replace(FULL, rating=1, consent="", consent_until=None, use_until=None)
    assert content_hash(_release(noted)) == content_hash(release)
    assert content_hash(_release(replace(FULL, crop=None))) != content_hash(release)


def test_marks_are_edited_one_by_one():
    release = add_mark(_release(a_photo()), "f1", a_mark("p2", 0.5))
    release = add_mark(release, "f1", a_mark("p1", -0.05))
    photo = release.photo("f1")
    assert photo.people == ("p1", "p2")
    assert photo.marks[1].box == Box(0.0, 0.2, 0.05, 0.15)
    moved = move_mark(release, "f1", "mp1", Box(0.8, 0.2, 0.1, 0.1))
    assert moved.photo("f1").people == ("p2", "p1")
    named = name_mark(moved, "f1", "mp2", name="Jo Petrov")
    assert (named.photo("f1").people, named.photo("f1").marks[0].name) == (("p1",), "Jo Petrov")
    assert remove_mark(named, "f1", "mp2").photo("f1").people == ("p1",)
    assert set_marks(named, "f1", ()).photo("f1").people == ("p1",)


def test_a_person_is_in_a_picture_once():
    release = set_marks(_release(a_photo()), "f1", (a_mark("p1"), a_mark("p2", 0.5)))
    marks = name_mark(release, "f1", "mp2", person="p1").photo("f1").marks
    assert [(mark.id, mark.person) for mark in marks] == [("mp1", ""), ("mp2", "p1")]


def test_what_is_not_there_is_a_key_error():
    release = _release(a_photo())
    with pytest.raises(KeyError):
        move_mark(release, "f1", "m9", Box(0.0, 0.0, 0.1, 0.1))
    with pytest.raises(KeyError):
        add_mark(release, "f1", a_mark("p9"))
    with pytest.raises(KeyError):
        remove_mark(release, "f1", "m9")


def test_a_crop_is_set_tidied_and_taken_away():
    release = set_crop(_release(FULL), "f1", Crop(box=Box(0.5, 0.0, 0.9, 1.0)))
    assert release.photo("f1").crop == Crop(box=Box(0.5, 0.0, 0.5, 1.0))
    assert release.photo("f1").people == ()
    whole = set_crop(release, "f1", Crop())
    assert whole.photo("f1").crop is None
    assert whole.photo("f1").people == ("p1",)


def test_a_person_cut_off_by_the_crop_still_has_a_mark():
    release = set_crop(_release(FULL), "f1", Crop(box=Box(0.5, 0.0, 0.5, 1.0)))
    assert uses_of_person(release, "p1").photos == 1
    assert edits.remove_person(release, "p1").photo("f1").marks[0].name == "Mira Harlow"
