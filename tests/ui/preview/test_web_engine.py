"""The tests that need QtWebEngine, each file in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


@pytest.mark.parametrize(
    "file", sorted((HERE / "engine").glob("test_*.py")), ids=lambda file: file.stem
)
def test_they_pass(file: Path) -> None:
    """Run the tests that need QtWebEngine in a process of their own: it takes 300 MB, and warns."""
    pytest.importorskip("PySide6.QtWebEngineWidgets")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        str(file),
    ]
    run = subprocess.run(
        command,
        cwd=HERE.parents[2],
        env=kept | {"PRESSDESK_TEST_WEBENGINE": "1"},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
