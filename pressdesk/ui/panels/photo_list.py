"""The photos of a release as a list, in the order in which they are first used."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt

from pressdesk.model.body import plain
from pressdesk.model.caption import LAMPS, Lamp, lit
from pressdesk.model.release import Release
from pressdesk.model.uses import PhotoUse, photo_uses
from pressdesk.ui.controls.lamps import word_of
from pressdesk.ui.document import Document
from pressdesk.ui.editor.clipboard import PHOTO_MIME
from pressdesk.ui.panels.rows import ROW, Index
from pressdesk.ui.pictures import Pictures


class PhotoRow(NamedTuple):
    """One photo."""

    use: PhotoUse
    missing: tuple[Lamp, ...] = ()
    """What its first use does not tell."""


class PhotosModel(QAbstractListModel):
    """Rows of photos with their uses."""

    def __init__(
        self, document: Document, pictures: Pictures, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._pictures = pictures
        self._rows: tuple[PhotoRow, ...] = ()
        pictures.ready.connect(self._show_ready)

    def show_release(self, release: Release) -> bool:
        """Show the photos of a release; True where rows came, went or moved."""
        rows = tuple(PhotoRow(use, _missing(use, release)) for use in photo_uses(release))
        if [row.use.photo.id for row in self._rows] != [row.use.photo.id for row in rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return True
        before, self._rows = self._rows, rows
        for place, (was, now) in enumerate(zip(before, rows, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(place), self.index(place))
        return False

    def use(self, index: Index) -> PhotoUse | None:
        """Give the photo of a row with its uses."""
        return self._rows[index.row()].use if index.isValid() else None

    def row_of(self, photo_id: str) -> int:
        """Find the row of a photo; -1 where there is none."""
        ids = [row.use.photo.id for row in self._rows]
        return ids.index(photo_id) if photo_id in ids else -1

    def near(self, place: int) -> str:
        """Give the id of the photo in a row, or in the nearest; "" where there is none."""
        if not self._rows:
            return ""
        return self._rows[min(max(place, 0), len(self._rows) - 1)].use.photo.id

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(row.use)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._fault(row) or row.use.photo.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), row)
        return None

    def title(self, use: PhotoUse) -> str:
        """Give the caption of the first use, or what else tells the photo from others."""
        captions = (plain(figure.caption).strip() for figure in use.figures)
        first = next((caption for caption in captions if caption), "")
        return first or use.photo.description or use.photo.name or self.tr("Photo without a name")

    def standing(self, use: PhotoUse) -> str:
        """Tell in a word or two how a photo is used, where that is not the usual way."""
        if use.is_lead:
            return self.tr("lead")
        return {
            "placed": "",
            "attached": self.tr("attached only"),
            "unused": self.tr("not used"),
        }[use.standing]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [PHOTO_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        if indexes:
            data.setData(PHOTO_MIME, self._rows[indexes[0].row()].use.photo.id.encode())
        return data

    def _fault(self, row: PhotoRow) -> str:
        return self._pictures.fault(row.use.photo, self._document.assets)

    def _spoken(self, place: int, row: PhotoRow) -> str:
        missing = ", ".join(word_of(part) for part in row.missing)
        parts = (
            self.standing(row.use),
            self.title(row.use),
            self._fault(row),
            self.tr("lacks {}").format(missing) if missing else "",
        )
        words = ". ".join(part.rstrip(".") for part in parts if part)
        return self.tr("Photo {}: {}").format(place + 1, words)

    def _show_ready(self, media: str) -> None:
        for place, row in enumerate(self._rows):
            if row.use.photo.media == media:
                self.dataChanged.emit(self.index(place), self.index(place))


def _missing(use: PhotoUse, release: Release) -> tuple[Lamp, ...]:
    if not use.figures:
        return ()
    said = lit(use.figures[0], use.photo, release)
    return tuple(lamp for lamp in LAMPS if lamp not in said)
