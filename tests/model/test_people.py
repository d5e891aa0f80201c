"""Names print in their own order."""

import pytest

from pressdesk.model.people import Person


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
