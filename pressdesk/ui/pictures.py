"""Pictures of photos for the screen: upright, in sRGB, made in a worker, kept in memory."""

from collections import OrderedDict
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from pressdesk.model.assets import Assets, Source
from pressdesk.model.framing import Crop
from pressdesk.model.photo import Photo
from pressdesk.model.problem import PressDeskError
from pressdesk.model.rows import shown_size
from pressdesk.photos.render import GLANCE, WEB, Renderer
from pressdesk.ui.tasks import Report, Tasks

_SCREEN = WEB[1]
"""The same renditions as the web page's: what was shown once is exported at once."""

_MOST_BYTES = 64_000_000
_MOST_WIDTHS = 6
"""Of one photo. More than are shown of it at once, or each would drive out the next for ever."""

_SMOOTH = Qt.TransformationMode.SmoothTransformation

_Shown = tuple[str, Crop | None]
"""A photo by its SHA-256, and what of it is shown."""


class Pictures(QObject):
    """Gives pictures of photos at the width asked for, as soon as they are made."""

    ready = Signal(str)
    """The SHA-256 of a photo whose picture can now be had, or is known to be unreadable."""

    def __init__(self, renderer: Renderer, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._tasks = tasks
        self._kept: OrderedDict[tuple[_Shown, int], QImage] = OrderedDict()
        self._waiting: set[_Shown] = set()
        self._faults: WeakKeyDictionary[Source, str] = WeakKeyDictionary()
        """Where a photo could not be read, and why: in another place it may be whole."""
        self._missing: dict[str, str] = {}
        """What was asked for where it was in no place, and what was said of it."""
        self.kept_bytes = 0
        """Memory that the pictures take."""

    def image(self, photo: Photo, assets: Assets, width_px: int) -> QImage | None:
        """Give the picture for a width in device pixels; None where there is none yet, or ever.

        It shows what the photo's crop leaves. While it is being made the picture comes at
        another width, if one is there. It is never enlarged: a small photo comes at its own
        size.
        """
        shown = _shown(photo)
        widest_px = min(shown_size(photo)[0], _SCREEN.width_px)
        key = shown, max(min(width_px, widest_px), 1)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        widest = max(self._widths(shown), default=0)
        if widest >= 2 * key[1]:  # far enough above for nothing to be lost
            return self._keep(key, self._kept[shown, widest].scaledToWidth(key[1], _SMOOTH))
        self._ask(photo, assets, key[1])
        return self._kept.get((shown, widest))

    def add(self, photo: Photo, image: QImage) -> None:
        """Keep a picture of a whole photo that was made elsewhere."""
        if photo.crop is None and (_shown(photo), image.width()) not in self._kept:
            self._keep((_shown(photo), image.width()), image)

    def fault(self, photo: Photo, assets: Assets) -> str:
        """Tell why a photo can't be read where it is; "" where it can, as far as was tried."""
        source = assets.source(photo.media)
        if source is not None:
            return self._faults.get(source, "")
        return self._missing.get(photo.media, "")

    def _widths(self, shown: _Shown) -> list[int]:
        """Give the widths that a photo is kept at, the one unused for longest first."""
        return [width for other, width in self._kept if other == shown]

    def _ask(self, photo: Photo, assets: Assets, width_px: int) -> None:
        media, shown, source = photo.media, _shown(photo), assets.source(photo.media)
        if shown in self._waiting or self.fault(photo, assets):
            return
        self._waiting.add(shown)

        def work(_: Report) -> QImage:
            target = GLANCE if width_px <= GLANCE.width_px else _SCREEN
            picture = self._renderer.render(assets, [(photo, target)])[media, target]
            image = QImage.fromData(picture.data, "JPEG")  # pyright: ignore[reportArgumentType]
            if image.width() > width_px:
                image = image.scaledToWidth(width_px, _SMOOTH)
            return image.convertToFormat(QImage.Format.Format_RGB32)

        def done(image: QImage) -> None:
            self._waiting.discard(shown)
            if source is not None:
                self._faults.pop(source, None)
            self._keep((shown, width_px), image)
            self.ready.emit(media)

        def failed(error: Exception) -> None:
            self._waiting.discard(shown)
            if source is None:
                self._missing[media] = self._told(error)
            else:
                self._faults[source] = self._told(error)
            self.ready.emit(media)

        self._tasks.run(self.tr("Scaling a photo"), work, done=done, failed=failed)

    def _told(self, error: Exception) -> str:
        """Say why, in words for those who know nothing of a file's parts."""
        match error:
            case PressDeskError(code="PD-DOC-009"):
                return self.tr("Its bytes, kept until the release is saved, are damaged or gone.")
            case PressDeskError() if error.code.startswith("PD-DOC-"):
                return self.tr("Its bytes in the release’s file are damaged.")
            case PressDeskError():
                return error.why
            case OSError():
                return error.strerror or str(error)
            case _:
                return str(error)

    def _keep(self, key: tuple[_Shown, int], image: QImage) -> QImage:
        self._kept[key] = image
        self.kept_bytes += image.sizeInBytes()
        widths = self._widths(key[0])
        if len(widths) > _MOST_WIDTHS:
            self._drop((key[0], widths[0]))
        while self.kept_bytes > _MOST_BYTES and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))
        return image

    def _drop(self, key: tuple[_Shown, int]) -> None:
        self.kept_bytes -= self._kept.pop(key).sizeInBytes()


def _shown(photo: Photo) -> _Shown:
    crop = photo.crop and Crop(box=photo.crop.box, angle=photo.crop.angle)
    return photo.media, None if crop == Crop() else crop
