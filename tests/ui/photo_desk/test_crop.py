"""Crop, straightening and focal point: recipes set by mouse and keys; the file stays as it is."""

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from pressdesk.model.framing import Crop, Point
from pressdesk.model.photo import Photo
from pressdesk.model.rows import photo_frame
from pressdesk.photos.render import LEAD, Renderer
from pressdesk.ui.document import Document
from tests.photos.pictures import encoded, sha256
from tests.ui.photo_desk.photos import CONTROL, SHIFT, a_document, at, click, drag, press
from tests.ui.seeing import colours_in

Key = Qt.Key


def _photo(document: Document) -> Photo:
    return document.release.photos[0]


def _crop(document: Document) -> Crop:
    crop = _photo(document).crop
    assert crop is not None
    return crop


@pytest.fixture
def document() -> Document:
    return a_document()


@pytest.fixture
def desk(make, document):
    desk = make(document)
    desk.use_tool("crop")
    desk.view.setFocus()
    return desk


def test_a_corner_is_dragged_and_the_frame_moved(desk, document):
    before = document.assets.read(_photo(document).media)
    drag(desk, (0.0, 0.0), (0.25, 0.5))
    box = _crop(document).box
    assert (box.x, box.y) == pytest.approx((0.25, 0.5), abs=0.01)
    assert (box.width, box.height) == pytest.approx((0.75, 0.5), abs=0.01)
    drag(desk, (0.6, 0.7), (0.1, 0.4))
    moved = _crop(document).box
    assert (moved.x, moved.y) == pytest.approx((0.0, 0.2), abs=0.01)
    assert (moved.width, moved.height) == pytest.approx((box.width, box.height), abs=0.001)
    document.undo()
    assert _crop(document).box == box
    document.undo()
    assert _photo(document).crop is None
    assert sha256(document.assets.read(_photo(document).media)) == sha256(before)
    assert sha256(before) == _photo(document).media


@pytest.mark.parametrize(
    ("shape", "ratio"),
    [("3:2", 1.5), ("16:9", 16 / 9), ("lead", 1200 / 630), ("original", 600 / 401)],
)
def test_a_shape_is_kept_while_a_corner_is_dragged(desk, document, shape, ratio):
    controls = desk.crop_controls
    controls.shape.setCurrentIndex(controls.shape.findData(shape))
    controls.shape.activated.emit(controls.shape.currentIndex())
    shown = photo_frame(_photo(document))
    assert shown.width / shown.height == pytest.approx(ratio, rel=1e-3)
    stage = desk.view.stage()
    corner = shown.source(shown.width, shown.height)
    drag(desk, (corner[0] / 600, corner[1] / 401), (0.6, 0.7))
    assert stage is not None
    shown = photo_frame(_photo(document))
    assert shown.width / shown.height == pytest.approx(ratio, rel=1e-3)
    assert shown.width < 500


def test_a_picture_is_made_level_by_the_slider_in_one_step(desk, document, qtbot):
    slider = desk.crop_controls.slider
    slider.setFocus()
    for _ in range(12):
        QTest.keyClick(slider, Key.Key_Right)
    assert _photo(document).crop is None  # not drawn anew for each tenth of a degree
    qtbot.waitUntil(lambda: _photo(document).crop is not None)
    assert _crop(document).angle == pytest.approx(1.2)
    assert desk.crop_controls.degrees.text() == "1.2°"
    assert document.undo_label == "Straighten"
    document.undo()
    assert _photo(document).crop is None
    assert slider.value() == 0


def test_undo_takes_back_a_turn_that_was_not_a_step_yet(desk, document):
    press(desk, Key.Key_PageUp)
    assert _photo(document).crop is None
    document.undo()
    assert _photo(document).crop is None
    assert desk.crop.angle == 0
    document.redo()
    assert _crop(document).angle == 1


def test_keys_turn_move_resize_and_reset(desk, document):
    press(desk, Key.Key_PageUp)
    press(desk, Key.Key_PageDown, modifier=SHIFT)
    document.flush()
    assert _crop(document).angle == pytest.approx(0.9)
    before = photo_frame(_photo(document))
    press(desk, Key.Key_Left, Key.Key_Left, modifier=CONTROL)
    smaller = photo_frame(_photo(document))
    assert smaller.width < before.width
    assert smaller.height == pytest.approx(before.height, abs=0.01)
    press(desk, Key.Key_Right)
    assert photo_frame(_photo(document)).x > smaller.x
    press(desk, Key.Key_Left, modifier=SHIFT)
    desk.crop_controls.reset.click()
    assert _photo(document).crop is None
    assert not desk.crop_controls.reset.isEnabled()


