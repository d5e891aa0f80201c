"""Days are read as people write them, and never guessed."""

import datetime as dt

import pytest

from pressdesk.model.days import read_day

TODAY = dt.date(2026, 3, 31)
DAY = dt.date(2023, 11, 21)


@pytest.mark.parametrize(
    "text",
    [
        "2023-11-21",
        "2023/11/21",
        "2023.11.21",
        "21 Nov 2023",
        "21 November 2023",
        "21. nov. 2023",
        "Nov. 21, 2023",
        "November 21st, 2023",
        "21.11.2023",
        "21. 11. 2023",
        "11/21/2023",
        "21/11/2023",
        "2023年11月21日",
        "2023 年 11 月 21 号",
        "  21 nov 2023  ",
    ],
)
def test_a_day_is_read(text: str):
    assert read_day(text, TODAY) == DAY


@pytest.mark.parametrize(
    "text", ["", "soon", "11/12/2023", "2023-13-01", "31 Feb 2023", "21 Nov", "Foo 21, 2023", "21"]
)
def test_what_is_no_day_or_two_is_not_read(text: str):
    assert read_day(text, TODAY) is None


def test_the_same_day_both_ways_is_no_question():
    assert read_day("11/11/2023", TODAY) == dt.date(2023, 11, 11)


def test_today_and_tomorrow():
    assert read_day("Today", TODAY) == TODAY
    assert read_day("明天", TODAY) == dt.date(2026, 4, 1)
