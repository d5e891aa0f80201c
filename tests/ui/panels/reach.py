"""What is seen in a panel: its texts, who has a name, and what the Tab key reaches."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from pressdesk.ui.fields import LineField, TextField

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


def controls(root: QWidget) -> Iterator[QWidget]:
    """Go through what can be worked with and is seen, parts of other controls left out."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not isinstance(widget, CONTROLS):
            continue
        parent = widget.parentWidget()
        if isinstance(parent, QComboBox | QLineEdit) or widget.window() is not root.window():
            continue
        yield widget


def tab_order() -> list[QWidget]:
    """Press Tab until the focus comes round; gives the widgets met, in order."""
    met: list[QWidget] = []
    widget = QApplication.focusWidget()
    while widget is not None and widget not in met:
        met.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
    return met


def is_reachable(widget: QWidget, met: list[QWidget]) -> bool:
    """Tell whether Tab reaches a control, or another button of its group, from which arrows do."""
    if widget in met:
        return True
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group and any(button in met for button in group.buttons()):
        return True
    return widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isEnabled()


def shown(field: LineField | TextField) -> str:
    """Give the text a field shows."""
    return field.text() if isinstance(field, LineField) else field.toPlainText()
