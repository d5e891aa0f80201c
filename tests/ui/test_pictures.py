"""Pictures of photos for the screen, and the memory they take."""

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from pressdesk.model.assets import Assets
from pressdesk.model.framing import Box, Crop, Point
from pressdesk.model.photo import Photo
from pressdesk.model.problem import PressDeskError
from pressdesk.photos.render import Renderer
from pressdesk.storage.media import MediaStore
from pressdesk.storage.package import read_package, write_package
from pressdesk.ui.pictures import Pictures
from pressdesk.ui.tasks import Tasks
from tests.builders import a_photo, a_release
from tests.photos.pictures import a_picture, encoded

WIDE, HIGH = 900, 600
RGB32_BYTES = 4


@pytest.fixture
def pictures(qtbot: QtBot, tmp_path: Path):
    tasks = Tasks()
    yield Pictures(Renderer(tmp_path / "renditions"), tasks)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    tasks.close()


@pytest.fixture
def photo() -> tuple[Photo, Assets]:
    assets, media = Assets().with_bytes(encoded(a_picture(WIDE, HIGH)))
    return a_photo(media=media, width=WIDE, height=HIGH), assets


Ask = Callable[[int], QImage]


@pytest.fixture
def ask(qtbot: QtBot, pictures: Pictures, photo: tuple[Photo, Assets]) -> Ask:
    """Ask for the picture at a width until it is there at just that width."""

    def asked(width_px: int) -> QImage:
        def arrived() -> bool:
            image = pictures.image(*photo, width_px)
            return image is not None and image.width() == min(width_px, WIDE)

        qtbot.waitUntil(arrived)
        return pictures.image(*photo, width_px) or QImage()

    return asked


def test_a_picture_is_kept_as_wide_as_it_is_shown_and_no_wider(ask: Ask, pictures: Pictures):
    assert ask(300).height() == 200
    assert pictures.kept_bytes == 300 * 200 * RGB32_BYTES


def test_a_small_photo_is_not_enlarged(ask: Ask, pictures: Pictures):
    assert ask(5000) is ask(WIDE)
    assert pictures.kept_bytes == WIDE * HIGH * RGB32_BYTES


def test_a_picture_of_another_width_stands_in_while_one_is_made(
    ask: Ask, pictures: Pictures, photo: tuple[Photo, Assets], qtbot: QtBot
):
    assert pictures.image(*photo, 300) is None
    made = ask(300)
    with qtbot.waitSignal(pictures.ready):
        assert pictures.image(*photo, 500) is made
    image = pictures.image(*photo, 500)
    assert image is not None
    assert image.width() == 500


def test_a_thumbnail_comes_at_once_from_a_picture_twice_as_wide(
    ask: Ask, pictures: Pictures, photo: tuple[Photo, Assets]
):
    ask(600)
    image = pictures.image(*photo, 96)
    assert image is not None
    assert image.width() == 96


def test_a_window_drawn_through_many_widths_keeps_few_of_them(ask: Ask, pictures: Pictures):
    for width in range(400, 440):
        ask(width)
    assert pictures.kept_bytes <= 6 * 440 * 300 * RGB32_BYTES
    kept = [ask(width) for width in (439, 438, 437)]
    assert [ask(width) for width in (439, 438, 437)] == kept


def test_a_cropped_photo_is_shown_as_cropped_and_a_new_crop_at_once(
    ask: Ask, pictures: Pictures, photo: tuple[Photo, Assets], qtbot: QtBot
):
    whole = ask(300)
    crop = Crop(box=Box(0.0, 0.0, 0.5, 1.0))
    cropped = replace(photo[0], crop=crop)
    with qtbot.waitSignal(pictures.ready):
        assert pictures.image(cropped, photo[1], 300) is None
    image = pictures.image(cropped, photo[1], 300)
    assert image is not None
    assert (image.width(), image.height()) == (300, 400)
    assert ask(300) is whole


def test_a_focal_point_makes_no_other_picture_for_the_screen(
    ask: Ask, pictures: Pictures, photo: tuple[Photo, Assets]
):
    whole = ask(300)
    aimed = replace(photo[0], crop=Crop(focus=Point(0.2, 0.2)))
    assert pictures.image(aimed, photo[1], 300) is whole


