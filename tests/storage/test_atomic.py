"""A file is always the old one or the new one."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import BinaryIO

import pytest

from pressdesk.model.problem import PressDeskError
from pressdesk.storage.atomic import (
    replace_file,
    saving_error,
    space_told,
    write_file,
    write_files,
)


def test_a_file_is_written_and_written_over(tmp_path: Path):
    path = tmp_path / "a.txt"
    write_file(path, b"one")
    path.chmod(0o600)
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_failing_writer_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path):
    path = tmp_path / "a.txt"
    write_file(path, b"old")

    def fail(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(PressDeskError, match=r"The disk is full: 5.0 MB are needed"):
        replace_file(path, fail, size=5_000_000)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failing_check_leaves_the_old_file(tmp_path: Path):
    path = tmp_path / "a.txt"
    write_file(path, b"old")

    def check(written: Path) -> None:
        assert written.read_bytes() == b"new"
        raise PressDeskError("PD-DOC-006", "Not saved.", "It does not read back.")

    with pytest.raises(PressDeskError, match="read back"):
        replace_file(path, lambda stream: stream.write(b"new"), size=3, check=check)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_missing_is_said(tmp_path: Path):
    with pytest.raises(PressDeskError, match="not a folder that exists"):
        write_file(tmp_path / "no/a.txt", b"")
    write_file(tmp_path / "file", b"")
    with pytest.raises(PressDeskError, match="not a folder that exists"):
        write_file(tmp_path / "file/a.txt", b"")


def test_several_files_are_written_with_their_folders(tmp_path: Path):
    write_file(tmp_path / "a.txt", b"old")
    write_files([(tmp_path / "a.txt", b"new"), (tmp_path / "b/c/d.txt", b"d")])
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert (tmp_path / "b/c/d.txt").read_bytes() == b"d"
    assert len([each for each in tmp_path.rglob("*") if each.is_file()]) == 2


def test_of_several_files_all_are_written_or_none(tmp_path: Path):
    write_file(tmp_path / "a.txt", b"old")
    (tmp_path / "file").write_bytes(b"")
    files = [
        (tmp_path / "a.txt", b"new"),
        (tmp_path / "b/c/d.txt", b"d"),
        (tmp_path / "file/e.txt", b"e"),
    ]
    with pytest.raises(PressDeskError, match="was not written"):
        write_files(files)
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.txt", "file"]


def test_a_name_that_the_disk_can_not_hold_is_said(tmp_path: Path):
    error = UnicodeEncodeError("ascii", "河.docx", 0, 1, "ordinal not in range(128)")
    text = str(saving_error(tmp_path / "河.docx", error, 1))
    assert "are in ascii here, which has no “河”." in text
    assert text.endswith("(PD-SAV-006)")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "PD-SAV-001"),
        (errno.EROFS, "PD-SAV-002"),
        (errno.EACCES, "PD-SAV-002"),
        (errno.ENOENT, "PD-SAV-003"),
        (errno.EIO, "PD-SAV-004"),
    ],
)
def test_each_fault_of_a_disk_has_its_sentence(tmp_path: Path, number: int, code: str):
    error = saving_error(tmp_path / "a.txt", OSError(number, os.strerror(number)), 1)
    text = str(error)
    assert text.startswith("“a.txt” was not written. ")
    assert "What was there before is unchanged." in text
    assert text.endswith(f"({code})")


@pytest.mark.parametrize(
    ("needed", "free", "told"),
    [
        (53_000, 52_000, "0.1 MB are needed, 0.0 MB are free"),
        (1_960_000, 1_950_000, "2.0 MB are needed, 1.9 MB are free"),
    ],
)
def test_a_full_disk_never_seems_to_have_room(needed: int, free: int, told: str):
    assert space_told(needed, free) == told


def test_a_full_disk_that_went_away_is_told_too():
    path = Path("a" * 5_000, "a.txt")  # looking at it raises an error, as a lost share does
    text = str(saving_error(path, OSError(errno.ENOSPC, ""), 53_000))
    assert "The disk is full: 0.1 MB are needed." in text


def test_a_killed_save_leaves_the_old_file_or_the_new_one(tmp_path: Path):
    path = tmp_path / "a.bin"
    write_file(path, b"0" * 300_000)
    code = (
        "import sys; from pathlib import Path\n"
        "from pressdesk.storage.atomic import write_file\n"
        "print('go', flush=True)\n"
        "n = 0\n"
        "while True:\n"
        "    n += 1; write_file(Path(sys.argv[1]), str(n % 10).encode() * 300_000)\n"
    )
    for attempt in range(20):
        process = subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.001 * attempt)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        data = path.read_bytes()
        assert len(data) == 300_000
        assert len(set(data)) == 1
