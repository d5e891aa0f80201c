"""Names that still stand in the text after the person was given another."""

from PySide6.QtCore import QObject, QTimer, Signal

from pressdesk.model.people import Person
from pressdesk.model.release import Release
from pressdesk.model.search import Query, find
from pressdesk.ui.document import Document

_PAUSE_MS = 1_500
_LEAST_LETTERS = 2


class OldNames(QObject):
    """Watches the names of people, and finds an old one where it still stands."""

    found = Signal(str, str, int)
    """The old name, the new one, and how often the old one stands in the text."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._people = document.release.people
        self._known = _names(document.release)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.look)
        document.release_changed.connect(self._notice)

    def look(self) -> None:
        """Look for old names in the release as it is now."""
        self._pause.stop()
        release = self._document.release
        names = _names(release)
        for person, name in names.items():
            old = self._known.get(person, "")
            if old == name or not name or old in names.values():
                continue
            count = times_written(release, old)
            if count:
                self.found.emit(old, name, count)
                names[person] = old  # until it stands nowhere
        self._known = names

    def _notice(self) -> None:
        people = self._document.release.people
        if people is not self._people:
            self._people = people
            self._pause.start()


def times_written(release: Release, name: str) -> int:
    """Count a name in all that is not the list of people."""
    if len(name) < _LEAST_LETTERS:
        return 0
    hits = find(release, Query(name, match_case=True, whole_words=True))
    return sum(not hit.where.field.startswith(("people", "speakers")) for hit in hits)


def _names(release: Release) -> dict[str, str]:
    return {person.id: _name(person) for person in release.people}


def _name(person: Person) -> str:
    return person.family.strip()
