"""Marks and crops as short lines of text, for sources that people can read and write."""

import re
from collections.abc import Callable

import msgspec

from pressdesk.model.framing import WHOLE, Crop, tidy_crop
from pressdesk.model.photo import Mark

_MARK = re.compile(r"\s*(\S+)((?:\s+[0-9.]+){4})\s+([0-9]+)(?:\s(.*))?", re.DOTALL)


def write_mark(mark: Mark, words_for: Callable[[str], str]) -> str:
    """Write ``m1 0.1 0.2 0.1 0.15 0 Anna Keller``: id, left, top, width, height, row, who.

    ``words_for`` gives the words for a person; a plain name stands behind ``=``, and
    nothing for somebody who is not known.
    """
    who = words_for(mark.person) if mark.person else f"={mark.name}" if mark.name else ""
    sides = map(_number, msgspec.structs.astuple(mark.box))
    return " ".join((mark.id, *sides, str(mark.row), *([who] if who else [])))


def read_mark(text: str, person_for: Callable[[str], str]) -> Mark:
    """Read what ``write_mark`` wrote; raises ValueError.

    ``person_for`` gives the id of the person that words mean; where that is "", they
    are a plain name.
    """
    match = _MARK.fullmatch(text)
    if match is None:
        raise ValueError(f"no mark: {text}")
    left, top, width, height = map(float, match[2].split())
    words = match[4] or ""
    person = "" if words.startswith("=") or not words else person_for(words)
    raw = {
        "id": match[1],
        "box": {"x": left, "y": top, "width": width, "height": height},
        "row": int(match[3]),
        "person": person,
        "name": "" if person else words.removeprefix("="),
    }
    return msgspec.convert(raw, Mark)


def write_crop(crop: Crop) -> str:
    """Write ``0.1 0.2 0.5 0.5 -2.5``: left, top, width, height, degrees; "" where all is shown."""
    if crop.box == WHOLE and not crop.angle:
        return ""
    return " ".join(map(_number, (*msgspec.structs.astuple(crop.box), crop.angle)))


def write_focus(crop: Crop) -> str:
    """Write ``0.3 0.4``: from the left and from the top; "" for none."""
    return f"{_number(crop.focus.x)} {_number(crop.focus.y)}" if crop.focus else ""


def read_crop(box: str, focus: str) -> Crop | None:
    """Read what ``write_crop`` and ``write_focus`` wrote; raises ValueError."""
    left, top, width, height, angle = map(float, box.split()) if box else (0.0, 0.0, 1.0, 1.0, 0.0)
    raw: dict[str, object] = {
        "box": {"x": left, "y": top, "width": width, "height": height},
        "angle": angle,
    }
    if focus:
        raw["focus"] = dict(zip("xy", map(float, focus.split()), strict=True))
    return tidy_crop(msgspec.convert(raw, Crop))


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
