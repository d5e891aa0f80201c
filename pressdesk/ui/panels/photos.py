"""The photos panel: all pictures of the release, and what is known of the chosen one."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from pressdesk.model import edits
from pressdesk.model.body import Figure
from pressdesk.model.ids import new_id
from pressdesk.model.release import Release
from pressdesk.model.uses import make_lead
from pressdesk.ui.controls.buttons import PlainButton, QuietButton
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.empty import Empty
from pressdesk.ui.panels.flow import Flow
from pressdesk.ui.panels.list_and_form import ListAndForm
from pressdesk.ui.panels.panel import Panel, go_among
from pressdesk.ui.panels.photo_actions import PhotoActions
from pressdesk.ui.panels.photo_facts import PhotoFacts
from pressdesk.ui.panels.photo_form import PhotoForm
from pressdesk.ui.panels.photo_list import PhotosModel
from pressdesk.ui.panels.photo_view import PhotosView
from pressdesk.ui.panels.reading_order import set_reading_order
from pressdesk.ui.panels.section import Column
from pressdesk.ui.pictures import Pictures
from pressdesk.ui.tasks import Tasks

_LIST = "photosList"


class PhotosPanel(Panel):
    """The list of photos with the fields of the chosen one below it."""

    add_requested = Signal()
    desk_requested = Signal()
    """The photo desk is to be shown."""
    files_dropped = Signal(list)
    """Files and folders (``Path``) to add."""
    go_to_block = Signal(str)
    """Id of a figure in the body to go to."""
    place_requested = Signal(str)
    """Id of an attached figure that shall stand on the page."""

    def __init__(
        self,
        document: Document,
        icons: Icons,
        pictures: Pictures,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("photosPanel", self.tr("Photos"), document, parent)
        self.facts = PhotoFacts(tasks, self)
        self.model = PhotosModel(document, pictures, self)
        self.list = PhotosView(document, self.model, pictures)
        self.form = PhotoForm(document, pictures, self.facts)
        self.actions_row = PhotoActions(icons)
        self.empty = Empty(
            self.tr("No photos yet. Drop picture files here or on the page."),
            self.tr("Add photos…"),
        )
        self.setAcceptDrops(True)
        self._build(icons)
        self.list.chosen.connect(self._show_chosen)
        self.list.entered.connect(self.form.begin)
        self.list.removal_wanted.connect(self.remove_photo)
        self.form.captions.go_to_block.connect(self.go_to_block)
        self.actions_row.lead_wanted.connect(self.make_lead)
        self.actions_row.place_wanted.connect(self._place)
        self.actions_row.attach_wanted.connect(self._attach)
        self.empty.wanted.connect(self.add_requested)
        self.document.mended.connect(self.facts.forget)
        self.facts.ready.connect(self._show_ready)
        pictures.ready.connect(self._show_ready)
        self.form.captions.rebuilt.connect(lambda: set_reading_order(self))
        self.show_release()
        set_reading_order(self)

    def parts(self, release: Release) -> tuple[object, ...]:
        figures = tuple((figure.id, figure.photo) for figure in release.figures)
        return release.photos, release.attached, release.people, release.place, figures

    def slow_parts(self, release: Release) -> tuple[object, ...]:
        return (release.body,)

    def refresh(self) -> None:
        release = self.document.release
        current, place = self.list.current_id, self.list.currentIndex().row()
        if self.model.show_release(release):
            is_there = self.model.row_of(current) >= 0
            self.list.choose(current if is_there else self.model.near(place))
            self._split.fit()
        self._stack.setCurrentIndex(0 if release.photos else 1)
        self._show_chosen()

    def begin(self) -> None:
        (self.list if self.document.release.photos else self.empty.button).setFocus()

    def holds(self, caret: Caret) -> bool:
        return caret.field == _LIST or caret.field.startswith("photo.")

    def go_to(self, caret: Caret) -> None:
        photo_id = self._photo_of(caret.block)
        if self.model.row_of(photo_id) >= 0:
            self.list.choose(photo_id)
        if not go_among(self.form.all_typed(), caret):
            self.begin()

    def show_photo(self, photo_id: str) -> None:
        """Choose a photo, as when its figure on the page was chosen."""
        self.list.choose(photo_id)

    def make_lead(self) -> None:
        """Move the chosen photo's figure before all others."""
        photo_id = self.list.current_id
        if photo_id:
            release = make_lead(self.document.release, photo_id, new_id())
            self._apply(release, self.tr("Make lead photo"))

    def remove_photo(self) -> None:
        """Take the chosen photo out of the release."""
        photo_id = self.list.current_id
        if photo_id:
            release = edits.remove_photo(self.document.release, photo_id)
            self._apply(release, self.tr("Remove photo"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def _attach(self) -> None:
        figure = Figure(id=new_id(), photo=self.list.current_id)
        self._apply(edits.attach(self.document.release, figure), self.tr("Attach photo"))

    def _place(self) -> None:
        use = self.model.use(self.list.currentIndex())
        if use and use.attached:
            self.place_requested.emit(use.attached[0].id)

    def _apply(self, release: Release, step: str) -> None:
        caret = Caret(_LIST, self.list.current_id)
        self.document.apply(release, step, before=caret, after=caret)

    def _show_chosen(self) -> None:
        use = self.model.use(self.list.currentIndex())
        self._lower.setEnabled(use is not None)
        if use:
            self.form.show_use(use)
            self.actions_row.show_use(use)

    def _show_ready(self, media: str) -> None:
        use = self.model.use(self.list.currentIndex())
        if use and use.photo.media == media:
            self._show_chosen()

    def _photo_of(self, item: str) -> str:
        """Give the id of the photo that is meant, or that a figure shows."""
        for figure in self.document.release.figures:
            if figure.id == item:
                return figure.photo
        return item

    def _build(self, icons: Icons) -> None:
        add = PlainButton(self.tr("Add photos…"), icon=icons.icon("plus"))
        add.setAccessibleName(add.text())
        add.clicked.connect(self.add_requested)
        desk = PlainButton(self.tr("Photo desk…"), icon=icons.icon("photos"))
        desk.setAccessibleName(desk.text())
        desk.setToolTip(self.tr("All photos at a glance, and their captions one after the other"))
        desk.clicked.connect(self.desk_requested)
        self._lower = Column(self.tr("The photo"))
        self._lower.add(self.actions_row)
        self._lower.add(self.form)
        remove = QuietButton(self.tr("Remove photo"), icon=icons.icon("trash"))
        remove.setAccessibleName(remove.text())
        remove.setToolTip(self.tr("Take it out of the release, with every use of it"))
        remove.clicked.connect(self.remove_photo)
        self._lower.add(Flow(remove))
        self._split = ListAndForm(self.list, Flow(add, desk), self._lower)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.empty)


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
