"""The preview in QtWebEngine: what it shows, what it keeps, what it tells."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from pressdesk.export.html import write_html
from pressdesk.model import edits
from pressdesk.ui.document import Document
from pressdesk.ui.preview.panel import PreviewPanel
from pressdesk.ui.preview.photos import PagePhotos
from pressdesk.ui.preview.scheme import PAGE
from pressdesk.ui.preview.web import WebPage
from tests.builders import a_paragraph
from tests.export.jobs import NEWS, SAVED, a_figure, a_job, a_pack
from tests.ui.preview.edits import Editing
from tests.ui.preview.reading import structure

W = TypeVar("W", bound=QWidget)
Ask = Callable[[Any, str], Any]
Make = Callable[..., PreviewPanel]


def page_of(panel: PreviewPanel) -> WebPage:
    assert isinstance(panel.page, WebPage)
    return panel.page


def child(panel: PreviewPanel, kind: type[W], name: str) -> W:
    found = panel.findChild(kind, name)
    assert found is not None
    return found


def wait_update(qtbot: QtBot, panel: PreviewPanel, work: Callable[[], object]) -> None:
    with qtbot.waitSignal(panel.updated, timeout=10_000):
        work()


def exported(document: Document, **given: Any) -> list[str]:
    job = a_job(document.release, document.assets, stage="draft", now=SAVED, **given)
    return structure(write_html(job)[0].data.decode())


def shown(ask: Ask, panel: PreviewPanel) -> list[str]:
    return structure(ask(panel, "document.documentElement.outerHTML"))


def place_of(ask: Ask, panel: PreviewPanel, selector: str) -> QPoint:
    """Where the middle of an element's first line is, in pixels of the widget."""
    code = f"""(() => {{
        const node = document.querySelector({selector!r});
        node.scrollIntoView({{behavior: "instant", block: "center"}});
        const box = node.getClientRects()[0];
        const [x, y] = [Math.min(box.width / 2, 30), Math.min(box.height / 2, 10)];
        return [box.left + x, box.top + y].join(" ");
    }})()"""
    x, y = map(float, ask(panel, code).split())
    zoom = page_of(panel).zoomFactor()
    return QPoint(round(x * zoom), round(y * zoom))


