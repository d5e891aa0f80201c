"""The versions of a release that are kept: who, when, how much, and the way back."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from pressdesk.storage.versions import Version
from pressdesk.ui.controls.buttons import PlainButton, PrimaryButton
from pressdesk.ui.dates import told_moment
from pressdesk.ui.dialogs.sheet import Sentence, Sheet

_NUMBER = Qt.ItemDataRole.UserRole
NOW = 0
"""Number that stands for the release as it is on the page."""


class VersionsDialog(Sheet):
    """A list with the newest first; one or two of it are chosen."""

    compare_wanted = Signal(int, int)
    """Numbers of the older and the newer version; ``NOW`` is the page."""
    restore_wanted = Signal(int)
    copy_wanted = Signal(int)
    keep_wanted = Signal()

    def __init__(self, versions: Sequence[Version], parent: QWidget | None = None) -> None:
        super().__init__("versionsDialog", self.tr("Versions"), parent, letters=92)
        self._hint = Sentence(
            self.tr(
                "Every save is kept on this computer, never in the file you send. Choose one to"
                " compare it with the page, or two to compare them with each other."
            ),
            is_quiet=True,
        )
        self.add(self._hint)
        self.list = self._make_list()
        self.list.itemSelectionChanged.connect(self._grey)
        self.column.addWidget(self.list, 1)
        self._keep = PlainButton(self.tr("&Keep This Version…"))
        self._keep.clicked.connect(self.keep_wanted)
        self._copy = PlainButton(self.tr("&Open as Copy"))
        self._copy.clicked.connect(lambda: self.copy_wanted.emit(self._chosen()[-1]))
        self._compare = PlainButton(self.tr("&Compare…"))
        self._compare.clicked.connect(self._ask_to_compare)
        self.list.itemActivated.connect(self._compare.click)
        self._restore = PrimaryButton(self.tr("&Restore"))
        self._restore.clicked.connect(lambda: self.restore_wanted.emit(self._chosen()[-1]))
        close = PlainButton(self.tr("C&lose"))
        close.clicked.connect(self.reject)
        self.add_button(self._keep)
        self.buttons.addStretch(1)
        for button in (self._copy, self._compare, self._restore, close):
            self.add_button(button)
        self.show_versions(versions)

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show the list anew, with the newest chosen."""
        self.list.clear()
        for version in versions:
            self.list.addTopLevelItem(self._item(version))
        if first := self.list.topLevelItem(0):
            self.list.setCurrentItem(first)
        else:
            self._hint.say(self.tr("No version is kept yet: the first save makes one."))
        self.list.setVisible(bool(versions))
        self._grey()

    def _item(self, version: Version) -> QTreeWidgetItem:
        changes = (("+", version.words_added), ("\u2212", version.words_removed))
        changed = " ".join(f"{sign}{count}" for sign, count in changes if count)
        words = f"{version.words}  ({changed})" if changed else str(version.words)
        columns = (
            str(version.number),
            told_moment(version.at.astimezone()),
            version.user or self.tr("elsewhere"),
            words,
            version.name,
        )
        item = QTreeWidgetItem(columns)
        item.setData(0, _NUMBER, version.number)
        item.setTextAlignment(0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        told = self.tr("Version {number}, {when}, {user}, {words} words")
        for key, text in zip(("{number}", "{when}", "{user}", "{words}"), columns, strict=False):
            told = told.replace(key, text)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{told} {version.name}".strip())
        item.setSizeHint(0, QSize(0, round(self.fontMetrics().height() * 1.8)))
        font = item.font(4)
        font.setBold(True)
        item.setFont(4, font)
        return item

    def _chosen(self) -> list[int]:
        """Give the numbers chosen, the older first."""
        return sorted(item.data(0, _NUMBER) for item in self.list.selectedItems())

    def _ask_to_compare(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            self.compare_wanted.emit(chosen[0], NOW)
        elif len(chosen) == 2:
            self.compare_wanted.emit(*chosen)

    def _grey(self) -> None:
        count = len(self._chosen())
        self._restore.setEnabled(count == 1)
        self._copy.setEnabled(count == 1)
        self._compare.setEnabled(count in (1, 2))

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setObjectName("versionList")
        made.setAccessibleName(self.tr("Versions"))
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setAllColumnsShowFocus(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.setHeaderLabels(
            [self.tr("No."), self.tr("Saved"), self.tr("By"), self.tr("Words"), self.tr("Name")]
        )
        header = made.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        made.setMinimumHeight(made.fontMetrics().height() * 14)
        return made
