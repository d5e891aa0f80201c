"""The press kit: pictures with their words, checked by its own sums, the same bytes each time."""

import csv
import datetime as dt
import hashlib
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import Image

from pressdesk.export.formats import FORMATS
from pressdesk.export.html_reader import read_page
from pressdesk.export.kit import write_kit
from pressdesk.export.kit_items import LABELS
from pressdesk.export.kit_texts import COLUMNS, guarded
from pressdesk.model.framing import Box, Crop
from pressdesk.model.photo import Photo
from pressdesk.model.release import Release
from tests.builders import a_mark, a_person, a_release
from tests.export.jobs import (
    BEFORE,
    a_chinese_release,
    a_figure,
    a_job,
    a_rich_release,
    photographed,
)
from tests.photos.pictures import private_tags, tags

TARGETS = FORMATS["kit"].targets


def kit_of(release: Release, assets: Any, **given: Any) -> dict[str, bytes]:
    """The files of a kit, without the folder they lie in."""
    (file,) = write_kit(a_job(release, assets, targets=TARGETS, **given))
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        folder = file.path.removesuffix(".zip")
        assert all(name.startswith(f"{folder}/") for name in archive.namelist())
        return {name.removeprefix(f"{folder}/"): archive.read(name) for name in archive.namelist()}


def a_group(**fields: Any) -> tuple[Release, Any]:
    assets, photos = photographed((2400, 1600), (500, 700), credit="River Museum")
    marks = tuple(a_mark(f"p{n}", n / 6, 0.2) for n in (3, 1, 2))
    people = tuple(
        a_person(f"p{n}", family=family, given=given)
        for n, family, given in ((1, "Keller", "Anna"), (2, "Berg", "Tom"), (3, "LIN", "Mei"))
    )
    group = replace(photos[0], marks=marks, **fields)
    body = (a_figure("f2", "The hall.", "g2"), a_figure("f1", "The three.", "g1"))
    body = (*body, a_figure("f2", "The hall again.", "g3"))
    return a_release(people=people, photos=(group, photos[1]), body=body, slug="new-wing"), assets


def test_files_are_named_by_order_of_use_who_is_in_them_and_the_release() -> None:
    kit = kit_of(*a_group())
    names = ("01_bridge-2_new-wing.jpg", "02_keller-berg-lin_new-wing.jpg")
    assert set(kit) == {
        *(f"{folder}/{name}" for folder in ("full", "web", "thumbnails") for name in names),
        *("captions.txt", "captions.csv", "rights.txt", "contact-sheet.html", "SHA256SUMS"),
    }


def test_four_people_and_more_are_et_al_and_the_unknown_are_not_named() -> None:
    release, assets = a_group()
    photo = release.photo("f1")
    more = (a_mark(left=0.05), *photo.marks, a_mark(name="Jo van Petrov", left=0.8))
    many = replace(photo, marks=more)
    kit = kit_of(replace(release, photos=(many, release.photo("f2"))), assets)
    assert "full/02_keller-berg-lin-et-al_new-wing.jpg" in kit
    alone = replace(photo, marks=(more[0], more[-1]))
    kit = kit_of(replace(release, photos=(alone, release.photo("f2"))), assets)
    assert "full/02_petrov_new-wing.jpg" in kit


def test_a_name_of_another_script_is_kept_and_one_of_none_is_photo() -> None:
    release, assets = a_chinese_release()
    photo = replace(release.photos[0], marks=(a_mark("p1"),))
    assert "full/01_何_river-museum-zh.jpg" in kit_of(replace(release, photos=(photo,)), assets)
    bare = a_release(photos=(replace(photo, marks=(), name="…"),), body=(a_figure(),), headline="…")
    assert "full/01_photo.jpg" in kit_of(bare, assets)


def test_people_of_odd_names_make_no_odd_file_name() -> None:
    release, assets = a_group()
    people = (
        a_person("p1", family="", given="", native="安娜"),
        a_person("p2", family="CON/../x", given=""),
        a_person("p3", family="", given="", native=""),
    )
    marks = (*release.photo("f1").marks, a_mark(name="\u00a0", left=0.8))
    photos = (replace(release.photo("f1"), marks=marks), release.photo("f2"))
    kit = kit_of(replace(release, people=people, photos=photos), assets)
    assert "full/02_安娜-con-x_new-wing.jpg" in kit


def test_the_sums_are_right_and_sha256sum_says_so(tmp_path: Path) -> None:
    kit = kit_of(*a_rich_release())
    lines = kit["SHA256SUMS"].decode().splitlines()
    told = {path: digest for digest, path in (line.split("  ") for line in lines)}
    assert set(told) == set(kit) - {"SHA256SUMS"}
    for path, digest in told.items():
        assert hashlib.sha256(kit[path]).hexdigest() == digest
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum is not on this machine")
    for path, data in kit.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    subprocess.run(["sha256sum", "--check", "SHA256SUMS"], cwd=tmp_path, check=True)


def test_every_picture_carries_its_caption_and_people_and_nothing_private(tmp_path: Path) -> None:
    kit = kit_of(*a_group())
    pictures = {path: data for path, data in kit.items() if path.endswith(".jpg")}
    assert len(pictures) == 6
    for path, data in pictures.items():
        found = tags(data, tmp_path)
        is_group = "keller" in path
        caption = "The three." if is_group else "The hall."
        assert found["XMP-dc:Description"] == found["IPTC:Caption-Abstract"] == caption
        assert found["XMP-photoshop:Credit"] == found["IPTC:Credit"] == "River Museum"
        people = ["Anna Keller", "Tom Berg", "Mei LIN"] if is_group else None
        assert found.get("XMP-iptcExt:PersonInImage") == people
        assert private_tags(found) == set()


