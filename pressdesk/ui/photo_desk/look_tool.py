"""The picture as readers get it: cropped and straight."""

from PySide6.QtCore import QRectF

from pressdesk.model.identification import names
from pressdesk.model.photo import Photo
from pressdesk.model.rows import photo_frame
from pressdesk.ui.photo_desk.stage import Stage, part
from pressdesk.ui.photo_desk.tool import Tool


class LookTool(Tool):
    """Shows what is left of the picture by its crop, and nothing over it."""

    def stage(self, photo: Photo, room: QRectF) -> Stage:
        return part(photo.size, photo_frame(photo), room)

    def outline(self, photo: Photo, stage: Stage) -> QRectF:
        return stage.frame(photo_frame(photo))

    def describe(self) -> str:
        if self.photo is None:
            return ""
        seen = ", ".join(names(self.photo, self.document.release))
        told = self.photo.alt or self.photo.description
        shown = self.tr("In the picture: {}.").format(seen) if seen else ""
        return " ".join(part for part in (told, shown) if part)
