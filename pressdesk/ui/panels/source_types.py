"""How a picture was made, in words."""

from typing import get_args

from PySide6.QtCore import QCoreApplication

from pressdesk.model.photo import SourceType

SOURCE_TYPES: tuple[SourceType, ...] = get_args(SourceType)


def source_type_words(source_type: str) -> str:
    """Name one of IPTC's terms (NewsCodes, digitalsourcetype) as people would."""
    translate = QCoreApplication.translate
    return {
        "": translate("SourceTypes", "Not noted"),
        "digitalCapture": translate("SourceTypes", "Taken with a camera"),
        "humanEdits": translate("SourceTypes", "Taken with a camera, edited by people"),
        "algorithmicallyEnhanced": translate("SourceTypes", "Enhanced by a program"),
        "compositeCapture": translate("SourceTypes", "Put together from several photos"),
        "digitalCreation": translate("SourceTypes", "Drawn on a computer"),
        "compositeWithTrainedAlgorithmicMedia": translate("SourceTypes", "Altered with AI"),
        "trainedAlgorithmicMedia": translate("SourceTypes", "Made by AI"),
    }.get(source_type, source_type)
