"""Photos that come in as files and folders."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from pytestqt.qtbot import QtBot

from pressdesk.model.assets import Assets
from pressdesk.model.body import Figure, Span
from pressdesk.model.problem import PressDeskError
from pressdesk.storage.media import MediaStore
from pressdesk.ui.document import Document
from pressdesk.ui.photo_intake import Intake, PhotoIntake, add_to, add_unused, with_photos
from pressdesk.ui.picture_files import picture_files
from pressdesk.ui.tasks import Tasks
from tests.builders import a_paragraph, a_person, a_photo, a_release
from tests.photos.pictures import a_picture, encoded, sha256, xmp

TOLD = xmp(
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Boats in the hall.</rdf:li></rdf:Alt>'
    "</dc:description><Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Mira Harlow</rdf:li>"
    "<rdf:li>Nobody Known</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>"
)

Take = Callable[..., Intake]


@pytest.fixture
def tasks() -> Tasks:
    return Tasks()


@pytest.fixture
def intake(tasks: Tasks, tmp_path: Path) -> PhotoIntake:
    return PhotoIntake(tasks, MediaStore(tmp_path / "media"))


@pytest.fixture
def take(qtbot: QtBot, tasks: Tasks, intake: PhotoIntake) -> Take:
    def take(paths: list[Path], document: Document | None = None) -> Intake:
        """Read files, of which some may be in a document already."""
        got: list[Intake] = []
        here = document.release.photos if document else ()
        intake.take(paths, got.append, here, document.assets if document else None)
        qtbot.waitUntil(lambda: bool(got) and not tasks.is_busy)
        return got[0]

    return take


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    return folder


def _write(folder: Path, name: str, width: int = 60, **options: Any) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(encoded(a_picture(width, 40), **options))
    return path


def _names(intake: Intake) -> list[str]:
    return [one.photo.name for one in intake.arrived]


def test_files_come_in_the_order_in_which_people_number_them(folder: Path, take: Take):
    paths = [_write(folder, f"photo {n}.jpg", 50 + n) for n in (10, 2, 1)]
    assert _names(take(paths)) == ["photo 1.jpg", "photo 2.jpg", "photo 10.jpg"]


def test_a_folder_stands_for_its_pictures_and_those_one_level_below(folder: Path):
    for name in ("b.JPG", "a.png", ".hidden.jpg", "notes.txt", "day 2/c.jpg"):
        _write(folder, name)
    (folder / "day 2" / "deep").mkdir()
    _write(folder / "day 2" / "deep", "d.jpg")
    found = [path.relative_to(folder).as_posix() for path in picture_files([folder])]
    assert found == ["a.png", "b.JPG", "day 2/c.jpg"]


def test_a_file_that_is_named_twice_is_read_once(folder: Path):
    path = _write(folder, "a.jpg")
    assert list(picture_files([path, folder, path])) == [path]


def test_the_bytes_are_kept_untouched(folder: Path, take: Take, tmp_path: Path):
    path = _write(folder, "a.jpg")
    got = take([path])
    media = got.arrived[0].photo.media
    assert got.assets.read(media) == path.read_bytes()
    assert (tmp_path / "media" / media).read_bytes() == path.read_bytes()


def test_what_can_not_be_taken_is_told_and_the_others_go_on(folder: Path, take: Take):
    paths = [folder / f"{name}.jpg" for name in ("gone", "empty", "svg", "eps", "pdf", "text")]
    paths[1].write_bytes(b"")
    paths[2].write_bytes(b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>")
    paths[3].write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n")
    paths[4].write_bytes(b"%PDF-1.7\n")
    paths[5].write_bytes(b"only words")
    cut = folder / "cut.jpg"
    cut.write_bytes(encoded(a_picture(400, 400))[:2000])
    got = take([*paths, cut, _write(folder, "good.jpg")])
    assert _names(got) == ["good.jpg"]
    why = {one.name: one.why for one in got.refused}
    assert why["gone.jpg"] == "It is no longer there."
    assert why["empty.jpg"].startswith("The file is empty.")
    assert why["svg.jpg"] == "It is a drawing (SVG) and no photo. Save it as PNG or JPEG."
    assert why["eps.jpg"].startswith("It is a drawing (EPS)")
    assert why["pdf.jpg"].startswith("It is a drawing (PDF)")
    assert why["text.jpg"].startswith("It is not a JPEG")
    assert why["cut.jpg"]


def test_a_file_beyond_the_limit_is_refused_unread(folder: Path, take: Take):
    path = folder / "large.jpg"
    with path.open("wb") as stream:
        stream.truncate(61_000_000)
    got = take([path])
    assert got.refused[0].why == "It has 61 MB; the limit is 60 MB. Save it smaller."


def test_a_folder_without_pictures_is_told(folder: Path, take: Take):
    got = take([folder])
    assert got.refused[0].why == "There is no picture in this folder."


def test_one_picture_under_two_names_is_one_photo(folder: Path, take: Take):
    got = take([_write(folder, "a.jpg"), _write(folder, "b.jpg")])
    assert _names(got) == ["a.jpg"]


def test_reading_can_be_cancelled(qtbot: QtBot, tasks: Tasks, intake: PhotoIntake, folder: Path):
    paths = [_write(folder, f"{n}.jpg", 40 + n) for n in range(20)]
    got: list[Intake] = []
    task = intake.take(paths, got.append)
    assert task.can_cancel
    task.cancel()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert not got


def test_photos_become_figures_in_one_step(folder: Path, take: Take):
    document = Document(a_release(people=(a_person(),)))
    before = document.release
    got = take([_write(folder, "a.jpg", xmp=TOLD), _write(folder, "b.jpg", 70)])
    figures = add_to(document, got, "Add photos", after="b1")
    assert [block.id for block in document.release.body] == ["b1", *figures]
    first = document.release.body[1]
    assert isinstance(first, Figure)
    assert first.caption == (Span("Boats in the hall."),)
    photo = document.release.photo(first.photo)
    assert photo.people == ("p1",)
    assert document.assets.read(photo.media) == (folder / "a.jpg").read_bytes()
    assert document.undo_label == "Add photos"
    document.undo()
    assert document.release == before


def test_photos_are_attached_where_no_place_is_given(folder: Path, take: Take):
    got = take([_write(folder, "a.jpg")])
    release, figures = with_photos(a_release(), got.arrived, after=None)
    assert [figure.id for figure in release.attached] == list(figures)
    again, more = with_photos(release, got.arrived, after=None)
    assert again == release
    assert more == ()


def test_a_picture_that_is_there_already_stays_one_photo(folder: Path, take: Take):
    path = _write(folder, "a.jpg")
    known = a_photo(media=sha256(path.read_bytes()), alt="Mine")
    release = a_release(photos=(known,), body=(a_paragraph(), Figure(id="g1", photo="f1")))
    got = take([path])
    release, figures = with_photos(release, got.arrived, after="b1")
    assert release.photos == (known,)
    assert [block.id for block in release.body] == ["b1", figures[0], "g1"]


@pytest.mark.parametrize("add", [add_to, add_unused])
def test_photos_can_still_be_read_after_many_were_added(
    folder: Path, take: Take, add: Callable[..., object]
):
    document = Document(a_release())
    path = _write(folder, "first.jpg")
    first = take([path])
    add(document, first, "Add photos")
    for number in range(1_200):  # more than Python lets calls lie in each other
        assets, _ = Assets().with_bytes(f"photo {number}".encode())
        add(document, Intake((), (), assets), "Add photos")
    assert document.assets.read(first.arrived[0].photo.media) == path.read_bytes()


def _unreadable() -> BinaryIO:
    raise PressDeskError("PD-DOC-002", "The photo", "Its bytes are damaged.")


@pytest.fixture(params=["damaged", "missing"])
def lacking(request: pytest.FixtureRequest, folder: Path) -> Document:
    """A saved release whose one photo, that of a.jpg, is attached and can't be read."""
    media = sha256(_write(folder, "a.jpg").read_bytes())
    figure = Figure(id="g1", photo="f1", caption=(Span("Boats."),))
    release = a_release(photos=(a_photo("f1", media=media),), attached=(figure,))
    has = {media: _unreadable} if request.param == "damaged" else {}
    return Document(release, Assets(has))


