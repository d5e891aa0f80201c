"""Markup: the one module in which text becomes HTML, always by escaping."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup, escape

Content = Markup | str
"""A string that is not Markup is text, and is escaped."""
Value = str | int | None
"""Of an attribute; None leaves it out."""


def lines(text: str) -> Markup:
    r"""Write text, each ``\n`` of it as a line break."""
    written = escape(text)
    return written.replace("\n", Markup("<br>")) if "\n" in text else written


def element(name: str, /, *content: Content, **attributes: Value) -> Markup:
    """Write an element; ``class_`` stands for ``class``, ``aria_label`` for ``aria-label``."""
    inside = "".join(escape(part) for part in content)
    return Markup(f"<{name}{_attributes(attributes)}>{inside}</{name}>")  # noqa: S704


def void(name: str, /, **attributes: Value) -> Markup:
    """Write an element that has no content, as ``img`` and ``meta``."""
    return Markup(f"<{name}{_attributes(attributes)}>")  # noqa: S704


def block(name: str, content: Iterable[Content], /, **attributes: Value) -> Markup:
    """Write an element with each part of its content in a line of its own."""
    return element(name, "\n", join(content, "\n"), "\n", **attributes)


def comment(word: str) -> Markup:
    """Write a word of ours as a comment; no text can be taken for it, as text is escaped."""
    return Markup(f"<!--{escape(word)}-->")  # noqa: S704


def join(parts: Iterable[Content], joint: str = "") -> Markup:
    """Join the parts that are not empty."""
    return escape(joint).join(part for part in parts if part)


def style_sheet(css: str) -> Markup:
    """Give a style sheet as it stands in a ``style`` element, which knows no escapes.

    The sheet is the pack's and was checked; nothing of a release is ever in it.
    """
    return Markup(css.replace("</", r"<\/"))  # noqa: S704


def data_block(kind: str, value: Mapping[str, Any]) -> Markup:
    """Write JSON as a data block, in which no text can end the script or open a comment.

    HTML section 4.12.1.3 (restrictions for contents of script elements); U+2028
    and U+2029 end a line in older scripts.
    """
    text = json.dumps(value, ensure_ascii=False, indent=1)
    for char in "<>&'\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(f'<script type="{escape(kind)}">\n{text}\n</script>')  # noqa: S704


def _attributes(attributes: Mapping[str, Value]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
