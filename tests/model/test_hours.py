"""Hours as people write them, and when clocks are changed."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from pressdesk.model.hours import hour_in, instant_of, read_hour, wall_of

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("9", "09:00"),
        ("09:00", "09:00"),
        ("930", "09:30"),
        ("0930", "09:30"),
        ("9.30", "09:30"),
        ("9h30", "09:30"),
        ("9:30 pm", "21:30"),
        ("9 p.m.", "21:00"),
        ("12 am", "00:00"),
        ("12 pm", "12:00"),
        ("noon", "12:00"),
        ("23:59", "23:59"),
        ("15点", "15:00"),
        ("下午3时30分", "15:30"),
        ("上午9：00", "09:00"),
    ],
)
def test_an_hour_is_read_as_it_is_written(text: str, hour: str):
    assert read_hour(text) == dt.time.fromisoformat(hour)


@pytest.mark.parametrize("text", ["", "soon", "25:00", "9:75", "13 pm", "0 am", "99999"])
def test_what_is_no_hour_is_none(text: str):
    assert read_hour(text) is None


def test_an_hour_that_comes_twice_is_the_first_unless_said_otherwise():
    wall = dt.datetime(2031, 10, 26, 1, 30)
    assert hour_in(wall, LONDON) == "twice"
    first, second = instant_of(wall, LONDON), instant_of(wall, LONDON, is_second=True)
    assert (first.hour, second.hour) == (0, 1)
    assert wall_of(first, LONDON) == (wall, False)
    assert wall_of(second, LONDON) == (wall, True)


def test_an_hour_that_is_skipped_is_read_by_the_old_clock():
    wall = dt.datetime(2031, 3, 30, 1, 30)
    assert hour_in(wall, LONDON) == "skipped"
    shown, _ = wall_of(instant_of(wall, LONDON), LONDON)
    assert shown == dt.datetime(2031, 3, 30, 2, 30)


def test_an_ordinary_hour_comes_once():
    assert hour_in(dt.datetime(2031, 6, 1, 9), LONDON) == "once"
    assert hour_in(dt.datetime(2031, 6, 1, 9), dt.timezone(dt.timedelta(hours=8))) == "once"
