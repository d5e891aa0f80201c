"""The address of the preview, ``pd://release/…``, served from memory and nowhere else."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from pressdesk.ui.preview.page import SCHEME
from pressdesk.ui.preview.photos import PagePhotos

PAGE = QUrl(f"{SCHEME}://release/page")
_POLICY = (
    f"default-src 'none'; img-src {SCHEME}: data:; font-src data:; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-DNS-Prefetch-Control": "off",
}


def register_scheme() -> None:
    """Make the scheme known, as often as wanted: once is enough for the process.

    It may be done after the application was made, but must be before the first
    profile is: measured with Qt 6.11.
    """
    name = SCHEME.encode()
    if QWebEngineUrlScheme.schemeByName(name).name() == name:
        return
    scheme = QWebEngineUrlScheme(name)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


class SchemeHandler(QWebEngineUrlSchemeHandler):
    """Answers with the page and its photos; a photo not ready is answered when it is."""

    def __init__(self, photos: PagePhotos, parent: QObject) -> None:
        super().__init__(parent)
        self.page = ""
        self._photos = photos
        self._waiting: dict[str, list[QWebEngineUrlRequestJob]] = {}
        photos.ready.connect(self._answer_waiting)

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        if job.requestMethod() != b"GET":
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
        elif url == PAGE:
            job.setAdditionalResponseHeaders(
                # PySide6 wants each header's values as a list; its stub knows none
                {name.encode(): [value.encode()] for name, value in _HEADERS.items()}  # pyright: ignore[reportArgumentType]
            )
            _reply(job, b"text/html; charset=utf-8", self.page.encode())
        elif (picture := self._photos.picture(url.path())) is None:
            self._wait(job, url.path())
        else:
            _reply_picture(job, picture)

    def _wait(self, job: QWebEngineUrlRequestJob, path: str) -> None:
        waiting = self._waiting.setdefault(path, [])
        waiting.append(job)
        # Where the page wants the picture no more, the job goes before it is answered.
        job.destroyed.connect(lambda: waiting.remove(job) if job in waiting else None)

    def _answer_waiting(self, path: str) -> None:
        waiting = self._waiting.pop(path, [])
        picture = self._photos.picture(path) or b""
        while waiting:
            _reply_picture(waiting.pop(), picture)


def _reply_picture(job: QWebEngineUrlRequestJob, picture: bytes) -> None:
    if picture:
        _reply(job, b"image/jpeg", picture)
    else:
        job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)


def _reply(job: QWebEngineUrlRequestJob, kind: bytes, data: bytes) -> None:
    buffer = QBuffer(job)
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(QByteArray(kind), buffer)
