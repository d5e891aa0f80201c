"""Which spelling dictionaries there are, and how to add one."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QListWidget, QWidget

from pressdesk.paths import Paths
from pressdesk.spelling.dictionaries import Dictionary, find_dictionaries, folders
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.controls.labels import SectionLabel
from pressdesk.ui.dialogs.file_list import Opener
from pressdesk.ui.dialogs.sheet import Sentence, Sheet
from pressdesk.ui.panels.languages import language_name


class DictionariesDialog(Sheet):
    """Lists the dictionaries by language and where each comes from."""

    def __init__(
        self,
        paths: Paths,
        parent: QWidget | None = None,
        *,
        opener: Opener = QDesktopServices.openUrl,
    ) -> None:
        super().__init__("dictionariesDialog", self.tr("Spelling Dictionaries"), parent, letters=62)
        self._folder = paths.dictionaries
        self._opener = opener
        self._list = QListWidget()
        self._list.setObjectName("dictionariesList")
        self._list.setAccessibleName(self.tr("Dictionaries found"))
        self._list.setMinimumHeight(self.fontMetrics().height() * 8)
        found = find_dictionaries(folders(sys.platform, os.environ, Path.home(), self._folder))
        for dictionary in sorted(found.values(), key=lambda each: each.language):
            self._list.addItem(self._line(dictionary))
        self.add(SectionLabel(self.tr("Found on this computer")), self._list)
        told = self.tr(
            "To add a language, put the two files of its Hunspell dictionary (such as fr_FR.aff "
            "and fr_FR.dic) into the folder below, and open the release again. Dictionaries "
            "installed with LibreOffice or by the system are found by themselves."
        )
        where = Sentence(str(self._folder), is_quiet=True)
        where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        where.setAccessibleName(self.tr("Folder of your dictionaries"))
        self.add(SectionLabel(self.tr("Another language")), Sentence(told), where)
        folder = PlainButton(self.tr("Open &Folder"))
        folder.clicked.connect(self._open_folder)
        close = PlainButton(self.tr("&Close"))
        close.clicked.connect(self.accept)
        self.buttons.addStretch(1)
        self.add_button(folder)
        self.add_button(close, is_default=True)

    def _line(self, dictionary: Dictionary) -> str:
        origin = {
            "own": self.tr("your folder"),
            "shipped": self.tr("comes with PressDesk"),
            "system": self.tr("this system"),
            "LibreOffice": "LibreOffice",
        }[dictionary.origin]
        tag = dictionary.language.replace("_", "-")
        return f"{language_name(tag)} — {dictionary.aff.stem}, {origin}"

    def _open_folder(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._opener(QUrl.fromLocalFile(str(self._folder)))
