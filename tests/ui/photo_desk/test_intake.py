"""Files dropped on the photo desk: seen at once, read by workers, refused in sentences."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressdesk.ui.document import Document
from pressdesk.ui.photo_desk.desk import PhotoDesk
from pressdesk.ui.photo_desk.sheet_model import ArrivingCell, PhotoCell
from pressdesk.ui.photo_intake import PhotoIntake
from pressdesk.ui.photo_reading import PhotoReader, Read
from pressdesk.ui.program import Program
from tests.builders import a_release
from tests.photos.pictures import (
    CORNERS,
    corners,
    encoded,
    exif_with_thumbnail,
    stored,
)
from tests.ui.photo_desk.conftest import a_scene
from tests.ui.windows import drop_files

Desk = Callable[..., PhotoDesk]
Files = Callable[..., list[Path]]


@pytest.fixture
def drop(qtbot: QtBot, program: Program) -> Callable[[PhotoDesk, list[Path]], str]:
    """Drop files and wait until all is told; gives what is told."""

    def drop(desk: PhotoDesk, paths: list[Path]) -> str:
        desk.sheet.arriving.report.hide()
        drop_files(desk, paths)
        qtbot.waitUntil(desk.sheet.arriving.report.isVisible, timeout=20_000)
        qtbot.waitUntil(lambda: not program.tasks.is_busy, timeout=20_000)
        return desk.sheet.arriving.report.text

    return drop


def names(document: Document) -> list[str]:
    return [photo.name for photo in document.release.photos]


def test_dropped_photos_come_in_without_a_use_in_one_step(
    desk_of: Desk, drop: Any, pictures_of: Files
):
    document = Document(a_release())
    desk = desk_of(document)
    told = drop(desk, pictures_of("img 10.jpg", "img 2.jpg"))
    assert names(document) == ["img 2.jpg", "img 10.jpg"]
    assert document.release.figures == ()
    assert document.undo_label == "Add photos"
    assert re.fullmatch(r"2 photo(s|\(s\)) added", told)
    assert desk.sheet.view.chosen == [document.release.photos[0].id]
    document.undo()
    assert document.release.photos == ()
    document.redo()
    media = document.release.photos[0].media
    assert document.assets.read(media)


def test_a_folder_is_taken_whole(desk_of: Desk, drop: Any, pictures_of: Files):
    paths = pictures_of("a.jpg", "b.jpg")
    document = Document(a_release())
    drop(desk_of(document), [paths[0].parent])
    assert names(document) == ["a.jpg", "b.jpg"]


def test_what_was_read_is_seen_and_measured_at_once(
    desk_of: Desk, drop: Any, pictures_of: Files, program: Program
):
    document = Document(a_release())
    desk = desk_of(document)
    drop(desk, pictures_of("a.jpg"))
    photo = document.release.photos[0]
    assert desk.sheet.qualities.quality(photo)
    assert program.measured.get(photo.media) == desk.sheet.qualities.quality(photo)
    image = program.pictures.image(photo, document.assets, 480)
    assert image is not None
    assert image.width() == 480
    assert not program.tasks.is_busy  # nothing had to be made for it


def test_thumbnails_in_the_files_are_seen_upright_before_anything_is_read(
    qtbot: QtBot, program: Program, tmp_path: Path
):
    thumbnail = encoded(stored(6, 160, 106))
    path = tmp_path / "a.jpg"
    path.write_bytes(encoded(stored(6, 900, 600), exif=exif_with_thumbnail(6, thumbnail)))
    intake = PhotoIntake(program.tasks, program.media, program)
    came: list[tuple[str, Any]] = []
    intake.began.connect(lambda files: came.append(("began", files)))
    intake.glimpsed.connect(lambda place, image: came.append(("glimpsed", image)))
    intake.was_read.connect(lambda place, read: came.append(("read", read)))
    with qtbot.waitSignal(intake.ended):
        intake.take([path], lambda _: None)
    assert sorted(name for name, _ in came) == ["began", "glimpsed", "read"]
    assert came[0] == ("began", [path])
    glimpsed = dict(came)["glimpsed"]
    assert glimpsed.width() > glimpsed.height()
    target = tmp_path / "seen.png"
    glimpsed.save(str(target))
    assert corners(target.read_bytes()) == CORNERS


def test_arriving_files_are_shown_and_can_not_be_chosen(desk_of: Desk, four: Document):
    desk = desk_of(four)
    model = desk.sheet.model
    desk.sheet.arriving._begin([Path("a.jpg"), Path("b.jpg")])
    last = model.index(model.rowCount() - 1)
    assert model.cell(last) == ArrivingCell("b.jpg")
    assert model.data(last, Qt.ItemDataRole.AccessibleTextRole) == "b.jpg, being read"
    assert not model.flags(last) & Qt.ItemFlag.ItemIsSelectable
    model.show_arriving(1, told="It is empty.")
    assert model.data(last, Qt.ItemDataRole.AccessibleTextRole) == "b.jpg, It is empty."
    model.set_arriving(())
    assert model.rowCount() == 4


def test_reading_is_stopped_by_a_button_and_nothing_is_added(
    desk_of: Desk, four: Document, pictures_of: Files, qtbot: QtBot, program: Program
):
    desk = desk_of(four)
    before = four.release
    desk.take(pictures_of(*(f"{n}.jpg" for n in range(30))))
    qtbot.waitUntil(lambda: desk.sheet.model.rowCount() == 34)
    assert desk.sheet.arriving.bar.isVisible()
    QTest.mouseClick(desk.sheet.arriving.bar.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not program.tasks.is_busy, timeout=20_000)
    assert four.release is before
    assert desk.sheet.model.rowCount() == 4
    qtbot.wait(50)  # nothing that was read before comes after the end
    assert desk.sheet.model.rowCount() == 4
    assert not desk.sheet.arriving.bar.isVisible()
    assert desk.sheet.arriving.report.text == "Reading was stopped. Nothing was added."


def test_the_same_bytes_are_said_to_be_here(desk_of: Desk, drop: Any, pictures_of: Files):
    document = Document(a_release())
    desk = desk_of(document)
    (path,) = pictures_of("bridge.jpg")
    drop(desk, [path])
    copy = path.with_name("copy.jpg")
    shutil.copy(path, copy)
    before = document.release
    told = drop(desk, [copy])
    assert document.release is before
    assert "copy.jpg is already here as “bridge.jpg”." in told
    twice = path.with_name("twice.jpg")
    fresh, again = pictures_of("mill.jpg")[0], path.with_name("mill again.jpg")
    shutil.copy(fresh, again)
    told = drop(desk, [fresh, again])
    assert "mill.jpg is already here as “mill again.jpg”." in told
    assert len(document.release.photos) == 2
    assert not twice.exists()


def test_a_like_picture_is_taken_and_said(desk_of: Desk, drop: Any, pictures_of: Files):
    document = Document(a_release())
    desk = desk_of(document)
    (path,) = pictures_of("bridge.jpg")
    drop(desk, [path])
    smaller = path.with_name("smaller.jpg")
    with Image.open(path) as picture:
        smaller.write_bytes(encoded(picture.resize((1210, 806)), quality=60))
    told = drop(desk, [smaller])
    assert "smaller.jpg looks like “bridge.jpg”." in told
    assert names(document) == ["bridge.jpg", "smaller.jpg"]
    cells = [desk.sheet.model.cell(desk.sheet.model.index(row)) for row in range(2)]
    assert [cell.like for cell in cells if isinstance(cell, PhotoCell)] == [
        "smaller.jpg",
        "bridge.jpg",
    ]


def test_what_can_not_be_taken_is_told_in_a_sentence_each_and_the_others_go_on(
    desk_of: Desk, drop: Any, pictures_of: Files
):
    good, cut, large, empty, eps, svg, gone = pictures_of(
        "good.jpg", "cut.jpg", "large.png", "empty.jpg", "logo.jpg", "map.svg", "gone.jpg"
    )
    cut.write_bytes(encoded(a_scene("cut", 1300))[:9_000])
    header = encoded(Image.new("L", (1, 1)), "PNG")
    size = (20_000).to_bytes(4, "big") + (10_000).to_bytes(4, "big")
    large.write_bytes(header[:16] + size + header[24:])  # 200 megapixels, by its header
    empty.write_bytes(b"")
    eps.write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n")
    svg.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    gone.unlink()
    document = Document(a_release())
    desk = desk_of(document)
    told = drop(desk, [good, cut, large, empty, eps, svg, gone])
    assert names(document) == ["good.jpg"]
    first = told.splitlines()[0]
    assert re.fullmatch(r"1 photo(\(s\))? added · 6 file(s|\(s\)) not added", first)
    lines = dict(line.split(": ", 1) for line in told.splitlines()[1:])
    assert lines["cut.jpg"].startswith("It is cut off")
    assert "the limit is 100 megapixels" in lines["large.png"]
    assert lines["empty.jpg"].startswith("The file is empty.")
    assert lines["logo.jpg"].startswith("It is a drawing (EPS)")
    assert lines["map.svg"].startswith("It is a drawing (SVG)")
    assert lines["gone.jpg"] == "It is no longer there."


def test_a_file_that_vanishes_after_it_was_seen_is_told(
    desk_of: Desk, pictures_of: Files, qtbot: QtBot, program: Program
):
    paths = pictures_of(*(f"{n}.jpg" for n in range(12)))
    document = Document(a_release())
    desk = desk_of(document)
    desk.take(paths)
    qtbot.waitUntil(lambda: desk.sheet.model.rowCount() == 12)
    paths[-1].unlink()
    qtbot.waitUntil(desk.sheet.arriving.report.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: not program.tasks.is_busy, timeout=20_000)
    assert "11.jpg: It is no longer there." in desk.sheet.arriving.report.text
    assert len(document.release.photos) == 11


def test_what_is_dropped_meanwhile_waits_its_turn(
    desk_of: Desk, pictures_of: Files, qtbot: QtBot, program: Program
):
    document = Document(a_release())
    desk = desk_of(document)
    desk.take(pictures_of("a.jpg", "b.jpg"))
    desk.take(pictures_of("c.jpg"))
    qtbot.waitUntil(lambda: len(document.release.photos) == 3, timeout=20_000)
    assert names(document) == ["a.jpg", "b.jpg", "c.jpg"]
    assert all(desk.sheet.qualities.quality(photo) for photo in document.release.photos)
    qtbot.waitUntil(lambda: not program.tasks.is_busy, timeout=20_000)


def test_what_is_edited_meanwhile_is_kept(
    desk_of: Desk, four: Document, pictures_of: Files, qtbot: QtBot, program: Program
):
    desk = desk_of(four)
    desk.take(pictures_of("a.jpg"))
    desk.sheet.rate(5)
    qtbot.waitUntil(lambda: len(four.release.photos) == 5, timeout=20_000)
    assert four.release.photos[0].rating == 5
    qtbot.waitUntil(lambda: not program.tasks.is_busy, timeout=20_000)


def test_the_report_is_hidden_by_a_button(desk_of: Desk, drop: Any, pictures_of: Files):
    desk = desk_of(Document(a_release()))
    drop(desk, pictures_of("a.jpg"))
    QTest.mouseClick(desk.sheet.arriving.report._close, Qt.MouseButton.LeftButton)
    assert not desk.sheet.arriving.report.isVisible()
    assert desk.sheet.view.hasFocus()


def test_a_photo_that_is_here_is_not_decoded_again(program: Program, pictures_of: Files):
    (path,) = pictures_of("a.jpg")
    reader = PhotoReader(program.media, None, None)
    first = reader.read(path)
    assert isinstance(first, Read)
    assert first.quality is not None
    again = PhotoReader(program.media, None, None, [first.arrived.photo]).read(path)
    assert isinstance(again, Read)
    assert again.arrived.photo is first.arrived.photo
    assert again.quality is None
