"""Slugs are safe as file names on every system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.model.slug import slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("River museum opens its new wing", "river-museum-opens-its-new-wing"),
        ("“Art’s” 50% — now/later", "arts-50-now-later"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "_con"),
        ("河边博物馆新馆开放", "河边博物馆新馆开放"),
        ("…", ""),
    ],
)
def test_a_headline_becomes_a_slug(text: str, slug: str):
    assert slugify(text) == slug


def test_a_slug_is_cut_between_words():
    assert slugify("one two three", letters=8) == "one-two"
    assert slugify("x" * 300) == "x" * 80
    assert slugify("馆" * 300) == "馆" * 40


@given(st.text())
def test_no_text_makes_a_name_that_a_file_can_not_have(text: str):
    slug = slugify(text)
    assert len(slug.encode()) <= 121
    assert not set(slug) & set('/\\:*?"<>|. \x00')
    assert slugify(slug).lstrip("_") == slug.lstrip("_")
