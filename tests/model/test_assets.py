"""Sets of photo bytes grow without growing deeper."""

import io

import pytest

from pressdesk.model.assets import Assets


def test_a_union_has_the_bytes_of_both():
    one, first = Assets().with_bytes(b"one")
    two, second = Assets().with_bytes(b"two")
    both = one.union(two)
    assert {*both} == {first, second}
    assert (both.read(first), both.read(second)) == (b"one", b"two")
    assert second not in one
    assert both.has_from(one, first)
    assert not both.has_from(one, second)


def test_what_both_have_is_read_where_it_was():
    here = Assets({"f1": lambda: io.BytesIO(b"here")})
    there = Assets({"f1": lambda: io.BytesIO(b"there")})
    assert here.union(there).read("f1") == b"here"


def test_bytes_that_nobody_has_are_told():
    with pytest.raises(KeyError):
        Assets().union(Assets()).open("f1")
