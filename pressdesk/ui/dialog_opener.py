"""The commands that open a dialog.

Each dialog is imported when it is first wanted: the window need not wait for it.
"""

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QMainWindow

from pressdesk.ui.actions import Actions
from pressdesk.ui.program import Program


class DialogOpener(QObject):
    """Opens the dialogs of a window that need no release."""

    settings_changed = Signal()

    def __init__(self, program: Program, actions: Actions, window: QMainWindow) -> None:
        super().__init__(window)
        self._program = program
        self._actions = actions
        self._window = window
        for name, work in (
            ("file.settings", self.open_settings),
            ("view.palette", self.open_palette),
            ("help.keys", self.open_keys),
            ("help.about", self.open_about),
            ("help.log", self.open_log_folder),
            ("edit.dictionaries", self.open_dictionaries),
        ):
            actions[name].triggered.connect(lambda _=False, work=work: work())

    def open_settings(self) -> None:
        """Ask for the settings; each change is shown at once."""
        from pressdesk.ui.dialogs.settings import SettingsDialog

        program = self._program
        dialog = SettingsDialog(program.store, program.packs, program.prompts, self._window)
        dialog.changed.connect(program.apply_look)
        dialog.changed.connect(self.settings_changed)
        show(dialog)

    def open_palette(self) -> None:
        """Let any command be found by typing."""
        from pressdesk.ui.dialogs.palette import CommandPalette

        palette = self._window.findChild(CommandPalette) or CommandPalette(
            self._actions, self._window
        )
        palette.open()

    def open_keys(self) -> None:
        """Show all keys."""
        from pressdesk.ui.dialogs.keys import KeysDialog

        show(KeysDialog(self._actions, self._window))

    def open_about(self) -> None:
        """Tell version and licences."""
        from pressdesk.ui.dialogs.about import AboutDialog

        show(AboutDialog(self._program.icons, self._window))

    def open_log_folder(self) -> None:
        """Show the folder of the log in the system's file manager."""
        folder = self._program.paths.log.parent
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def open_dictionaries(self) -> None:
        """Tell which dictionaries there are, and how to add one."""
        from pressdesk.ui.dialogs.dictionaries import DictionariesDialog

        show(DictionariesDialog(self._program.paths, self._window))


def show(dialog: QDialog) -> None:
    """Show a dialog; it is gone when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
