"""What the fields of a release are called on the screen."""

from PySide6.QtCore import QCoreApplication

from pressdesk.model.body import Figure
from pressdesk.model.release import Release
from pressdesk.model.texts import Where


def told_field(where: Where, release: Release) -> str:
    """Say in which field a text stands."""
    if where.field in ("body", "attached") and _is_caption(where, release):
        return QCoreApplication.translate("FieldWords", "Caption")
    words = _words()
    return words.get(where.field) or words.get(where.field.partition(".")[0], where.field)


def _is_caption(where: Where, release: Release) -> bool:
    try:
        return isinstance(release.block(where.item), Figure)
    except KeyError:
        return False


def _words() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "category": translate("FieldWords", "Category"),
        "headline": translate("FieldWords", "Headline"),
        "deck": translate("FieldWords", "Deck"),
        "place": translate("FieldWords", "Place"),
        "body": translate("FieldWords", "Text"),
        "attached": translate("FieldWords", "Caption"),
        "boilerplates": translate("FieldWords", "Boilerplate"),
        "contacts": translate("FieldWords", "Media contact"),
        "note": translate("FieldWords", "Note to editors"),
        "people": translate("FieldWords", "Person"),
        "photos": translate("FieldWords", "Photo"),
        "photos.alt": translate("FieldWords", "Alternative text"),
        "photos.credit": translate("FieldWords", "Credit"),
        "photos.copyright": translate("FieldWords", "Copyright"),
        "event": translate("FieldWords", "Event"),
        "issuer": translate("FieldWords", "Issuer"),
        "keywords": translate("FieldWords", "Keyword"),
        "rights": translate("FieldWords", "Rights"),
    }
