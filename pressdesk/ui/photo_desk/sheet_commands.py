"""What can be done with the chosen photos: a row of buttons, and a menu with the keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from pressdesk.model.uses import PhotoUse
from pressdesk.ui.controls.buttons import PlainButton, PrimaryButton
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.flow import Flow
from pressdesk.ui.photo_desk.words import stars


class SheetCommands(QWidget):
    """Buttons that are grey where they fit none of the chosen photos, and how many these are."""

    captions_wanted = Signal()
    look_wanted = Signal()
    place_wanted = Signal()
    attach_wanted = Signal()
    removal_wanted = Signal()
    rated = Signal(int)
    add_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        # Words, icon, the key as it is told and as Qt knows it, and what is wanted.
        self._rows: tuple[tuple[str, str, str, str, Callable[[], object]], ...] = (
            (self.tr("Write captions"), "", self.tr("Enter"), "Return", self.captions_wanted.emit),
            (self.tr("Quick look"), "preview", self.tr("Space"), "Space", self.look_wanted.emit),
            (
                self.tr("Use on page"),
                "page",
                self.tr("Ctrl+Enter"),
                "Ctrl+Return",
                self.place_wanted.emit,
            ),
            (
                *(self.tr("Attach"), "attach", self.tr("Ctrl+Shift+Enter"), "Ctrl+Shift+Return"),
                self.attach_wanted.emit,
            ),
            (self.tr("Remove"), "trash", self.tr("Delete"), "Del", self.removal_wanted.emit),
        )
        self._buttons = [self._made(*row) for row in self._rows]
        add = PrimaryButton(self.tr("Add photos…"), icon=icons.icon("plus", "on_accent"))
        add.setAccessibleName(add.text())
        add.setAutoDefault(False)
        add.clicked.connect(self.add_wanted)
        self._told = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 10)
        row.setSpacing(16)
        row.addWidget(Flow(*self._buttons, add), 1)
        row.addWidget(self._told)

    def show_uses(self, uses: Sequence[PhotoUse]) -> None:
        """Grey what can't be done to the chosen photos, and count them."""
        fits = self._fitting(uses)
        for button, is_fit in zip(self._buttons, fits, strict=True):
            button.setEnabled(is_fit)
        self._told.setText(self.tr("%n photo(s) chosen", "", len(uses)) if uses else "")

    def open_menu(self, uses: Sequence[PhotoUse], at: QPoint) -> None:
        """Offer all of it, and the stars, at a place of the screen."""
        menu = QMenu(self)
        for (words, icon, _, keys, work), is_fit in zip(
            self._rows, self._fitting(uses), strict=True
        ):
            if keys == "Del":
                self._add_stars(menu)
            action = menu.addAction(words)
            if icon:
                action.setIcon(self._icons.icon(icon))
            action.setEnabled(is_fit)
            _join(action, keys, work)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _add_stars(self, menu: QMenu) -> None:
        menu.addSeparator()
        for rating in range(5, -1, -1):
            action = menu.addAction(stars(rating) or self.tr("No stars"))
            _join(action, str(rating), lambda rating=rating: self.rated.emit(rating))
        menu.addSeparator()

    def _fitting(self, uses: Sequence[PhotoUse]) -> tuple[bool, ...]:
        has_any = bool(uses)
        can_place = any(use.standing != "placed" for use in uses)
        can_attach = any(use.standing == "unused" for use in uses)
        return has_any, has_any, can_place, can_attach, has_any

    def _made(
        self, words: str, icon: str, told: str, keys: str, work: Callable[[], object]
    ) -> PlainButton:
        button = PlainButton(words, icon=self._icons.icon(icon) if icon else None)
        button.setAccessibleName(words)
        button.setToolTip(told)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: work())
        return button


def _join(action: QAction, keys: str, work: Callable[[], object]) -> None:
    action.setShortcut(keys)
    action.setShortcutVisibleInContextMenu(True)
    action.triggered.connect(lambda _=False: work())
