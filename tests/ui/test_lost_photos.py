"""A photo whose bytes were lost is brought back by its file, or left out; the rest is saved."""

import datetime as dt
from pathlib import Path
from threading import Event
from typing import Any
from uuid import UUID

import pytest

from pressdesk.model.assets import Assets
from pressdesk.model.body import Figure, Span
from pressdesk.storage.package import read_package, write_package
from pressdesk.ui.document import Document
from pressdesk.ui.window import MainWindow
from pressdesk.ui.workspace import Workspace
from tests.builders import a_photo, a_release
from tests.photos.pictures import a_picture, encoded
from tests.ui.windows import trigger

NOON = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)
FIGURE = Figure(id="g1", photo="f1", caption=(Span("The stair."),))


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "stair.jpg"
    path.write_bytes(encoded(a_picture(900, 600)))
    return path


@pytest.fixture(params=["damaged", "missing"])
def lacking(request: pytest.FixtureRequest, picture: Path, tmp_path: Path) -> Path:
    """The file of a release with one photo, whose bytes it does not hold whole any more."""
    data, path = picture.read_bytes(), tmp_path / "museum.press"
    whole, media = Assets().with_bytes(data)
    photo = a_photo("f1", media=media, width=900, height=600, name="stair.jpg")
    release = a_release(photos=(photo,), attached=(FIGURE,))
    assets = whole if request.param == "damaged" else Assets()
    write_package(path, release, assets, save_id=UUID(int=1), saved_at=NOON)
    if request.param == "damaged":
        at = path.read_bytes().index(data[:100])
        with path.open("r+b") as file:
            file.seek(at + 300)
            file.write(b"damage")
    return path


def opened(window: MainWindow, path: Path) -> tuple[Document, Workspace]:
    window.open_release(path)
    assert window.document is not None
    assert window.workspace is not None
    window.workspace.show_panel("photos")
    return window.document, window.workspace


def save(qtbot: Any, window: MainWindow, document: Document) -> None:
    with qtbot.waitSignal(document.saved, timeout=10_000):
        trigger(window, "file.save")


def test_its_file_dropped_on_the_panel_brings_it_back(
    qtbot: Any, window: MainWindow, lacking: Path, picture: Path
):
    document, workspace = opened(window, lacking)
    fault = workspace.photos.form.fault
    qtbot.waitUntil(lambda: "Add the same file again" in fault.text)
    workspace.attach_photos([picture])
    qtbot.waitUntil(window.isWindowModified)
    qtbot.waitUntil(lambda: not fault.text)
    save(qtbot, window, document)
    assert not window.isWindowModified()
    kept = read_package(lacking)
    assert kept.problems == ()
    assert kept.assets.read(document.release.photos[0].media) == picture.read_bytes()
    assert kept.release.attached == (FIGURE,)


def test_removed_and_added_again_it_is_whole(
    qtbot: Any, window: MainWindow, lacking: Path, picture: Path
):
    document, workspace = opened(window, lacking)
    trigger(window, "photos.remove")
    assert document.release.photos == ()
    save(qtbot, window, document)
    workspace.attach_photos([picture])
    qtbot.waitUntil(lambda: bool(document.release.photos))
    save(qtbot, window, document)
    kept = read_package(lacking)
    assert kept.assets.read(document.release.photos[0].media) == picture.read_bytes()


def test_brought_back_while_a_save_runs_it_is_saved_by_the_next(
    qtbot: Any,
    window: MainWindow,
    lacking: Path,
    picture: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    document, workspace = opened(window, lacking)
    go_on, safe = Event(), window.program.safe
    begin_save = safe.journal.begin_save

    def wait_and_begin(*args: Any) -> None:
        go_on.wait(10)
        begin_save(*args)

    monkeypatch.setattr(safe.journal, "begin_save", wait_and_begin)
    document.apply(a_release(headline="Two", photos=document.release.photos), "Type")
    trigger(window, "file.save")
    mended: list[str] = []
    document.mended.connect(mended.append)
    workspace.attach_photos([picture])
    qtbot.waitUntil(lambda: bool(mended))
    with qtbot.waitSignal(document.saved, timeout=10_000):
        go_on.set()
    media = document.release.photos[0].media
    assert document.assets.read(media) == picture.read_bytes()
    assert window.isWindowModified()
    save(qtbot, window, document)
    assert read_package(lacking).assets.read(media) == picture.read_bytes()
