"""What is typed on a plain keyboard prints as a compositor would set it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.model.typography import STYLES, replacement, style_of


def typing(keys: str, language: str) -> str:
    """The text that stands there after these keys."""
    text = ""
    for key in keys:
        change = replacement(text, key, language)
        count, put = change or (0, key)
        text = text[: len(text) - count] + put
    return text


QUOTATIONS = [
    ("en", """She said "it's 'new'".""", "She said “it’s ‘new’”."),
    ("en-GB", """She said "it's 'new'".""", "She said “it’s ‘new’”."),
    ("de", """Er sagt: "Wie geht's?" ('gut')""", "Er sagt: „Wie geht’s?“ (‚gut‘)"),
    ("de", "das 'Wort' und 'geht's nicht'", "das ‚Wort‘ und ‚geht’s nicht‘"),
    ("de-CH", '"Ja"', "«Ja»"),
    ("fr", """"Bonjour", l'été""", "«\u202fBonjour\u202f», l’été"),
    ("fr", '" Bonjour ", dit-il', "«\u202fBonjour\u202f», dit-il"),
    ("es", """Dijo "no" y 'quizás'.""", "Dijo «no» y ‘quizás’."),
    ("it", """L'anno "nuovo".""", "L’anno “nuovo”."),
    ("nl", """'s Avonds zegt 't "ja".""", "’s Avonds zegt ’t “ja”."),
    ("pl", "\"Tak\" i 'nie'", "„Tak” i ‚nie’"),
    ("sv", """Han sa "nej" och "ja".""", "Han sa ”nej” och ”ja”."),
    ("fi", '"Kyllä"', "”Kyllä”"),
    ("da", '"Ja"', "”Ja”"),
    ("no", '"Ja"', "«Ja»"),
    ("nb-NO", '"Ja"', "«Ja»"),
    ("pt-BR", '"Sim"', "“Sim”"),
    ("ru", """"Да", О'Нил""", "«Да», О’Нил"),
    ("zh", """他说"你好"，又说"'是'的"。""", "他说“你好”，又说“‘是’的”。"),
    ("zh-CN", "John's", "John’s"),
    ("zh-Hant-TW", '他說"好"', "他說「好」"),
    ("ja", '彼は"はい"と', "彼は「はい」と"),
    ("tlh", '"x"', "“x”"),
    ("", '"x"', "“x”"),
]


@pytest.mark.parametrize(("language", "keys", "text"), QUOTATIONS)
def test_quotation_marks_are_those_of_the_language(language: str, keys: str, text: str):
    assert typing(keys, language) == text


def test_every_language_with_a_style_has_its_example():
    shown = [style_of(language) for language, *_ in QUOTATIONS]
    assert [name for name, style in STYLES.items() if style not in shown] == []


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("the '90s, rock 'n' roll", "the ’90s, rock ’n’ roll"),
        ("'tis 'til noon", "’tis ’til noon"),
        ("'90 people came'", "‘90 people came’"),
        ('said--"no"', "said—“no”"),
        ('"But--" she said', "“But—” she said"),
        ('a 6" screen', 'a 6" screen'),
        ('("x")', "(“x”)"),
        ("the museums' wings", "the museums’ wings"),
    ],
)
def test_an_apostrophe_is_told_from_a_quotation_mark(keys: str, text: str):
    assert typing(keys, "en") == text


@pytest.mark.parametrize(
    ("language", "keys", "text"),
    [
        ("en", "word--word", "word—word"),
        ("en", "word -- word", "word – word"),
        ("de", "Wort -- Wort", "Wort – Wort"),
        ("es", "si--no -- no", "si—no — no"),
        ("ru", "да -- нет", "да — нет"),
        ("zh", "是--不", "是——不"),
        ("ja", "本--書", "本――書"),
        ("en", "well...", "well…"),
        ("en", "well....", "well…."),
        ("zh", "好...", "好……"),
        ("zh", "Windows...", "Windows…"),
    ],
)
def test_dashes_and_ellipses_follow_the_language(language: str, keys: str, text: str):
    assert typing(keys, language) == text


@pytest.mark.parametrize(
    "keys",
    [
        "2019--2021",
        "2019-2021",
        "run --help now",
        "so --> this",
        "----",
        "https://river.example/a--b...c'd",
        "www.river.example/a--b",
        "mira@river--museum.example",
    ],
)
def test_ranges_options_and_addresses_stay_as_typed(keys: str):
    assert typing(keys, "en") == keys


def test_a_quotation_mark_ends_an_address():
    assert typing('see "http://river.example" now', "en") == "see “http://river.example” now"
    assert typing('见http://river.example。他说"好"', "zh") == "见http://river.example。他说“好”"


def test_what_an_input_method_commits_stays():
    assert replacement("a", "...", "en") is None
    assert replacement("a", "", "en") is None
    assert replacement("a", "😀", "en") is None


@given(
    st.text("ab0 \"'“”‘’„‚«»\u202f-.–—…@:/。你s", max_size=12),
    st.sampled_from("ab0 \"'-.s你,"),
    st.sampled_from(sorted(STYLES)),
)
def test_every_change_can_be_undone(before: str, typed: str, language: str):
    change = replacement(before, typed, language)
    if change is None:
        return
    count, put = change
    assert 0 <= count <= len(before)
    assert change != (0, typed)
    kept = before[: len(before) - count]
    after = kept + put
    assert after != before + typed
    restored = after[: len(after) - len(put)] + before[len(before) - count :] + typed
    assert restored == before + typed
