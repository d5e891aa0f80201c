"""Every control of the panels has a name, is large enough, and is reached by the keyboard."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pressdesk.model.body import Figure
from pressdesk.model.people import Contact
from pressdesk.model.release import Boilerplate, Embargo, Event, Release
from pressdesk.ui.document import Document
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.details import DetailsPanel
from pressdesk.ui.panels.fold_button import FoldButton
from pressdesk.ui.panels.panel import Panel
from pressdesk.ui.panels.people import PeoplePanel
from pressdesk.ui.panels.photos import PhotosPanel
from pressdesk.ui.pictures import Pictures
from pressdesk.ui.tasks import Tasks
from pressdesk.ui.theme import Theme
from tests.builders import a_paragraph, a_person, a_photo, a_release
from tests.ui.panels.reach import controls, is_reachable, tab_order

Name = Literal["people", "photos", "details"]
NAMES: tuple[Name, ...] = ("people", "photos", "details")
Make = Callable[[Name, Release], Panel]


def _full() -> Release:
    instant = dt.datetime(2020, 3, 5, 9, tzinfo=dt.UTC)
    return a_release(
        people=(a_person("p1"), a_person("p2")),
        speakers=("p1",),
        photos=(a_photo("f1"), a_photo("f2", media="1" * 64)),
        body=(a_paragraph(), Figure(id="g1", photo="f1")),
        attached=(Figure(id="g2", photo="f2"),),
        contacts=(Contact(id="c1", name="Tobias Quill", email="press"), Contact(id="c2")),
        boilerplates=(Boilerplate(id="t1", text="The museum."),),
        event=Event(name="Opening", start=dt.date(2026, 3, 2), end=dt.date(2026, 3, 1)),
        embargo=Embargo(instant=instant, zone="America/Argentina/ComodRivadavia"),
        slug="Not A Slug",
    )


@pytest.fixture
def make(qtbot: QtBot, icons: Icons, pictures: Pictures, tasks: Tasks) -> Make:
    def make(name: Name, release: Release) -> Panel:
        document = Document(release)
        if name == "people":
            panel: Panel = PeoplePanel(document, icons)
        elif name == "photos":
            panel = PhotosPanel(document, icons, pictures, tasks)
        else:
            panel = _details(document, icons)
        qtbot.addWidget(panel)
        panel.resize(340, 900)
        panel.show()
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        qtbot.waitUntil(lambda: not tasks.is_busy)
        return panel

    return make


def _details(document: Document, icons: Icons) -> DetailsPanel:
    now = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    panel = DetailsPanel(
        document, icons, dateline=lambda _: "LAKEFORD —", now=lambda: now, here="Asia/Shanghai"
    )
    for cards in (panel.contacts, panel.boilerplates):
        for card in cards.cards.values():
            card.section.open()
    return panel


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("is_full", [True, False])
def test_every_control_has_a_name(make: Make, name: Name, is_full: bool):
    panel = make(name, _full() if is_full else a_release())
    found = list(controls(panel))
    assert found
    nameless = [widget for widget in found if not _name(widget)]
    assert not nameless
    assert panel.objectName() == f"{name}Panel"
    assert panel.accessibleName()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("is_full", [True, False])
def test_every_control_is_reached_by_tab(make: Make, name: Name, is_full: bool):
    panel = make(name, _full() if is_full else a_release())
    panel.setFocus()
    met = tab_order()
    missed = [widget for widget in controls(panel) if not is_reachable(widget, met)]
    assert not missed


@pytest.mark.parametrize("name", NAMES)
def test_tab_goes_down_the_panel(make: Make, name: Name):
    panel = make(name, _full())
    panel.setFocus()
    met = [widget for widget in tab_order() if widget is not panel]
    places = [_place(widget, panel) for widget in met]
    first = places.index(min(places))
    assert places[first:] + places[:first] == sorted(places)


@pytest.mark.parametrize("name", NAMES)
def test_every_control_is_large_enough_to_press(make: Make, name: Name):
    small = [w for w in controls(make(name, _full())) if w.height() < 24 or w.width() < 24]
    assert not small


class Longer(QTranslator):
    """A language whose words are longer than English ones by two fifths."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return text + "n" * (len(text) * 2 // 5)


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[None]:
    translator = Longer()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("size", "most_px"), [(1.0, 340), (2.0, 420)])
def test_nothing_is_cut(make: Make, theme: Theme, name: Name, size: float, most_px: int):
    theme.set("light", size)
    panel = make(name, _full())
    panel.resize(panel.minimumSizeHint().width(), 900)
    _assert_whole(panel)
    assert panel.minimumSizeHint().width() <= most_px


@pytest.mark.usefixtures("longer")
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_in_a_language_with_longer_words(make: Make, name: Name):
    panel = make(name, _full())
    panel.resize(panel.minimumSizeHint().width(), 900)
    _assert_whole(panel)
    assert panel.minimumSizeHint().width() <= 340


def test_long_titles_of_people_wrap(make: Make):
    long = "Zusammenhängendes Bezeichnungswort " * 3
    release = _full()
    people = tuple(replace(one, title=long, organization=long) for one in release.people)
    panel = make("people", replace(release, people=people))
    view = panel.findChild(QListView)
    assert view
    assert view.horizontalScrollBar().maximum() == 0
    assert panel.minimumSizeHint().width() <= 340


def _assert_whole(panel: Panel) -> None:
    """No widget reaches beyond the side of its panel, no words beyond their widget."""
    QApplication.processEvents()
    for area in panel.findChildren(QScrollArea):
        inside = area.widget()
        if isinstance(area, QAbstractItemView) or inside is None:
            continue
        assert inside.width() <= area.viewport().width()
        for widget in inside.findChildren(QWidget):
            if widget.isVisibleTo(panel) and widget.window() is panel.window():
                right = widget.mapTo(inside, widget.rect().topRight()).x()
                assert right <= inside.width(), widget
    for button in panel.findChildren(QAbstractButton):
        is_part = isinstance(button.parentWidget(), QLineEdit)
        if button.isVisible() and not isinstance(button, FoldButton) and not is_part:
            assert button.width() >= button.sizeHint().width(), button.text()
    for label in panel.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def _place(widget: QWidget, panel: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(panel, widget.rect().topLeft())
    return corner.y() // 6, corner.x()
