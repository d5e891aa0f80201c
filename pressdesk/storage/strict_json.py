"""Reading JSON that somebody else may have made: no duplicate keys, no depths, no odd numbers."""

import json
from typing import Any

import msgspec

DEEPEST = 64


class JsonError(ValueError):
    """Says in one sentence why a JSON text was refused."""


def read_json(data: bytes) -> Any:
    """Read a JSON text into plain values; raises JsonError.

    A key that stands twice is refused: readers differ in which of the two they
    take, so that an embargo could be hidden by a second one.
    """
    try:
        msgspec.json.decode(data)  # refuses lone surrogates, NaN and what is not UTF-8
        return json.loads(data, object_pairs_hook=_pairs)
    except JsonError:
        raise
    except RecursionError as error:
        raise JsonError(f"it is nested deeper than {DEEPEST} levels") from error
    except (ValueError, msgspec.DecodeError) as error:
        raise JsonError("it is not well-formed JSON") from error


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise JsonError(f"the key “{twice}” stands in it twice")
    return made
