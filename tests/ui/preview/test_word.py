"""The Word page in the preview: kept in step, stopped when nobody sees it, honest about itself."""

import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from pressdesk.model import edits
from pressdesk.model.body import Figure, Span
from pressdesk.ui.document import Document
from pressdesk.ui.preview.pages_view import PagesView
from pressdesk.ui.preview.panel import PreviewPanel
from pressdesk.ui.preview.word import WordPage
from pressdesk.ui.tasks import Task, Tasks
from pressdesk.ui.window import MainWindow
from tests.builders import a_paragraph
from tests.programs import STUCK, a_program, processes, real_office
from tests.ui.seeing import colours_in
from tests.ui.windows import Script, trigger

W = TypeVar("W", bound=QWidget)
Make = Callable[..., PreviewPanel]
_LONG_MS = 60_000


@pytest.fixture(autouse=True)
def _no_web_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSDESK_PREVIEW", "browser")


@pytest.fixture
def panel(make_panel: Make) -> PreviewPanel:
    """A panel that shows the Word page where there is no LibreOffice."""
    return make_panel(kind="word", search="")


@pytest.fixture
def stuck(make_panel: Make, tmp_path: Path, qtbot: QtBot) -> PreviewPanel:
    """A panel that waits for pages which never come."""
    program = a_program(tmp_path / "bin", STUCK)
    panel = make_panel(kind="word", search=str(program.parent), is_awaited=False)
    qtbot.waitUntil(lambda: len(processes("sleep 987")) == 1, timeout=20_000)
    return panel


def child(panel: QWidget, kind: type[W], name: str) -> W:
    found = panel.findChild(kind, name)
    assert found is not None, name
    return found


def word_of(panel: PreviewPanel) -> WordPage:
    assert panel.word is not None
    return panel.word


def view_of(panel: PreviewPanel) -> PagesView:
    return word_of(panel).view


def text_of(panel: PreviewPanel) -> str:
    pages = view_of(panel).pages
    return " ".join("".join(pages.texts).split()) if pages else ""


def told(panel: PreviewPanel) -> str:
    label = child(panel, QLabel, "wordTold")
    return label.text() if label.isVisible() else ""


def state(panel: PreviewPanel) -> str:
    return child(panel, QLabel, "previewState").text()


def button(panel: PreviewPanel, name: str) -> QAbstractButton:
    return child(panel, QAbstractButton, name)


def type_text(document: Document, text: str, block: str = "b1") -> None:
    document.apply(edits.replace_block(document.release, a_paragraph(text, block)), "Typing")


def click(view: PagesView, page: int, x_pt: float, y_pt: float) -> None:
    """Click on a place of a page, scrolled to before."""
    bar = view.verticalScrollBar()
    bar.setValue(0)
    place = view.place_of(page, x_pt, y_pt)
    bar.setValue(place.y() - 100)
    place = view.place_of(page, x_pt, y_pt)
    no_key = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, no_key, place)


# With LibreOffice


def test_it_shows_the_pages_of_the_exported_word_file(qtbot: QtBot, make_panel: Make) -> None:
    real_office()
    panel = make_panel(kind="word")
    view = view_of(panel)
    assert view.pages is not None
    assert view.pages.are_word
    assert told(panel) == ""
    assert state(panel) == f"Page 1 of {view.count}"
    assert "The museum opened its new wing on Thursday." in text_of(panel)
    qtbot.waitUntil(lambda: view.is_painted, timeout=20_000)
    seen = colours_in(view.viewport().grab().toImage())
    assert "#ffffff" in seen
    assert len(seen) > 1_000  # of the photo


def test_what_is_typed_meanwhile_comes_next_and_one_at_a_time(
    qtbot: QtBot, make_panel: Make, document: Document, tmp_path: Path
) -> None:
    log, real = tmp_path / "log", shlex.quote(real_office())
    note = f">> {shlex.quote(str(log))}"
    script = f'echo begin {note}\n{real} "$@"\necho end {note}'
    program = a_program(tmp_path / "bin", script)
    panel = make_panel(kind="word", search=str(program.parent), is_awaited=False)
    qtbot.waitUntil(log.exists, timeout=20_000)
    type_text(document, "Typed while the first pages were made.")
    assert state(panel) == "Updating…"
    word_of(panel).refresh()  # as the pause does, which here is over before the pages are there
    type_text(document, "Typed a moment later.")
    word_of(panel).refresh()
    qtbot.waitSignal(panel.updated, timeout=_LONG_MS).wait()
    assert "Typed a moment later." in text_of(panel)
    assert not word_of(panel).is_busy
    assert log.read_text().split() == ["begin", "end"] * 2


def test_pages_come_by_themselves_once_the_typing_pauses(
    qtbot: QtBot, make_panel: Make, document: Document
) -> None:
    real_office()
    panel = make_panel(kind="word")
    with qtbot.waitSignal(panel.updated, timeout=_LONG_MS):
        type_text(document, "Typed and left alone.")
        assert state(panel) == "Updating…"
    assert "Typed and left alone." in text_of(panel)
    assert state(panel).startswith("Page ")


