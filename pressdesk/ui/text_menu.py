"""The menu of a text on a right click: the window's own commands."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

_ENTRIES = (
    ("edit.undo", "edit.redo"),
    ("edit.cut", "edit.copy", "edit.paste", "edit.paste-plain"),
    ("edit.select-all",),
)
_OF_A_SELECTION = ("edit.cut", "edit.copy")


def has_selection(field: QWidget | None) -> bool:
    """Tell whether a field has text, or a thing, that could be copied."""
    if isinstance(field, QLineEdit):
        return field.hasSelectedText()
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return field.textCursor().hasSelection() or getattr(field, "chosen", None) is not None
    return False


def text_menu(field: QWidget) -> QMenu:
    """Make the menu of a field; it goes when it is closed.

    Qt's own would undo in the field what the document knows nothing of.
    """
    menu = QMenu(field)
    menu.setObjectName("textMenu")
    for names in _ENTRIES:
        menu.addSeparator()
        for name in names:
            action = _command(field.window(), name)
            if action is not None and (name not in _OF_A_SELECTION or has_selection(field)):
                menu.addAction(action)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _command(window: QWidget, name: str) -> QAction | None:
    """Find a command of a window: its own, or one of the main window that it was given."""
    lent = (action for action in window.actions() if action.objectName() == name)
    return window.findChild(QAction, name) or next(lent, None)


def show_text_menu(field: QWidget, place: QPoint) -> None:
    """Show the menu of a field at a place of the screen."""
    field.setFocus()
    text_menu(field).popup(place)
