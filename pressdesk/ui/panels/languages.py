"""The languages a release may be written in, with their names."""

import re

from PySide6.QtCore import QLocale

_TAGS = (
    *("en", "en-GB", "en-US", "zh-Hans", "zh-Hant", "de", "fr", "es", "pt", "pt-BR", "it", "nl"),
    *("ja", "ko", "ar", "he", "ru", "uk", "pl", "cs", "sk", "hu", "ro", "bg", "el", "tr"),
    *("da", "nb", "sv", "fi", "et", "lv", "lt", "sl", "hr", "sr", "ca", "ga", "cy"),
    *("hi", "bn", "ta", "th", "vi", "id", "ms", "fa", "ur", "sw"),
)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def languages() -> tuple[tuple[str, str], ...]:
    """List tags (BCP 47) with their names."""
    return tuple((tag, language_words(tag)) for tag in _TAGS)


def language_words(tag: str) -> str:
    """Give the name of a language in itself, with its tag: ``Deutsch (de)``."""
    locale = QLocale(tag)
    if locale.language() == QLocale.Language.C:
        return tag
    name = locale.nativeLanguageName()
    if "-" not in tag and locale.language() == QLocale.Language.English:
        name = QLocale.languageToString(QLocale.Language.English)
    return f"{name[:1].upper()}{name[1:]} ({tag})" if name else tag


def read_language(text: str) -> str:
    """Read a tag, or the English name of a language; "" where it is neither."""
    for tag in _TAGS:
        if text.casefold() == QLocale.languageToString(QLocale(tag).language()).casefold():
            return tag
    first, *rest = text.split("-")
    if not _TAG.fullmatch(text):
        return ""
    sized = {2: str.upper, 4: str.title}
    return "-".join((first.lower(), *(sized.get(len(part), str.lower)(part) for part in rest)))
