"""The photos of a release as a list for the contact sheet, and the files that are being read."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt
from PySide6.QtGui import QImage

from pressdesk.model.photo import Photo
from pressdesk.model.release import Release
from pressdesk.photos.contact_sheet import (
    FILTERS,
    Filter,
    Flag,
    Order,
    SheetPhoto,
    all_flags,
    arranged,
    is_in,
    sheet_photos,
)
from pressdesk.ui.document import Document
from pressdesk.ui.editor.clipboard import PHOTO_MIME
from pressdesk.ui.panels.rows import ROW, Index
from pressdesk.ui.photo_desk.qualities import Qualities
from pressdesk.ui.photo_desk.words import sentences, spoken
from pressdesk.ui.pictures import Pictures


class PhotoCell(NamedTuple):
    """A photo of the release as it is seen."""

    on_sheet: SheetPhoto
    flags: tuple[Flag, ...]
    like: str
    """Name of a photo that looks the same."""

    @property
    def photo(self) -> Photo:
        return self.on_sheet.photo


class ArrivingCell(NamedTuple):
    """A file that is being read."""

    name: str
    image: QImage | None = None
    told: str = ""
    """What became of it where that is no photo."""


Cell = PhotoCell | ArrivingCell


class SheetModel(QAbstractListModel):
    """Cells of photos in an order, those that pass a filter; behind them what arrives."""

    def __init__(
        self,
        document: Document,
        pictures: Pictures,
        qualities: Qualities,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._pictures = pictures
        self._qualities = qualities
        self._all: tuple[SheetPhoto, ...] = ()
        self._cells: list[Cell] = []
        self._arriving: list[ArrivingCell] = []
        self._parts: tuple[object, ...] = ()
        self.filter: Filter = "all"
        self.order: Order = "release"
        pictures.ready.connect(self._show_ready)
        qualities.ready.connect(self._show_quality)

    # What is shown

    def show_release(self, release: Release, today: dt.date) -> bool:
        """Show the photos of a release; True where cells came, went or moved."""
        parts = (
            *(release.photos, release.attached, release.people, release.figures),
            *(release.place, release.date, today),
        )
        if parts == self._parts:
            return False
        self._parts = parts
        self._all = sheet_photos(release, today)
        return self._arrange()

    def set_filter(self, wanted: Filter) -> bool:
        """Show only the photos that pass a filter."""
        self.filter = wanted
        return self._arrange()

    def set_order(self, order: Order) -> bool:
        """Show the photos in another order."""
        self.order = order
        return self._arrange()

    def counts(self) -> dict[Filter, int]:
        """Count the photos that pass each filter."""
        return {name: sum(is_in(one, name) for one in self._all) for name in FILTERS}

    @property
    def photos(self) -> list[Photo]:
        """All photos of the release, as they are first used."""
        return [one.photo for one in self._all]

    # What arrives

    def set_arriving(self, files: Sequence[Path]) -> None:
        """Show files that are being read, or none any more."""
        arriving = [ArrivingCell(file.name) for file in files]
        first = len(self._cells)
        if self._arriving:
            self.beginRemoveRows(QModelIndex(), first, first + len(self._arriving) - 1)
            self._arriving = []
            self.endRemoveRows()
        if arriving:
            self.beginInsertRows(QModelIndex(), first, first + len(arriving) - 1)
            self._arriving = arriving
            self.endInsertRows()

    def show_arriving(self, place: int, image: QImage | None = None, told: str = "") -> None:
        """Show the picture of a file that is being read, or what became of it."""
        if place >= len(self._arriving):
            return
        cell = self._arriving[place]
        self._arriving[place] = cell._replace(image=image or cell.image, told=told)
        index = self.index(len(self._cells) + place)
        self.dataChanged.emit(index, index)

    # For the view

    def cell(self, index: Index) -> Cell | None:
        """Give what is in a place."""
        if not index.isValid():
            return None
        row = index.row()
        return self._cells[row] if row < len(self._cells) else self._at_arrival(row)

    def photo(self, index: Index) -> Photo | None:
        """Give the photo in a place; None where none is."""
        cell = self.cell(index)
        return cell.photo if isinstance(cell, PhotoCell) else None

    def row_of(self, photo_id: str) -> int:
        """Find the place of a photo; -1 where it is not shown."""
        ids = (cell.photo.id for cell in self._cells if isinstance(cell, PhotoCell))
        return next((row for row, each in enumerate(ids) if each == photo_id), -1)

    @property
    def shown(self) -> list[str]:
        """Ids of the photos that are shown, in order."""
        return [cell.photo.id for cell in self._cells if isinstance(cell, PhotoCell)]

    def sentences(self, cell: PhotoCell) -> list[str]:
        """Say what is to be looked at in a photo."""
        quality = self._qualities.quality(cell.photo)
        return sentences(cell.on_sheet, quality, cell.flags, cell.like)

    def spoken(self, cell: Cell) -> str:
        """Say what is seen in a place."""
        if isinstance(cell, ArrivingCell):
            told = cell.told or self.tr("being read")
            return f"{cell.name}, {told}"
        fault = self._pictures.fault(cell.photo, self._document.assets)
        words = spoken(cell.on_sheet, cell.flags, cell.like)
        return f"{words}, {fault}" if fault else words

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._cells) + len(self._arriving)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == ROW:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.name if isinstance(cell, ArrivingCell) else cell.photo.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(cell)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not isinstance(self.cell(index), PhotoCell):
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [PHOTO_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        photos = [photo for photo in map(self.photo, indexes) if photo]
        if len(photos) == 1:  # the page takes one at a time
            data.setData(PHOTO_MIME, photos[0].id.encode())
        return data

    def _hint(self, cell: Cell) -> str:
        if isinstance(cell, ArrivingCell):
            return cell.told or cell.name
        photo = cell.photo
        size = self.tr("{name}, {width} × {height} pixels")
        size = size.replace("{name}", photo.name)
        size = size.replace("{width}", f"{photo.width:,}").replace("{height}", f"{photo.height:,}")
        fault = self._pictures.fault(photo, self._document.assets)
        lines = (size, cell.on_sheet.caption[:300], fault, *self.sentences(cell))
        return "\n".join(line for line in lines if line)

    def _at_arrival(self, row: int) -> ArrivingCell | None:
        place = row - len(self._cells)
        return self._arriving[place] if place < len(self._arriving) else None

    def _arrange(self) -> bool:
        shown = arranged(self._all, self.order, self.filter)
        photos = self.photos
        cells: list[Cell] = [self._cell(one, photos) for one in shown]
        before = [cell.photo.id for cell in self._cells if isinstance(cell, PhotoCell)]
        if before != [one.photo.id for one in shown]:
            self.beginResetModel()
            self._cells = cells
            self.endResetModel()
            return True
        self._renew(cells)
        return False

    def _cell(self, one: SheetPhoto, photos: Iterable[Photo]) -> PhotoCell:
        quality = self._qualities.quality(one.photo)
        like = self._qualities.like(one.photo, photos)
        flags = all_flags(one, quality, is_like=like is not None)
        return PhotoCell(one, flags, like.name if like else "")

    def _renew(self, cells: Sequence[Cell]) -> None:
        before, self._cells = self._cells, list(cells)
        for row, (was, now) in enumerate(zip(before, cells, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _show_quality(self, media: str) -> None:
        photos = self.photos
        self._renew(
            [
                self._cell(cell.on_sheet, photos) if isinstance(cell, PhotoCell) else cell
                for cell in self._cells
            ]
        )

    def _show_ready(self, media: str) -> None:
        for row, cell in enumerate(self._cells):
            if isinstance(cell, PhotoCell) and cell.photo.media == media:
                self.dataChanged.emit(self.index(row), self.index(row))
