"""Tags of a Word template in their places: alone where they must be, and blocks that hold together.

docxtpl takes the whole paragraph away with a ``{%p`` tag and the whole row with a
``{%tr`` tag, words beside it included, and says nothing.
"""

import re
from collections.abc import Iterator

from pressdesk.export.docx_fields import anchor_of
from pressdesk.export.docx_story import PARAGRAPH, Story, paragraphs, text_of
from pressdesk.export.docx_xml import Element, q
from pressdesk.export.template_language import Fault
from pressdesk.export.view import ANCHORS

BROKEN, ANCHOR, BLOCK = "PD-TPL-011", "PD-TPL-021", "PD-TPL-024"
_SPLIT = re.compile(r"\{\{(?:(?!\}\}).)*\Z|\{%(?:(?!%\}).)*\Z|\{#(?:(?!#\}).)*\Z")
_WHOLE = {"p": ("w:p", "paragraph"), "tr": ("w:tr", "row"), "tc": ("w:tc", "cell")}
_WORDS = re.compile(r"\{%(p |tr |tc )?\s*(for|if|elif|else|endfor|endif)\b")
_ANCHOR = re.compile(r"\{\{-?\s*(" + "|".join(ANCHORS) + r")\b")


def split_tags(lines: list[str]) -> Iterator[Fault]:
    """Find tags that begin in one paragraph and end in a later one."""
    for number, line in enumerate(lines, 1):
        begun = _SPLIT.search(line)
        if begun and number < len(lines) and re.search(r"[}%#]\}", lines[number]):
            message = f"The tag “{begun.group()}” is broken: it ends in the next paragraph."
            yield Fault(BROKEN, number, message, "Take the paragraph mark out of it.")


def structure_faults(story: Story) -> Iterator[Fault]:
    """Find tags that take other words away with them, and blocks that cross a border."""
    places = [(number, each) for number, each in enumerate(paragraphs(story), 1)]
    yield from _greedy(places)
    yield from _crossing(places)


def anchor_faults(story: Story) -> Iterator[Fault]:
    """Find anchors that do not stand alone, once, in the flow of the document."""
    seen: set[str] = set()
    loops = 0
    for number, paragraph in enumerate(paragraphs(story), 1):
        text = text_of(paragraph)
        for match in _ANCHOR.finditer(text):
            name = match.group(1)
            fault = _misplaced(name, story, paragraph, text, is_repeated=loops > 0 or name in seen)
            if fault:
                yield Fault(ANCHOR, number, *fault)
            seen.add(name)
        words = [match.group(2) for match in _WORDS.finditer(text)]
        loops += words.count("for") - words.count("endfor")


def _misplaced(
    name: str, story: Story, paragraph: Element, text: str, *, is_repeated: bool
) -> tuple[str, str] | None:
    tag = f"{{{{ {name} }}}}"
    if story.title != "document":
        return f"{tag} stands in the {story.title}.", "It can only stand in the document itself."
    if anchor_of(text) != name:
        return f"{tag} is not alone in its paragraph.", "Give it a paragraph of its own."
    if next(paragraph.iterancestors(q("w:txbxContent")), None) is not None:
        return f"{tag} stands in a text box.", "Put it into the text itself."
    if next(paragraph.iter(q("w:sectPr")), None) is not None:
        return f"{tag} ends a section.", "Put the section break into the paragraph behind it."
    if is_repeated:
        return f"{tag} would come twice.", "Keep one, outside any loop."
    return None


def _greedy(places: list[tuple[int, Element]]) -> Iterator[Fault]:
    for number, paragraph in places:
        text = text_of(paragraph)
        for match in re.finditer(r"\{[%#{](p|tr|tc) .*?[%#}]\}", text):
            element, called = _WHOLE[match.group(1)]
            taken = text
            if element != "w:p":
                around = next(iter(paragraph.iterancestors(q(element))), None)
                if around is None:
                    message = f"“{match.group()}” stands outside a table."
                    yield Fault(BLOCK, number, message, "Write {%p … %} there.")
                    continue
                taken = " ".join(text_of(each) for each in around.iter(PARAGRAPH))
            if taken.strip() != match.group():
                message = (
                    f"“{match.group()}” takes its whole {called} away, with the words beside it."
                )
                yield Fault(BLOCK, number, message, f"Give it a {called} of its own.")


def _crossing(places: list[tuple[int, Element]]) -> Iterator[Fault]:
    """Match the tags of each block: they must stand side by side in one part of the page."""
    begun: list[tuple[str, int, Element | None]] = []
    for number, paragraph in places:
        for match in _WORDS.finditer(text_of(paragraph)):
            word, holder = match.group(2), _holder(paragraph, (match.group(1) or "").strip())
            if word in ("for", "if"):
                begun.append((word, number, holder))
                continue
            opened = begun[-1] if begun else None
            if opened and opened[1] != number and opened[2] is not holder:
                message = f"“{word}” stands in another cell or part than its “{opened[0]}”."
                fix = "Let both stand in the same cell, or as {%tr … %} in rows of the same table."
                yield Fault(BLOCK, number, message, fix)
            if word in ("endfor", "endif") and begun:
                begun.pop()


def _holder(paragraph: Element, prefix: str) -> Element | None:
    if prefix in ("tr", "tc"):
        name = {"tr": "w:tr", "tc": "w:tc"}[prefix]
        paragraph = next(iter(paragraph.iterancestors(q(name))), paragraph)
    return paragraph.getparent()
