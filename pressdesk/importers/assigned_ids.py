"""The ids an import assigns: numbered by kind, unless the source keeps others."""

from collections import Counter
from collections.abc import Mapping

from pressdesk.model.ids import numbered_id

BLOCK, ATTACHED, PERSON, PHOTO, CONTACT, BOILERPLATE = "b", "a", "p", "f", "c", "s"


class AssignedIds:
    """Gives each thing its id: ``b1``, ``b2`` … for blocks, ``p1`` … for people.

    ``kept`` names other ids for some of these, as an export notes them, so that
    a release that comes back has the ids it went with.
    """

    def __init__(self, kept: Mapping[str, str]) -> None:
        self._kept = kept
        self._taken = set(kept.values())
        self._counted: Counter[str] = Counter()
        self._asked: set[str] = set()

    def next(self, kind: str) -> str:
        """Give the id of the next thing of a kind."""
        self._counted[kind] += 1
        number = self._counted[kind]
        assigned = numbered_id(kind, number)
        self._asked.add(assigned)
        if assigned in self._kept:
            return self._kept[assigned]
        while (free := numbered_id(kind, number)) in self._taken:
            number += 1
        self._taken.add(free)
        return free

    def unused(self) -> tuple[str, ...]:
        """List the kept ids nothing was found for: what had them is gone from the source."""
        return tuple(assigned for assigned in self._kept if assigned not in self._asked)
