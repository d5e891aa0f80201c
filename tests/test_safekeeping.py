"""The bytes of a photo are found wherever they are still whole."""

import datetime as dt
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from pressdesk.model.assets import Assets
from pressdesk.paths import Paths
from pressdesk.recovery import list_unsaved, restore
from pressdesk.safekeeping import Safekeeping
from pressdesk.saving import Order, save_release
from pressdesk.storage.database import not_protected
from pressdesk.storage.journal import Journal, Work
from pressdesk.storage.package import read_package, write_package
from tests.builders import RELEASE_ID, a_photo, a_release

DATA = os.urandom(50_000)
WHOLE, MEDIA = Assets().with_bytes(DATA)
RELEASE = a_release(photos=(a_photo("f1", media=MEDIA, name="stair.jpg"),))
MORNING = dt.datetime(2026, 3, 5, 9, tzinfo=dt.UTC)


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safekeeping]:
    made = Safekeeping(Paths(tmp_path / "profile"), "Anna Keller")
    yield made
    made.close()


def written(path: Path) -> Path:
    write_package(path, RELEASE, WHOLE, save_id=UUID(int=8), saved_at=MORNING)
    return path


def damaged(path: Path) -> Assets:
    """Give the photos of a release's file after harm was done to it."""
    at = written(path).read_bytes().index(DATA[:100])
    with path.open("r+b") as file:
        file.seek(at + 1_000)
        file.write(b"damage")
    return read_package(path).assets


def test_a_photo_damaged_in_the_file_is_found_in_the_profile(safe: Safekeeping, tmp_path: Path):
    package = damaged(tmp_path / "museum.press")
    safe.media.put(DATA)
    found, problems = safe.gather_photos(RELEASE, [package])
    assert problems == ()
    assert found.read(MEDIA) == DATA


def test_a_photo_is_found_in_the_newest_backup_that_has_it_whole(safe: Safekeeping, tmp_path: Path):
    for day, make in ((3, written), (4, written), (5, damaged)):
        path = tmp_path / f"{day}.press"
        make(path)
        held = read_package(path).held
        assert held is not None
        safe.backups.keep(held, RELEASE_ID, dt.date(2026, 3, day))
    found, problems = safe.gather_photos(RELEASE, [damaged(tmp_path / "museum.press")])
    assert problems == ()
    assert found.read(MEDIA) == DATA


def test_a_photo_that_is_whole_nowhere_is_told_and_stays_where_it_is(
    safe: Safekeeping, tmp_path: Path
):
    package = damaged(tmp_path / "museum.press")
    safe.media.put(DATA)
    (Paths(tmp_path / "profile").media / MEDIA).write_bytes(DATA[:-1])
    found, (problem,) = safe.gather_photos(RELEASE, [Assets(), package])
    assert "“stair.jpg” was not found" in problem.message
    assert found.has_from(package, MEDIA)


def test_a_photo_that_was_mended_and_not_saved_is_offered_for_recovery(
    safe: Safekeeping, tmp_path: Path
):
    path = tmp_path / "museum.press"
    damaged(path)
    package = read_package(path)
    gone = replace(safe.owner, pid=2**22 + 5, start="1")
    work = Work(id=UUID(int=1), doc_id=RELEASE_ID, path=path, save_id=package.manifest.save_id)
    safe.media.put(DATA)
    Journal(safe.database, safe.media, gone).write(work, RELEASE, WHOLE, in_file=package.assets)
    (found,) = list_unsaved(safe)
    restored = restore(safe, found)
    assert restored.assets.read(MEDIA) == DATA
    assert restored.problems == ()


def test_what_lies_whole_in_its_file_is_not_offered(safe: Safekeeping, tmp_path: Path):
    package = read_package(written(tmp_path / "museum.press"))
    gone = replace(safe.owner, pid=2**22 + 5, start="1")
    path, save_id = tmp_path / "museum.press", package.manifest.save_id
    work = Work(id=UUID(int=1), doc_id=RELEASE_ID, path=path, save_id=save_id)
    safe.media.put(DATA)
    Journal(safe.database, safe.media, gone).write(work, RELEASE, WHOLE, in_file=package.assets)
    assert list_unsaved(safe) == ()


