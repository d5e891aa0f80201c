"""A few letters find a person, and the name prints as this mention asks for."""

import pytest

from pressdesk.model.mentions import candidates, forms, mention
from pressdesk.model.people import Person
from tests.builders import a_person

LI = Person(
    id="p1",
    family="LI",
    given="Jizhen",
    order="family-first",
    native="李纪珍",
    title="vice dean",
    organization="Tsinghua SEM",
)
HARLOW = a_person("p2")
LOPEZ = a_person("p3", family="López-Åberg", given="Jean-Luc", title="", organization="")
MIRANDA = a_person("p4", family="Miranda", given="Ada", title="chair")
PEOPLE = (LI, HARLOW, LOPEZ, MIRANDA)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("", ["p1", "p2", "p3", "p4"]),
        ("li", ["p1"]),
        ("LI Ji", ["p1"]),
        ("lijizhen", ["p1"]),
        ("jizhen li", ["p1"]),
        ("jlo", ["p3"]),
        ("李", ["p1"]),
        ("纪珍", ["p1"]),
        ("mira", ["p4", "p2"]),
        ("Mira H", ["p2"]),
        ("m. harlow", ["p2"]),
        ("MH", ["p2"]),
        ("hm", ["p2"]),
        ("lopez", ["p3"]),
        ("Lo\u0301p", ["p3"]),
        ("aberg", ["p3"]),
        ("luc", ["p3"]),
        ("jll", ["p3"]),
        ("ar", ["p2"]),
        ("a", ["p4", "p2", "p3"]),
        ("director", []),
        ("zz", []),
        ("...", ["p1", "p2", "p3", "p4"]),
    ],
)
def test_people_are_found_by_any_part_of_a_name(typed: str, ids: list[str]):
    assert [person.id for person in candidates(PEOPLE, typed)] == ids


@pytest.mark.parametrize(
    ("person", "language", "first", "later"),
    [
        (LI, "en", "LI Jizhen, vice dean of Tsinghua SEM", "LI"),
        (LI, "en-GB", "LI Jizhen, vice dean of Tsinghua SEM", "LI"),
        (HARLOW, "en", "Mira Harlow, director of River Museum", "Harlow"),
        (HARLOW, "de", "Mira Harlow, director, River Museum", "Harlow"),
        (LOPEZ, "en", "Jean-Luc López-Åberg", "López-Åberg"),
        (LOPEZ, "de", "Jean-Luc López-Åberg", "López-Åberg"),
        (LI, "zh", "Tsinghua SEM vice dean 李纪珍", "李纪珍"),
        (LI, "ja", "李纪珍, vice dean, Tsinghua SEM", "李纪珍"),
        (
            a_person(family="LI", native="李纪珍", title="副院长", organization="清华大学"),
            "zh-CN",
            "清华大学副院长李纪珍",
            "李纪珍",
        ),
        (HARLOW, "zh", "River Museum director Mira Harlow", "Mira Harlow"),
        (a_person(family="Oduya", given=""), "en", "Oduya, director of River Museum", "Oduya"),
        (a_person(family="", given="Mira", title=""), "en", "Mira of River Museum", "Mira"),
    ],
)
def test_a_name_prints_in_full_first_and_short_later(
    person: Person, language: str, first: str, later: str
):
    assert forms(person, language) == (first, later)
    assert mention(person, "", language) == first
    assert mention(person, f"Behind {first} stands text.", language) == later


@pytest.mark.parametrize(
    ("title", "position"),
    [
        ("professor", "professor at River Museum"),
        ("assistant professor of history", "assistant professor of history at River Museum"),
        ("spokesperson", "spokesperson for River Museum"),
        ("vice president, collections", "vice president, collections, River Museum"),
        ("director of the River Museum", "director of the River Museum"),
        ("", "of River Museum"),
    ],
)
def test_a_title_is_joined_to_its_house_as_english_does(title: str, position: str):
    first, _ = forms(a_person(title=title), "en")
    assert first in (f"Mira Harlow, {position}", f"Mira Harlow {position}")


@pytest.mark.parametrize(
    ("text", "is_first"),
    [
        ("Harlow said so.", True),
        ("Mira opened it.", True),
        ("Samira Harlow came.", True),
        ("Mira Harlows came.", True),
        ("MIRA\u00a0HARLOW came.", False),
        ("Harlow Mira (director)", False),
        ("“Mira\nHarlow’s wing”", False),
    ],
)
def test_only_the_whole_name_makes_the_next_mention_a_later_one(text: str, is_first: bool):
    assert (mention(HARLOW, text, "en") != "Harlow") == is_first


def test_a_name_in_its_own_script_counts_among_its_neighbours():
    assert mention(LI, "副院长李纪珍说", "en") == "LI"
    assert mention(LI, "Jizhen Li said", "zh") == "李纪珍"
    assert mention(LOPEZ, "Jean-Luc Lopez-Aberg", "en") == "López-Åberg"


def test_a_family_name_that_two_people_share_is_never_alone():
    brother = a_person("p9", given="Tom")
    people = (HARLOW, brother)
    assert mention(HARLOW, "Mira Harlow, director", "en", others=people) == "Mira Harlow"
    assert mention(HARLOW, "Mira Harlow, director", "en", others=(HARLOW,)) == "Harlow"
