"""A part of a panel under a heading that folds it away."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from pressdesk.ui.panels.fold_button import FoldButton


class Section(QWidget):
    """A heading and what stands under it; a press on the heading folds it away."""

    folded = Signal(bool)
    """True: it was folded away."""

    def __init__(self, title: str, parent: QWidget | None = None, *, is_open: bool = True) -> None:
        super().__init__(parent)
        self.head = FoldButton(title)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 2, 0, 8)
        self._column.setSpacing(10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.head)
        whole.addWidget(self._inside)
        self.head.setChecked(is_open)
        self._inside.setVisible(is_open)
        self.head.toggled.connect(self._fold)

    def add(self, widget: QWidget) -> None:
        """Put a widget below those that are there."""
        self._column.addWidget(widget)

    def say_title(self, title: str) -> None:
        """Show another title."""
        if title != self.head.text():
            self.head.setText(title)
            self.head.setAccessibleName(title)
            self.head.updateGeometry()

    @property
    def is_open(self) -> bool:
        return self.head.isChecked()

    def open(self) -> None:
        """Show what stands under the heading."""
        self.head.setChecked(True)

    def _fold(self, is_open: bool) -> None:
        self._inside.setVisible(is_open)
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
        self._inside = QWidget()
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(14, 12, 14, 16)
        self._layout.setSpacing(12)
        self._layout.addStretch(1)
        self.setWidget(self._inside)

    def add(self, widget: QWidget) -> None:
        """Put a widget below those that are there."""
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def minimumSizeHint(self) -> QSize:
        # Not narrower than its fields: it does not scroll sideways.
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, 80)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(self.minimumSizeHint())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)
