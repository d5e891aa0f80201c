"""What the side panels have in common."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from pressdesk.model.release import Release
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.panels.typed import Typed

_PAUSE_MS = 150
"""How long the typing in the body must rest before what hangs on it is shown."""


class Panel(QWidget):
    """A side panel: it shows a part of the release, and goes where undo was.

    A panel calls ``show_release`` when it is made.
    """

    wanted = Signal()
    """Undo or redo goes to a field of the panel, which should be seen."""

    def __init__(
        self, name: str, title: str, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self.document = document
        self._parts: tuple[object, ...] = ()
        self._slow_parts: tuple[object, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.show_release)
        document.release_changed.connect(self._hear)
        document.caret_wanted.connect(self._go)

    def show_release(self) -> None:
        """Show the release as it is now."""
        self._pause.stop()
        release = self.document.release
        self._parts, self._slow_parts = self.parts(release), self.slow_parts(release)
        self.refresh()

    @property
    def is_behind(self) -> bool:
        """Tell whether the panel waits for a pause to show what was typed in the body."""
        return self._pause.isActive()

    def parts(self, release: Release) -> tuple[object, ...]:
        """Give what of a release the panel shows at once when it changes."""
        raise NotImplementedError

    def slow_parts(self, release: Release) -> tuple[object, ...]:
        """Give what of a release it shows after a pause."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Bring what is shown in step with the release."""
        raise NotImplementedError

    def holds(self, caret: Caret) -> bool:
        """Tell whether a caret is in the panel."""
        raise NotImplementedError

    def go_to(self, caret: Caret) -> None:
        """Go to the field of a caret that the panel holds."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the focus where work in the panel begins."""
        raise NotImplementedError

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.begin()

    def _hear(self) -> None:
        release = self.document.release
        if not _same(self.parts(release), self._parts):
            self.show_release()
        elif not _same(self.slow_parts(release), self._slow_parts):
            self._pause.start()

    def _go(self, caret: Caret) -> None:
        if caret.field and self.holds(caret):
            self.wanted.emit()  # first: only what is seen can have the focus
            self.go_to(caret)


def go_among(fields: Iterable[Typed], caret: Caret) -> bool:
    """Go to the field of a caret where it is among these."""
    for typed in fields:
        if typed.field.objectName() == caret.field and typed.item == caret.block:
            typed.go_to(caret)
            return True
    return False


def _same(parts: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return all(one is other or one == other for one, other in zip(parts, others, strict=True))
