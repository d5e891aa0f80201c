"""The proof of an export: what was written is read back, and every text must be in it."""

from collections.abc import Iterable

from pressdesk.model.problem import PressDeskError


def prove(file: str, found: str, *, in_order: Iterable[str], anywhere: Iterable[str] = ()) -> None:
    """Raise PressDeskError PD-EXP-007 unless every text is in what was read back.

    White space counts as one space. ``in_order``: the texts of the body, each
    behind the one before; ``anywhere``: fields, which a template may place freely.
    """
    page = _folded(found)
    reached = 0
    for text in map(_folded, in_order):
        place = page.find(text, reached)
        if place < 0:
            raise _missing(file, text)
        reached = place + len(text)
    for text in map(_folded, anywhere):
        if text not in page:
            raise _missing(file, text)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _missing(file: str, text: str) -> PressDeskError:
    begin = text if len(text) <= 60 else text[:59].rsplit(" ", 1)[0] + "…"
    return PressDeskError(
        "PD-EXP-007",
        f"“{file}” was not exported.",
        f"The text beginning “{begin}” is missing from the result, or not in its place.",
        safe="No file was written; your release is unchanged.",
        do="Look whether the template hides it, or changes it by a filter.",
    )
