"""Text as the release keeps it: which characters, which links, which words."""

import re
from functools import cache
from urllib.parse import urlsplit

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_AROUND_BREAK = re.compile(" *\n *")

LANGUAGE_TAG = r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"
"""What the tag of a language looks like (RFC 5646): en, zh-Hans, pt-BR."""
LINK_SCHEMES = ("http", "https", "mailto", "tel")


def clean_text(text: str) -> str:
    r"""Bring foreign text into the form a release keeps.

    Every kind of line break becomes ``\n``, a tab becomes a space, and
    characters no document format can carry (controls, lone surrogates,
    noncharacters: XML 1.0 section 2.2, HTML section 13.2.3.5) are dropped.
    Nothing else changes: no normalisation, no trimming.
    """
    if text.isprintable():  # most texts: none of all these characters is
        return text
    return _INVISIBLE.sub("", _BREAKS.sub("\n", text).replace("\t", " "))


def count_invisible(text: str) -> int:
    """Count the characters that ``clean_text`` drops."""
    return 0 if text.isprintable() else len(_INVISIBLE.findall(text))


def clean_line(text: str) -> str:
    """Clean a field that holds one line: breaks become spaces, ends are trimmed."""
    return clean_text(text).replace("\n", " ").strip(" ")


def clean_paragraphs(text: str) -> str:
    """Clean a field of plain paragraphs: one blank line between them, none around."""
    text = _AROUND_BREAK.sub("\n", clean_text(text))
    return re.sub("\n{3,}", "\n\n", text).strip(" \n")


def paragraphs(text: str) -> tuple[str, ...]:
    """Split a field of plain paragraphs at its blank lines."""
    return tuple(part for part in clean_paragraphs(text).split("\n\n") if part)


def safe_link(target: str) -> str:
    """Give back a link that may stand in a release, or "" where it may not.

    Only http, https, mailto and tel are allowed; white space and controls are
    removed before the scheme is read, as browsers do (WHATWG URL, section 4.1).
    """
    if not target:
        return ""
    target = re.sub(r"[\s\x00-\x20\x7f]", "", clean_text(target))
    try:
        parts = urlsplit(target)
        host = parts.hostname
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    if scheme not in LINK_SCHEMES:
        return ""
    return target if (host if scheme in ("http", "https") else parts.path) else ""


_CJK = (
    "[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U0001f200-\U0001f2ff\U00020000-\U0003ffff]"
)
"""Compiled at its first use, which takes 3 ms."""


def is_cjk(char: str) -> bool:
    """Tell whether a character is set in the East Asian font of a style."""
    return char >= "\u2e80" and re.match(_CJK, char) is not None


_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


def count_words(text: str) -> int:
    """Count words; each Chinese, Japanese or Korean character counts as one."""
    words = _WORD.findall(re.sub(_CJK, " ", text))
    return len(words) + sum(char.isalpha() for char in re.findall(_CJK, text))


_MARKS = "[\u0300-\u036f\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]"
"""What stands on the character before it: accents, and the looks and skins of emoji."""


def tokens(text: str) -> list[str]:
    """Split a text into the words ``count_words`` counts, white space, and single characters.

    Joined they are the text again, and the words of the parts add up to those of the whole.
    """
    return _token().findall(text)


@cache
def _token() -> re.Pattern[str]:
    letter = rf"[^\W_{_CJK[1:-1]}]"
    word = rf"{letter}+(?:['’\-]{letter}+)*"
    return re.compile(rf"\s+|(?:{_CJK}|{word}|.)(?:{_MARKS}|\u200d[^\w\s])*", re.DOTALL)


def keywords_in(text: str) -> tuple[str, ...]:
    """Read keywords with commas or semicolons between them, each once."""
    words = (" ".join(word.split()) for word in re.split(r"[,;，、；\n]", text))
    return tuple(dict.fromkeys(word for word in words if word))
