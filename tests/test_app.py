"""`pressdesk` opens the window, or says in a sentence why it can't."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pressdesk.app import window_call
from pressdesk.paths import Paths

ROOT = Path(__file__).parents[1]


def call(*words: str) -> tuple[Path, list[str]] | None:
    read = window_call(list(words))
    if read is None:
        return None
    paths, files = read
    return paths.config, [str(file) for file in files]


def test_a_call_without_a_command_is_one_of_the_window(tmp_path: Path):
    file = tmp_path / "r.press"
    file.touch()
    default = Paths().config
    assert call() == (default, [])
    assert call(str(file)) == (default, [str(file)])
    assert call("--profile", str(tmp_path)) == (tmp_path, [])
    assert call(str(file), f"--profile={tmp_path}") == (tmp_path, [str(file)])
    assert call("missing.press") == (default, ["missing.press"])


@pytest.mark.parametrize(
    "words", [["export", "r.press"], ["--help"], ["-h"], ["--version"], ["exprot"], ["export"]]
)
def test_a_command_even_a_misspelt_one_is_not(words: list[str]):
    assert call(*words) is None


def test_a_file_named_like_a_command_can_be_opened_by_its_path(tmp_path: Path):
    file = tmp_path / "export"
    file.touch()
    assert call(str(file)) == (Paths().config, [str(file)])


def run(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    unset = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    return subprocess.run(
        [sys.executable, "main.py", *words],
        cwd=ROOT,
        env=environment | variables,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a display")
@pytest.mark.parametrize("display", ["", ":987"])
def test_without_a_display_one_sentence_names_the_way_to_work(tmp_path: Path, display: str):
    variables = {"DISPLAY": display} if display else {}
    ran = run("--profile", str(tmp_path), **variables)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert ran.stderr.count("\n") == 1
    assert "pressdesk export" in ran.stderr
    assert "PD-WIN-001" in ran.stderr


def test_commands_go_to_the_command_line():
    ran = run("--version")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("PressDesk")
    misspelt = run("exprot")
    assert misspelt.returncode == 2
    assert "exprot" in misspelt.stderr
    assert "PD-CLI-001" in misspelt.stderr
