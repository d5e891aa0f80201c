"""Bar `lock`: many find the same lock of a process that is gone, and one must get it."""

import datetime as dt
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from pressdesk.storage.lock import Held, Lock, claim, lock_path, look, take, take_over
from pressdesk.storage.process import Owner, this_process
from tests.faults.children import warm_context
from tests.faults.result import Figure, Result, Work

PROCESSES = 6
HEAD_START_S = 0.002
"""From the sign to the start, so that all begin at once."""
Kind = str
"""`stale`, `live` or `silent`: of a machine that gave no sign of life for long."""


class Told(NamedTuple):
    """What a process believes after a race."""

    has_it: bool
    token: str
    """Of the lock that it has, or that it was told of."""


def run(runs: int, work: Work) -> Result:
    """Race so often for a stale lock; and some of it for a live one, and one taken over."""
    path = work.folder / "release.press"
    path.touch()
    seen: Counter[str] = Counter()
    notes: list[str] = []
    counts: dict[Kind, int] = {"stale": runs, "live": runs // 6, "silent": runs // 6}
    rounds = [kind for kind, count in counts.items() for _ in range(count)]
    with _racers(path) as racers:
        for number, kind in enumerate(rounds):
            token = _lay(path, kind)
            told = _race(racers, kind)
            for what in _faults(path, kind, token, told):
                seen[f"{kind}: {what}"] += 1
                notes.append(f"race {number}, {kind}: {what}: {told}")
    return Result(
        runs=len(rounds),
        figures=(
            Figure("stale lock: more than one owner", seen["stale: many"], most=0),
            Figure("stale lock: no owner", seen["stale: none"], most=0),
            Figure("live lock broken", seen["live: broken"], most=0),
            Figure("taken over by more than one", seen["silent: many"], most=0),
            Figure("taken over by no one", seen["silent: none"], most=0),
            Figure("told of another owner than there is", _sum(seen, "untrue"), most=0),
            Figure("files left behind", _sum(seen, "left"), most=0),
        ),
        notes=tuple(notes),
    )


def _sum(seen: Counter[str], what: str) -> int:
    return sum(count for key, count in seen.items() if key.endswith(what))


def _faults(path: Path, kind: Kind, token: str, told: list[Told]) -> Iterator[str]:
    owners = [each.token for each in told if each.has_it]
    now = look(path)
    there = str(now.holder.token) if now and now.holder else ""
    if kind == "live":
        if owners or there != token:
            yield "broken"
    elif len(owners) != 1:
        yield "many" if owners else "none"
    elif there != owners[0]:
        yield "untrue"
    if any(not each.has_it and each.token not in (there, "") for each in told):
        yield "untrue"
    if {each.name for each in path.parent.iterdir()} != {path.name, lock_path(path).name}:
        yield "left"


def _lay(path: Path, kind: Kind) -> str:
    """Lay down a lock: of a process that is gone, of our own, or of a silent machine."""
    for file in path.parent.iterdir():
        if file != path:
            file.unlink()
    ours = this_process("Tom Reed")
    owners: dict[Kind, Owner] = {
        "stale": replace(ours, pid=2**22, start="0"),
        "live": ours,
        "silent": replace(ours, host="another"),
    }
    holder = claim(owners[kind], dt.datetime.now(dt.UTC), "PressDesk", None)
    lock_path(path).write_bytes(msgspec.json.encode(holder))
    return str(holder.token)


def _race(racers: list[Any], kind: Kind) -> list[Told]:
    for racer in racers:
        racer.send(kind)
    for racer in racers:
        racer.recv()  # each has looked at the lock and waits
    start = time.monotonic() + HEAD_START_S
    for racer in racers:
        racer.send(start)
    return [Told(*racer.recv()) for racer in racers]


@contextmanager
def _racers(path: Path) -> Iterator[list[Any]]:
    context = warm_context()
    lines: list[Any] = []
    processes: list[Any] = []
    for _ in range(PROCESSES):
        ours, theirs = context.Pipe()
        process = context.Process(target=_live, args=(theirs, path))
        process.start()
        theirs.close()
        lines.append(ours)
        processes.append(process)
    try:
        yield lines
    finally:
        for line in lines:
            line.close()
        for process in processes:
            process.join()
            process.close()


def _live(line: Connection, path: Path) -> None:
    """Race until the line is closed."""
    owner = this_process("Anna Keller")
    while True:
        try:
            kind: Kind = line.recv()
        except EOFError:
            return
        judged = look(path)
        ours = claim(owner, dt.datetime.now(dt.UTC), "PressDesk", None)
        line.send("ready")
        start: float = line.recv()
        while time.monotonic() < start:
            pass
        if kind == "silent" and judged is not None:
            got = take_over(path, judged, ours)
        else:
            got = take(path, ours)
        line.send((isinstance(got, Lock), _token(got)))


def _token(got: Lock | Held) -> str:
    return str(got.holder.token) if got.holder else ""
