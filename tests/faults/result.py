"""What a bar found: its figures, the goals they are held to, and the table of all of them."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct


class Figure(Struct, frozen=True):
    """One number of a bar; it is held when it lies between the limits that are set."""

    what: str
    value: float
    most: float | None = None
    least: float | None = None
    unit: str = ""

    @property
    def is_held(self) -> bool:
        above = self.least is None or self.value >= self.least
        return above and (self.most is None or self.value <= self.most)

    @property
    def goal(self) -> str:
        limits = (("≥", self.least), ("≤", self.most))
        return " ".join(f"{sign} {limit:g}" for sign, limit in limits if limit is not None)


class Result(Struct, frozen=True, kw_only=True):
    """What a bar found in so many runs."""

    runs: int
    figures: tuple[Figure, ...] = ()
    skipped: str = ""
    """Why it could not be run here."""
    notes: tuple[str, ...] = ()
    """What went wrong, one line each, to look for its cause."""

    @property
    def is_held(self) -> bool:
        return all(figure.is_held for figure in self.figures)


class Work(Struct, frozen=True):
    """What each bar is given: a scratch folder of its own, and the seed of its chances."""

    folder: Path
    seed: int

    def within(self, name: str) -> "Work":
        """Give the same in a folder within this one."""
        folder = self.folder / name
        folder.mkdir()
        return Work(folder, self.seed)


def table(results: Iterable[tuple[str, Result]]) -> str:
    """Make the table of all bars, as Markdown, and below it what went wrong."""
    lines = ["| bar | runs | figure | found | goal | |", "|---|---:|---|---:|---|---|"]
    notes: list[str] = []
    for bar, result in results:
        if result.skipped:
            lines.append(f"| {bar} | – | {result.skipped} | – | – | skipped |")
        for place, figure in enumerate(result.figures):
            held = ("held" if figure.is_held else "NOT HELD") if figure.goal else ""
            begin = f"| {bar} | {result.runs:,} |" if not place else "| | |"
            found = f"{figure.value:,g} {figure.unit}".rstrip()
            lines.append(f"{begin} {figure.what} | {found} | {figure.goal or '–'} | {held} |")
        notes += [f"{bar}: {note}" for note in result.notes]
    return "\n".join([*lines, *([""] if notes else []), *notes]) + "\n"
