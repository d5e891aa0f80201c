"""The tools that look at exported pages; a test skips where one of them is absent."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

HERE = Path(__file__).parent
MODULES = Path(os.environ.get("PRESSDESK_NODE_MODULES") or HERE / "node_modules").resolve()


class View(NamedTuple):
    """How a page is looked at."""

    width: int
    height: int
    phone: bool
    scheme: str


DESKTOP = View(1280, 900, phone=False, scheme="light")
EVERY_VIEW = tuple(
    View(width, height, phone, scheme)
    for width, height, phone in ((1280, 900, False), (390, 844, True))
    for scheme in ("light", "dark")
)


class Page(NamedTuple):
    """A page to be opened, and the texts to be read from it, by name and selector."""

    name: str
    path: Path
    texts: Mapping[str, str] = {}
    axe: bool = False
    views: Sequence[View] = (DESKTOP,)


def browse(pages: Sequence[Page], profile: Path) -> dict[str, dict[str, Any]]:
    """Open the pages in one Chromium; gives by name what ``browse.cjs`` saw."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not on this machine")
    job = {
        "chromium": chromium,
        "profile": str(profile),
        "pages": [
            {**page._asdict(), "path": str(page.path), "views": [v._asdict() for v in page.views]}
            for page in pages
        ],
    }
    command = [_needed("node"), str(HERE / "browse.cjs")]
    environment = {**os.environ, "PRESSDESK_NODE_MODULES": str(_module("puppeteer-core").parent)}
    ran = subprocess.run(
        command,
        input=json.dumps(job),
        capture_output=True,
        text=True,
        env=environment,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def html_errors(pages: Sequence[Path]) -> list[str]:
    """Let the Nu Html Checker read the pages; gives its errors and warnings, one a line."""
    jar = _module("vnu-jar") / "build" / "dist" / "vnu.jar"
    # With Java's usual stack vnu overflows on long pages.
    command = [_needed("java"), "-Xss8m", "-jar", str(jar), "--format", "gnu"]
    ran = subprocess.run(
        [*command, *map(str, pages)], capture_output=True, text=True, timeout=300, check=False
    )
    return ran.stderr.splitlines()


def _needed(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not on this machine")
    return found


def _module(name: str) -> Path:
    folder = MODULES / name
    if not folder.is_dir():
        pytest.skip(f"{name} is not installed: run `npm ci --ignore-scripts` in tests/web")
    return folder
