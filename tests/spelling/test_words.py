"""Words a person adds stay in a plain file."""

from pathlib import Path

import pytest

from pressdesk.model.problem import PressDeskError
from pressdesk.spelling.words import WordList
from pressdesk.storage.atomic import write_file


def test_words_are_kept_one_a_line(tmp_path: Path):
    path = tmp_path / "words.txt"
    words = WordList(path, write_file)
    assert words.words == ()
    for word in ("Zürich’s", "ecotower", "ecotower", " ", "two\nlines"):
        words.add(word)
    assert path.read_text("utf-8") == "Zürich's\necotower\n"
    assert WordList(path).words == ("Zürich's", "ecotower")


def test_a_word_in_small_letters_is_accepted_in_all_its_cases():
    words = WordList()
    words.add("ecotower")
    words.add("Pellwick")
    accepted = ["ecotower", "Ecotower", "ECOTOWER", "Pellwick", "PELLWICK", "Pell\u00adwick"]
    assert [word for word in accepted if word not in words] == []
    assert [word for word in ("pellwick", "ecoTower", "", "eco") if word in words] == []


def test_words_that_another_window_added_are_not_lost(tmp_path: Path):
    path = tmp_path / "words.txt"
    one, two = WordList(path, write_file), WordList(path, write_file)
    assert "b" not in two
    one.add("a")
    two.add("b")
    assert path.read_text("utf-8") == "a\nb\n"
    assert "a" in two


def test_a_file_edited_by_hand_is_read(tmp_path: Path):
    path = tmp_path / "words.txt"
    path.write_bytes("\ufeffone\r\n\r\n two \r\n".encode())
    assert WordList(path).words == ("one", "two")


def test_a_file_that_cannot_be_read_is_told_and_never_overwritten(tmp_path: Path):
    path = tmp_path / "words.txt"
    path.write_bytes(b"caf\xe9\n")
    words = WordList(path, write_file)
    assert "a" not in words
    assert words.problem is not None
    assert words.problem.code == "PD-SPL-005"
    with pytest.raises(PressDeskError) as raised:
        words.add("a")
    assert raised.value.code == "PD-SPL-006"
    assert path.read_bytes() == b"caf\xe9\n"
    path.write_bytes(b"cafe\n")
    words.add("a")
    assert path.read_text("utf-8") == "a\ncafe\n"


def test_a_disk_that_refuses_is_told(tmp_path: Path):
    words = WordList(tmp_path / "missing" / "words.txt", write_file)
    with pytest.raises(PressDeskError) as raised:
        words.add("a")
    assert raised.value.code == "PD-SAV-003"
    assert "a" not in words
