"""Photos coming in: files are read in workers, and become photos and figures in one step."""

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from pressdesk.model import edits
from pressdesk.model.assets import Assets
from pressdesk.model.body import Figure, Span
from pressdesk.model.ids import new_id
from pressdesk.model.people import people_named
from pressdesk.model.photo import Photo
from pressdesk.model.release import Release
from pressdesk.photos.memory import give_back_large_blocks
from pressdesk.storage.media import MediaStore
from pressdesk.ui.document import NOWHERE, Caret, Document
from pressdesk.ui.photo_reading import (
    Arrived,
    Intake,
    Known,
    PhotoReader,
    Read,
    Refused,
    why_unread,
)
from pressdesk.ui.picture_files import picture_files
from pressdesk.ui.tasks import Report, Task, Tasks

if TYPE_CHECKING:
    from pressdesk.photos.render import Renderer

__all__ = ["Arrived", "Intake", "PhotoIntake", "add_to", "add_unused", "with_photos"]

_AT_A_TIME = 4
_WORKERS = min(os.cpu_count() or 1, 4)
"""More would only take memory: each holds a file and its pixels."""

_Heard = list[Path] | tuple[int, QImage] | tuple[int, Read | Refused]
"""The files; then the place of one of them, with its thumbnail or what became of it."""


class PhotoIntake(QObject):
    """Reads picture files, several at once."""

    began = Signal(list)
    """The files (``Path``) that will be read."""
    glimpsed = Signal(int, object)
    """The place of a file among them, and the thumbnail (``QImage``) that is in it."""
    was_read = Signal(int, object)
    """The place of a file, and what became of it: ``Read`` or ``Refused``."""
    ended = Signal()
    """Everything was read, or nobody wants it any more."""

    def __init__(
        self,
        tasks: Tasks,
        store: MediaStore,
        parent: QObject | None = None,
        *,
        renderer: "Renderer | None" = None,
        measured: Path | None = None,
    ) -> None:
        """Keep small pictures by the renderer, and what was measured in a folder, if given."""
        super().__init__(parent)
        self._tasks = tasks
        self._store = store
        self._renderer = renderer
        self._measured = measured
        self._heard: SimpleQueue[_Heard] = SimpleQueue()
        self._telling = QTimer(self, interval=0, singleShot=True)
        self._telling.timeout.connect(self._tell_some)

    def take(
        self,
        paths: Sequence[Path],
        done: Callable[[Intake], None],
        here: Iterable[Photo] = (),
        assets: Assets | None = None,
    ) -> Task:
        """Read files and folders in workers; ``done`` gets what became of them.

        A file that can't be taken stops none of the others; the task can be cancelled.
        ``here`` are the photos that are there already: they are not looked at again.
        ``assets`` are the bytes that are there: those of them that can't be read are taken.
        """
        title = self.tr("Reading photos")
        reader = PhotoReader(self._store, self._renderer, self._measured, here, assets)
        self._heard = SimpleQueue()
        task = self._tasks.run(
            title,
            partial(_read, tuple(paths), reader, self._heard),
            done=partial(self._finish, done),
            failed=partial(self._fail, done),
            can_cancel=True,
            owner=self,
        )
        task.progressed.connect(self._hear)
        task.ended.connect(partial(self._end, task))
        return task

    @Slot()
    def _hear(self) -> None:
        """Take note that the workers have left word."""
        if not self._telling.isActive():
            self._telling.start()

    def _tell_some(self) -> None:
        """Tell a little of it at a time, so that it can be painted in between."""
        for _ in range(_AT_A_TIME):
            if self._heard.empty():
                return
            self._tell(self._heard.get())
        self._telling.start()

    def _tell(self, heard: "_Heard") -> None:
        if isinstance(heard, list):
            self.began.emit(heard)
        elif isinstance(heard[1], QImage):
            self.glimpsed.emit(*heard)
        else:
            self.was_read.emit(*heard)

    def _end(self, task: Task) -> None:
        if task.is_cancelled:
            self._heard = SimpleQueue()
        self.ended.emit()

    def _finish(self, done: Callable[[Intake], None], intake: Intake) -> None:
        while not self._heard.empty():
            self._tell(self._heard.get())
        done(intake)

    def _fail(self, done: Callable[[Intake], None], error: Exception) -> None:
        why = why_unread(error) if isinstance(error, OSError) else str(error)
        done(Intake((), (Refused("", why),), Assets()))


