"""Languages in Word: tags with a region, fonts for East Asian text, direction."""

import unicodedata
from collections.abc import Callable, Iterator
from types import MappingProxyType

from pressdesk.export.docx_xml import Element, child, make, q, remove
from pressdesk.model.text import is_cjk


def _names(words: str) -> frozenset[str]:
    return frozenset(q(f"w:{word}") for word in words.split())


_REGIONS = MappingProxyType(
    {
        "ar": "SA", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US", "es": "ES",
        "fa": "IR", "fi": "FI", "fr": "FR", "he": "IL", "hi": "IN", "hu": "HU", "id": "ID",
        "it": "IT", "ja": "JP", "ko": "KR", "nb": "NO", "nl": "NL", "pl": "PL", "pt": "PT",
        "ro": "RO", "ru": "RU", "sv": "SE", "th": "TH", "tr": "TR", "uk": "UA", "ur": "PK",
        "vi": "VN", "zh": "CN",
    }
)  # fmt: skip
"""Word's proofing wants a region; these are the ones it takes for a bare language."""
_SCRIPTS = MappingProxyType({"zh-hans": "zh-CN", "zh-hant": "zh-TW"})
_EAST_ASIAN = frozenset(("zh", "ja", "ko"))
_RIGHT_TO_LEFT = frozenset(("ar", "fa", "he", "ur"))
_SHARED_PUNCTUATION = frozenset("“”‘’—…·")
"""Marks that Latin and East Asian fonts both have; Word has to be told which to take."""
_BEFORE_BIDI = _names(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr"
    " shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
    " autoSpaceDN"
)
"""ECMA-376 part 1, 17.3.1.26."""
_BEHIND_RTL = _names("cs em lang eastAsianLayout specVanish oMath")
"""ECMA-376 part 1, 17.3.2.28."""
_BEFORE_VISUAL = _names("tblStyle tblpPr tblOverlap")
"""ECMA-376 part 1, 17.4.60."""


def word_language(tag: str) -> str:
    """Give the tag Word knows a language by: ``en`` is ``en-US``, ``zh-Hans`` is ``zh-CN``."""
    known = _SCRIPTS.get(tag.lower())
    if known or "-" in tag:
        return known or tag
    return f"{tag}-{_REGIONS[tag]}" if tag in _REGIONS else tag


def language_attributes(tag: str) -> dict[str, str]:
    """Give the attributes of ``w:lang`` for text in a language (ECMA-376 part 1, 17.3.2.20)."""
    base = tag.split("-", maxsplit=1)[0].lower()
    if base in _EAST_ASIAN:
        return {"w:eastAsia": word_language(tag)}
    if base in _RIGHT_TO_LEFT:
        return {"w:bidi": word_language(tag)}
    return {"w:val": word_language(tag)}


def set_default_language(styles: Element, tag: str) -> None:
    """Write the release's language into the defaults, in place of what styles say."""
    for each in [lang for style in styles.iter(q("w:style")) for lang in style.iter(q("w:lang"))]:
        remove(each)
    for name in ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"):
        below = child(styles, name)
        if below is None:
            below = make(name)
            styles.insert(0 if name in ("w:docDefaults", "w:rPrDefault") else len(styles), below)
        styles = below
    for attribute, written in language_attributes(tag).items():
        styles.set(q(attribute), written)


def mark_scripts(root: Element, tag: str) -> None:
    """Tell Word how to set the text of a story.

    In an East Asian language quotation marks and dashes belong to its font; in
    one written from the right so do paragraphs and tables, and the runs of its letters.
    """
    base = tag.split("-", maxsplit=1)[0].lower()
    if base in _EAST_ASIAN:
        for run in _runs(root, lambda char: is_cjk(char) or char in _SHARED_PUNCTUATION):
            _set_east_asian(run)
    if base in _RIGHT_TO_LEFT:
        for paragraph in root.iter(q("w:p")):
            _set_bidi(paragraph)
        for table in root.iter(q("w:tblPr")):
            table.insert(len(_leading(table, _BEFORE_VISUAL)), make("w:bidiVisual"))
        for run in _runs(root, lambda char: unicodedata.bidirectional(char) in ("R", "AL")):
            properties = _properties(run, "w:rPr")
            behind = next((each for each in properties if each.tag in _BEHIND_RTL), None)
            place = properties.index(behind) if behind is not None else len(properties)
            properties.insert(place, make("w:rtl"))


def _runs(root: Element, has: Callable[[str], bool]) -> Iterator[Element]:
    for text in list(root.iter(q("w:t"))):
        run = text.getparent()
        if run is not None and any(has(char) for char in text.text or ""):
            yield run


def _set_east_asian(run: Element) -> None:
    properties = _properties(run, "w:rPr")
    fonts = child(properties, "w:rFonts")
    if fonts is None:
        fonts = make("w:rFonts")
        properties.insert(1 if child(properties, "w:rStyle") is not None else 0, fonts)
    fonts.set(q("w:hint"), "eastAsia")


def _set_bidi(paragraph: Element) -> None:
    properties = _properties(paragraph, "w:pPr")
    if child(properties, "w:bidi") is None:
        properties.insert(len(_leading(properties, _BEFORE_BIDI)), make("w:bidi"))


def _leading(properties: Element, before: frozenset[str]) -> list[Element]:
    return [each for each in properties if each.tag in before]


def _properties(owner: Element, name: str) -> Element:
    properties = child(owner, name)
    if properties is None:
        properties = make(name)
        owner.insert(0, properties)
    return properties
