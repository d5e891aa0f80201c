"""Reading one picture file in a worker: what became of it, with a small picture for the screen."""

import hashlib
import threading
from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from pressdesk.model.assets import Assets
from pressdesk.model.ids import new_id
from pressdesk.model.photo import Photo
from pressdesk.model.problem import PressDeskError, Problems
from pressdesk.storage.media import MediaStore

if TYPE_CHECKING:
    from pressdesk.photos.arrival import Arrival
    from pressdesk.photos.measured import Measured
    from pressdesk.photos.quality import Quality
    from pressdesk.photos.render import Renderer

_DRAWINGS = ((b"<svg", "SVG"), (b"%!PS", "EPS"), (b"\xc5\xd0\xd3\xc6", "EPS"), (b"%PDF", "PDF"))
"""How files begin that are drawings and no pictures."""


class Arrived(NamedTuple):
    """A file that was read."""

    photo: Photo
    caption: str
    """What the file itself has as caption."""
    people: tuple[str, ...]
    """Names that the file gives of the people in the picture."""
    problems: Problems


class Refused(NamedTuple):
    """A file that was not taken, and why, as a sentence."""

    name: str
    why: str


class Known(NamedTuple):
    """A file whose very bytes were there already."""

    name: str
    known: str
    """Name of the photo that it is."""


class Like(NamedTuple):
    """A picture that looks like another one."""

    name: str
    other: str


class Intake(NamedTuple):
    """What became of the files."""

    arrived: tuple[Arrived, ...]
    """Each picture once; of the release's own too, where their files came again."""
    refused: tuple[Refused, ...]
    assets: Assets
    """The bytes of those that arrived, but for what is here already and can be read."""
    known: tuple[Known, ...] = ()
    mended: tuple[Known, ...] = ()
    """Those whose bytes were here, but missing or damaged."""
    like: tuple[Like, ...] = ()


class Read(NamedTuple):
    """What was read of a file that is a picture."""

    arrived: Arrived
    assets: Assets
    image: QImage | None
    """For the screen, as wide as a photo among many; None where it is not to be had so fast."""
    quality: "Quality | None"


class PhotoReader:
    """Reads files, in several threads at once; keeps their bytes and what was measured of them."""

    def __init__(
        self,
        store: MediaStore,
        renderer: "Renderer | None",
        measured: Path | None,
        here: Iterable[Photo] = (),
        assets: Assets | None = None,
    ) -> None:
        """Read beside photos that are there before (``here``), whose bytes are ``assets``."""
        self._store = store
        self._renderer = renderer
        self._folder = measured
        self._here: Mapping[str, Photo] = {photo.media: photo for photo in here}
        self._assets = Assets() if assets is None else assets
        self._one_at_a_time = threading.Lock()

    @cached_property
    def _measured(self) -> "Measured | None":
        from pressdesk.photos.measured import Measured

        return Measured(self._folder) if self._folder else None

    def trim(self) -> None:
        """Keep no more measurements than are of use."""
        if self._measured:
            self._measured.trim()

    def is_here(self, photo: Photo) -> bool:
        """Tell whether a photo was there before."""
        return photo.media in self._here

    def glimpse(self, file: Path) -> QImage | None:
        """Give the thumbnail that is in a file, upright; None where there is none."""
        from pressdesk.photos.glimpse import HEAD_BYTES, glimpse

        try:
            with file.open("rb") as stream:
                seen = glimpse(stream.read(HEAD_BYTES))
        except OSError:
            return None
        return _image(seen.data) if seen else None

    def read(self, file: Path) -> Read | Refused:
        """Read a file whole."""
        try:
            return self._read(file)
        except PressDeskError as error:
            return Refused(file.name, " ".join(part for part in (error.why, error.do) if part))
        except OSError as error:
            return Refused(file.name, why_unread(error))

    def _read(self, file: Path) -> Read:
        # Imported here: Pillow takes longer to load than the whole window.
        from pressdesk.photos.arrival import is_heavy
        from pressdesk.photos.formats import LIMIT_BYTES
        from pressdesk.photos.glimpse import HEAD_BYTES

        size = file.stat().st_size
        if size > LIMIT_BYTES:
            why = QCoreApplication.translate(
                "PhotoIntake", "It has {} MB; the limit is 60 MB. Save it smaller."
            )
            raise _refusal(file.name, why.format(round(size / 1e6)))
        with file.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
            # Its bytes too are read in turn: two such files would take twice the memory.
            with self._one_at_a_time if is_heavy(head) else nullcontext():
                return self._taken(file.name, head + stream.read())

    def _taken(self, name: str, data: bytes) -> Read:
        from pressdesk.photos.render import GLANCE

        here = self._here.get(hashlib.sha256(data).hexdigest()) if self._here else None
        if here is not None:
            assets, _ = self._kept(data)
            return Read(Arrived(here, here.description, (), ()), assets, None, None)
        found = _arrival(name, data)
        assets, media = self._kept(data)
        if self._measured:
            self._measured.put(media, found.quality)
        if self._renderer and found.glance:
            self._renderer.keep(found.photo, GLANCE, found.glance)
        fields = found.probe.fields
        arrived = Arrived(found.photo, fields.caption, fields.people, found.probe.problems)
        image = _image(found.glance.data) if found.glance else None
        return Read(arrived, assets, image, found.quality)

    def _kept(self, data: bytes) -> tuple[Assets, str]:
        """Keep bytes that are not here or can't be read; gives these, if so, and their SHA-256."""
        sha256 = hashlib.sha256(data).hexdigest()
        if self._assets.can_be_read(sha256):
            return Assets(), sha256
        return self._store.add(Assets(), data)

    def likenesses(self, read: Iterable[Read]) -> tuple[Like, ...]:
        """Say which of the pictures look like another one, or like one that was there before."""
        from pressdesk.photos.quality import is_like

        seen: list[tuple[str, Quality]] = []
        for photo in self._here.values():
            quality = self._measured.get(photo.media) if self._measured else None
            if quality:
                seen.append((photo.name, quality))
        found: list[Like] = []
        for one in read:
            if one.quality is None:
                continue
            name = one.arrived.photo.name
            other = next((name for name, each in seen if is_like(one.quality, each)), None)
            if other is not None:
                found.append(Like(name, other))
            seen.append((name, one.quality))
        return tuple(found)


def why_unread(error: OSError) -> str:
    """Say why a file can't be read."""
    translate = QCoreApplication.translate
    if isinstance(error, FileNotFoundError):
        return translate("PhotoIntake", "It is no longer there.")
    return translate("PhotoIntake", "It can’t be read: {}.").format(error.strerror or error)


def _arrival(name: str, data: bytes) -> "Arrival":
    from pressdesk.photos.arrival import take_in

    try:
        return take_in(data, name, new_id())
    except PressDeskError:
        drawing = next((kind for begin, kind in _DRAWINGS if begin in data[:1024]), "")
        if not drawing:
            raise
        why = QCoreApplication.translate(
            "PhotoIntake", "It is a drawing ({}) and no photo. Save it as PNG or JPEG."
        )
        raise _refusal(name, why.format(drawing)) from None


def _image(data: bytes) -> QImage:
    image = QImage.fromData(data, "JPEG")  # pyright: ignore[reportArgumentType]
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _refusal(name: str, why: str) -> PressDeskError:
    return PressDeskError("PD-IMG-001", f"“{name}” was not added.", why)
