import pytest

from pressdesk.ui.dialogs.matching import folded, rank


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("exp", "export"),
        ("port", "export"),
        ("lst bul", "bulleted list"),
        ("bull li", "bulleted list"),
        ("pr", "print preview"),
        ("prvw", "print preview"),
        ("", "anything"),
    ],
)
def test_any_part_of_the_words_is_found(query: str, title: str):
    assert rank(query, title)


@pytest.mark.parametrize(("query", "title"), [("xp", "print"), ("exp list", "export"), ("q", "a")])
def test_what_does_not_fit_is_not_found(query: str, title: str):
    assert not rank(query, title)


def test_a_beginning_is_worth_more_than_a_middle_and_a_title_more_than_the_rest():
    assert rank("in", "insert") > rank("in", "print") > rank("in", "i never")
    assert rank("photo", "photos") > rank("photo", "lead", "photos")


@pytest.mark.parametrize(
    ("text", "plain"), [("Über", "uber"), ("Réglages", "reglages"), ("设置", "设置"), ("Ａ", "a")]
)
def test_capitals_and_diacritics_do_not_count(text: str, plain: str):
    assert folded(text) == plain
