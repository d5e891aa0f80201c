"""The release holds together: cleaning, hash, references, schema."""

import datetime as dt

import jsonschema
import msgspec
import pytest
from msgspec.structs import replace

from pressdesk.model.body import Cell, Figure, Quote, Span, Table
from pressdesk.model.release import (
    Boilerplate,
    Embargo,
    Release,
    cleaned,
    content_hash,
    dangling,
    schema,
)
from tests.builders import a_paragraph, a_person, a_photo, a_release


def a_full_release() -> Release:
    return a_release(
        body=(
            a_paragraph("The museum opened."),
            Quote(id="b2", spans=(Span("A dream."),), speaker="p1"),
            Figure(id="b3", photo="f1", caption=(Span("The bridge."),)),
            Table(id="b4", rows=((Cell((Span("x"),)),),), align=("",)),
        ),
        people=(a_person(),),
        speakers=("p1",),
        photos=(a_photo(people=("p1",)),),
        embargo=Embargo.at(dt.datetime(2026, 3, 5, 9, tzinfo=dt.UTC), "Europe/Paris"),
        boilerplates=(Boilerplate(id="t1", text="About us.", heading="About"),),
    )


def test_a_release_reads_back_equal_from_json():
    release = a_full_release()
    assert msgspec.json.decode(msgspec.json.encode(release), type=Release) == release


@pytest.mark.parametrize(
    "broken",
    [
        {"headline": 5},
        {"state": "done"},
        {"version": 0},
        {"body": [{"kind": "paragraph", "id": "../x"}]},
        {"body": [{"kind": "song", "id": "b1"}]},
        {"body": [{"kind": "heading", "id": "b1", "level": 1}]},
        {"embargo": {"instant": "2026-03-05T09:00:00", "zone": "UTC"}},
        {"photos": [{"id": "f1", "media": "xyz", "suffix": "jpg", "width": 1, "height": 1}]},
    ],
)
def test_decoding_is_strict(broken: dict[str, object]):
    raw = {**msgspec.to_builtins(a_release()), **broken}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(raw, Release)


def test_the_published_schema_accepts_a_full_release_and_refuses_a_wrong_one():
    validator = jsonschema.Draft202012Validator(schema())
    raw = msgspec.json.decode(msgspec.json.encode(a_full_release()))
    validator.validate(raw)
    assert list(validator.iter_errors({**raw, "headline": 5}))


def test_the_hash_changes_with_a_comma_and_not_with_the_state():
    release = a_full_release()
    same = replace(release, state="approved", version=4, template="statement")
    assert content_hash(same) == content_hash(release)
    assert content_hash(replace(release, deck="A deck,")) != content_hash(
        replace(release, deck="A deck")
    )


def test_equal_releases_have_equal_json_and_hash_however_they_were_made():
    def made(text: str) -> str:
        return "".join(text)  # equal to the default, but not the same object

    release = a_release(people=(a_person(),))
    again = replace(
        release,
        language=made("en"),
        template=made("news"),
        state=made("draft"),
        people=(a_person(order=made("given-first")),),
    )
    assert again == release
    assert msgspec.json.encode(again) == msgspec.json.encode(release)
    assert content_hash(again) == content_hash(release)


def test_cleaning_reaches_every_text_and_counts():
    release = replace(
        a_full_release(),
        headline=" River\x00 museum ",
        note="One\x07\n\n\nTwo ",
        keywords=("a\x00",),
        people=(a_person(family="Har\x00low"),),
        body=(a_paragraph(" The\x00 museum "),),
    )
    clean, dropped = cleaned(release)
    assert clean.headline == "River museum"
    assert clean.note == "One\n\nTwo"
    assert clean.keywords == ("a",)
    assert clean.people[0].family == "Harlow"
    assert clean.body == (a_paragraph("The museum"),)
    assert dropped == 5
    assert cleaned(clean) == (clean, 0)


def test_a_sound_release_has_nothing_dangling():
    assert dangling(a_full_release()) == ()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"photos": ()}, "photo f1"),
        ({"people": ()}, "person p1"),
        ({"speakers": ("p9",)}, "speaker p9"),
        ({"body": (a_paragraph(), a_paragraph())}, "b1 is used twice"),
        ({"body": (Table(id="b1", rows=((Cell(),),), align=("", "")),)}, "rows of different"),
    ],
)
def test_what_refers_to_nothing_is_listed(fields: dict[str, object], words: str):
    problems = dangling(replace(a_full_release(), **fields))
    assert any(words in problem.message for problem in problems)


def test_words_are_counted_over_body_captions_and_tables():
    assert a_full_release().words == 3 + 2 + 2 + 1
