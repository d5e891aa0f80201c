"""A save gives the new file or leaves the old one, and never writes over what nobody saw."""

import datetime as dt
import errno
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID, uuid4

import pytest
from msgspec.structs import replace

from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.paths import Paths
from pressdesk.safekeeping import Safekeeping
from pressdesk.saving import Order, Saved, conflict_path, save_release
from pressdesk.storage.disk import Disk
from pressdesk.storage.held import seen_now
from pressdesk.storage.journal import Work
from pressdesk.storage.lock import Lock, claim, lock_path, look, take, take_over
from pressdesk.storage.package import read_package, write_package
from pressdesk.storage.process import this_process
from tests.builders import RELEASE_ID, a_photo, a_release

NOON = dt.datetime(2026, 3, 5, 12, 2).astimezone()
WORK = Work(id=UUID(int=1), doc_id=RELEASE_ID)


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safekeeping]:
    made = Safekeeping(Paths(tmp_path / "profile"), "Anna Keller")
    yield made
    made.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "desk").mkdir()
    return tmp_path / "desk" / "museum.press"


def save(safe: Safekeeping, path: Path, release: Release, **more: Any) -> Saved:
    disk = more.pop("disk", Disk())
    at = more.pop("now", NOON)
    fields: dict[str, Any] = {"assets": Assets(), "work": WORK, **more}
    return save_release(Order(path=path, release=release, **fields), safe, now=at, disk=disk)


def saved_by_tom(path: Path, headline: str = "Tom's") -> None:
    write_package(path, a_release(headline=headline), Assets(), save_id=UUID(int=77), saved_at=NOON)


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def test_a_save_is_in_the_file_and_among_the_versions(safe: Safekeeping, path: Path):
    saved = save(safe, path, a_release(), name="As sent")
    assert read_package(path).release == a_release()
    assert saved.theirs is None
    assert saved.warnings == ()
    (version,) = safe.versions.list(RELEASE_ID)
    assert (version.name, version.user, version.at) == ("As sent", "Anna Keller", NOON)
    assert version.save_id == saved.package.manifest.save_id
    assert names(path) == ["museum.press"]


def test_what_another_saved_is_kept_with_the_words_that_it_changed(safe: Safekeeping, path: Path):
    save(safe, path, a_release(headline="Anna's first words"))
    saved_by_tom(path, "Tom's first")
    for _ in range(2):
        safe.note_opened(path, read_package(path))
    newest, _ = safe.versions.list(RELEASE_ID)
    assert (newest.user, newest.words_added, newest.words_removed) == ("", 1, 2)


def test_saving_again_counts_words_and_keeps_the_morning_of_each_day(safe: Safekeeping, path: Path):
    first = save(safe, path, a_release())
    for day in range(2):
        for number in range(2):
            headline = f"Day {day}, {number}"
            first = save(
                safe,
                path,
                a_release(headline=headline),
                base=first.package,
                expected=first.package,
                now=NOON + dt.timedelta(days=day, minutes=number),
            )
    assert len(safe.versions.list(RELEASE_ID)) == 5
    backups = safe.backups.list(RELEASE_ID)
    assert [each.day for each in backups] == [
        (NOON + dt.timedelta(days=1)).date(),
        NOON.date(),
    ]
    assert read_package(backups[1].path).release == a_release()
    assert read_package(backups[0].path).release.headline == "Day 0, 1"


def test_a_file_that_another_saved_is_left_and_ours_lies_beside(safe: Safekeeping, path: Path):
    first = save(safe, path, a_release())
    saved_by_tom(path)
    theirs = path.read_bytes()
    saved = save(
        safe, path, a_release(headline="Anna's"), base=first.package, expected=first.package
    )
    assert saved.theirs == path
    assert path.read_bytes() == theirs
    assert names(path) == ["museum (Anna Keller, 2026-03-05 12.02).press", "museum.press"]
    assert read_package(saved.path).release.headline == "Anna's"


