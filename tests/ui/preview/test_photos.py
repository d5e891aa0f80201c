"""The pictures of the previewed page."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pressdesk.photos.render import Renderer
from pressdesk.ui.document import Document
from pressdesk.ui.preview.photos import PagePhotos
from pressdesk.ui.tasks import Tasks


def test_a_picture_is_made_once_and_kept(
    qtbot: QtBot, document: Document, tasks: Tasks, tmp_path: Path
) -> None:
    photos = PagePhotos(document, Renderer(tmp_path), tasks, document)
    path = f"/photo/{document.release.photos[0].media}/640"
    with qtbot.waitSignal(photos.ready) as ready:
        assert photos.picture(path) is None
        assert photos.picture(path) is None
    assert ready.args == [path]
    picture = photos.picture(path)
    assert picture is not None
    assert picture.startswith(b"\xff\xd8")
    assert not tasks.is_busy


def test_what_is_no_photo_of_the_release_is_not_there(document: Document, tasks: Tasks) -> None:
    photos = PagePhotos(document, Renderer(None), tasks, document)
    media = document.release.photos[0].media
    for path in ("/photo/0/640", f"/photo/{media}/641", f"/photo/{media}", "/page", "", "/a/b/c/d"):
        assert photos.picture(path) == b""


def test_a_photo_that_cannot_be_read_is_not_there(
    qtbot: QtBot, document: Document, tasks: Tasks
) -> None:
    document.assets = type(document.assets)()
    photos = PagePhotos(document, Renderer(None), tasks, document)
    path = f"/photo/{document.release.photos[0].media}/640"
    with qtbot.waitSignal(photos.ready):
        assert photos.picture(path) is None
    assert photos.picture(path) == b""


def test_a_photo_that_was_lost_is_there_once_it_was_mended(
    qtbot: QtBot, document: Document, tasks: Tasks
) -> None:
    whole, media = document.assets, document.release.photos[0].media
    document.assets = type(whole)()
    photos = PagePhotos(document, Renderer(None), tasks, document)
    path = f"/photo/{media}/640"
    with qtbot.waitSignal(photos.ready):
        assert photos.picture(path) is None
    with qtbot.waitSignal(photos.mended):
        document.take_in(whole.only([media]))
    with qtbot.waitSignal(photos.ready):
        assert photos.picture(path) is None
    assert photos.picture(path)


def test_a_preview_closed_before_its_pictures_are_made_wants_them_no_more(
    qtbot: QtBot, document: Document, tasks: Tasks
) -> None:
    going = threading.Event()

    class Waiting(Renderer):
        def render(self, *given, **named):
            going.wait(5)
            return super().render(*given, **named)

    owner = QObject()
    photos = PagePhotos(document, Waiting(None), tasks, owner)
    assert photos.picture(f"/photo/{document.release.photos[0].media}/640") is None
    owner.deleteLater()
    del owner, photos
    qtbot.wait(10)
    going.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
