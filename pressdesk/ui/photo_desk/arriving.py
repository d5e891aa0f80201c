"""Files on their way to the contact sheet: read one drop after the other, added in one step."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from pressdesk.ui.document import Document
from pressdesk.ui.photo_desk.arrivals import ArrivalBar, ArrivalReport
from pressdesk.ui.photo_desk.qualities import Qualities
from pressdesk.ui.photo_desk.sheet_model import SheetModel
from pressdesk.ui.photo_intake import PhotoIntake, add_unused
from pressdesk.ui.photo_reading import Intake, Read, Refused
from pressdesk.ui.program import Program
from pressdesk.ui.tasks import Task

_AFTER_MS = 60
"""Until the report: the new photos are painted first."""


class Arriving(QObject):
    """Shows files while they are read, and makes photos of them that are not used yet."""

    changed = Signal()
    """Cells of arriving files came or went."""
    added = Signal(list)
    """Ids of the new photos."""

    def __init__(
        self,
        document: Document,
        program: Program,
        model: SheetModel,
        qualities: Qualities,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._pictures = program.pictures
        self._model = model
        self._qualities = qualities
        self._read: list[Read] = []
        self._waiting: list[Sequence[Path]] = []
        self._task: Task | None = None
        self.bar = ArrivalBar()
        self.report = ArrivalReport()
        self.intake = PhotoIntake(
            program.tasks,
            program.media,
            self,
            renderer=program.renderer,
            measured=program.paths.measured,
        )
        self.intake.began.connect(self._begin)
        self.intake.glimpsed.connect(model.show_arriving)
        self.intake.was_read.connect(self._show)
        self.intake.ended.connect(self._end)

    def take(self, paths: Sequence[Path]) -> None:
        """Read files and folders; what is taken meanwhile waits its turn."""
        if self._task is not None:
            self._waiting.append(paths)
            return
        self.report.hide()
        self._read.clear()
        document = self._document
        self._task = self.intake.take(paths, self._add, document.release.photos, document.assets)
        self.bar.follow(self._task)

    def _begin(self, files: list[Path]) -> None:
        self._model.set_arriving(files)
        self.changed.emit()

    def _show(self, place: int, became: Read | Refused) -> None:
        if isinstance(became, Refused):
            self._model.show_arriving(place, told=became.why)
            return
        self._read.append(became)
        self._model.show_arriving(place, image=became.image)

    def _add(self, intake: Intake) -> None:
        self._model.set_arriving(())
        self._document.flush()
        for read in self._read:
            photo = read.arrived.photo
            if read.image is not None:
                self._pictures.add(photo, read.image)
            if read.quality is not None:
                self._qualities.add(photo.media, read.quality)
        self._read.clear()
        label = self.tr("Add photo") if len(intake.arrived) == 1 else self.tr("Add photos")
        new = add_unused(self._document, intake, label)
        self.changed.emit()
        self.added.emit(list(new))
        # A little later: the window has much to paint already.
        QTimer.singleShot(_AFTER_MS, self, partial(self.report.tell, intake, len(new)))

    def _end(self) -> None:
        """Go on with what was dropped meanwhile."""
        task, self._task = self._task, None
        if task is not None and task.is_cancelled:
            self._model.set_arriving(())
            self._read.clear()
            self._waiting.clear()
            self.report.tell_stopped()
            self.changed.emit()
        # In its own turn: what was read comes after the end.
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        if self._task is None and self._waiting:
            self.take(self._waiting.pop(0))
