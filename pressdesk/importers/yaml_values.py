"""Readers of YAML values: each names key and line of a value that cannot stand there."""

import difflib
import re
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from pressdesk.importers.yaml_nodes import Mapping as YamlMapping
from pressdesk.importers.yaml_nodes import Node, Scalar, Sequence
from pressdesk.model.problem import Place, PressDeskError, Problem


class Faults:
    """The faults found so far in the front matter of one file."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._problems: list[Problem] = []

    def add(self, line: int, message: str, *, field: str = "", fix: str = "") -> None:
        place = Place(file=self._file, line=line, field=field)
        self._problems.append(
            Problem(code="PD-IMP-003", severity="error", message=message, place=place, fix=fix)
        )

    def stop(self) -> None:
        """Raise PressDeskError PD-IMP-003, with all faults, where there are any."""
        if not self._problems:
            return
        first, *others = self._problems
        why = f"Front matter, line {first.place.line}: {first.message}"
        if others:
            why += f" {len(others)} more {'faults follow' if len(others) > 1 else 'fault follows'}."
        raise PressDeskError(
            "PD-IMP-003",
            f"“{self._file}” was not imported.",
            why,
            safe="Nothing was changed.",
            do=first.fix,
            problems=tuple(self._problems),
        )


Reader = Callable[[str, Node, Faults], Any]
"""Reads the value of a key; where it cannot, it adds a fault and gives None."""


class Reference(Struct, frozen=True):
    """Something named by a word where another place describes it."""

    name: str
    line: int


class ExplainedError(ValueError):
    """A value that cannot be taken, and why, as a sentence."""


def text(key: str, node: Node, faults: Faults) -> str | None:
    """Read text, whatever else YAML would take it for."""
    if isinstance(node, Scalar):
        return node.text
    kind = "a list" if isinstance(node, Sequence) else "keys and values"
    fix = "Put it into quotation marks if it begins with a bracket or holds a colon."
    faults.add(node.line, f"“{key}” needs text, not {kind}.", field=key, fix=fix)
    return None


def reference(key: str, node: Node, faults: Faults) -> Reference | None:
    """Read the name of something described elsewhere."""
    name = text(key, node, faults)
    return None if name is None else Reference(name, node.line)


def converted(convert: Callable[[str], Any], example: str) -> Reader:
    """Read text and convert it; a ValueError is a fault."""

    def read(key: str, node: Node, faults: Faults) -> Any:
        words = text(key, node, faults)
        try:
            return None if words is None else convert(words)
        except (ValueError, OverflowError) as error:
            why = f"“{key}” cannot be “{words}”."
            if isinstance(error, ExplainedError):
                why = str(error)
            faults.add(node.line, why, field=key, fix=f"Write {example}.")
            return None

    return read


def matching(
    pattern: str, example: str, convert: Callable[[str], Any] = lambda words: words
) -> Reader:
    """Read text that follows a pattern, and convert it."""

    def convert_matching(words: str) -> Any:
        if not re.fullmatch(pattern, words):
            raise ValueError(words)
        return convert(words)

    return converted(convert_matching, example)


def one_of(*allowed: str) -> Reader:
    """Read one of some words."""
    example = f"{', '.join(allowed[:-1])} or {allowed[-1]}"
    return matching("|".join(map(re.escape, allowed)), example)


def list_of(read: Reader) -> Reader:
    """Read a list of values of one kind."""

    def read_list(key: str, node: Node, faults: Faults) -> tuple[Any, ...] | None:
        if not isinstance(node, Sequence):
            fix = f"Write {key}: [one, two], or each on a line of its own behind a hyphen."
            faults.add(node.line, f"“{key}” needs a list.", field=key, fix=fix)
            return None
        return tuple(read(key, item, faults) for item in node.items)

    return read_list


def record(noun: str, keys: Mapping[str, Reader], *required: str) -> Reader:
    """Read keys and values; gives a dict, with the line of the record under ``line``."""

    def read(key: str, node: Node, faults: Faults) -> dict[str, Any] | None:
        if not isinstance(node, YamlMapping):
            message = f"{noun} needs keys and values, such as “{next(iter(keys))}: …”."
            faults.add(node.line, message, field=key)
            return None
        values: dict[str, Any] = {"line": node.line}
        for name, entry in node.entries.items():
            if name not in keys:
                message = f"{noun} has no key “{name}”."
                faults.add(entry.line, message, field=name, fix=_suggestion(name, keys))
            elif not (isinstance(entry.value, Scalar) and entry.value.is_null):
                values[name] = keys[name](name, entry.value, faults)
        for name in required:
            if name not in values:
                faults.add(node.line, f"{noun} needs “{name}”.", field=name)
        return values

    return read


def either(scalar: Reader, other: Reader) -> Reader:
    """Read text in one way and anything else in another."""
    return lambda key, node, faults: (
        scalar(key, node, faults) if isinstance(node, Scalar) else other(key, node, faults)
    )


_OFTEN_MEANT = {
    "author": "issuer",
    "lang": "language",
    "location": "place",
    "name": "family",
    "path": "file",
    "photo": "file",
    "src": "file",
    "subtitle": "deck",
    "tags": "keywords",
    "title": "headline",
}


def _suggestion(name: str, keys: Mapping[str, Reader]) -> str:
    near = difflib.get_close_matches(name.lower(), keys, n=1, cutoff=0.7)
    meant = near[0] if near else _OFTEN_MEANT.get(name.lower(), "")
    return f"Did you mean “{meant}”?" if meant in keys else f"The keys are {', '.join(keys)}."
