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


def told_part(field: str) -> str:
    """Name a single field by its path, as the panels do: ``photos.credit``, ``people.title``."""
    return _part_words().get(field) or _words().get(field) or field


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


def _part_words() -> dict[str, str]:
    translate = QCoreApplication.translate
    name = translate("FieldWords", "Name")
    title = translate("FieldWords", "Title")
    organization = translate("FieldWords", "Organization")
    return {
        "date": translate("FieldWords", "Date"),
        "embargo": translate("FieldWords", "Embargo"),
        "language": translate("FieldWords", "Language"),
        "template": translate("FieldWords", "Template"),
        "slug": translate("FieldWords", "Slug"),
        "state": translate("FieldWords", "State"),
        "keywords": translate("FieldWords", "Keywords"),
        "speakers": translate("FieldWords", "Speakers"),
        "event.name": translate("FieldWords", "Event"),
        "event.place": translate("FieldWords", "Place of the event"),
        "event.url": translate("FieldWords", "Web address of the event"),
        "event.start": translate("FieldWords", "First day"),
        "event.end": translate("FieldWords", "Last day"),
        "boilerplates.heading": translate("FieldWords", "Heading"),
        "boilerplates.text": translate("FieldWords", "Text"),
        "boilerplates.version": translate("FieldWords", "Version"),
        "contacts.name": name,
        "contacts.role": translate("FieldWords", "Role"),
        "contacts.organization": organization,
        "contacts.email": translate("FieldWords", "E-mail"),
        "contacts.phone": translate("FieldWords", "Phone"),
        "people.given": translate("FieldWords", "Given name"),
        "people.family": translate("FieldWords", "Family name"),
        "people.order": translate("FieldWords", "The name prints as"),
        "people.native": translate("FieldWords", "Name in its own script"),
        "people.title": title,
        "people.organization": organization,
        "people.role": translate("FieldWords", "Part in the event"),
        "photos.name": translate("FieldWords", "File name"),
        "photos.media": translate("FieldWords", "Picture"),
        "photos.headline": translate("FieldWords", "Title of the photo"),
        "photos.description": translate("FieldWords", "Description"),
        "photos.creator": translate("FieldWords", "Creator"),
        "photos.source": translate("FieldWords", "Source"),
        "photos.usage": translate("FieldWords", "Usage terms"),
        "photos.license_url": translate("FieldWords", "Terms on the web"),
        "photos.extended_description": translate("FieldWords", "Long description"),
        "photos.title": translate("FieldWords", "Title or reference"),
        "photos.job_title": translate("FieldWords", "Creator’s job title"),
        "photos.caption_writer": translate("FieldWords", "Caption writer"),
        "photos.sublocation": translate("FieldWords", "Building, street or quarter"),
        "photos.city": translate("FieldWords", "City"),
        "photos.state": translate("FieldWords", "State or province"),
        "photos.country": translate("FieldWords", "Country"),
        "photos.country_code": translate("FieldWords", "Country code"),
        "photos.source_type": translate("FieldWords", "How it was made"),
        "photos.keywords": translate("FieldWords", "Keywords"),
        "photos.decorative": translate("FieldWords", "Decorative"),
        "photos.taken": translate("FieldWords", "Taken on"),
        "photos.people": translate("FieldWords", "People in the picture"),
        "photos.marks": translate("FieldWords", "Marked in the picture"),
        "photos.crop": translate("FieldWords", "What is shown of it"),
        "photos.rating": translate("FieldWords", "Rating"),
        "photos.consent": translate("FieldWords", "Consent of the people shown"),
        "photos.consent_until": translate("FieldWords", "Consent until"),
        "photos.use_until": translate("FieldWords", "Use until"),
    }
