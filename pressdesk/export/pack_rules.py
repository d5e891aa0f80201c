"""What ``template.toml`` holds, and every fault of one with its table and key."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, cast, get_args

import msgspec
from msgspec import Struct

from pressdesk.model.caption_pattern import PLACEHOLDERS, unknown
from pressdesk.model.problem import Place, Problem, Problems
from pressdesk.model.release import Release

DateStyle = Literal["ap", "british", "chinese", "iso"]
DatelinePlace = Literal["lead", "field"]


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
    """Most characters of a field of text."""
    defaults: dict[str, str] = {}
    """Plain fields of a new release."""
    dateline: DatelinePlace = "lead"
    """``lead``: it runs into the first paragraph; ``field``: the template places it."""
    captions: dict[str, tuple[str, ...]] = {}
    """Patterns for captions, by language; see ``model.caption_pattern``."""
    wording: dict[str, Wording]


FILE = "template.toml"
_CODE = "PD-TPL-001"
_MARKS = {"embargoed": "{when}", "photo": "{credit}"}
"""Words that have to hold a mark: without it the hour of an embargo, or a credit, is not told."""
_TEXTS = tuple(
    field.name
    for field in msgspec.structs.fields(Release)
    if field.type is str and field.name != "template"
)
_CHOICES: Mapping[str, Sequence[str]] = {
    "dateline": get_args(DatelinePlace),
    "date_style": get_args(DateStyle),
}
_TYPES = ((bool, "yes or no"), (int | float, "a number"), (list, "a list"), (dict, "a table"))
_LINE = re.compile(r"\(at line (\d+)")
_TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate")
_TEXT = 'A text in straight quotation marks, such as {} = "News", is expected.'


def read_rules(file: Path) -> tuple[Rules | None, Problems]:
    """Read the rules of a pack; None, and all of their faults, where they do not hold."""
    try:
        text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        fix = "Copy that of the pack “news” into the folder, and change it."
        return None, (_problem("There is no such file in the pack.", fix),)
    except OSError as error:
        return None, (_problem(f"The file can't be read: {error.strerror}."),)
    except UnicodeDecodeError as error:
        message = f"The file is not UTF-8 at byte {error.start + 1}."
        return None, (_problem(message, "Save it as UTF-8."),)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return None, (_syntax_fault(str(error), text),)
    faults = tuple(_faults(raw))
    return (None, faults) if faults else (msgspec.convert(raw, type=Rules), ())


def _problem(message: str, fix: str = "", table: str = "", line: int = 0) -> Problem:
    place = Place(file=FILE, part=f"[{table}]" if table else "", line=line)
    return Problem(code=_CODE, severity="error", message=message, place=place, fix=fix)


def _syntax_fault(reason: str, text: str) -> Problem:
    """Tell where TOML breaks off; what is not closed is found at the end of the file."""
    found = _LINE.search(reason)
    line = int(found.group(1)) if found else text.rstrip().count("\n") + 1
    if reason.startswith(_TWICE):
        message, fix = "What this line names is there already.", "Delete one of the two."
    else:
        message = "The line can't be read."
        fix = 'Write a key as end_mark = "# # #", a list as ["en", "zh"], a table as [wording.en].'
    return _problem(message, fix, line=line)


def _faults(raw: Mapping[str, Any]) -> Iterator[Problem]:
    yield from _key_faults(raw, Rules, "")
    for name in ("name", "summary", "defaults"):
        for key, value in _table(raw, name).items():
            if not isinstance(value, str):
                yield _wrong(key, value, _TEXT.format(key), name)
    for name in ("languages", "required"):
        for item in _list(raw, name):
            if not isinstance(item, str):
                message = f"“{name}” holds something that is not a text."
                yield _problem(message, f'A list, {name} = ["…", "…"], is expected.')
    yield from _caption_faults(raw)
    yield from _field_faults(raw)
    yield from _wording_faults(raw)


def _caption_faults(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Find patterns of captions that are no texts, or hold a name that nothing stands for."""
    expected = 'A list of texts, {} = ["{{who}} {{does}} in {{place}}."], is expected.'
    for language, patterns in _table(raw, "captions").items():
        fix = expected.format(language)
        if not isinstance(patterns, list):
            yield _wrong(language, patterns, fix, "captions")
            continue
        for pattern in cast("list[Any]", patterns):
            if not isinstance(pattern, str):
                message = f"“{language}” holds something that is not a text."
                yield _problem(message, fix, "captions")
                continue
            for name in unknown(pattern):
                message = f"A caption can't hold {{{name}}}: “{pattern}”."
                known = ", ".join(f"{{{each}}}" for each in PLACEHOLDERS)
                yield _problem(
                    message, _nearest(name, PLACEHOLDERS) or f"Choose from: {known}.", "captions"
                )


