"""All bars in one table: ``python -m tests.faults``."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.faults import (
    damage,
    desk,
    disk_errors,
    each,
    full,
    harmed,
    keyboard,
    kill,
    lock,
    power,
    seam,
    sync,
    two,
)
from tests.faults.result import Result, Work, table

SEED = 20_261_126
MEMORY = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
"""A disk in memory: what counts is what the program asks, and flushing costs nothing there."""


class Bar(NamedTuple):
    run: Callable[[int, Work], Result]
    full: int
    """Runs; 0 means all there are."""
    quick: int


BARS = {
    "kill": Bar(kill.run, 1_000, 200),
    "each": Bar(each.run, 0, 60),
    "faults": Bar(disk_errors.run, 0, 80),
    "seam": Bar(seam.run, 0, 80),
    "power": Bar(power.run, 200, 5),
    "full": Bar(full.run, 35, 7),
    "damage": Bar(damage.run, 500, 500),
    "two": Bar(two.run, 200, 60),
    "lock": Bar(lock.run, 300, 300),
    "sync": Bar(sync.run, 100, 10),
    "typing": Bar(keyboard.run, 100, 2),
    "desk": Bar(desk.run, 60, 6),
    "window": Bar(harmed.run, 35, 3),
}


def main() -> int:
    """Run the bars; gives 1 where one of them does not hold."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--out", type=Path, help="file for the table")
    parser.add_argument("--quick", action="store_true", help="a part of the runs, as in the tests")
    parser.add_argument("--folder", type=Path, default=MEMORY, help="where to work")
    parser.add_argument("--seed", type=int, default=SEED, help="of everything left to chance")
    parser.add_argument(
        "--only",
        type=lambda names: names.split(","),
        default=[*BARS],
        help=f"some of {','.join(BARS)}, with commas between",
    )
    given = parser.parse_args()
    if unknown := {*given.only} - BARS.keys():
        parser.error(f"there is no bar {', '.join(sorted(unknown))}")
    results: list[tuple[str, Result]] = []
    for name in given.only:
        sys.stderr.write(f"{name} …\n")
        found = run_bar(name, quick=given.quick, seed=given.seed, place=given.folder)
        results.append((name, found))
    text = f"Seed {given.seed}, {'quick' if given.quick else 'full'} run.\n\n{table(results)}"
    sys.stdout.write(text)
    if given.out:
        given.out.write_text(text, encoding="utf-8")
    return 0 if all(result.is_held for _, result in results) else 1


def run_bar(name: str, *, quick: bool, seed: int = SEED, place: Path | None = MEMORY) -> Result:
    """Run a bar in a scratch folder that is removed afterwards."""
    bar = BARS[name]
    with tempfile.TemporaryDirectory(prefix=f"pressdesk-{name}-", dir=place) as folder:
        return bar.run(bar.quick if quick else bar.full, Work(Path(folder), seed))


if __name__ == "__main__":
    sys.exit(main())
