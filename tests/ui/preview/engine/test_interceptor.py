"""The interceptor alone, with neither a policy nor a resolver that finds no host."""

from collections.abc import Callable

import pytest

from pressdesk.ui.preview import lockdown, scheme
from pressdesk.ui.preview.scheme import PAGE
from pressdesk.ui.preview.web import WebPage
from tests.ui.preview.engine.hostile import Listener, in_page, loaders, wait

PAST_IT = ("preconnect", "dns-prefetch")
"""What it is not asked about: the reason for the resolver."""


def test_the_interceptor_alone_stops_everything_it_is_asked_about(
    listener: Listener,
    make_page: Callable[[], WebPage],
    show: Callable[[WebPage, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scheme, "_HEADERS", {})
    monkeypatch.setattr(lockdown, "_NO_HOSTS", "")
    reached: list[str] = []
    patched = make_page()
    for markup in loaders(listener.host):
        for page in (make_page(), patched):
            before = listener.connections
            show(page, in_page(markup))
            wait(60)
            if listener.connections > before and not any(past in markup for past in PAST_IT):
                reached.append(markup)
            assert page.url() == PAGE
            if page is not patched:
                page.deleteLater()
    assert reached == []
    assert listener.connections > 0  # the listener does hear: what goes past it
