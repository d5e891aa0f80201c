"""The check of a pack's Word template: what is wrong in it, in which part and paragraph."""

import re
from collections.abc import Iterator
from pathlib import Path

from pressdesk.export.docx_fields import hides_tags, patched, source_of
from pressdesk.export.docx_hazards import hazards
from pressdesk.export.docx_story import Story, WordTemplate, open_template, paragraphs, text_of
from pressdesk.export.docx_styles import WANTED, Styles
from pressdesk.export.docx_tags import anchor_faults, shape_faults, structure_faults
from pressdesk.export.docx_xml import NAMESPACES, parse
from pressdesk.export.template_language import Fault, check_source, used_fields
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


def check_docx_template(path: Path) -> Problems:
    """List every fault of a Word template: part, paragraph, words, and what to do."""
    try:
        template = open_template(path)
    except PressDeskError as error:
        place = Place(file=path.name)
        problem = Problem(
            code=error.code, severity="error", message=error.why, place=place, fix=error.do
        )
        return (problem,)
    return (*_errors(template), *_warnings(template))


def refuse_faulty(template: WordTemplate) -> None:
    """Raise PressDeskError with all errors of a template, where it has any."""
    errors = tuple(_errors(template))
    if errors:
        raise PressDeskError(
            errors[0].code,
            f"The Word template “{template.path.name}” can't be used.",
            str(errors[0]),
            safe="No file was written; your release is unchanged.",
            do="Mend the template; `pressdesk templates check` lists all its faults.",
            problems=errors,
        )


def _errors(template: WordTemplate) -> Iterator[Problem]:
    used: set[str] = set()
    for story in template.stories:
        faults = sorted(_faults(template, story), key=lambda fault: fault.line)
        for fault in faults:
            yield _problem(template, "error", fault, story)
        source = source_of(story)
        # A source that can't be read may still name what would be missed.
        used.update(_WORD.findall(source) if faults else used_fields(source))
    for names, message, fix in _REQUIRED:
        if used.isdisjoint(names):
            yield _problem(template, "error", Fault(_MISSING, 0, message, fix))


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
    tags = " ".join(source_of(story) for story in template.stories)
    words = set(_WORD.findall(tags))
    for name in _WISHED:
        if name not in words:
            message = (
                f"The field “{name}” has no place; what it holds will not be in the Word file."
            )
            yield _problem(template, "warning", Fault(_MISSING, 0, message))
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
