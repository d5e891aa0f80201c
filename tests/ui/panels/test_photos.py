"""The photos panel."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow
from pytestqt.qtbot import QtBot

from pressdesk.model.assets import Assets
from pressdesk.model.body import Figure, Span, plain
from pressdesk.model.photo import Photo
from pressdesk.model.release import Release
from pressdesk.ui.document import Document
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.photo_list import PHOTO_MIME
from pressdesk.ui.panels.photo_people import PhotoPeople
from pressdesk.ui.panels.photos import PhotosPanel
from pressdesk.ui.pictures import Pictures
from pressdesk.ui.tasks import Tasks
from tests.builders import a_paragraph, a_person, a_photo, a_release
from tests.photos.pictures import a_picture, encoded, xmp
from tests.ui.panels.reach import shown

CREDIT = xmp("<photoshop:Credit>River Museum</photoshop:Credit>")

Make = Callable[[Document], PhotosPanel]


def _photos(count: int) -> tuple[tuple[Photo, ...], Assets]:
    """Photos whose files say a credit."""
    photos: list[Photo] = []
    assets = Assets()
    for number in range(1, count + 1):
        data = encoded(a_picture(90 + number, 60), xmp=CREDIT)
        assets, media = assets.with_bytes(data)
        size = {"width": 90 + number, "height": 60}
        photos.append(a_photo(f"f{number}", media=media, name=f"{number}.jpg", **size))
    return tuple(photos), assets


@pytest.fixture
def document() -> Document:
    photos, assets = _photos(4)
    caption = (Span("Boats in the hall."),)
    release = a_release(
        photos=photos,
        people=(a_person("p1"), a_person("p2", family="Reed"), a_person("p3", family="Wen")),
        body=(
            a_paragraph(),
            Figure(id="g2", photo="f2", caption=caption),
            a_paragraph("More.", "b2"),
            Figure(id="g1", photo="f1"),
        ),
        attached=(Figure(id="g3", photo="f3", caption=(Span("The "), Span("quay", italic=True))),),
    )
    return Document(release, assets)


@pytest.fixture
def make(qtbot: QtBot, icons: Icons, pictures: Pictures, tasks: Tasks) -> Make:
    def make(document: Document) -> PhotosPanel:
        panel = PhotosPanel(document, icons, pictures, tasks)
        qtbot.addWidget(panel)
        panel.resize(340, 900)
        panel.show()
        assert QTest.qWaitForWindowExposed(panel)
        panel.activateWindow()
        panel.grab()  # what is painted is read
        qtbot.waitUntil(lambda: not tasks.is_busy)
        return panel

    return make


@pytest.fixture
def panel(make: Make, document: Document) -> PhotosPanel:
    return make(document)


def _spoken(panel: PhotosPanel) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(panel.model.data(panel.model.index(row), role)) for row in range(4)]


def test_photos_stand_in_the_order_of_their_use(panel: PhotosPanel):
    assert _spoken(panel) == [
        "Photo 1: lead. Boats in the hall. lacks who, where, when",
        "Photo 2: 1.jpg. lacks who, where, when",
        "Photo 3: attached only. The quay. lacks who, where, when",
        "Photo 4: not used. 4.jpg",
    ]


def test_pictures_and_facts_come_from_a_worker(panel: PhotosPanel, pictures: Pictures):
    panel.grab()
    photo = panel.document.release.photo("f2")
    assert pictures.image(photo, panel.document.assets, 50) is not None
    assert panel.form.file.text().startswith("2.jpg\n92 × 60 pixels · JPEG · ")


def test_no_file_is_read_for_a_panel_that_lies_behind_another(
    qtbot: QtBot, icons: Icons, pictures: Pictures, tasks: Tasks, document: Document
):
    begun: list[str] = []
    tasks.started.connect(lambda task: begun.append(task.title))
    window = QMainWindow()
    qtbot.addWidget(window)
    panel = PhotosPanel(document, icons, pictures, tasks)
    docks = [QDockWidget("other", window), QDockWidget("photos", window)]
    docks[1].setWidget(panel)
    for dock in docks:
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.tabifyDockWidget(*docks)
    docks[0].raise_()
    window.resize(600, 900)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    QApplication.processEvents()
    assert begun == []
    docks[1].raise_()
    qtbot.waitUntil(lambda: " · JPEG · " in panel.form.file.text())
    assert "Reading a photo" in begun


def test_a_release_without_photos_asks_for_some(qtbot: QtBot, make: Make):
    panel = make(Document(a_release()))
    assert panel.empty.isVisible()
    with qtbot.waitSignal(panel.add_requested):
        panel.empty.button.click()


@pytest.mark.parametrize("name", ["alt", "credit", "creator", "copyright", "usage", "description"])
def test_each_field_edits_the_photo_and_undo_brings_it_back(
    panel: PhotosPanel, document: Document, name: str
):
    panel.list.choose("f1")
    field = panel.form.typed[name].field
    before = document.release
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "New words ")
    assert getattr(document.release.photo("f1"), name) == "New words "
    assert document.release.photo("f2") is before.photo("f2")
    while document.undo_label:
        document.undo()
    assert document.release == before
    assert shown(field) == getattr(before.photo("f1"), name)


def test_what_the_file_said_is_marked_until_it_is_changed(qtbot: QtBot, panel: PhotosPanel):
    panel.list.choose("f1")
    boxes = panel.form.boxes
    qtbot.waitUntil(lambda: boxes["credit"].mark.text() == "from file")
    assert boxes["alt"].mark.text() == ""
    QTest.keyClicks(panel.form.typed["credit"].field, "!")
    assert boxes["credit"].mark.text() == ""
    panel.document.undo()
    assert boxes["credit"].mark.text() == "from file"


def test_the_caption_of_an_attached_photo_is_written_here(panel: PhotosPanel, document: Document):
    panel.list.choose("f3")
    field = panel.form.captions.typed["g3"].field
    assert shown(field) == "The quay"
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "s ")
    assert document.release.attached[0].caption == (Span("The "), Span("quays ", italic=True))
    assert "The quays" in _spoken(panel)[2]
    document.undo()
    assert shown(field) == "The quay"


def test_the_caption_of_a_placed_photo_is_shown_with_a_way_to_it(qtbot: QtBot, panel: PhotosPanel):
    panel.list.choose("f2")
    assert panel.form.captions.placed["g2"].text() == "Boats in the hall."
    with qtbot.waitSignal(panel.go_to_block) as went:
        panel.form.captions.go_buttons["g2"].click()
    assert went.args == ["g2"]


def test_a_caption_typed_on_the_page_is_shown_after_a_pause(
    qtbot: QtBot, panel: PhotosPanel, document: Document
):
    release = document.release
    figure = replace(release.body[1], caption=(Span("Skiffs."),))
    body = (release.body[0], figure, *release.body[2:])
    document.apply(replace(release, body=body), "Typing")
    qtbot.waitUntil(lambda: "Skiffs" in _spoken(panel)[0])


def test_a_decorative_photo_needs_no_alternative_text(panel: PhotosPanel, document: Document):
    panel.list.choose("f1")
    field = panel.form.typed["alt"].field
    panel.form.decorative.click()
    assert document.release.photo("f1").decorative
    assert not field.isEnabled()
    document.undo()
    assert field.isEnabled()
    assert not panel.form.decorative.isChecked()


def test_the_letters_of_the_alternative_text_are_counted(panel: PhotosPanel):
    panel.list.choose("f1")
    field, note = panel.form.typed["alt"].field, panel.form.boxes["alt"].note
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert note.text() == "Say what the picture shows to people who can’t see it."
    QTest.keyClicks(field, "A bridge")
    assert note.text() == "8 of 250 characters."
    QTest.keyClicks(field, "x" * 250)
    assert note.text().startswith("258 of 250 characters. It is read aloud")


def test_people_in_the_picture_are_ticked_and_ordered(panel: PhotosPanel, document: Document):
    panel.list.choose("f1")
    people = panel.form.people
    _tick(people, "p2")
    _tick(people, "p1")
    assert document.release.photo("f1").people == ("p2", "p1")
    assert [people.item(row).text() for row in range(2)] == ["Mira Reed", "Mira Harlow"]
    people.setCurrentRow(1)
    QTest.keyClick(people, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert document.release.photo("f1").people == ("p1", "p2")
    _tick(people, "p1", Qt.CheckState.Unchecked)
    assert document.release.photo("f1").people == ("p2",)
    document.undo()
    assert document.release.photo("f1").people == ("p1", "p2")
    assert people.item(1).checkState() == Qt.CheckState.Checked


def _tick(
    people: PhotoPeople, person_id: str, state: Qt.CheckState = Qt.CheckState.Checked
) -> None:
    rows = (people.item(row) for row in range(people.count()))
    next(item for item in rows if item.data(Qt.ItemDataRole.UserRole) == person_id).setCheckState(
        state
    )


def test_a_photo_is_made_lead(panel: PhotosPanel, document: Document):
    panel.list.choose("f1")
    panel.make_lead()
    assert [block.id for block in document.release.body] == ["b1", "g1", "g2", "b2"]
    assert panel.list.current_id == "f1"
    assert panel.list.currentIndex().row() == 0
    assert not panel.actions_row.lead.isVisible()
    document.undo()
    assert panel.list.currentIndex().row() == 1


def test_a_photo_that_is_not_used_can_be_attached_and_then_placed(
    qtbot: QtBot, panel: PhotosPanel, document: Document
):
    panel.list.choose("f4")
    assert panel.actions_row.attach.isVisible()
    assert not panel.actions_row.place.isVisible()
    panel.actions_row.attach.click()
    figure = document.release.attached[1]
    assert figure.photo == "f4"
    with qtbot.waitSignal(panel.place_requested) as asked:
        panel.actions_row.place.click()
    assert asked.args == [figure.id]


def test_a_photo_is_removed_with_its_uses(panel: PhotosPanel, document: Document):
    before = document.release
    panel.list.choose("f2")
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert [photo.id for photo in document.release.photos] == ["f1", "f3", "f4"]
    assert [figure.id for figure in document.release.figures] == ["g1", "g3"]
    assert panel.list.current_id == "f1"
    document.undo()
    assert document.release == before
    assert panel.list.current_id == "f2"


def test_undo_shows_the_photo_it_is_about(qtbot: QtBot, panel: PhotosPanel, document: Document):
    panel.list.choose("f3")
    QTest.keyClicks(panel.form.captions.typed["g3"].field, "x")
    panel.list.choose("f1")
    with qtbot.waitSignal(panel.wanted):
        document.undo()
    assert panel.list.current_id == "f3"
    assert panel.form.captions.typed["g3"].field.hasFocus()


def test_a_photo_is_dragged_by_its_id(panel: PhotosPanel):
    data = panel.model.mimeData([panel.model.index(2)])
    assert bytes(data.data(PHOTO_MIME).data()) == b"f3"


def test_files_dropped_on_the_panel_are_asked_for(qtbot: QtBot, panel: PhotosPanel, tmp_path: Path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg")), QUrl("https://example.org/b.jpg")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(panel, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(panel.files_dropped) as dropped:
        QApplication.sendEvent(panel, QDropEvent(QPointF(5, 5), copy, data, left, none))
    assert dropped.args == [[tmp_path / "a.jpg"]]


def test_text_dropped_on_the_panel_is_left_alone(panel: PhotosPanel):
    data = QMimeData()
    data.setText("words")
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(panel, enter)
    assert not enter.isAccepted()


def test_a_picture_that_cannot_be_read_says_why_in_its_place(
    qtbot: QtBot, make: Make, tasks: Tasks
):
    assets, media = Assets().with_bytes(b"no picture")
    document = Document(a_release(photos=(a_photo(media=media, name="x.jpg"),)), assets)
    panel = make(document)
    panel.grab()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    told = "It is not a JPEG, PNG, WebP, GIF or TIFF picture."
    assert told in panel.form.fault.text
    assert panel.form.fault.isVisible()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert told.rstrip(".") in str(panel.model.data(panel.model.index(0), role))


def test_a_picture_whose_bytes_are_missing_says_so(qtbot: QtBot, make: Make, tasks: Tasks):
    panel = make(Document(a_release(photos=(a_photo(name="x.jpg"),))))
    panel.grab()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert panel.form.fault.isVisible()


def test_sixty_photos_are_shown_with_the_chosen_one_in_sight(
    qtbot: QtBot, make: Make, tasks: Tasks
):
    photos, assets = _photos(60)
    body = tuple(Figure(id=f"g{n}", photo=f"f{n}") for n in range(60, 0, -1))
    panel = make(Document(Release(id=a_release().id, photos=photos, body=body), assets))
    assert panel.model.rowCount() == 60
    assert panel.list.height() < 900 / 2
    panel.list.choose("f1")
    panel.grab()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert panel.list.currentIndex().row() == 59
    assert panel.list.viewport().rect().intersects(panel.list.visualRect(panel.list.currentIndex()))


def test_typing_in_the_body_of_a_release_with_many_photos_rereads_no_row(qtbot: QtBot, make: Make):
    photos, assets = _photos(12)
    figures = tuple(Figure(id=f"g{n}", photo=f"f{n}") for n in range(1, 13))
    document = Document(a_release(photos=photos, body=(a_paragraph(), *figures)), assets)
    panel = make(document)
    changed: list[object] = []
    panel.model.dataChanged.connect(lambda *_: changed.append(1))
    release = document.release
    body = (a_paragraph("Other words."), *release.body[1:])
    document.apply(replace(release, body=body), "Typing")
    qtbot.waitUntil(lambda: not panel.is_behind)
    assert not changed
    assert plain(figures[0].caption) == ""


def test_a_panel_that_is_gone_hears_no_more_of_its_photos(
    qtbot: QtBot, icons: Icons, pictures: Pictures, tasks: Tasks, document: Document
):
    panel = PhotosPanel(document, icons, pictures, tasks)
    panel.list.choose("f1")
    panel.grab()
    assert tasks.is_busy
    panel.deleteLater()
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: not tasks.is_busy)
        document.undo()
    assert not raised