def test_the_sizes_are_those_of_the_photo_of_the_web_and_of_a_sheet(tmp_path: Path) -> None:
    kit = kit_of(*a_group(crop=Crop(box=Box(0.0, 0.0, 0.95, 1.0))))
    name = "02_keller-berg-lin_new-wing.jpg"
    sizes = [
        (found["File:ImageWidth"], found["File:ImageHeight"])
        for folder in ("full", "web", "thumbnails")
        for found in (tags(kit[f"{folder}/{name}"], tmp_path),)
    ]
    assert sizes == [(2280, 1600), (1920, 1347), (540, 360)]


def test_texts_say_every_caption_credit_and_right() -> None:
    release, assets = a_rich_release(rights="© 2026 Lakeford University. Free for press use.")
    photos = tuple(replace(photo, usage="Press use only") for photo in release.photos)
    kit = kit_of(replace(release, photos=photos), assets)
    captions = kit["captions.txt"].decode()
    rights = kit["rights.txt"].decode()
    for text in ("The glass bridge between the towers.", "Photo: River Museum"):
        assert text in captions
    assert captions.index("01_bridge-1") < captions.index("02_bridge-2")
    assert rights.count("Usage terms: Press use only") == 3
    assert release.rights in rights


def test_the_last_day_of_use_is_told_in_every_text() -> None:
    release, assets = a_group(use_until=dt.date(2028, 3, 5), consent_until=dt.date(2027, 1, 2))
    kit = kit_of(release, assets)
    assert "May be used until: Jan. 2, 2027" in kit["rights.txt"].decode()
    assert "Jan. 2, 2027" in read_page(kit["contact-sheet.html"].decode()).text
    rows = list(csv.DictReader(io.StringIO(kit["captions.csv"].decode("utf-8-sig"))))
    assert [row["use_until"] for row in rows] == ["", "2027-01-02"]


def test_the_table_reads_back_equal() -> None:
    kit = kit_of(*a_group())
    rows = list(csv.DictReader(io.StringIO(kit["captions.csv"].decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert rows[1]["caption"] == "The three."
    assert rows[1]["people"] == "Anna Keller; Tom Berg; Mei LIN"
    assert kit["captions.csv"].startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_the_table_is_a_formula(begin: str) -> None:
    assert guarded(f"{begin}1+1") == f"'{begin}1+1"
    assert guarded(f"1{begin}1") == f"1{begin}1"


def test_a_caption_that_looks_like_a_formula_stays_a_text_in_the_table() -> None:
    assets, photos = photographed((300, 200), credit='=HYPERLINK("https://x.example")')
    release = a_release(photos=photos, body=(a_figure(caption="@SUM(A1)"),))
    text = kit_of(release, assets)["captions.csv"].decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["caption"] == "'@SUM(A1)"
    assert row["credit"].startswith("'=HYPERLINK")


def test_the_sheet_shows_each_picture_runs_nothing_and_links_to_its_files() -> None:
    release, assets = a_group()
    source = kit_of(release, assets)["contact-sheet.html"].decode()
    page = read_page(source)
    assert page.hazards == ()
    assert page.robots == "noindex"
    linked = re.findall(r'(?:src|href)="([^"]+)"', source)
    name = "02_keller-berg-lin_new-wing.jpg"
    assert linked[3:] == [f"thumbnails/{name}", f"full/{name}", f"web/{name}"]
    assert "2400 × 1600 pixels" in page.text


def test_a_draft_and_an_embargo_stand_on_every_text() -> None:
    release, assets = a_rich_release()
    (file,) = write_kit(a_job(release, assets, targets=TARGETS, stage="draft", now=BEFORE))
    assert "-DRAFT-v3-" in file.path
    kit = kit_of(release, assets, stage="draft", now=BEFORE)
    for text in ("captions.txt", "rights.txt", "contact-sheet.html"):
        words = kit[text].decode()
        assert "DRAFT v3" in words
        assert "Not for publication" in words
        assert "Embargoed until" in words


def test_a_chinese_kit_speaks_chinese() -> None:
    release, assets = a_chinese_release()
    kit = kit_of(release, assets)
    assert "图片：湖津大学" in kit["captions.txt"].decode()
    assert "替代文字：两座塔楼之间的玻璃桥" in kit["captions.txt"].decode()
    assert 'lang="zh-CN"' in kit["contact-sheet.html"].decode()
    assert LABELS["zh"].keys() == LABELS["en"].keys()


def test_without_pictures_the_kit_says_so() -> None:
    kit = kit_of(a_release(), None)
    assert "There are no pictures" in kit["captions.txt"].decode()
    assert "There are no pictures" in read_page(kit["contact-sheet.html"].decode()).text


def test_two_kits_are_equal_to_the_byte() -> None:
    release, assets = a_rich_release()
    jobs = [a_job(release, assets, targets=TARGETS) for _ in range(2)]
    assert write_kit(jobs[0]) == write_kit(jobs[1])


def test_the_full_size_of_an_untouched_photo_has_its_pixels() -> None:
    release, assets = a_group()
    photo: Photo = release.photo("f1")
    with (
        Image.open(io.BytesIO(assets.read(photo.media))) as before,
        Image.open(
            io.BytesIO(kit_of(release, assets)["full/02_keller-berg-lin_new-wing.jpg"])
        ) as after,
    ):
        assert after.tobytes() == before.tobytes()
