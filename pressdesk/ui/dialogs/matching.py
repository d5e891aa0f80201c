"""Finding a command by any part of its words, however they are typed."""

import unicodedata

_STARTS, _HOLDS, _SCATTERED = 4, 2, 1
"""What a typed word is worth that begins a word, stands in one, or is spread over several."""


def folded(text: str) -> str:
    """Give a text without capitals and diacritics."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def rank(query: str, title: str, rest: str = "") -> int:
    """Tell how well a query fits: 0 not at all, else the higher the better.

    Every typed word has to be found, in the title or in ``rest``; the title counts
    double. All three are ``folded``.
    """
    total = 1
    for word in query.split():
        worth = max(2 * _worth(word, title), _worth(word, rest))
        if not worth:
            return 0
        total += worth
    return total + (title.startswith(query) and bool(query))


def _worth(word: str, text: str) -> int:
    at = text.find(word)
    if at < 0:
        return _SCATTERED if len(word) > 1 and _is_scattered(word, text) else 0
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            return _STARTS
        at = text.find(word, at + 1)
    return _HOLDS


def _is_scattered(word: str, text: str) -> bool:
    """Tell whether the letters of a word stand in a text in this order, the first at a start."""
    starts = [at for at in range(len(text)) if at == 0 or not text[at - 1].isalnum()]
    for start in starts:
        if text[start] != word[0]:
            continue
        at = start
        for letter in word[1:]:
            at = text.find(letter, at + 1)
            if at < 0:
                break
        else:
            return True
    return False
