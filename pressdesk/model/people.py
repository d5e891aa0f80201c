"""People of a release, and how their names print."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from pressdesk.model.ids import Id
from pressdesk.model.text import is_cjk

NameOrder = Literal["given-first", "family-first"]


class Person(Struct, frozen=True, kw_only=True):
    """Someone named in the release; defaults are written out, as those of `Release` are."""

    id: Id
    family: str
    given: str = ""
    order: NameOrder = "given-first"
    native: str = ""
    """The whole name in its own script, e.g. 李纪珍."""
    title: str = ""
    organization: str = ""
    role: str = ""
    """Part in the event, where it is not the title: ``moderator``."""

    @property
    def name(self) -> str:
        """The full name in its own order; CJK names are joined without a space."""
        parts = (self.family, self.given)
        if self.order == "given-first":
            parts = (self.given, self.family)
        joint = "" if all(is_cjk(char) for char in self.family + self.given) else " "
        return joint.join(part for part in parts if part)

    @property
    def position(self) -> str:
        """Title and organisation as one phrase: ``vice dean, Tsinghua SEM``."""
        joint = "，" if is_cjk(self.title[-1:] or " ") else ", "
        return joint.join(part for part in (self.title, self.organization) if part)


def people_named(people: Iterable[Person], name: str) -> tuple[Person, ...]:
    """Find whom a name may mean, in whatever case it is written.

    A whole name (in either order, or the native one) goes before a family name
    that stands alone.
    """
    wanted = _folded(name)
    if not wanted:
        return ()
    people = tuple(people)
    whole = tuple(person for person in people if wanted in _whole_names(person))
    return whole or tuple(person for person in people if wanted == _folded(person.family))


def _whole_names(person: Person) -> set[str]:
    given_first = f"{person.given} {person.family}"
    family_first = f"{person.family} {person.given}"
    return {_folded(name) for name in (person.name, person.native, given_first, family_first)}


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


class Contact(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whom the press may call about the release."""

    id: Id
    name: str = ""
    role: str = ""
    organization: str = ""
    email: str = ""
    phone: str = ""
