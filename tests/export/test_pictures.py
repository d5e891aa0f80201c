"""The pictures of an export: whom they show and where, and what stayed in the house."""

from typing import Any

import pytest
from msgspec.structs import replace
from PIL import Image

from pressdesk.export.pictures import Pictures, render_pictures
from pressdesk.model.assets import Assets
from pressdesk.model.body import Figure, Span
from pressdesk.model.framing import Box, Crop
from pressdesk.model.photo import Mark, Photo
from pressdesk.model.photo_edits import set_crop, set_marks
from pressdesk.model.release import Event, Release
from pressdesk.photos.render import COLUMN, LEAD, WEB, Renderer, Target
from tests.builders import a_mark, a_person, a_release
from tests.export.jobs import photographed
from tests.photos.pictures import a_picture, encoded, tags

PEOPLE = (
    a_person("p1", family="Keller", given="Anna"),
    a_person("p2", family="林", given="美", order="family-first"),
)
MARKS = (
    a_mark("p1", 0.6),
    a_mark("p2", 0.2),
    a_mark(name="Jo Petrov", left=0.8),
    a_mark(left=0.4),
)


def _rendered(release: Release, assets: Assets, *targets: Target) -> Pictures:
    return render_pictures(release, assets, targets, Renderer(None, workers=1))


def _marked(*marks: Mark, **fields: Any) -> tuple[Release, Assets]:
    assets, photos = photographed((1200, 800))
    release = a_release(
        people=PEOPLE,
        photos=photos,
        body=(Figure(id="g1", photo="f1", caption=(Span("The opening."),)),),
        slug="river-museum",
        event=Event(name="Opening"),
        **fields,
    )
    return set_marks(release, "f1", marks), assets


def _regions(found: dict[str, Any]) -> dict[str, tuple[float, ...]]:
    return {
        region["Name"]: tuple(region["RegionBoundary"][f"Rb{side}"] for side in "XYWH")
        for region in found.get("XMP-iptcExt:ImageRegion", ())
    }


def test_people_stand_in_order_each_in_a_region_and_nobody_unknown(tmp_path: Any) -> None:
    release, assets = _marked(*MARKS)

    found = tags(_rendered(release, assets, WEB[0]).of("g1", WEB[0]).data, tmp_path)

    assert found["XMP-iptcExt:PersonInImage"] == ["林美", "Anna Keller", "Jo Petrov"]
    assert _regions(found) == {
        "Anna Keller": (0.6, 0.2, 0.1, 0.15),
        "林美": (0.2, 0.2, 0.1, 0.15),
        "Jo Petrov": (0.8, 0.2, 0.1, 0.15),
    }
    assert found["XMP-iptcExt:Event"] == "Opening"
    assert found["IPTC:OriginalTransmissionReference"] == "river-museum"


def test_regions_follow_the_crop_and_those_outside_are_left_out(tmp_path: Any) -> None:
    release, assets = _marked(*MARKS)
    cropped = set_crop(release, "f1", Crop(box=Box(0.0, 0.0, 0.75, 0.5)))

    pictures = _rendered(cropped, assets, COLUMN, LEAD)
    found = tags(pictures.of("g1", COLUMN).data, tmp_path)

    assert found["XMP-iptcExt:PersonInImage"] == ["林美", "Anna Keller"]
    assert _regions(found) == {
        "Anna Keller": (0.8, 0.4, 0.133333, 0.3),
        "林美": (0.266667, 0.4, 0.133333, 0.3),
    }
    lead = _regions(tags(pictures.of("g1", LEAD).data, tmp_path))
    assert lead["林美"] == pytest.approx((102 / 762, 0.4, 120 / 762, 0.3), abs=0.001)


def test_a_fixed_shape_that_cuts_somebody_off_tells_no_region_there(tmp_path: Any) -> None:
    release, assets = _marked(a_mark("p1", 0.4, 0.02), a_mark("p2", 0.5, 0.84))
    tall = Target(300, height_px=60)

    found = tags(_rendered(release, assets, tall).of("g1", tall).data, tmp_path)

    assert _regions(found) == {}
    assert found["XMP-iptcExt:PersonInImage"] == ["林美", "Anna Keller"]


def test_a_straightened_picture_has_its_regions_turned(tmp_path: Any) -> None:
    release, assets = _marked(a_mark("p1", 0.45, 0.425))
    turned = set_crop(release, "f1", Crop(angle=10))

    found = _regions(tags(_rendered(turned, assets, COLUMN).of("g1", COLUMN).data, tmp_path))

    x, y, width, height = found["Anna Keller"]
    assert (x + width / 2, y + height / 2) == pytest.approx((0.5, 0.5))
    assert width > 0.1


def test_two_photos_of_the_same_bytes_keep_their_own_crops() -> None:
    release, assets = _marked()
    photo = release.photo("f1")
    twin = replace(photo, id="f2", crop=Crop(box=Box(0.0, 0.0, 0.5, 1.0)))
    body = (*release.body, Figure(id="g2", photo="f2"))
    pictures = _rendered(replace(release, photos=(photo, twin), body=body), assets, WEB[0])

    assert [pictures.of(one, WEB[0]).height for one in ("g1", "g2")] == [427, 800 * 600 // 600]


def _private(number: int, *parts: str) -> bytes:
    exif = Image.Exif()
    if "position" in parts:
        exif[0x8825] = {1: "N", 2: (47.0, 30.0, 0.0)}
    if "serial number" in parts:
        exif[0x8769] = {0xA431: "SN-1234567"}
    return encoded(a_picture(90 + number, 64), exif=exif.tobytes())


def test_what_was_removed_is_told_with_the_number_of_photos() -> None:
    parts = [("position", "serial number")] * 3 + [("position",)] + [()] * 2
    assets, photos = Assets(), list[Photo]()
    (_, (model,)) = photographed((96, 64))
    for number, some in enumerate(parts):
        assets, media = assets.with_bytes(_private(number, *some))
        photos.append(replace(model, id=f"f{number}", media=media, width=90 + number))
    figures = tuple(Figure(id=f"g{n}", photo=f"f{n}") for n in range(len(parts)))
    release = a_release(photos=tuple(photos), body=figures)

    (problem,) = _rendered(release, assets, COLUMN, *WEB).report()

    assert (problem.code, problem.severity) == ("PD-EXP-009", "hint")
    assert problem.message == (
        "Removed from the exported pictures: position and serial number from 3 photos;"
        " position from 1 photo."
    )
    assert _rendered(release, assets).report() == ()


def test_words_that_iim_cannot_hold_are_told_once_for_a_photo() -> None:
    release, assets = _marked()
    photo = replace(release.photo("f1"), credit="湖津大学新闻中心摄影部何美岚")
    twice = (*release.body, Figure(id="g2", photo="f1"))
    pictures = _rendered(replace(release, photos=(photo,), body=twice), assets, *WEB)

    assert [(each.code, each.place.item) for each in pictures.report()] == [("PD-IMG-020", "f1")]
