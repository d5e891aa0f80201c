"""What every test of an importer may ask for."""

from pathlib import Path

import pytest

from tests.importers.sources import Read, reader


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader(tmp_path)