def test_bytes_that_are_damaged_or_missing_in_the_file_are_told_in_plain_words(
    qtbot: QtBot, pictures: Pictures, tmp_path: Path
):
    path = tmp_path / "museum.press"
    data = encoded(a_picture(WIDE, HIGH))
    assets, media = Assets().with_bytes(data)
    photo = a_photo(media=media, width=WIDE, height=HIGH)
    release = a_release(photos=(photo,))
    now = dt.datetime(2026, 3, 5, tzinfo=dt.UTC)
    write_package(path, release, assets, save_id=UUID(int=8), saved_at=now)
    whole = path.read_bytes()
    at = whole.index(data[:200])
    path.write_bytes(whole[: at + 300] + b"\0" * 100 + whole[at + 400 :])
    gone = a_photo("f2", media="9" * 64)
    package = read_package(path)
    for one in (photo, gone):
        pictures.image(one, package.assets, 300)
    qtbot.waitUntil(lambda: all(pictures.fault(one, package.assets) for one in (photo, gone)))
    assert pictures.fault(photo, package.assets) == "Its bytes in the release’s file are damaged."
    assert (
        pictures.fault(gone, package.assets) == "The release names it, but its picture is missing."
    )


def test_what_could_not_be_read_is_shown_once_it_can_be_read_elsewhere(
    qtbot: QtBot, pictures: Pictures, photo: tuple[Photo, Assets]
):
    one, assets = photo
    without = Assets()
    told: list[str] = []
    pictures.ready.connect(told.append)
    pictures.image(one, without, 300)
    qtbot.waitUntil(lambda: bool(pictures.fault(one, without)))
    pictures.image(one, assets, 300)
    qtbot.waitUntil(lambda: pictures.image(one, assets, 300) is not None)
    assert not pictures.fault(one, assets)
    assert told == [one.media, one.media]


def test_a_photo_that_two_files_have_damaged_is_read_once_from_each(
    qtbot: QtBot, tmp_path: Path, photo: tuple[Photo, Assets]
):
    tasks = Tasks()
    pictures = Pictures(Renderer(tmp_path / "renditions"), tasks)
    reads: list[int] = []

    def damaged(number: int) -> Assets:
        def read() -> io.BytesIO:
            reads.append(number)
            return io.BytesIO(b"no picture")

        return Assets({photo[0].media: read})

    one, two = damaged(1), damaged(2)
    for _ in range(3):
        for assets in (one, two):
            pictures.image(photo[0], assets, 300)
            qtbot.waitUntil(lambda: not tasks.is_busy)
    tasks.close()
    assert [*dict.fromkeys(reads)] == [1, 2]
    assert reads == sorted(reads)


def damaged(media: str, reads: list[str]) -> Assets:
    def read() -> io.BytesIO:
        reads.append(media)
        raise PressDeskError("PD-DOC-002", "The photo", "Its bytes are damaged.")

    return Assets({media: read})


def test_a_fault_is_told_only_of_the_place_that_was_tried(
    qtbot: QtBot, pictures: Pictures, photo: tuple[Photo, Assets], ask: Ask
):
    one, whole = photo
    ask(300)
    harmed = damaged(one.media, [])
    pictures.image(one, harmed, 900)
    qtbot.waitUntil(lambda: bool(pictures.fault(one, harmed)))
    assert not pictures.fault(one, whole)
    assert pictures.image(one, whole, 300) is not None


def test_what_could_not_be_read_is_not_tried_again_because_another_photo_came(
    qtbot: QtBot, pictures: Pictures, photo: tuple[Photo, Assets]
):
    one, reads = photo[0], list[str]()
    harmed = damaged(one.media, reads)
    pictures.image(one, harmed, 300)
    qtbot.waitUntil(lambda: bool(pictures.fault(one, harmed)))
    more, _ = harmed.with_bytes(b"another")
    assert pictures.fault(one, more)
    assert pictures.image(one, more, 300) is None
    assert pictures._waiting == set()
    assert reads == [one.media]


def test_a_new_photo_whose_bytes_are_gone_is_not_said_to_be_damaged_in_the_file(
    qtbot: QtBot, pictures: Pictures, tmp_path: Path
):
    store = MediaStore(tmp_path / "media")
    assets, media = store.add(Assets(), encoded(a_picture(WIDE, HIGH)))
    (tmp_path / "media" / media).unlink()
    photo = a_photo(media=media, width=WIDE, height=HIGH)
    pictures.image(photo, assets, 300)
    qtbot.waitUntil(lambda: bool(pictures.fault(photo, assets)))
    assert "kept until the release is saved" in pictures.fault(photo, assets)
