"""Pictures of photos for the screen: upright, in sRGB, made in a worker, kept in memory."""

from collections import OrderedDict

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from pressdesk.model.assets import Assets
from pressdesk.model.photo import Photo
from pressdesk.model.problem import PressDeskError
from pressdesk.photos.render import WEB, Renderer
from pressdesk.ui.tasks import Report, Tasks

_SCREEN = WEB[1]
"""The same renditions as the web page's: what was shown once is exported at once."""

_MOST_BYTES = 100_000_000


class Pictures(QObject):
    """Gives pictures of photos at the width asked for, as soon as they are made."""

    ready = Signal(str)
    """The SHA-256 of a photo whose picture can now be had, or is known to be unreadable."""

    def __init__(self, renderer: Renderer, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._tasks = tasks
        self._kept: OrderedDict[tuple[str, int], QImage] = OrderedDict()
        self._bytes = 0
        self._waiting: set[str] = set()
        self._faults: dict[str, str] = {}

    def image(self, photo: Photo, assets: Assets, width_px: int) -> QImage | None:
        """Give the picture at a width in device pixels; None while it is being made, or never.

        It is never enlarged: a small photo comes at its own size.
        """
        key = photo.media, width_px
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        full = self._kept.get((photo.media, 0))
        if full is None:
            self._ask(photo, assets)
            return None
        if width_px >= full.width():
            return full
        smooth = Qt.TransformationMode.SmoothTransformation
        return self._keep(key, full.scaledToWidth(max(width_px, 1), smooth))

    def fault(self, photo: Photo) -> str:
        """Tell why a photo can't be shown; "" where it can."""
        return self._faults.get(photo.media, "")

    def _ask(self, photo: Photo, assets: Assets) -> None:
        media = photo.media
        if media in self._waiting or media in self._faults:
            return
        self._waiting.add(media)

        def work(_: Report) -> QImage:
            picture = self._renderer.render(assets, [(photo, _SCREEN)])[media, _SCREEN]
            image = QImage.fromData(picture.data, "JPEG")  # pyright: ignore[reportArgumentType]
            return image.convertToFormat(QImage.Format.Format_RGB32)

        def done(image: QImage) -> None:
            self._waiting.discard(media)
            self._keep((media, 0), image)
            self.ready.emit(media)

        def failed(error: Exception) -> None:
            self._waiting.discard(media)
            self._faults[media] = error.why if isinstance(error, PressDeskError) else str(error)
            self.ready.emit(media)

        self._tasks.run(self.tr("Scaling a photo"), work, done=done, failed=failed)

    def _keep(self, key: tuple[str, int], image: QImage) -> QImage:
        self._kept[key] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > _MOST_BYTES and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= dropped.sizeInBytes()
        return image
