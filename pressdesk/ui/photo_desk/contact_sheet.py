"""The contact sheet: all photos of the release at a glance, and what can be done with them."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from pressdesk.model import edits
from pressdesk.model.ids import new_id
from pressdesk.model.photo_edits import set_rating
from pressdesk.model.release import Release
from pressdesk.model.uses import PhotoUse, use_photos
from pressdesk.photos.contact_sheet import Filter, Order
from pressdesk.ui.controls.labels import Divider
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.panels.empty import Empty
from pressdesk.ui.photo_desk.arriving import Arriving
from pressdesk.ui.photo_desk.filter_bar import FilterBar
from pressdesk.ui.photo_desk.qualities import Qualities
from pressdesk.ui.photo_desk.quick_look import QuickLook
from pressdesk.ui.photo_desk.sheet_commands import SheetCommands
from pressdesk.ui.photo_desk.sheet_model import PhotoCell, SheetModel
from pressdesk.ui.photo_desk.sheet_view import SheetView
from pressdesk.ui.photo_desk.words import nothing_words, stars
from pressdesk.ui.program import Program

FIELD = "contactSheet"
"""Where a ``Caret`` is that was on the sheet."""


class ContactSheet(QWidget):
    """A grid of photos with filters above and commands below."""

    opened = Signal(str)
    """Id of the photo to be captioned."""
    add_wanted = Signal()
    """Files are to be asked for."""

    def __init__(
        self,
        document: Document,
        program: Program,
        place: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        """``place`` gives the block of the body behind which photos are put, "" for its start."""
        super().__init__(parent)
        self.setObjectName("contactSheet")
        self.setAccessibleName(self.tr("Contact sheet"))
        self._document = document
        self._place = place
        self.qualities = Qualities(program.tasks, program.measured, self)
        self.model = SheetModel(document, program.pictures, self.qualities, self)
        self.view = SheetView(document, self.model, program.pictures)
        self.filters = FilterBar()
        self.commands = SheetCommands(program.icons)
        document.mended.connect(self.qualities.forget)
        self.arriving = Arriving(document, program, self.model, self.qualities, self)
        self._build()
        self.look = QuickLook(document, program, self)
        self._connect()

    # What is shown

    def show_release(self) -> None:
        """Show the photos of the release as they are now."""
        today = dt.datetime.now().astimezone().date()
        self._arrange(partial(self.model.show_release, self._document.release, today))
        self.filters.show_counts(self.model.counts())
        self.qualities.ask(self.model.photos, self._document.assets)
        if self.look.isVisible():
            if self.view.current_id:
                self.look_at()
            else:
                self.look.leave()

    def begin(self) -> None:
        """Put the focus where work begins."""
        if self._grid.currentWidget() is self.view:
            if not self.view.current_id and self.model.shown:
                self.view.choose(self.model.shown[:1])
            self.view.setFocus()
        elif self.model.photos:
            self.filters.begin()
        else:
            self.empty.button.setFocus()

    def choose(self, photo_id: str) -> None:
        """Go to a photo, whatever the filter."""
        if self.model.row_of(photo_id) < 0 and self.model.filter != "all":
            self.filters.show_filter("all")
            self._filter("all")
        self.view.choose([photo_id])

    def holds(self, caret: Caret) -> bool:
        """Tell whether a caret was on the sheet."""
        return caret.field == FIELD

    # What is done

    def take(self, paths: Sequence[Path]) -> None:
        """Read files and folders, and add their pictures to the release without using them."""
        self.arriving.take(paths)

    def rate(self, rating: int) -> None:
        """Give the chosen photos so many stars."""
        chosen = self._chosen()
        label = self.tr("Rate photo") if len(chosen) == 1 else self.tr("Rate photos")
        self._apply(lambda release: set_rating(release, chosen, rating), label)

    def use(self, *, on_page: bool) -> None:
        """Use the chosen photos: on the page behind the cursor, or attached."""
        after = self._place() if on_page else None
        label = self.tr("Place photos") if on_page else self.tr("Attach photos")
        chosen = self._chosen()
        self._apply(lambda release: use_photos(release, chosen, after=after, new_id=new_id), label)

    def remove(self) -> None:
        """Take the chosen photos out of the release, with every use of them."""
        chosen = self._chosen()

        def removed(release: Release) -> Release:
            for photo_id in chosen:
                release = edits.remove_photo(release, photo_id)
            return release

        label = self.tr("Remove photo") if len(chosen) == 1 else self.tr("Remove photos")
        self._apply(removed, label)

    def look_at(self) -> None:
        """Show the current photo as large as there is room."""
        cell = self.model.cell(self.view.currentIndex())
        if isinstance(cell, PhotoCell):
            self.look.setGeometry(self.rect())
            rated = [stars(cell.photo.rating)] if cell.photo.rating else []
            told = [*rated, *self.model.sentences(cell)]
            self.look.show_photo(cell.photo, self.model.spoken(cell), told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look.setGeometry(self.rect())

    # Parts

    def _chosen(self) -> list[str]:
        chosen = self.view.chosen
        return chosen or ([self.view.current_id] if self.view.current_id else [])

    def _uses(self) -> list[PhotoUse]:
        rows = map(self.model.row_of, self._chosen())
        cells = [self.model.cell(self.model.index(row)) for row in rows]
        return [cell.on_sheet.use for cell in cells if isinstance(cell, PhotoCell)]

    def _apply(self, edit: Callable[[Release], Release], label: str) -> None:
        if not self._chosen():
            return
        self._document.flush()
        caret = Caret(FIELD, self.view.current_id)
        self._document.apply(edit(self._document.release), label, before=caret, after=caret)

    def _filter(self, name: Filter) -> None:
        self._arrange(partial(self.model.set_filter, name))

    def _order(self, name: Order) -> None:
        self._arrange(partial(self.model.set_order, name))

    def _arrange(self, arrange: Callable[[], bool]) -> None:
        """Select after a change what was selected, or what is in its place now."""
        chosen, current = self.view.chosen, self.view.current_id
        place = self.view.currentIndex().row()
        if arrange():
            shown = self.model.shown
            left = [photo for photo in chosen if photo in shown]
            if not left and shown and place >= 0:
                left = [shown[min(place, len(shown) - 1)]]
            self.view.choose(left, current if current in left else "")
        self._show_state()

    def _show_state(self) -> None:
        had_focus = self.view.hasFocus()
        if self.model.rowCount() > 0:
            wanted: QWidget = self.view
        elif self.model.photos:
            self._nothing.setText(nothing_words(self.model.filter))
            wanted = self._nothing
        else:
            wanted = self._blank
        self._grid.setCurrentWidget(wanted)
        for widget in (self.filters, self.commands, *self._lines):
            widget.setVisible(bool(self.model.photos))
        if had_focus and wanted is not self.view:
            self.begin()
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.commands.show_uses(self._uses())

    def _choose_new(self, photo_ids: list[str]) -> None:
        if photo_ids:
            self.view.choose(photo_ids[:1])

    def _step(self, by: int) -> None:
        if self.view.step(by):
            self.look_at()

    def _open(self) -> None:
        self.look.leave()
        if self.view.current_id:
            self.opened.emit(self.view.current_id)

    def _show_menu(self, at: QPoint) -> None:
        if uses := self._uses():
            self.commands.open_menu(uses, self.view.viewport().mapToGlobal(at))

    def _connect(self) -> None:
        view, look, commands = self.view, self.look, self.commands
        self.filters.filter_chosen.connect(self._filter)
        self.filters.order_chosen.connect(self._order)
        view.chosen_changed.connect(self._show_chosen)
        view.opened.connect(self.opened)
        view.customContextMenuRequested.connect(self._show_menu)
        commands.captions_wanted.connect(self._open)
        commands.add_wanted.connect(self.add_wanted)
        for source in (view, commands):
            source.look_wanted.connect(self.look_at)
            source.rated.connect(self.rate)
            source.removal_wanted.connect(self.remove)
            source.place_wanted.connect(partial(self.use, on_page=True))
            source.attach_wanted.connect(partial(self.use, on_page=False))
        look.step_wanted.connect(self._step)
        look.rated.connect(self.rate)
        look.opened.connect(self._open)
        look.closed.connect(self.begin)
        self.arriving.changed.connect(self._show_state)
        self.arriving.added.connect(self._choose_new)
        self.arriving.report.dismissed.connect(self.begin)
        self.empty.wanted.connect(self.add_wanted)

    def _build(self) -> None:
        self.empty = Empty(
            self.tr("No photos yet. Drop picture files or whole folders here."),
            self.tr("Add photos…"),
        )
        self.empty.button.setAutoDefault(False)
        self._blank = QWidget()
        blank = QVBoxLayout(self._blank)
        blank.addStretch(1)
        blank.addWidget(self.empty, 2)
        self._nothing = QLabel()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._grid = QStackedWidget()
        for widget in (self.view, self._blank, self._nothing):
            self._grid.addWidget(widget)
        self._lines = Divider(), Divider()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._lines[0])
        column.addWidget(self._grid, 1)
        column.addWidget(self.arriving.report)
        column.addWidget(self.arriving.bar)
        column.addWidget(self._lines[1])
        column.addWidget(self.commands)
