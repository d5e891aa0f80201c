"""Programs that stand where LibreOffice is looked for, and what of them is running."""

import shutil
import sys
from pathlib import Path

import pytest

STUCK = "trap '' TERM\nsleep 987 &\necho 'I am stuck'\nwait\nsleep 988"
"""Starts another program, and ends neither by itself nor when it is asked to."""


def a_program(folder: Path, script: str) -> Path:
    """Write a script that is found as LibreOffice's program in a folder."""
    if sys.platform == "win32":
        pytest.skip("a shell script stands for the program")
    folder.mkdir(exist_ok=True)
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return program


def real_office() -> str:
    """Where LibreOffice is; the test skips where it is absent."""
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice is not on this machine")
    return found


def processes(word: str) -> list[str]:
    """The running programs whose command line has a word."""
    if not Path("/proc").is_dir():
        pytest.skip("this system does not list its processes in /proc")
    found: list[str] = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = entry.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue  # it has ended
        if word in line:
            found.append(line)
    return found