def test_a_click_sets_the_focal_point_which_every_target_keeps(desk, document, tmp_path):
    click(desk, 0.3, 0.05)
    focus = _crop(document).focus
    assert focus is not None
    assert (focus.x, focus.y) == pytest.approx((0.3, 0.05), abs=0.005)
    photo = _photo(document)
    (lead,) = Renderer(tmp_path).pictures(document.assets, [(photo, LEAD)])
    assert lead.width / lead.height == pytest.approx(1200 / 630, rel=0.01)
    told = desk.crop_controls.targets.accessibleDescription()
    assert told.startswith("Column: 600 × 401; Web lead: 600 × 315; Thumbnail: 600 × 400")
    document.undo()
    assert _photo(document).crop is None


def test_the_focal_point_is_moved_and_removed_by_keys(desk, document):
    press(desk, Key.Key_F)
    assert desk.crop_controls.focus.isChecked()
    press(desk, Key.Key_Right, Key.Key_Right, Key.Key_Down)
    focus = _crop(document).focus
    assert focus is not None
    assert focus.x == pytest.approx(0.54, abs=0.001)
    assert focus.y > 0.5
    assert "Focal point at 54 %" in desk.view.accessibleDescription()
    document.undo()  # one step for one run
    assert _photo(document).crop is None
    press(desk, Key.Key_Right)
    press(desk, Key.Key_Delete)
    assert _photo(document).crop is None


def test_a_turned_picture_is_dragged_without_an_empty_corner(desk, document):
    desk.crop.turn_to(4)
    drag(desk, (0.5, 0.5), (0.9, 0.9))
    shown = photo_frame(_photo(document))
    size = _photo(document).size
    assert shown.angle == 4
    assert all(
        -0.5 <= x <= size[0] + 0.5 and -0.5 <= y <= size[1] + 0.5 for x, y in shown.corners()
    )


def test_what_was_turned_is_kept_when_the_next_photo_comes(make):
    document = a_document(["One.", "Two."])
    desk = make(document)
    desk.use_tool("crop")
    desk.crop.turn_to(3)
    desk.show_photo("f2")
    assert _crop(document).angle == 3
    assert desk.photo_id == "f2"
    assert document.release.photos[1].crop is None
    desk.crop.turn_to(2)
    desk.use_tool("look")
    assert document.release.photos[1].crop == Crop(angle=2)


def test_looking_shows_the_crop_and_nothing_else(desk, document):
    desk.crop.aim(Point(0.2, 0.2))
    drag(desk, (0.0, 0.0), (0.5, 0.5))
    desk.use_tool("look")
    stage = desk.view.stage()
    assert stage is not None
    outline = desk.view.tool.outline(_photo(document), stage)
    middle = desk.view.rect().center()
    assert (outline.center().toPoint() - middle).manhattanLength() <= 2
    assert (at(desk, 0.75, 0.75) - middle).manhattanLength() <= 2


def test_a_screen_reader_hears_what_is_shown(desk, document):
    drag(desk, (0.0, 0.0), (0.25, 0.5))
    press(desk, Key.Key_PageDown)
    told = desk.view.accessibleDescription()
    assert "pixels are shown, at 2" in told
    assert "Turned by -1 degrees." in told


def test_each_target_is_painted_as_its_focal_point_will_have_it(make, qtbot):
    tall = Image.new("RGB", (300, 600), "#cc0000")
    tall.paste("#0000cc", (0, 300, 300, 600))
    document = a_document(["One."])
    document.assets, media = document.assets.with_bytes(encoded(tall))
    photo = replace(document.release.photos[0], media=media, width=300, height=600)
    document.apply(replace(document.release, photos=(photo,)), "x")
    desk = make(document)
    desk.use_tool("crop")

    def colours() -> list[set[str]]:
        """Whether each of the three pictures has red and blue in it."""
        image = desk.crop_controls.targets.grab().toImage()
        found, metrics = [], desk.crop_controls.targets.fontMetrics()
        left = 0
        for name, shape in (("Column", 1.6), ("Web lead", 1200 / 630), ("Thumbnail", 1.5)):
            width = max(round(66 * shape), metrics.horizontalAdvance(name))
            seen = colours_in(image, QRect(left + 3, 3, width - 6, 60))
            found.append({_kind(QColor(colour)) for colour in seen} - {""})
            left += width + 14
        return found

    qtbot.waitUntil(lambda: bool(colours()[0]))
    click(desk, 0.5, 0.1)
    assert colours() == [{"red", "blue"}, {"red"}, {"red"}]
    click(desk, 0.5, 0.9)
    assert colours() == [{"red", "blue"}, {"blue"}, {"blue"}]


def _kind(colour: QColor) -> str:
    if colour.green() > 60:
        return ""
    return "red" if colour.red() > 180 else "blue" if colour.blue() > 180 else ""
