"""Problems found in content, and the one exception raised for broken promises."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning", "hint"]


class Place(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The place a problem is about; only the parts that apply are set."""

    file: str = ""
    part: str = ""
    """Part of a document: ``document``, ``header 1``, ``front matter`` …"""
    paragraph: int = 0
    """Paragraph of the part, counted from 1."""
    line: int = 0
    """Line of a text file, counted from 1."""
    field: str = ""
    """Field of the release, as its JSON names it: ``headline``, ``photos`` …"""
    item: str = ""
    """Id of the block, photo or person."""
    text: str = ""
    """The words at that place."""

    def __str__(self) -> str:
        parts = [
            self.file,
            self.part,
            f"paragraph {self.paragraph}" if self.paragraph else "",
            f"line {self.line}" if self.line else "",
            self.field,
            self.item,
        ]
        where = ", ".join(part for part in parts if part)
        words = f"“{self.text}”" if self.text else ""
        return f"{where} ({words})" if where and words else where or words


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that is wrong: what, where, and what to do about it."""

    code: str
    """``PD-XXX-nnn``."""
    severity: Severity
    message: str
    place: Place = Place()
    fix: str = ""
    """What the person can do, as a sentence."""

    def __str__(self) -> str:
        where = f"{self.place}: " if str(self.place) else ""
        fix = f" {self.fix}" if self.fix else ""
        return f"{where}{self.message}{fix} ({self.code})"


Problems = tuple[Problem, ...]


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


class PressDeskError(Exception):
    """Work that could not be done, told as sentences for the person at the desk.

    Each part is a whole sentence: ``what`` could not be done, with the name of
    the file; ``why``, with the number and the limit; what is ``safe``; what to
    ``do``. ``problems`` lists the single faults where there are several.
    """

    def __init__(
        self,
        code: str,
        what: str,
        why: str,
        *,
        safe: str = "",
        do: str = "",
        problems: Problems = (),
    ) -> None:
        super().__init__(code, what, why)
        self.code = code
        self.what = what
        self.why = why
        self.safe = safe
        self.do = do
        self.problems = problems

    def __str__(self) -> str:
        sentences = " ".join(part for part in (self.what, self.why, self.safe, self.do) if part)
        return f"{sentences} ({self.code})"
