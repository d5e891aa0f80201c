"""The toolbar: what is used hourly."""

from PySide6.QtCore import SIGNAL, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QActionEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QToolBar, QWidget

from pressdesk.ui.actions import Actions, plain_text, told_keys
from pressdesk.ui.controls.buttons import PrimaryButton

_STYLES = (
    "format.paragraph",
    "format.heading-2",
    "format.heading-3",
    "format.heading-4",
    "format.bullet-list",
    "format.numbered-list",
    "insert.quote",
)
_BUTTONS = (
    ("format.bold", "format.italic", "insert.link"),
    ("format.bullet-list", "format.numbered-list", "insert.quote"),
    ("insert.photo", "insert.table", "insert.person"),
    ("edit.find", "view.preview"),
)


class ToolBar(QToolBar):
    """Style, marks, insertions, preview and export."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toolBar")
        self.setWindowTitle(self.tr("Toolbar"))
        self.setAccessibleName(self.tr("Toolbar"))
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._actions = actions
        self._styles = QComboBox(self)
        self._styles.setAccessibleName(self.tr("Style of the paragraph"))
        self._styles.setToolTip(self.tr("Style of the paragraph"))
        self._styles.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for name in _STYLES:
            self._styles.addItem(plain_text(actions[name]), name)
        self._styles.activated.connect(self._apply_style)
        actions[_STYLES[0]].changed.connect(self._grey_styles)
        self.addWidget(self._styles)
        for group in _BUTTONS:
            self.addSeparator()
            for name in group:
                self.addAction(actions[name])
                self.widgetForAction(actions[name]).installEventFilter(self)
                _tell_key(actions, name)
        gap = QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        self._export = PrimaryButton(self.tr("Export…"), self)
        self._export.clicked.connect(actions["file.export"].trigger)
        self.addWidget(self._export)
        self._widen()

    def show_style(self, kind: str, level: int) -> None:
        """Show the style of the paragraph at the cursor."""
        name = {
            "heading": f"format.heading-{level}",
            "bullet": "format.bullet-list",
            "numbered": "format.numbered-list",
            "quote": "insert.quote",
        }.get(kind, "format.paragraph")
        self._styles.setCurrentIndex(_STYLES.index(name))

    def _grey_styles(self) -> None:
        """Grey the styles with their commands."""
        self._styles.setEnabled(self._actions[_STYLES[0]].isEnabled())

    def _apply_style(self, index: int) -> None:
        self._actions[self._styles.itemData(index)].trigger()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_export"):
            self._widen()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo what a button of Qt 6.11 does at each change of its action, before it does it.

        It connects itself to ``changed`` once more, for ever: thousands of times an hour here.
        """
        if event.type() == QEvent.Type.ActionChanged and isinstance(event, QActionEvent):
            QObject.disconnect(event.action(), SIGNAL("changed()"), watched, None)  # pyright: ignore
        return False

    def _widen(self) -> None:
        """Let icons and targets follow the size of text, and keep the keyboard's way to them."""
        side = max(20, round(self.fontMetrics().height() * 1.25))
        self.setIconSize(QSize(side, side))
        for action in self.actions():
            button = self.widgetForAction(action)
            if button is not None and action.objectName():
                button.setMinimumSize(side + 10, side + 10)
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.setAccessibleName(plain_text(action))


def _tell_key(actions: Actions, name: str) -> None:
    action, keys = actions[name], told_keys(actions[name])
    action.setToolTip(f"{plain_text(action)} ({keys})" if keys else plain_text(action))
