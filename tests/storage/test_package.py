"""A release saved to a `.press` file comes back equal, and foreign files are refused."""

import datetime as dt
import hashlib
import json
import os
import zipfile
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

import msgspec
import pytest
from msgspec.structs import replace

from pressdesk.model.assets import Assets
from pressdesk.model.framing import Crop
from pressdesk.model.problem import PressDeskError
from pressdesk.storage.disk import Disk
from pressdesk.storage.package import VERSION, Package, read_package, write_package
from tests.builders import a_mark, a_paragraph, a_person, a_photo, a_release

SAVE = UUID(int=7)
NOON = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)


def saved(path: Path, **fields: object) -> Package:
    assets, sha256 = Assets().with_bytes(b"picture bytes")
    release = a_release(photos=(a_photo(media=sha256),), people=(a_person(),), **fields)
    return write_package(path, release, assets, save_id=SAVE, saved_at=NOON)


def rewritten(path: Path, change: dict[str, bytes | None]) -> None:
    """Write an archive again with parts changed, added, or (None) left out."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**parts, **change}.items():
            if data is not None:
                archive.writestr(name, data)


def with_article(path: Path, article: bytes, **manifest: object) -> None:
    """Put another text into a package, with a manifest that names it."""
    with zipfile.ZipFile(path) as archive:
        known = json.loads(archive.read("manifest.json"))
    known["parts"]["release.json"] = {
        "sha256": hashlib.sha256(article).hexdigest(),
        "size": len(article),
    }
    changed = json.dumps({**known, **manifest}).encode()
    rewritten(path, {"release.json": article, "manifest.json": changed})


def article_of(path: Path) -> dict[str, object]:
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read("release.json"))


def test_a_saved_release_opens_equal_with_its_photos(tmp_path: Path):
    path = tmp_path / "r.press"
    written = saved(path)
    opened = read_package(path)
    assert opened.release == written.release
    assert opened.manifest == written.manifest
    assert opened.assets.read(opened.release.photos[0].media) == b"picture bytes"
    assert opened.problems == ()


def test_equal_content_gives_equal_bytes(tmp_path: Path):
    saved(tmp_path / "a.press")
    saved(tmp_path / "b.press")
    assert (tmp_path / "a.press").read_bytes() == (tmp_path / "b.press").read_bytes()


def test_the_file_says_what_it_is_in_its_first_bytes(tmp_path: Path):
    saved(tmp_path / "r.press")
    head = (tmp_path / "r.press").read_bytes()[:100]
    assert b"mimetypeapplication/vnd.pressdesk.release+zip" in head


def test_a_disk_that_gives_back_other_bytes_is_told_and_the_old_file_stays(tmp_path: Path):
    class ForgetfulDisk(Disk):
        def flush(self, file: BinaryIO) -> None:
            super().flush(file)
            file.truncate(file.seek(0, os.SEEK_END) - 10)

    path = tmp_path / "a.press"
    opened = saved(path)
    before = path.read_bytes()
    disk = ForgetfulDisk()
    with pytest.raises(PressDeskError) as caught:
        write_package(path, a_release(), opened.assets, save_id=SAVE, saved_at=NOON, disk=disk)
    assert str(caught.value).startswith("“a.press” was not written. ")
    assert caught.value.code == "PD-SAV-009"
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_only_photos_of_the_release_are_kept(tmp_path: Path):
    opened = saved(tmp_path / "r.press")
    assets, _ = opened.assets.with_bytes(b"left over")
    again = write_package(
        tmp_path / "r.press", opened.release, assets, save_id=SAVE, saved_at=NOON, base=opened
    )
    assert list(again.assets) == [opened.release.photos[0].media]


def test_a_release_can_be_saved_over_the_file_it_was_opened_from(tmp_path: Path):
    path = tmp_path / "r.press"
    opened = read_package(saved(path) and path)
    changed = replace(opened.release, headline="Changed")
    write_package(path, changed, opened.assets, save_id=UUID(int=8), saved_at=NOON, base=opened)
    again = read_package(path)
    assert again.release.headline == "Changed"
    assert again.manifest.parent_save_id == SAVE
    assert again.assets.read(changed.photos[0].media) == b"picture bytes"


def test_a_photo_whose_picture_is_missing_is_said_and_the_text_still_saves(tmp_path: Path):
    release = a_release(photos=(a_photo(),))
    write_package(tmp_path / "r.press", release, Assets(), save_id=SAVE, saved_at=NOON)
    opened = read_package(tmp_path / "r.press")
    assert opened.release == release
    assert [problem.code for problem in opened.problems] == ["PD-DOC-009"]


def test_unknown_keys_and_extensions_survive_opening_and_saving(tmp_path: Path):
    path = tmp_path / "r.press"
    saved(path, body=(a_paragraph("One", "b1"), a_paragraph("Two", "b2")))
    article = article_of(path)
    article["mood"] = "glad"
    article["people"][0]["pronoun"] = "she"  # type: ignore[index]
    article["body"][1]["spans"][0]["font"] = 3  # type: ignore[index]
    with_article(path, json.dumps(article).encode(), version="1.7")
    with zipfile.ZipFile(path) as archive:
        known = json.loads(archive.read("manifest.json"))
    known["parts"]["ext/plan.json"] = {"sha256": hashlib.sha256(b"{}").hexdigest(), "size": 2}
    rewritten(path, {"ext/plan.json": b"{}", "manifest.json": json.dumps(known).encode()})

    opened = read_package(path)
    assert not opened.read_only
    body = (opened.release.body[1], opened.release.body[0])
    write_package(
        path,
        replace(opened.release, headline="New", body=body),
        opened.assets,
        save_id=SAVE,
        saved_at=NOON,
        base=opened,
    )
    again = article_of(path)
    assert again["headline"] == "New"
    assert again["mood"] == "glad"
    assert again["people"][0]["pronoun"] == "she"  # type: ignore[index]
    assert again["body"][0]["spans"][0]["font"] == 3  # type: ignore[index]
    assert read_package(path).extensions == {"ext/plan.json": b"{}"}


def test_a_newer_file_opens_for_reading_only(tmp_path: Path):
    path = tmp_path / "r.press"
    saved(path)
    with_article(path, json.dumps(article_of(path)).encode(), version="2.0", min_reader=2)
    opened = read_package(path)
    assert opened.read_only
    assert f"newer PressDesk (format 2.0; this is {VERSION})" in opened.problems[0].message
    before = path.read_bytes()
    with pytest.raises(PressDeskError, match="PD-DOC-010"):
        write_package(path, opened.release, opened.assets, save_id=SAVE, saved_at=NOON, base=opened)
    assert path.read_bytes() == before


def test_a_newer_file_that_can_not_be_understood_says_so(tmp_path: Path):
    path = tmp_path / "r.press"
    saved(path)
    article = {**article_of(path), "body": [{"kind": "hologram", "id": "b1"}]}
    with_article(path, json.dumps(article).encode(), version="2.0", min_reader=2)
    with pytest.raises(PressDeskError, match="newer PressDesk"):
        read_package(path)


@pytest.mark.parametrize(
    ("article", "code"),
    [
        (b'{"headline": "a", "headline": "b"}', "PD-DOC-005"),
        (b"[" * 100_000, "PD-DOC-006"),
        (b'{"version": NaN}', "PD-DOC-006"),
        (b'{"headline": "\\ud800"}', "PD-DOC-006"),
        (b'{"version": ' + b"9" * 5000 + b"}", "PD-DOC-006"),
        (b"\xff\xfe", "PD-DOC-006"),
        (b"{}", "PD-DOC-006"),
        (b"[]", "PD-DOC-006"),
    ],
)
def test_text_that_does_not_hold_is_refused(tmp_path: Path, article: bytes, code: str):
    path = tmp_path / "r.press"
    saved(path)
    with_article(path, article)
    with pytest.raises(PressDeskError, match=code):
        read_package(path)


def test_text_that_the_manifest_does_not_name_is_refused(tmp_path: Path):
    path = tmp_path / "r.press"
    saved(path)
    rewritten(path, {"release.json": msgspec.json.encode(a_release(headline="Forged"))})
    with pytest.raises(PressDeskError, match="PD-DOC-008"):
        read_package(path)


def test_a_photo_that_was_exchanged_is_refused_when_read(tmp_path: Path):
    path = tmp_path / "r.press"
    media = saved(path).release.photos[0].media
    rewritten(path, {f"media/{media}.jpg": b"PICTURE BYTES"})
    opened = read_package(path)
    with pytest.raises(PressDeskError, match="not the one that was saved"):
        opened.assets.read(media)


@pytest.mark.parametrize("part", ["mimetype", "manifest.json", "release.json"])
def test_a_package_without_one_of_its_parts_is_refused(tmp_path: Path, part: str):
    path = tmp_path / "r.press"
    saved(path)
    rewritten(path, {part: None})
    with pytest.raises(PressDeskError, match=r"PD-DOC-00"):
        read_package(path)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("slip.press", "PD-DOC-003"),
        ("symlink.press", "PD-DOC-00"),
        ("dup_names.press", "PD-DOC-004"),
        ("lying_size.press", "PD-"),
        ("truncated.press", "PD-DOC-002"),
        ("empty.press", "PD-DOC-002"),
    ],
)
def test_hostile_archives_are_refused_with_a_sentence(corpus: Path, name: str, code: str):
    with pytest.raises(PressDeskError, match=code) as caught:
        read_package(corpus / "hostile/made" / name)
    assert name in caught.value.what
    assert caught.value.safe


def test_an_archive_of_too_many_parts_or_bytes_is_refused_unread(tmp_path: Path):
    many = tmp_path / "many.press"
    with zipfile.ZipFile(many, "w") as archive:
        for number in range(2_001):
            archive.writestr(f"ext/{number}", b"")
    with pytest.raises(PressDeskError, match="limit is 2000"):
        read_package(many)
    bomb = tmp_path / "bomb.press"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", b"")
        with archive.open("release.json", "w") as part:
            for _ in range(20):
                part.write(bytes(1_000_000))
    with pytest.raises(PressDeskError, match="limit is 16 MB"):
        read_package(bomb)


@pytest.mark.parametrize("cut", [0, 1, 30, 300, 700])
def test_a_file_cut_off_anywhere_is_refused_with_a_sentence(tmp_path: Path, cut: int):
    path = tmp_path / "r.press"
    saved(path)
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(PressDeskError, match="PD-DOC-002"):
        read_package(path)


def test_what_is_not_there_or_a_folder_is_said(tmp_path: Path):
    with pytest.raises(PressDeskError, match="no such file"):
        read_package(tmp_path / "absent.press")
    with pytest.raises(PressDeskError, match="folder"):
        read_package(tmp_path)


def test_marks_and_crops_are_kept_with_what_a_newer_program_knows_of_them(tmp_path: Path):
    path = tmp_path / "r.press"
    photo = a_photo(marks=(a_mark("p1"),), crop=Crop(angle=2.5), rating=3)
    release = a_release(people=(a_person(),), photos=(photo,))
    write_package(path, release, Assets(), save_id=SAVE, saved_at=NOON)
    article = article_of(path)
    article["photos"][0]["marks"][0]["smiles"] = True  # type: ignore[index]
    article["photos"][0]["crop"]["curve"] = [1, 2]  # type: ignore[index]
    with_article(path, json.dumps(article).encode(), version="1.7")

    opened = read_package(path)
    assert opened.release == release
    write_package(path, release, Assets(), save_id=SAVE, saved_at=NOON, base=opened)
    assert article_of(path)["photos"] == article["photos"]
