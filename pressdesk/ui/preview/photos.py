"""The pictures of the previewed page: made in workers, kept in memory."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from pressdesk.photos.render import WEB, Renderer
from pressdesk.ui.document import Document
from pressdesk.ui.tasks import Report, Task, Tasks

_MOST_BYTES = 60_000_000


class PagePhotos(QObject):
    """Gives the renditions of a document's photos by their address."""

    ready = Signal(str)
    """A path whose picture was made, or is known to be unreadable."""
    mended = Signal()
    """A picture that was known to be unreadable may be had now."""

    def __init__(
        self, document: Document, renderer: Renderer, tasks: Tasks, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._renderer = renderer
        self._tasks = tasks
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        running = self._running = dict[str, Task]()
        self.destroyed.connect(lambda: _cancel(running))
        self._bytes = 0
        document.mended.connect(self._forget)

    def picture(self, path: str) -> bytes | None:
        """Give the JPEG at ``/photo/<media>/<width>``; b"" where there is none.

        None: it is being made, and ``ready`` tells when.
        """
        if path in self._kept:
            self._kept.move_to_end(path)
            return self._kept[path]
        if path not in self._running:
            work = self._work(path)
            if work is None:
                return b""
            self._begin(path, work)
        return None

    def _work(self, path: str) -> Callable[[Report], bytes] | None:
        match path.split("/"):
            case ["", "photo", media, width]:
                photos = (each for each in self._document.release.photos if each.media == media)
                photo = next(photos, None)
                target = next((each for each in WEB if str(each.width_px) == width), None)
            case _:
                return None
        if photo is None or target is None:
            return None
        assets, renderer = self._document.assets, self._renderer
        return lambda _: renderer.render(assets, [(photo, target)])[photo.media, target].data

    def _begin(self, path: str, work: Callable[[Report], bytes]) -> None:
        def done(data: bytes) -> None:
            del self._running[path]
            self._keep(path, data)
            self.ready.emit(path)

        def failed(_: Exception) -> None:
            done(b"")

        title = self.tr("Scaling a photo for the preview")
        self._running[path] = self._tasks.run(title, work, done=done, failed=failed)

    def _forget(self, media: str) -> None:
        """Forget that a photo could not be read."""
        unread = [path for path, data in self._kept.items() if not data and media in path]
        for path in unread:
            del self._kept[path]
        if unread:
            self.mended.emit()

    def _keep(self, path: str, data: bytes) -> None:
        self._kept[path] = data
        self._bytes += len(data)
        while self._bytes > _MOST_BYTES and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= len(dropped)


def _cancel(running: dict[str, Task]) -> None:
    for task in running.values():
        task.cancel()
