"""Bar `power`: the power fails after every operation of a save, and the disk is opened."""

import hashlib
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.children import Child
from tests.faults.crash_states import State, states, without_flushing
from tests.faults.each import save_once
from tests.faults.recording import Image, Recorder, Recording, handles_of, image_of
from tests.faults.result import Figure, Result, Work
from tests.faults.scenarios import SCENARIOS, Scenario, Seen, check
from tests.faults.system_calls import missing, traced

_WATCHED = "trace=%file,%desc,sendto"
_WHOLE_DATA = ("-xx", "-s", "100000000", "-e", _WATCHED)


def run(runs: int, work: Work, scenarios: Sequence[Scenario] = SCENARIOS) -> Result:
    """Open at the most so many disks for each operation, of every scenario and of its control."""
    if why := missing():
        return Result(runs=0, skipped=why)
    found: Counter[str] = Counter()
    control: Counter[str] = Counter()
    notes: list[str] = []
    for scenario in scenarios:
        recording, folder = record(scenario, work)
        disks = states(recording, random.Random(work.seed), runs)
        found += _opened(scenario, folder, disks, notes)
        disks = states(without_flushing(recording), random.Random(work.seed), -(-runs // 4))
        control += _opened(scenario, folder, disks, [])
    seldom = 1 if control["states"] > 1_000 else None  # one in seventy; a few states may have none
    return Result(
        runs=found["states"],
        figures=(
            Figure("corrupt", found["corrupt"], most=0),
            Figure("acknowledged, but missing", found["lost"], most=0),
            Figure("not saved, and not offered for recovery", found["typing lost"], most=0),
            Figure("saved, and offered as if not", found["false offer"], most=0),
            Figure("picture lost", found["picture lost"], most=0),
            Figure("different disks among the states", found["different"]),
            Figure("control without flushing: corrupt", control["corrupt"], least=1),
            Figure("control without flushing: missing", control["lost"], least=seldom),
            Figure("control without flushing: states", control["states"]),
        ),
        notes=tuple(notes),
    )


def record(scenario: Scenario, work: Work) -> tuple[Recording, Path]:
    """Record one save of a scenario; gives it, and the folder it was done in."""
    folder = Path(tempfile.mkdtemp(dir=work.folder))
    scenario.prepare(folder)
    child = Child(save_once, scenario, folder)
    begin = image_of(folder)
    recorder = Recorder(begin, handles_of(child.pid, begin), folder)
    trace = work.folder / "trace"
    with traced(child.pid, trace, *_WHOLE_DATA):
        child.go()
        ending = child.ending()
    if ending.how != "done":
        raise RuntimeError(f"The scenario {scenario.name} does not work: {ending.message}")
    with trace.open() as lines:
        recorder.read(iter(lines))
    recording = Recording(begin, tuple(recorder.operations))
    _prove(recording, folder)
    return recording, folder


def _prove(recording: Recording, folder: Path) -> None:
    """See that all operations together give what really lies there, else nothing was proven."""
    *_, last = states(recording, random.Random(0), 1)
    real = image_of(folder)
    rebuilt = {name: last.image.files[file] for name, file in last.image.names.items()}
    if rebuilt != {name: real.files[file] for name, file in real.names.items()}:
        raise RuntimeError("The recording does not give the files that were really written.")


def _opened(
    scenario: Scenario, folder: Path, disks: Iterator[State], notes: list[str]
) -> Counter[str]:
    seen: Counter[str] = Counter()
    known: dict[tuple[bytes, int], Seen] = {}
    for disk in disks:
        key = _digest(disk.image), disk.acknowledged
        if key not in known:
            lay_out(disk.image, folder)
            known[key] = check(scenario, folder, disk.acknowledged)
        seen["states"] += 1
        for what in known[key].faults:
            seen[what] += 1
            notes.append(f"{scenario.name}, {what}: {known[key].why}; {disk.when}")
    seen["different"] = len(known)
    return seen


def lay_out(image: Image, folder: Path) -> None:
    """Make a folder hold what an image holds, and nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    for path in sorted(image.folders | {str(folder)}):
        Path(path).mkdir(exist_ok=True, parents=True)
    for name, file in image.names.items():
        Path(name).write_bytes(image.files[file])


def _digest(image: Image) -> bytes:
    made = hashlib.sha256()
    for name, file in sorted(image.names.items()):
        made.update(f"{name}\0{len(image.files[file])}\0".encode())
        made.update(image.files[file])
    return made.digest()
