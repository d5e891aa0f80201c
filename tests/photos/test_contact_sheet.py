"""Photos on the contact sheet: what they lack, filters and orders."""

import datetime as dt
from typing import Any

import pytest

from pressdesk.model.body import Figure, Span
from pressdesk.model.framing import Box, Crop
from pressdesk.photos.contact_sheet import (
    Filter,
    Order,
    arranged,
    find_like,
    is_in,
    quality_flags,
    sheet_photos,
)
from pressdesk.photos.quality import BLOWN, SHARP, Quality
from tests.builders import a_paragraph, a_photo, a_release

TODAY = dt.date(2026, 3, 5)


def a_sheet(*photos: Any, figures: tuple[Figure, ...] = (), **fields: Any):
    release = a_release(photos=photos, body=(a_paragraph(), *figures), **fields)
    return sheet_photos(release, TODAY)


def a_quality(**fields: Any) -> Quality:
    given: dict[str, Any] = {
        "sharpness": 500.0,
        "blown": 0.0,
        "hash": 0,
        "transparent": False,
        "bits": 8,
        "mode": "RGB",
        "profile": "",
    }
    return Quality(**{**given, **fields})


def a_figure(photo: str, caption: str = "") -> Figure:
    return Figure(id=f"g-{photo}", photo=photo, caption=(Span(caption),) if caption else ())


def test_a_photo_is_judged_by_its_use_and_an_unused_one_by_its_description():
    used = a_photo("f1", description="Boats in the hall in 2026.")
    loose = a_photo("f2", media="1" * 64, description="Boats in the hall in 2026.")
    first, second = a_sheet(used, loose, figures=(a_figure("f1"),))
    assert not first.has_caption
    assert "when" in first.missing
    assert second.has_caption
    assert "when" not in second.missing
    assert first.caption == second.caption == "Boats in the hall in 2026."


def test_the_standing_is_told():
    photos = [a_photo(f"f{n}", media=str(n) * 64, width=2000) for n in range(4)]
    sheet = a_sheet(
        *photos, figures=(a_figure("f1"), a_figure("f0")), attached=(a_figure("f2", "A"),)
    )
    assert [one.photo.id for one in sheet] == ["f1", "f0", "f2", "f3"]
    assert [one.flags for one in sheet] == [("lead",), (), ("attached",), ("unused",)]


@pytest.mark.parametrize(
    ("fields", "flag"),
    [
        ({"consent": "refused"}, "consent-refused"),
        ({"consent": "asked"}, "consent-asked"),
        ({"consent": "given", "consent_until": dt.date(2026, 3, 4)}, "consent-over"),
        ({"use_until": dt.date(2026, 3, 4)}, "use-over"),
        ({"width": 1199}, "too-small"),
        ({"width": 2000, "crop": Crop(box=Box(0.0, 0.0, 0.5, 0.5))}, "too-small"),
    ],
)
def test_what_forbids_a_photo_is_told(fields: dict[str, Any], flag: str):
    (one,) = a_sheet(a_photo(**{"width": 2000, **fields}))
    assert one.flags == (flag, "unused")


def test_the_last_day_itself_is_allowed_and_a_later_release_counts():
    allowed = a_photo(width=2000, consent="given", consent_until=TODAY, use_until=TODAY)
    assert a_sheet(allowed)[0].flags == ("unused",)
    late = a_sheet(allowed, date=TODAY + dt.timedelta(1))[0]
    assert late.flags == ("consent-over", "use-over", "unused")


@pytest.mark.parametrize(
    ("wanted", "fields", "caption"),
    [
        ("no-caption", {}, ""),
        ("no-credit", {"credit": "", "creator": ""}, "Boats"),
        ("no-alt", {"alt": ""}, "Boats"),
        ("too-small", {"width": 900}, "Boats"),
    ],
)
def test_a_filter_shows_what_lacks_something(wanted: Filter, fields: dict[str, Any], caption: str):
    given = {"width": 2000, "credit": "Mira Penn", **fields}
    whole = a_photo("f2", media="1" * 64, width=2000, credit="Mira Penn")
    figures = (a_figure("f1", caption), a_figure("f2", "Boats"))
    sheet = a_sheet(a_photo("f1", **given), whole, figures=figures)
    assert [one.photo.id for one in sheet if is_in(one, wanted)] == ["f1"]
    assert [one.photo.id for one in arranged(sheet, "release", wanted)] == ["f1"]


def test_unused_photos_are_found():
    sheet = a_sheet(a_photo("f1"), a_photo("f2", media="1" * 64), figures=(a_figure("f1"),))
    assert [one.photo.id for one in arranged(sheet, "release", "unused")] == ["f2"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("release", ["f3", "f0", "f1", "f2"]),
        ("taken", ["f2", "f0", "f1", "f3"]),
        ("name", ["f1", "f2", "f0", "f3"]),
        ("rating", ["f1", "f3", "f0", "f2"]),
    ],
)
def test_photos_are_sorted(order: Order, expected: list[str]):
    given = (
        ("IMG 10.jpg", TODAY, 3),
        ("img 1.jpg", None, 5),
        ("IMG 2.jpg", dt.date(2020, 1, 1), 0),
        ("z.jpg", None, 3),
    )
    photos = [
        a_photo(f"f{n}", media=str(n) * 64, name=name, taken=taken, rating=rating)
        for n, (name, taken, rating) in enumerate(given)
    ]
    sheet = a_sheet(*photos, figures=(a_figure("f3"),))
    ids = [one.photo.id for one in arranged(sheet, order)]
    assert ids == expected


def test_the_quality_is_told_by_the_thresholds():
    assert quality_flags(a_quality()) == ()
    assert quality_flags(a_quality(sharpness=SHARP - 1)) == ("blurred",)
    assert quality_flags(a_quality(blown=BLOWN + 0.01)) == ("blown",)


def test_a_like_photo_is_found_and_the_same_one_is_not():
    photos = [a_photo(f"f{n}", media=str(n) * 64) for n in range(3)]
    measured = {
        photo.media: a_quality(hash=each)
        for photo, each in zip(photos, (0, 7, 1 << 40), strict=True)
    }
    measured["2" * 64] = a_quality(hash=(1 << 40) - 1)
    assert find_like("0" * 64, measured["0" * 64], measured, photos) == photos[1]
    assert find_like("2" * 64, measured["2" * 64], measured, photos) is None
