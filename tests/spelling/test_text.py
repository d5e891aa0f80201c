"""Only words are checked, and names are known."""

import pytest

from pressdesk.model.people import Contact
from pressdesk.model.release import Event
from pressdesk.spelling.checker import Checker
from pressdesk.spelling.text import accepted_words, misspelt
from tests.builders import a_person, a_photo, a_release
from tests.spelling.conftest import MakeDictionary


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The museum’s doors didn't open.", []),
        ("The musuem opned its doors", ["musuem", "opned"]),
        ("well-known, well-knwon, e-mail", ["knwon"]),
        ("musuem’s dogs’ ‘qoute’", ["musuem’s", "qoute"]),
        ("😀 musuem 😀 musuem", ["musuem", "musuem"]),
        ("人工智能musuem技术AI技术museum", ["musuem"]),
        ("博物馆开放了。", []),
        ("한국어 ひらがな カタカナ", []),
        ("NASA, NGOs, WXYZQ, the WXYZQ’s, U.S., e.g. x", []),
        ("WXYZQKLM MUSUEM", ["WXYZQKLM", "MUSUEM"]),
        ("COVID-19 B2B 1990s ’90s 3.14 2,000 4th", []),
        ("https://rivr.example/opned?a=wrod, www.rivr.org/opned musuem", ["musuem"]),
        ("mira.harlw@rivr-musuem.example @harlw #opned rivr.org/wrod brigde.jpg", []),
        ("见https://rivr.example/wrod。musuem", ["musuem"]),
        ("mu\u00adseum mu\u00adsuem cafe\u0301", ["mu\u00adsuem"]),
        ("line\nbraek", ["braek"]),
        ("", []),
    ],
)
def test_only_wrong_words_are_marked(american: Checker, text: str, wrong: list[str]):
    assert [text[start:end] for start, end in misspelt(text, american)] == wrong


def test_names_of_the_release_and_their_possessives_are_right(american: Checker):
    release = a_release(
        issuer="Rivrton House",
        place="Lakefjord, Norlund",
        people=(
            a_person(family="O’Pellwyck", given="Mirra-Jao", organization="Zorbl Institute"),
            a_person("p2", family="LEIQUAN", given="Jizhen", native="李纪珍"),
        ),
        contacts=(Contact(id="c1", name="Tomm Vossk", organization="Presskontor"),),
        photos=(a_photo(creator="Ana Krzyż", credit="Fotofabrik"),),
        event=Event(name="Glaskunsttag", place="Vielhaven"),
    )
    names = (
        "O’Pellwyck’s O'Pellwyck Mirra-Jao MIRRA Zorbl’s Leiquan LEIQUAN Jizhen’s Vossk Tomm "
        "Presskontor Krzyż’s Fotofabrik Glaskunsttag Vielhaven Rivrton Lakefjord NORLUND"
    )
    accepted = accepted_words(release)
    assert misspelt(names, american, accepted) == []
    assert len(misspelt(names, american)) > 10
    assert misspelt("zorbl", american, accepted) == [(0, 5)]


def test_french_is_checked_behind_its_apostrophe(make_dictionary: MakeDictionary):
    checker = Checker(make_dictionary(b"SET UTF-8\n", "2\nmusée\nouvre\n".encode()))
    text = "l’musée d'ouvre l’muse"
    assert [text[start:end] for start, end in misspelt(text, checker)] == ["l’muse"]


def test_nothing_is_marked_without_a_dictionary():
    assert misspelt("musuem", Checker(None)) == []


def test_long_rows_of_signs_cost_no_more_than_their_length(american: Checker):
    for sign in ("a.", "-", "a", "’", "@", "a-", "www.", "\u0301"):
        misspelt(sign * 20_000, american)
