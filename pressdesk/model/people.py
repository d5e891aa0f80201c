"""People of a release, and how their names print."""

from typing import Literal

from msgspec import Struct

from pressdesk.model.ids import Id
from pressdesk.model.text import is_cjk

NameOrder = Literal["given-first", "family-first"]


class Person(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Someone named in the release."""

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
        return ", ".join(part for part in (self.title, self.organization) if part)


class Contact(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whom the press may call about the release."""

    id: Id
    name: str = ""
    role: str = ""
    organization: str = ""
    email: str = ""
    phone: str = ""
