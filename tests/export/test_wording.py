"""Dates, datelines and release lines print as the press prints them."""

import datetime as dt

import pytest

from pressdesk.export.pack_rules import DateStyle
from pressdesk.export.wording import date_text, dateline, instant_text, zone
from pressdesk.model.release import Embargo

DAY = dt.date(2023, 11, 21)


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("ap", "Nov. 21, 2023"),
        ("british", "21 November 2023"),
        ("chinese", "2023年11月21日"),
        ("iso", "2023-11-21"),
    ],
)
def test_a_day_is_written_in_the_style_of_the_house(style: DateStyle, text: str):
    assert date_text(DAY, style) == text


def test_ap_spells_out_the_short_months():
    months = [date_text(dt.date(2026, month, 1), "ap").split()[0] for month in range(1, 13)]
    assert months == [
        *("Jan.", "Feb.", "March", "April", "May", "June"),
        *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
    ]


@pytest.mark.parametrize(
    ("place", "day", "style", "text"),
    [
        ("Wuhan, China", DAY, "ap", "WUHAN, China, Nov. 21, 2023 —"),
        ("Wuhan, China", DAY, "british", "Wuhan, China, 21 November 2023 —"),
        ("武汉", DAY, "chinese", "武汉，2023年11月21日——"),
        ("Wuhan", None, "ap", "WUHAN —"),
        ("", DAY, "ap", "Nov. 21, 2023 —"),
        ("", None, "ap", ""),
    ],
)
def test_a_dateline_is_composed_of_what_is_known(
    place: str, day: dt.date | None, style: DateStyle, text: str
):
    assert dateline(place, day, style) == text


@pytest.mark.parametrize(
    ("instant", "name", "style", "text"),
    [
        ("2023-11-22T09:00+08:00", "Asia/Shanghai", "ap",
         "22 November 2023, 09:00 CST (01:00 UTC)"),
        ("2023-11-22T09:00+08:00", "+08:00", "british",
         "22 November 2023, 09:00 UTC+8 (01:00 UTC)"),
        ("2023-11-22T05:00+05:30", "+05:30", "ap",
         "22 November 2023, 05:00 UTC+5:30 (21 November 2023, 23:30 UTC)"),
        ("2023-11-22T09:00+08:00", "Asia/Shanghai", "chinese",
         "2023年11月22日 09:00 CST（01:00 UTC）"),
        ("2026-07-01T10:00+00:00", "UTC", "ap", "1 July 2026, 10:00 UTC"),
        ("2026-07-01T10:00-03:00", "America/Sao_Paulo", "ap",
         "1 July 2026, 10:00 UTC−3 (13:00 UTC)"),
        # the day summer time ends: 02:30 local stands for two instants
        ("2026-10-25T02:30+02:00", "Europe/Paris", "ap",
         "25 October 2026, 02:30 CEST (00:30 UTC)"),
        ("2026-10-25T02:30+01:00", "Europe/Paris", "ap",
         "25 October 2026, 02:30 CET (01:30 UTC)"),
    ],
)  # fmt: skip
def test_an_embargo_is_told_in_its_zone_and_in_utc(
    instant: str, name: str, style: DateStyle, text: str
):
    embargo = Embargo.at(dt.datetime.fromisoformat(instant), name)
    assert instant_text(embargo, style) == text


@pytest.mark.parametrize("name", ["", "Nowhere/City", "../../etc/passwd", "+99:00", "Z:"])
def test_a_zone_that_does_not_exist_is_refused(name: str):
    with pytest.raises(ValueError, match=r".*"):
        zone(name)
