"""Who has a release open is said by a lock file, and a lock whose process is gone is broken."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from pressdesk.storage.lock import (
    STALE_S,
    Held,
    Holder,
    Lock,
    claim,
    lock_path,
    look,
    take,
    take_over,
)
from pressdesk.storage.process import Owner, this_process

NOON = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)


def ours(user: str = "Anna Keller") -> Holder:
    return claim(this_process(user), NOON, "PressDesk 1.0", UUID(int=3))


def of_another(host: str = "PC-12", **fields: object) -> Holder:
    owner = replace(this_process("Tom Berg"), host=host, **fields)
    return claim(owner, NOON, "PressDesk 1.0", None)


def dead_owner() -> Owner:
    code = (
        "import msgspec, sys; from pressdesk.storage.process import this_process;"
        "sys.stdout.buffer.write(msgspec.json.encode(this_process('Gone')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    import msgspec

    return msgspec.json.decode(done.stdout, type=Owner)


def taken(path: Path, holder: Holder) -> Lock:
    lock = take(path, holder)
    assert isinstance(lock, Lock)
    return lock


def test_a_lock_is_taken_once_and_released(tmp_path: Path):
    path = tmp_path / "r.press"
    lock = taken(path, ours())
    assert lock.is_ours
    held = take(path, ours("Tom Berg"))
    assert isinstance(held, Held)
    assert held.holder is not None
    assert held.holder.owner.user == "Anna Keller"
    assert not held.is_stale
    assert not held.is_silent
    lock.release()
    assert list(tmp_path.iterdir()) == []
    assert look(path) is None


def test_the_file_is_one_line_of_json_with_all_that_is_promised(tmp_path: Path):
    taken(tmp_path / "r.press", ours())
    text = (tmp_path / ".~lock.r.press#").read_text()
    assert text.endswith("}\n")
    assert text.count("\n") == 1
    for word in (
        '"v":1',
        '"token"',
        '"user":"Anna Keller"',
        '"host"',
        '"pid"',
        '"beat"',
        '"save_id"',
    ):
        assert word in text


def test_a_lock_of_a_process_that_is_gone_is_broken(tmp_path: Path):
    path = tmp_path / "r.press"
    stale = taken(path, claim(dead_owner(), NOON, "PressDesk 1.0", None))
    lock = taken(path, ours())
    assert lock.is_ours
    assert not stale.is_ours
    assert [each.name for each in tmp_path.iterdir()] == [".~lock.r.press#"]


def test_one_who_died_over_breaking_a_lock_keeps_it_for_seconds_only(tmp_path: Path):
    path = tmp_path / "r.press"
    stale = taken(path, claim(dead_owner(), NOON, "PressDesk 1.0", None))
    mark = tmp_path / f"{lock_path(path).name}.broken.{stale.holder.token.hex}"
    mark.touch()
    assert isinstance(take(path, ours()), Held)
    os.utime(mark, (0, 0))
    assert taken(path, ours()).is_ours
    assert [each.name for each in tmp_path.iterdir()] == [".~lock.r.press#"]


@pytest.mark.parametrize("fields", [{"start": "1"}, {"boot": "before"}, {"pid": 2**22 + 7}])
def test_a_number_given_to_another_process_does_not_count_as_life(
    tmp_path: Path, fields: dict[str, object]
):
    path = tmp_path / "r.press"
    owner = replace(this_process(), **fields)
    if "pid" in fields:
        owner = replace(owner, start="12345")
    taken(path, claim(owner, NOON, "PressDesk 1.0", None))
    assert taken(path, ours()).is_ours


def test_another_machine_is_never_broken_unasked_and_its_silence_is_said(tmp_path: Path):
    path = tmp_path / "r.press"
    taken(path, of_another())
    os.utime(lock_path(path), (0, 0))
    held = take(path, ours())
    assert isinstance(held, Held)
    assert (held.is_stale, held.is_silent) == (False, True)
    assert STALE_S == 600


def test_a_lock_is_taken_over_from_the_one_who_was_named(tmp_path: Path):
    path = tmp_path / "r.press"
    theirs = taken(path, of_another())
    judged = look(path)
    assert judged is not None
    lock = take_over(path, judged, ours())
    assert isinstance(lock, Lock)
    assert lock.is_ours
    assert not theirs.is_ours
    assert not theirs.beat(NOON)
    theirs.release()
    assert lock.is_ours


def test_taking_over_leaves_a_lock_that_changed_hands_meanwhile(tmp_path: Path):
    path = tmp_path / "r.press"
    first = taken(path, of_another())
    judged = look(path)
    assert judged is not None
    first.release()
    second = taken(path, of_another("PC-13"))
    held = take_over(path, judged, ours())
    assert isinstance(held, Held)
    assert held.holder is not None
    assert held.holder.owner.host == "PC-13"
    assert second.is_ours


def test_a_sign_of_life_is_written_whole(tmp_path: Path):
    path = tmp_path / "r.press"
    lock = taken(path, ours())
    assert lock.beat(NOON + dt.timedelta(minutes=1), UUID(int=9))
    held = look(path)
    assert held is not None
    assert held.holder is not None
    assert held.holder.beat == NOON + dt.timedelta(minutes=1)
    assert held.holder.save_id == UUID(int=9)
    assert [each.name for each in tmp_path.iterdir()] == [".~lock.r.press#"]


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"\xff" * 50_000])
def test_a_lock_file_that_says_nothing_is_held_by_somebody_unknown(tmp_path: Path, text: bytes):
    path = tmp_path / "r.press"
    lock_path(path).write_bytes(text)
    held = take(path, ours())
    assert isinstance(held, Held)
    assert held.holder is None
    assert isinstance(take_over(path, held, ours()), Lock)


def test_where_no_lock_can_be_written_that_is_told(tmp_path: Path):
    with pytest.raises(OSError, match="No such file"):
        take(tmp_path / "absent" / "r.press", ours())
