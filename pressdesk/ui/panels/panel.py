"""What the side panels have in common."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pressdesk.ui.document import Caret, Document
from pressdesk.ui.panels.typed import Typed


class Panel(QWidget):
    """A side panel: it shows a part of the release, and goes where undo was."""

    wanted = Signal()
    """Undo or redo went to a field of the panel, which should be seen."""

    def __init__(
        self, name: str, title: str, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self.document = document
        document.release_changed.connect(self.show_release)
        document.caret_wanted.connect(self._go)

    def show_release(self) -> None:
        """Show what of the release is another than what is shown."""
        raise NotImplementedError

    def go_to(self, caret: Caret) -> bool:
        """Go to a field of the panel; False where the caret is not in it."""
        raise NotImplementedError

    def _go(self, caret: Caret) -> None:
        if caret.field and self.go_to(caret):
            self.wanted.emit()


def go_among(fields: Iterable[Typed], caret: Caret) -> bool:
    """Go to the field of a caret where it is among these."""
    for typed in fields:
        if typed.field.objectName() == caret.field and typed.item == caret.block:
            typed.go_to(caret)
            return True
    return False