def _read(
    paths: tuple[Path, ...], reader: PhotoReader, heard: "SimpleQueue[_Heard]", report: Report
) -> Intake:
    """Read files in workers, which leave word in a queue: whoever listens may be gone by then."""
    files = list(picture_files(paths))
    if paths and not files:
        why = QCoreApplication.translate("PhotoIntake", "There is no picture in this folder.")
        return Intake((), (Refused(paths[0].name, why),), Assets())
    give_back_large_blocks()
    heard.put(files)
    report(0, len(files))
    became: dict[int, Read | Refused] = {}

    # In one thread: it is all Python, of which the window would get but a third beside two.
    for place, file in enumerate(files):
        seen = reader.glimpse(file)
        if seen is not None:
            heard.put((place, seen))
            report(0, len(files))
    executor = ThreadPoolExecutor(_WORKERS, "intake")
    try:
        places: dict[Future[Read | Refused], int] = {
            executor.submit(reader.read, file): place for place, file in enumerate(files)
        }
        for future in as_completed(places):
            place = places[future]
            became[place] = future.result()
            heard.put((place, became[place]))
            report(len(became), len(files))
    finally:
        executor.shutdown(cancel_futures=True)
    reader.trim()
    return _gathered([(files[place], became[place]) for place in sorted(became)], reader)


def _gathered(became: Iterable[tuple[Path, Read | Refused]], reader: PhotoReader) -> Intake:
    """Put together what became of files, in their order; a picture comes once."""
    read: dict[str, Read] = {}
    refused: list[Refused] = []
    known: list[Known] = []
    mended: list[Known] = []
    assets = Assets()
    for file, each in became:
        if isinstance(each, Refused):
            refused.append(each)
            continue
        photo = each.arrived.photo
        if photo.media in read or reader.is_here(photo):
            other = read[photo.media].arrived.photo if photo.media in read else photo
            is_mended = photo.media not in read and photo.media in each.assets
            (mended if is_mended else known).append(Known(file.name, other.name or other.id))
        read.setdefault(photo.media, each)
        assets = assets.union(each.assets)
    return Intake(
        tuple(each.arrived for each in read.values()),
        tuple(refused),
        assets,
        tuple(known),
        tuple(mended),
        reader.likenesses(read.values()),
    )


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
        release, photo = edits.add_photo(release, _with_people(one, release))
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
    """Add what arrived to a document as one step; gives the ids of the new figures.

    A photo that was lost and is whole again by it stays where it is used, and only there.
    """
    used = {figure.photo for figure in document.release.figures}
    lost = {photo.media for photo in document.release.photos if photo.id in used}
    lost &= set(intake.assets)
    document.take_in(intake.assets)
    arrived = [one for one in intake.arrived if one.photo.media not in lost]
    release, figures = with_photos(document.release, arrived, after=after)
    caret = Caret("photosList", figures[0]) if figures and after is None else before
    document.apply(release, step, before=before, after=caret)
    return figures


def add_unused(document: Document, intake: Intake, step: str) -> tuple[str, ...]:
    """Add what arrived without any use of it, as one step; gives the ids of the new photos."""
    document.take_in(intake.assets)
    release = document.release
    there = {photo.id for photo in release.photos}
    for one in intake.arrived:
        release, _ = edits.add_photo(release, _with_people(one, release))
    document.apply(release, step)
    return tuple(photo.id for photo in release.photos if photo.id not in there)


def _with_people(one: Arrived, release: Release) -> Photo:
    named = [people_named(release.people, name) for name in one.people]
    shown = tuple(found[0].id for found in named if len(found) == 1)
    return replace(one.photo, people=tuple(dict.fromkeys(shown)))
