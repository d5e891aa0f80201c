"""The Word document: a pack's template, its fields filled and the body put in its place."""

from collections.abc import Mapping, Sequence
from typing import Any

from pressdesk.export.docx_body import BodyWriter
from pressdesk.export.docx_fields import expected_lines, fill
from pressdesk.export.docx_finish import clean_settings, fill_holes, keep_end, number_drawings
from pressdesk.export.docx_language import mark_scripts, set_default_language
from pressdesk.export.docx_layout import column_at
from pressdesk.export.docx_numbering import Lists
from pressdesk.export.docx_package import Part
from pressdesk.export.docx_pictures import Pictures
from pressdesk.export.docx_properties import add_properties
from pressdesk.export.docx_reader import read_text
from pressdesk.export.docx_story import PROPERTIES, WordTemplate, open_template
from pressdesk.export.docx_styles import Styles
from pressdesk.export.docx_template import refuse_faulty
from pressdesk.export.docx_xml import Element, find_marks, parse, remove, serialize
from pressdesk.export.job import File, Job, dateline_stands_apart
from pressdesk.export.proof import prove
from pressdesk.export.view import body_texts, piece_texts, template_values
from pressdesk.photos.render import COLUMN

_ATTACHED = 0.6
"""Share of the column that an attached photo takes: it is there to be chosen from."""


def write_docx(job: Job) -> Sequence[File]:
    """Write the release as a Word file.

    Raises PressDeskError: PD-TPL-… with the place where the template is at
    fault, PD-EXP-007 where a text is missing from the result.
    """
    template = open_template(job.pack.docx)
    refuse_faulty(template, places_dateline=job.pack.places_dateline)
    values = {
        **template_values(job.view),
        # For conditions only; the anchors themselves are replaced below.
        "body": bool(job.view.body),
        "attached": bool(job.view.attached),
    }
    shown = [
        line
        for story in template.stories
        if story.title != PROPERTIES
        for line in expected_lines(story, values)
    ]
    _fill(template, job, values)
    data = template.package.to_bytes()
    name = f"{job.stem}.docx"
    if job.view.lead or dateline_stands_apart(job):
        shown.append(job.view.fields.dateline)
    shown += [text for figure in job.view.attached for text in piece_texts(figure)]
    prove(name, read_text(data), in_order=body_texts(job.view), anywhere=shown)
    return (File(name, data),)


def _fill(template: WordTemplate, job: Job, values: Mapping[str, Any]) -> None:
    """Put fields, body, language and properties into the template's package."""
    package, language = template.package, job.release.language
    own: dict[str, str] = {}
    filled: list[tuple[Part, Element]] = []
    for story in template.stories:
        if story.title == PROPERTIES:
            own = {each.tag: each.text or "" for each in fill(story, values)}
        else:
            filled.append((story.part, fill(story, values)))
    _put_body(template, job, filled[0][1])
    number_drawings(root for _, root in filled)
    for part, root in filled:
        fill_holes(root)
        mark_scripts(root, language)
        part.data = serialize(root)
    styles = parse(template.styles.data)
    set_default_language(styles, language)
    template.styles.data = serialize(styles)
    clean_settings(package)
    add_properties(package, job.release, job.view, own)


def _put_body(template: WordTemplate, job: Job, document: Element) -> None:
    """Put the pieces of the body, and the attached photos, in place of their anchors."""
    package, styles = template.package, Styles(parse(template.styles.data))
    numbering = parse(template.numbering.data)
    writer = BodyWriter(
        styles,
        Lists(numbering, styles),
        Pictures(package, lambda figure: job.pictures.of(figure, COLUMN)),
        lambda address: package.main.relate("hyperlink", address, external=True),
        lead=job.view.lead,
        dateline=job.view.fields.dateline,
    )
    for anchor, mark in find_marks(document):
        column = column_at(mark)
        share = 1 if anchor == "body" else _ATTACHED
        pieces = job.view.body if anchor == "body" else job.view.attached
        if anchor == "body" and dateline_stands_apart(job):
            mark.addprevious(writer.dateline())
        for element in writer.write(pieces, column, share):
            mark.addprevious(element)
        keep_end(mark)
        remove(mark)
    template.numbering.data = serialize(numbering)
