"""What the tests of the photo desk begin with."""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from pressdesk.model.assets import Assets
from pressdesk.model.body import Figure, Span
from tests.builders import a_paragraph, a_photo, a_release
from tests.photos.pictures import encoded

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from pressdesk.ui.document import Document
    from pressdesk.ui.photo_desk.caption_desk import CaptionDesk
    from pressdesk.ui.photo_desk.desk import PhotoDesk
    from pressdesk.ui.program import Program
    from tests.ui.windows import Script

    Make = Callable[..., CaptionDesk]


@pytest.fixture
def program(
    qapp: "QApplication", qtbot: "QtBot", script: "Script", tmp_path: Path
) -> "Iterator[Program]":
    from pressdesk.paths import Paths
    from pressdesk.ui.program import Program

    program = Program(qapp, Paths(tmp_path / "profile"), script)
    yield program
    qtbot.waitUntil(lambda: not program.tasks.is_busy)
    program.close()
    program.deleteLater()


@pytest.fixture
def make(qtbot: "QtBot", program: "Program") -> "Make":
    """Make a caption desk that is seen and settled, on the first photo of a document."""

    def make(
        document: "Document", photo_id: str = "", *, width: int = 1280, height: int = 800
    ) -> "CaptionDesk":
        from pressdesk.ui.photo_desk.caption_desk import CaptionDesk
        from pressdesk.ui.photo_desk.qualities import Qualities

        qualities = Qualities(program.tasks, program.measured, program)
        desk = CaptionDesk(document, program, qualities)
        qtbot.addWidget(desk)
        desk.resize(width, height)
        desk.show_photo(photo_id or document.release.photos[0].id)
        desk.show()
        desk.activateWindow()
        qtbot.waitUntil(desk.isActiveWindow)
        desk.grab()  # what is painted is read
        qtbot.waitUntil(lambda: not program.tasks.is_busy)
        return desk

    return make


@pytest.fixture
def pictures_of(tmp_path: Path) -> "Callable[..., list[Path]]":
    """Write picture files of a width that tells them apart, each with what it shows."""

    def write(*names: str, width: int = 1300, **options: Any) -> list[Path]:
        folder = tmp_path / "pictures"
        folder.mkdir(exist_ok=True)
        paths = [folder / name for name in names]
        for path in paths:
            pixels = a_scene(path.stem, width)
            path.write_bytes(encoded(pixels, **options))
        return paths

    return write


@pytest.fixture
def desk_of(qtbot: "QtBot", program: "Program") -> "Callable[..., PhotoDesk]":
    """Make a photo desk that is seen and settled, of a document."""

    def make(document: "Document", *, width: int = 1280, height: int = 800) -> "PhotoDesk":
        from pressdesk.ui.photo_desk.desk import PhotoDesk

        desk = PhotoDesk(document, program, lambda: document.release.body[-1].id)
        qtbot.addWidget(desk)
        desk.resize(width, height)
        desk.come_forward()
        qtbot.waitUntil(desk.isActiveWindow)
        desk.grab()  # what is painted is asked for
        qtbot.waitUntil(lambda: not program.tasks.is_busy)
        return desk

    return make


@pytest.fixture
def four() -> "Document":
    """A release of four photos: a lead, one attached, two that are not used."""
    from pressdesk.ui.document import Document

    assets, photos = Assets(), []
    for number, name in enumerate(("bridge.jpg", "mill.jpg", "quay.jpg", "small.jpg")):
        width = 900 if name == "small.jpg" else 1300
        assets, media = assets.with_bytes(encoded(a_scene(name, width)))
        photos.append(
            a_photo(
                f"f{number}",
                media=media,
                name=name,
                width=width,
                height=width * 2 // 3,
                credit="" if number == 1 else "Mira Penn",
                alt="" if number == 2 else "What it shows",
                description="" if number == 3 else f"The {name} in 2026.",
                taken=dt.date(2026, 1, 4 - number),
            )
        )
    lead = Figure(id="g0", photo="f0", caption=(Span("The bridge in 2026."),))
    attached = Figure(id="g1", photo="f1", caption=(Span("The mill in 2026."),))
    release = a_release(photos=tuple(photos), attached=(attached,), body=(a_paragraph(), lead))
    return Document(release, assets)


def a_scene(name: str, width: int) -> "Image.Image":
    """A sharp picture whose fields hang on a name, so that no two look alike."""
    chance = random.Random(name)
    fields = Image.frombytes("RGB", (12, 8), chance.randbytes(12 * 8 * 3))
    return fields.resize((width, width * 2 // 3), Image.Resampling.NEAREST)
