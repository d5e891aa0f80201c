"""Imported by the server that forks the children: does all work once, so that they are warm."""

import tempfile
from pathlib import Path

from pressdesk.storage.disk import DISK
from tests.faults.scenarios import NEW, SCENARIOS, check


def warm_up() -> None:
    """Do the work of every scenario once: what is imported or computed late is there then."""
    for scenario in SCENARIOS:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            scenario.prepare(folder)
            step, close = scenario.begin(folder, DISK)
            step(NEW)
            close()
            check(scenario, folder)


warm_up()
