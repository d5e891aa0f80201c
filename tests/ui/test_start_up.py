"""The window starts without what it does not show, and works on a real (virtual) screen."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pressdesk.storage.package import read_package
from tests.test_layers import REPO

SLOW = (
    *("docx", "docxtpl", "jinja2", "lxml", "PIL", "sqlalchemy", "hunspell", "defusedxml"),
    *("markdown_it", "yaml", "click", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets"),
    *("PySide6.QtPrintSupport", "PySide6.QtNetwork", "PySide6.QtPdf"),
)

_START = f"""
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from pressdesk.app import build
from pressdesk.paths import Paths
window = build(Paths(Path(sys.argv[1])))
window.show()
assert QTest.qWaitForWindowExposed(window)
print(*[name for name in {SLOW!r} if name in sys.modules])
window.close()
window.program.close()
"""


def test_nothing_slow_is_loaded_before_the_window_is_seen(tmp_path: Path):
    ran = subprocess.run(
        [sys.executable, "-c", _START, str(tmp_path)],
        cwd=REPO,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == []


@pytest.fixture
def display() -> Iterator[str]:
    """A virtual screen of its own."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not on this machine")
    reading, writing = os.pipe()
    screen = ["-screen", "0", "1280x900x24"]
    command = ["Xvfb", "-displayfd", str(writing), *screen, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


def test_a_release_named_in_the_call_is_open_on_a_real_screen(display: str, tmp_path: Path):
    if shutil.which("import") is None:
        pytest.skip("ImageMagick is not on this machine")
    main = [sys.executable, "main.py"]
    profile = ["--profile", str(tmp_path / "profile")]
    file = tmp_path / "museum.press"
    subprocess.run([*main, "sample", str(file), *profile], cwd=REPO, check=True)
    hidden = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    program = subprocess.Popen(
        [*main, str(file), *profile], cwd=REPO, env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        until = time.monotonic() + 60
        colours = 0
        while colours < 5_000 and time.monotonic() < until and program.poll() is None:
            colours = _colours(environment)
        assert program.poll() is None, program.stderr and program.stderr.read()
        assert colours >= 5_000, "the photos of the release are not to be seen"
    finally:
        program.terminate()
        with suppress(subprocess.TimeoutExpired):
            program.wait(10)
        program.kill()
        _, told = program.communicate()
    assert "Traceback" not in told
    assert read_package(file).release.headline.startswith("Farrow River Museum")


def _colours(environment: dict[str, str]) -> int:
    """Count the colours on the screen: a photo has thousands, a bare window a few dozen."""
    command = ["import", "-window", "root", "-format", "%k", "info:-"]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return int(ran.stdout) if ran.stdout.strip().isdigit() else 0
