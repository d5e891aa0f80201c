"""The bar above the large picture: its tools, and the way to the next photo."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QWidget

from pressdesk.ui.controls.buttons import PlainButton, QuietButton
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.flow import Flow

TOOLS = ("look", "people", "crop")


class _Name(QLabel):
    """The name of the file, cut in the middle where there is no room for all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._all = ""

    def say(self, text: str) -> None:
        self._all = text
        self.setToolTip(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        middle = Qt.TextElideMode.ElideMiddle
        self.setText(self.fontMetrics().elidedText(self._all, middle, self.width()))


class DeskBar(QWidget):
    """Buttons of the tools, the name of the photo, and those to its neighbours."""

    tool_wanted = Signal(str)
    """One of ``TOOLS``."""
    sheet_wanted = Signal()
    previous_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools: dict[str, PlainButton] = {}
        self._group = QButtonGroup(self)
        self._name = _Name()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(8)
        self.sheet = QuietButton("", icon=icons.icon("photos"))
        self._explain(self.sheet, "sheet", self.tr("All photos"), self.tr("All photos (Esc)"))
        self.sheet.clicked.connect(self.sheet_wanted)
        left = Flow(self.sheet)
        row.addWidget(left, 6)
        for name, words, told, key in (
            ("look", self.tr("Look"), self.tr("The picture as readers get it (L)"), "preview"),
            ("people", self.tr("People"), self.tr("Mark who is in the picture (P)"), "people"),
            ("crop", self.tr("Crop"), self.tr("Crop, straighten, set the focal point (C)"), "crop"),
        ):
            button = PlainButton(words, icon=icons.icon(key))
            self._explain(button, f"tool.{name}", words, told)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, name=name: self.tool_wanted.emit(name))
            self._group.addButton(button)
            self.tools[name] = button
            left.add(button)
        row.addWidget(self._name, 1)
        self.previous = QuietButton("", icon=icons.icon("left"))
        self.next = QuietButton("", icon=icons.icon("right"))
        for button, name, words, told, signal in (
            (
                self.previous,
                "previous",
                self.tr("Previous photo"),
                self.tr("Previous photo (Ctrl+Page Up); the cursor stays in its field"),
                self.previous_wanted,
            ),
            (
                self.next,
                "next",
                self.tr("Next photo"),
                self.tr("Next photo (Ctrl+Page Down); the cursor stays in its field"),
                self.next_wanted,
            ),
        ):
            self._explain(button, name, words, told)
            button.clicked.connect(signal)
            row.addWidget(button)

    def say(self, text: str) -> None:
        """Tell which photo it is."""
        self._name.say(text)

    def show_tool(self, name: str) -> None:
        """Show which tool is in use."""
        self.tools[name].setChecked(True)

    @staticmethod
    def _explain(button: QWidget, name: str, words: str, told: str) -> None:
        button.setObjectName(f"photoDesk.{name}")
        button.setAccessibleName(words)
        button.setToolTip(told)
