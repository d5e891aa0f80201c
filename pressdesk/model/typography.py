"""Quotation marks, dashes and ellipses put right while a person types, by language."""

import re

from msgspec import Struct

from pressdesk.model.text import is_cjk

NARROW_SPACE = "\u202f"
"""The no-break space that French sets inside its quotation marks."""


class Style(Struct, frozen=True):
    """What a language prints for the keys of a typewriter."""

    double: tuple[str, str]
    """What ``"`` becomes where it opens and where it closes."""
    single: tuple[str, str] = ("’", "’")
    """The same for ``'``; two apostrophes where it never opens a quotation."""
    spaced: str = "–"
    """Dash between words with spaces around it."""
    unspaced: str = "–"
    """Dash that stands close to its words."""
    ellipsis: str = "…"
    elisions: tuple[str, ...] = ()
    """Short forms of words that begin with an apostrophe: ’tis, ’s avonds."""


_ENGLISH = Style(
    ("“", "”"), ("‘", "’"), unspaced="—", elisions=("tis", "twas", "em", "til", "n", "cause")
)
_NORDIC = Style(("”", "”"))
_NORWEGIAN = Style(("«", "»"), ("‘", "’"))
_FRENCH = Style(("«" + NARROW_SPACE, NARROW_SPACE + "»"))
_CHINESE = Style(("“", "”"), ("‘", "’"), "——", "——", "……")
_TAIWANESE = Style(("「", "」"), ("『", "』"), "——", "——", "……")

STYLES = {
    "en": _ENGLISH,
    "de": Style(("„", "“"), ("‚", "‘")),
    "de-ch": Style(("«", "»"), ("‹", "›")),
    "fr": _FRENCH,
    "es": Style(("«", "»"), ("‘", "’"), "—", "—"),
    "it": Style(("“", "”"), ("‘", "’")),
    "nl": Style(("“", "”"), ("‘", "’"), elisions=("s", "t", "n", "k", "m")),
    "pl": Style(("„", "”"), ("‚", "’")),
    "pt": Style(("“", "”"), ("‘", "’")),
    "sv": _NORDIC,
    "fi": _NORDIC,
    "da": _NORDIC,
    "no": _NORWEGIAN,
    "nb": _NORWEGIAN,
    "nn": _NORWEGIAN,
    "ru": Style(("«", "»"), spaced="—", unspaced="—"),
    "zh": _CHINESE,
    "zh-hant": _TAIWANESE,
    "zh-tw": _TAIWANESE,
    "zh-hk": _TAIWANESE,
    "ja": Style(("「", "」"), ("『", "』"), "――", "――", "……"),
}
"""Styles by BCP 47 tag in small letters; a longer tag goes before its language."""

_ADDRESS = re.compile(r"(?:\b[a-z][a-z0-9+.-]*://|\bwww\.|[\w.+-]@)[!#-~]*$", re.ASCII | re.I)
_DECADE = re.compile(r"(?<!\w)‘(\d0)$")
_REACH = 300
"""How far back an address may have begun, in characters."""


def style_of(language: str) -> Style:
    """Give the style of a BCP 47 tag, English where the language is not known."""
    parts = language.lower().replace("_", "-").split("-")
    tags = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((STYLES[tag] for tag in tags if tag in STYLES), _ENGLISH)


def replacement(before: str, typed: str, language: str) -> tuple[int, str] | None:
    """Tell what stands for a character just typed, or None where it stands for itself.

    ``before`` is the text of the block up to the character, without it. The answer
    ``(count, text)``: drop the last ``count`` characters of ``before``, and put
    ``text`` for them and for the character. Who puts ``before[-count:] + typed``
    back for ``text`` has undone it.
    """
    if len(typed) != 1:
        return None  # an input method has chosen these words
    style = style_of(language)
    is_address = _ADDRESS.search(before[-_REACH:]) is not None
    if typed == '"':  # never part of an address: it ends one
        count, dash = (0, "") if is_address else _dash(before, typed, style)
        dropped, quote = _double(before[: len(before) - count] + dash, style)
        count, text = count + dropped, dash + quote
    elif is_address:
        return None
    elif typed == "'":
        count, text = (2, "’n’") if before.endswith(" ‘n") else (0, _single(before, style))
    elif typed == "." and before.endswith("..") and not before.endswith("..."):
        count, text = 2, _ellipsis(before, style)
    elif typed == " " and style.double[0] == "«" + NARROW_SPACE and before.endswith("«\u202f"):
        count, text = 0, ""  # the space is there already
    else:
        count, text = _apostrophe(before, typed, style)
        if not count:
            count, dash = _dash(before, typed, style)
            text = dash + typed
    return None if (count, text) == (0, typed) else (count, text)


def _dash(before: str, typed: str, style: Style) -> tuple[int, str]:
    """Count the hyphens that become a dash now that the next character is known."""
    if not before.endswith("--") or typed in "->=":
        return 0, ""
    behind = before[-3:-2]
    if behind == "-":
        return 0, ""
    if not behind or behind.isspace():  # an option like --help stays
        return (2, style.spaced) if typed == " " else (0, "")
    if behind.isdigit() and typed.isdigit():
        return 0, ""
    return 2, style.unspaced


def _ellipsis(before: str, style: Style) -> str:
    """Latin words within Chinese or Japanese keep the three dots of their own."""
    word = before[-3:-2]
    return "…" if word.isascii() and word.isalnum() else style.ellipsis


def _double(before: str, style: Style) -> tuple[int, str]:
    opening, closing = style.double
    is_open = _is_open(before, opening.strip(), closing.strip())
    last = before[-1:]
    if closing.startswith(NARROW_SPACE) and is_open and last.isspace():
        return 1, closing
    if last.isdigit() and not is_open:
        return 0, '"'  # inches
    return 0, opening if _opens(before, is_open=is_open) else closing


def _single(before: str, style: Style) -> str:
    opening, closing = style.single
    is_open = _is_open(before, opening, closing)
    last = before[-1:]
    if last.isalnum() and not is_cjk(last):
        return closing if is_open else "’"
    return opening if _opens(before, is_open=is_open) else closing


def _opens(before: str, *, is_open: bool) -> bool:
    """Tell whether a mark begins a quotation, by what stands before it."""
    last = before[-1:]
    if not last or last.isspace() or last in "([{<“„‘‚«‹¿¡":
        return True
    if is_cjk(last) or last in "-–—―/…":
        return not is_open  # nothing but the marks before can tell
    return False


def _is_open(before: str, opening: str, closing: str) -> bool:
    if opening == closing:
        return before.count(opening) % 2 == 1
    return before.rfind(opening) > before.rfind(closing)


def _apostrophe(before: str, typed: str, style: Style) -> tuple[int, str]:
    """Make an apostrophe of a single mark that the next letters show to be one."""
    opening, closing = style.single
    if closing != "’" and typed.isalpha() and before.endswith(closing):
        word = before[-2:-1]  # ‚Wie geht‘ + s
        return (1, "’" + typed) if word.isalpha() and not is_cjk(word + typed) else (0, "")
    if opening != "‘":
        return 0, ""
    decade = _DECADE.search(before) if typed == "s" else None
    if decade:
        return 3, f"’{decade[1]}s"
    if not typed.isalnum():
        for word in style.elisions:
            begin = len(before) - len(word) - 1
            if before.lower().endswith("‘" + word) and not before[:begin][-1:].isalnum():
                return len(word) + 1, "’" + before[begin + 1 :] + typed
    return 0, ""
