"""What every test may ask for: the folders of real and hostile files, where they are present."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def _folder(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"../shared/{name} is not on this machine")
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    return _folder("corpus")


@pytest.fixture(scope="session")
def seed() -> Path:
    return _folder("seed")
