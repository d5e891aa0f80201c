"""The preview without QtWebEngine."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pressdesk.model import edits
from pressdesk.ui.document import Document
from pressdesk.ui.preview.browser import BrowserPage
from pressdesk.ui.preview.panel import PreviewPanel
from tests.builders import a_paragraph
from tests.photos.pictures import a_picture, encoded

Make = Callable[..., PreviewPanel]
_IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture(autouse=True)
def _no_web_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSDESK_PREVIEW", "browser")


@pytest.fixture
def panel(make_panel: Make) -> PreviewPanel:
    return make_panel()


def page_of(panel: PreviewPanel) -> BrowserPage:
    assert isinstance(panel.page, BrowserPage)
    return panel.page


def place_of(page: BrowserPage, text: str) -> QPoint:
    """Show a text, and tell where it begins."""
    assert page.find(text)
    cursor = page.textCursor()
    cursor.setPosition(cursor.selectionStart())
    page.setTextCursor(cursor)
    page.ensureCursorVisible()
    return page.cursorRect(cursor).center() + QPoint(4, 0)


def click(page: BrowserPage, place: QPoint) -> None:
    no_key = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, no_key, place)


def test_it_says_that_it_is_simplified(panel: PreviewPanel) -> None:
    told = panel.findChild(QLabel, "previewSimple")
    assert told is not None
    assert told.isVisible()


def test_it_shows_the_texts_of_the_page_in_order(panel: PreviewPanel) -> None:
    text = page_of(panel).toPlainText()
    wanted = (
        "DRAFT v3",
        "Lakeford University",
        "River museum opens its new wing",
        "The museum opened its new wing on Thursday.",
        "The glass bridge between the towers.",
        "a relief map",
        "Nobody under eighteen pays.",
        "81,400",
        "The mill towers at night",
        "Jo Petrov",
        "© 2026",
    )
    places = [text.find(each) for each in wanted]
    assert -1 not in places
    assert places == sorted(places)
    assert "--paper" not in text


def test_an_edit_is_followed_and_the_scroll_kept(
    qtbot: QtBot, panel: PreviewPanel, document: Document
) -> None:
    bar = page_of(panel).verticalScrollBar()
    bar.setValue(200)
    typed = edits.replace_block(document.release, a_paragraph("Typed just now."))
    with qtbot.waitSignal(panel.updated):
        document.apply(typed, "Typing")
    assert "Typed just now." in page_of(panel).toPlainText()
    assert bar.value() == 200


def test_a_block_that_is_clicked_is_told(qtbot: QtBot, panel: PreviewPanel) -> None:
    for text, block in (("It was designed", "b2"), ("a workshop", "b6"), ("Mira Harlow sp", "g2")):
        place = place_of(page_of(panel), text)
        with qtbot.waitSignal(panel.block_activated, timeout=1_000) as told:
            click(page_of(panel), place)
        assert told.args == [block]


def test_a_link_is_told_and_not_followed(qtbot: QtBot, panel: PreviewPanel) -> None:
    place = place_of(page_of(panel), "School of")
    with qtbot.waitSignal(panel.link_activated, timeout=1_000) as told:
        click(page_of(panel), place)
    assert told.args == ["https://example.org/a?b=1&c=2"]
    assert "River museum" in page_of(panel).toPlainText()


def test_it_scrolls_to_a_block_only_where_that_cannot_be_seen(panel: PreviewPanel) -> None:
    bar = page_of(panel).verticalScrollBar()
    panel.go_to_block("b1")
    assert bar.value() == 0
    panel.go_to_block("b11")
    assert bar.value() > 0


def test_it_loads_the_photos_of_the_release_and_nothing_else(
    qtbot: QtBot, panel: PreviewPanel, document: Document, tmp_path: Path
) -> None:
    page = page_of(panel)
    address = QUrl(f"pd://release/photo/{document.release.photos[0].media}/1280")
    qtbot.waitUntil(lambda: not page.loadResource(_IMAGE, address).isNull())
    picture = tmp_path / "a.png"
    picture.write_bytes(encoded(a_picture(20, 10), "PNG"))
    for other in (picture.as_uri(), "http://127.0.0.1:9/a.png", "pd://release/photo/x/1280"):
        assert page.loadResource(_IMAGE, QUrl(other)).isNull()


def test_no_link_of_another_kind_is_told(panel: PreviewPanel) -> None:
    told: list[str] = []
    panel.link_activated.connect(told.append)
    for address in ("javascript:alert(1)", "file:///etc/hostname", "pd://release/page"):
        page_of(panel).anchorClicked.emit(QUrl(address))
    assert told == []
