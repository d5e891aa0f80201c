"""The commands of the Edit, Insert and Format menus, done to the page or to the focused field."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from pressdesk.model.kinds import Kind
from pressdesk.model.spans import Mark
from pressdesk.ui.actions import Actions
from pressdesk.ui.document import Document
from pressdesk.ui.editor_page import EditorPage
from pressdesk.ui.text_menu import has_selection

_KINDS: dict[str, tuple[Kind, int]] = {
    "format.paragraph": ("paragraph", 0),
    "format.heading-2": ("heading", 2),
    "format.heading-3": ("heading", 3),
    "format.heading-4": ("heading", 4),
    "format.bullet-list": ("bullet", 0),
    "format.numbered-list": ("numbered", 0),
}
_MARKS: dict[str, Mark] = {
    "format.bold": "bold",
    "format.italic": "italic",
    "format.underline": "underline",
    "format.strike": "strike",
    "format.subscript": "sub",
    "format.superscript": "sup",
}
_CLIPBOARD = {
    "edit.cut": "cut",
    "edit.copy": "copy",
    "edit.paste": "paste",
    "edit.select-all": "selectAll",
}
_OF_A_SELECTION = ("edit.cut", "edit.copy")
_OF_THE_BODY = (
    *_KINDS,
    *_MARKS,
    *("format.indent", "format.outdent", "format.move-up", "format.move-down"),
    *("insert.quote", "insert.link", "insert.person", "people.speaker"),
)
"""What is done to the text at the body's cursor."""


class Editing(QObject):
    """Joins the editing commands of one window to its page and document."""

    def __init__(
        self, actions: Actions, document: Document, page: EditorPage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._document = document
        self._page = page
        self._connect()
        for menu in actions["edit.cut"].associatedObjects():
            if isinstance(menu, QMenu):
                menu.aboutToShow.connect(self._grey_clipboard)
                menu.aboutToHide.connect(self._ungrey_clipboard)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self.show_undo()
        self.show_state()

    def show_undo(self) -> None:
        """Name in the Edit menu what would be undone and redone."""
        for name, plain, named, label in (
            ("edit.undo", self.tr("&Undo"), self.tr("&Undo {step}"), self._document.undo_label),
            ("edit.redo", self.tr("&Redo"), self.tr("&Redo {step}"), self._document.redo_label),
        ):
            action = self._actions[name]
            action.setText(named.replace("{step}", label) if label else plain)
            action.setEnabled(bool(label))

    def show_state(self) -> None:
        """Check the kind and the marks of the text at the cursor."""
        body = self._page.body
        kind, marks = body.kind(), body.marks()
        level = getattr(body.current_block(), "level", 0) if kind == "heading" else 0
        for name, (each, of_level) in _KINDS.items():
            self._actions[name].setChecked(each == kind and (not of_level or of_level == level))
        for name, mark in _MARKS.items():
            self._actions[name].setChecked(mark in marks)

    def _connect(self) -> None:
        document, body = self._document, self._page.body
        document.undo_changed.connect(self.show_undo)
        self._page.state_changed.connect(self.show_state)
        self._on("edit.undo", document.undo)
        self._on("edit.redo", document.redo)
        for name, (kind, level) in _KINDS.items():
            self._on(name, lambda kind=kind, level=level: self._set_kind(kind, level))
        for name, mark in _MARKS.items():
            self._on(name, lambda mark=mark: self._toggle(mark))
        for name, method in _CLIPBOARD.items():
            self._on(name, lambda method=method: self._to_focused(method))
        self._on("edit.paste-plain", self._paste_plain)
        self._on("format.indent", body.indent)
        self._on("format.outdent", body.outdent)
        self._on("format.move-up", lambda: body.move_block(up=True))
        self._on("format.move-down", lambda: body.move_block(up=False))
        self._on("insert.quote", lambda: self._set_kind("quote", 0))

    def _on(self, name: str, work: Callable[[], object]) -> None:
        self._actions[name].triggered.connect(lambda _=False: work())

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Grey what would change the body unseen, while the cursor is in a field beside it."""
        if new is None or not isValid(self._page) or new.window() is not self._page.window():
            return
        body, head = self._page.body, self._page.head
        is_in_head = new is head or head.isAncestorOf(new)
        is_in_body = not is_in_head and (new is body or body.isAncestorOf(new))
        if is_in_body or is_in_head or _is_in_dock(new):
            for name in _OF_THE_BODY:
                self._actions[name].setEnabled(is_in_body)

    def _grey_clipboard(self) -> None:
        """Grey Cut and Copy in the menu where nothing is selected; their keys stay."""
        focused = self._page.window().focusWidget()
        for name in _OF_A_SELECTION:
            self._actions[name].setEnabled(has_selection(focused))

    def _ungrey_clipboard(self) -> None:
        for name in _OF_A_SELECTION:
            self._actions[name].setEnabled(True)

    def _set_kind(self, kind: Kind, level: int) -> None:
        self._page.body.set_kind(kind, level or 2)
        self._page.body.setFocus()
        self.show_state()

    def _toggle(self, mark: Mark) -> None:
        self._page.body.toggle(mark)
        self.show_state()

    def _paste_plain(self) -> None:
        text = QGuiApplication.clipboard().text()
        focused = self._page.window().focusWidget()
        if focused is self._page.body:
            self._page.body.insert_text(text)
        elif isinstance(focused, QLineEdit):
            focused.insert(" ".join(text.split()))
        elif isinstance(focused, QPlainTextEdit):
            focused.insertPlainText(text)

    def _to_focused(self, method: str) -> None:
        """Cut, copy, paste or select in whatever field has the cursor."""
        focused = self._page.window().focusWidget()
        if isinstance(focused, QLineEdit | QPlainTextEdit | QTextEdit):
            getattr(focused, method)()


def _is_in_dock(widget: QWidget) -> bool:
    parent: QWidget | None = widget
    while parent is not None and not isinstance(parent, QDockWidget):
        parent = parent.parentWidget()
    return parent is not None
