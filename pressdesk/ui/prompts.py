"""Questions to the person: files to choose, decisions to take. Tests script them."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


class Choice(NamedTuple):
    """A button: what it is called in code, the verb on it, and whether work is lost by it."""

    id: str
    text: str
    loses_work: bool = False


class Prompts(Protocol):
    """All that the window asks; every answer may be "nothing" (escape)."""

    def open_files(
        self, parent: QWidget, title: str, filters: str, folder: Path | None
    ) -> list[Path]:
        """Ask for files to read; empty where the person thought better of it."""
        ...

    def save_file(self, parent: QWidget, title: str, filters: str, suggested: Path) -> Path | None:
        """Ask where to write; the person has agreed to replace what is there."""
        ...

    def folder(self, parent: QWidget, title: str, start: Path | None) -> Path | None:
        """Ask for a folder."""
        ...

    def choose(
        self,
        parent: QWidget,
        title: str,
        text: str,
        choices: Sequence[Choice],
        otherwise: str = "",
    ) -> str:
        """Ask for one of several things to do; gives its id, or "" where none was chosen.

        The first choice is the one that Enter takes. ``otherwise`` is on the button that
        chooses none, where it would cancel nothing.
        """
        ...

    def tell(self, parent: QWidget, title: str, text: str) -> None:
        """Say what could not be done."""
        ...


class Dialogs:
    """The prompts as the system's own dialogs."""

    def open_files(
        self, parent: QWidget, title: str, filters: str, folder: Path | None
    ) -> list[Path]:
        names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder or ""), filters)
        return [Path(name) for name in names]

    def save_file(self, parent: QWidget, title: str, filters: str, suggested: Path) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), filters)
        return Path(name) if name else None

    def folder(self, parent: QWidget, title: str, start: Path | None) -> Path | None:
        name = QFileDialog.getExistingDirectory(parent, title, str(start or ""))
        return Path(name) if name else None

    def choose(
        self,
        parent: QWidget,
        title: str,
        text: str,
        choices: Sequence[Choice],
        otherwise: str = "",
    ) -> str:
        box = QMessageBox(parent)
        box.setWindowTitle(title)
        box.setText(text)
        buttons = {}
        for number, choice in enumerate(choices):
            destroys = QMessageBox.ButtonRole.DestructiveRole
            role = destroys if choice.loses_work else QMessageBox.ButtonRole.AcceptRole
            button = box.addButton(choice.text, role)
            buttons[button] = choice.id
            if number == 0:
                box.setDefaultButton(button)
        if otherwise:
            box.setEscapeButton(box.addButton(otherwise, QMessageBox.ButtonRole.RejectRole))
        else:
            box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return buttons.get(box.clickedButton(), "")

    def tell(self, parent: QWidget, title: str, text: str) -> None:
        QMessageBox.warning(parent, title, text)
