"""The check of a pack's Word template: what is wrong in it, in which part and paragraph."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pressdesk.export.docx_fields import hides_tags, patched, source_of
from pressdesk.export.docx_hazards import hazards
from pressdesk.export.docx_pages import pages
from pressdesk.export.docx_story import (
    PROPERTIES,
    Story,
    WordTemplate,
    open_template,
    paragraphs,
    text_of,
)
from pressdesk.export.docx_styles import WANTED, Styles
from pressdesk.export.docx_tags import anchor_faults, shape_faults, structure_faults
from pressdesk.export.docx_xml import NAMESPACES, parse
from pressdesk.export.template_language import (
    NO_DATELINE,
    Fault,
    check_source,
    printed_fields,
    prints_dateline,
)
from pressdesk.model.problem import Place, PressDeskError, Problem, Problems, Severity

_MISSING, _STYLE, _OUTSIDE, _REVIEW = "PD-TPL-020", "PD-TPL-022", "PD-TPL-023", "PD-TPL-025"
_REQUIRED = (
    (("body",), "The body has no place.", "Write {{ body }} in a paragraph of its own."),
    (("headline",), "The headline has no place.", "Write {{ headline }}."),
    (("stamp",), "A draft must be marked.", "Write {{ stamp }} in the header."),
    (("notice",), "A draft must say so.", "Write {{ notice }} beside {{ stamp }}."),
    (("release_line", "embargo"), "An embargo must be told.", "Write {{ release_line }}."),
)
_WISHED = ("deck", "speakers", "people", "note", "boilerplates", "contacts", "attached")
_LONGEST = 80
_WORD = re.compile(r"\w+")


def check_docx_template(path: Path, *, places_dateline: bool = False) -> Problems:
    """List every fault of a Word template: part, paragraph, words, and what to do.

    ``places_dateline``: the pack leaves it to the template where the dateline stands.
    """
    try:
        template = open_template(path)
    except PressDeskError as error:
        place = Place(file=path.name)
        problem = Problem(
            code=error.code, severity="error", message=error.why, place=place, fix=error.do
        )
        return (problem,)
    errors = tuple(_errors(template, places_dateline=places_dateline))
    return (*errors, *_warnings(template))


def refuse_faulty(template: WordTemplate, *, places_dateline: bool = False) -> None:
    """Raise PressDeskError with all errors of a template, where it has any."""
    errors = tuple(_errors(template, places_dateline=places_dateline))
    if errors:
        raise PressDeskError(
            errors[0].code,
            f"The Word template “{template.path.name}” can't be used.",
            f"{errors[0].place}: {errors[0].message} {errors[0].fix}".rstrip(),
            safe="No file was written; your release is unchanged.",
            do="Mend the template; `pressdesk templates check` lists all its faults.",
            problems=errors,
        )


def _errors(template: WordTemplate, *, places_dateline: bool) -> Iterator[Problem]:
    for story in template.stories:
        faults = sorted(_faults(template, story), key=lambda fault: fault.line)
        for fault in faults:
            yield _problem(template, "error", fault, story)
    printed = _printed(each for each in template.stories if each.title != PROPERTIES)
    for names, message, fix in _REQUIRED:
        if printed.isdisjoint(names):
            yield _problem(template, "error", Fault(_MISSING, 0, message, fix))
    if places_dateline and not prints_dateline(printed):
        yield _problem(template, "error", Fault(_MISSING, 0, *NO_DATELINE))


def _printed(stories: Iterable[Story]) -> set[str]:
    """Give the fields that stories print.

    A source that can't be read may still name what would be missed.
    """
    printed: set[str] = set()
    for story in stories:
        source = source_of(story)
        printed.update(_WORD.findall(source) if check_source(source) else printed_fields(source))
    return printed


def _faults(template: WordTemplate, story: Story) -> Iterator[Fault]:
    if story.root.nsmap.get("w", NAMESPACES["w"]) != NAMESPACES["w"]:
        yield Fault(_OUTSIDE, 0, "Its XML names are unusual.", "Save it anew in Word.")
    places = {each: number for number, each in enumerate(paragraphs(story), 1)}
    for hazard in hazards(template.package, story):
        line = places[hazard.paragraph] if hazard.paragraph is not None else 0
        yield Fault(_OUTSIDE, line, hazard.message, hazard.fix)
    faults = shape_faults([text_of(each) for each in paragraphs(story)])
    faults = faults or (
        *check_source(source_of(story)),
        *structure_faults(story),
        *anchor_faults(story),
    )
    yield from faults
    if not faults and hides_tags(story):
        for hidden in check_source(patched(story)):
            yield Fault(hidden.code, 0, f"Outside the text: {hidden.message}", hidden.fix)


def _warnings(template: WordTemplate) -> Iterator[Problem]:
    printed = _printed(template.stories)
    for name in _WISHED:
        if name not in printed:
            message = (
                f"The field “{name}” has no place; what it holds will not be in the Word file."
            )
            yield _problem(template, "warning", Fault(_MISSING, 0, message))
    for title, shown in pages(template):
        marks = _printed(shown)
        lacking = [f"{{{{ {name} }}}}" for name in ("stamp", "notice") if name not in marks]
        if lacking and not printed.isdisjoint(("stamp", "notice")):
            message = f"The {title} has no {' and no '.join(lacking)}: its pages would be unmarked."
            fix = "Write it there as in the other header, or let Word use one header for all pages."
            yield _problem(template, "warning", Fault(_MISSING, 0, message, fix))
    styles = Styles(parse(template.styles.data))
    for name, wanted in WANTED.items():
        if name not in styles:
            message = f"The {wanted.type} style “{name}” is missing. {wanted.loss}"
            fix = "Make a style of this name, or copy it from the template of the pack “news”."
            yield _problem(template, "warning", Fault(_STYLE, 0, message, fix))
    for story in template.stories:
        if story.is_under_review:
            message = "There are comments or tracked changes; exports accept them all."
            yield _problem(template, "warning", Fault(_REVIEW, 0, message), story)
    if any(each.kind == "attachedTemplate" for each in template.package.left_behind.values()):
        message = "It is attached to another template, which exports leave out."
        yield _problem(template, "warning", Fault(_OUTSIDE, 0, message))


def _problem(
    template: WordTemplate, severity: Severity, fault: Fault, story: Story | None = None
) -> Problem:
    words = ""
    if story is not None and fault.line:
        words = " ".join(text_of(paragraphs(story)[fault.line - 1]).split())
    place = Place(
        file=template.path.name,
        part=story.title if story is not None else "",
        paragraph=fault.line,
        text=words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…",
    )
    return Problem(
        code=fault.code, severity=severity, message=fault.message, place=place, fix=fault.fix
    )
