"""Bar `typing`: somebody types in the program's own windows, and they are killed."""

import random
import statistics
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

from msgspec.structs import replace

from pressdesk.storage.package import write_package
from tests.faults.releases import assets, photo, release, saved
from tests.faults.result import Figure, Result, Work
from tests.faults.windows import HAS_WINDOW, MOST_LOST_S, Aftermath, Plan, Session, look

AT_ONCE = 3
LONGEST_S = 6
"""The kill comes within this time of the first key."""
FULL_RUNS = 50
"""From so many runs on the clock on the wall counts too: a busy machine may stop a few."""


def run(runs: int, work: Work) -> Result:
    """Type so often, kill, start again, and compare."""
    if not HAS_WINDOW:
        return Result(runs=0, skipped="PySide6 is not installed")
    chance = random.Random(work.seed)
    seeds = [chance.random() for _ in range(runs)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = list(pool.map(lambda job: _try(work, *job), enumerate(seeds)))
    seen = Counter(fault.partition(":")[0] for after, _ in found for fault in after.faults)
    own = [max((loss.own_s for loss in after.losses), default=0) for after, _ in found]
    wall = [max((loss.wall_s for loss in after.losses), default=0) for after, _ in found]
    is_full = runs >= FULL_RUNS
    most = MOST_LOST_S if is_full else None
    return Result(
        runs=runs,
        figures=(
            Figure("longest typing lost, by the typist's clock", max(own), MOST_LOST_S, unit="s"),
            Figure("longest typing lost", round(max(wall), 2), most, unit="s"),
            Figure("typing lost, the middle run", round(statistics.median(wall), 2), unit="s"),
            Figure("saved, and offered as if not", seen["false offer"], most=0),
            Figure("unsaved, and not offered", seen["not offered"], most=0),
            Figure("restored otherwise than it was", seen["not equal"], most=0),
            Figure("picture lost", seen["picture lost"], most=0),
            Figure("acknowledged saves lost", seen["save lost"], most=0),
            Figure("keys that did not reach the release", seen["missed"], most=0),
            Figure("faults of the program itself", seen["own fault"], most=0),
            Figure(
                "offered and restored",
                sum(after.offered for after, _ in found),
                least=runs // 2 if is_full else None,
            ),
            Figure("keys typed", sum(keys for _, keys in found)),
        ),
        notes=tuple(
            f"run {number}: {fault}"
            for number, (after, _) in enumerate(found)
            for fault in after.faults
        ),
    )


def _try(work: Work, number: int, seed: float) -> tuple[Aftermath, int]:
    chance = random.Random(seed)
    folder = work.within(f"{number}").folder
    session = Session(plan_for(folder, chance))
    session.wait()
    time.sleep(chance.uniform(0, LONGEST_S))
    typed = session.kill()
    return look(typed, sorted(folder.glob("*.press"))), len(typed.keys)


def plan_for(folder: Path, chance: random.Random) -> Plan:
    """Lay out releases and photos; in each run some are new, some typed on, some saved."""
    typed_on = [a_file(folder, number) for number in range(chance.randint(0, 2))]
    rests = [a_file(folder, number + 5) for number in range(chance.randint(0, 1))]
    photos = [folder / f"{number}.jpg" for number in range(3)]
    for number, path in enumerate(photos):
        path.write_bytes(photo(number + 100))
    return Plan(
        profile=str(folder / "profile"),
        typed_on=tuple(map(str, typed_on)),
        rests=tuple(map(str, rests)),
        new=chance.randint(0 if typed_on else 1, 2),
        photos=tuple(map(str, photos)),
        saves=chance.choice((0, 0.03, 0.1)),
        adds=chance.choice((0, 0.05)),
        seed=chance.random(),
    )


def a_file(folder: Path, number: int) -> Path:
    """Write a release with photos and an id of its own."""
    path = folder / f"{number}.press"
    save_id, saved_at = saved(number)
    text = replace(release(2), id=UUID(int=number + 1))
    write_package(path, text, assets(2), save_id=save_id, saved_at=saved_at)
    return path
