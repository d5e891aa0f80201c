"""Photos coming in: files are read in a worker, and become photos and figures in one step."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject

from pressdesk.model import edits
from pressdesk.model.assets import Assets
from pressdesk.model.body import Figure, Span
from pressdesk.model.ids import new_id
from pressdesk.model.people import people_named
from pressdesk.model.photo import Photo
from pressdesk.model.problem import PressDeskError, Problems
from pressdesk.model.release import Release
from pressdesk.storage.media import MediaStore
from pressdesk.ui.document import NOWHERE, Caret, Document
from pressdesk.ui.picture_files import picture_files
from pressdesk.ui.tasks import Report, Task, Tasks

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


class Intake(NamedTuple):
    """What became of the files."""

    arrived: tuple[Arrived, ...]
    refused: tuple[Refused, ...]
    assets: Assets
    """The bytes of those that arrived."""


class PhotoIntake(QObject):
    """Reads picture files."""

    def __init__(self, tasks: Tasks, store: MediaStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._store = store

    def take(self, paths: Sequence[Path], done: Callable[[Intake], None]) -> Task:
        """Read files and folders in a worker; ``done`` gets what became of them.

        A file that can't be taken stops none of the others; the task can be cancelled.
        """
        title = self.tr("Reading photos")
        return self._tasks.run(
            title,
            partial(self._read, tuple(paths)),
            done=done,
            failed=partial(self._fail, done),
            can_cancel=True,
            owner=self,
        )

    def _read(self, paths: tuple[Path, ...], report: Report) -> Intake:
        arrived: dict[str, Arrived] = {}
        refused: list[Refused] = []
        assets = Assets()
        files = list(picture_files(paths))
        if paths and not files:
            refused.append(Refused(paths[0].name, self.tr("There is no picture in this folder.")))
        for place, file in enumerate(files):
            report(place, len(files))
            try:
                one, data = self._read_file(file)
                assets, _ = self._store.add(assets, data)
                arrived.setdefault(one.photo.media, one)
            except PressDeskError as error:
                why = " ".join(part for part in (error.why, error.do) if part)
                refused.append(Refused(file.name, why))
            except OSError as error:
                refused.append(Refused(file.name, self._why_unread(error)))
        report(len(files), len(files))
        return Intake(tuple(arrived.values()), tuple(refused), assets)

    def _read_file(self, file: Path) -> tuple[Arrived, bytes]:
        # Imported here: Pillow takes longer to load than the whole window.
        from pressdesk.photos.formats import LIMIT_BYTES
        from pressdesk.photos.probe import photo_from

        size = file.stat().st_size
        if size > LIMIT_BYTES:
            why = self.tr("It has {} MB; the limit is 60 MB. Save it smaller.")
            raise _refusal(file, why.format(round(size / 1e6)))
        data = file.read_bytes()
        try:
            photo, probe = photo_from(data, file.name, new_id())
        except PressDeskError:
            drawing = next((kind for begin, kind in _DRAWINGS if begin in data[:1024]), "")
            if not drawing:
                raise
            why = self.tr("It is a drawing ({}) and no photo. Save it as PNG or JPEG.")
            raise _refusal(file, why.format(drawing)) from None
        fields = probe.fields
        return Arrived(photo, fields.caption, fields.people, probe.problems), data

    def _why_unread(self, error: OSError) -> str:
        if isinstance(error, FileNotFoundError):
            return self.tr("It is no longer there.")
        return self.tr("It can’t be read: {}.").format(error.strerror or error)

    def _fail(self, done: Callable[[Intake], None], error: Exception) -> None:
        why = self._why_unread(error) if isinstance(error, OSError) else str(error)
        done(Intake((), (Refused("", why),), Assets()))


def with_photos(
    release: Release, arrived: Iterable[Arrived], *, after: str | None
) -> tuple[Release, tuple[str, ...]]:
    """Add photos with a figure each, in their order; gives the ids of the figures.

    They go into the body behind the block ``after`` ("" is the start), or are only
    attached where it is None. A picture that the release has already stays one photo:
    it gets another figure in the body, and none where it would only be attached again.
    """
    figures: list[str] = []
    for one in arrived:
        named = [people_named(release.people, name) for name in one.people]
        shown = tuple(found[0].id for found in named if len(found) == 1)
        photo = replace(one.photo, people=tuple(dict.fromkeys(shown)))
        release, photo = edits.add_photo(release, photo)
        if after is None and any(figure.photo == photo.id for figure in release.figures):
            continue
        caption = (Span(one.caption),) if one.caption else ()
        figure = Figure(id=new_id(), photo=photo.id, caption=caption)
        if after is None:
            release = edits.attach(release, figure)
        else:
            release = edits.insert_block(release, figure, after=after)
            after = figure.id
        figures.append(figure.id)
    return release, tuple(figures)


def add_to(
    document: Document,
    intake: Intake,
    step: str,
    *,
    after: str | None = None,
    before: Caret = NOWHERE,
) -> tuple[str, ...]:
    """Add what arrived to a document as one step; gives the ids of the new figures."""
    for sha256 in intake.assets:
        source = partial(intake.assets.open, sha256)
        document.assets = document.assets.with_source(sha256, source)
    release, figures = with_photos(document.release, intake.arrived, after=after)
    caret = Caret("photosList", figures[0]) if figures and after is None else before
    document.apply(release, step, before=before, after=caret)
    return figures


def _refusal(file: Path, why: str) -> PressDeskError:
    return PressDeskError("PD-IMG-001", f"“{file.name}” was not added.", why)
