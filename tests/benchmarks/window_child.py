"""What `tests.benchmarks.window` measures, in a process that imports nothing else."""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any


def show(widget: Any) -> None:
    """Show a widget and wait until it is painted."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    widget.resize(1440, 900)
    widget.show()
    QTest.qWaitForWindowExposed(widget)
    QApplication.processEvents()


def paint_bare() -> dict[str, float]:
    """Paint a window of Qt with a text edit in it: the floor."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QTextEdit())
    show(window)
    told = {"cpu": time.process_time(), "rss_mib": _rss_mib()}
    del app
    return told


def paint_ours(profile: str, file: str) -> dict[str, float]:
    """Paint the program's window, then open a file in it where one is named."""
    from pressdesk.app import build
    from pressdesk.paths import Paths

    window = build(Paths(Path(profile)))
    show(window)
    told = {"cpu": time.process_time()}
    if file:
        begun = time.process_time()
        window.open_release(Path(file))
        show(window)
        told["open"] = time.process_time() - begun
        _settle(window)
    return {**told, "rss_mib": _rss_mib()}


def _settle(window: Any) -> None:
    """Wait until the work begun by opening is done, the pictures on the page among it."""
    from PySide6.QtWidgets import QApplication

    until = time.monotonic() + 2
    while window.program.tasks.is_busy or time.monotonic() < until:
        QApplication.processEvents()


def _rss_mib() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")


def main() -> None:
    what, *rest = sys.argv[1:]
    told = paint_bare() if what == "bare" else paint_ours(*rest)
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    os._exit(0)  # what follows is not measured


if __name__ == "__main__":
    main()
