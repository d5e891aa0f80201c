"""Tests that need QtWebEngine; ``test_start.py`` beside this folder runs them."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

collect_ignore_glob = [] if os.environ.get("PRESSDESK_TEST_WEBENGINE") else ["*.py"]

if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # Chromium does not start as root

NO_SCREEN_CARD = (
    "QRhiGles2|RHI for backend|createPlatformVulkanInstance|QVulkanInstance|GBM is not|GPUInfo not"
)
"""What QtWebEngine says where there is no graphics card."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "engine" in item.path.parts:
            item.add_marker(pytest.mark.qt_log_ignore(NO_SCREEN_CARD))


@pytest.fixture
def asked(qtbot: Any) -> Any:
    """Run code in our own world of a page, and give its answer."""

    def ask(page: Any, code: str) -> Any:
        answers: list[Any] = []
        web = page if hasattr(page, "run") else page.page  # a panel has a page
        web.run(code, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return answers[0]

    return ask


@pytest.fixture(scope="module")
def listener() -> Iterator[Any]:
    from tests.ui.preview.engine.hostile import Listener

    made = Listener()
    yield made
    made.close()


@pytest.fixture
def make_page(document: Any, tasks: Any) -> Iterator[Any]:
    """Make pages that show nothing yet."""
    from shiboken6 import isValid

    from pressdesk.photos.render import Renderer
    from pressdesk.ui.preview.photos import PagePhotos
    from pressdesk.ui.preview.web import WebPage

    pages: list[WebPage] = []

    def make() -> WebPage:
        page = WebPage(PagePhotos(document, Renderer(None), tasks, document))
        pages.append(page)
        page.resize(500, 400)
        page.show()
        return page

    yield make
    for page in pages:
        if isValid(page):
            page.deleteLater()


@pytest.fixture
def show(qtbot: Any) -> Any:
    """Show a page as it is: loaded where nothing is shown yet, else patched."""
    from pressdesk.ui.preview.page import Sheet

    def show(page: Any, html: str) -> None:
        with qtbot.waitSignal(page.sheet_shown, timeout=10_000):
            page.show_sheet(Sheet(html, (), ()))

    return show
