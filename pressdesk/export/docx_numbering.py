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
        self._of_style = {
            False: self._definition(styles.numbering("List Bullet")),
            True: self._definition(styles.numbering("List Number")),
        }
        self._plain: dict[bool, Element] = {}
        self._bullets: dict[str, str] = {}

    def bulleted(self, level: int) -> str:
        """Give the number (``w:numId``) of a bulleted list at a level; all share one."""
        definition = _id_of(self._at(level, numbered=False))
        if definition not in self._bullets:
            self._bullets[definition] = self._add_list(definition, restarts=False)
        return self._bullets[definition]

    def numbered(self, level: int) -> str:
        """Give the number of a new list at a level, which counts from 1."""
        return self._add_list(_id_of(self._at(level, numbered=True)), restarts=True)

    def _definition(self, number: str) -> Element | None:
        """Find the ``w:abstractNum`` of a ``w:numId``."""
        for num in self._root.iter(q("w:num")):
            if number and num.get(q("w:numId")) == number:
                wanted = value(num, "w:abstractNumId")
                found = self._root.iter(q("w:abstractNum"))
                return next((each for each in found if _id_of(each) == wanted), None)
        return None

    def _at(self, level: int, *, numbered: bool) -> Element:
        """Give the style's definition where it knows the level; Word's own know but the first."""
        definition = self._of_style[numbered]
        if definition is not None and any(
            each.get(q("w:ilvl")) == str(level) for each in definition.iter(q("w:lvl"))
        ):
            return definition
        if numbered not in self._plain:
            self._plain[numbered] = self._add_plain(numbered=numbered)
        return self._plain[numbered]

    def _add_list(self, definition: str, *, restarts: bool) -> str:
        number = self._free("w:num", "w:numId")
        num = make("w:num", {"w:numId": number})
        num.append(make("w:abstractNumId", {"w:val": definition}))
        for level in range(_LEVELS if restarts else 0):
            start = make("w:startOverride", {"w:val": "1"})
            num.append(make("w:lvlOverride", {"w:ilvl": str(level)}, start))
        self._insert(num, before=("w:numIdMacAtCleanup",))
        return number

    def _add_plain(self, *, numbered: bool) -> Element:
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
        return abstract

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


def _id_of(definition: Element) -> str:
    return definition.get(q("w:abstractNumId")) or ""
