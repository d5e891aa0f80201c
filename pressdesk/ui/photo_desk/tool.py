"""What the tools of the large picture have in common."""

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QPainter

from pressdesk.model.photo import Photo
from pressdesk.model.release import Release
from pressdesk.ui.colours import Colours
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.photo_desk.stage import Stage

FIELD = "photoDesk.picture"
"""Where the cursor is while the picture is worked on."""


class Tool(QObject):
    """Paints over the picture, and takes the keys and the mouse of its view."""

    changed = Signal()
    """It is to be painted anew."""
    sight_wanted = Signal(float, float)
    """A place of the picture, in parts of its sides, that is to be seen."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.photo: Photo | None = None

    def show_photo(self, photo: Photo | None) -> None:
        """Work on a photo, or on the same one as the release has it now."""
        self.photo = photo
        self.changed.emit()

    def stage(self, photo: Photo, room: QRectF) -> Stage:
        """Choose how the picture stands in the room there is."""
        raise NotImplementedError

    def outline(self, photo: Photo, stage: Stage) -> QRectF | None:
        """Give the part that is shown where the rest is hidden; None: all is shown."""
        return None

    def paint(self, painter: QPainter, stage: Stage, colours: Colours) -> None:
        """Paint over the picture."""

    def describe(self) -> str:
        """Say what a screen reader tells of the picture."""
        return ""

    def press(self, at: QPointF, stage: Stage) -> None:
        """Take the left button going down."""

    def drag(self, at: QPointF, stage: Stage) -> None:
        """Take a move with the left button down."""

    def release(self, at: QPointF, stage: Stage) -> None:
        """Take the left button going up."""

    def cursor(self, at: QPointF, stage: Stage) -> QCursor:
        """Give the shape of the mouse at a place."""
        return QCursor(Qt.CursorShape.ArrowCursor)

    def key(self, event: QKeyEvent) -> bool:
        """Take a key; False where it is none of the tool's."""
        return False

    def leave(self) -> None:
        """Give up what is not finished: another photo or tool comes."""

    def apply(self, release: Release, label: str, merge: str = "") -> None:
        """Make a release the current one, as a step done in the picture."""
        caret = Caret(FIELD, self.photo.id if self.photo else "")
        self.document.apply(release, label, merge=merge, before=caret, after=caret)
