"""Fields for the plain texts of a release, each with its label above it."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.model.release import Release
from pressdesk.ui.document import Document
from pressdesk.ui.fields import LineField, TextField
from pressdesk.ui.panels.field_box import FieldBox
from pressdesk.ui.panels.typed import Typed


class ReleaseFields(QWidget):
    """A column of such fields."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.typed: dict[str, Typed] = {}
        self.boxes: dict[str, FieldBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def refresh(self) -> None:
        """Show the texts as the release has them now."""
        for typed in self.typed.values():
            typed.show_release()

    def add(self, widget: QWidget) -> None:
        """Put a widget below those that are there."""
        self._column.addWidget(widget)

    def add_line(self, name: str, label: str, step: str) -> FieldBox:
        """Add a field of one line for a text of the release."""
        field = LineField(f"details.{name}", label)
        return self._add(name, field, label=label, step=step)

    def add_text(
        self,
        name: str,
        label: str,
        step: str,
        *,
        one_line: bool = False,
        read: Callable[[Release], str] | None = None,
        write: Callable[[Release, str], Release] | None = None,
    ) -> FieldBox:
        """Add a field that grows; ``read`` and ``write`` where it is not plain text."""
        field = TextField(f"details.{name}", label, one_line=one_line)
        return self._add(name, field, label=label, step=step, read=read, write=write)

    def _add(
        self,
        name: str,
        field: LineField | TextField,
        *,
        label: str,
        step: str,
        read: Callable[[Release], str] | None = None,
        write: Callable[[Release, str], Release] | None = None,
    ) -> FieldBox:
        self.typed[name] = Typed(
            self._document,
            field,
            read or (lambda release: getattr(release, name)),
            write or (lambda release, text: replace(release, **{name: text})),
            label=step,
        )
        self.boxes[name] = FieldBox(label, field)
        self._column.addWidget(self.boxes[name])
        return self.boxes[name]
