"""A hostile page in the preview: it loads nothing, runs nothing, goes nowhere."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWebEngineCore import QWebEngineProfile
from pytestqt.qtbot import QtBot

from pressdesk.model.assets import Assets
from pressdesk.model.body import (
    Block,
    Cell,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Table,
)
from pressdesk.model.release import Release
from pressdesk.ui.document import Document
from pressdesk.ui.preview import scheme
from pressdesk.ui.preview.page import Sheet
from pressdesk.ui.preview.panel import PreviewPanel
from pressdesk.ui.preview.scheme import PAGE
from pressdesk.ui.preview.web import WebPage
from tests.builders import a_release
from tests.export.jobs import photographed
from tests.photos.pictures import a_picture, encoded
from tests.ui.preview.engine.hostile import Listener, corpus_strings, in_page, loaders, wait

Ask = Callable[[Any, str], Any]
Show = Callable[[WebPage, str], None]
PRESS_EVERYTHING = """
for (const each of document.querySelectorAll("a, area, button, input, summary, label, form")) {
    each.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    each.click?.();
    each.requestSubmit?.();
}
1
"""


class _Catcher(QObject):
    """Takes what the system would open."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.taken.append(url.toString())


@pytest.fixture(autouse=True)
def _nothing_is_handed_to_the_system(qapp: object) -> Iterator[None]:
    catcher = _Catcher()
    schemes = ("http", "https", "mailto", "tel", "ftp", "file", "chrome")
    for each in schemes:
        QDesktopServices.setUrlHandler(each, catcher, "take")  # pyright: ignore[reportArgumentType]
    yield
    for each in schemes:
        QDesktopServices.unsetUrlHandler(each)
    assert catcher.taken == []


@pytest.fixture(params=["all", "no policy", "no interceptor"])
def layer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Which of the layers of the lock is off."""
    if request.param == "no policy":
        monkeypatch.setattr(scheme, "_HEADERS", {})
    return request.param


def test_no_way_of_loading_gets_through(
    layer: str,
    show: Show,
    listener: Listener,
    make_page: Callable[[], WebPage],
    asked: Ask,
) -> None:
    before = listener.connections
    reached: list[str] = []
    patched = make_page()
    for markup in loaders(listener.host):
        for page in (make_page(), patched):
            if layer == "no interceptor":
                profile = page.page().profile()
                profile.setUrlRequestInterceptor(None)  # pyright: ignore[reportArgumentType]
            show(page, in_page(markup))
            asked(page, PRESS_EVERYTHING)
            wait(30)
            if listener.connections > before:
                reached.append(markup)
                before = listener.connections
            assert page.url() == PAGE
            assert asked(page, "document.title") == "a page"
            if page is not patched:
                page.deleteLater()
    wait(300)
    assert reached == []
    assert listener.connections == before


def test_no_string_of_the_corpora_gets_through_as_markup(
    show: Show, listener: Listener, make_page: Callable[[], WebPage], corpus: Path, asked: Ask
) -> None:
    page = make_page()
    before = listener.connections
    strings = corpus_strings(corpus / "hostile", listener.host)
    assert len(strings) > 1_500
    for number, markup in enumerate(strings):
        if number % 50 == 0:
            page.deleteLater()
            page = make_page()  # so that some are loaded, and a page swallowed by one ends
        show(page, in_page(markup))
        if number % 10 == 0:
            asked(page, PRESS_EVERYTHING)
        assert page.url() == PAGE
    wait(300)
    assert listener.connections == before


def test_no_string_of_the_corpora_gets_through_as_text(
    listener: Listener,
    make_panel: Callable[..., PreviewPanel],
    document: Document,
    corpus: Path,
    asked: Ask,
) -> None:
    strings = corpus_strings(corpus / "hostile", listener.host)
    release, assets = as_text(strings)
    document.assets = assets
    document.apply(release, "Hostile")
    before = listener.connections
    panel = make_panel()
    assert isinstance(panel.page, WebPage)
    assert (
        asked(panel.page, "document.querySelectorAll('script, iframe, object, form').length") == 0
    )
    assert asked(panel.page, "document.images.length") == len(strings)
    asked(panel.page, PRESS_EVERYTHING)
    wait(500)
    assert panel.page.url() == PAGE
    assert listener.connections == before


def as_text(strings: list[str]) -> tuple[Release, Assets]:
    """A release whose every text is one of the strings."""
    assets, (photo,) = photographed((24, 16), alt=strings[0], credit=strings[1])
    body: list[Block] = []
    for number, text in enumerate(strings):
        spans = (Span(text, link=text), Span(text, lang=text))
        body += [
            Paragraph(id=f"a{number}", spans=spans),
            Figure(id=f"g{number}", photo="f1", caption=spans),
        ]
        kind = (Heading, ListItem, Quote)[number % 3]
        body.append(kind(id=f"h{number}", spans=spans))
    cells = tuple((Cell((Span(text, link=text),)),) for text in strings)
    body.append(Table(id="t1", rows=cells, align=("",)))
    some = " ".join(strings[:200])
    fields = dict.fromkeys(("headline", "deck", "category", "issuer", "rights", "note"), some)
    return a_release(photos=(photo,), body=tuple(body), **fields), assets


def test_files_and_other_addresses_are_refused(
    show: Show, make_page: Callable[[], WebPage], tmp_path: Path, asked: Ask
) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(encoded(a_picture(20, 10), "PNG"))
    page = make_page()
    show(page, in_page(f"<img src='{picture.as_uri()}'>"))
    for address in (
        picture.as_uri(),
        "http://127.0.0.1:9/",
        "chrome://version",
        "data:text/html,text",
        "pd://release/other",
        "pd://elsewhere/page",
    ):
        page.load(QUrl(address))
        wait(50)
        assert page.url() == PAGE
        assert asked(page, "document.title") == "a page"
    assert asked(page, "document.images[0].naturalWidth") == 0


def test_a_page_that_always_leaves_for_a_blank_one_is_given_up(
    qtbot: QtBot, make_page: Callable[[], WebPage]
) -> None:
    page = make_page()
    away = '<meta http-equiv="refresh" content="0; url=about:blank">'
    with qtbot.waitSignal(page.failed, timeout=10_000):
        page.show_sheet(Sheet(in_page(away), (), ()))


def test_nothing_is_kept_and_nothing_of_the_page_runs(
    show: Show, make_page: Callable[[], WebPage], asked: Ask
) -> None:
    page = make_page()
    running = "document.title = 'ran'"
    markup = f'<script>{running}</script><img src=x onerror="{running}"><p onclick="{running}">'
    for number in range(2):
        show(page, in_page(markup + str(number)))
        asked(page, PRESS_EVERYTHING + "; document.querySelector('[onclick]').click()")
        wait(50)
        assert asked(page, "document.title") == "a page"
    profile = page.page().profile()
    assert profile.isOffTheRecord()
    assert profile.httpCacheType() == QWebEngineProfile.HttpCacheType.NoCache
    no_cookies = QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    assert profile.persistentCookiesPolicy() == no_cookies
