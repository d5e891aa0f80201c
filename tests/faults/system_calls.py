"""Watching the system calls of a child, and making them fail, with strace."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CALL = re.compile(r"\d+ +(?:<\.\.\. )?(\w+)")


def missing() -> str:
    """Say why system calls can't be watched here; "" where they can."""
    return "" if shutil.which("strace") else "strace is not installed"


@contextmanager
def traced(pid: int, trace: Path, *options: str) -> Iterator[None]:
    """Watch a process that waits; at the end of the block it must be ending."""
    command = ["strace", "-f", "-p", str(pid), "-o", str(trace), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr
        said = strace.stderr.readline()
        if "attached" not in said:
            raise RuntimeError(f"strace may not watch the child: {said}")
        yield
        strace.stderr.read()


def calls(trace: Path) -> list[str]:
    """Read the names of the system calls of a trace, in their order."""
    lines = trace.read_text("utf-8", "replace").splitlines()
    return [found[1] for line in lines if (found := _CALL.match(line)) and "resumed" not in line]