def test_a_file_that_another_saves_while_ours_is_written_is_left_too(safe: Safekeeping, path: Path):
    first = save(safe, path, a_release())

    class Late(Disk):
        def flush(self, file: BinaryIO) -> None:
            super().flush(file)
            if path.name in str(file.name) and not names(path)[0].startswith("museum ("):
                saved_by_tom(path)

    saved = save(
        safe,
        path,
        a_release(headline="Anna's"),
        base=first.package,
        expected=first.package,
        disk=Late(),
    )
    assert saved.theirs == path
    assert read_package(path).release.headline == "Tom's"
    assert read_package(saved.path).release.headline == "Anna's"
    assert len(names(path)) == 2


@pytest.mark.parametrize("content", [b"", b"half of a file", None])
def test_a_file_that_can_not_be_read_any_more_counts_as_another(
    safe: Safekeeping, path: Path, content: bytes | None
):
    first = save(safe, path, a_release())
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] if content is None else content)
    left = path.read_bytes()
    saved = save(
        safe, path, a_release(headline="Anna's"), base=first.package, expected=first.package
    )
    assert saved.theirs == path
    assert path.read_bytes() == left


def test_the_same_file_written_anew_by_a_sync_client_is_no_conflict(safe: Safekeeping, path: Path):
    first = save(safe, path, a_release())
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data)
    os.utime(path, (0, 0))
    saved = save(
        safe, path, a_release(headline="Anna's"), base=first.package, expected=first.package
    )
    assert saved.theirs is None
    assert read_package(path).release.headline == "Anna's"


def test_a_file_that_was_deleted_is_written_again_with_its_photos(safe: Safekeeping, path: Path):
    assets, sha256 = Assets().with_bytes(b"picture")
    release = a_release(photos=(a_photo(media=sha256),))
    first = save(safe, path, release, assets=assets)
    path.unlink()
    save(safe, path, release, assets=first.assets, base=first.package, expected=first.package)
    assert read_package(path).assets.read(sha256) == b"picture"


def test_a_lock_that_was_taken_over_makes_the_save_a_copy(safe: Safekeeping, path: Path):
    first = save(safe, path, a_release())
    lock = take(path, claim(safe.owner, NOON, "PressDesk", None))
    assert isinstance(lock, Lock)
    held = look(path)
    assert held is not None
    tom = replace(this_process("Tom Berg"), host="PC-12")
    take_over(path, held, claim(tom, NOON, "PressDesk", None))
    saved = save(
        safe,
        path,
        a_release(headline="Anna's"),
        base=first.package,
        expected=first.package,
        lock=lock,
    )
    assert saved.theirs == path
    assert read_package(path).release == a_release()


def test_a_lock_file_that_somebody_cleared_away_is_no_conflict(safe: Safekeeping, path: Path):
    first = save(safe, path, a_release())
    lock = take(path, claim(safe.owner, NOON, "PressDesk", None))
    assert isinstance(lock, Lock)
    lock_path(path).unlink()
    saved = save(
        safe, path, a_release(headline="On"), base=first.package, expected=first.package, lock=lock
    )
    assert saved.theirs is None


class Refusing(Disk):
    """A disk that refuses one operation, with an error of the system."""

    def __init__(self, operation: str, number: int, folder: Path) -> None:
        self._operation, self._number, self._folder = operation, number, folder

    def _check(self, operation: str, path: Path) -> None:
        if operation == self._operation and path.parent == self._folder:
            raise OSError(self._number, os.strerror(self._number))

    def create(self, path: Path) -> BinaryIO:
        self._check("create", path)
        return super().create(path)

    def flush(self, file: BinaryIO) -> None:
        self._check("flush", Path(str(file.name)))
        super().flush(file)

    def replace(self, source: Path, target: Path) -> None:
        self._check("replace", target)
        super().replace(source, target)

    def flush_folder(self, folder: Path) -> None:
        self._check("flush_folder", folder / "x")
        super().flush_folder(folder)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
