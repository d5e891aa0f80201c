"""What was measured of the photos of a release, one after the other in a worker."""

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from pressdesk.model.assets import Assets
from pressdesk.model.photo import Photo
from pressdesk.model.problem import PressDeskError
from pressdesk.photos.contact_sheet import find_like
from pressdesk.photos.measured import Measured
from pressdesk.photos.quality import Quality, look
from pressdesk.ui.tasks import Report, Tasks


class Qualities(QObject):
    """Gives the quality of photos, as soon as they are measured or found measured."""

    ready = Signal(str)
    """The SHA-256 of a photo that was measured."""

    def __init__(self, tasks: Tasks, measured: Measured, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._measured = measured
        self._known: dict[str, Quality] = {}
        self._asked: set[str] = set()
        self._waiting: deque[tuple[Photo, Assets]] = deque()
        self._is_busy = False

    def quality(self, photo: Photo) -> Quality | None:
        """Give what was measured of a photo; None as long as nothing was, or if it can't be."""
        return self._known.get(photo.media)

    def like(self, photo: Photo, photos: Iterable[Photo]) -> Photo | None:
        """Find the first of some photos that looks like this one."""
        quality = self._known.get(photo.media)
        return find_like(photo.media, quality, self._known, photos) if quality else None

    def add(self, media: str, quality: Quality) -> None:
        """Take note of what was measured elsewhere."""
        self._asked.add(media)
        self._known[media] = quality

    def ask(self, photos: Iterable[Photo], assets: Assets) -> None:
        """Have photos measured that were not, one at a time."""
        for photo in photos:
            if photo.media not in self._asked:
                self._asked.add(photo.media)
                self._waiting.append((photo, assets))
        self._go_on()

    def forget(self, media: str) -> None:
        """Have a photo measured again, if it could not be: it may be elsewhere by now."""
        if media not in self._known:
            self._asked.discard(media)

    def pause(self) -> None:
        """Begin no more: nobody looks."""
        for photo, _ in self._waiting:
            self._asked.discard(photo.media)
        self._waiting.clear()

    def _go_on(self) -> None:
        if self._is_busy or not self._waiting:
            return
        photo, assets = self._waiting.popleft()
        self._is_busy = True
        measured = self._measured  # no work may hold this: it would end in the work's thread

        def work(_: Report) -> Quality | None:
            try:
                return measured.of(photo.media, lambda: look(assets.read(photo.media), photo.name))
            except (PressDeskError, KeyError, OSError):
                return None  # its picture says so where it should be seen

        self._tasks.run(
            self.tr("Looking at a photo"),
            work,
            done=lambda quality: self._take(photo.media, quality),
            failed=lambda _: self._take(photo.media, None),
            owner=self,
        )

    def _take(self, media: str, quality: Quality | None) -> None:
        self._is_busy = False
        if quality is not None:
            self._known[media] = quality
            self.ready.emit(media)
        self._go_on()
