"""Which version this is, under which licence, and what it is built with."""

from typing import NamedTuple

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pressdesk import __version__
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.controls.labels import SectionLabel
from pressdesk.ui.dialogs.sheet import Sentence, Sheet
from pressdesk.ui.icons import Icons


class Library(NamedTuple):
    """A library of others that the program stands on."""

    name: str
    """As it is installed."""
    licence: str


LIBRARIES = (
    Library("PySide6", "LGPL-3.0"),
    Library("click", "BSD-3-Clause"),
    Library("chunspell-next", "MIT, LGPL-2.1+"),
    Library("defusedxml", "PSF-2.0"),
    Library("docxtpl", "LGPL-2.1"),
    Library("Jinja2", "BSD-3-Clause"),
    Library("lxml", "BSD-3-Clause"),
    Library("markdown-it-py", "MIT"),
    Library("MarkupSafe", "BSD-3-Clause"),
    Library("msgspec", "BSD-3-Clause"),
    Library("pillow", "MIT-CMU"),
    Library("pillow-heif", "BSD-3-Clause"),
    Library("platformdirs", "MIT"),
    Library("psutil", "BSD-3-Clause"),
    Library("python-docx", "MIT"),
    Library("PyYAML", "MIT"),
    Library("tzdata", "Apache-2.0"),
)


class AboutDialog(Sheet):
    """Version, licence and libraries."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__("aboutDialog", self.tr("About PressDesk"), parent, letters=66)
        self._found = [(each, _version(each.name)) for each in LIBRARIES]
        self._build_head(icons)
        self.add(
            Sentence(self.tr("Composes press releases, and exports them to Word and the web.")),
            Sentence(
                self.tr("PressDesk is free software under the MIT License, without warranty.")
            ),
        )
        self.add(
            SectionLabel(self.tr("Qt")),
            Sentence(
                self.tr(
                    "The window is drawn by Qt, through PySide6, under the GNU Lesser General"
                    " Public License, version 3. You may replace these libraries by versions of"
                    " your own; their source is at code.qt.io."
                )
            ),
        )
        self._build_libraries()
        self.column.addStretch(1)
        copy = PlainButton(self.tr("Copy &Details"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self.add_button(copy)
        self.buttons.addStretch(1)
        close = PlainButton(self.tr("&Close"))
        close.clicked.connect(self.accept)
        self.add_button(close, is_default=True).setFocus()

    def text(self) -> str:
        """Give versions and licences as lines of text, for a report."""
        lines = [f"PressDesk {__version__}, MIT", f"Qt {qVersion()}"]
        lines += [f"{each.name} {version}, {each.licence}" for each, version in self._found]
        return "\n".join(line for line in lines) + "\n"

    def _build_head(self, icons: Icons) -> None:
        side = round(self.fontMetrics().height() * 3)
        sign, name = QLabel(), QLabel("PressDesk")
        sign.setPixmap(icons.icon("app", "accent").pixmap(side, side))
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        name.setFont(font)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(Sentence(self.tr("Version {0}").format(__version__), is_quiet=True))
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(sign)
        line.addLayout(words, 1)
        self.column.addLayout(line)

    def _build_libraries(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(2, 1)
        for row, (each, version) in enumerate(self._found):
            for column, words in enumerate((each.name, version, each.licence)):
                label = QLabel(words)
                label.setTextFormat(Qt.TextFormat.PlainText)
                if column:
                    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
                grid.addWidget(label, row, column)
        self.add(SectionLabel(self.tr("Libraries"))).addLayout(grid)


def _version(name: str) -> str:
    # Imported here: it reads folders, for which no window has to wait.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return PySide6.__version__ if name == "PySide6" else "–"
