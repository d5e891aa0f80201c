"""Fields of a Word template: docxtpl puts their values into the template's XML."""

import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Protocol, cast

from docxtpl import DocxTemplate  # pyright: ignore[reportMissingTypeStubs]
from jinja2.exceptions import TemplateError

from pressdesk.export.docx_story import PARAGRAPH, Story, paragraphs, text_of
from pressdesk.export.docx_xml import (
    Element,
    MalformedXmlError,
    make_mark,
    parse,
    serialize_text,
)
from pressdesk.export.template_language import compiled
from pressdesk.export.view import ANCHORS
from pressdesk.model.problem import PressDeskError

_ANCHOR = re.compile(r"\s*\{\{\s*(\w+)\s*\}\}\s*\Z")
_PREFIX = re.compile(r"\{([%#])(?:p|tr|tc|r) ")
_SMART = str.maketrans("“”‘’", "\"\"''")
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}")
_FAILURES = (TemplateError, MalformedXmlError, TypeError, ValueError, ArithmeticError)


class _Docxtpl(Protocol):
    """What is used of ``DocxTemplate``, which has no types."""

    def patch_xml(self, src_xml: str) -> str: ...
    def resolve_listing(self, xml: str) -> str: ...


def anchor_of(text: str) -> str:
    """Give the name of the anchor that a paragraph consists of, or ""."""
    match = _ANCHOR.match(text)
    return match.group(1) if match and match.group(1) in ANCHORS else ""


def source_of(story: Story) -> str:
    """Give a story as template source, one line a paragraph.

    docxtpl's ``{%p`` and ``{%tr`` and Word's curly quotes inside tags become
    plain Jinja, as docxtpl reads them.
    """
    lines = (text_of(paragraph) for paragraph in paragraphs(story))
    return "\n".join(
        TAG.sub(lambda tag: tag.group().translate(_SMART), _PREFIX.sub(r"{\1 ", line))
        for line in lines
    )


def expected_lines(story: Story, values: Mapping[str, Any]) -> list[str]:
    """Render a story as plain text: what its result must hold, line by line.

    Raises PressDeskError PD-TPL-005, as ``fill`` does.
    """
    lines = ("" if anchor_of(line) else line for line in source_of(story).split("\n"))
    with _told(story):
        text = compiled("\n".join(lines), is_text=True).render(values)
        return [line for line in text.split("\n") if line.strip()]


def patched(story: Story) -> str:
    """Give the XML of a story as the Jinja source that docxtpl makes of it."""
    return _patched(serialize_text(story.root))


def hides_tags(story: Story) -> bool:
    """Tell whether tags may stand outside the text.

    docxtpl renders the whole XML: attributes and comments too.
    """
    written = patched(story)
    rest = TAG.sub("", written)
    return "{" in rest or "}" in rest or TAG.findall(written) != TAG.findall(source_of(story))


@lru_cache(maxsize=64)
def _patched(xml: str) -> str:
    return _docxtpl().patch_xml(xml)


def fill(story: Story, values: Mapping[str, Any]) -> Element:
    """Render a story; each anchor's paragraph becomes a mark (``docx_xml.find_marks``).

    Raises PressDeskError PD-TPL-005 where the template, faultless to the
    checker, still breaks.
    """
    for paragraph in paragraphs(story):
        anchor = anchor_of(text_of(paragraph))
        parent = paragraph.getparent()
        if anchor and parent is not None and paragraph.tag == PARAGRAPH:
            parent.replace(paragraph, make_mark(anchor))
    with _told(story):
        text = compiled(patched(story)).render(values)
        return parse(_docxtpl().resolve_listing(text))


@contextmanager
def _told(story: Story) -> Generator[None]:
    """Tell in our words where filling breaks."""
    try:
        yield
    except _FAILURES as error:
        raise PressDeskError(
            "PD-TPL-005",
            f"The Word template can't be filled: its {story.title} does not hold together.",
            f"{type(error).__name__} in the part {story.part.name}.",
            safe="No file was written; your release is unchanged.",
            do="Let each “if” and “for” begin and end in the same cell, and compare fields with "
            "words only.",
        ) from error


def _docxtpl() -> _Docxtpl:
    # Only its treatment of text is used: DocxTemplate.render() swallows broken XML
    # (recover=True) and puts "{{" where a value says "{_{".
    return cast("_Docxtpl", DocxTemplate(""))
