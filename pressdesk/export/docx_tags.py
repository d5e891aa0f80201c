"""Tags of a Word template in their places: alone where they must be, and blocks that hold together.

docxtpl takes the whole paragraph away with a ``{%p`` tag and the whole row with a
``{%tr`` tag, words and pictures beside it included, and says nothing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pressdesk.export.docx_fields import TAG, anchor_of
from pressdesk.export.docx_story import PARAGRAPH, Story, paragraphs, text_of
from pressdesk.export.docx_xml import Element, q
from pressdesk.export.template_language import Fault
from pressdesk.export.view import ANCHORS

BROKEN, UNCLOSED, ANCHOR, BLOCK = "PD-TPL-011", "PD-TPL-012", "PD-TPL-021", "PD-TPL-024"
_STRAY = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|\{ \{|\} \}")
_BEGUN = re.compile(r"\{\{(?:(?!\}\}).)*\Z|\{%(?:(?!%\}).)*\Z|\{#(?:(?!#\}).)*\Z")
_ENDED = re.compile(r"[^{]*[}%#]\}")
_TRIMMED = re.compile(r"\{[{%]-|-[}%]\}")
"""With them docxtpl joins paragraphs, whatever lies between."""
_WHOLE = {"p": ("w:p", "paragraph"), "tr": ("w:tr", "row"), "tc": ("w:tc", "cell")}
_WORDS = re.compile(r"\{%(p |tr |tc )?\s*(for|if|elif|else|endfor|endif)\b")
_ANCHOR = re.compile(r"\{\{-?\s*(" + "|".join(ANCHORS) + r")\b")
_PICTURES = (q("w:drawing"), q("w:pict"), q("w:object"))


def shape_faults(lines: Sequence[str]) -> tuple[Fault, ...]:
    """List broken tags, or where all are whole, blocks that are not closed; by paragraph."""
    return (*_broken(lines),) or (*_unclosed(lines),)


def _broken(lines: Sequence[str]) -> Iterator[Fault]:
    rests = [TAG.sub("", line) for line in lines]
    split_before = False
    for number, (rest, following) in enumerate(pairwise([*rests, ""]), 1):
        begun, stray = _BEGUN.search(rest), _STRAY.search(rest)
        if begun and _ENDED.match(following):
            message = f"The tag “{begun.group()}” is broken: it ends in the next paragraph."
            yield Fault(BROKEN, number, message, "Take the paragraph mark out of it.")
        elif _TRIMMED.search(lines[number - 1]):
            yield Fault(BROKEN, number, "A tag may have no “-” at its braces.", "Take it away.")
        elif stray and not split_before:
            message = f"A tag is broken at “{stray.group()}”."
            yield Fault(BROKEN, number, message, "Write it as {{ headline }} or {% if deck %}.")
        split_before = begun is not None


def _unclosed(lines: Sequence[str]) -> Iterator[Fault]:
    begun: list[tuple[str, int]] = []
    for number, line in enumerate(lines, 1):
        for word in (match.group(2) for match in _WORDS.finditer(line)):
            if word in ("for", "if"):
                begun.append((word, number))
            elif word in ("endfor", "endif"):
                opener = word.removeprefix("end")
                if opener not in (each for each, _ in begun):
                    message = f"“{word}” closes nothing."
                    yield Fault(UNCLOSED, number, message, "Take it away.")
                    continue
                while begun and (last := begun.pop())[0] != opener:
                    yield _never_closed(*last)
    yield from (_never_closed(*each) for each in begun)


def _never_closed(word: str, number: int) -> Fault:
    message = f"The “{word}” that begins here is never closed."
    return Fault(UNCLOSED, number, message, f"Put “end{word}” in a tag where it shall end.")


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
    if anchor_of(text) != name or _has_picture(paragraph):
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
            taken, whole = text, paragraph
            if element != "w:p":
                around = next(iter(paragraph.iterancestors(q(element))), None)
                if around is None:
                    message = f"“{match.group()}” stands outside a table."
                    yield Fault(BLOCK, number, message, "Write {%p … %} there.")
                    continue
                taken, whole = " ".join(text_of(each) for each in around.iter(PARAGRAPH)), around
            if taken.strip() != match.group() or _has_picture(whole):
                message = (
                    f"“{match.group()}” takes its whole {called} away, with what stands beside it."
                )
                yield Fault(BLOCK, number, message, f"Give it a {called} of its own.")


def _has_picture(element: Element) -> bool:
    return next(element.iter(*_PICTURES), None) is not None


def _crossing(places: list[tuple[int, Element]]) -> Iterator[Fault]:
    """Match the tags of each block: of one kind, side by side in one part of the page."""
    begun: list[tuple[str, int, str, Element | None]] = []
    for number, paragraph in places:
        for match in _WORDS.finditer(text_of(paragraph)):
            prefix, word = (match.group(1) or "").strip(), match.group(2)
            holder = _holder(paragraph, prefix)
            if word in ("for", "if"):
                begun.append((word, number, prefix, holder))
                continue
            opener, line, kind, opened_in = begun[-1] if begun else ("", number, "", None)
            if line != number and kind != prefix:
                message = (
                    f"“{opener}” begins as {{%{kind} … %}}, but “{word}” is {{%{prefix} … %}}."
                )
                yield Fault(BLOCK, number, message, f"Write {{%{kind} {word} %}}.")
            elif line != number and opened_in is not holder:
                message = f"“{word}” stands in another cell or part than its “{opener}”."
                fix = "Let both stand in the same cell, or as {%tr … %} in rows of the same table."
                yield Fault(BLOCK, number, message, fix)
            if word in ("endfor", "endif") and begun:
                begun.pop()


def _holder(paragraph: Element, prefix: str) -> Element | None:
    if prefix in ("tr", "tc"):
        name = {"tr": "w:tr", "tc": "w:tc"}[prefix]
        paragraph = next(iter(paragraph.iterancestors(q(name))), paragraph)
    return paragraph.getparent()
