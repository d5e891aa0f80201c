"""The captions of one photo, one for each of its uses."""

from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.model.body import Block, Figure, plain
from pressdesk.model.caption import lit
from pressdesk.model.release import Release
from pressdesk.model.splice import splice_between, splice_spans
from pressdesk.model.uses import PhotoUse
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.controls.lamps import LampRow
from pressdesk.ui.document import Document
from pressdesk.ui.fields import TextField
from pressdesk.ui.panels.field_box import FieldBox, Words
from pressdesk.ui.panels.typed import Typed

B = TypeVar("B", bound=Block)


class PhotoCaptions(QWidget):
    """Edits the captions of attached photos, and shows those in the body, or edits them too."""

    go_to_block = Signal(str)
    """Id of the figure in the body to go to."""
    rebuilt = Signal()
    """There are other fields now."""

    def __init__(
        self,
        document: Document,
        parent: QWidget | None = None,
        *,
        name: str = "photo.caption",
        edits_placed: bool = False,
    ) -> None:
        """``name`` is the object name of the fields."""
        super().__init__(parent)
        self._document = document
        self._name = name
        self._edits_placed = edits_placed
        self._figures: tuple[str, ...] = ()
        self.placed: dict[str, Words] = {}
        self.go_buttons: dict[str, PlainButton] = {}
        self.lamps: dict[str, LampRow] = {}
        self.typed: dict[str, Typed] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)

    def show_use(self, use: PhotoUse) -> None:
        """Show the captions of a photo."""
        wanted = (
            *(f"placed {figure.id}" for figure in use.placed),
            *(f"attached {figure.id}" for figure in use.attached),
        )
        if wanted != self._figures:
            self._figures = wanted
            self._rebuild(use)
        for figure in use.figures:
            if figure.id in self.placed:
                words = plain(figure.caption) or self.tr("No caption yet.")
                self.placed[figure.id].setText(words)
            self.lamps[figure.id].show_said(lit(figure, use.photo, self._document.release))
        for typed in self.typed.values():
            typed.show_release()

    def _rebuild(self, use: PhotoUse) -> None:
        self.placed.clear()
        self.go_buttons.clear()
        self.lamps.clear()
        self.typed.clear()
        while item := self.column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, figure in enumerate(use.placed, 1):
            label = self.tr("Caption on the page")
            if len(use.placed) > 1:
                label = f"{label} ({number})"
            if self._edits_placed:
                self._add_field(figure, label)
            else:
                self._add_words(figure, label)
        for figure in use.attached:
            self._add_field(figure, self.tr("Caption"))
        self.setVisible(bool(use.figures))
        self.rebuilt.emit()

    def _add_words(self, figure: Figure, label: str) -> None:
        words = Words(is_quiet=False)
        self.placed[figure.id] = words
        box = FieldBox(label, words)
        button = PlainButton(self.tr("Go to it"))
        button.setAccessibleName(self.tr("Go to the photo on the page"))
        button.clicked.connect(lambda _=False, block=figure.id: self.go_to_block.emit(block))
        box.add(button)
        self.go_buttons[figure.id] = button
        self.add(figure, box)

    def _add_field(self, figure: Figure, label: str) -> None:
        field = TextField(self._name, label, one_line=True)
        self.typed[figure.id] = Typed(
            self._document,
            field,
            read=lambda release: _caption(release, figure.id),
            write=lambda release, text: with_caption(release, figure.id, text),
            label=self.tr("Typing in the caption"),
            item=figure.id,
        )
        self.add(figure, FieldBox(label, field))

    def add(self, figure: Figure, box: FieldBox) -> None:
        """Put the box of a caption below those that are there, with its lamps."""
        self.lamps[figure.id] = LampRow()
        self.column.addWidget(box)
        self.column.addWidget(self.lamps[figure.id])


def _caption(release: Release, figure_id: str) -> str:
    for figure in release.figures:
        if figure.id == figure_id:
            return plain(figure.caption)
    return ""


def with_caption(release: Release, figure_id: str, text: str) -> Release:
    """Put another text into a caption, on the page or attached; what stays keeps its marks."""

    def written(block: B) -> B:
        if not isinstance(block, Figure) or block.id != figure_id:
            return block
        splice = splice_between(plain(block.caption), text)
        return replace(block, caption=splice_spans(block.caption, splice))

    if any(figure.id == figure_id for figure in release.attached):
        return replace(release, attached=tuple(map(written, release.attached)))
    return replace(release, body=tuple(map(written, release.body)))
