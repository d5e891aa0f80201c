"""Who is who, in English and Chinese, by rows and in the form a name takes."""

from typing import Any

import pytest
from msgspec.structs import replace

from pressdesk.model.framing import Box, Crop
from pressdesk.model.identification import identification, names
from pressdesk.model.people import Person
from pressdesk.model.photo import Mark, Photo
from pressdesk.model.release import Release
from pressdesk.model.rows import in_step
from tests.builders import a_mark, a_person, a_photo, a_release

ANNA = a_person("p1", family="Keller", given="Anna", title="", organization="")
TOM = a_person("p2", family="Berg", given="Tom", title="", organization="")
MEI = a_person("p3", family="Lin", given="Mei", title="", organization="")
DEAN = a_person(
    "p4",
    family="LI",
    given="Jizhen",
    order="family-first",
    native="李纪珍",
    title="vice dean",
    organization="Tsinghua SEM",
)
PEOPLE = ANNA, TOM, MEI, DEAN


def _release(**fields: Any) -> Release:
    return a_release(people=PEOPLE, **fields)


def _photo(*marks: Mark, **fields: Any) -> Photo:
    return in_step(a_photo(marks=marks, **fields))


def _row(*people: str, top: float = 0.5) -> tuple[Mark, ...]:
    return tuple(a_mark(person, n / 8, top) for n, person in enumerate(people))


ALL_KNOWN = "Anna Keller, Tom Berg, Mei Lin, LI Jizhen"


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (_row("p1"), "Anna Keller."),
        (_row("p1", "p2"), "From left: Anna Keller and Tom Berg."),
        (_row("p3", "p1", "p2"), "From left: Mei Lin, Anna Keller and Tom Berg."),
        (
            (*_row("p1", "p2", "p3"), *_row("p4", top=0.2)),
            "From left: Anna Keller, Tom Berg and Mei Lin (front row); LI Jizhen (back row).",
        ),
        (
            (*_row("p1", top=0.7), *_row("p2", top=0.4), *_row("p3", top=0.1)),
            "From left: Anna Keller (front row); Tom Berg (second row); Mei Lin (back row).",
        ),
        (
            (a_mark("p1", 0.1), a_mark(left=0.3), a_mark(name="Jo Petrov", left=0.5)),
            "From left: Anna Keller, an unidentified person and Jo Petrov.",
        ),
        ((a_mark(left=0.3), a_mark(left=0.5, id="m2")), ""),
    ],
)
def test_english_says_who_is_who(marks: tuple[Mark, ...], expected: str):
    assert identification(_photo(*marks), _release(), ALL_KNOWN) == expected


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (_row("p4"), "李纪珍。"),
        (_row("p4", "p1"), "左起：李纪珍、Anna Keller。"),
        (
            (*_row("p1", "p4"), *_row("p2", top=0.2)),
            "前排左起：Anna Keller、李纪珍；后排左起：Tom Berg。",
        ),
        (
            (*_row("p1", top=0.7), *_row("p2", top=0.4), *_row("p3", top=0.1)),
            "前排左起：Anna Keller；第二排左起：Tom Berg；后排左起：Mei Lin。",
        ),
        ((a_mark("p4", 0.1), a_mark(left=0.4)), "左起：李纪珍、未具名人士。"),
    ],
)
def test_chinese_says_who_is_who(marks: tuple[Mark, ...], expected: str):
    release = _release(language="zh-CN")
    assert (
        identification(_photo(*marks), release, "Anna Keller Tom Berg 李纪珍 Mei Lin") == expected
    )


def test_the_first_mention_has_the_title_and_names_are_then_parted_by_semicolons():
    photo = _photo(*_row("p4", "p1", "p2"))
    assert identification(photo, _release()) == (
        "From left: LI Jizhen, vice dean of Tsinghua SEM; Anna Keller; and Tom Berg."
    )
    assert identification(photo, _release(), "LI Jizhen spoke.") == (
        "From left: LI Jizhen, Anna Keller and Tom Berg."
    )
    rows = _photo(*_row("p1"), *_row("p4", "p2", top=0.1))
    assert identification(rows, _release()) == (
        "Front row, from left: Anna Keller."
        " Back row, from left: LI Jizhen, vice dean of Tsinghua SEM; and Tom Berg."
    )
    chinese = a_release(
        people=(replace(DEAN, title="副院长", organization="清华大学"),), language="zh"
    )
    assert identification(_photo(*_row("p4")), chinese) == "清华大学副院长李纪珍。"


def test_a_name_that_ends_with_a_stop_gets_no_second_one():
    people = (a_person("p1", family="Smith Jr.", given="John", title="", organization=""),)
    photo = _photo(*_row("p1"))
    assert identification(photo, a_release(people=people)) == "John Smith Jr.."[:-1]


def test_whom_the_crop_cuts_off_is_not_named():
    photo = _photo(*_row("p1", "p2", "p3"), crop=Crop(box=Box(0.1, 0.0, 0.9, 1.0)))
    assert identification(photo, _release(), ALL_KNOWN) == "From left: Tom Berg and Mei Lin."
    assert names(photo, _release()) == ("Tom Berg", "Mei Lin")


def test_people_without_marks_stand_in_one_row():
    photo = a_photo(people=("p2", "p1"))
    assert identification(photo, _release(), ALL_KNOWN) == "From left: Tom Berg and Anna Keller."
    assert identification(a_photo(), _release()) == ""


def test_names_are_in_order_once_and_without_the_unknown():
    marks = (
        *(a_mark("p1", 0.1), a_mark(left=0.3), a_mark(name="Jo Petrov", left=0.5)),
        a_mark(name="Jo Petrov", left=0.7, id="m9"),
    )
    assert names(_photo(*marks), _release()) == ("Anna Keller", "Jo Petrov")


def test_other_languages_get_the_english_pattern():
    release = _release(language="de")
    text = identification(_photo(*_row("p1", "p2")), release, ALL_KNOWN)
    assert text == "From left: Anna Keller and Tom Berg."


def test_persons_are_told_by_id_even_where_two_have_one_name():
    twin = Person(id="p9", family="Keller", given="Anna")
    release = a_release(people=(ANNA, twin))
    assert identification(_photo(*_row("p1", "p9")), release) == (
        "From left: Anna Keller and Anna Keller."
    )
