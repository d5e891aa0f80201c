"""What a caption tells, lamp by lamp."""

from typing import Any

import pytest

from pressdesk.model.body import Figure, Span
from pressdesk.model.caption import lit
from tests.builders import a_person, a_photo, a_release


def lamps(caption: str, **photo: Any) -> frozenset[str]:
    people = (a_person(), a_person("p2", family="李", given="纪珍", order="family-first"))
    release = a_release(people=people, photos=(a_photo(**photo),))
    return lit(Figure("g1", "f1", (Span(caption),)), release.photos[0], release)


@pytest.mark.parametrize("caption", ["Mira Harlow speaks", "harlow, left", "李纪珍发言"])
def test_a_person_of_the_release_says_who(caption: str):
    assert "who" in lamps(caption)


@pytest.mark.parametrize("caption", ["The bridge", "Harlowton from above", ""])
def test_other_words_do_not(caption: str):
    assert "who" not in lamps(caption)


def test_the_people_of_the_photo_say_who():
    assert "who" in lamps("", people=("p1",))


@pytest.mark.parametrize(
    "caption",
    [
        "Lakeford from above",
        "The bridge in Farrow",
        "At the Guildhall",
        "People in Île",
        "在武汉市开幕",
    ],
)
def test_a_place_says_where(caption: str):
    assert "where" in lamps(caption)


@pytest.mark.parametrize("caption", ["In May the work began", "A bridge in the rain", "on Monday"])
def test_a_time_or_any_noun_does_not_say_where(caption: str):
    assert "where" not in lamps(caption)


@pytest.mark.parametrize(
    "caption",
    [
        "on Thursday",
        "in March",
        "Nov. 21",
        "the mill of 1846",
        "3/5/2026",
        "2026年3月5日",
        "上周五，星期五",
        "in May",
    ],
)
def test_a_date_a_day_a_month_or_a_year_says_when(caption: str):
    assert "when" in lamps(caption)


@pytest.mark.parametrize("caption", ["It may rain", "May be seen", "1200 guests", "2000 km"])
def test_other_numbers_and_the_verb_do_not_say_when(caption: str):
    assert "when" not in lamps(caption)


def test_credit_and_alt_are_the_photos():
    assert lamps("") == {"credit", "alt"}
    assert lamps("", credit="", alt="") == set()
    assert lamps("", credit="", creator="Ada", alt="", decorative=True) == {"credit", "alt"}
