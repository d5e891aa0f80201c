"""Files that will be written, or have been."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.controls.cards import Note
from pressdesk.ui.controls.labels import Pill
from pressdesk.ui.dialogs.sheet import Sentence
from pressdesk.ui.icons import Icons

Opener = Callable[[QUrl], bool]
"""Opens something with the program the system has for it; tells whether it could."""

_ICONS = {".docx": "file-word", ".html": "file-web", "": "folder"}


class FileList(Note):
    """Names of files below each other, with an icon of their kind."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__("neutral", parent)
        self._icons = icons
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(6)

    def show_planned(self, folder: Path, names: Sequence[str]) -> None:
        """Show what will be written into a folder; a name with ``/`` at its end is a folder."""
        planned = [(name, (folder / name).exists()) for name in names]
        if planned == self._shown:
            return
        self._shown = planned
        self._clear()
        for name, is_there in planned:
            if not is_there:
                self._add(name)
            elif name.endswith("/"):
                self._add(name, Pill(self.tr("exists")))
            else:
                self._add(name, Pill(self.tr("is replaced"), "warning"))

    def show_written(self, files: Sequence[Path], opener: Opener) -> None:
        """Show files that are there, each with a button that opens it."""
        self._shown = None
        self._clear()
        for file in files:
            button = PlainButton(self.tr("Open"))
            button.setAccessibleName(self.tr("Open {0}").format(file.name))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, file=file: opener(QUrl.fromLocalFile(str(file))))
            self._add(file.name, button)

    def _add(self, name: str, *extras: QWidget) -> None:
        side = round(self.fontMetrics().height() * 1.2)
        sign = QLabel()
        suffix = "" if name.endswith("/") else Path(name).suffix
        icon = self._icons.icon(_ICONS.get(suffix, "file-text"), "muted")
        sign.setPixmap(icon.pixmap(side, side))
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(sign)
        row.addWidget(Sentence(breakable(name)), 1)
        for extra in extras:
            row.addWidget(extra)
        self._column.addWidget(whole)
        whole.show()  # now, so that its size counts at once

    def _clear(self) -> None:
        while item := self._column.takeAt(0):
            if row := item.widget():
                row.hide()
                row.deleteLater()


def breakable(name: str) -> str:
    """Let a long name be wrapped after its hyphens and dots, which are no spaces."""
    for sign in ("-", ".", "/", "\\", "_"):
        name = name.replace(sign, f"{sign}\u200b")
    return name
