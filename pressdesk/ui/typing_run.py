"""Typing as steps of undo: one a word."""

from itertools import count


class TypingRun:
    """Names the step that an edit belongs to (``merge`` of ``Document.apply``).

    Letters that follow each other are one step with the spaces behind them; a
    new word, a jump of the cursor, or deleting after typing begins another.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._numbers = count()
        self._token = ""
        self._at = -1
        self._is_deleting = False
        self._after_space = False

    def token(self, position: int, removed: int, added: str) -> str:
        """Name the step of an edit at a position (UTF-16 units, as are ``removed``)."""
        is_deleting = bool(removed) and not added
        word_begins = self._after_space and bool(added) and not added[:1].isspace()
        expected = position + removed if is_deleting else position
        continues = (
            expected == self._at
            and is_deleting == self._is_deleting
            and not word_begins
            and not (removed and added)
            and "\n" not in added
        )
        if not continues:
            self._token = f"{self._name} {next(self._numbers)}"
        self._is_deleting = is_deleting
        self._after_space = added[-1:].isspace()
        self._at = position + len(added.encode("utf-16-le")) // 2
        return self._token

    def end(self) -> None:
        """Let the next edit begin a step of its own."""
        self._at = -1
