"""The language of the window: which one it is, and the files its words are read from."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from pressdesk.settings import Interface

_NAME = "wordsOfTheWindow"
_CHINESE = QLocale.Language.Chinese


def install(app: QCoreApplication, interface: Interface, folder: Path) -> None:
    """Let all that is made from now on speak the language that is set.

    ``folder`` holds our compiled translations; Qt's own come from where Qt is.
    """
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    locale = locale_of(interface, QLocale.system())
    QLocale.setDefault(locale)
    if locale.language() == _CHINESE:
        of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _read(app, Path(of_qt) / "qtbase_zh_CN.qm")
        _read(app, folder / "pressdesk_zh_CN.qm")
    else:
        _read(app, folder / "pressdesk_en.qm")


def locale_of(interface: Interface, system: QLocale) -> QLocale:
    """Give the locale of an interface: the system's own where it is of that language."""
    wanted = _spoken(system) if interface == "system" else interface
    if wanted == "zh-CN":
        is_own = _is_simplified(system)
        return system if is_own else QLocale(_CHINESE, QLocale.Country.China)
    neutral = (QLocale.Language.English, QLocale.Language.C)
    return system if system.language() in neutral else QLocale(QLocale.Language.English)


def told_in_window(words: Mapping[str, str]) -> str:
    """Pick what a template pack says in the window's language, or else in its own first one."""
    language = "zh" if QLocale().language() == _CHINESE else "en"
    return words.get(language) or next(iter(words.values()), "")


def _spoken(system: QLocale) -> Interface:
    """Tell which of our languages the person prefers."""
    for tag in system.uiLanguages():
        locale = QLocale(tag)
        if locale.language() == QLocale.Language.English:
            return "en"
        if locale.language() == _CHINESE:
            return "zh-CN" if _is_simplified(locale) else "en"
    return "en"


def _is_simplified(locale: QLocale) -> bool:
    script = QLocale.Script.SimplifiedChineseScript
    return locale.language() == _CHINESE and locale.script() == script


def _read(app: QCoreApplication, file: Path) -> None:
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    if translator.load(str(file)):
        app.installTranslator(translator)
    else:
        translator.deleteLater()
