"""Addresses and numbers that reach somebody."""

import pytest

from pressdesk.model.reachable import has_country_code, is_email, is_phone


@pytest.mark.parametrize("text", ["press@museum.example.org", "新闻@例子.公司", " a+b@c.io "])
def test_an_address_has_a_name_and_a_house(text: str):
    assert is_email(text)


@pytest.mark.parametrize("text", ["press", "press@museum", "a@b.c, d@e.f", "a b@c.de", "@c.de"])
def test_what_is_no_address_is_told(text: str):
    assert not is_email(text)


@pytest.mark.parametrize(
    "text", ["+44 1632 960101", "(020) 555-0199", "010-62784567转8", "+1 5 55 55 ext. 12"]
)
def test_a_number_is_taken_however_it_is_grouped(text: str):
    assert is_phone(text)


@pytest.mark.parametrize("text", ["call me", "123", "+44 1632 nine"])
def test_what_is_no_number_is_told(text: str):
    assert not is_phone(text)


def test_a_number_with_its_country_can_be_called_from_abroad():
    assert has_country_code("+44 1632 960101")
    assert has_country_code("0044 1632 960101")
    assert not has_country_code("01632 960101")
