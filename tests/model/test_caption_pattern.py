"""Patterns of captions: what a release knows is filled in, the rest stays to be written."""

import datetime as dt

from pressdesk.model.caption_pattern import OpenPlace, fill, known_of, open_places, unknown
from pressdesk.model.photo_edits import set_marks
from pressdesk.model.release import Event, Release
from tests.builders import a_mark, a_person, a_photo, a_release


def _release(**fields: object) -> Release:
    people = (
        a_person("p1"),
        a_person("p2", family="Reed", given="Tom"),
        a_person("p3", family="Lin", given="Mei", order="family-first", native="林梅"),
    )
    release = a_release(photos=(a_photo(),), people=people, **fields)
    marks = [a_mark(one, left) for one, left in (("p3", 0.7), ("p1", 0.1), ("p2", 0.4))]
    return set_marks(release, "f1", marks)


def test_what_is_known_is_filled_in_and_the_rest_stays():
    release = _release(event=Event(name="Night of Lights"))
    known = known_of(release.photo("f1"), release, "March 5, 2026")
    text = fill("{who} {does} at {event} in {place} on {date}. Photo: {credit}", known)
    assert text == (
        "Mira Harlow, Tom Reed and Lin Mei {does} at Night of Lights in Lakeford on March 5,"
        " 2026. Photo: River Museum"
    )
    assert open_places(text) == (OpenPlace(34, 40, "does"),)


def test_chinese_names_are_set_off_by_their_own_comma():
    release = _release(language="zh-Hans", place="湖津，诺兰", date=dt.date(2026, 3, 5))
    known = known_of(release.photo("f1"), release, "2026年3月5日")
    told = fill("{date}，{who}在{place}{does}。", known)
    assert told == "2026年3月5日，Mira Harlow、Tom Reed、林梅在湖津{does}。"


def test_nothing_is_known_of_an_empty_release():
    release = a_release(photos=(a_photo(credit="", creator=""),), place="", date=None)
    pattern = "{who} {place} {event} {credit} {date}"
    assert fill(pattern, known_of(release.photo("f1"), release, "")) == pattern


def test_braces_that_are_no_placeholder_are_told_and_left_alone():
    assert unknown("{who} and {whom} {does}") == ("whom",)
    assert fill("{whom} {}", {"whom": "", "who": "x"}) == "{whom} {}"
    assert open_places("A {brace} and {}") == ()
