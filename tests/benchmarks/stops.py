"""How long the window stops while it protects typing and saves: rows 9 and 10 of the speed table.

Run with ``python -m tests.benchmarks --only stops``. A child types eight characters a second
into a release of 20,000 words and 100 photos, and saves it meanwhile; a timer watches for how
long nothing else was done. The same without journal and save is the floor.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measure import Growth, Row
from tests.benchmarks.window import PHOTOS, WORDS, Bench

MODULE = "tests.benchmarks.stops"
MOST_MS = 50


def watch(file: str, profile: str, *, protects: bool) -> dict[str, float]:
    """Type for some seconds, and give the longest time between two beats in ms."""
    import time

    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from pressdesk.app import build
    from pressdesk.paths import Paths

    window = build(Paths(Path(profile)))
    window.resize(1440, 900)
    window.show()
    window.open_release(Path(file))
    document, workspace = window.document, window.workspace
    if document is None or workspace is None or window.protection is None:
        raise RuntimeError("nothing was opened")
    loop = QEventLoop()

    def run(ms: int) -> None:
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    run(6_000)  # pictures on the page, spelling
    if not protects:
        document.release_changed.disconnect(window.protection._note)  # pyright: ignore[reportPrivateUsage]
    workspace.page.body.setFocus()
    gaps: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append((now - last) * 1_000)
        last = now

    timer = QTimer(interval=1)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    keys = QTimer(interval=125)
    keys.timeout.connect(lambda: QTest.keyClicks(workspace.page.body, "a"))
    timer.start()
    keys.start()
    last = time.perf_counter()
    run(4_000)
    if protects:
        window.actions_by_id["file.save"].trigger()
    run(6_000)
    timer.stop()
    keys.stop()
    saved = document.package is not None and str(document.package.manifest.save_id)
    QApplication.processEvents()
    ordered = sorted(gaps)
    return {
        "longest": ordered[-1],
        "p99": ordered[len(ordered) * 99 // 100],
        "was_saved": float(saved != "00000000-0000-0000-0000-000000000001"),
    }


def rows() -> tuple[list[Row], list[Growth]]:
    """Measure in a folder that has room for some gigabytes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = Bench(folder).write("big", WORDS, PHOTOS)
        told = {
            what: _child(what, file, str(folder / f"profile-{what}"))
            for what in ("types", "protects")
        }
    if not told["protects"]["was_saved"]:
        raise RuntimeError("the release was not saved while it was watched")
    longest, floor = told["protects"]["longest"], told["types"]["longest"]
    return [
        Row("10 longest stop of the window", longest, MOST_MS, 1, "ms", "limit"),
        Row("10 the same", longest, floor, 0, "ms", "typing alone"),
    ], []


def _child(what: str, file: str, profile: str) -> dict[str, float]:
    command = [sys.executable, "-m", MODULE, what, file, profile]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return json.loads(ran.stdout.splitlines()[-1])


def main() -> None:
    what, file, profile = sys.argv[1:]
    sys.stdout.write(json.dumps(watch(file, profile, protects=what == "protects")) + "\n")
    sys.stdout.flush()
    os._exit(0)  # what follows is not measured


if __name__ == "__main__":
    main()
