"""Sources that the tests of importers write, and what they look at in what comes back."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from pressdesk.importers import Imported, read_source
from pressdesk.model.body import block_texts
from pressdesk.model.problem import PressDeskError, Problem

ID = UUID(int=7)

Read = Callable[..., Imported]
"""Imports a text as a Markdown file of the test's folder."""

PEOPLE = """---
language: en
headline: Museum opens
speakers:
  - {family: Harlow, given: Mira, title: director, organization: River Museum}
  - {family: LIN, given: Wen, order: family-first, native: 林文}
people:
  - {family: Harlow, given: Tom}
---
"""
"""Front matter of eight lines and its two rules; the body begins on line 10."""
BODY = PEOPLE.count("\n") + 1


def reader(folder: Path) -> Read:
    """Give a function that writes a text into the folder and imports it."""

    def read(text: str | bytes, **wishes: object) -> Imported:
        path = folder / "release.md"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_source(path, release_id=ID, **wishes)  # pyright: ignore[reportArgumentType]

    return read


def refusal(read: Read, text: str | bytes) -> PressDeskError:
    """Import what must be refused, and give the refusal, which says all it must."""
    with pytest.raises(PressDeskError) as caught:
        read(text)
    error = caught.value
    assert error.what
    assert error.why
    assert error.safe
    return error


def faults(read: Read, keys: str) -> tuple[Problem, ...]:
    """Import front matter that must be refused; gives its faults."""
    error = refusal(read, f"---\n{keys}\n---\nText.\n")
    assert error.code == "PD-IMP-003"
    assert {problem.code for problem in error.problems} == {"PD-IMP-003"}
    assert f"line {error.problems[0].place.line}: {error.problems[0].message}" in error.why
    return error.problems


def texts(imported: Imported) -> list[str]:
    return [text for block in imported.release.body for text in block_texts(block)]


def codes(imported: Imported) -> list[str]:
    return [problem.code for problem in imported.problems]


def told(imported: Imported) -> list[tuple[str, int]]:
    """Code and line of each problem."""
    return [(problem.code, problem.place.line) for problem in imported.problems]
