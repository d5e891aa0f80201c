"""All benchmarks in one table: ``python -m tests.benchmarks``."""

import argparse
import multiprocessing
import os
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks import docx, html, photos, process, saving
from tests.benchmarks.measure import Growth, Row, rows_of, table

Figures = tuple[list[Row], list[Growth]]


def _apart(module: str) -> Figures:
    """Measure in a process of its own: one of Qt's applications must not meet another."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")  # Chromium's refuses root
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(rows_of, module).result()


BENCHMARKS: dict[str, Callable[[], Figures]] = {
    "process": process.rows,
    "docx": docx.rows,
    "html": html.rows,
    "photos": photos.rows,
    "saving": saving.rows,
}
if find_spec("PySide6"):
    BENCHMARKS |= {
        name: partial(_apart, f"tests.benchmarks.{name}")
        for name in ("window", "editor", "preview", "stops", "intake")
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--output", type=Path, help="file for the table")
    parser.add_argument(
        "--only",
        type=lambda names: names.split(","),
        default=[*BENCHMARKS],
        help=f"some of {','.join(BENCHMARKS)}, with commas between; all take some minutes",
    )
    given = parser.parse_args()
    if unknown := {*given.only} - BENCHMARKS.keys():
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    rows: list[Row] = []
    growths: list[Growth] = []
    for name in given.only:
        more, grown = BENCHMARKS[name]()
        rows += more
        growths += grown
    text = table(rows, growths)
    sys.stdout.write(text)
    if given.output:
        given.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
