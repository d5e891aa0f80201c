"""What the page tells beside the body's own words: photos, people, credits."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from pressdesk.model.assets import Assets
from pressdesk.model.body import Figure
from pressdesk.model.caption import Lamp, lit
from pressdesk.model.people import Person
from pressdesk.model.photo import Photo
from pressdesk.model.release import Release
from pressdesk.model.text import is_cjk


class Facts:
    """The parts of a release that are painted around its text."""

    def __init__(
        self, release: Release | None = None, assets: Assets | None = None, wording: str = ""
    ) -> None:
        """``wording`` is how a credit prints, with ``{credit}`` in it."""
        self.release = release
        self.assets = Assets() if assets is None else assets
        self.wording = wording
        self.language = release.language if release else "en"
        self._lamps: dict[str, tuple[Figure, frozenset[Lamp]]] = {}
        self.photos: Mapping[str, Photo] = {}
        self.people: Mapping[str, Person] = {}
        if release:
            self.photos = {photo.id: photo for photo in release.photos}
            self.people = {person.id: person for person in release.people}

    def credit(self, photo: str) -> str:
        """Write the credit line of a photo, or ""."""
        known = self.photos.get(photo)
        credit = known and (known.credit or known.creator)
        if not credit:
            return ""
        wording = self.wording or QCoreApplication.translate("BodyEditor", "Photo: {credit}")
        return wording.replace("{credit}", credit)

    def attribution(self, speaker: str) -> str:
        """Write who said a quotation, or ""."""
        person = self.people.get(speaker)
        return attribution(person) if person else ""

    def lamps(self, figure: Figure) -> frozenset[Lamp]:
        """Tell which lamps of a figure are lit."""
        photo = self.photos.get(figure.photo)
        if self.release is None or photo is None:
            return frozenset()
        known = self._lamps.get(figure.id)
        if known is None or known[0] is not figure:
            known = self._lamps[figure.id] = figure, lit(figure, photo, self.release)
        return known[1]


def attribution(person: Person) -> str:
    """Write who said it, as a Word file has it (that exporter loads lxml: it is not asked)."""
    dash, joint = ("——", "，") if is_cjk(person.name[-1:] or " ") else ("— ", ", ")
    parts = (person.name, person.title, person.organization)
    return dash + joint.join(part for part in parts if part)
