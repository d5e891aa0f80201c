"""What a disk may hold after the power failed: every order that its promises allow.

The model of ALICE (Pillai et al., OSDI 2014). What was flushed is there. Of what was not, each
name may have changed or not, and each write may be there, be missing, be zeros, or be torn at
the border of a sector. Flushing a new file makes its name durable too, as ext4 and XFS do.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import PurePosixPath
from typing import Literal, NamedTuple

from tests.faults.recording import (
    Acknowledged,
    Create,
    Image,
    Link,
    MakeFolder,
    Operation,
    Recording,
    Rename,
    SyncFile,
    SyncFolder,
    Truncate,
    Unlink,
    Write,
)

SECTOR = 512
MOST_SUBSETS = 6
"""Up to so many unflushed names, every subset of them is tried."""

Fate = Literal["there", "missing", "zeros"] | int
"""What became of a write; a number: so many of its bytes are there, the rest is missing."""
Change = Write | Truncate
Naming = Create | Rename | Link | Unlink | MakeFolder


class State(NamedTuple):
    """One disk as it may be found."""

    image: Image
    acknowledged: int
    """The revision that the program had acknowledged when the power failed; 0: none."""
    when: str


def without_flushing(recording: Recording) -> Recording:
    """Give the same without all flushing: the control, which must not pass."""
    kept = [each for each in recording.operations if not isinstance(each, SyncFile | SyncFolder)]
    return Recording(recording.begin, tuple(kept))


def states(recording: Recording, chance: random.Random, most: int) -> Iterator[State]:
    """Give the disks that a failure may leave, after each operation at the most so many."""
    operations = recording.operations
    for length in range(len(operations) + 1):
        done = operations[:length]
        acknowledged = [each.revision for each in done if isinstance(each, Acknowledged)]
        last = type(done[-1]).__name__ if done else "start"
        found = list(_choices(done, chance))
        if len(found) > most:
            found = [found[0], *chance.sample(found[1:], most - 1)]
        for names, fates in found:
            image = _rebuilt(recording.begin, done, names, fates)
            if image:
                when = f"after {length} ({last}), unflushed names kept {sorted(names)}, {fates}"
                yield State(image, acknowledged[-1] if acknowledged else 0, when)


def _choices(
    done: Sequence[Operation], chance: random.Random
) -> Iterator[tuple[frozenset[int], dict[int, Fate]]]:
    """Give which unflushed names are kept, and the fate of each unflushed write, by their place."""
    loose_names = [place for place, each in enumerate(done) if _is_loose_name(done, place, each)]
    loose = [place for place, each in enumerate(done) if _is_loose_write(done, place, each)]
    files: dict[int, list[int]] = {}
    for place in loose:
        change = done[place]
        assert isinstance(change, Change)
        files.setdefault(change.file, []).append(place)
    for names in _subsets(loose_names, chance):
        yield names, {}
        if len(files) > 1:
            yield names, dict.fromkeys(loose, "missing")
        for places in files.values():
            others: dict[int, Fate] = {place: "missing" for place in loose if place not in places}
            for fates in _fates(done, places, chance):
                yield names, fates
                if others:
                    yield names, {**others, **fates}


def _fates(
    done: Sequence[Operation], places: list[int], chance: random.Random
) -> Iterator[dict[int, Fate]]:
    """Give fates for the unflushed changes of one file; a change not named is there."""
    for kept in range(len(places)):
        yield dict.fromkeys(places[kept:], "missing")
        yield dict.fromkeys(places[kept:], "zeros")
    for place in places:
        yield {place: "missing"}
        yield {place: "zeros"}
        for there in _borders(done[place]):
            yield {place: there}
            yield {place: there, **{other: "missing" for other in places if other > place}}
    for _ in range(4 if len(places) > 2 else 0):
        yield {place: chance.choice(("there", "missing", "zeros")) for place in places}


def _borders(change: Operation) -> list[int]:
    """Give how many bytes of a write are there when it is torn between two sectors."""
    if not isinstance(change, Write):
        return []
    first = SECTOR - change.place % SECTOR
    return list(range(first, len(change.data), SECTOR))


def _subsets(places: list[int], chance: random.Random) -> Iterator[frozenset[int]]:
    if len(places) <= MOST_SUBSETS:
        for kept in product((True, False), repeat=len(places)):
            yield frozenset(place for place, keep in zip(places, kept, strict=True) if keep)
        return
    for length in range(len(places) + 1):
        yield frozenset(places[:length])
    for place in places:
        yield frozenset(places) - {place}
    for _ in range(2**MOST_SUBSETS):
        yield frozenset(place for place in places if chance.random() < 0.5)


def _is_loose_name(done: Sequence[Operation], place: int, each: Operation) -> bool:
    if not isinstance(each, Naming):
        return False
    later = done[place + 1 :]
    name = each.new if isinstance(each, Rename | Link) else each.path
    if SyncFolder(str(PurePosixPath(name).parent)) in later:
        return False
    return not (isinstance(each, Create) and SyncFile(each.file) in later)


def _is_loose_write(done: Sequence[Operation], place: int, each: Operation) -> bool:
    return isinstance(each, Change) and SyncFile(each.file) not in done[place + 1 :]


def _rebuilt(
    begin: Image, done: Sequence[Operation], kept: frozenset[int], fates: dict[int, Fate]
) -> Image | None:
    """Make the disk of one choice; None where a name kept needs one that is not."""
    folders, names = set(begin.folders), dict(begin.names)
    files = {file: bytearray(data) for file, data in begin.files.items()}
    for place, each in enumerate(done):
        if isinstance(each, Create):
            files[each.file] = bytearray()
        if isinstance(each, Naming):
            loose = place not in kept and _is_loose_name(done, place, each)
            if not loose and not _name(each, folders, names):
                return None
        elif isinstance(each, Change):
            _change(files[each.file], each, fates.get(place, "there"))
    return Image(
        frozenset(folders), names, {file: bytes(files[file]) for file in {*names.values()}}
    )


def _name(each: Naming, folders: set[str], names: dict[str, int]) -> bool:
    """Do what happens to a name; False where it can't happen."""
    match each:
        case Create():
            names[each.path] = each.file
        case Rename() | Link():
            if each.old not in names:
                return False
            names[each.new] = names[each.old]
            if isinstance(each, Rename):
                del names[each.old]
        case Unlink():
            return names.pop(each.path, None) is not None
        case MakeFolder():
            folders.add(each.path)
    path = each.new if isinstance(each, Rename | Link) else each.path
    return str(PurePosixPath(path).parent) in folders


def _change(data: bytearray, each: Change, fate: Fate) -> None:
    if fate == "missing":
        return
    if isinstance(each, Truncate):
        data[:] = data[: each.size] + bytes(max(0, each.size - len(data)))
        return
    written = each.data
    if fate == "zeros":
        written = bytes(len(written))
    elif isinstance(fate, int):
        written = written[:fate]
    data.extend(bytes(max(0, each.place - len(data))))
    data[each.place : each.place + len(written)] = written
