"""Bar `two`: two people edit and save one file in turns, without asking each other."""

import random
import re
import time
from pathlib import Path
from uuid import uuid4

from msgspec.structs import replace

from pressdesk.model.body import block_texts
from pressdesk.model.release import Release
from pressdesk.paths import Paths
from pressdesk.safekeeping import Safekeeping
from pressdesk.saving import Order, save_release
from pressdesk.storage.journal import Work as Opening
from pressdesk.storage.package import read_package, write_package
from tests.builders import RELEASE_ID, a_paragraph
from tests.faults.children import Acknowledge, Child, Ready
from tests.faults.releases import assets, release, saved
from tests.faults.result import Figure, Result, Work
from tests.faults.scenarios import FILE

PEOPLE = ("one", "two")
USER = "Anna Keller"
"""One name for both: a person with two machines gives copies the same names."""
LONGEST_S = 0.03
"""The longest pause before opening, and between opening and saving."""
_EDIT = re.compile(r"Edit (\w+)\.")


def run(runs: int, work: Work) -> Result:
    """Let both open, edit and save, so often together; every edit must be somewhere."""
    path = work.folder / FILE
    save_id, at = saved(1)
    write_package(path, release(1), assets(1), save_id=save_id, saved_at=at)
    chance = random.Random(work.seed)
    children: list[Child] = []
    for name in PEOPLE:
        pauses = [_pauses(chance) for _ in range(runs // len(PEOPLE))]
        children.append(Child(edit_on, work.folder, name, pauses))
    for child in children:
        child.go()
    endings = [child.ending() for child in children]
    wanted = {
        f"{name}{number}"
        for name, ending in zip(PEOPLE, endings, strict=True)
        for number in range(ending.acknowledged)
    }
    files = {each: _edits(read_package(each).release) for each in work.folder.glob("*.press")}
    in_files = set[str]().union(*files.values())
    in_versions = set[str]().union(*(_edits(each) for each in _versions(work.folder)))
    lost = wanted - in_files - in_versions
    failed = [ending for ending in endings if ending.how != "done"]
    return Result(
        runs=len(wanted),
        figures=(
            Figure("edits lost", len(lost), most=0),
            Figure("people whose work ended with an error", len(failed), most=0),
            Figure("edits in the file", len(wanted & files[path])),
            Figure("conflict copies", len(files) - 1, least=1),
            Figure("edits in a version only", len((wanted & in_versions) - in_files)),
        ),
        notes=(*sorted(lost), *(str(ending) for ending in failed)),
    )


def edit_on(
    ready: Ready,
    acknowledge: Acknowledge,
    folder: Path,
    name: str,
    pauses: list[tuple[float, float]],
) -> None:
    """Open, add a paragraph and save, again and again, with the pauses before and between."""
    safe = Safekeeping(Paths(folder / f"profile-{name}"), USER)
    path = folder / FILE
    ready()
    for number, (before, between) in enumerate(pauses):
        time.sleep(before)
        package = read_package(path)
        edited = a_paragraph(f"Edit {name}{number}.", f"{name}{number}")
        text = replace(package.release, body=(*package.release.body, edited))
        time.sleep(between)
        opening = Opening(
            id=uuid4(), doc_id=RELEASE_ID, path=path, save_id=package.manifest.save_id
        )
        order = Order(
            path=path,
            release=text,
            assets=package.assets,
            work=opening,
            base=package,
            expected=package,
        )
        save_release(order, safe)
        acknowledge(number + 1)


def _pauses(chance: random.Random) -> tuple[float, float]:
    return chance.uniform(0, LONGEST_S), chance.uniform(0, LONGEST_S)


def _edits(text: Release) -> set[str]:
    words = (found for block in text.body for found in block_texts(block))
    return {edit for word in words for edit in _EDIT.findall(word)}


def _versions(folder: Path) -> list[Release]:
    found: list[Release] = []
    for name in PEOPLE:
        safe = Safekeeping(Paths(folder / f"profile-{name}"), USER)
        for version in safe.versions.list(RELEASE_ID):
            found.append(safe.versions.read(RELEASE_ID, version.number).release)
        safe.close()
    return found