@pytest.mark.parametrize("add", [add_to, partial(add_to, after=""), add_unused])
def test_a_photo_that_was_lost_is_whole_once_its_file_is_added_again(
    folder: Path, take: Take, lacking: Document, add: Callable[..., object]
):
    release, path = lacking.release, folder / "a.jpg"
    told: list[str] = []
    lacking.mended.connect(told.append)
    lacking.release_changed.connect(lambda: told.append("changed"))
    arrived = take([path], lacking)
    assert [each.name for each in arrived.mended] == ["a.jpg"]
    assert not arrived.known
    add(lacking, arrived, "Add photos")
    media = release.photos[0].media
    assert lacking.assets.read(media) == path.read_bytes()
    assert lacking.release is release
    assert lacking.is_modified
    assert told == [media, "changed"]


def test_a_photo_that_is_whole_is_not_replaced_by_its_file(folder: Path, take: Take):
    path = _write(folder, "a.jpg")
    assets, media = Assets().with_bytes(path.read_bytes())
    document = Document(a_release(photos=(a_photo(media=media),)), assets)
    arrived = take([path], document)
    assert [each.name for each in arrived.known] == ["a.jpg"]
    add_unused(document, arrived, "Add photos")
    assert document.assets.has_from(assets, media)
    assert not document.is_modified


def test_nothing_that_arrived_is_no_step(take: Take, folder: Path):
    document = Document(a_release())
    add_to(document, take([folder / "gone.jpg"]), "Add photos")
    assert not document.undo_label
