"""Documents with photos of their own, and what is done on the large picture."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from pressdesk.model.assets import Assets
from pressdesk.model.body import Figure, Span, plain
from pressdesk.ui.document import Document
from pressdesk.ui.photo_desk.caption_desk import CaptionDesk
from tests.builders import a_paragraph, a_person, a_photo, a_release
from tests.photos.pictures import a_picture, encoded

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
WIDE, HIGH = 600, 400

PEOPLE = (
    a_person("p1", family="Keller", given="Anna", title="", organization=""),
    a_person("p2", family="Berg", given="Tom", title="", organization=""),
    a_person(
        "p3",
        family="Lin",
        given="Mei",
        order="family-first",
        native="林梅",
        title="",
        organization="",
    ),
)


def a_document(
    captions: Sequence[str | None] = ("Boats.",), *, language: str = "en", **photo: object
) -> Document:
    """A release with a photo for each caption, the first one on the page; None: not used."""
    assets = Assets()
    photos, attached = [], []
    body = [a_paragraph("The museum opened.")]
    for number, caption in enumerate(captions, 1):
        data = encoded(a_picture(WIDE, HIGH + number))
        assets, media = assets.with_bytes(data)
        given = {"media": media, "name": f"{number}.jpg", "width": WIDE, "height": HIGH + number}
        photos.append(a_photo(f"f{number}", **{**given, **photo}))
        if caption is None:
            continue
        spans = (Span(caption),) if caption else ()
        figure = Figure(id=f"g{number}", photo=f"f{number}", caption=spans)
        (body if number == 1 else attached).append(figure)
    release = a_release(
        language=language,
        photos=tuple(photos),
        people=PEOPLE,
        body=tuple(body),
        attached=tuple(attached),
    )
    return Document(replace(release), assets)


def caption(document: Document, figure_id: str = "g1") -> str:
    figures = document.release.figures
    return plain(next(one.caption for one in figures if one.id == figure_id))


def at(desk: CaptionDesk, x: float, y: float) -> QPoint:
    """Where a place of the picture, in parts of its sides, stands in the view."""
    stage = desk.view.stage()
    assert stage is not None
    return stage.place(x * stage.size[0], y * stage.size[1]).toPoint()


def click(desk: CaptionDesk, x: float, y: float) -> None:
    QTest.mouseClick(desk.view, LEFT, NONE, at(desk, x, y))


def drag(desk: CaptionDesk, start: tuple[float, float], end: tuple[float, float]) -> None:
    first, last = at(desk, *start), at(desk, *end)
    QTest.mousePress(desk.view, LEFT, NONE, first)
    QTest.mouseMove(desk.view, (first + last) / 2)
    QTest.mouseMove(desk.view, last)
    QTest.mouseRelease(desk.view, LEFT, NONE, last)


def press(desk: CaptionDesk, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press keys where the focus is."""
    for key in keys:
        QTest.keyClick(desk.focusWidget() or desk, key, modifier)
