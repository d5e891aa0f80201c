"""Spelling of one release: which dictionary serves it, and which words of a text are wrong."""

import os
import sys
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from pressdesk.model.problem import Problem
from pressdesk.model.release import Release
from pressdesk.spelling.checker import Checker
from pressdesk.spelling.dictionaries import choose, find_dictionaries, folders
from pressdesk.spelling.text import Range, accepted_words, misspelt
from pressdesk.spelling.words import WordList
from pressdesk.storage.atomic import make_folder, write_file
from pressdesk.ui.document import Document
from pressdesk.ui.program import Program
from pressdesk.ui.tasks import Report, Task

_MOST_TEXTS = 5_000
_AT_ONCE = 4_000
"""Characters of a text that is checked between two keys: less than a millisecond a thousand."""

_PAUSE_MS = 300


class SpellChecker(QObject):
    """Knows the wrong words of every text it was asked about.

    A short text is looked at when it is asked for; a long one, and all texts of a
    release just opened, in a worker, after which ``changed`` tells that more is known.
    """

    changed = Signal()

    def __init__(self, program: Program, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._document = document
        self._checker: Checker | None = None
        self._is_loaded = False
        self._loading: Task | None = None
        self._accepted: frozenset[str] = frozenset()
        self._names: tuple[object, ...] = ()
        self._known: OrderedDict[str, list[Range]] = OrderedDict()
        self._asked: dict[str, None] = {}
        self._language = ""
        self.problem: Problem | None = None
        """Why nothing is checked, or by which other dictionary."""
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._work_off)
        document.release_changed.connect(self._follow)

    @property
    def is_on(self) -> bool:
        return self._program.settings.is_spelling_checked

    def begin(self) -> None:
        """Choose and load the dictionary for the language of the release, in a worker."""
        release = self._document.release
        self._language = release.language
        if not self.is_on:
            self._forget()
            return
        language, own = release.language, self._program.paths.dictionaries
        words = WordList(self._program.paths.own_words, _write)

        def work(_: Report) -> tuple[Checker, Problem | None]:
            found = find_dictionaries(folders(sys.platform, os.environ, Path.home(), own))
            dictionary, problem = choose(language, found)
            checker = Checker(dictionary, words)
            return checker, checker.load() or problem

        def done(loaded: tuple[Checker, Problem | None]) -> None:
            self._checker, self.problem = loaded
            self._is_loaded = True
            self._forget()

        def failed(error: Exception) -> None:
            raise error

        self._loading = self._program.tasks.run(
            self.tr("Loading a dictionary"),
            work,
            done=done,
            failed=failed,
            owner=self,
            replaces=self._loading,
        )

    def ranges(self, text: str) -> list[Range]:
        """Give the wrong words of a text, in Python characters, as far as they are known now."""
        if not self.is_on or not self._is_loaded or self._checker is None or not text.strip():
            return []
        known = self._known.get(text)
        if known is not None:
            self._known.move_to_end(text)
            return known
        if len(text) <= _AT_ONCE and not self._asked:
            return self._keep(text, misspelt(text, self._checker, self._accepted))
        self._asked[text] = None
        self._pause.start()
        return []

    def ask(self, texts: list[str]) -> None:
        """Have many texts checked in the background."""
        if self._is_loaded and self.is_on:
            self._asked.update(dict.fromkeys(text for text in texts if text not in self._known))
            self._work_off()

    def suggest(self, word: str, then: Callable[[tuple[str, ...]], None]) -> None:
        """Find suggestions for a word in a worker."""
        checker = self._checker
        if checker is None:
            then(())
            return

        def failed(error: Exception) -> None:
            raise error

        self._program.tasks.run(
            self.tr("Looking for suggestions"),
            lambda _: checker.suggest(word),
            done=then,
            failed=failed,
            owner=self,
        )

    def add(self, word: str) -> None:
        """Accept a word in every release from now on. Raises PressDeskError PD-SAV-…."""
        if self._checker is not None:
            self._checker.add(word)
            self._forget()

    def set_on(self, is_on: bool) -> None:
        """Check spelling from now on, or no more."""
        self._program.change(is_spelling_checked=is_on)
        if is_on and not self._is_loaded:
            self.begin()
        else:
            self._forget()

    def _follow(self) -> None:
        release = self._document.release
        names = _named(release)
        if any(a is not b for a, b in zip(names, self._names, strict=False)) or not self._names:
            self._names = names
            accepted = accepted_words(release)
            if accepted != self._accepted:
                self._accepted = accepted
                self._forget()
        if release.language != self._language:
            self.begin()

    def _forget(self) -> None:
        self._known.clear()
        self._asked.clear()
        if not self._accepted:
            self._accepted = accepted_words(self._document.release)
        self.changed.emit()

    def _keep(self, text: str, wrong: list[Range]) -> list[Range]:
        self._known[text] = wrong
        while len(self._known) > _MOST_TEXTS:
            self._known.popitem(last=False)
        return wrong

    def _work_off(self) -> None:
        checker, accepted, texts = self._checker, self._accepted, tuple(self._asked)
        self._asked.clear()
        if checker is None or not texts:
            return

        def work(_: Report) -> dict[str, list[Range]]:
            return {text: misspelt(text, checker, accepted) for text in texts}

        def done(found: dict[str, list[Range]]) -> None:
            if accepted is self._accepted and checker is self._checker:
                for text, wrong in found.items():
                    self._keep(text, wrong)
                self.changed.emit()

        def failed(error: Exception) -> None:
            raise error

        self._program.tasks.run(
            self.tr("Checking the spelling"), work, done=done, failed=failed, owner=self
        )


def _named(release: Release) -> tuple[object, ...]:
    """Give the parts of a release whose names are right, to be compared by identity."""
    return (
        release.people,
        release.contacts,
        release.photos,
        release.event,
        release.issuer,
        release.place,
    )


def _write(path: Path, data: bytes) -> None:
    make_folder(path.parent)
    write_file(path, data)
