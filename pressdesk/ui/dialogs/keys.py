"""All keys with what they do, to look up, search and copy."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from pressdesk.ui.actions import Actions
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.controls.painting import bold_font
from pressdesk.ui.dialogs.command_rows import KeyRow, key_rows
from pressdesk.ui.dialogs.matching import folded, rank
from pressdesk.ui.dialogs.sheet import Sentence, Sheet
from pressdesk.ui.fields import LineField


class KeysDialog(Sheet):
    """The keyboard shortcuts, menu by menu."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("keysDialog", self.tr("Keyboard Shortcuts"), parent, letters=64)
        self._rows = key_rows(actions)
        self._search = LineField("keysSearch", self.tr("Search"))
        self._search.setPlaceholderText(self.tr("Search for a command or a key"))
        self._search.textChanged.connect(self._show)
        self._tree = QTreeWidget()
        self._tree.setAccessibleName(self.tr("Commands and their keys"))
        self._tree.setColumnCount(2)
        self._tree.setHeaderHidden(True)
        self._tree.setRootIsDecorated(False)
        self._tree.setIndentation(round(self.fontMetrics().height()))
        self._tree.setItemsExpandable(False)
        self._tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._tree.header().setStretchLastSection(False)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.setItemDelegate(_Airy(self._tree))
        lines = self.fontMetrics().height() * 24
        self._tree.setMinimumHeight(min(lines, self.screen().availableSize().height() // 2))
        self._nothing = Sentence(self.tr("No command and no key has these letters."), is_quiet=True)
        self.column.addWidget(self._search)
        self.column.addWidget(self._tree, 1)
        self.column.addWidget(self._nothing)
        copy = PlainButton(self.tr("Copy as &Text"))
        copy.clicked.connect(self._copy)
        self.add_button(copy)
        self.buttons.addStretch(1)
        close = PlainButton(self.tr("&Close"))
        close.clicked.connect(self.accept)
        self.add_button(close, is_default=True)
        self._show("")

    def text(self) -> str:
        """Give all shortcuts as lines of text, under the names of their menus."""
        lines: list[str] = []
        menu = ""
        widest = max(len(row.title) for row in self._rows)
        for row in self._rows:
            if row.menu != menu:
                menu = row.menu
                lines += ["", menu] if lines else [menu]
            lines.append(f"    {row.title:<{widest}}  {row.keys}")
        return "\n".join(lines) + "\n"

    def _show(self, typed: str) -> None:
        query = folded(typed.strip())
        self._tree.clear()
        menus: dict[str, QTreeWidgetItem] = {}
        for row in self._rows:
            if self._fits(row, query):
                if row.menu not in menus:
                    menus[row.menu] = head = QTreeWidgetItem([row.menu])
                    head.setFont(0, bold_font())
                    head.setFlags(Qt.ItemFlag.ItemIsEnabled)
                    self._tree.addTopLevelItem(head)
                QTreeWidgetItem(menus[row.menu], [row.title, row.keys])
        self._tree.expandAll()
        self._nothing.setVisible(not menus)

    @staticmethod
    def _fits(row: KeyRow, query: str) -> bool:
        return query in folded(row.keys) or bool(rank(query, folded(row.title), folded(row.menu)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())


class _Airy(QStyledItemDelegate):
    """Gives lines room to be read in."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width() + 12, round(size.height() * 1.4))
