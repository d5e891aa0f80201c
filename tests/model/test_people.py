"""Names print in their own order."""

import pytest

from pressdesk.model.people import Person, people_named


@pytest.mark.parametrize(
    ("person", "name"),
    [
        (Person(id="p1", family="Harlow", given="Mira"), "Mira Harlow"),
        (Person(id="p1", family="LIN", given="Weiran", order="family-first"), "LIN Weiran"),
        (Person(id="p1", family="林", given="未然", order="family-first"), "林未然"),
        (Person(id="p1", family="Oduya"), "Oduya"),
    ],
)
def test_a_name_prints_in_its_order(person: Person, name: str):
    assert person.name == name


def test_a_position_is_title_and_organization():
    person = Person(id="p1", family="Harlow", title="director", organization="River Museum")
    assert person.position == "director, River Museum"
    assert Person(id="p1", family="Harlow", organization="River Museum").position == "River Museum"


def test_a_name_is_found_in_either_order_in_any_case_and_in_its_script():
    lin = Person(id="p1", family="LIN", given="Weiran", order="family-first", native="林未然")
    harlow = Person(id="p2", family="Harlow", given="Mira")
    for name in ("LIN Weiran", "Weiran Lin", "lin  weiran", "林未然", "Lin"):
        assert people_named((lin, harlow), name) == (lin,)
    assert people_named((lin, harlow), "Weiran") == ()
    assert people_named((lin, harlow), "") == ()


def test_a_whole_name_goes_before_a_family_name():
    lin = Person(id="p1", family="Lin")
    weiran = Person(id="p2", family="Lin", given="Weiran")
    assert people_named((weiran, lin), "Lin") == (lin,)
    assert people_named((weiran, Person(id="p3", family="Lin", given="Ada")), "Lin") != ()


def test_a_position_has_the_comma_of_its_script():
    for title, organization, position in (
        ("mayor", "Lakeford", "mayor, Lakeford"),
        ("副院长", "清华大学", "副院长，清华大学"),
        ("", "清华大学", "清华大学"),
    ):
        person = Person(id="p1", family="Lee", title=title, organization=organization)
        assert person.position == position
