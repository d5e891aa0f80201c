"""One open release in a window: its page, its panels, and the commands that work on them."""

import datetime as dt
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from pressdesk.model import edits
from pressdesk.model.body import Figure
from pressdesk.model.ids import new_id
from pressdesk.model.problem import Problems
from pressdesk.model.typography import replacement
from pressdesk.model.uses import place_photo
from pressdesk.ui.actions import Actions
from pressdesk.ui.dialogs.find import FindBar
from pressdesk.ui.document import Document
from pressdesk.ui.editing import Editing
from pressdesk.ui.editor_page import EditorPage
from pressdesk.ui.foreign_paste import ForeignPaste
from pressdesk.ui.heap import HeapKeeper
from pressdesk.ui.mention_popup import MentionPopup
from pressdesk.ui.old_names import OldNames
from pressdesk.ui.panels.details import DetailsPanel
from pressdesk.ui.panels.panel import Panel
from pressdesk.ui.panels.people import PeoplePanel
from pressdesk.ui.panels.photos import PhotosPanel
from pressdesk.ui.panels.zones import local_zone
from pressdesk.ui.photo_intake import Intake, PhotoIntake, add_to
from pressdesk.ui.places import Places
from pressdesk.ui.preview_dock import PreviewDock
from pressdesk.ui.program import Program
from pressdesk.ui.release_dialogs import ReleaseDialogs
from pressdesk.ui.speaker_menu import SpeakerMenu
from pressdesk.ui.spell_checker import SpellChecker
from pressdesk.ui.spell_marks import SpellMarks

if TYPE_CHECKING:
    from pressdesk.ui.photo_desk.desk import PhotoDesk

_ZOOM_STEP = 1.1
_ZOOMS = (-7, 11)
"""Steps of the smallest and the largest: 51 and 285 %."""


