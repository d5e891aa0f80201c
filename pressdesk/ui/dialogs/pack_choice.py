"""A list of the template packs to choose from."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from pressdesk.export.packs import Pack
from pressdesk.ui.language import told_in_window


class PackChoice(QComboBox):
    """The installed packs by their name in the language of the window."""

    chosen_changed = Signal(str)
    """The id of a pack, after the person chose another."""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.currentIndexChanged.connect(lambda: self.chosen_changed.emit(self.chosen))

    def show_packs(self, packs: Mapping[str, Pack], chosen: str) -> None:
        """Show the packs, and one of them as chosen, whether it is installed or not."""
        with QSignalBlocker(self):
            self.clear()
            for pack in packs.values():
                self.addItem(told_in_window(pack.rules.name) or pack.id, pack.id)
            if chosen not in packs:
                self.insertItem(0, self.tr("“{0}”, which is not installed").format(chosen), chosen)
            self.setCurrentIndex(self.findData(chosen))

    @property
    def chosen(self) -> str:
        """Id of the pack that is chosen."""
        return self.currentData()
