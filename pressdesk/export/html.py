"""The web page: written through the pack's template, read back and proven."""

import re
import traceback
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import jinja2

from pressdesk.export.html_body import (
    Shown,
    Shows,
    attached_markup,
    body_markup,
    figures,
    link_target,
)
from pressdesk.export.html_pictures import beside, card, embedded
from pressdesk.export.html_reader import read_page
from pressdesk.export.html_template import check_html_template
from pressdesk.export.job import File, Job, dateline_stands_apart
from pressdesk.export.markup import Markup, data_block, join, style_sheet, void
from pressdesk.export.proof import prove
from pressdesk.export.structured_data import lead_figure, news_article, social_card
from pressdesk.export.template_language import compiled, environment
from pressdesk.export.view import FigureView, body_texts, piece_texts, template_values
from pressdesk.model.problem import Place, PressDeskError, Problem, Problems, has_errors

Lead = tuple[FigureView, Shown] | None
"""The figure that stands for the page where a link unfolds, and its picture there."""

_EMAIL = re.compile(r"[^\s@<>()\[\]\\,;:\"?&%#/]+@[^\s@<>()\[\]\\,;:\"?&%#/]+\Z")
_PHONE = re.compile(r"\+?[\d\s().\-/]{3,30}\Z")


def write_html(job: Job) -> Sequence[File]:
    """Write the page, with its pictures in a folder beside it."""
    shows, pictures = beside(job)
    lead = lead_figure(job) if _is_public(job) else None
    if lead is None:
        return (_page(job, shows, f"{job.stem}.html"), *pictures)
    shown, file = card(job, lead)
    page = _page(job, shows, f"{job.stem}.html", (lead, shown))
    return (page, *pictures, file)


def write_html_single(job: Job) -> Sequence[File]:
    """Write the page as one file that holds its pictures."""
    return (_page(job, embedded(job), f"{job.stem}-single.html"),)


def render_page(job: Job, shows: Shows, *, body: Markup | None = None) -> str:
    """Fill the pack's template for the screen: not checked, not read back, not proven.

    Neither pictures nor assets of the job are asked for. ``body`` takes the place
    of the body's own markup. Raises PressDeskError PD-TPL-005 where the template
    can't be filled.
    """
    return _rendered(job, f"{job.stem}.html", _values(job, shows, body), compiled)


def _page(job: Job, shows: Shows, path: str, lead: Lead = None) -> File:
    pack = job.pack
    problems = check_html_template(pack.folder, places_dateline=pack.places_dateline)
    if has_errors(problems):
        raise _refused(job, path, problems)
    printed: list[str] = []
    page = _rendered(job, path, _values(job, shows, lead=lead), _recording(printed))
    _prove(job, path, page, printed)
    return File(path, page.encode())


def _is_public(job: Job) -> bool:
    return job.view.fields.stage == "final" and not job.view.embargoed


def _values(
    job: Job, shows: Shows, body: Markup | None = None, lead: Lead = None
) -> dict[str, Any]:
    view, fields = job.view, job.view.fields
    is_public = _is_public(job)
    values = template_values(view)
    for contact in values["contacts"]:
        contact["email_link"] = _email_link(contact["email"])
        contact["phone_link"] = _phone_link(contact["phone"])
    headline = fields.headline or fields.label["news"]
    if body is None:
        body = body_markup(view, shows, dateline_apart=dateline_stands_apart(job))
    return values | {
        "title": _title(fields.stamp or headline, headline if fields.stamp else job.release.issuer),
        "metadata": join(_metadata(job, lead, is_public=is_public), "\n"),
        "style": style_sheet(job.pack.css.read_text(encoding="utf-8-sig").strip()),
        "structured_data": data_block("application/ld+json", news_article(job, shows))
        if is_public
        else "",
        "body": body,
        "attached": attached_markup(view, shows),
    }


def _title(first: str, second: str) -> str:
    return " — ".join(part for part in (first, second) if part)


def _metadata(job: Job, lead: Lead, *, is_public: bool) -> Iterator[Markup]:
    if not is_public:
        yield void("meta", name="robots", content="noindex")
    if job.view.fields.summary:
        yield void("meta", name="description", content=job.view.fields.summary)
    yield void("meta", name="pressdesk:release", content=str(job.release.id))
    yield void("meta", name="pressdesk:version", content=job.view.fields.version)
    yield void("meta", name="pressdesk:sha256", content=job.view.hash)
    if is_public:
        for attribute, name, content in social_card(job, lead):
            yield void("meta", **{attribute: name}, content=content)


def _email_link(email: str) -> str:
    return link_target(f"mailto:{email}") if _EMAIL.match(email) else ""


def _phone_link(phone: str) -> str:
    return link_target("tel:" + re.sub(r"[^\d+]", "", phone)) if _PHONE.match(phone) else ""


def _recording(printed: list[str]) -> Callable[[str], jinja2.Template]:
    """Give what compiles a template so that ``printed`` gets every text that it prints."""

    def record(value: Any) -> Any:
        if isinstance(value, str) and not isinstance(value, Markup):
            printed.append(value)
        return value

    return environment().overlay(finalize=record).from_string


def _rendered(
    job: Job, path: str, values: dict[str, Any], to_template: Callable[[str], jinja2.Template]
) -> str:
    source = job.pack.html.read_text(encoding="utf-8-sig")
    try:
        return to_template(source).render(values) + "\n"
    except (jinja2.TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        frames = traceback.extract_tb(error.__traceback__)
        line = next((frame.lineno for frame in frames if frame.filename == "<template>"), 0)
        place = Place(file=job.pack.html.name, line=line or 0)
        message = f"The template can't be filled: {str(error).rstrip('.')}."
        fix = "Compare fields with words only."
        problem = Problem(
            code="PD-TPL-005", severity="error", message=message, place=place, fix=fix
        )
        raise _refused(job, path, (problem,)) from error


def _refused(job: Job, path: str, problems: Problems) -> PressDeskError:
    errors = [problem for problem in problems if problem.severity == "error"]
    first = errors[0]
    count = "a fault" if len(errors) == 1 else f"{len(errors)} faults, the first"
    told = f"{first.message} {first.fix}".strip()
    return PressDeskError(
        first.code,
        f"“{path}” was not exported.",
        f"The template “{job.pack.id}” has {count} in {first.place}: {told}",
        safe="No file was written; your release is unchanged.",
        do=f"Run `pressdesk templates check {job.pack.folder}`.",
        problems=problems,
    )


def _prove(job: Job, path: str, page: str, printed: Sequence[str]) -> None:
    """Read the page back: every text is in it, its marks too, and nothing that runs or loads."""
    view, read = job.view, read_page(page)
    marks = (view.fields.headline, view.fields.stamp, view.fields.notice, view.fields.embargo)
    prove(path, read.text, in_order=body_texts(view), anywhere=marks)
    if view.attached:
        attached = [text for figure in view.attached for text in piece_texts(figure)]
        prove(path, read.text, in_order=attached)
    everything = "\n".join((read.text, read.title, read.strings))
    alternatives = [figure.alt for figure in figures(view)]
    prove(path, everything, in_order=(), anywhere=(*printed, *alternatives))
    prove(path, read.title, in_order=[view.fields.stamp])
    if view.fields.stage == "draft" or view.embargoed:
        prove(path, read.robots, in_order=["noindex"])
    if read.hazards:
        raise PressDeskError(
            "PD-EXP-008",
            f"“{path}” was not exported.",
            f"Something in the page would run or load: {read.hazards[0].message}",
            safe="No file was written; your release is unchanged.",
            do="Run `pressdesk templates check` on the template.",
        )
