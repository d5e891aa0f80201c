"""Words that a person has added to the dictionary: a plain text file, one word a line."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

from pressdesk.model.problem import PressDeskError, Problem

Write = Callable[[Path, bytes], object]
"""Puts bytes into a file, whole or not at all: ``storage.atomic.write_file``."""

_MARKS = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Characters within a word that nobody sees, such as the soft hyphen."""


def plain_word(word: str) -> str:
    """Write a word as dictionaries do: composed letters, a straight apostrophe."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", word.translate(_MARKS)).replace("’", "'")


class WordList:
    """The words of one person, or only of this session where no file is given.

    A word in small letters is accepted at the start of a sentence and in capitals
    too, a name only as it is written and in capitals.
    """

    def __init__(self, path: Path | None = None, write: Write | None = None) -> None:
        self._path = path
        self._write = write
        self._words: frozenset[str] | None = None
        self._forms: frozenset[str] = frozenset()
        self.problem: Problem | None = None
        """What is wrong with the file, once it was read."""

    def __contains__(self, word: str) -> bool:
        self._known()
        return plain_word(word) in self._forms

    @property
    def words(self) -> tuple[str, ...]:
        """The words, in order of the alphabet."""
        return tuple(sorted(self._known()))

    def add(self, word: str) -> None:
        """Accept a word from now on. Raises PressDeskError where it cannot be kept."""
        word = plain_word(word).strip()
        if not word or "\n" in word or "\r" in word:
            return
        words = self._known()
        if self._path and self._write:
            words = self._read()  # another window may have added some since
            if self.problem is not None:
                raise PressDeskError(
                    "PD-SPL-006",
                    f"“{word}” was not added to your words.",
                    self.problem.message,
                    safe="The file is as it was.",
                    do=self.problem.fix,
                )
            if word not in words:
                lines = "".join(f"{one}\n" for one in sorted({*words, word}))
                self._write(self._path, lines.encode())
        self._keep(words | {word})

    def _known(self) -> frozenset[str]:
        if self._words is None:
            self._keep(self._read())
        return self._words or frozenset()

    def _keep(self, words: frozenset[str]) -> None:
        capitals = {word.upper() for word in words}
        first = {word[0].upper() + word[1:] for word in words if word.islower()}
        self._words, self._forms = words, frozenset(words | capitals | first)

    def _read(self) -> frozenset[str]:
        self.problem = None
        if self._path is None:
            return frozenset()
        try:
            lines = self._path.read_text("utf-8-sig").splitlines()
        except FileNotFoundError:
            return frozenset()
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            self.problem = Problem(
                code="PD-SPL-005",
                severity="warning",
                message=f"Your words in “{self._path.name}” cannot be read: {reason}.",
                fix="Save the file as plain UTF-8 text, one word a line, or remove it.",
            )
            return frozenset()
        return frozenset(word for line in lines if (word := plain_word(line).strip()))
