"""Bar `damage`: files cut off, with wrong bytes, with lost and swapped sectors."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

from pressdesk.model.problem import PressDeskError
from pressdesk.opening import import_source
from pressdesk.paths import shipped
from pressdesk.storage.package import read_package, write_package
from tests.faults.releases import assets, release, saved
from tests.faults.rescue import (
    LEFT,
    REFUGES,
    RESCUED_WRONGLY,
    SALVAGED_WRONGLY,
    Refuge,
    Sound,
    lay_refuges,
    rescued,
)
from tests.faults.result import Figure, Result, Work

SECTOR = 512
SHOWN_WRONGLY = "wrong text or picture shown as right"


WRONG = (
    SHOWN_WRONGLY,
    SALVAGED_WRONGLY,
    RESCUED_WRONGLY,
    "traceback",
    "refused without the name of the file",
)
RIGHT = ("opened right", "opened, and a picture refused")


def run(runs: int, work: Work) -> Result:
    """Damage whole files in so many ways, open each, and where it is refused rescue it."""
    chance = random.Random(work.seed)
    seen: Counter[str] = Counter()
    notes: list[str] = []
    sound = _sound_files(work.folder)
    refuges = {
        file.name: lay_refuges(work.within(f"{file.name} kept").folder, file) for file in sound
    }
    for number in range(runs):
        turn, kind = divmod(number, len(sound))
        file = sound[kind]
        turn, way = divmod(turn, len(WAYS))
        refuge = refuges[file.name][turn % len(REFUGES)]
        refuge.path.write_bytes(WAYS[way](bytearray(file.data), chance))
        for what in _outcomes(file, refuge):
            seen[what] += 1
            if what in WRONG:
                notes.append(f"{number}, {file.name}, {WAYS[way].__name__}, {refuge.name}: {what}")
    return Result(
        runs=runs,
        figures=(
            *(Figure(what, seen[what], most=0) for what in WRONG),
            *(Figure(what, seen[what]) for what in RIGHT),
            Figure("refused with a sentence", seen["refused with a sentence"], least=1),
            *(Figure(f"of these: {what}", seen[what], least=1) for what in LEFT),
        ),
        notes=tuple(notes),
    )


def _outcomes(sound: Sound, refuge: Refuge) -> Iterator[str]:
    """Tell what came of a damaged file."""
    try:
        try:
            yield _opened(refuge.path, sound)
        except PressDeskError as error:
            yield from _of_a_refusal(error, refuge)
            yield from rescued(sound, refuge, error)
    except Exception:
        yield "traceback"


def _of_a_refusal(error: PressDeskError, refuge: Refuge) -> Iterator[str]:
    has_name = f"“{refuge.path.name}”" in str(error)
    yield "refused with a sentence" if has_name else "refused without the name of the file"


def _opened(path: Path, sound: Sound) -> str:
    """Tell how a damaged file opened; raises PressDeskError where it is refused."""
    package = read_package(path)
    whole = sound.package
    same = (
        package.release == whole.release
        and package.manifest == whole.manifest
        and package.unknown == whole.unknown
        and package.extensions == whole.extensions
    )
    if not same or set(package.assets) - set(whole.assets):
        return SHOWN_WRONGLY
    if set(package.assets) != set(whole.assets):
        return "opened, and a picture refused" if package.problems else SHOWN_WRONGLY
    refused = False
    for sha256 in package.assets:
        try:
            if package.assets.read(sha256) != sound.photos[sha256]:
                return SHOWN_WRONGLY
        except PressDeskError:
            refused = True
    return "opened, and a picture refused" if refused else "opened right"


def _sound_files(folder: Path) -> list[Sound]:
    """Write the files to be damaged: small ones, and the bundled sample with its photos."""
    sample = import_source(shipped("resources") / "samples" / "sample.md", UUID(int=9))
    content = {
        "text": (release(1), assets(0).only(())),
        "photos": (release(2), assets(2)),
        "sample": (sample.release, sample.assets),
    }
    sound: list[Sound] = []
    for name, (text, photos) in content.items():
        path = folder / f"{name}.press"
        save_id, saved_at = saved(1)
        write_package(path, text, photos, save_id=save_id, saved_at=saved_at)
        package = read_package(path)
        held = {sha256: package.assets.read(sha256) for sha256 in package.assets}
        sound.append(Sound(name, path.read_bytes(), package, held))
    return sound


def _cut(data: bytearray, chance: random.Random) -> bytearray:
    return data[: chance.randrange(len(data))]


def _cut_short(data: bytearray, chance: random.Random) -> bytearray:
    """Lose a little of the end, where the directory lies."""
    return data[: -chance.randint(1, min(600, len(data)))]


def _flip(data: bytearray, chance: random.Random) -> bytearray:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return data


def _flip_at_end(data: bytearray, chance: random.Random) -> bytearray:
    """Change a byte of the article, the manifest or the directory, which lie at the end."""
    data[-chance.randint(1, min(3_000, len(data)))] ^= chance.randint(1, 255)
    return data


def _scatter(data: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.randint(2, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return data


def _zero_sectors(data: bytearray, chance: random.Random) -> bytearray:
    begin = chance.randrange(0, len(data), SECTOR)
    size = min(SECTOR * chance.choice((1, 2, 8)), len(data) - begin)
    data[begin : begin + size] = bytes(size)
    return data


def _zero_all(data: bytearray, chance: random.Random) -> bytearray:
    """Leave the length only, as a failure of power may on some systems."""
    return bytearray(len(data))


def _empty(data: bytearray, chance: random.Random) -> bytearray:
    return bytearray()


def _swap_sectors(data: bytearray, chance: random.Random) -> bytearray:
    size = SECTOR * chance.choice((1, 8))
    one, two = (chance.randrange(0, len(data), size) for _ in range(2))
    first, second = data[one : one + size], data[two : two + size]
    both = min(len(first), len(second))
    data[one : one + both], data[two : two + both] = second[:both], first[:both]
    return data


def _lose_middle(data: bytearray, chance: random.Random) -> bytearray:
    begin = chance.randrange(len(data))
    del data[begin : begin + chance.randint(1, 5_000)]
    return data


def _grow(data: bytearray, chance: random.Random) -> bytearray:
    """Add bytes at the end or at the beginning, as a broken transfer may."""
    more = chance.randbytes(chance.randint(1, 5_000))
    return data + more if chance.random() < 0.5 else bytearray(more) + data


WAYS: tuple[Callable[[bytearray, random.Random], bytearray], ...] = (
    *(_cut, _cut_short, _flip, _flip_at_end, _scatter),
    *(_zero_sectors, _swap_sectors, _lose_middle, _grow),
    *(_zero_all, _empty),
)
