"""Keys of a newer format that this program does not know: kept on opening, written on saving."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from msgspec import Struct

Unknown = dict[str, Any]
"""Unknown keys of an object; below ``""`` those of the objects within it, by field and by id."""


def unknown_keys(raw: dict[str, Any], value: Struct) -> Unknown:
    """Collect what a raw JSON object has and its typed value has not."""
    known = dict(zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True))
    tag = value.__struct_config__.tag_field
    found: Unknown = {key: raw[key] for key in raw if key not in known and key != tag}
    within: dict[str, dict[str, Unknown]] = {}
    for key, name in known.items():
        inner = getattr(value, name)
        if not inner or not isinstance(inner, (Struct, tuple)):
            continue
        parts = {
            place: keys
            for place, raw_part, part in _objects(raw.get(key), inner)
            if (keys := unknown_keys(raw_part, part))
        }
        if parts:
            within[key] = parts
    return {**found, "": within} if within else found


def with_unknown(raw: dict[str, Any], unknown: Unknown) -> dict[str, Any]:
    """Put unknown keys back into a raw JSON object; those of vanished things are dropped."""
    made = {**raw, **{key: value for key, value in unknown.items() if key}}
    within: dict[str, dict[str, Unknown]] = unknown.get("", {})
    for key, parts in within.items():
        old = made.get(key)
        if isinstance(old, (list, tuple)):
            items = cast("Sequence[dict[str, Any]]", old)
            made[key] = [
                with_unknown(item, parts[_place(item, place)])
                if parts.get(_place(item, place))
                else item
                for place, item in enumerate(items)
            ]
        elif isinstance(old, dict):
            made[key] = with_unknown(cast("dict[str, Any]", old), parts.get("", {}))
    return made


def _objects(raw: Any, value: Any) -> Iterator[tuple[str, dict[str, Any], Struct]]:
    """Go through the objects of a field: the one it holds, or those of its list."""
    if isinstance(value, Struct):
        yield "", raw, value
    elif isinstance(value, tuple) and raw:
        for place, item in enumerate(cast("tuple[Any, ...]", value)):
            if isinstance(item, Struct):
                yield _place(raw[place], place), raw[place], item


def _place(item: Any, place: int) -> str:
    return str(cast("dict[str, Any]", item).get("id", place)) if isinstance(item, dict) else ""
