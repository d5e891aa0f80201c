"""Which process of which machine something belongs to, and whether it still lives."""

import getpass
import os
import platform
import sys
from pathlib import Path

from msgspec import Struct


class Owner(Struct, frozen=True, kw_only=True):
    """A process, told so that another that was given its number later is not taken for it."""

    user: str
    host: str
    pid: int
    start: str
    """When it started, in the system's own count."""
    boot: str
    """Of the system that it runs on: another after each start of the machine."""

    @property
    def is_alive(self) -> bool:
        """Tell whether it runs; of another machine that can't be told, and counts as yes."""
        if self.host != platform.node():
            return True
        return self.boot == _boot() and self.start == _start(self.pid)


def this_process(user: str = "") -> Owner:
    """Tell who we are; ``user`` is a name the person gave, else that of the account."""
    pid = os.getpid()
    return Owner(
        user=user or account_name(),
        host=platform.node(),
        pid=pid,
        start=_start(pid),
        boot=_boot(),
    )


def account_name() -> str:
    """Give the name of the account, or ""."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # Windows without a name in its environment
        return ""


def _start(pid: int) -> str:
    """Tell when a process started; "" where there is none."""
    if sys.platform.startswith("linux"):
        try:
            status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
        fields = status.rpartition(")")[2].split()
        return "" if fields[0] in "ZX" else fields[19]  # proc(5): state, starttime
    # Start-up: other systems tell it through a library only.
    import psutil

    try:
        return f"{psutil.Process(pid).create_time():.2f}"
    except psutil.Error:
        return ""


def _boot() -> str:
    if sys.platform.startswith("linux"):
        try:
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        except OSError:
            return ""
    return ""  # the time a process started is absolute elsewhere
