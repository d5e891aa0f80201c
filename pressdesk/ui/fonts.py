"""The two voices of the window: a serif for what the reader reads, a sans for the tool."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QFont, QFontDatabase

SMALLEST, LARGEST = 1.0, 2.0
"""Bounds of the text size, as a factor."""

_SERIFS = (
    "Source Serif 4",
    "Source Serif Pro",
    "Source Serif",
    "Georgia",
    "Liberation Serif",
    "Times New Roman",
    "Noto Serif",
    "DejaVu Serif",
)
_CJK: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "zh": ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun"),
        "zh-Hant": ("Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", "PMingLiU"),
        "ja": ("Noto Serif CJK JP", "Source Han Serif", "Hiragino Mincho ProN", "Yu Mincho"),
        "ko": ("Noto Serif CJK KR", "Source Han Serif K", "AppleMyungjo", "Batang"),
    }
)
"""Fonts by language: one character has other forms in Japan than in China."""


def tool_font(size: float = 1.0) -> QFont:
    """Give the system's font for windows, ``size`` (1–2) times as large."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    _scale(font, font.pointSizeF() if font.pointSizeF() > 0 else 9.0, size)
    return font


def reading_font(points: float, size: float = 1.0, language: str = "") -> QFont:
    """Give the serif of the page.

    ``points`` is the size before it is scaled by ``size`` (1–2); ``language``, a BCP 47
    tag, chooses among Chinese, Japanese and Korean forms.
    """
    font = QFont()
    font.setFamilies(reading_families(language))
    font.setStyleHint(QFont.StyleHint.Serif)
    _scale(font, points, size)
    return font


def reading_families(language: str = "") -> list[str]:
    """Name the serifs of this system, the best first, then those for Chinese and its neighbours."""
    first = _east_asian(language)
    ordered = [*_SERIFS, *_CJK[first]]
    ordered += [name for key, names in _CJK.items() if key != first for name in names]
    # a name that is missing costs a search of all fonts on macOS, and a warning
    return [name for name in ordered if QFontDatabase.hasFamily(name)] or ["serif"]


def _east_asian(language: str) -> str:
    tag = language.lower().replace("_", "-")
    if tag.startswith("zh"):
        traditional = ("hant", "-tw", "-hk", "-mo")
        return "zh-Hant" if any(part in tag for part in traditional) else "zh"
    return next((key for key in ("ja", "ko") if tag.split("-")[0] == key), "zh")


def _scale(font: QFont, points: float, size: float) -> None:
    font.setPointSizeF(points * min(max(size, SMALLEST), LARGEST))