def test_after_a_failure_it_can_be_tried_again(
    qtbot: QtBot, make_panel: Make, tmp_path: Path
) -> None:
    real = real_office()
    program = a_program(tmp_path / "bin", "exit 7")
    panel = make_panel(kind="word", search=str(program.parent))
    assert "PD-EXP-010" in told(panel)
    assert "code 7" in told(panel)
    assert "PressDesk laid out these pages itself" in told(panel)
    assert "The museum opened" in text_of(panel)
    a_program(tmp_path / "bin", f'exec {shlex.quote(real)} "$@"')
    with qtbot.waitSignal(panel.updated, timeout=_LONG_MS):
        button(panel, "wordAgain").click()
    assert told(panel) == ""


# Ending what runs


def test_closing_while_pages_are_made_leaves_no_process(
    qtbot: QtBot, stuck: PreviewPanel, tasks: Tasks, tmp_path: Path
) -> None:
    stuck.close()
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=20_000)
    assert processes("sleep 987") + processes(str(tmp_path / "bin")) == []
    assert list((tmp_path / "profile" / "cache" / "word-pages").iterdir()) == []


def test_choosing_the_web_page_stops_the_making_of_the_other(
    qtbot: QtBot, stuck: PreviewPanel, tasks: Tasks
) -> None:
    with qtbot.waitSignal(stuck.updated, timeout=20_000):
        button(stuck, "previewWeb").click()
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=20_000)
    assert processes("sleep 987") == []
    assert told(stuck) == ""


def test_the_person_can_stop_it_and_is_told(
    qtbot: QtBot, stuck: PreviewPanel, tasks: Tasks, document: Document
) -> None:
    running = tasks.findChildren(Task)
    assert [task.can_cancel for task in running] == [True]
    running[0].cancel()
    qtbot.waitUntil(lambda: "Stopped." in told(stuck), timeout=20_000)
    assert not word_of(stuck).is_busy
    assert processes("sleep 987") == []
    button(stuck, "wordAgain").click()
    assert state(stuck) == "Updating…"


def test_a_window_that_is_closed_leaves_no_process(
    qtbot: QtBot,
    window: MainWindow,
    script: Script,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = a_program(tmp_path / "bin", STUCK)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    window.program.change(preview="word")
    window.files.sample()
    trigger(window, "view.preview")
    qtbot.waitUntil(lambda: len(processes("sleep 987")) == 1, timeout=20_000)
    shared = window.program
    script.choices = ["discard"]
    window.close()
    qtbot.waitUntil(lambda: not shared.windows)
    qtbot.waitUntil(lambda: not shared.tasks.is_busy, timeout=20_000)
    assert processes("sleep 987") == []
    assert list((tmp_path / "profile" / "cache" / "word-pages").iterdir()) == []


# Without LibreOffice


def test_without_libreoffice_it_says_so_and_what_would_help(panel: PreviewPanel) -> None:
    assert "LibreOffice was not found" in told(panel)
    assert "Install LibreOffice" in told(panel)
    assert not button(panel, "wordAgain").isVisible()
    assert "The museum opened its new wing on Thursday." in text_of(panel)


def test_a_release_that_cannot_be_exported_says_why_beside_the_pages(
    qtbot: QtBot, panel: PreviewPanel, document: Document
) -> None:
    before = text_of(panel)
    figure = Figure(id="g9", photo="gone", caption=(Span("x"),))
    document.apply(replace(document.release, body=(*document.release.body, figure)), "Break")
    word_of(panel).refresh()
    qtbot.waitUntil(lambda: "PD-EXP-003" in told(panel), timeout=20_000)
    assert text_of(panel) == before
    assert state(panel).startswith("Page ")
    document.undo()
    with qtbot.waitSignal(panel.updated, timeout=20_000):
        word_of(panel).refresh()
    assert "PD-EXP-003" not in told(panel)


def test_the_same_place_of_the_same_page_stays_in_view(
    qtbot: QtBot, panel: PreviewPanel, document: Document
) -> None:
    view = view_of(panel)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() - 200)
    before = bar.value()
    assert view.page > 0
    with qtbot.waitSignal(panel.updated, timeout=20_000):
        type_text(document, "Other words.")
        word_of(panel).refresh()
    assert bar.value() == before
    qtbot.waitUntil(lambda: view.is_painted, timeout=20_000)


def test_the_place_stays_when_the_panel_becomes_wider(panel: PreviewPanel) -> None:
    view = view_of(panel)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    page, share = view.page, bar.value() / bar.maximum()
    panel.resize(1_000, 500)
    assert view.page == page
    assert bar.value() / bar.maximum() == pytest.approx(share, abs=0.05)


def test_nothing_is_made_anew_that_is_shown_already(
    qtbot: QtBot, panel: PreviewPanel, tasks: Tasks
) -> None:
    begun: list[Task] = []
    tasks.started.connect(begun.append)
    word_of(panel).refresh()
    panel.hide()
    panel.show()
    qtbot.waitUntil(lambda: view_of(panel).is_painted, timeout=20_000)
    assert begun == []
    assert not word_of(panel).is_busy


