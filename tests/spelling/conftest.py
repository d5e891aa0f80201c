"""Dictionaries: the one of American English, and small ones made for a test."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pressdesk.spelling.checker import Checker
from pressdesk.spelling.dictionaries import Dictionary, find_dictionaries, folders

MakeDictionary = Callable[[bytes, bytes], Dictionary]


@pytest.fixture
def american(tmp_path: Path) -> Checker:
    pytest.importorskip("hunspell", reason="chunspell-next is not installed")
    return Checker(find_dictionaries(folders(sys.platform, {}, tmp_path))["en_US"])


@pytest.fixture
def make_dictionary(tmp_path: Path) -> MakeDictionary:
    pytest.importorskip("hunspell", reason="chunspell-next is not installed")

    def make(aff: bytes, dic: bytes) -> Dictionary:
        folder = tmp_path / "词典 ü"
        folder.mkdir(exist_ok=True)
        files = folder / "fr_FR.aff", folder / "fr_FR.dic"
        for file, data in zip(files, (aff, dic), strict=True):
            file.write_bytes(data)
        return Dictionary("fr_FR", *files, "own")

    return make
