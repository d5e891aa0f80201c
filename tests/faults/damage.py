"""Bar `damage`: files cut off, with wrong bytes, with lost and swapped sectors."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from msgspec import Struct

from pressdesk.model.problem import PressDeskError
from pressdesk.opening import import_source
from pressdesk.paths import shipped
from pressdesk.storage.package import Package, read_package, write_package
from tests.faults.releases import assets, release, saved
from tests.faults.result import Figure, Result, Work

SECTOR = 512


class Sound(Struct, frozen=True):
    """A file that is whole, and what it holds."""

    name: str
    data: bytes
    package: Package
    photos: dict[str, bytes]


def run(runs: int, work: Work) -> Result:
    """Damage whole files in so many ways and open each."""
    chance = random.Random(work.seed)
    seen: Counter[str] = Counter()
    notes: list[str] = []
    sound = _sound_files(work.folder)
    for number in range(runs):
        file = sound[number % len(sound)]
        way = WAYS[number // len(sound) % len(WAYS)]
        path = work.folder / "damaged.press"
        path.write_bytes(way(bytearray(file.data), chance))
        try:
            what = _opened(path, file)
        except PressDeskError as error:
            what = "refused" if "“damaged.press”" in str(error) else "nameless"
        except Exception as error:
            what = "traceback"
            notes.append(f"{number}, {file.name}, {way.__name__}: {error!r}")
        if what in ("wrong", "nameless"):
            notes.append(f"{number}, {file.name}, {way.__name__}: {what}")
        seen[what] += 1
    return Result(
        runs=runs,
        figures=(
            Figure("wrong text or picture shown as right", seen["wrong"], most=0),
            Figure("traceback", seen["traceback"], most=0),
            Figure("refused without the name of the file", seen["nameless"], most=0),
            Figure("opened right", seen["right"]),
            Figure("opened, and a picture refused", seen["picture refused"]),
            Figure("refused with a sentence", seen["refused"], least=1),
        ),
        notes=tuple(notes),
    )


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
        return "wrong"
    if set(package.assets) != set(whole.assets):
        return "picture refused" if package.problems else "wrong"
    refused = False
    for sha256 in package.assets:
        try:
            if package.assets.read(sha256) != sound.photos[sha256]:
                return "wrong"
        except PressDeskError:
            refused = True
    return "picture refused" if refused else "right"


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
)
