"""What all windows of one running program share."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow

from pressdesk.export.packs import Pack, find_packs
from pressdesk.model.problem import PressDeskError
from pressdesk.paths import Paths, shipped
from pressdesk.settings import Settings, SettingsStore
from pressdesk.ui import theme
from pressdesk.ui.document import Document
from pressdesk.ui.icons import Icons
from pressdesk.ui.prompts import Prompts
from pressdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from pressdesk.photos.measured import Measured
    from pressdesk.photos.render import Renderer
    from pressdesk.safekeeping import Safekeeping
    from pressdesk.storage.media import MediaStore
    from pressdesk.ui.pictures import Pictures


class Program(QObject):
    """Paths, settings, look, template packs, and the threads that work in the background."""

    recent_changed = Signal()
    recovered_changed = Signal()
    """Work that was not saved was restored or discarded."""

    protection_wanted = Signal()
    """All unsaved work is to go into the journal now."""

    def __init__(self, app: QApplication, paths: Paths, prompts: Prompts) -> None:
        super().__init__(app)
        self.app = app
        self.paths = paths
        self.prompts = prompts
        self.store = SettingsStore(paths.config)
        self.icons = Icons(shipped("resources") / "icons")
        self.theme = theme.apply(app, self.settings.theme, self.settings.text_size)
        self.tasks = Tasks(self)
        self.windows: list[QMainWindow] = []
        """Those that are open; a window without a reference to it would vanish."""

    # Start-up: what follows is made when it is first wanted, and imported then.

    @cached_property
    def renderer(self) -> "Renderer":
        """Makes the renditions of photos, for the screen as for exports."""
        from pressdesk.photos.render import Renderer

        return Renderer(self.paths.renditions, workers=1)

    @cached_property
    def pictures(self) -> "Pictures":
        """The pictures of photos for the screen."""
        from pressdesk.ui.pictures import Pictures

        return Pictures(self.renderer, self.tasks, self)

    @cached_property
    def measured(self) -> "Measured":
        """What was measured of pictures."""
        from pressdesk.photos.measured import Measured

        return Measured(self.paths.measured)

    @cached_property
    def safe(self) -> "Safekeeping":
        """Journal, versions and backups."""
        from pressdesk.safekeeping import Safekeeping

        return Safekeeping(self.paths, self.settings.author)

    @property
    def has_journal(self) -> bool:
        """Tell whether anything was ever kept; if not, nobody need look for it."""
        return self.paths.has_journal or self.paths.fallback.is_dir()

    @cached_property
    def keeper(self) -> Tasks:
        """Writes the journal: a thread of its own, so that it waits for no photo."""
        return Tasks(self, threads=1)

    @property
    def media(self) -> "MediaStore":
        """The bytes of photos that lie in no file."""
        return self.safe.media

    def close(self) -> None:
        """Let all work end, and let go of files."""
        self.tasks.close()
        if "keeper" in self.__dict__:
            self.keeper.close()
        if "safe" in self.__dict__:
            self.safe.clean_daily()
            self.safe.close()

    @property
    def settings(self) -> Settings:
        return self.store.settings

    def packs(self) -> Mapping[str, Pack]:
        """Find the template packs that can be used now, by id."""
        own = self.settings.template_folder
        folders = ((Path(own),) if own else ()) + self.paths.template_folders
        return find_packs(folders)[0]

    def pack(self, name: str) -> Pack:
        """Give a pack; the shipped one where there is none of that name."""
        packs = self.packs()
        return packs[name] if name in packs else packs["news"]

    def change(self, **values: object) -> None:
        """Set some of the settings; where they can't be kept they hold until the end."""
        try:
            self.store.change(**values)
        except PressDeskError:
            return

    def window_with_release(self) -> QMainWindow | None:
        """Give the window in use that has a release, or the last such."""
        having = [each for each in self.windows if each.findChild(Document)]
        active = [each for each in having if each.isActiveWindow()]
        return (active or having or [None])[-1]

    def save_copy(self) -> None:
        """Ask for a name, and save the release of the window in use under it."""
        window = self.window_with_release()
        action = window.findChild(QAction, "file.save-as") if window else None
        if isinstance(action, QAction):
            action.trigger()

    def apply_look(self) -> None:
        """Show the theme and the text size that are set."""
        theme.apply(self.app, self.settings.theme, self.settings.text_size)

    def remember(self, path: Path) -> None:
        """Put a file first in the list of recent ones."""
        self._set_recent(self.store.recent.with_path(path))

    def forget(self, path: Path) -> None:
        """Take a file out of the list of recent ones."""
        self._set_recent(self.store.recent.without(path))

    def _set_recent(self, recent: object) -> None:
        try:
            self.store.set_recent(recent)  # pyright: ignore[reportArgumentType]
        except PressDeskError:
            return
        self.recent_changed.emit()
