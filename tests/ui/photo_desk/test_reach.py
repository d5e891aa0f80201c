"""The caption desk by keyboard and screen reader, in long words, at twice the size."""

import datetime as dt

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from pressdesk.model.body import Figure
from pressdesk.model.photo_edits import set_marks
from pressdesk.ui.document import Document
from pressdesk.ui.photo_desk.caption_desk import CaptionDesk
from pressdesk.ui.photo_desk.picture_view import PictureView
from tests.builders import a_mark
from tests.ui.panels.reach import controls, is_reachable
from tests.ui.photo_desk.photos import a_document

TOOLS = ("look", "people", "crop")


class Longer(QTranslator):
    """A language whose words are longer than English ones by two fifths."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return text + "n" * (len(text) * 2 // 5)


@pytest.fixture
def longer(qapp: QApplication):
    translator = Longer()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def _full() -> Document:
    """A photo that has everything there is to show, and a warning."""
    document = a_document(["From left, {who} and Tom Berg and Anna Keller."], alt="", credit="")
    release = set_marks(document.release, "f1", (a_mark("p1", 0.1), a_mark("p2", 0.4)))
    photo = replace(
        release.photos[0], consent="given", consent_until=dt.date(2027, 1, 1), description="x"
    )
    release = replace(release, photos=(photo,), attached=(Figure(id="g2", photo="f1"),))
    return Document(release, document.assets)


@pytest.mark.parametrize("tool", TOOLS)
def test_every_control_has_a_name_and_is_reached_by_tab(make, tool):
    desk = make(_full())
    desk.use_tool(tool)
    found = [*controls(desk), desk.view, desk.crop_controls.slider]
    found = [one for one in found if one.isVisibleTo(desk)]
    nameless = [one for one in found if not _name(one)]
    assert not nameless
    desk.bar.sheet.setFocus()
    met = _tab_order(desk)
    missed = [one for one in found if not is_reachable(one, met)]
    assert not missed


@pytest.mark.parametrize("tool", TOOLS)
def test_tab_goes_down_each_side(make, tool):
    desk = make(_full())
    desk.use_tool(tool)
    desk.bar.sheet.setFocus()
    met = _tab_order(desk)
    left = [one for one in met if not desk.form.isAncestorOf(one)]
    right = [one for one in met if desk.form.isAncestorOf(one)]
    assert met == left + right
    for side in (left, right):
        tops = [one.mapTo(desk, one.rect().topLeft()).y() // 12 for one in side]
        assert tops == sorted(tops)


@pytest.mark.parametrize("tool", TOOLS)
def test_every_control_is_large_enough_to_press(make, tool):
    desk = make(_full())
    desk.use_tool(tool)
    small = [one for one in controls(desk) if one.height() < 24 or one.width() < 24]
    assert not small


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize(("size", "width"), [(1.0, 1000), (2.0, 1280)])
def test_nothing_is_cut(make, theme, tool, size, width):
    theme.set("light", size)
    desk = make(_full(), width=width, height=720)
    desk.use_tool(tool)
    _assert_whole(desk, width)


@pytest.mark.usefixtures("longer")
@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize(("size", "width"), [(1.0, 1000), (2.0, 1280)])
def test_nothing_is_cut_where_words_are_longer(make, theme, tool, size, width):
    theme.set("light", size)
    desk = make(_full(), width=width, height=720)
    desk.use_tool(tool)
    _assert_whole(desk, width)


def _tab_order(desk: CaptionDesk) -> list[QWidget]:
    """Press Tab until the focus comes round; on the way it goes through the marks."""
    met: list[QWidget] = []
    widget = desk.focusWidget()
    while widget is not None and (widget not in met or widget is met[-1]):
        if widget not in met:
            met.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        widget = desk.focusWidget()
    return met


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def _assert_whole(desk: CaptionDesk, width: int) -> None:
    for _ in range(3):  # a line that wraps asks for room once it has its width
        QApplication.processEvents()
    desk.grab()
    assert desk.width() == width
    inside = desk.form.parentWidget()
    assert inside is not None
    for widget in desk.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not desk:
            continue
        right = widget.mapTo(desk, widget.rect().topRight()).x()
        assert right <= desk.width(), widget
        if isinstance(widget, QAbstractButton) and widget.objectName():
            assert widget.width() >= widget.sizeHint().width(), widget.text()
        if isinstance(widget, QLabel) and widget.wordWrap():
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()
    view = desk.findChild(PictureView)
    assert view is not None
    assert view.height() >= 180