@pytest.mark.parametrize("operation", ["create", "flush", "replace"])
def test_what_the_disk_refuses_is_told_and_the_old_file_stays(
    safe: Safekeeping, path: Path, operation: str, number: int
):
    first = save(safe, path, a_release())
    before = path.read_bytes()
    safe.journal.write(WORK, a_release(headline="New"), Assets())
    with pytest.raises(PressDeskError, match=r"“museum.press” was not written.*PD-SAV-00[1-4]"):
        save(
            safe,
            path,
            a_release(headline="New"),
            base=first.package,
            expected=first.package,
            disk=Refusing(operation, number, path.parent),
        )
    assert path.read_bytes() == before
    assert names(path) == ["museum.press"]
    row = safe.journal.last(WORK.id)
    assert row is not None
    assert row.release.headline == "New"


def test_what_the_disk_does_not_confirm_is_saved_and_said(safe: Safekeeping, path: Path):
    first = save(safe, path, a_release())
    seq = safe.journal.write(WORK, a_release(headline="New"), Assets())
    saved = save(
        safe,
        path,
        a_release(headline="New"),
        base=first.package,
        expected=first.package,
        disk=Refusing("flush_folder", errno.EIO, path.parent),
    )
    assert read_package(path).release.headline == "New"
    assert not saved.is_confirmed
    assert "did not confirm it" in str(saved.warnings[-1])
    with safe.database.transaction() as database:
        query = "SELECT saved FROM row WHERE seq = ?"
        assert database.execute(query, (seq,)).fetchone() == (0,)
    again = save(safe, path, a_release(headline="New"), base=saved.package, expected=saved.package)
    assert again.theirs is None


def test_a_share_that_is_gone_right_after_the_save_makes_no_error_of_it(
    safe: Safekeeping, path: Path
):
    class Lost(Disk):
        def flush_folder(self, folder: Path) -> None:
            if folder == path.parent:
                path.rename(path.with_name("away"))
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            super().flush_folder(folder)

    saved = save(safe, path, a_release(), disk=Lost())
    assert not saved.is_confirmed
    assert saved.package.release == a_release()


def test_a_profile_that_can_not_be_read_does_not_stop_a_save(
    safe: Safekeeping, path: Path, tmp_path: Path
):
    first = save(safe, path, a_release())
    backups = tmp_path / "profile" / "backups"
    backups.symlink_to("a" * 300)  # looking at what lies there raises an error
    saved = save(safe, path, a_release(), base=first.package, expected=first.package)
    assert [warning.code[:6] for warning in saved.warnings] == ["PD-SAV"]


def test_a_backup_that_is_not_made_leaves_the_release_saved(safe: Safekeeping, path: Path):
    first = save(safe, path, a_release())
    folder = safe.backups.folder / str(RELEASE_ID)
    folder.mkdir(parents=True)
    saved = save(
        safe,
        path,
        a_release(headline="New"),
        base=first.package,
        expected=first.package,
        disk=Refusing("flush_folder", errno.EIO, folder),
    )
    assert saved.is_confirmed
    assert [warning.code for warning in saved.warnings] == ["PD-SAV-010"]
    assert read_package(path).release.headline == "New"


def test_what_another_program_holds_is_tried_again(safe: Safekeeping, path: Path):
    first = save(safe, path, a_release())

    class Scanner(Disk):
        """Windows while a virus scanner reads."""

        tries = 0
        refusals = 4

        def replace(self, source: Path, target: Path) -> None:
            self.tries += 1
            if self.tries <= self.refusals:
                error: Any = PermissionError(errno.EACCES, "Access is denied")
                error.winerror = 32
                raise error
            super().replace(source, target)

    scanner = Scanner()
    order: dict[str, Any] = {"base": first.package, "expected": first.package, "disk": scanner}
    second = save(safe, path, a_release(headline="Two"), **order)
    assert scanner.tries == 5 + 1  # the backup of the day was put in its place, too
    scanner.refusals = 99
    order = {"base": second.package, "expected": second.package, "disk": scanner}
    with pytest.raises(PressDeskError, match=r"Another program.*Try again, or save a copy.*008"):
        save(safe, path, a_release(headline="Three"), **order)
    assert read_package(path).release.headline == "Two"


