"""Template packs: the house's own Word and web templates, and their rules."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from pressdesk.export.pack_rules import FILE, Rules, Wording, read_rules
from pressdesk.model.body import Heading, ListItem, Paragraph, Quote, Table, block_texts
from pressdesk.model.people import Contact
from pressdesk.model.problem import Place, PressDeskError, Problem, Problems
from pressdesk.model.release import Boilerplate, Release


class Pack(Struct, frozen=True, kw_only=True):
    """A template pack that was read."""

    id: str
    folder: Path
    rules: Rules

    @property
    def docx(self) -> Path:
        return self.folder / "release.docx"

    @property
    def html(self) -> Path:
        return self.folder / "release.html"

    @property
    def places_dateline(self) -> bool:
        """True: the templates print the dateline where they will, and have to."""
        return self.rules.dateline == "field"

    @property
    def css(self) -> Path:
        return self.folder / "style.css"

    def captions(self, language: str) -> tuple[str, ...]:
        """Give the pack's patterns for captions in a language; none where it has not that one."""
        patterns = self.rules.captions
        return patterns.get(language) or patterns.get(language.split("-", maxsplit=1)[0], ())

    def wording(self, language: str) -> Wording:
        """Give the pack's words in a language, or in its first where it has not that one."""
        wordings = self.rules.wording
        for tag in (language, language.split("-", maxsplit=1)[0], self.rules.languages[0]):
            if tag in wordings:
                return wordings[tag]
        return next(iter(wordings.values()))


def load_pack(folder: Path) -> Pack:
    """Read a pack; raises PressDeskError PD-TPL-001 with all faults of its rules."""
    rules, faults = read_rules(folder / FILE)
    if rules is not None:
        return Pack(id=folder.name, folder=folder, rules=rules)
    first = faults[0]
    more = f" It has {len(faults)} faults." if len(faults) > 1 else ""
    raise PressDeskError(
        first.code,
        f"The template pack “{folder.name}” was not read.",
        f"{first.place}: {first.message}{more}",
        safe="Nothing was changed.",
        do=f"Mend it; `pressdesk templates check {folder}` lists all its faults.",
        problems=faults,
    )


def find_packs(folders: Iterable[Path]) -> tuple[Mapping[str, Pack], Problems]:
    """Find the packs in the given folders; the first of one name wins.

    Gives the packs by id, and the faults of the rules that could not be read.
    """
    packs: dict[str, Pack] = {}
    problems: list[Problem] = []
    for folder in folders:
        for rules in sorted(folder.glob("*/template.toml")):
            if rules.parent.name in packs:
                continue
            try:
                packs[rules.parent.name] = load_pack(rules.parent)
            except PressDeskError as error:
                problems += (
                    replace(each, place=replace(each.place, file=str(rules)))
                    for each in error.problems
                )
    return packs, tuple(problems)


def missing_fields(release: Release, pack: Pack) -> Problems:
    """List the fields that the pack needs and the release lacks, and those too long."""
    problems: list[Problem] = []
    for name in pack.rules.required:
        if not _says_something(getattr(release, name)):
            problems.append(
                Problem(
                    code="PD-EXP-001",
                    severity="error",
                    message=f"The field “{name}” is empty; the template “{pack.id}” needs it.",
                    place=Place(field=name),
                )
            )
    for name, most in pack.rules.lengths.items():
        length = len(getattr(release, name))
        if length > most:
            problems.append(
                Problem(
                    code="PD-EXP-002",
                    severity="warning",
                    message=f"The field “{name}” has {length} characters; the limit is {most}.",
                    place=Place(field=name),
                )
            )
    return tuple(problems)


def new_release(pack: Pack, language: str, id: UUID) -> Release:
    """Make an empty release with the defaults of a pack."""
    return replace(Release(id=id, template=pack.id, language=language), **pack.rules.defaults)


def _says_something(value: object) -> bool:
    """Tell whether a field is filled: a boilerplate of a heading alone is not."""
    if isinstance(value, tuple):
        return any(map(_says_something, cast("tuple[object, ...]", value)))
    match value:
        case Boilerplate():
            return bool(value.text.strip())
        case Contact():
            return any((value.name, value.email, value.phone))
        case str():
            return bool(value.strip())
        case Paragraph() | Heading() | ListItem() | Quote() | Table():
            return any(text.strip() for text in block_texts(value))
        case _:
            return value is not None
