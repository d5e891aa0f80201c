"""The people of a release as a list: speakers in order, then those also named."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from pressdesk.model.people import Person
from pressdesk.model.release import Release
from pressdesk.ui.panels.rows import ROW, Index

PERSON_MIME = "application/x-pressdesk-person"


class PersonRow(NamedTuple):
    """One row: a person, a heading, or a sentence where a part of the list is empty."""

    person: Person | None
    words: str = ""
    """Of a heading or a sentence."""
    number: int = 0
    """A speaker's place in the order, from 1."""
    is_heading: bool = False


class PeopleModel(QAbstractListModel):
    """Rows of people; a person dropped elsewhere is an order that is asked for."""

    arranged = Signal(list, list, str)
    """Ids of the speakers and of the others as the person wants them, and who was moved."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PersonRow] = []

    def show_release(self, release: Release) -> bool:
        """Show the people of a release; True where rows came, went or moved."""
        rows = self._made(release)
        same = [_key(row) for row in rows] == [_key(row) for row in self._rows]
        if not same:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return True
        for place, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
            if old.person is not new.person:
                self._rows[place] = new
                self.dataChanged.emit(self.index(place), self.index(place))
        return False

    def row_of(self, person_id: str) -> int:
        """Find the row of a person; -1 where there is none."""
        for place, row in enumerate(self._rows):
            if row.person and row.person.id == person_id:
                return place
        return -1

    def near(self, place: int) -> str:
        """Give the id of the person in a row, or in the nearest below or above it."""
        people = [row for row, one in enumerate(self._rows) if one.person]
        nearest = min(people, key=lambda row: (abs(row - place), -row), default=-1)
        return self.person_id(self.index(nearest))

    def person_id(self, index: Index) -> str:
        """Give the id of the person in a row, or ""."""
        person = self._rows[index.row()].person if index.isValid() else None
        return person.id if person else ""

    def move(self, person_id: str, steps: int) -> None:
        """Ask for a place further up or down; at the end of a part it goes over to the other."""
        speakers, others = self._order()
        place = (*speakers, *others).index(person_id)
        if place < len(speakers):
            to = place + steps
            speakers.remove(person_id)
            if to > len(speakers):
                others.insert(0, person_id)
            else:
                speakers.insert(max(to, 0), person_id)
        else:
            to = place - len(speakers) + steps
            others.remove(person_id)
            if to < 0:
                speakers.append(person_id)
            else:
                others.insert(to, person_id)
        self.arranged.emit(speakers, others, person_id)

    def change_part(self, person_id: str) -> None:
        """Ask for a speaker to be only named, at the head of those, or the other way round."""
        speakers, others = self._order()
        if person_id in speakers:
            speakers.remove(person_id)
            others.insert(0, person_id)
        else:
            others.remove(person_id)
            speakers.append(person_id)
        self.arranged.emit(speakers, others, person_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        person = row.person
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if not person:
                return row.words
            parts = (person.name or self.tr("No name yet"), person.native, person.position)
            words = ", ".join(part for part in parts if part)
            is_spoken = role == Qt.ItemDataRole.AccessibleTextRole and row.number
            return self.tr("Speaker {}: {}").format(row.number, words) if is_spoken else words
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        if not self._rows[index.row()].person:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [PERSON_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        if indexes:
            data.setData(PERSON_MIME, self.person_id(indexes[0]).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        person_id = bytes(data.data(PERSON_MIME).data()).decode()
        if self.row_of(person_id) < 0:
            return False
        if parent.isValid():  # on a heading or a sentence: behind it
            row = parent.row() + 1
        if row < 0:
            row = len(self._rows)
        speakers: list[str] = []
        others: list[str] = []
        part, headings = speakers, 0
        for place in range(len(self._rows) + 1):
            if place == row:
                part.append(person_id)
            if place == len(self._rows):
                break
            current = self._rows[place]
            headings += current.is_heading
            if headings > 1:
                part = others
            if current.person and current.person.id != person_id:
                part.append(current.person.id)
        self.arranged.emit(speakers, others, person_id)
        return True

    def _order(self) -> tuple[list[str], list[str]]:
        people = [row for row in self._rows if row.person]
        speakers = [row.person.id for row in people if row.person and row.number]
        others = [row.person.id for row in people if row.person and not row.number]
        return speakers, others

    def _made(self, release: Release) -> list[PersonRow]:
        if not release.people:
            return []
        rows = [PersonRow(None, self.tr("Speakers"), is_heading=True)]
        rows += [
            PersonRow(person, number=place) for place, person in enumerate(release.speaking, 1)
        ]
        if not release.speakers:
            rows.append(PersonRow(None, self.tr("Nobody speaks yet.")))
        rows.append(PersonRow(None, self.tr("Also named"), is_heading=True))
        rows += [PersonRow(person) for person in release.others]
        if len(release.speakers) == len(release.people):
            rows.append(PersonRow(None, self.tr("Nobody else is named.")))
        return rows


def _key(row: PersonRow) -> tuple[str, int]:
    return (row.person.id if row.person else row.words, row.number)
