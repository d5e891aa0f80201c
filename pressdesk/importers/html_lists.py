"""Lists of foreign pages: how deep an item stands, which list it belongs to, bullet or number."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from pressdesk.importers.html_pieces import ListPlace, Piece
from pressdesk.importers.html_styles import Declarations

DEEPEST = 8

_WORD_LIST = re.compile(r"l(\d+)\s+level(\d)(?:\s+lfo(\d+))?")
_NUMBER = re.compile(r"[(（]?\w{1,8}(?:\.\w{1,8}){0,8}[.)）、．]|[①-⑳]|\d{1,3}(?:\.\d{1,3}){0,8}")
_BULLETS = ("disc", "circle", "square", "none", "disclosure-open", "disclosure-closed")
_INDENT_PT = 36


class OpenList(Struct, frozen=True):
    """A ``<ul>`` or ``<ol>`` that is open."""

    tag: str
    name: str
    indent: int | None
    """Level as some programs write it beside lists that are not nested."""
    is_numbered: bool


def open_list(
    tag: str, attributes: Mapping[str, str], declared: Declarations, number: int
) -> OpenList:
    """Note what the nth list of a page says of itself."""
    name = f"list {number}"
    indent = _number(attributes, "data-indent")
    if indent is not None:
        name = "list of a chat"
    elif tag == "ol" and (_number(attributes, "start") or 0) > 1:
        name = ""
    return OpenList(tag, name, indent, _is_numbered(declared, otherwise=tag == "ol"))


def item_place(
    lists: Sequence[OpenList], attributes: Mapping[str, str], declared: Declarations
) -> ListPlace:
    """Tell where a ``<li>`` stands."""
    level = max(len(lists) - 1, 0)
    last = lists[-1] if lists else OpenList("ul", "", None, is_numbered=False)
    aria = _number(attributes, "data-aria-level") or _number(attributes, "aria-level")
    if last.indent is not None:
        level = last.indent
    elif aria:
        level = max(level, aria - 1)
    name = attributes.get("data-listid") or last.name
    return ListPlace(min(level, DEEPEST), _is_numbered(declared, otherwise=last.is_numbered), name)


def word_place(attributes: Mapping[str, str], declared: Declarations) -> ListPlace | None:
    """Tell where a paragraph stands that Word made an item by its style alone; None: nowhere."""
    if found := _WORD_LIST.search(declared.get("mso-list", "")):
        level = min(max(int(found[2]) - 1, 0), DEEPEST)
        return ListPlace(level, numbered=False, name=f"l{found[1]} lfo{found[3]}")
    if "MsoListParagraph" not in attributes.get("class", "") or "mso-list" in declared:
        return None
    indent = re.match(r"(\d+(?:\.\d+)?)(pt|in|cm)", declared.get("margin-left", ""))
    points = float(indent[1]) * {"pt": 1, "in": 72, "cm": 28.35}[indent[2]] if indent else 0
    level = min(max(round(points / _INDENT_PT) - 1, 0), DEEPEST)
    return ListPlace(level, numbered=False, name="")


def is_number(marker: str) -> bool:
    """Tell whether a marker written as text is a number or letter of a numbered list."""
    return _NUMBER.fullmatch("".join(marker.split())) is not None


class ListTracker:
    """Tells which items begin a list of their own."""

    def __init__(self) -> None:
        self._open: dict[int, tuple[bool, str]] = {}

    def begins(self, place: ListPlace, before: Sequence[Piece]) -> bool:
        """Count an item in; tells whether it begins a list of the kind of the item before."""
        last = next((piece.kind for piece in reversed(before) if piece.kind != "picture"), "")
        if last != "item":
            self._open.clear()
        numbered, name = self._open.get(place.level, (None, ""))
        for level in [level for level in self._open if level >= place.level]:
            del self._open[level]
        self._open[place.level] = (place.numbered, place.name)
        return numbered == place.numbered and bool(place.name) and name != place.name


def _is_numbered(declared: Declarations, *, otherwise: bool) -> bool:
    kind = declared.get("list-style-type", "")
    if kind[:1] in ("'", '"'):
        return otherwise or is_number(kind.strip("'\""))
    if kind in ("", "inherit", "none"):
        return otherwise
    return kind not in _BULLETS and re.fullmatch(r"[a-z\-]+", kind) is not None


def _number(attributes: Mapping[str, str], name: str) -> int | None:
    text = attributes.get(name, "").strip()
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else None
