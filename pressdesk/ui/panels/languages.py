"""The languages a release may be written in, with their names."""

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

_TAGS = (
    *("en", "en-GB", "en-US", "zh-Hans", "zh-Hant", "de", "fr", "es", "pt", "pt-BR", "it", "nl"),
    *("ja", "ko", "ar", "he", "ru", "uk", "pl", "cs", "sk", "hu", "ro", "bg", "el", "tr"),
    *("da", "nb", "sv", "fi", "et", "lv", "lt", "sl", "hr", "sr", "ca", "ga", "cy"),
    *("hi", "bn", "ta", "th", "vi", "id", "ms", "fa", "ur", "sw"),
)
_NAMES = (
    QT_TRANSLATE_NOOP("Languages", "English"),
    QT_TRANSLATE_NOOP("Languages", "Chinese"),
    QT_TRANSLATE_NOOP("Languages", "German"),
    QT_TRANSLATE_NOOP("Languages", "French"),
    QT_TRANSLATE_NOOP("Languages", "Spanish"),
    QT_TRANSLATE_NOOP("Languages", "Portuguese"),
    QT_TRANSLATE_NOOP("Languages", "Italian"),
    QT_TRANSLATE_NOOP("Languages", "Dutch"),
    QT_TRANSLATE_NOOP("Languages", "Japanese"),
    QT_TRANSLATE_NOOP("Languages", "Korean"),
    QT_TRANSLATE_NOOP("Languages", "Arabic"),
    QT_TRANSLATE_NOOP("Languages", "Hebrew"),
    QT_TRANSLATE_NOOP("Languages", "Russian"),
    QT_TRANSLATE_NOOP("Languages", "Ukrainian"),
    QT_TRANSLATE_NOOP("Languages", "Polish"),
    QT_TRANSLATE_NOOP("Languages", "Czech"),
    QT_TRANSLATE_NOOP("Languages", "Slovak"),
    QT_TRANSLATE_NOOP("Languages", "Hungarian"),
    QT_TRANSLATE_NOOP("Languages", "Romanian"),
    QT_TRANSLATE_NOOP("Languages", "Bulgarian"),
    QT_TRANSLATE_NOOP("Languages", "Greek"),
    QT_TRANSLATE_NOOP("Languages", "Turkish"),
    QT_TRANSLATE_NOOP("Languages", "Danish"),
    QT_TRANSLATE_NOOP("Languages", "Norwegian Bokmål"),
    QT_TRANSLATE_NOOP("Languages", "Swedish"),
    QT_TRANSLATE_NOOP("Languages", "Finnish"),
    QT_TRANSLATE_NOOP("Languages", "Estonian"),
    QT_TRANSLATE_NOOP("Languages", "Latvian"),
    QT_TRANSLATE_NOOP("Languages", "Lithuanian"),
    QT_TRANSLATE_NOOP("Languages", "Slovenian"),
    QT_TRANSLATE_NOOP("Languages", "Croatian"),
    QT_TRANSLATE_NOOP("Languages", "Serbian"),
    QT_TRANSLATE_NOOP("Languages", "Catalan"),
    QT_TRANSLATE_NOOP("Languages", "Irish"),
    QT_TRANSLATE_NOOP("Languages", "Welsh"),
    QT_TRANSLATE_NOOP("Languages", "Hindi"),
    QT_TRANSLATE_NOOP("Languages", "Bangla"),
    QT_TRANSLATE_NOOP("Languages", "Tamil"),
    QT_TRANSLATE_NOOP("Languages", "Thai"),
    QT_TRANSLATE_NOOP("Languages", "Vietnamese"),
    QT_TRANSLATE_NOOP("Languages", "Indonesian"),
    QT_TRANSLATE_NOOP("Languages", "Malay"),
    QT_TRANSLATE_NOOP("Languages", "Persian"),
    QT_TRANSLATE_NOOP("Languages", "Urdu"),
    QT_TRANSLATE_NOOP("Languages", "Swahili"),
    QT_TRANSLATE_NOOP("Languages", "Simplified Han"),
    QT_TRANSLATE_NOOP("Languages", "Traditional Han"),
    QT_TRANSLATE_NOOP("Languages", "United States"),
    QT_TRANSLATE_NOOP("Languages", "United Kingdom"),
    QT_TRANSLATE_NOOP("Languages", "Brazil"),
)
"""What Qt calls the languages of the list, their scripts and countries: marked as words."""
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


def language_name(tag: str) -> str:
    """Give the name of a language in that of the window; the tag itself where Qt knows none."""
    locale = QLocale(tag.replace("-", "_"))
    if locale.language() == QLocale.Language.C:
        return tag
    name = _told(QLocale.languageToString(locale.language()))
    parts = tag.split("-")
    if len(parts) > 1 and len(parts[1]) == 4:
        return f"{name} ({_told(QLocale.scriptToString(locale.script()))})"
    territory = QLocale.territoryToString(locale.territory())
    return f"{name} ({_told(territory)})" if len(parts) > 1 and territory else name


def read_language(text: str) -> str:
    """Read a tag, or the name of a language in English or the window's; "" for anything else."""
    for tag in _TAGS:
        name = QLocale.languageToString(QLocale(tag).language())
        if text.casefold() in (name.casefold(), _told(name).casefold()):
            return tag
    first, *rest = text.split("-")
    if not _TAG.fullmatch(text):
        return ""
    sized = {2: str.upper, 4: str.title}
    return "-".join((first.lower(), *(sized.get(len(part), str.lower)(part) for part in rest)))


def _told(name: str) -> str:
    return QCoreApplication.translate("Languages", name)
