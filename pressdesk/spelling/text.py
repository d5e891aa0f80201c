"""The words of a text that are not right."""

import re
from collections.abc import Collection

from pressdesk.model.release import Release
from pressdesk.spelling.checker import Checker
from pressdesk.spelling.words import plain_word

_UNPARTED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff"
    "\uff66-\uffdc\U00020000-\U0003ffff"
)
"""Scripts whose words no space parts, Chinese, Japanese and Thai among them; and Korean."""
_LETTER = rf"[^\W_{_UNPARTED}]"
_WORD = rf"{_LETTER}(?:{_LETTER}|[\u0300-\u036f\u00ad\u200c\u200d\u2060]|['’](?={_LETTER}))*"
_TOP = "com|org|net|edu|gov|int|info|example|eu|uk|de|fr|cn|io|ac"
_FILE = "jpe?g|png|pdf|docx?|html?"
_ADDRESS = (
    # lengths are limited so that a long row of dots costs no more than its length
    r"[a-z][a-z0-9+.-]{1,20}://[!#-;=?-~]+"
    r"|www\.[!#-;=?-~]+"
    r"|\w[\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63})*"
    r"|[@#]\w+"
    rf"|(?:[a-z0-9-]{{1,63}}\.){{1,6}}(?:{_TOP}|{_FILE})\b(?:/[!#-;=?-~]*)?"
)
_TOKEN = rf"(?i:{_ADDRESS})|(?P<word>{_WORD}(?:[-‐‑]{_WORD})*)"
"""Compiled at its first use, in the thread that checks: it takes 20 ms."""
_ELIDING = ("fr", "it", "ca", "oc")
"""Languages that lose a vowel before a vowel: l’homme, dell’arte."""

Range = tuple[int, int]


def misspelt(text: str, checker: Checker, accepted: Collection[str] = ()) -> list[Range]:
    """Give the ranges of the words that are not right, in Python characters.

    ``accepted`` are words that are right as well, as `accepted_words` gives them; so
    are their possessives. Addresses, file names, numbers, words with digits,
    acronyms of up to five capitals, and all that is Chinese, Japanese or Korean
    are not checked.
    """
    if checker.language == "":
        return []
    wrong: list[Range] = []
    for token in re.finditer(_TOKEN, text):
        words = token["word"]
        if words is None or (re.search("[-‐‑]", words) and checker.check(words)):
            continue
        wrong += [
            (token.start() + part.start(), token.start() + part.end())
            for part in re.finditer(_WORD, words)
            if not _is_right(part[0], checker, accepted)
        ]
    return wrong


def accepted_words(release: Release) -> frozenset[str]:
    """Collect the words of the names in a release: people, houses, places, credits.

    Each is accepted as it stands and in capitals, and a name in capitals (LI) with
    one capital too.
    """
    names = [release.issuer, release.place]
    if release.event is not None:
        names += [release.event.name, release.event.place]
    for person in release.people:
        names += [person.family, person.given, person.native, person.organization]
    for contact in release.contacts:
        names += [contact.name, contact.organization]
    for photo in release.photos:
        names += [photo.creator, photo.credit, photo.source]
    words = {plain_word(part) for name in names for part in re.findall(_WORD, name)}
    capitals = {word.upper() for word in words}
    return frozenset(words | capitals | {word.title() for word in words if word.isupper()})


def _is_right(word: str, checker: Checker, accepted: Collection[str]) -> bool:
    word = plain_word(word)
    if _is_skipped(word) or word in accepted or checker.check(word):
        return True
    base, apostrophe, ending = word.rpartition("'")
    if not apostrophe:
        return False
    if ending in ("s", "S"):
        return _is_skipped(base) or base in accepted or checker.check(base)
    return checker.language in _ELIDING and (ending in accepted or checker.check(ending))


def _is_skipped(word: str) -> bool:
    if len(word) == 1 or any(char.isdigit() for char in word):
        return True
    acronym = word[:-1] if word[-1] == "s" and len(word) > 2 else word  # NGOs
    return acronym.isupper() and len(acronym) <= 5
