"""LibreOffice, where it is installed: found, and asked for the pages of a Word file."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from pressdesk.model.problem import PressDeskError

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS",
    "/opt/libreoffice/program",
    *(
        f"{os.environ[name]}\\LibreOffice\\program"
        for name in ("PROGRAMFILES", "PROGRAMFILES(X86)")
        if name in os.environ
    ),
)
"""Where it is installed without a name that the shell would find."""
_LIMIT_S = 120.0
_LOOK_S = 0.05
_GRACE_S = 2.0
"""From asking it to end until it is ended."""
_STALE_S = 86_400
_OPTIONS = (
    *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
    "--nofirststartwizard",
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop>
</item>
</oor:items>
"""
"""No macros, nothing from elsewhere; and a proxy that is none, should it ask all the same."""


def find_office(path: str | None = None) -> Path | None:
    """Find the program of LibreOffice.

    ``path`` is searched in place of the system's ``PATH`` and the usual places.
    """
    places = [path] if path is not None else [None, *_PLACES]
    for place in places:
        for name in _NAMES:
            if found := shutil.which(name, path=place):
                return Path(found)
    return None


def to_pdf(
    data: bytes,
    office: Path,
    folder: Path,
    *,
    go_on: Callable[[], object] = lambda: None,
    limit_s: float = _LIMIT_S,
) -> bytes:
    """Let LibreOffice lay out a Word file; gives the pages as PDF.

    It works in a new folder below ``folder`` that nobody else can read, with a profile of
    its own, and leaves nothing there. ``go_on`` is called some times a second; what it
    raises ends LibreOffice. Raises PressDeskError PD-EXP-010 where it makes no pages, or
    none within ``limit_s`` seconds.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        with TemporaryDirectory(dir=folder, prefix="pages-", ignore_cleanup_errors=True) as made:
            return _convert(data, office, Path(made), go_on, limit_s)
    except OSError as error:
        raise _failure(f"The system says: {error.strerror or error}.") from error


def _convert(
    data: bytes, office: Path, work: Path, go_on: Callable[[], object], limit_s: float
) -> bytes:
    profile = work / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, "utf-8")
    word, pdf, said = work / "release.docx", work / "release.pdf", work / "said"
    word.write_bytes(data)
    command = [
        str(office),
        f"-env:UserInstallation={profile.as_uri()}",
        *_OPTIONS,
        *("--convert-to", "pdf:writer_pdf_Export", "--outdir", str(work), str(word)),
    ]
    try:
        with said.open("wb") as told:
            code = _run(command, work, told.fileno(), go_on, limit_s)
    finally:
        with suppress(OSError):
            _door(profile).unlink(missing_ok=True)
    if not pdf.is_file():
        words = said.read_text("utf-8", "replace").split("\n")
        last = next((line.strip() for line in reversed(words) if line.strip()), "")
        because = f" It said: “{last[:200]}”." if last else ""
        raise _failure(f"It ended with code {code} and made no pages.{because}")
    return pdf.read_bytes()


def _run(
    command: list[str], work: Path, told: int, go_on: Callable[[], object], limit_s: float
) -> int:
    process = _begin(command, work, told)
    until = time.monotonic() + limit_s
    try:
        while True:
            with suppress(subprocess.TimeoutExpired):
                return process.wait(_LOOK_S)
            go_on()
            if time.monotonic() > until:
                raise _failure(f"It was not done after {limit_s:g} seconds, which is the limit.")
    finally:
        _end(process)


def _begin(command: list[str], work: Path, told: int) -> "subprocess.Popen[bytes]":
    environment = os.environ | {"TMPDIR": str(work), "TEMP": str(work), "TMP": str(work)}
    # A window would never be seen, and a screen that can't be reached must not matter.
    environment["SAL_USE_VCLPLUGIN"] = "svp"
    if sys.platform == "win32":
        flags, own_session = subprocess.CREATE_NO_WINDOW, False
        del environment["SAL_USE_VCLPLUGIN"]
    else:
        flags, own_session = 0, True
    return subprocess.Popen(  # noqa: S603  # the program that was found, and our own paths
        command,
        cwd=work,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=told,
        stderr=told,
        creationflags=flags,
        start_new_session=own_session,
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program and all that it started; what has ended by itself is left alone."""
    if sys.platform == "win32":
        if process.poll() is None:
            killing = ("taskkill", "/F", "/T", "/PID", str(process.pid))
            subprocess.run(killing, capture_output=True, check=False)  # noqa: S603
            process.wait()
        return
    # The program is a script that starts others: they go with it.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGTERM)
        until = time.monotonic() + _GRACE_S
        while time.monotonic() < until:
            process.poll()
            os.killpg(process.pid, 0)  # raises once none is left
            time.sleep(_LOOK_S / 5)
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _door(profile: Path) -> Path:
    """Name the socket that LibreOffice leaves behind in ``/tmp`` where it is ended amid its work.

    Its name is the MD5 of the profile's address (``officeipcthread.cxx``), without leading zeros.
    """
    digest = hashlib.md5(profile.as_uri().encode("utf-16le"), usedforsecurity=False).digest()
    name = "".join(f"{byte:x}" for byte in digest)
    person = os.getuid() if sys.platform != "win32" else 0
    return Path(f"/tmp/OSL_PIPE_{person}_SingleOfficeIPC_{name}")  # noqa: S108  # its place


def _sweep(folder: Path) -> None:
    """Remove what was left where the computer was switched off amid the work."""
    for left in folder.glob("pages-*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE_S:
                shutil.rmtree(left)


def _failure(why: str) -> PressDeskError:
    return PressDeskError(
        "PD-EXP-010",
        "LibreOffice could not lay out the Word file.",
        why,
        safe="Your release is not affected.",
    )
