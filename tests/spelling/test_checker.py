"""A checker knows its dictionary and its user, and no dictionary brings it down."""

import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pressdesk.spelling.checker import Checker
from tests.spelling.conftest import MakeDictionary


@pytest.mark.parametrize(
    ("word", "is_right"),
    [
        *((word, True) for word in ("museum", "Museum", "MUSEUM", "don't", "don’t", "museum’s")),
        *((word, True) for word in ("café", "cafe\u0301", "naïve", "mu\u00adseum", "")),
        *((word, False) for word in ("musuem", "dont", "dno’t", "nåivee", "colour")),
        *((word, True) for word in ("博物馆", "музей", "x" * 500)),  # not for it to judge
    ],
)
def test_a_word_is_told_right_or_wrong(american: Checker, word: str, is_right: bool):
    assert american.check(word) == is_right


def test_suggestions_come_with_the_apostrophe_of_the_page(american: Checker):
    assert american.suggest("musuem")[0] == "museum"
    assert "don’t" in american.suggest("dont")
    assert "doesn't" in american.suggest("dosn't")
    assert american.suggest("博物馆") == american.suggest("") == american.suggest("x" * 500) == ()


def test_an_added_word_is_right(american: Checker):
    assert not american.check("ecotower")
    american.add("ecotower")
    assert american.check("Ecotower")


def test_nothing_is_wrong_without_a_dictionary():
    checker = Checker(None)
    assert checker.load() is None
    assert checker.check("musuem")
    assert checker.suggest("musuem") == ()
    assert checker.language == ""


def test_nothing_is_loaded_before_it_is_asked(american: Checker):
    code = (
        "import sys\n"
        "from pressdesk.spelling import checker, dictionaries, text\n"
        "from pathlib import Path\n"
        "found = dictionaries.find_dictionaries(dictionaries.folders('linux', {}, Path('.')))\n"
        "one = checker.Checker(found['en_US'])\n"
        "print('hunspell' in sys.modules, one.check('museum'), 'hunspell' in sys.modules)\n"
    )
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True)
    assert run.stdout.split() == ["False", "True", "True"]


def test_a_small_dictionary_in_a_folder_of_any_name_is_read(make_dictionary: MakeDictionary):
    checker = Checker(make_dictionary(b"SET UTF-8\n", "2\ncafé\nmusée\n".encode()))
    assert checker.load() is None
    assert checker.check("musée")
    assert not checker.check("musee")
    checker = Checker(make_dictionary(b"", "1\ncaf\xe9\n".encode("latin-1")))
    assert checker.load() is None
    assert checker.check("café")


@pytest.mark.parametrize(
    ("aff", "dic", "reason"),
    [
        (b"SET UTF-8\n", b"", "number of words"),
        (b"SET UTF-8\n", b"word\nother\n", "number of words"),
        (b"SET UTF-8\n", b"-5\nword\n", "number of words"),
        (b"SET UTF-8\n", b"99999999999\nword\n", "number of words"),
        (b"SET UTF-8\n", b"1\ncaf\xe9\n", "encoding UTF-8"),
        (b"SET NOSUCH-99\n", b"1\nword\n", "“NOSUCH-99”"),
        (b"SET UTF-8\nFORBIDDENWORD x\n", b"1\nword/x\n", "its own words"),
    ],
)
def test_a_broken_dictionary_is_told_and_marks_nothing(
    make_dictionary: MakeDictionary, aff: bytes, dic: bytes, reason: str
):
    checker = Checker(make_dictionary(aff, dic))
    problem = checker.load()
    assert problem is not None
    assert problem.code == "PD-SPL-003"
    assert reason in problem.message
    assert checker.check("wrod")
    assert checker.suggest("wrod") == ()


def test_a_dictionary_that_went_away_is_told(make_dictionary: MakeDictionary):
    dictionary = make_dictionary(b"SET UTF-8\n", b"1\nword\n")
    dictionary.dic.unlink()
    problem = Checker(dictionary).load()
    assert problem is not None
    assert problem.code == "PD-SPL-003"
    assert "No such file" in problem.message or "cannot find" in problem.message


@pytest.mark.parametrize("seed", range(20))
def test_noise_in_a_dictionary_does_no_harm(make_dictionary: MakeDictionary, seed: int):
    noise = random.Random(seed)
    aff = b"SET ISO8859-1\nFLAG num\nSFX 1 Y 2\nSFX 1 0 " + noise.randbytes(500)
    checker = Checker(make_dictionary(aff, b"9\nword/1,2\n" + noise.randbytes(500)))
    checker.load()
    checker.check("word")
    checker.suggest("wrod")


def test_a_missing_library_is_told(american: Checker, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "hunspell", None)  # importing it fails then
    problem = american.load()
    assert problem is not None
    assert problem.code == "PD-SPL-004"
    assert american.check("musuem")


def test_threads_may_share_a_checker(american: Checker):
    words = ["museum", "musuem", "don’t", "ecotower"] * 50
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(american.check, words))
    assert answers == [True, False, True, False] * 50