def test_a_row_whose_journal_is_deleted_before_rows_are_thinned_out_is_known_as_lost(
    safe: Safekeeping, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def delete_and_thin_out(journal: Journal, *args: float) -> None:
        for file in safe.database.path.parent.glob("journal.db*"):
            file.unlink()
        thin_out(journal, *args)

    thin_out = vars(Journal)["_prune"]
    monkeypatch.setattr(Journal, "_prune", delete_and_thin_out)
    work = Work(id=UUID(int=1), doc_id=RELEASE_ID)
    kept = safe.protect(work, RELEASE, WHOLE, None)
    assert kept.fault is None
    assert safe.journal.last(work.id) is None
    assert kept.opening != safe.database.openings


def gone_safe(tmp_path: Path) -> Safekeeping:
    """Give the safekeeping of a process that is gone: what it left is offered."""
    safe = Safekeeping(Paths(tmp_path / "profile"), "Anna Keller")
    gone = replace(safe.owner, pid=2**22 + 5, start="1")
    vars(safe.journal)["_owner"] = vars(safe.fallback)["_owner"] = gone
    return safe


def offered(safe: Safekeeping) -> list[str]:
    return [each.row.release.headline for each in safe.unsaved()]


@pytest.mark.parametrize("fails", [False, True])
def test_a_row_that_comes_late_takes_nothing_newer_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: bool
):
    safe = gone_safe(tmp_path)
    work = Work(id=UUID(int=1), doc_id=RELEASE_ID)
    write = Journal.write

    def hang(journal: Journal, *args: Any, **options: Any) -> int:
        newer = a_release(headline="Newer")
        safe.protect_beside(work, newer, None, time.monotonic())
        if fails:
            raise not_protected("PD-JRN-001", "The disk is away.")
        return write(journal, *args, **options)

    monkeypatch.setattr(Journal, "write", hang)
    safe.protect(work, a_release(headline="Older"), Assets(), None)
    monkeypatch.undo()
    assert offered(safe) == ["Newer"]
    safe.protect(work, a_release(headline="Newest"), Assets(), None)
    assert offered(safe) == ["Newest"]
    assert safe.fallback.unsaved() == ()
    safe.close()


def test_a_line_beside_that_comes_late_does_not_outdo_the_row(tmp_path: Path):
    safe = gone_safe(tmp_path)
    work = Work(id=UUID(int=1), doc_id=RELEASE_ID)
    taken = time.monotonic()
    safe.protect(work, a_release(headline="Newer"), Assets(), None)
    safe.protect_beside(work, a_release(headline="Older"), None, taken)
    assert offered(safe) == ["Newer"]
    safe.close()


def test_text_beside_that_was_typed_after_a_save_began_outlives_the_save(tmp_path: Path):
    safe = gone_safe(tmp_path)
    work = Work(id=UUID(int=1), doc_id=RELEASE_ID)
    order = Order(path=tmp_path / "r.press", release=a_release(), assets=Assets(), work=work)
    safe.protect_beside(work, a_release(headline="Newer"), None, time.monotonic())
    save_release(order, safe)
    assert offered(safe) == ["Newer"]
    safe.close()


def test_a_line_beside_of_before_the_save_is_not_offered_after_it(tmp_path: Path):
    safe = gone_safe(tmp_path)
    work = Work(id=UUID(int=1), doc_id=RELEASE_ID)
    taken = time.monotonic()
    order = Order(path=tmp_path / "r.press", release=a_release(), assets=Assets(), work=work)
    save_release(order, safe)
    safe.protect_beside(work, a_release(headline="Older"), None, taken)
    assert offered(safe) == []
    safe.close()