def test_a_failing_journal_does_not_stop_a_save(safe: Safekeeping, path: Path):
    safe.database.path.mkdir(parents=True)
    saved = save(safe, path, a_release())
    assert read_package(path).release == a_release()
    assert {warning.code for warning in saved.warnings} == {"PD-JRN-001"}


def test_a_copy_of_a_long_name_has_room_for_who_and_when(safe: Safekeeping, tmp_path: Path):
    path = tmp_path / f"{'新' * 78}.press"  # 240 bytes of the 255 that a name may have
    user = replace(safe.owner, user="克" * 60)
    safe.owner = user
    first = save(safe, path, a_release(headline="One"))
    write_package(path, a_release(headline="Theirs"), Assets(), save_id=uuid4(), saved_at=NOON)
    ours = save(safe, path, a_release(headline="Ours"), base=first.package, expected=first.package)
    assert ours.theirs == path
    assert read_package(path).release.headline == "Theirs"
    assert read_package(ours.path).release.headline == "Ours"


def test_names_of_copies_are_legal_and_free(tmp_path: Path):
    path = tmp_path / "museum.press"
    first = conflict_path(path, "Keller/Anna: <x>", NOON)
    assert first.name == "museum (KellerAnna x, 2026-03-05 12.02).press"
    first.touch()
    assert conflict_path(path, "Keller/Anna: <x>", NOON).name.endswith("12.02, 2).press")
    assert conflict_path(path, "克", NOON).name.startswith("museum (克, ")
    assert conflict_path(path, "///", NOON).name.startswith("museum (copy, ")


