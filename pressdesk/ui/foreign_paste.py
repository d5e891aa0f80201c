"""What comes from other programs: their HTML keeps its meaning, and what is left out is told."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from pressdesk.model.body import Paragraph
from pressdesk.model.ids import new_id
from pressdesk.model.passages import Passage
from pressdesk.model.problem import PressDeskError
from pressdesk.storage.atomic import make_folder, write_file
from pressdesk.ui.editor.body_editor import BodyEditor


class ForeignPaste(QObject):
    """Reads what the clipboard offers, for one body editor."""

    told = Signal(str)
    """A sentence on what was left out."""
    failed = Signal(object)
    """A ``PressDeskError`` that says why nothing was pasted."""
    pictures_arrived = Signal(list, str)
    """Files of pictures that came within the text or bare, and the block to put them after."""

    def __init__(self, body: BodyEditor, folder: Path) -> None:
        """``folder`` takes pictures that came without a file."""
        super().__init__(body)
        self._body = body
        self._folder = folder
        self._numbers = count(1)
        body.read_foreign = self.read
        body.image_pasted.connect(self._take_image)

    def read(self, mime: QMimeData) -> Passage | None:
        """Read HTML; None where the clipboard has none that says anything."""
        if not mime.hasHtml():
            return None
        # Imported here: lxml costs start-up time, and few paste at once.
        from pressdesk.importers.html import read_html
        from pressdesk.importers.html_clipboard import clipboard_fragment

        try:
            read = read_html(clipboard_fragment(mime.html()), new_id)
        except PressDeskError as error:
            self.failed.emit(error)
            return Passage(())
        if not read.blocks and not read.pictures:
            return None
        if read.dropped:
            what = ", ".join(read.dropped)
            self.told.emit(self.tr("Pasted without {what}.").replace("{what}", what))
        pictures = [(picture.name, picture.data) for picture in read.pictures]
        if pictures:
            self._later(lambda: self._keep(pictures))
        is_one = len(read.blocks) == 1 and isinstance(read.blocks[0], Paragraph)
        return Passage(read.blocks, is_inline=read.is_inline or is_one)

    def _later(self, work: Callable[[], None]) -> None:
        QTimer.singleShot(0, self, work)

    def _take_image(self, image: QImage, after: str) -> None:
        path = self._path("pasted.png")
        if path is not None and image.save(str(path)):
            self.pictures_arrived.emit([path], after)

    def _keep(self, pictures: list[tuple[str, bytes]]) -> None:
        """Write pictures to files, and put them behind what was pasted."""
        paths: list[Path] = []
        for name, data in pictures:
            path = self._path(name)
            if path is not None:
                write_file(path, data)
                paths.append(path)
        block = self._body.current_block()
        if paths:
            self.pictures_arrived.emit(paths, block.id if block else "")

    def _path(self, name: str) -> Path | None:
        folder = self._folder / str(next(self._numbers))
        try:
            make_folder(folder)
        except PressDeskError as error:
            self.failed.emit(error)
            return None
        return folder / Path(name).name
