"""The captions of one photo, one for each of its uses."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.model.body import Figure, plain
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


class PhotoCaptions(QWidget):
    """Shows captions that stand in the body, and edits those of attached photos."""

    go_to_block = Signal(str)
    """Id of the figure in the body to go to."""
    rebuilt = Signal()
    """There are other fields now."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._figures: tuple[str, ...] = ()
        self.placed: dict[str, Words] = {}
        self.go_buttons: dict[str, PlainButton] = {}
        self._lamps: dict[str, LampRow] = {}
        self.typed: dict[str, Typed] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_use(self, use: PhotoUse) -> None:
        """Show the captions of a photo."""
        wanted = (
            *(f"placed {figure.id}" for figure in use.placed),
            *(f"attached {figure.id}" for figure in use.attached),
        )
        if wanted != self._figures:
            self._figures = wanted
            self._rebuild(use)
        for figure in use.placed:
            self.placed[figure.id].setText(plain(figure.caption) or self.tr("No caption yet."))
        for figure in use.figures:
            self._lamps[figure.id].show_said(lit(figure, use.photo, self._document.release))
        for typed in self.typed.values():
            typed.show_release()

    def _rebuild(self, use: PhotoUse) -> None:
        self.placed.clear()
        self.go_buttons.clear()
        self._lamps.clear()
        self.typed.clear()
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, figure in enumerate(use.placed, 1):
            self._add_placed(figure, number if len(use.placed) > 1 else 0)
        for figure in use.attached:
            self._add_attached(figure)
        self.setVisible(bool(use.figures))
        self.rebuilt.emit()

    def _add_placed(self, figure: Figure, number: int) -> None:
        label = self.tr("Caption on the page")
        words = Words(is_quiet=False)
        self.placed[figure.id] = words
        box = FieldBox(f"{label} ({number})" if number else label, words)
        button = PlainButton(self.tr("Go to it"))
        button.setAccessibleName(self.tr("Go to the photo on the page"))
        button.clicked.connect(lambda _=False, block=figure.id: self.go_to_block.emit(block))
        box.add(button)
        self.go_buttons[figure.id] = button
        self._add(figure, box)

    def _add_attached(self, figure: Figure) -> None:
        label = self.tr("Caption")
        field = TextField("photo.caption", label, one_line=True)
        typed = Typed(
            self._document,
            field,
            read=lambda release: _caption(release, figure.id),
            write=lambda release, text: _with_caption(release, figure.id, text),
            label=self.tr("Typing in the caption"),
            item=figure.id,
        )
        self.typed[figure.id] = typed
        self._add(figure, FieldBox(label, field))

    def _add(self, figure: Figure, box: FieldBox) -> None:
        self._lamps[figure.id] = LampRow()
        self._column.addWidget(box)
        self._column.addWidget(self._lamps[figure.id])


def _caption(release: Release, figure_id: str) -> str:
    for figure in release.attached:
        if figure.id == figure_id:
            return plain(figure.caption)
    return ""


def _with_caption(release: Release, figure_id: str, text: str) -> Release:
    def written(figure: Figure) -> Figure:
        splice = splice_between(plain(figure.caption), text)
        return replace(figure, caption=splice_spans(figure.caption, splice))

    attached = tuple(
        written(figure) if figure.id == figure_id else figure for figure in release.attached
    )
    return replace(release, attached=attached)
