"""Who is in the picture, from left to right."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from pressdesk.model.people import Person
from pressdesk.model.uses import moved
from pressdesk.ui.controls.painting import TARGET_PX
from pressdesk.ui.panels.rows import steps_of

_ID = Qt.ItemDataRole.UserRole
_MOST_ROWS = 8


class PhotoPeople(QListWidget):
    """A list to tick: those in the picture first, in their order, which Alt and arrows change."""

    edited = Signal(tuple)
    """Ids of the people in the picture."""

    def __init__(self, name: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._shown: tuple[tuple[Person, ...], tuple[str, ...]] = (), ()
        self.itemChanged.connect(self._take)

    def show_people(self, people: tuple[Person, ...], ticked: tuple[str, ...]) -> None:
        """Show all people of the release, and tick those in the picture."""
        if (people, ticked) == self._shown:
            return
        self._shown = people, ticked
        current = self.currentItem()
        current_id = current.data(_ID) if current else ""
        by_id = {person.id: person for person in people}
        order = (
            *(one for one in ticked if one in by_id),
            *(one for one in by_id if one not in ticked),
        )
        self.blockSignals(True)
        self.clear()
        for person_id in order:
            item = QListWidgetItem(by_id[person_id].name or self.tr("No name yet"))
            item.setData(_ID, person_id)
            item.setSizeHint(QSize(60, self._row_px()))
            item.setCheckState(
                Qt.CheckState.Checked if person_id in ticked else Qt.CheckState.Unchecked
            )
            self.addItem(item)
            if person_id == current_id:
                self.setCurrentItem(item)
        self.blockSignals(False)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for row in range(self.count()):
                self.item(row).setSizeHint(QSize(60, self._row_px()))
            self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and steps_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ticked = self._shown[1]
        item = self.currentItem()
        if item and item.data(_ID) in ticked and steps_of(event):
            place = ticked.index(item.data(_ID))
            self.edited.emit(moved(ticked, place, place + steps_of(event)))
        else:
            super().keyPressEvent(event)

    def _row_px(self) -> int:
        return max(self.fontMetrics().height() + 8, TARGET_PX)

    def _fit(self) -> None:
        rows = min(max(self.count(), 1), _MOST_ROWS)
        self.setFixedHeight(rows * self._row_px() + 2 * self.frameWidth() + 4)

    def _take(self, item: QListWidgetItem) -> None:
        person_id = item.data(_ID)
        others = tuple(other for other in self._shown[1] if other != person_id)
        is_in = item.checkState() == Qt.CheckState.Checked
        self.edited.emit((*others, person_id) if is_in else others)