def click(
    panel: PreviewPanel, place: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    target = page_of(panel).focusProxy()
    assert isinstance(target, QWidget)
    QTest.mouseClick(target, button, Qt.KeyboardModifier.NoModifier, place)


def test_after_200_random_edits_it_shows_the_exported_page(
    qtbot: QtBot, make_panel: Make, document: Document, asked: Ask
) -> None:
    panel = make_panel()
    loads: list[bool] = []
    page_of(panel).loadStarted.connect(lambda: loads.append(True))
    assert shown(asked, panel) == exported(document)
    editing = Editing(seed=2)
    for number in range(200):
        release = editing.edit(document.release)
        if release is document.release:
            continue
        document.apply(release, "Edit")
        wait_update(qtbot, panel, panel.refresh)
        if number % 10 == 9:
            assert shown(asked, panel) == exported(document)
    assert loads == []


def test_typing_is_followed_without_a_call(
    qtbot: QtBot, make_panel: Make, document: Document, asked: Ask
) -> None:
    panel = make_panel()
    typed = edits.replace_block(document.release, a_paragraph("Typed just now."))
    wait_update(qtbot, panel, lambda: document.apply(typed, "Typing"))
    assert asked(panel, "document.getElementById('b1').textContent").endswith("Typed just now.")


def test_a_patch_keeps_the_scroll_and_the_pictures(
    qtbot: QtBot, make_panel: Make, document: Document, asked: Ask
) -> None:
    panel = make_panel()
    asked(panel, "scrollTo(0, 700); window.kept = document.querySelectorAll('img'); 1")
    before = asked(panel, "scrollY")
    assert before > 300
    release = edits.replace_block(document.release, a_paragraph("The museum opened on Friday."))
    release = edits.set_fields(release, deck="Another deck of the same length as before, or so")
    caption = a_figure(caption="Seen from afar.")
    document.apply(edits.replace_block(release, caption), "Edit")
    wait_update(qtbot, panel, panel.refresh)
    assert abs(asked(panel, "scrollY") - before) < 40
    assert asked(panel, "[...kept].every((each) => each.isConnected)")


def test_a_block_that_is_clicked_is_told(qtbot: QtBot, make_panel: Make, asked: Ask) -> None:
    panel = make_panel()
    for selector, block in (
        ("#b2", "b2"),
        ("#b5", "b5"),
        ("#g1 .caption", "g1"),
        ("#g1 img", "g1"),
        ("#b8", "b8"),
        (".quotation figcaption", "b7"),
        ("#b10 td", "b10"),
    ):
        place = place_of(asked, panel, selector)
        with qtbot.waitSignal(panel.block_activated, timeout=5_000) as told:
            click(panel, place)
        assert told.args == [block], selector


def test_a_link_is_told_and_not_followed(qtbot: QtBot, make_panel: Make, asked: Ask) -> None:
    panel = make_panel()
    told: list[str] = []
    panel.block_activated.connect(told.append)
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
        place = place_of(asked, panel, "#b2 a")
        with qtbot.waitSignal(panel.link_activated, timeout=5_000) as link:
            click(panel, place, button)
        assert link.args == ["https://example.org/a?b=1&c=2"]
    place = place_of(asked, panel, "address a[href^=mailto]")
    with qtbot.waitSignal(panel.link_activated, timeout=5_000) as link:
        click(panel, place)
    assert link.args == ["mailto:press@lakeford.example"]
    assert page_of(panel).url() == PAGE
    assert told == []


def test_it_scrolls_to_a_block_only_where_that_cannot_be_seen(
    qtbot: QtBot, make_panel: Make, asked: Ask
) -> None:
    panel = make_panel()
    panel.go_to_block("b1")
    assert asked(panel, "scrollY") == 0
    panel.go_to_block("b11")
    seen = """(() => {
        const { top, bottom } = document.getElementById("b11").getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
    })()"""
    qtbot.waitUntil(lambda: asked(panel, seen), timeout=5_000)


def test_the_pictures_are_the_renditions(qtbot: QtBot, make_panel: Make, asked: Ask) -> None:
    panel = make_panel()
    widths = "[...document.images].map((each) => each.naturalWidth).join(' ')"
    asked(panel, "for (const each of document.images) each.loading = 'eager'; 1")
    qtbot.waitUntil(lambda: "0" not in asked(panel, widths).split(), timeout=10_000)
    fits = """[...document.images].every((each) => {
        const [natural, shown] = [each.naturalWidth / each.naturalHeight, each.width / each.height];
        return Math.abs(natural - shown) < 0.02;
    })"""
    assert asked(panel, fits)


def test_a_photo_that_was_lost_is_seen_once_it_was_mended(
    qtbot: QtBot, make_panel: Make, asked: Ask, document: Document
) -> None:
    whole, document.assets = document.assets, type(document.assets)()
    panel = make_panel()
    eager = "for (const each of document.images) each.loading = 'eager'; 1"
    asked(panel, eager)
    lost = "[...document.images].every((each) => each.complete && !each.naturalWidth)"
    qtbot.waitUntil(lambda: asked(panel, lost), timeout=10_000)
    document.take_in(whole)
    whole_again = "[...document.images].every((each) => each.complete && each.naturalWidth > 0)"
    qtbot.waitUntil(lambda: asked(panel, eager) and asked(panel, whole_again), timeout=10_000)


def test_photos_mended_while_the_page_is_loaded_do_not_break_it_off(
    qtbot: QtBot, make_panel: Make, asked: Ask
) -> None:
    panel = make_panel()
    photos = panel.findChild(PagePhotos)
    assert photos is not None
    failed: list[str] = []
    page_of(panel).failed.connect(failed.append)
    for _ in range(40):
        photos.mended.emit()
        QTest.qWait(5)
    qtbot.waitUntil(lambda: bool(asked(panel, "document.images.length")), timeout=10_000)
    assert failed == []
    assert page_of(panel)._failures == 0


def test_the_page_is_as_wide_as_a_phone(qtbot: QtBot, make_panel: Make, asked: Ask) -> None:
    panel = make_panel()
    assert asked(panel, "innerWidth") > 700
    child(panel, QToolButton, "previewPhone").click()
    qtbot.waitUntil(
        lambda: asked(panel, "document.documentElement.clientWidth") == 390, timeout=5_000
    )


def test_a_page_that_cannot_be_made_is_said_and_comes_back(
    qtbot: QtBot, make_panel: Make, document: Document, tmp_path: Path, asked: Ask
) -> None:
    pack = a_pack(tmp_path)
    panel = make_panel(pack)
    message = child(panel, QLabel, "previewMessage")
    pack.html.write_text("<p>{{ headlin }}</p>", "utf-8")
    panel.refresh()
    assert "headlin" in message.text()
    assert not page_of(panel).isVisible()
    pack.html.write_text(NEWS.html.read_text("utf-8"), "utf-8")
    wait_update(qtbot, panel, panel.refresh)
    assert page_of(panel).isVisible()
    assert shown(asked, panel) == exported(document, pack=pack)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="ends the page's process as Unix does")
@pytest.mark.qt_log_ignore("Renderer process")
def test_a_page_that_dies_is_made_anew_once(
    qtbot: QtBot, make_panel: Make, document: Document, asked: Ask
) -> None:
    panel = make_panel()
    inside = page_of(panel).page()
    wait_update(qtbot, panel, lambda: os.kill(inside.renderProcessPid(), signal.SIGKILL))
    assert shown(asked, panel) == exported(document)
    with qtbot.waitSignal(page_of(panel).failed, timeout=10_000) as failed:
        os.kill(inside.renderProcessPid(), signal.SIGKILL)
    assert failed.args is not None
    assert "Your text is not affected" in failed.args[0]
