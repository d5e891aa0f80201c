"""The contact sheet: all photos of the release at a glance, and what can be done with them."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from pressdesk.model import edits
from pressdesk.model.ids import new_id
from pressdesk.model.photo_edits import set_rating
from pressdesk.model.release import Release
from pressdesk.model.uses import use_photos
from pressdesk.photos.contact_sheet import Filter, Order
from pressdesk.ui.controls.buttons import PlainButton, PrimaryButton
from pressdesk.ui.controls.labels import Divider
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.panels.empty import Empty
from pressdesk.ui.panels.flow import Flow
from pressdesk.ui.photo_desk.arrivals import ArrivalBar, ArrivalReport
from pressdesk.ui.photo_desk.filter_bar import FilterBar
from pressdesk.ui.photo_desk.qualities import Qualities
from pressdesk.ui.photo_desk.quick_look import QuickLook
from pressdesk.ui.photo_desk.sheet_model import PhotoCell, SheetModel
from pressdesk.ui.photo_desk.sheet_view import SheetView
from pressdesk.ui.photo_desk.words import nothing_words, stars
from pressdesk.ui.photo_intake import PhotoIntake, add_unused
from pressdesk.ui.photo_reading import Intake, Read, Refused
from pressdesk.ui.program import Program
from pressdesk.ui.tasks import Task

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
        self._program = program
        self._place = place
        self._images: dict[int, Read] = {}
        self._waiting: list[Sequence[Path]] = []
        self._task: Task | None = None
        self.qualities = Qualities(program.tasks, program.measured, self)
        self.model = SheetModel(program.pictures, self.qualities, self)
        self.view = SheetView(document, self.model, program.pictures)
        self.filters = FilterBar()
        self.bar = ArrivalBar()
        self.report = ArrivalReport()
        self.intake = PhotoIntake(
            program.tasks,
            program.media,
            self,
            renderer=program.renderer,
            measured=program.paths.measured,
        )
        self._build()
        self.look = QuickLook(document, program, self)
        self._connect()

    # What is shown

    def show_release(self) -> None:
        """Show the photos of the release as they are now."""
        chosen, current = self.view.chosen, self.view.current_id
        place = self.view.currentIndex().row()
        today = dt.datetime.now().astimezone().date()
        if self.model.show_release(self._document.release, today):
            self._choose_again(chosen, current, place)
        self.filters.show_counts(self.model.counts())
        self.qualities.ask(self.model.photos, self._document.assets)
        self._show_state()
        self._show_look()

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
        if self._task is not None:
            self._waiting.append(paths)
            return
        self.report.hide()
        self._images.clear()
        self._task = self.intake.take(paths, self._add, self._document.release.photos)
        self.bar.follow(self._task)

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
        index = self.view.currentIndex()
        cell = self.model.cell(index)
        if isinstance(cell, PhotoCell):
            self.look.setGeometry(self.rect())
            self.look.show_photo(cell.photo, self.model.spoken(cell), self._look_words(cell))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look.setGeometry(self.rect())

    # Reading files

    def _begin_arriving(self, files: list[Path]) -> None:
        self.model.set_arriving(files)
        self._show_state()

    def _show_read(self, place: int, became: Read | Refused) -> None:
        if isinstance(became, Refused):
            self.model.show_arriving(place, told=became.why)
            return
        self._images[place] = became
        self.model.show_arriving(place, image=became.image)

    def _add(self, intake: Intake) -> None:
        """Make photos of what was read, in one step."""
        self.model.set_arriving(())
        self._document.flush()
        for read in self._images.values():
            if read.image is not None:
                self._program.pictures.add(read.arrived.photo, read.image)
            if read.quality is not None:
                self.qualities.add(read.arrived.photo.media, read.quality)
        self._images.clear()
        count = len(intake.arrived)
        label = self.tr("Add photo") if count == 1 else self.tr("Add photos")
        new = add_unused(self._document, intake, label)
        if new:
            self.view.choose(new[:1])
        # In its own turn: the panels have much to show already.
        QTimer.singleShot(0, self, partial(self.report.tell, intake, len(new)))

    def _end_arriving(self) -> None:
        """Go on with what was dropped meanwhile."""
        task, self._task = self._task, None
        if task is not None and task.is_cancelled:
            self.model.set_arriving(())
            self._images.clear()
            self._waiting.clear()
            self.report.tell_stopped()
            self._show_state()
        if self._waiting:
            self.take(self._waiting.pop(0))

    # Parts

    def _chosen(self) -> list[str]:
        chosen = self.view.chosen
        return chosen or ([self.view.current_id] if self.view.current_id else [])

    def _apply(self, edit: Callable[[Release], Release], label: str) -> None:
        if not self._chosen():
            return
        self._document.flush()
        caret = Caret(FIELD, self.view.current_id)
        self._document.apply(edit(self._document.release), label, before=caret, after=caret)

    def _choose_again(self, chosen: list[str], current: str, place: int) -> None:
        """Select after a change what was selected, or what is in its place now."""
        shown = self.model.shown
        left = [photo for photo in chosen if photo in shown]
        if not left and shown and place >= 0:
            left = [shown[min(place, len(shown) - 1)]]
        self.view.choose(left, current if current in left else "")

    def _filter(self, name: Filter) -> None:
        self._arrange(partial(self.model.set_filter, name))

    def _order(self, name: Order) -> None:
        self._arrange(partial(self.model.set_order, name))

    def _arrange(self, arrange: Callable[[], bool]) -> None:
        chosen, current = self.view.chosen, self.view.current_id
        place = self.view.currentIndex().row()
        if arrange():
            self._choose_again(chosen, current, place)
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
        for widget in (self.filters, self._commands, *self._lines):
            widget.setVisible(bool(self.model.photos))
        if had_focus and wanted is not self.view:
            self.begin()
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Grey what can't be done to the chosen photos, and count them."""
        chosen = self._chosen()
        cells = [self.model.cell(self.model.index(self.model.row_of(each))) for each in chosen]
        uses = [cell.on_sheet.use for cell in cells if isinstance(cell, PhotoCell)]
        for button in (self._captions, self._looks, self._removes):
            button.setEnabled(bool(uses))
        self._places.setEnabled(any(use.standing != "placed" for use in uses))
        self._attaches.setEnabled(any(use.standing == "unused" for use in uses))
        self._told.setText(self.tr("%n photo(s) chosen", "", len(chosen)) if chosen else "")

    def _step(self, by: int) -> None:
        if self.view.step(by):
            self.look_at()

    def _show_look(self) -> None:
        if self.look.isVisible():
            if self.view.current_id:
                self.look_at()
            else:
                self.look.leave()

    def _look_words(self, cell: PhotoCell) -> list[str]:
        rated = [stars(cell.photo.rating)] if cell.photo.rating else []
        return [*rated, *self.model.sentences(cell)]

    def _open_from_look(self) -> None:
        self.look.leave()
        if self.view.current_id:
            self.opened.emit(self.view.current_id)

    def _show_menu(self, at: QPoint) -> None:
        if not self._chosen():
            return
        menu = QMenu(self)
        icons = self._program.icons
        for words, keys, icon, work in (
            (self.tr("Write captions"), "Return", "", self._open_from_look),
            (self.tr("Quick look"), "Space", "preview", self.look_at),
            (self.tr("Use on page"), "Ctrl+Return", "page", lambda: self.use(on_page=True)),
            (self.tr("Attach"), "Ctrl+Shift+Return", "attach", lambda: self.use(on_page=False)),
        ):
            action = menu.addAction(icons.icon(icon) if icon else QIcon(), words)
            action.setShortcut(keys)
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _=False, work=work: work())
        menu.addSeparator()
        for rating in range(5, -1, -1):
            words = stars(rating) or self.tr("No stars")
            action = menu.addAction(words)
            action.setShortcut(str(rating))
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _=False, rating=rating: self.rate(rating))
        menu.addSeparator()
        removal = menu.addAction(icons.icon("trash"), self.tr("Remove from the release"))
        removal.setShortcut("Del")
        removal.setShortcutVisibleInContextMenu(True)
        removal.triggered.connect(self.remove)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _connect(self) -> None:
        view, look = self.view, self.look
        self.filters.filter_chosen.connect(self._filter)
        self.filters.order_chosen.connect(self._order)
        view.chosen_changed.connect(self._show_chosen)
        view.opened.connect(self.opened)
        view.look_wanted.connect(self.look_at)
        view.rated.connect(self.rate)
        view.removal_wanted.connect(self.remove)
        view.place_wanted.connect(lambda: self.use(on_page=True))
        view.attach_wanted.connect(lambda: self.use(on_page=False))
        view.customContextMenuRequested.connect(self._show_menu)
        look.step_wanted.connect(self._step)
        look.rated.connect(self.rate)
        look.opened.connect(self._open_from_look)
        look.closed.connect(self.begin)
        self.intake.began.connect(self._begin_arriving)
        self.intake.glimpsed.connect(self.model.show_arriving)
        self.intake.was_read.connect(self._show_read)
        self.intake.ended.connect(self._end_arriving)
        self.report.dismissed.connect(self.begin)
        self.empty.wanted.connect(self.add_wanted)

    def _build(self) -> None:
        icons = self._program.icons
        self.empty = Empty(
            self.tr("No photos yet. Drop picture files or whole folders here."),
            self.tr("Add photos…"),
        )
        self.empty.button.setAutoDefault(False)
        self._nothing = QLabel()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._grid = QStackedWidget()
        self._blank = QWidget()
        blank = QVBoxLayout(self._blank)
        blank.addStretch(1)
        blank.addWidget(self.empty, 2)
        for widget in (self.view, self._blank, self._nothing):
            self._grid.addWidget(widget)
        self._captions = self._button(self.tr("Write captions"), "", self.tr("Enter"))
        self._looks = self._button(self.tr("Quick look"), "preview", self.tr("Space"))
        self._places = self._button(self.tr("Use on page"), "page", "Ctrl+Enter")
        self._attaches = self._button(self.tr("Attach"), "attach", "Ctrl+Shift+Enter")
        self._removes = self._button(self.tr("Remove"), "trash", self.tr("Delete"))
        add = PrimaryButton(self.tr("Add photos…"), icon=icons.icon("plus", "on_accent"))
        add.setAccessibleName(add.text())
        add.setAutoDefault(False)
        for button, work in (
            (self._captions, self._open_from_look),
            (self._looks, self.look_at),
            (self._places, partial(self.use, on_page=True)),
            (self._attaches, partial(self.use, on_page=False)),
            (self._removes, self.remove),
            (add, self.add_wanted.emit),
        ):
            button.clicked.connect(lambda _=False, work=work: work())
        self._told = QLabel()
        self._commands = QWidget()
        row = QHBoxLayout(self._commands)
        row.setContentsMargins(16, 8, 16, 10)
        row.setSpacing(16)
        flow = Flow(self._captions, self._looks, self._places, self._attaches, self._removes, add)
        row.addWidget(flow, 1)
        row.addWidget(self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        self._lines = Divider(), Divider()
        column.addWidget(self._lines[0])
        column.addWidget(self._grid, 1)
        column.addWidget(self.report)
        column.addWidget(self.bar)
        column.addWidget(self._lines[1])
        column.addWidget(self._commands)

    def _button(self, words: str, icon: str, keys: str) -> PlainButton:
        button = PlainButton(words, icon=self._program.icons.icon(icon) if icon else None)
        button.setAccessibleName(words)
        button.setToolTip(keys)
        button.setAutoDefault(False)
        return button
