"""A part of a panel under a heading that folds it away."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget


class Section(QWidget):
    """A heading and what stands under it; a press on the heading folds it away."""

    folded = Signal(bool)

    def __init__(self, title: str, parent: QWidget | None = None, *, is_open: bool = True) -> None:
        super().__init__(parent)
        self.head = QToolButton()
        self.head.setText(title)
        self.head.setAccessibleName(title)
        self.head.setCheckable(True)
        self.head.setAutoRaise(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        font = self.head.font()
        font.setBold(True)
        self.head.setFont(font)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 2, 0, 6)
        self.column.setSpacing(10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.head)
        whole.addWidget(self.inside)
        self.head.toggled.connect(self._fold)
        self.head.setChecked(is_open)
        self._fold(is_open)

    def add(self, widget: QWidget) -> None:
        """Put a widget below those that are there."""
        self.column.addWidget(widget)

    @property
    def is_open(self) -> bool:
        return self.head.isChecked()

    def open(self) -> None:
        """Show what stands under the heading."""
        self.head.setChecked(True)

    def _fold(self, is_open: bool) -> None:
        self.inside.setVisible(is_open)
        self.head.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.folded.emit(not is_open)


class Column(QScrollArea):
    """Widgets below each other, as wide as the panel; it scrolls up and down only."""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(14, 12, 14, 16)
        self._layout.setSpacing(12)
        self._layout.addStretch(1)
        self.setWidget(inside)

    def add(self, widget: QWidget) -> None:
        """Put a widget below those that are there."""
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 80)
