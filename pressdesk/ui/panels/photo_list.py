"""The photos of a release as a list, in the order in which they are first used."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt

from pressdesk.model.body import plain
from pressdesk.model.release import Release
from pressdesk.model.uses import PhotoUse, photo_uses
from pressdesk.ui.panels.people_list import ROW, Index
from pressdesk.ui.pictures import Pictures

PHOTO_MIME = "application/x-pressdesk-photo"


class PhotosModel(QAbstractListModel):
    """Rows of photos with their uses."""

    def __init__(self, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._uses: tuple[PhotoUse, ...] = ()
        pictures.ready.connect(self._show_ready)

    def show_release(self, release: Release) -> bool:
        """Show the photos of a release; True where rows came, went or moved."""
        uses = photo_uses(release)
        old, self._uses = self._uses, uses
        if [use.photo.id for use in old] != [use.photo.id for use in uses]:
            self._uses = old
            self.beginResetModel()
            self._uses = uses
            self.endResetModel()
            return True
        for row, (was, now) in enumerate(zip(old, uses, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(row), self.index(row))
        return False

    def use(self, index: Index) -> PhotoUse | None:
        """Give the photo of a row with its uses."""
        return self._uses[index.row()] if index.isValid() else None

    def row_of(self, photo_id: str) -> int:
        """Find the row of a photo; -1 where there is none."""
        ids = [use.photo.id for use in self._uses]
        return ids.index(photo_id) if photo_id in ids else -1

    def photo_id(self, row: int) -> str:
        """Give the id of the photo in a row, or in the last one; "" where there is none."""
        return self._uses[min(max(row, 0), len(self._uses) - 1)].photo.id if self._uses else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._uses)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        use = self._uses[index.row()]
        if role == ROW:
            return use
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(use)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._pictures.fault(use.photo) or use.photo.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (self.standing(use), self.title(use), self._pictures.fault(use.photo))
            words = ". ".join(part for part in parts if part)
            return self.tr("Photo {}: {}").format(index.row() + 1, words)
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
        return {"placed": "", "attached": self.tr("attached only"), "unused": self.tr("not used")}[
            use.standing
        ]

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
            data.setData(PHOTO_MIME, self._uses[indexes[0].row()].photo.id.encode())
        return data

    def _show_ready(self, media: str) -> None:
        for row, use in enumerate(self._uses):
            if use.photo.media == media:
                self.dataChanged.emit(self.index(row), self.index(row))
