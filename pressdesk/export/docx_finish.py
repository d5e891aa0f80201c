"""Finishing: what must hold in every Word file, whatever a template's conditions left over."""

from collections.abc import Iterable
from itertools import count

from pressdesk.export.docx_package import Package
from pressdesk.export.docx_xml import Element, child, make, parse, q, remove, serialize

_BLOCKS = frozenset((q("w:p"), q("w:tbl"), q("w:sdt")))
_HOLDERS = tuple(q(f"w:{name}") for name in ("tc", "hdr", "ftr", "footnote", "txbxContent"))
_KEPT_SETTINGS = frozenset(
    q(f"w:{name}")
    for name in (
        "zoom", "mirrorMargins", "gutterAtTop", "defaultTabStop", "evenAndOddHeaders",
        "characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore", "footnotePr",
        "endnotePr", "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol",
        "listSeparator",
    )
)  # fmt: skip


def fill_holes(root: Element) -> None:
    """Keep what has to hold a paragraph holding one, and drop tables that lost all rows.

    ECMA-376 part 1, 17.4.66: a cell ends with a paragraph.
    """
    for table in list(root.iter(q("w:tbl"))):
        if not any(each.tag == q("w:tr") for each in table):
            remove(table)
    for holder in [each for name in _HOLDERS for each in root.iter(name)]:
        blocks = [each for each in holder if each.tag in _BLOCKS]
        if not blocks or (holder.tag == q("w:tc") and blocks[-1].tag != q("w:p")):
            holder.append(make("w:p"))


_SHORT = 300
"""Characters of a paragraph that may move to the next page as a whole: about four lines."""


def keep_end(mark: Element) -> None:
    """Hold a short last paragraph before a mark and the one behind it on one page.

    Else the end mark may stand alone on a page of its own. A long paragraph is
    left alone: LibreOffice would move all of it, and leave a hole.
    """
    last, following = mark.getprevious(), mark.getnext()
    if last is None or following is None or {last.tag, following.tag} != {q("w:p")}:
        return
    if len("".join(last.itertext())) > _SHORT:
        return
    properties = child(last, "w:pPr")
    if properties is None:
        properties = make("w:pPr")
        last.insert(0, properties)
    if child(properties, "w:keepNext") is None:
        first = 1 if child(properties, "w:pStyle") is not None else 0
        properties.insert(first, make("w:keepNext"))


def number_drawings(roots: Iterable[Element]) -> None:
    """Give all drawings of a file numbers; Word calls it damaged where two share one."""
    numbers = count(1)
    for root in roots:
        for drawing in root.iter(q("wp:docPr")):
            drawing.set("id", str(next(numbers)))


def clean_settings(package: Package) -> None:
    """Keep settings that shape the text; those that tell of machines and people go."""
    settings = package.related("settings")
    if settings is None:
        return
    root = parse(settings.data)
    for each in list(root):
        if each.tag not in _KEPT_SETTINGS:
            root.remove(each)
    settings.data = serialize(root)
    settings.relations.clear()
