"""The one mutable object: the current release, where it is saved, and how to go back."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal

from pressdesk.model.assets import Assets
from pressdesk.model.captioned_people import keep_in_step
from pressdesk.model.release import Release

if TYPE_CHECKING:
    from pressdesk.storage.journal import Work
    from pressdesk.storage.lock import Lock
    from pressdesk.storage.package import Package

_MOST_STEPS = 5_000


class Caret(NamedTuple):
    """Where the cursor was: the field by its object name, the block of the body, a selection."""

    field: str
    block: str = ""
    anchor: int = 0
    """UTF-16 units from the start of the field or the block, as Qt counts."""
    position: int = 0


NOWHERE = Caret("")


class _Step(NamedTuple):
    """One entry of the undo list."""

    label: str
    release: Release
    """The release after the step."""
    before: Caret
    after: Caret
    merge: str


class Document(QObject):
    """The release being worked on, with one undo order for everything done to it.

    Every change goes through ``apply``; views compare what they show with
    ``release`` (by identity: unchanged parts are shared) whenever
    ``release_changed`` comes, whoever made the change.
    """

    release_changed = Signal()
    caret_wanted = Signal(object)
    """After undo and redo: the ``Caret`` to go to."""
    undo_changed = Signal()
    modified_changed = Signal(bool)
    flush_requested = Signal()
    """Editors hand over what they still hold, such as the text of an input method."""
    path_changed = Signal()
    mended = Signal(str)
    """The SHA-256 of a photo whose bytes were missing or damaged, and are here again."""
    saved = Signal()
    """The release is on the disk."""

    def __init__(
        self,
        release: Release,
        assets: Assets | None = None,
        *,
        path: Path | None = None,
        package: "Package | None" = None,
        lock: "Lock | None" = None,
        work: UUID | None = None,
        suggested: Path | None = None,
        is_for_reading: bool = False,
        is_unsaved: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """``package`` is what ``path`` holds; without one nothing of this is saved yet.

        ``work`` is the id under which the journal knows work that was restored;
        ``suggested`` the name a first save offers; ``is_unsaved`` says that there is
        something to save before anything is changed.
        """
        super().__init__(parent)
        self._release = self._first = release
        self._on_disk = release if package else None
        self._steps: list[_Step] = []
        self._done = 0
        self._is_sealed = True
        self.assets = Assets() if assets is None else assets
        self.path = path
        self.package = package
        self.lock = lock
        self.suggested = suggested
        self._work = work or uuid4()
        self._is_for_reading = is_for_reading
        self._is_unsaved = is_unsaved

    @property
    def work(self) -> "Work":
        """What the journal calls this: one opening of one release."""
        # Start-up: a window without a release has no journal.
        from pressdesk.storage.journal import Work

        return Work(
            id=self._work,
            doc_id=self._release.id,
            path=self.path,
            save_id=self.package.manifest.save_id if self.package else None,
        )

    @property
    def release(self) -> Release:
        return self._release

    @property
    def is_modified(self) -> bool:
        """Tell whether there is something to save; a new release nobody touched has nothing."""
        return self._is_unsaved or self._release is not (self._on_disk or self._first)

    @property
    def is_read_only(self) -> bool:
        """Tell whether the file must not be saved over: it is a newer PressDesk's, or another's."""
        is_newer = self.package is not None and self.package.read_only
        return is_newer or self._is_for_reading

    @property
    def is_typing(self) -> bool:
        """Tell whether the last step goes on with what is typed next."""
        return bool(self._steps and self._done == len(self._steps) and self._steps[-1].merge)

    @property
    def saved_at(self) -> dt.datetime | None:
        """When the file was last saved."""
        return self.package.manifest.saved_at if self.package else None

    @property
    def undo_label(self) -> str:
        """What would be undone, or ""."""
        return self._steps[self._done - 1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """What would be redone, or ""."""
        return self._steps[self._done].label if self._done < len(self._steps) else ""

    def apply(
        self,
        release: Release,
        label: str,
        *,
        merge: str = "",
        before: Caret = NOWHERE,
        after: Caret = NOWHERE,
    ) -> None:
        """Make a release the current one, as a step that can be undone.

        Captions that say who is who follow the marks and names of people. ``label`` names
        the step in the Edit menu. A step whose ``merge`` is that of the last
        one becomes part of it, so that a word typed is undone as one.
        """
        if release is self._release:
            return
        release = keep_in_step(self._release, release)
        was_modified = self.is_modified
        del self._steps[self._done :]
        last = self._steps[-1] if self._steps else None
        if last and merge and last.merge == merge and not self._is_sealed:
            self._steps[-1] = last._replace(release=release, after=after)
        else:
            self._steps.append(_Step(label, release, before, after, merge))
            if len(self._steps) > _MOST_STEPS:
                self._first = self._steps.pop(0).release
        self._done = len(self._steps)
        self._is_sealed = False
        self._release = release
        self._tell(was_modified)

    def take_in(self, assets: Assets) -> None:
        """Take the bytes of photos that came in, also for those that are missing or damaged here.

        That is no step: undo leaves them whole. But there is something to save by it.
        """
        here = {photo.media for photo in self._release.photos} | set(self.assets)
        self.assets = assets.union(self.assets)
        mended = [media for media in assets if media in here]
        if mended:
            was_modified, self._is_unsaved = self.is_modified, True
            for media in mended:
                self.mended.emit(media)
            self._tell(was_modified)

    def seal(self) -> None:
        """End the current step: what is typed next is a step of its own."""
        self._is_sealed = True

    def undo(self) -> None:
        """Go back one step."""
        self.flush()
        if not self._done:
            return
        step = self._steps[self._done - 1]
        self._go(self._done - 1)
        self.caret_wanted.emit(step.before)

    def redo(self) -> None:
        """Go forward one step."""
        self.flush()
        if self._done == len(self._steps):
            return
        step = self._steps[self._done]
        self._go(self._done + 1)
        self.caret_wanted.emit(step.after)

    def flush(self) -> None:
        """Make ``release`` what the editors show, to the last key."""
        self.flush_requested.emit()

    def set_saved(
        self,
        release: Release,
        path: Path,
        package: "Package",
        assets: Assets,
        *,
        is_confirmed: bool = True,
    ) -> None:
        """Take note that a release of this document is in a file.

        Unless the disk confirmed it there still is something to save.
        """
        was_modified = self.is_modified
        if is_confirmed:
            self._on_disk = release
            self._is_unsaved = False
        self._is_sealed = True
        self._is_for_reading = False
        self.package = package
        self.assets = assets
        if path != self.path:
            self.path = path
            self.path_changed.emit()
        if was_modified != self.is_modified:
            self.modified_changed.emit(self.is_modified)
        self.saved.emit()

    def _go(self, done: int) -> None:
        was_modified = self.is_modified
        self._done = done
        self._is_sealed = True
        self._release = self._steps[done - 1].release if done else self._first
        self._tell(was_modified)

    def _tell(self, was_modified: bool) -> None:
        self.release_changed.emit()
        self.undo_changed.emit()
        if was_modified != self.is_modified:
            self.modified_changed.emit(self.is_modified)
