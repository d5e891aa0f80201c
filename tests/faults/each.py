"""Bar `each`: a save is killed at every one of its system calls."""

import random
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pressdesk.model.problem import PressDeskError
from pressdesk.storage.disk import DISK
from tests.faults.children import Acknowledge, Child, Ending, Ready
from tests.faults.result import Figure, Result, Work
from tests.faults.scenarios import NEW, SCENARIOS, Scenario, check, leftovers
from tests.faults.system_calls import calls, missing, traced

OURS = ("recvfrom", "sendto", "exit_group")
"""System calls of the child's talk with us; the last one acknowledges."""


def run(runs: int, work: Work, scenarios: Sequence[Scenario] = SCENARIOS) -> Result:
    """Kill at every system call of every scenario; where `runs` is not 0, at so many of them."""
    if why := missing():
        return Result(runs=0, skipped=why)
    points = [
        (scenario, name, number)
        for scenario in scenarios
        for name, most in calls_of(scenario, work).items()
        if name not in OURS
        for number in range(1, most + 1)
    ]
    if runs:
        points = random.Random(work.seed).sample(points, min(runs, len(points)))
    seen: Counter[str] = Counter()
    notes: list[str] = []
    for scenario, name, number in points:
        for what in _kill_at(scenario, name, number, work):
            seen[what] += 1
            if what not in ("killed", "left"):
                notes.append(f"{scenario.name}, {name} {number}: {what}")
    return Result(
        runs=len(points),
        figures=(
            Figure("killed at its call", seen["killed"], least=0.98 * len(points)),
            Figure("corrupt", seen["corrupt"], most=0),
            Figure("acknowledged saves lost", seen["lost"], most=0),
            Figure("not saved, and not offered for recovery", seen["typing lost"], most=0),
            Figure("saved, and offered as if not", seen["false offer"], most=0),
            Figure("picture lost", seen["picture lost"], most=0),
            Figure("kills that left a temporary copy", seen["left"]),
        ),
        notes=tuple(notes),
    )


def calls_of(scenario: Scenario, work: Work) -> Counter[str]:
    """Count the system calls of one save, by their names."""
    with tempfile.TemporaryDirectory(dir=work.folder) as folder:
        trace = work.folder / "trace"
        scenario.prepare(Path(folder))
        ending = save_under(scenario, Path(folder), trace)
        if ending.how != "done":
            raise RuntimeError(f"The scenario {scenario.name} does not work: {ending.message}")
        return Counter(calls(trace))


def save_under(scenario: Scenario, folder: Path, trace: Path, *options: str) -> Ending:
    """Let a child save revision NEW under strace; gives how it ended."""
    child = Child(save_once, scenario, folder)
    with traced(child.pid, trace, *options):
        child.go()
        return child.ending()


def save_once(
    ready: Ready, acknowledge: Acknowledge, scenario: Scenario, folder: Path
) -> Sequence[PressDeskError]:
    """Save revision NEW and acknowledge it; gives what was told."""
    step, _ = scenario.begin(folder, DISK)
    ready()
    warnings = step(NEW)
    acknowledge(NEW)
    return warnings


def _kill_at(scenario: Scenario, name: str, number: int, work: Work) -> list[str]:
    options = ("-e", f"trace={name}", "-e", f"inject={name}:signal=SIGKILL:when={number}")
    seen: list[str] = []
    with tempfile.TemporaryDirectory(dir=work.folder) as place:
        folder = Path(place)
        scenario.prepare(folder)
        ending = save_under(scenario, folder, work.folder / "trace", *options)
        seen += ["killed"] * (ending.how == "killed")
        seen += ["left"] * bool(leftovers(folder))
        return [*seen, *check(scenario, folder, ending.acknowledged).faults]
