"""What a screen reader is told of what is painted around the text."""

from PySide6.QtCore import QCoreApplication

from pressdesk.model.body import Block, Figure, Table
from pressdesk.model.caption import LAMPS
from pressdesk.ui.controls.lamps import sentence_of
from pressdesk.ui.editor.facts import Facts


def description(block: Block, facts: Facts) -> str:
    """Describe the picture above a caption, its credit and what the caption lacks; or a table."""
    translate = QCoreApplication.translate
    match block:
        case Figure():
            photo = facts.photos.get(block.photo)
            lit = facts.lamps(block)
            parts = [
                translate("BodyEditor", "Photo"),
                photo.alt if photo else "",
                facts.credit(block.photo),
                *(sentence_of(lamp, False) for lamp in LAMPS if lamp not in lit),
            ]
            return ". ".join(part.rstrip(".") for part in parts if part) + "."
        case Table():
            return translate("BodyEditor", "Table. Press Enter to edit it.")
        case _:
            return ""
