"""Values as YAML: plain where every reader of YAML takes them for text, quoted elsewhere."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping

Value = str | bool | int | dt.date | tuple[str, ...]

_NOT_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_NUMBER_OR_DATE = re.compile(r"[0-9][0-9A-Fa-fTtZzXxOo_.,:+\- ]*")
_SIGNS = re.compile(r":(?:\s|\Z)|\s#")
_SIGNS_IN_BRACKETS = re.compile(r"[,\[\]{}?]")


def write_value(value: Value, *, in_brackets: bool = False) -> str:
    """Write a value on one line; ``in_brackets``: within a list or record in brackets."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return value if _is_plain(value, in_brackets) else json.dumps(value, ensure_ascii=False)
        case tuple():
            return f"[{', '.join(write_value(item, in_brackets=True) for item in value)}]"
        case _:
            return str(value)


def write_record(record: Mapping[str, Value]) -> str:
    """Write keys and values in braces."""
    parts = (f"{key}: {write_value(value, in_brackets=True)}" for key, value in record.items())
    return f"{{{', '.join(parts)}}}"


def write_paragraphs(text: str, indent: str) -> str:
    """Write text that may have several lines, each below the key and indented."""
    if not text:
        return '""'
    lines = (f"\n{indent}{line}" if line else "\n" for line in text.split("\n"))
    return f"|{''.join(lines)}"


def write_items(items: Iterable[str]) -> str:
    """Write a list below its key, one item a line."""
    return "".join(f"\n  - {item}" for item in items)


def write_item(record: Mapping[str, str]) -> str:
    """Write an item of such a list that has keys, one a line; the values are YAML."""
    return "\n    ".join(f"{key}: {value}" for key, value in record.items())


def _is_plain(text: str, in_brackets: bool) -> bool:
    return (
        text[:1].isalnum()
        and text.isprintable()
        and not text.endswith(" ")
        and text.lower() not in _NOT_WORDS
        and not _NUMBER_OR_DATE.fullmatch(text)
        and not _SIGNS.search(text)
        and not (in_brackets and _SIGNS_IN_BRACKETS.search(text))
    )
