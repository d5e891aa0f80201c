"""The same hostile pages where nothing is locked: what the tests of the lock would see."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile

from tests.ui.preview.engine.hostile import Listener, in_page, loaders, wait


@pytest.mark.qt_log_ignore(".")  # what the scripts of the pages complain of
def test_the_listener_hears_a_page_that_is_not_locked(listener: Listener) -> None:
    profile = QWebEngineProfile()
    page = QWebEnginePage(profile)
    profile.setParent(page)
    silent: list[str] = []
    pages = [markup for markup in loaders(listener.host) if listener.host in markup]
    for markup in pages:
        before = listener.connections
        page.setHtml(in_page(markup), QUrl("http://localhost/"))
        wait(150)
        if listener.connections == before:
            silent.append(markup)
    page.deleteLater()
    assert not any("preconnect" in markup for markup in silent)
    assert len(silent) < len(pages) / 2
