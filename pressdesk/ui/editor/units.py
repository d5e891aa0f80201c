"""Qt counts UTF-16 units, Python characters: the one place where these are converted."""

_UTF16 = "utf-16-le"


def units(text: str) -> int:
    """Count the UTF-16 units of a text."""
    if text.isascii():
        return len(text)
    return len(text.encode(_UTF16, "surrogatepass")) // 2


def to_units(text: str, chars: int) -> int:
    """Turn a place in a text, in characters, into UTF-16 units."""
    return units(text[:chars])


def to_chars(text: str, count: int) -> int:
    """Turn a place in UTF-16 units into characters; within a pair it is the place before it."""
    if text.isascii():
        return min(count, len(text))
    return len(text.encode(_UTF16, "surrogatepass")[: 2 * count].decode(_UTF16, "ignore"))