def test_short_writes_are_written_to_the_end(safe: Safekeeping, path: Path):
    class Short(Disk):
        def create(self, path: Path) -> BinaryIO:
            class File(io.FileIO):
                def write(self, data: Any) -> int:
                    return super().write(bytes(data)[: max(1, len(data) // 3)])

            return File(path, "x+b")  # type: ignore[return-value]

    assets, sha256 = Assets().with_bytes(os.urandom(300_000))
    release = a_release(photos=(a_photo(media=sha256),))
    save(safe, path, release, assets=assets, disk=Short())
    assert read_package(path).assets.read(sha256) == assets.read(sha256)


def test_a_photo_that_can_not_be_read_any_more_is_found_elsewhere_or_named(
    safe: Safekeeping, path: Path
):
    kept, first = Assets().with_bytes(os.urandom(50_000))
    both, second = kept.with_bytes(os.urandom(50_000))
    photos = (a_photo("f1", media=first), a_photo("f2", media=second, name="lost.jpg"))
    release = a_release(photos=photos)
    opened = save(safe, path, release, assets=both).package
    safe.media.put(both.read(first))
    with path.open("r+b") as file:
        file.truncate(300)
    other = path.with_name("other.press")
    saved = save(safe, other, release, assets=opened.assets, base=opened)
    (warning,) = saved.warnings
    assert "1 photo could not be read any more" in str(warning)
    assert "“lost.jpg”" in warning.do
    assert read_package(other).assets.read(first) == kept.read(first)
    assert second not in read_package(other).assets


def test_a_photo_that_is_damaged_in_the_file_is_saved_from_where_it_is_whole(
    safe: Safekeeping, path: Path
):
    whole, media = Assets().with_bytes(os.urandom(50_000))
    release = a_release(photos=(a_photo("f1", media=media),))
    save(safe, path, release, assets=whole)
    at = path.read_bytes().index(whole.read(media)[:100])
    with path.open("r+b") as file:
        file.seek(at + 1_000)
        file.write(b"damage")
    opened = read_package(path)
    with pytest.raises(PressDeskError, match="PD-DOC"):
        opened.assets.read(media)
    assets = whole.union(opened.assets)  # as where the picture is added again
    saved = save(safe, path, release, assets=assets, base=opened, expected=opened)
    assert not saved.warnings
    assert read_package(path).assets.read(media) == whole.read(media)


def damage(path: Path, data: bytes) -> None:
    """Write over a few bytes of a photo in a release's file."""
    at = path.read_bytes().index(data[:100])
    with path.open("r+b") as file:
        file.seek(at + 1_000)
        file.write(b"damage")


def test_a_damaged_photo_that_was_removed_does_not_stop_a_save(safe: Safekeeping, path: Path):
    both, whole = Assets().with_bytes(os.urandom(50_000))
    both, harmed = both.with_bytes(os.urandom(50_000))
    photos = (a_photo("f1", media=whole), a_photo("f2", media=harmed))
    save(safe, path, a_release(photos=photos), assets=both)
    damage(path, both.read(harmed))
    opened = read_package(path)
    saved = save(safe, path, a_release(), assets=opened.assets, base=opened, expected=opened)
    assert not saved.warnings
    assert read_package(path).release == a_release()
    assert saved.assets.read(whole) == both.read(whole)
    assert not saved.assets.can_be_read(harmed)


@pytest.mark.parametrize("gone", [True, False])
def test_a_new_photo_whose_kept_bytes_were_harmed_is_named_and_the_text_saved(
    safe: Safekeeping, path: Path, gone: bool
):
    data = os.urandom(50_000)
    assets, media = safe.media.add(Assets(), data)
    kept = Paths(safe.database.path.parent).media / media
    kept.unlink() if gone else kept.write_bytes(b"harm" + data[4:])
    release = a_release(photos=(a_photo("f1", media=media, name="lost.jpg"),))
    saved = save(safe, path, release, assets=assets)
    (warning,) = saved.warnings
    assert "“lost.jpg”" in warning.do
    assert read_package(path).release == release


@pytest.mark.parametrize("gone", [True, False])
def test_a_photo_that_was_added_again_is_saved_from_the_file_where_it_was_lost_since(
    safe: Safekeeping, path: Path, gone: bool
):
    data = os.urandom(50_000)
    held, media = Assets().with_bytes(data)
    release = a_release(photos=(a_photo("f1", media=media),))
    opened = save(safe, path, release, assets=held).package
    again, _ = safe.media.add(Assets(), data)
    kept = Paths(safe.database.path.parent).media / media
    kept.unlink() if gone else kept.write_bytes(b"harm" + data[4:])
    assets = again.union(opened.assets)
    saved = save(safe, path, release, assets=assets, base=opened, expected=opened)
    assert not saved.warnings
    assert read_package(path).assets.read(media) == data


def test_a_removed_photo_that_can_not_be_kept_for_an_undo_does_not_stop_a_save(
    safe: Safekeeping, path: Path
):
    assets, media = Assets().with_bytes(os.urandom(50_000))
    opened = save(safe, path, a_release(photos=(a_photo(media=media),)), assets=assets).package
    Paths(safe.database.path.parent).media.write_text("no folder")
    saved = save(safe, path, a_release(), assets=opened.assets, base=opened, expected=opened)
    assert [warning.code for warning in saved.warnings] == ["PD-SAV-011"]
    assert saved.is_confirmed
    assert read_package(path).release == a_release()
    assert saved.assets.read(media) == assets.read(media)


def test_a_file_that_appeared_since_the_name_was_chosen_is_left(safe: Safekeeping, path: Path):
    saved_by_tom(path)
    saved = save(safe, path, a_release())
    assert saved.theirs == path
    assert read_package(path).release.headline == "Tom's"
    agreed = seen_now(path)
    assert save(safe, path, a_release(), replaces=agreed).theirs is None
    assert save(safe, path, a_release(headline="Late"), replaces=agreed).theirs == path
