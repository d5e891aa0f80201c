"""The harness sees what it is to see: naive ways of saving do not pass its bars."""

import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pressdesk.model.edits import set_fields
from pressdesk.model.problem import PressDeskError
from pressdesk.paths import Paths
from pressdesk.safekeeping import Safekeeping
from pressdesk.storage.disk import DISK, Disk
from pressdesk.storage.journal import Work as Unsaved
from pressdesk.storage.package import read_package
from tests.builders import RELEASE_ID
from tests.faults import each, power, seam
from tests.faults.children import Child
from tests.faults.crash_states import State, states, without_flushing
from tests.faults.desks import PROFILE, bury
from tests.faults.each import save_once
from tests.faults.recording import (
    Acknowledged,
    Create,
    Image,
    Recording,
    Rename,
    SyncFile,
    SyncFolder,
    Write,
)
from tests.faults.result import Result, Work
from tests.faults.scenarios import FILE, FIRST, NEW, SAVE, Step
from tests.faults.system_calls import missing
from tests.faults.windows import KEYS_A_SECOND, Line, Typed, digest, look

needs_strace = pytest.mark.skipif(bool(missing()), reason=missing())


def _whole_file(revision: int) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        step, close = FIRST.begin(Path(folder), DISK)
        step(revision)
        close()
        return (Path(folder) / "release.press").read_bytes()


def begin_in_place(folder: Path, disk: Disk) -> tuple[Step, Callable[[], None]]:
    """Save by writing over the file, piece by piece."""
    data = _whole_file(NEW)

    def step(revision: int) -> Sequence[PressDeskError]:
        with (folder / "release.press").open("wb", buffering=0) as file:
            for place in range(0, len(data), 8_192):
                file.write(data[place : place + 8_192])
        return ()

    return step, lambda: None


def begin_silent(folder: Path, disk: Disk) -> tuple[Step, Callable[[], None]]:
    """Save, and keep quiet about what went wrong."""
    step, close = SAVE.begin(folder, disk)

    def quiet(revision: int) -> Sequence[PressDeskError]:
        try:
            return step(revision)
        except PressDeskError:
            return ()

    return quiet, close


IN_PLACE = SAVE._replace(name="in place", begin=begin_in_place)
SILENT = SAVE._replace(name="silent", begin=begin_silent)


def _figure(result: Result, what: str) -> float:
    return next(figure.value for figure in result.figures if figure.what.startswith(what))


@needs_strace
def test_writing_in_place_does_not_survive_a_kill(tmp_path: Path):
    result = each.run(20, Work(tmp_path, 1), [IN_PLACE])
    assert _figure(result, "corrupt") > 0
    assert not result.is_held


@needs_strace
def test_writing_in_place_does_not_survive_a_loss_of_power(tmp_path: Path):
    result = power.run(20, Work(tmp_path, 1), [IN_PLACE])
    assert _figure(result, "corrupt") > 0


def test_keeping_quiet_is_found(tmp_path: Path):
    result = seam.run(12, Work(tmp_path, 1), [SILENT])
    assert _figure(result, "silent") > 0


def _recording(*, flush_file: bool = True, flush_folder: bool = True) -> Recording:
    """One save of a small file: /d/new.tmp takes the place of /d/a."""
    operations = [
        Create("/d/new.tmp", 1),
        Write(1, 0, b"n" * 1_200),
        *([SyncFile(1)] if flush_file else []),
        Rename("/d/new.tmp", "/d/a"),
        *([SyncFolder("/d")] if flush_folder else []),
        Acknowledged(2),
    ]
    begin = Image(frozenset({"/d"}), {"/d/a": 0}, {0: b"old"})
    return Recording(begin, tuple(operations))


def _found(recording: Recording, want: Callable[[State], bool] = lambda _: True) -> set[bytes]:
    """Give what the file may be found to hold."""
    found = states(recording, random.Random(1), 1_000)
    return {
        state.image.files[state.image.names["/d/a"]]
        for state in found
        if "/d/a" in state.image.names and want(state)
    }


def test_a_flushed_save_is_the_old_file_or_the_new_one():
    assert _found(_recording()) == {b"old", b"n" * 1_200}
    assert _found(_recording(), lambda state: state.acknowledged == 2) == {b"n" * 1_200}


def test_a_file_that_was_not_flushed_may_be_empty_zeros_or_torn_at_a_sector():
    found = _found(_recording(flush_file=False))
    assert found == {b"old", b"", bytes(1_200), b"n" * 512, b"n" * 1_024, b"n" * 1_200}


def test_a_name_that_was_not_flushed_may_be_the_old_one_after_it_was_acknowledged():
    found = _found(_recording(flush_folder=False), lambda state: state.acknowledged == 2)
    assert found == {b"old", b"n" * 1_200}


def test_the_control_drops_all_flushing():
    assert without_flushing(_recording()) == _recording(flush_file=False, flush_folder=False)


@needs_strace
def test_a_recording_holds_every_byte_that_was_written(tmp_path: Path):
    for scenario in (SAVE, IN_PLACE):
        folder = tmp_path / scenario.name
        folder.mkdir()
        recording, _ = power.record(scenario, Work(folder, 1))  # raises where it does not
        assert recording.operations[-1] == Acknowledged(NEW)


def life_that_fails(ready: Callable[[], None], acknowledge: Callable[[int], None]) -> None:
    ready()
    acknowledge(7)
    raise ZeroDivisionError


def test_a_child_that_fails_tells_how():
    child = Child(life_that_fails)
    child.go()
    ending = child.ending()
    assert (ending.how, ending.acknowledged) == ("traceback", 7)
    assert "ZeroDivisionError" in ending.message


def test_a_child_that_is_killed_has_acknowledged_nothing(tmp_path: Path):
    SAVE.prepare(tmp_path)
    child = Child(save_once, SAVE, tmp_path)
    child.kill()
    assert child.ending().how == "killed"


def test_work_that_the_journal_does_not_hold_is_found_missing(tmp_path: Path):
    doc_id = str(RELEASE_ID)
    begun = Line(what="window", at=0, doc_id=doc_id, digest="0")
    typed = [
        Line(what=what, at=number / KEYS_A_SECOND, doc_id=doc_id, digest=str(number))
        for number in range(1, 41)
        for what in ("state", "key")
    ]
    after = look(Typed(profile=tmp_path, lines=(begun, *typed), killed_at=5.1))
    assert [fault.partition(":")[0] for fault in after.faults] == ["not offered"]
    assert after.losses[0].own_s == 5
    assert round(after.losses[0].wall_s, 3) == 4.975


def test_work_offered_though_its_file_has_newer_is_found_wrong(tmp_path: Path):
    SAVE.prepare(tmp_path)
    package = read_package(tmp_path / FILE)
    older = set_fields(package.release, headline="As it was before the save")
    safe = Safekeeping(Paths(tmp_path / PROFILE))
    work = Unsaved(id=RELEASE_ID, doc_id=RELEASE_ID, path=tmp_path / FILE)
    safe.protect(work, older, package.assets, package)
    safe.close()
    bury(tmp_path)
    doc_id, unknown = str(RELEASE_ID), package.unknown
    lines = (
        Line(what="window", at=0, doc_id=doc_id, digest=digest(older, unknown)),
        Line(what="state", at=1, doc_id=doc_id, digest=digest(package.release, unknown)),
    )
    typed = Typed(profile=tmp_path / PROFILE, lines=lines, killed_at=2)
    after = look(typed, [tmp_path / FILE])
    assert [fault.partition(":")[0] for fault in after.faults] == ["false offer"]
