"""The main window: the start screen, then one release with its panels."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QTabWidget

from pressdesk.model.problem import PressDeskError, Problems
from pressdesk.model.release import Release
from pressdesk.ui.actions import Actions, fill_menus
from pressdesk.ui.dialog_opener import DialogOpener
from pressdesk.ui.document import Document
from pressdesk.ui.files import IMPORTED, Files
from pressdesk.ui.history_dialogs import HistoryDialogs
from pressdesk.ui.lock_keeper import LockKeeper
from pressdesk.ui.program import Program
from pressdesk.ui.protection import Protection
from pressdesk.ui.protection_bar import ProtectionBar
from pressdesk.ui.start_screen import StartScreen
from pressdesk.ui.status import StatusBar

if TYPE_CHECKING:
    from pressdesk.recovery import Recoverable
    from pressdesk.ui.workspace import Workspace

_CASCADE_PX = 32
"""How far a new window lies beside the one it was opened from."""


class MainWindow(QMainWindow):
    """A window holds one release at the most; another file opens another window."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        option = QMainWindow.DockOption
        self.setDockOptions(option.AllowTabbedDocks | option.GroupedDragging)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setDocumentMode(True)
        self.program = program
        program.windows.append(self)
        self.document: Document | None = None
        self.workspace: Workspace | None = None
        self._may_close = False
        self._told_of: Release | None = None
        """The release as it was when a step was told that can be undone."""
        self.actions_by_id = Actions(program.icons, self)
        self.menus = fill_menus(self, self.actions_by_id)
        self._recent = QMenu(self.tr("Open &Recent"), self)
        self.menus["File"].insertMenu(self.actions_by_id["file.import"], self._recent)
        self.status = StatusBar(program.tasks, self)
        self.setStatusBar(self.status)
        self.locks = LockKeeper(program, self)
        self.files = Files(program, self.locks, self)
        self.history = HistoryDialogs(program, self.actions_by_id, self.locks, self)
        self.protection: Protection | None = None
        self.dialogs = DialogOpener(program, self.actions_by_id, self)
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        self.start = StartScreen(program, self)
        self._stack.addWidget(self.start)
        self._connect()
        self._show_start()
        self._restore_layout()

    # Opening

    def open_release(self, path: Path) -> None:
        """Open a release, or import another file, here or in a window of its own.

        A release that is open already comes to the front: two windows would write over
        each other.
        """
        path = Path(path)
        for window in self.program.windows:
            if isinstance(window, MainWindow) and window.holds(path):
                window.come_forward()
                return
        opened = self.files.read(path)
        if opened is not None:
            self._free_window().show_document(*opened)

    def offer_recovery(self) -> None:
        """Show what was not saved when the program last ended; nothing where there is none."""

        def offer(found: "tuple[Recoverable, ...]") -> None:
            self.history.tell_damage()
            if any(each.unsaved.discarded is None for each in found):
                self.history.show_recovery(found)

        if self.program.has_journal:
            self.history.list_unsaved(offer)
        self.history.warn_of_network()

    def holds(self, path: Path) -> bool:
        """Tell whether the release of this window lies in a file."""
        own = self.document.path if self.document else None
        return own is not None and own.resolve() == path.resolve()

    def come_forward(self) -> None:
        """Show the window before all others."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def show_document(self, document: Document, problems: Problems = ()) -> None:
        """Show a document; the window keeps it until it closes."""
        # Start-up: the start screen needs none of these.
        from pressdesk.ui.toolbar import ToolBar
        from pressdesk.ui.workspace import Workspace

        document.setParent(self)
        self.document = document
        self.workspace = Workspace(document, self.program, self.actions_by_id, self)
        self._protect(document)
        self.workspace.files_dropped.connect(self.take_files)
        self.workspace.failed.connect(self.tell_error)
        self.workspace.told.connect(self._tell_step)
        self.workspace.offered.connect(self._offer)
        self._stack.addWidget(self.workspace.page)
        self._stack.setCurrentWidget(self.workspace.page)
        bar = ToolBar(self.actions_by_id, self)
        self.addToolBar(bar)
        page = self.workspace.page
        page.state_changed.connect(lambda: bar.show_style(*page.style_at_cursor()))
        self.status.set_document(document)
        self.actions_by_id.set_has_release(True)
        document.modified_changed.connect(self.setWindowModified)
        document.release_changed.connect(self._show_title)
        document.release_changed.connect(self._end_step)
        document.path_changed.connect(self._show_title)
        document.undo_changed.emit()
        self._show_title()
        self.setWindowModified(document.is_modified)
        self.workspace.restore_layout(self._layout_settings().value("state"))
        self.workspace.take_focus()
        self.workspace.tell(problems)
        QTimer.singleShot(0, self, self.workspace.begin)

    def _show_restored(self, document: Document, problems: Problems, told: str) -> None:
        window = self._free_window()
        window.show_document(document, problems)
        if told:
            window.status.tell(told)

    def _protect(self, document: Document) -> None:
        """Keep what is typed safe, and the file locked, from now on."""
        self.locks.follow(document)
        self.history.set_document(document)
        self.protection = Protection(document, self.program, self)
        self.status.set_protection(self.protection)
        bar = ProtectionBar(self.program.icons, self)
        bar.save_wanted.connect(lambda: self.files.save_as(document))
        self.protection.changed.connect(partial(self._show_fault, bar, self.protection))
        if self.workspace is not None:
            self.workspace.page.add_bar(bar)

    def _show_fault(self, bar: ProtectionBar, protection: Protection) -> None:
        bar.show_fault(protection.fault)

    # Closing

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.document is not None and not self._may_close and self.files.has_work(self.document):
            event.ignore()
            # Later: a window that is being closed can't be closed.
            QTimer.singleShot(0, self, self._ask_and_close)
            return
        self._save_layout()
        if self.protection is not None and self.document is not None:
            self.protection.end(discards=self.document.is_modified)
        self.locks.release()
        self.program.windows.remove(self)
        super().closeEvent(event)

    def _ask_and_close(self) -> None:
        if self.document is not None:
            self.files.ask_about_unsaved(self.document, self._close_now)

    def _close_now(self) -> None:
        self._may_close = True
        self.close()

    # Files dropped anywhere

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.take_files(paths)

    def take_files(self, paths: list[Path], after: str | None = None) -> None:
        """Open what is a release or a text, and take in what is a picture or a folder of them."""
        texts = [path for path in paths if path.suffix.lower() in (".press", *IMPORTED)]
        for path in texts:
            self.open_release(path)
        pictures = [path for path in paths if path not in texts]
        if not pictures:
            return
        if self.document is None:
            self.files.new()
        if self.workspace is not None:
            self.workspace.take_photos(pictures, after)

    def _connect(self) -> None:
        actions = self.actions_by_id
        files, start = self.files, self.start
        for name, work in (
            ("file.new", self._new),
            ("file.open", self._ask_to_open),
            ("file.import", self._ask_to_import),
            ("file.sample", self._sample),
            ("file.save", lambda: self._with_document(files.save)),
            ("file.save-as", lambda: self._with_document(files.save_as)),
            ("file.close", self.close),
            ("file.quit", self._quit),
            ("view.full-screen", self._toggle_full_screen),
        ):
            actions[name].triggered.connect(lambda _=False, work=work: work())
        files.opened.connect(self.show_document)
        files.failed.connect(self.tell_error)
        files.told.connect(self.status.tell)
        files.conflicted.connect(self.history.show_conflict)
        files.copy_found.connect(self._offer_copy)
        self.locks.told.connect(self.status.tell)
        self.history.failed.connect(self.tell_error)
        self.history.opened.connect(self.open_release)
        self.history.restored.connect(self._show_restored)
        self.history.keep_wanted.connect(
            lambda name: self._with_document(lambda document: files.keep_version(document, name))
        )
        start.template_chosen.connect(files.new)
        start.release_chosen.connect(self.open_release)
        start.open_wanted.connect(self._ask_to_open)
        start.import_wanted.connect(self._ask_to_import)
        start.sample_wanted.connect(files.sample)
        start.recover_wanted.connect(self.history.open_recovery)
        self.status.details_wanted.connect(self._show_details)
        self.dialogs.settings_changed.connect(self._take_settings)
        for scheme in ("system", "light", "dark"):
            actions[f"view.theme-{scheme}"].triggered.connect(
                lambda _=False, scheme=scheme: self._set_theme(scheme)
            )
        self._show_theme()
        self._recent.aboutToShow.connect(self._show_recent)

    def _show_recent(self) -> None:
        """Fill the menu of recent releases when it is opened."""
        self._recent.clear()
        for path in map(Path, self.program.store.recent.paths[:9]):
            action = self._recent.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.open_release(path))
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("None yet")).setEnabled(False)

    def _show_details(self) -> None:
        if self.workspace is not None:
            self.workspace.show_panel("details")

    def tell_error(self, error: PressDeskError) -> None:
        """Say what could not be done."""
        self.program.prompts.tell(self, error.what, str(error))

    def _take_settings(self) -> None:
        self._show_theme()
        for window in self.program.windows:
            if isinstance(window, MainWindow) and window.workspace is not None:
                window.workspace.take_settings()

    def _set_theme(self, scheme: str) -> None:
        self.program.change(theme=scheme)
        self.program.apply_look()
        self._show_theme()

    def _show_theme(self) -> None:
        for scheme in ("system", "light", "dark"):
            is_shown = scheme == self.program.settings.theme
            self.actions_by_id[f"view.theme-{scheme}"].setChecked(is_shown)

    def _tell_step(self, sentence: str) -> None:
        """Say what became of the last step, with the way back."""
        document = self.document
        if document is not None:
            self._told_of = None
            self.status.tell(sentence, self.tr("Undo"), document.undo)
            QTimer.singleShot(0, self, self._note_step)  # later: the step may be under way

    def _offer(self, sentence: str, remedy: str, work: Callable[[], object]) -> None:
        self._told_of = None
        self.status.tell(sentence, remedy, work)

    def _offer_copy(self, path: Path, copy: Path) -> None:
        told = self.tr("“{name}” beside it is the same release with other text.")
        self._offer(
            told.replace("{name}", copy.name),
            self.tr("Compare"),
            partial(self.history.compare_files, path, copy),
        )

    def _note_step(self) -> None:
        if self.document is not None and self.status.notice:
            self._told_of = self.document.release

    def _end_step(self) -> None:
        """Take back what was said of a step that is the last one no more."""
        if self._told_of is None or self.document is None:
            return
        if self.document.release is not self._told_of:
            self._told_of = None
            self.status.end_notice()

    def _with_document(self, work: Callable[[Document], object]) -> None:
        if self.document is not None:
            work(self.document)

    def _free_window(self) -> "MainWindow":
        if self.document is None:
            return self
        self._save_layout()  # the new one takes after this one
        window = MainWindow(self.program)
        if not self.isMaximized():
            window.move(self.pos() + QPoint(_CASCADE_PX, _CASCADE_PX))
        window.show()
        return window

    def _new(self) -> None:
        self._free_window().files.new()

    def _sample(self) -> None:
        self._free_window().files.sample()

    def _ask_to_open(self) -> None:
        for path in self.files.ask_to_open():
            self.open_release(path)

    def _ask_to_import(self) -> None:
        for path in self.files.ask_to_import():
            self.open_release(path)

    def _show_start(self) -> None:
        self.actions_by_id.set_has_release(False)
        self.setWindowTitle("PressDesk")
        self.start.begin()

    def _show_title(self) -> None:
        document = self.document
        if document is None:
            return
        name = document.release.headline or self.tr("New release")
        file = document.path.name if document.path else self.tr("not saved")
        if document.path and document.is_read_only:
            file = self.tr("{name}, for reading").replace("{name}", file)
        title = f"{name} ({file})[*] — PressDesk"
        if title != self.windowTitle():
            self.setWindowTitle(title)

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _quit(self) -> None:
        for window in tuple(self.program.windows):
            window.close()

    # Layout

    def _layout_settings(self) -> QSettings:
        """Where size and place of windows and panels are kept."""
        path = self.program.paths.config / "window.ini"
        return QSettings(str(path), QSettings.Format.IniFormat)

    def _restore_layout(self) -> None:
        geometry = self._layout_settings().value("geometry")
        if not isinstance(geometry, QByteArray) or not self.restoreGeometry(geometry):
            self.resize(1_440, 900)

    def _save_layout(self) -> None:
        settings = self._layout_settings()
        settings.setValue("geometry", self.saveGeometry())
        if self.document is not None:
            settings.setValue("state", self.saveState())
        settings.sync()