def test_it_scrolls_to_a_block_only_where_that_cannot_be_seen(panel: PreviewPanel) -> None:
    bar = view_of(panel).verticalScrollBar()
    panel.go_to_block("b1")
    assert bar.value() == 0
    panel.go_to_block("b11")
    assert bar.value() > 0
    before = bar.value()
    panel.go_to_block("nothing")
    assert bar.value() == before


def test_it_goes_to_the_block_of_the_cursor_once_it_is_chosen(
    qtbot: QtBot, make_panel: Make
) -> None:
    panel = make_panel(search="")
    panel.go_to_block("b11")
    with qtbot.waitSignal(panel.updated, timeout=20_000):
        button(panel, "previewWord").click()
    assert view_of(panel).verticalScrollBar().value() > 0


def test_a_block_that_is_clicked_is_told(qtbot: QtBot, panel: PreviewPanel) -> None:
    view = view_of(panel)
    assert view.pages is not None
    spots = {spot.block: spot for spot in view.pages.spots}
    for block, below in (("b1", 5.0), ("g1", 60.0), ("b9", 5.0)):
        with qtbot.waitSignal(panel.block_activated, timeout=1_000) as heard:
            click(view, spots[block].page, 150, spots[block].top_pt + below)
        assert heard.args == [block]


def test_above_the_first_block_nothing_is_told(panel: PreviewPanel) -> None:
    heard: list[str] = []
    panel.block_activated.connect(heard.append)
    click(view_of(panel), 0, 150, 20)
    assert heard == []


def test_a_link_is_told_and_not_followed(qtbot: QtBot, panel: PreviewPanel) -> None:
    view = view_of(panel)
    assert view.pages is not None
    link = next(each for each in view.pages.links if "example.org" in each.target)
    left, top, width, height = link.box_pt
    with qtbot.waitSignal(panel.link_activated, timeout=1_000) as heard:
        click(view, link.page, left + width / 2, top + height / 2)
    assert heard.args == ["https://example.org/a?b=1&c=2"]
    place = view.place_of(link.page, left + width / 2, top + height / 2)
    QTest.mouseMove(view.viewport(), place + QPoint(1, 0))
    qtbot.waitUntil(lambda: view.viewport().toolTip() == link.target)


def test_keys_alone_do_everything(qtbot: QtBot, panel: PreviewPanel) -> None:
    panel.activateWindow()
    first = button(panel, "previewWeb")
    first.setFocus()
    # Arrows go through the switch, as through one of radio buttons; Tab leaves it.
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
    for _ in range(3):
        if panel.focusWidget() is view_of(panel):
            break
        QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
    view, bar = view_of(panel), view_of(panel).verticalScrollBar()
    assert panel.focusWidget() is view
    steps = [bar.value()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        QTest.keyClick(view, key)
        steps.append(bar.value())
    assert steps == sorted(set(steps))
    assert state(panel) == f"Page {view.count} of {view.count}"
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0
    width = view.horizontalScrollBar().maximum()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.horizontalScrollBar().maximum() > width
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.horizontalScrollBar().maximum() == width
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert panel.kind == "web"


def test_a_screen_reader_is_told_what_stands_on_the_page(panel: PreviewPanel) -> None:
    view = view_of(panel)
    assert view.accessibleName() == "Pages as Word will show them"
    assert "The museum opened its new wing" in view.accessibleDescription()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert "The museum opened its new wing" not in view.accessibleDescription()


def test_the_switch_shows_what_belongs_to_the_page(qtbot: QtBot, panel: PreviewPanel) -> None:
    assert child(panel, QLabel, "previewState").isVisible()
    assert not button(panel, "previewPhone").isVisible()
    assert not child(panel, QLabel, "previewSimple").isVisible()
    with qtbot.waitSignal(panel.kind_changed) as heard:
        button(panel, "previewWeb").click()
    assert heard.args == ["web"]
    assert not child(panel, QLabel, "previewState").isVisible()
    assert button(panel, "previewPhone").isVisible()
    assert child(panel, QLabel, "previewSimple").isVisible()
    assert panel.page is not None


def test_the_choice_is_remembered(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    window.files.sample()
    trigger(window, "view.preview")
    panel = child(window, PreviewPanel, "previewPanel")
    assert panel.kind == "web"
    with qtbot.waitSignal(panel.updated, timeout=_LONG_MS):
        button(panel, "previewWord").click()
    assert window.program.settings.preview == "word"
    trigger(window, "file.new")
    other = window.program.windows[-1]
    assert isinstance(other, MainWindow)
    assert other is not window
    # The new window takes after this one, and has the preview open.
    assert child(other, PreviewPanel, "previewPanel").kind == "word"


def test_without_qtpdf_it_says_what_is_missing(
    make_panel: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = make_panel(search="")
    monkeypatch.setitem(sys.modules, "PySide6.QtPdf", None)  # importing it fails then
    button(panel, "previewWord").click()
    assert panel.word is None
    message = child(panel, QLabel, "previewMessage")
    assert message.isVisible()
    assert "PD-WIN-002" in message.text()
    button(panel, "previewWeb").click()
    assert not message.isVisible()
    assert panel.page is not None
    assert panel.page.isVisible()