def _table(raw: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Give a table, or an empty one where there is something else in its place."""
    value = raw.get(name)
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _list(raw: Mapping[str, Any], name: str) -> list[Any]:
    value = raw.get(name)
    return cast("list[Any]", value) if isinstance(value, list) else []


def _key_faults(raw: Mapping[str, Any], kind: type[Struct], table: str) -> Iterator[Problem]:
    """Find keys that are unknown, missing, or hold something else than they should."""
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    where = f" in [{table}]" if table else ""
    for key in raw:
        if key not in fields:
            yield _problem(f"There is no key “{key}”{where}.", _nearest(key, fields), table)
    for name, field in fields.items():
        is_table, is_list = "dict" in str(field.type), "tuple" in str(field.type)
        if name not in raw:
            if field.required and is_table:
                example = "wording.en" if name == "wording" else name
                yield _problem(f"The table [{example}] is missing.", "The pack “news” has one.")
            elif field.required:
                fix = "Copy its line from the pack “news”, and change the words."
                yield _problem(f"The key “{name}” is missing{where}.", fix, table)
        elif is_table:
            if not isinstance(raw[name], dict):
                yield _wrong(name, raw[name], f"A table [{name}] is expected.", table)
        elif is_list:
            if not isinstance(raw[name], list):
                yield _wrong(name, raw[name], f'A list, {name} = ["…", "…"], is expected.', table)
        elif name in _CHOICES:
            if raw[name] not in _CHOICES[name]:
                yield _wrong(name, raw[name], f"Choose from: {', '.join(_CHOICES[name])}.", table)
        elif not isinstance(raw[name], str):
            yield _wrong(name, raw[name], _TEXT.format(name), table)


def _field_faults(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Find names that are no fields of a release, and lengths of what has none."""
    for name in _list(raw, "required"):
        if isinstance(name, str) and name not in Release.__struct_fields__:
            yield _no_field(name, Release.__struct_fields__, "", "required")
    for name in _table(raw, "defaults"):
        if name not in _TEXTS:
            yield _no_field(name, _TEXTS, "defaults", "[defaults]")
    for name, most in _table(raw, "lengths").items():
        if name not in _TEXTS:
            yield _no_field(name, _TEXTS, "lengths", "[lengths]")
        elif not isinstance(most, int) or isinstance(most, bool) or most < 1:
            yield _wrong(
                name, most, f"A whole number, such as {name} = 110, is expected.", "lengths"
            )


def _no_field(name: str, known: Sequence[str], table: str, key: str) -> Problem:
    fix = _nearest(name, known) or f"Choose from: {', '.join(known)}."
    if name in Release.__struct_fields__:
        return _problem(f"{key} names “{name}”, which is not a field of text.", fix, table)
    return _problem(f"{key} names “{name}”, which is not a field of a release.", fix, table)


def _wording_faults(raw: Mapping[str, Any]) -> Iterator[Problem]:
    tables = _table(raw, "wording")
    languages = _list(raw, "languages")
    if languages == [] and isinstance(raw.get("languages"), list):
        yield _problem(
            "languages names none.", 'Write languages = ["en"], and a table [wording.en].'
        )
    for language in languages:
        if "wording" in raw and isinstance(language, str) and language not in tables:
            message = f"languages names “{language}”, but there is no table [wording.{language}]."
            yield _problem(message, "Each language has a table [wording.…] with its words.")
    for language in tables:
        words, table = _table(tables, language), f"wording.{language}"
        if not isinstance(tables[language], dict):
            fix = "Put the words of a language below [wording.en], not below [wording]."
            yield _wrong(language, tables[language], fix, "wording")
            continue
        yield from _key_faults(words, Wording, table)
        for name, mark in _MARKS.items():
            if isinstance(words.get(name), str) and mark not in words[name]:
                message = f"“{name}” in [{table}] must hold {mark}."
                yield _problem(message, "Write it where it shall be printed.", table)


def _wrong(name: str, value: Any, fix: str, table: str = "") -> Problem:
    kind = next((said for each, said in _TYPES if isinstance(value, each)), "a date")
    said = f"“{value}”" if isinstance(value, str) else kind
    return _problem(f"“{name}” is {said}.", fix, table)


def _nearest(name: str, known: Sequence[str] | Mapping[str, Any]) -> str:
    # Start-up: rules without faults do not need it.
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=1)
    return f"Did you mean “{near[0]}”?" if near else ""
