"""One dictionary and the words added to it: is a word right, and what else may it be."""

import codecs
import re
import threading
import unicodedata
from collections.abc import Sequence
from typing import Protocol, cast

from pressdesk.model.problem import Problem
from pressdesk.spelling.dictionaries import Dictionary
from pressdesk.spelling.words import WordList, plain_word

_LARGEST = 64_000_000
"""Octets; the largest dictionary met is Hungarian, of 3 MB."""
_LONGEST = 80
"""Letters; what is longer is no word, and Hunspell's work grows with the square."""
_SUGGESTIONS = 7


class _Engine(Protocol):
    """What is used of ``hunspell.Hunspell``, which has no types."""

    def spell(self, word: str) -> bool: ...
    def suggest(self, word: str) -> Sequence[str]: ...


class Checker:
    """Tells right words from wrong ones; loads its dictionary when first asked.

    Any thread may call it. Hunspell keeps the interpreter to itself while it works:
    a microsecond for a word, up to 0.2 s for suggestions.
    """

    def __init__(self, dictionary: Dictionary | None, words: WordList | None = None) -> None:
        self.dictionary = dictionary
        self.words = words or WordList()
        self._lock = threading.RLock()
        self._loaded: tuple[_Engine | None, Problem | None] | None = None

    @property
    def language(self) -> str:
        """Language without its region: ``en``; "" where nothing is checked."""
        return self.dictionary.language.partition("_")[0] if self.dictionary else ""

    def load(self) -> Problem | None:
        """Load the dictionary if it is not, and tell what is wrong with it.

        With a dictionary that cannot be used every word is right.
        """
        self._engine()
        return self._loaded[1] if self._loaded else None

    def check(self, word: str) -> bool:
        """Tell whether a word is right; a word in letters the dictionary lacks is."""
        with self._lock:
            engine = self._engine()
            word = plain_word(word)
            if engine is None or len(word) > _LONGEST or word in self.words:
                return True
            return any(_spells(engine, form) for form in self._forms(word))

    def suggest(self, word: str) -> tuple[str, ...]:
        """Suggest up to seven words for a wrong one, the likeliest first.

        Slow, and of no use to a thread that paints: see above.
        """
        with self._lock:
            engine = self._engine()
            wrong = plain_word(word)
            if engine is None or not wrong or len(wrong) > _LONGEST:
                return ()
            try:
                found = engine.suggest(wrong)
            except UnicodeEncodeError:
                return ()
        apostrophe = "'" if "'" in word else "’"
        shown = dict.fromkeys(one.replace("'", apostrophe) for one in found if one)
        return tuple(shown)[:_SUGGESTIONS]

    def add(self, word: str) -> None:
        """Accept a word from now on. Raises PressDeskError where it cannot be kept."""
        with self._lock:
            self.words.add(word)

    def _forms(self, word: str) -> list[str]:
        """List how the dictionary may write a word."""
        forms = [word]
        if "'" in word:
            forms.append(word.replace("'", "’"))
        if self.language == "en" and not word.isascii():  # naïve: most list the bare form only
            parts = unicodedata.normalize("NFD", word)
            forms.append("".join(char for char in parts if not unicodedata.combining(char)))
        return forms

    def _engine(self) -> _Engine | None:
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self.dictionary) if self.dictionary else (None, None)
            return self._loaded[0]


def _spells(engine: _Engine, word: str) -> bool:
    try:
        return engine.spell(word)
    except UnicodeEncodeError:
        return "’" not in word


def _load(dictionary: Dictionary) -> tuple[_Engine | None, Problem | None]:
    try:
        samples = _samples(dictionary)
        # it costs start-up time, and only the extra `window` brings it
        from hunspell import (  # pyright: ignore[reportMissingTypeStubs]
            Hunspell,  # pyright: ignore[reportUnknownVariableType]
        )

        folder, stem = str(dictionary.aff.parent), dictionary.aff.stem
        engine = cast("_Engine", Hunspell(stem, hunspell_data_dir=folder, system_encoding="utf-8"))
        if not any(_spells(engine, word) for word in samples):
            raise ValueError("it does not know its own words")
    except ImportError:
        return None, _problem("PD-SPL-004", "The library for spelling is not installed.", "")
    except (OSError, ValueError, MemoryError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return None, _problem(
            "PD-SPL-003",
            f"The dictionary “{dictionary.aff.stem}” cannot be used: {reason}.",
            f"Put a sound dictionary in place of “{dictionary.aff}” and its .dic file.",
        )
    return engine, None


def _samples(dictionary: Dictionary) -> list[str]:
    """Read some words of a dictionary. Raises ValueError where it is none."""
    for path in (dictionary.aff, dictionary.dic):
        if (size := path.stat().st_size) > _LARGEST:
            raise ValueError(f"{path.name} has {size} octets, the limit is {_LARGEST}")
    named = re.search(rb"^(?:\xef\xbb\xbf)?SET[ \t]+(\S+)", dictionary.aff.read_bytes(), re.M)
    encoding = named[1].decode("ascii", "replace") if named else "ISO8859-1"
    try:
        codecs.lookup(encoding)
    except LookupError as error:
        raise ValueError(f"its encoding “{encoding}” is not known") from error
    count, *lines = dictionary.dic.read_bytes().splitlines() or [b""]
    if not re.fullmatch(rb"(?:\xef\xbb\xbf)?\s*[1-9]\d{0,8}\b.*", count) or not lines:
        raise ValueError(f"{dictionary.dic.name} does not begin with its number of words")
    try:
        text = b"\n".join(lines[:: len(lines) // 200 + 1]).decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(f"{dictionary.dic.name} is not in its encoding {encoding}") from error
    return [word for line in text.split("\n") if (word := re.split(r"[/\t ]", line)[0])]


def _problem(code: str, message: str, fix: str) -> Problem:
    return Problem(code=code, severity="warning", message=message, fix=fix)
