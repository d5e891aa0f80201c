"""What the previewed page may not do: run, load from elsewhere, go elsewhere, ask or keep."""
# ruff: noqa: N803 (Qt names the arguments of what is overridden)

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from pressdesk.model.text import safe_link
from pressdesk.ui.preview.page import SCHEME
from pressdesk.ui.preview.scheme import PAGE

_Attribute = QWebEngineSettings.WebAttribute
_OFF = (
    _Attribute.JavascriptEnabled,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanPaste,
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.BackForwardCacheEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.LocalStorageEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.TouchIconsEnabled,
    _Attribute.WebGLEnabled,
)
_FRAMES = (
    QWebEngineUrlRequestInfo.ResourceType.ResourceTypeMainFrame,
    QWebEngineUrlRequestInfo.ResourceType.ResourceTypeSubFrame,
)

_FLAGS, _NO_HOSTS = "QTWEBENGINE_CHROMIUM_FLAGS", '--host-resolver-rules="MAP * ~NOTFOUND"'


class Interceptor(QWebEngineUrlRequestInterceptor):
    """Refuses every address but our own, and data of pictures and fonts."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl()
        if info.resourceType() in _FRAMES:
            info.block(url != PAGE)
        else:
            info.block(url.scheme() not in (SCHEME, "data"))


def make_profile(interceptor: Interceptor) -> QWebEngineProfile:
    """Make a profile that keeps nothing and lets nothing through.

    Whoever asks keeps the interceptor: PySide6 holds its C++ half only, which refuses nothing.
    """
    with _without_network():
        profile = QWebEngineProfile()
    assert profile.isOffTheRecord()  # noqa: S101 (it has no name)
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setPersistentCookiesPolicy(
        QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    )
    profile.cookieStore().setCookieFilter(lambda _: False)
    profile.setSpellCheckEnabled(False)
    profile.setPushServiceEnabled(False)
    profile.setUrlRequestInterceptor(interceptor)
    profile.downloadRequested.connect(lambda download: download.cancel())
    return profile


@contextmanager
def _without_network() -> Iterator[None]:
    """Have Chromium resolve no host, not even an address; it asks once, with the first profile.

    ``<link rel=preconnect>`` opens a connection that neither the interceptor nor a
    policy is asked about: measured with Qt 6.11.
    """
    before = os.environ.get(_FLAGS)
    os.environ[_FLAGS] = " ".join(filter(None, (before, _NO_HOSTS)))
    try:
        yield
    finally:
        if before is None:
            del os.environ[_FLAGS]
        else:
            os.environ[_FLAGS] = before


class LockedPage(QWebEnginePage):
    """A page that runs nothing of its own and goes nowhere; links are told, not followed."""

    link_activated = Signal(str)
    ready = Signal()
    """Our own script is in the page. It tells through the console, where no other can."""
    clicked = Signal(list)
    """The ids around what was clicked, innermost first."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        settings = self.settings()
        for attribute in _OFF:
            settings.setAttribute(attribute, False)
        settings.setAttribute(_Attribute.WebRTCPublicInterfacesOnly, True)
        settings.setUnknownUrlSchemePolicy(
            QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
        )
        self.newWindowRequested.connect(
            lambda request: self._tell_link(_written(request.requestedUrl()))
        )
        self.permissionRequested.connect(lambda permission: permission.deny())
        self.fullScreenRequested.connect(lambda request: request.reject())
        self.desktopMediaRequested.connect(lambda request: request.cancel())
        self.fileSystemAccessRequested.connect(lambda request: request.reject())
        self.registerProtocolHandlerRequested.connect(lambda request: request.reject())
        self.certificateError.connect(lambda error: error.rejectCertificate())

    def acceptNavigationRequest(
        self, url: QUrl | str, type: QWebEnginePage.NavigationType, isMainFrame: bool
    ) -> bool:
        kinds = QWebEnginePage.NavigationType
        url = QUrl(url)
        if type == kinds.NavigationTypeLinkClicked:
            self._tell_link(_written(url))
            return False
        return isMainFrame and type == kinds.NavigationTypeTyped and url == PAGE

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        lineNumber: int,
        sourceID: str,
    ) -> None:
        ours, _, told = message.partition(":")
        if (
            ours != "pressdesk"
            or level != QWebEnginePage.JavaScriptConsoleMessageLevel.InfoMessageLevel
        ):
            return
        kind, _, what = told.partition(" ")
        match kind:
            case "ready":
                self.ready.emit()
            case "clicked":
                self.clicked.emit(json.loads(what))
            case "link":
                self._tell_link(json.loads(what))
            case _:
                pass

    def chooseFiles(
        self,
        mode: QWebEnginePage.FileSelectionMode,
        oldFiles: Sequence[str],
        acceptedMimeTypes: Sequence[str],
    ) -> list[str]:
        return []

    def _tell_link(self, link: str) -> None:
        if safe := safe_link(link):
            self.link_activated.emit(safe)


def _written(url: QUrl) -> str:
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
