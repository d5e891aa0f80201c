import random
from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from pressdesk.review.sequences import Run, common_runs, heaviest_rising, rising

few = st.lists(st.sampled_from("abc "), max_size=30)
many = st.lists(st.sampled_from("abcdefgh "), min_size=100, max_size=160)


def rest(runs: list[Run], length: int) -> int:
    return length - sum(run.length for run in runs)


@given(st.one_of(st.tuples(few, few), st.tuples(many, many)))
def test_runs_are_common_rise_on_both_sides_and_are_the_same_the_other_way(
    pair: tuple[list[str], list[str]],
):
    before, after = pair
    runs = common_runs(before, after, str.isspace)
    at = other_at = 0
    for start, other_start, length in runs:
        assert start >= at
        assert other_start >= other_at
        assert length
        assert before[start : start + length] == after[other_start : other_start + length]
        at, other_at = start + length, other_start + length
    back = common_runs(after, before, str.isspace)
    assert back == [Run(other, place, length) for place, other, length in runs]


def test_scattered_changes_in_a_long_sequence_are_all_that_is_left():
    chance = random.Random(1)
    before = [chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(20_000)]
    after = list(before)
    for place in range(50, 20_000, 400):
        after[place] = "new"
    assert rest(common_runs(before, after), len(before)) == 50


def test_a_stretch_that_was_taken_out_is_found_where_nothing_is_unique():
    before = list("abcabcabd" * 12)
    after = before[:30] + before[39:]
    assert rest(common_runs(before, after), len(before)) == 9


@given(st.lists(st.integers(0, 30), unique=True, max_size=12))
def test_a_longest_rising_part_is_as_long_as_any(values: list[int]):
    def longest(values: list[int]) -> int:
        best = [0] * len(values)
        for at, value in enumerate(values):
            best[at] = 1 + max((best[i] for i in range(at) if values[i] < value), default=0)
        return max(best, default=0)

    places = rising(values)
    assert len(places) == longest(values)
    assert [values[at] for at in places] == sorted(values[at] for at in places)
    assert len(heaviest_rising(values, [1] * len(values))) == longest(values)


def test_the_heavier_one_stays():
    assert heaviest_rising([1, 0], [100, 1]) == [0]
    assert heaviest_rising([1, 0], [1, 100]) == [1]
    assert heaviest_rising([3, 0, 1, 2], [5, 1, 1, 1]) == [0]


def test_difflib_is_left_to_short_parts_only(monkeypatch):
    sizes: list[int] = []
    ask = SequenceMatcher.get_matching_blocks

    def watched(self: SequenceMatcher[str]):
        sizes.append(len(vars(self)["a"]) * len(vars(self)["b"]))
        return ask(self)

    monkeypatch.setattr(SequenceMatcher, "get_matching_blocks", watched)
    common_runs(["a", "b"] * 4_000, ["b", "a", "a"] * 3_000)
    common_runs([str(n % 90) for n in range(9_000)], [str(n % 89) for n in range(9_000)])
    assert max(sizes, default=0) <= 40_000
