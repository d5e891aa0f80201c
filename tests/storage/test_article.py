"""A row of work in progress is encoded from what is at hand of the row before, and is the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pressdesk.model.body import Figure, Paragraph, Quote, Span
from pressdesk.model.release import Release, cleaned
from pressdesk.storage.article import WorkEncoder, decode_article, encode_article, encode_work
from tests.builders import a_release
from tests.strategies import releases


def paragraph(text: str) -> Paragraph:
    return Paragraph(id="p1", spans=(Span(text),))


@given(st.data())
def test_what_is_typed_one_after_the_other_is_encoded_like_each_alone(data: st.DataObject):
    encoder = WorkEncoder()
    release = data.draw(releases())
    for _ in range(4):
        body = data.draw(st.permutations([*release.body, paragraph(data.draw(st.text()))]))
        release = replace(release, body=tuple(body))
        row = bytes(encoder.encode(release, {}))
        assert row == encode_work(release, {})


def test_a_row_decodes_to_the_release_with_every_block_of_its_own():
    one, other = paragraph("One."), paragraph("Other.")
    encoder = WorkEncoder()
    bodies = (
        *((one, other), (other, one, other), (one,), (one, one), (one,), (one, one, one)),
        *((other, one, one), (), (paragraph("One!"), other)),
    )
    for body in bodies:
        release = a_release(body=body)
        assert decode_article(bytes(encoder.encode(release, {}))) == (release, {})


def test_blocks_that_are_gone_lend_their_text_to_no_other():
    encoder = WorkEncoder()
    for number in range(200):  # a new block is likely to lie where one was that is gone
        text = f"Number {number}."
        assert text_of(encoder, a_release(body=(paragraph(text),))) == [text]


def test_half_a_surrogate_pair_in_a_block_is_cleaned_and_the_next_row_is_right():
    encoder = WorkEncoder()
    kept = paragraph("Kept.")
    bad = a_release(body=(kept, paragraph("River \ud83d museum")))
    assert text_of(encoder, bad) == ["Kept.", "River  museum"]
    assert text_of(encoder, a_release(body=(kept, paragraph("Then.")))) == ["Kept.", "Then."]


def test_half_a_surrogate_pair_beside_the_text_of_a_block_is_cleaned_too():
    body = (
        Quote("b1", (Span("River", lang="f\ud83dr"),), speaker="p\ud83d1"),
        Figure("b2", "f1", (Span("Museum", lang="\udc00de"),)),
    )
    written = bytes(WorkEncoder().encode(a_release(body=body), {}))
    assert decode_article(written)[0].body == (
        Quote("b1", (Span("River", lang="fr"),), speaker="p1"),
        Figure("b2", "f1", (Span("Museum", lang="de"),)),
    )


def test_keys_of_a_newer_program_go_along_with_blocks_that_are_known():
    encoder = WorkEncoder()
    body = (paragraph("Text."),)
    for headline, unknown in (("Short", {}), ("A longer one", {"mood": "glad"}), ("Short", {})):
        release = a_release(headline=headline, body=body)
        assert decode_article(bytes(encoder.encode(release, unknown))) == (release, unknown)


def test_a_row_that_is_still_held_is_not_changed_and_the_next_is_right():
    encoder = WorkEncoder()
    body = (paragraph("Text."), paragraph("More."))
    with memoryview(encoder.encode(a_release(body=body), {})), pytest.raises(BufferError):
        encoder.encode(a_release(headline="A longer one", body=body[:1]), {})
    assert text_of(encoder, a_release(body=body)) == ["Text.", "More."]


@given(releases())
def test_a_row_says_what_the_file_says(release: Release):
    clean, _ = cleaned(release)
    assert decode_article(encode_work(clean, {})) == decode_article(encode_article(clean, {}))


def text_of(encoder: WorkEncoder, release: Release) -> list[str]:
    row = decode_article(bytes(encoder.encode(release, {})))[0]
    return [
        "".join(span.text for span in block.spans)
        for block in row.body
        if isinstance(block, Paragraph)
    ]
