"""Imported by the server that forks the children: does all work once, so that they are warm."""

import tempfile
from pathlib import Path

from pressdesk.storage.disk import DISK
from tests.faults import desk, disk_errors, kill, lock, two
from tests.faults.scenarios import NEW, SCENARIOS, check

LIVES = (disk_errors.save_limited, kill.save_on_and_on, lock.run, two.edit_on, desk.type_on_and_on)
"""Of the modules that children are forked to live in."""


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
