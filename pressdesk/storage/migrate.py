"""Releases of older formats, brought up to this one step by step."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Raw = dict[str, Any]
Step = Callable[[Raw], Raw]

VERSIONS: tuple[str, ...] = ("1.0", "1.1")
"""Every format that was ever written, the oldest first; the last one is written now.

1.1 added to photos who is marked in them, their crop, their rating, and how long they may be used.

`tests/golden/press` keeps a file of each. A version that only adds keys needs no step:
what a program does not know it carries through.
"""
STEPS: Mapping[str, Step] = {}
"""By the version it starts from: what changes on the way to the next one."""


def migrate(
    raw: Raw,
    version: str,
    versions: Sequence[str] = VERSIONS,
    steps: Mapping[str, Step] = STEPS,
) -> Raw:
    """Bring the raw JSON of a release up to the newest format.

    A version that is not known is a newer one with the same reader: it is left as it is.
    """
    if version not in versions:
        return raw
    for each in versions[versions.index(version) : -1]:
        raw = steps[each](raw) if each in steps else raw
    return raw
