"""Template packs: the house's own Word and web templates, and their rules."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal
from uuid import UUID

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from pressdesk.model.problem import Place, PressDeskError, Problem, Problems
from pressdesk.model.release import Release

DateStyle = Literal["ap", "british", "chinese", "iso"]


class Wording(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words a pack prints of its own, in one language."""

    date_style: DateStyle
    end_mark: str
    immediate: str
    embargoed: str
    """Holds ``{when}``."""
    draft: str
    not_for_publication: str
    news: str
    """What the letterhead says where the release names no issuer."""
    photo: str
    """Holds ``{credit}``."""
    speakers: str
    name: str
    title: str
    organization: str
    people: str
    contact: str
    note: str
    more_photos: str


class Rules(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What ``template.toml`` holds."""

    name: dict[str, str]
    summary: dict[str, str]
    languages: tuple[str, ...]
    required: tuple[str, ...] = ()
    """Fields a final may not lack."""
    lengths: dict[str, int] = {}
    """Most characters of a field."""
    defaults: dict[str, str] = {}
    """Plain fields of a new release."""
    dateline: Literal["lead", "field"] = "lead"
    """``lead``: it runs into the first paragraph; ``field``: the template places it."""
    wording: dict[str, Wording]


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
    def css(self) -> Path:
        return self.folder / "style.css"

    def wording(self, language: str) -> Wording:
        """Give the pack's words in a language, or in its first where it has not that one."""
        wordings = self.rules.wording
        for tag in (language, language.split("-", maxsplit=1)[0], self.rules.languages[0]):
            if tag in wordings:
                return wordings[tag]
        return next(iter(wordings.values()))


_MARKS = (("embargoed", "{when}"), ("photo", "{credit}"))
"""Words that have to hold a mark: without it the hour of an embargo, or a credit, is not told."""
_PLAIN_FIELDS = tuple(
    field.name
    for field in msgspec.structs.fields(Release)
    if field.type is str and field.name != "template"
)


def load_pack(folder: Path) -> Pack:
    """Read a pack; raises PressDeskError PD-TPL-001 where its rules do not hold."""
    rules = folder / "template.toml"
    what = f"The template pack “{folder.name}” was not read."
    do = "Compare it with the pack “news”, or run `pressdesk templates check` on it."
    try:
        read = msgspec.toml.decode(rules.read_bytes(), type=Rules)
    except OSError as error:
        why = f"{rules.name} can't be read: {error.strerror}."
        raise PressDeskError("PD-TPL-001", what, why, do=do) from error
    except msgspec.DecodeError as error:
        raise PressDeskError("PD-TPL-001", what, f"{rules.name}: {error}.", do=do) from error
    unknown = [
        name for name in (*read.required, *read.lengths) if name not in Release.__struct_fields__
    ]
    unknown += [name for name in read.defaults if name not in _PLAIN_FIELDS]
    if unknown:
        why = f"{rules.name} names “{unknown[0]}”, which is not a field of a release."
        raise PressDeskError("PD-TPL-001", what, why, do=do)
    if not read.languages or any(language not in read.wording for language in read.languages):
        why = f"{rules.name} must have a table [wording.…] for each of its languages."
        raise PressDeskError("PD-TPL-001", what, why, do=do)
    for language, words in read.wording.items():
        for name, mark in _MARKS:
            if mark not in getattr(words, name):
                why = f"{rules.name} must have {mark} in “{name}” of [wording.{language}]."
                raise PressDeskError("PD-TPL-001", what, why, do=do)
    return Pack(id=folder.name, folder=folder, rules=read)


def find_packs(folders: Iterable[Path]) -> tuple[Mapping[str, Pack], Problems]:
    """Find the packs in the given folders; the first of one name wins.

    Gives the packs by id, and a problem for each folder that could not be read.
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
                place = Place(file=str(rules))
                problems.append(
                    Problem(code=error.code, severity="error", message=error.why, place=place)
                )
    return packs, tuple(problems)


def missing_fields(release: Release, pack: Pack) -> Problems:
    """List the fields that the pack needs and the release lacks, and those too long."""
    problems: list[Problem] = []
    for name in pack.rules.required:
        if not getattr(release, name):
            problems.append(
                Problem(
                    code="PD-EXP-001",
                    severity="error",
                    message=f"The field “{name}” is empty; the template “{pack.id}” needs it.",
                    place=Place(field=name),
                )
            )
    for name, most in pack.rules.lengths.items():
        length = len(str(getattr(release, name)))
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
