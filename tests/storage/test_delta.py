"""A text is got back from its delta, byte for byte, and a delta is small."""

import os

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressdesk.model.release import Release
from pressdesk.storage.article import encode_work
from pressdesk.storage.delta import from_delta, to_delta
from tests.builders import a_paragraph, a_release
from tests.strategies import releases


@settings(deadline=None)
@given(st.text(alphabet="ab\n\r\x85"), st.text(alphabet="ab\n\r\x85"))
def test_any_text_comes_back(before: str, text: str):
    delta = to_delta(before.encode(), text.encode())
    assert from_delta(before.encode(), delta) == text.encode()


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(releases(), releases())
def test_any_release_comes_back_from_any_other(before: Release, after: Release):
    one, other = (msgspec.json.format(encode_work(each, {}), indent=1) for each in (before, after))
    assert from_delta(one, to_delta(one, other)) == other


def test_a_word_changed_costs_less_than_a_hundred_bytes_however_long_the_text():
    blocks = [a_paragraph(os.urandom(100).hex(), f"b{number}") for number in range(2_000)]
    before = msgspec.json.format(msgspec.json.encode(a_release(body=tuple(blocks))), indent=1)
    blocks[7] = a_paragraph("Another text", "b7")
    blocks[1_900] = a_paragraph("And here", "b1900")
    after = msgspec.json.format(msgspec.json.encode(a_release(body=tuple(blocks))), indent=1)
    assert len(before) > 300_000
    assert len(to_delta(before, after)) < 200


def test_a_delta_of_another_text_is_refused_or_differs():
    delta = to_delta(b"one\ntwo\n", b"one\nthree\n")
    with pytest.raises(ValueError, match="Error -3"):
        from_delta(b"four\nfive\n", delta)
