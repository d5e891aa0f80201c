"""What the picture files say of themselves, read in a worker when it is first to be seen."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from pressdesk.model.assets import Assets
from pressdesk.model.photo import Photo
from pressdesk.model.problem import PressDeskError
from pressdesk.ui.tasks import Report, Tasks

if TYPE_CHECKING:
    from pressdesk.photos.probe import Probe


class Facts(NamedTuple):
    """One picture file: its size and what was found in it."""

    size_bytes: int
    probe: "Probe | None"
    """None where the file can't be read."""
    fault: str = ""
    """Why it can't be read."""


class PhotoFacts(QObject):
    """Gives the facts of photos, as soon as they are read."""

    ready = Signal(str)
    """The SHA-256 of a photo whose facts can now be had."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._known: dict[str, Facts] = {}
        self._waiting: set[str] = set()

    def facts(self, photo: Photo) -> Facts | None:
        """Give the facts of a photo; None as long as its file has not been read."""
        return self._known.get(photo.media)

    def forget(self, media: str) -> None:
        """Have a photo read again, if it could not be: it may be elsewhere by now."""
        known = self._known.get(media)
        if known is not None and known.probe is None:
            del self._known[media]

    def ask(self, photo: Photo, assets: Assets) -> None:
        """Have the file of a photo read, if it was not."""
        media = photo.media
        if media in self._known or media in self._waiting:
            return
        self._waiting.add(media)
        self._tasks.run(
            self.tr("Reading a photo"),
            lambda _: _read(photo, assets, _),
            done=lambda facts: self._take(media, facts),
            failed=lambda error: self._take(media, Facts(0, None, str(error))),
            owner=self,
        )

    def _take(self, media: str, facts: Facts) -> None:
        self._waiting.discard(media)
        self._known[media] = facts
        self.ready.emit(media)


def _read(photo: Photo, assets: Assets, _: Report) -> Facts:
    # Imported here: Pillow takes longer to load than the whole window.
    from pressdesk.photos.probe import probe

    try:
        data = assets.read(photo.media)
    except (KeyError, OSError) as error:
        return Facts(0, None, f"The bytes of “{photo.name}” are missing: {error}.")
    try:
        return Facts(len(data), probe(data, photo.name))
    except PressDeskError as error:
        return Facts(len(data), None, error.why)
