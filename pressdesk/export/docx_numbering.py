"""Numbered and bulleted lists of a Word file: each numbered list counts from 1."""

from pressdesk.export.docx_styles import Styles
from pressdesk.export.docx_xml import Element, child, make, q, value

_LEVELS = 9
_STEP = 360
"""Twentieths of a point that each level is set in."""
_BULLETS = ("•", "–", "▪")
_FORMATS = ("decimal", "lowerLetter", "lowerRoman")


class Lists:
    """The lists of a document, from the template's list styles or else plain ones."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._root = root
        self._abstract = {
            numbered: self._of_style(styles.numbering(name))
            for numbered, name in ((False, "List Bullet"), (True, "List Number"))
        }
        self._bullets = ""

    def bulleted(self) -> str:
        """Give the number (``w:numId``) that all bulleted lists share."""
        self._bullets = self._bullets or self._new(numbered=False)
        return self._bullets

    def numbered(self) -> str:
        """Give the number of a new list that counts from 1."""
        return self._new(numbered=True)

    def _of_style(self, number: str) -> str:
        for num in self._root.iter(q("w:num")):
            if number and num.get(q("w:numId")) == number:
                return value(num, "w:abstractNumId")
        return ""

    def _new(self, *, numbered: bool) -> str:
        abstract = self._abstract[numbered]
        if not abstract:
            abstract = self._abstract[numbered] = self._add_plain(numbered=numbered)
        number = self._free("w:num", "w:numId")
        num = make("w:num", {"w:numId": number})
        num.append(make("w:abstractNumId", {"w:val": abstract}))
        if numbered:
            for level in range(_LEVELS):
                start = make("w:startOverride", {"w:val": "1"})
                num.append(make("w:lvlOverride", {"w:ilvl": str(level)}, start))
        self._insert(num, before=("w:numIdMacAtCleanup",))
        return number

    def _add_plain(self, *, numbered: bool) -> str:
        number = self._free("w:abstractNum", "w:abstractNumId")
        abstract = make("w:abstractNum", {"w:abstractNumId": number})
        abstract.append(make("w:multiLevelType", {"w:val": "hybridMultilevel"}))
        for level in range(_LEVELS):
            kind = _FORMATS[level % 3] if numbered else "bullet"
            text = f"%{level + 1}." if numbered else _BULLETS[level % 3]
            indent = {"w:left": str(_STEP * (level + 1)), "w:hanging": str(_STEP)}
            abstract.append(
                make(
                    "w:lvl",
                    {"w:ilvl": str(level)},
                    make("w:start", {"w:val": "1"}),
                    make("w:numFmt", {"w:val": kind}),
                    make("w:lvlText", {"w:val": text}),
                    make("w:lvlJc", {"w:val": "left"}),
                    make("w:pPr", {}, make("w:ind", indent)),
                )
            )
        self._insert(abstract, before=("w:num", "w:numIdMacAtCleanup"))
        return number

    def _free(self, name: str, attribute: str) -> str:
        used = [int(each.get(q(attribute)) or 0) for each in self._root.iter(q(name))]
        return str(max(used, default=0) + 1)

    def _insert(self, element: Element, *, before: tuple[str, ...]) -> None:
        """Keep the order of ECMA-376 part 1, 17.9.17: definitions, lists, the clean-up mark."""
        for name in before:
            first = child(self._root, name)
            if first is not None:
                first.addprevious(element)
                return
        self._root.append(element)