class Workspace(QObject):
    """Everything of a window that belongs to its document."""

    files_dropped = Signal(list, str)
    """Paths of any kind, and the block they were dropped behind."""
    failed = Signal(object)
    """A ``PressDeskError`` to be shown."""
    told = Signal(str)
    """A sentence on the last step, which can be undone."""
    offered = Signal(str, str, object)
    """A sentence, what can be done about it, and the work that does it."""

    def __init__(
        self, document: Document, program: Program, actions: Actions, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self.document = document
        self._window = window
        self._program = program
        self._actions = actions
        self.page = EditorPage(document, program, window)
        self.people = PeoplePanel(document, program.icons, window)
        self.photos = PhotosPanel(document, program.icons, program.pictures, program.tasks, window)
        self.details = DetailsPanel(
            document,
            program.icons,
            dateline=self.page.dateline,
            now=lambda: dt.datetime.now(dt.UTC),
            here=local_zone(),
            parent=window,
        )
        self._docks: dict[str, QDockWidget] = {}
        self._desk: PhotoDesk | None = None
        for name, panel in (
            ("people", self.people),
            ("photos", self.photos),
            ("details", self.details),
        ):
            self._add_dock(name, panel)
        self.preview = PreviewDock(document, program, window)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.preview)
        self.preview.hide()
        self.places = Places(self.page, self.photos, self.details, self.show_panel)
        self.mentions = MentionPopup(document, self.page.body)
        self.paste = ForeignPaste(self.page.body, program.paths.cache / "pasted")
        self.speaker_menu = SpeakerMenu(document, self.page.body)
        self.find = FindBar(document, program.icons, self.page)
        self.page.add_bar(self.find)
        self.old_names = OldNames(document, self)
        self.intake = PhotoIntake(
            program.tasks,
            program.media,
            self,
            renderer=program.renderer,
            measured=program.paths.measured,
        )
        self.dialogs = ReleaseDialogs(document, self.page, program, actions, window)
        self.editing = Editing(actions, document, self.page, self)
        self.spelling = SpellChecker(program, document, self)
        self._heap = HeapKeeper(document, self)
        self._marks = [
            SpellMarks(field, self.spelling)
            for field in (self.page.body, self.page.head.headline, self.page.head.deck)
        ]
        self._connect()
        self.set_smart_typing()

    # Life

    def take_focus(self) -> None:
        """Put the cursor where writing goes on."""
        head = self.page.head
        first = head.headline if not self.document.release.headline else self.page.body
        first.setFocus()

    def begin(self) -> None:
        """Do what can wait until the window is seen."""
        self._grey_photos()
        self.spelling.begin()

    def restore_layout(self, state: object) -> None:
        """Put the panels where they were left."""
        if not isinstance(state, QByteArray) or not self._window.restoreState(state):
            self._docks["people"].raise_()

    def tell(self, problems: Problems) -> None:
        """Say what was found while the release was opened."""
        if problems:
            lines = "\n".join(str(problem) for problem in problems[:20])
            title = self.tr("%n thing(s) to look at", "", len(problems))
            self._program.prompts.tell(self._window, title, lines)

    # Panels

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front and put the cursor into it."""
        dock = self._docks[name]
        dock.show()
        dock.raise_()
        panel = dock.widget()
        if isinstance(panel, Panel):
            panel.begin()

    # Photos

    def take_photos(self, paths: list[Path], after: str | None = None) -> None:
        """Take pictures and folders of them in, each with a figure on the page.

        They go behind a block ("" is the start), or behind the cursor.
        """
        if after is None:
            block = self.page.body.current_block()
            after = block.id if block else ""
        self._take(paths, after, self.tr("Add photos"))

    def attach_photos(self, paths: list[Path]) -> None:
        """Take pictures in that go with the release without a place on the page."""
        self._take(paths, None, self.tr("Attach photos"))

    def open_desk(self) -> None:
        """Show the photo desk, with the photo that is chosen in the panel."""
        # Start-up: it is made when it is first wanted, and then stays.
        from pressdesk.ui.photo_desk.desk import PhotoDesk

        if self._desk is None:
            actions = [self._actions[name] for name in ("edit.undo", "edit.redo", "file.save")]
            self._desk = desk = PhotoDesk(
                self.document, self._program, self._cursor_block, self._window, actions=actions
            )
            desk.add_wanted.connect(lambda: self._add_at_desk(desk))
        self._desk.come_forward(self.photos.list.current_id)

    def _add_at_desk(self, desk: "PhotoDesk") -> None:
        paths = self.ask_for_photos()
        if paths:
            desk.take(paths)

    def _cursor_block(self) -> str:
        block = self.page.body.current_block()
        return block.id if block else ""

    def ask_for_photos(self) -> list[Path]:
        """Ask for picture files."""
        kinds = "*.jpg *.jpeg *.png *.webp *.gif *.tif *.tiff *.heic"
        filters = self.tr("Pictures ({kinds});;All files (*)").replace("{kinds}", kinds)
        folder = self._program.settings.last_folder
        return self._program.prompts.open_files(
            self._window, self.tr("Photos"), filters, Path(folder) if folder else None
        )

    def _take(self, paths: list[Path], after: str | None, step: str) -> None:
        if not paths:
            return

        def done(intake: Intake) -> None:
            if intake.arrived:
                place = self._place_behind(after)
                add_to(self.document, intake, step, after=place, before=self.page.body.caret())
            if intake.refused:
                title = self.tr("%n file(s) not added", "", len(intake.refused))
                lines = "\n".join(f"{each.name}: {each.why}" for each in intake.refused)
                self._program.prompts.tell(self._window, title, lines)

        self.intake.take(paths, done, assets=self.document.assets)

    def _place_behind(self, block: str | None) -> str | None:
        """Give the block to put photos behind: the last one where the wanted one is gone."""
        body = self.document.release.body
        if not block or any(each.id == block for each in body):
            return block
        return body[-1].id if body else ""

    def _insert_photos(self) -> None:
        block = self.page.body.current_block()
        self.take_photos(self.ask_for_photos(), block.id if block else "")

    def _remove_photo(self) -> None:
        """Remove the chosen photo, and say which: its panel may be out of sight."""
        name = self.document.release.photo(self.photos.list.current_id).name
        self.photos.remove_photo()
        self.told.emit(self.tr("Removed the photo “{name}”").replace("{name}", name))

    def _follow_figure(self) -> None:
        """Choose in the panel the photo whose figure the cursor is in."""
        block = self.page.body.current_block()
        if isinstance(block, Figure) and block.photo != self.photos.list.current_id:
            self.photos.show_photo(block.photo)

    def _grey_photos(self) -> None:
        """Grey what can't be done to the chosen photo."""
        release, chosen = self.document.release, self.photos.list.current_id
        is_there = any(photo.id == chosen for photo in release.photos)
        lead = next((each.photo for each in release.body if isinstance(each, Figure)), "")
        self._actions["photos.remove"].setEnabled(is_there)
        self._actions["photos.lead"].setEnabled(is_there and chosen != lead)

    def _place_figure(self, figure: str) -> None:
        block = self.page.body.current_block()
        release = edits.place_figure(self.document.release, figure, after=block.id if block else "")
        self.document.apply(release, self.tr("Place photo"))
        self.page.go_to_block(figure)

    def _show_photo(self, photo: str) -> None:
        self.show_panel("photos")
        self.photos.show_photo(photo)

    def _drop_photo(self, photo: str, after: str) -> None:
        """Place a photo that was dragged from the panel onto the page."""
        release = self.document.release
        if any(each.id == photo for each in release.photos):
            release, figure = place_photo(release, photo, after=after, id=new_id())
            self.document.apply(release, self.tr("Place photo"), before=self.page.body.caret())
            self.page.go_to_block(figure)

    def _add_dock(self, name: str, panel: QWidget) -> None:
        dock = QDockWidget(panel.windowTitle(), self._window)
        dock.setObjectName(f"{name}Dock")
        dock.setWidget(panel)
        dock.setAllowedAreas(
            Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea
        )
        _hide_title(dock, floats=False)
        dock.topLevelChanged.connect(lambda floats: _hide_title(dock, floats=floats))
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        if self._docks:
            self._window.tabifyDockWidget(next(iter(self._docks.values())), dock)
        self._docks[name] = dock
        action = self._actions[f"view.{name}"]
        action.setChecked(True)
        action.triggered.connect(lambda shown=False, n=name: self._toggle_dock(n, shown))
        dock.visibilityChanged.connect(lambda _: action.setChecked(not dock.isHidden()))

    def _toggle_dock(self, name: str, shown: bool) -> None:
        """Close a panel that is seen; show one that is closed, or lies behind another."""
        dock = self._docks[name]
        if shown or not _is_seen(dock):
            self.show_panel(name)
        else:
            dock.hide()
        self._actions[f"view.{name}"].setChecked(not dock.isHidden())

    def take_settings(self) -> None:
        """Do what the settings say now."""
        self.set_smart_typing()
        self.page.apply_look()
        self._actions["edit.spelling"].setChecked(self.spelling.is_on)
        self.spelling.set_on(self.spelling.is_on)

    def set_smart_typing(self) -> None:
        """Set quotation marks and dashes while typing, or not, as the settings say."""
        is_on = self._program.settings.has_smart_typing
        self.page.body.smart = replacement if is_on else None

    def _connect(self) -> None:
        page, actions = self.page, self._actions
        page.part_wanted.connect(self.places.show_part)
        page.files_dropped.connect(self.files_dropped)
        for name, panel in (
            ("people", self.people),
            ("photos", self.photos),
            ("details", self.details),
        ):
            panel.wanted.connect(lambda name=name: self.show_panel(name))
        self.photos.go_to_block.connect(page.go_to_block)
        self.photos.desk_requested.connect(self.open_desk)
        self.photos.add_requested.connect(self._insert_photos)
        self.photos.files_dropped.connect(self.attach_photos)
        self.photos.place_requested.connect(self._place_figure)
        page.body.photo_dropped.connect(self._drop_photo)
        page.body.photo_wanted.connect(self._show_photo)
        page.body.zoom_wanted.connect(self.zoom)
        self.photos.list.chosen.connect(self._grey_photos)
        self.document.release_changed.connect(self._grey_photos)
        self.document.mended.connect(self._program.pictures.ready)
        page.state_changed.connect(self._follow_figure)
        self.dialogs.place_wanted.connect(self.places.go_to)
        for name, work in (
            ("people.speaker", self.speaker_menu.open),
            ("people.add", lambda: self._add_person(speaks=False)),
            ("people.add-speaker", lambda: self._add_person(speaks=True)),
            ("edit.find", lambda: self.find.open(page.body.selected_text())),
            ("edit.find-next", self.find.find_next),
            ("edit.find-previous", self.find.find_previous),
            ("insert.person", self.mentions.open),
            ("insert.photo", self._insert_photos),
            ("photos.desk", self.open_desk),
            ("photos.attach", lambda: self.attach_photos(self.ask_for_photos())),
            ("photos.lead", self.photos.make_lead),
            ("photos.remove", self._remove_photo),
            ("view.zoom-in", lambda: self.zoom(1)),
            ("view.zoom-out", lambda: self.zoom(-1)),
            ("view.zoom-reset", lambda: self.zoom(0)),
        ):
            actions[name].triggered.connect(lambda _=False, work=work: work())
        self.find.hit_wanted.connect(lambda hit: self.places.show_hit(hit, self.document.release))
        self.speaker_menu.person_wanted.connect(lambda: self._add_person(speaks=True))
        self.paste.pictures_arrived.connect(self.take_photos)
        self.paste.failed.connect(self.failed)
        self.paste.told.connect(self.told)
        self.old_names.found.connect(self._tell_old_name)
        self.find.closed.connect(page.body.setFocus)
        self.preview.block_wanted.connect(page.go_to_block)
        page.state_changed.connect(self._show_in_preview)
        actions["view.preview"].triggered.connect(self.preview.set_shown)
        self.preview.visibilityChanged.connect(
            lambda _: actions["view.preview"].setChecked(not self.preview.isHidden())
        )
        for name, step in (("view.next-pane", 1), ("view.previous-pane", -1)):
            actions[name].triggered.connect(lambda _=False, step=step: self._go_to_pane(step))
        actions["edit.spelling"].setChecked(self.spelling.is_on)
        actions["edit.spelling"].triggered.connect(self.spelling.set_on)

    def _show_in_preview(self) -> None:
        block = self.page.body.current_block()
        if block is not None:
            self.preview.go_to_block(block.id)

    def _go_to_pane(self, step: int) -> None:
        """Put the focus into the next pane that is seen: page, panels, preview."""
        panes: list[QWidget] = [self.page.body]
        panes += [dock.widget() for dock in self._docks.values() if _is_seen(dock)]
        if _is_seen(self.preview):
            panes.append(self.preview.widget())
        focused = self._window.focusWidget()
        current = next(
            (n for n, pane in enumerate(panes) if focused and pane.isAncestorOf(focused)), 0
        )
        pane = panes[(current + step) % len(panes)]
        target = pane if pane is self.page.body else _first_field(pane)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def zoom(self, by: int) -> None:
        """Make the page larger or smaller by so many steps; 0 shows it at its own size.

        The steps are always the same: Qt keeps the letters of every size that was shown.
        """
        smallest, largest = _ZOOMS
        step = round(log(self._program.settings.zoom, _ZOOM_STEP)) + by if by else 0
        self._program.change(zoom=round(_ZOOM_STEP ** min(max(step, smallest), largest), 2))
        self.page.apply_look()

    def _tell_old_name(self, old: str, new: str, count: int) -> None:
        """Offer to find a name that stands in the text though the person has another now."""
        told = self.tr("“{name}” still stands in the text, %n time(s)", "", count)
        self.offered.emit(
            told.replace("{name}", old), self.tr("Find"), lambda: self.find.open(old, new)
        )

    def _add_person(self, *, speaks: bool) -> None:
        self.show_panel("people")
        self.people.add_person(speaks=speaks)


def _hide_title(dock: QDockWidget, *, floats: bool) -> None:
    """Show the title only of a window of its own: elsewhere the tab names the dock."""
    title = None if floats else QWidget(dock)
    dock.setTitleBarWidget(title)  # pyright: ignore[reportArgumentType]  # None gives Qt's own


def _is_seen(dock: QDockWidget) -> bool:
    return not dock.isHidden() and not dock.visibleRegion().isEmpty()


def _first_field(pane: QWidget) -> QWidget:
    """Give the first thing in a pane that takes the keyboard."""
    for each in pane.findChildren(QWidget):
        takes_tab = each.focusPolicy() & Qt.FocusPolicy.TabFocus
        if each.isVisible() and each.isEnabled() and takes_tab and each.focusProxy() is None:
            return each
    return pane
