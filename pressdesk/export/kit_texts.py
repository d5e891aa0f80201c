"""The texts of a press kit: captions to read, captions as a table, rights."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from pressdesk.export.job import Job
from pressdesk.export.kit_items import Item, labels
from pressdesk.export.text_layout import underline, wrap
from pressdesk.export.wording import date_text, made_by
from pressdesk.model.photo import Photo

COLUMNS = (
    *("file", "caption", "people", "credit", "creator", "copyright", "usage_terms"),
    *("use_until", "alternative_text", "headline", "source", "keywords", "taken"),
    *("title", "job_title", "caption_writer", "license_url", "sublocation", "city", "state"),
    *("country", "country_code", "extended_description", "source_type"),
)
"""Of the table; its first line names them, in English for programs to read."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def captions(job: Job, kit: Sequence[Item]) -> str:
    """Write all captions with their credits, for people to copy from."""
    own = labels(job)
    parts = [*heading(job), own["none"] if not kit else ""]
    for item in kit:
        told = (
            item.caption,
            item.credit,
            _labelled(own["people"], "; ".join(item.people)),
            _labelled(own["place"], place_shown(item.photo)),
            _labelled(own["copyright"], item.photo.copyright),
            _labelled(own["usage"], item.photo.usage),
            _labelled(own["alt"], item.alt),
        )
        parts.append("\n".join((underline(item.name, "-"), *(wrap(text) for text in told if text))))
    return _joined(parts)


def heading(job: Job) -> Iterator[str]:
    """Give the lines that begin each text: stamp, release line, headline, issuer."""
    fields = job.view.fields
    yield "\n".join(part for part in (fields.stamp, fields.notice) if part)
    yield wrap(fields.release_line)
    title = fields.headline or fields.label["news"]
    yield underline(f"{labels(job)['kit']}: {title}", "=")
    yield wrap(fields.issuer)


def rights(job: Job, kit: Sequence[Item]) -> str:
    """Write whose the pictures are, and what may be done with them."""
    own = labels(job)
    parts = [*heading(job), wrap(job.view.fields.rights)]
    for item in kit:
        told = (
            _labelled(own["credit"], item.photo.credit),
            _labelled(own["creator"], item.photo.creator),
            _labelled(own["copyright"], item.photo.copyright),
            _labelled(own["usage"], item.photo.usage),
            _labelled(own["license"], item.photo.license_url),
            made_by(item.photo, job.release.language),
            _labelled(own["until"], use_until(job, item)),
        )
        parts.append("\n".join((underline(item.name, "-"), *(wrap(text) for text in told if text))))
    return _joined(parts)


def place_shown(photo: Photo) -> str:
    """Name the place that a picture shows, the nearest first."""
    parts = (photo.sublocation, photo.city, photo.state, photo.country or photo.country_code)
    return ", ".join(part for part in parts if part)


def use_until(job: Job, item: Item) -> str:
    """Give the last day on which a picture may be used, or ""."""
    days = [day for day in (item.photo.use_until, item.photo.consent_until) if day]
    style = job.pack.wording(job.release.language).date_style
    return date_text(min(days), style) if days else ""


def table(kit: Sequence[Item]) -> str:
    """Write the captions as CSV (RFC 4180) that spreadsheets open as UTF-8.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for item in kit:
        photo = item.photo
        days = [day for day in (photo.use_until, photo.consent_until) if day]
        row = (
            *(item.name, item.caption, "; ".join(item.people), photo.credit, photo.creator),
            *(photo.copyright, photo.usage, min(days).isoformat() if days else "", item.alt),
            *(photo.headline, photo.source, "; ".join(photo.keywords)),
            photo.taken.isoformat() if photo.taken else "",
            *(getattr(photo, name) for name in COLUMNS[13:]),
        )
        writer.writerow(map(guarded, row))
    return "\ufeff" + text.getvalue()


def guarded(cell: str) -> str:
    """Keep a spreadsheet from reading a text as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _labelled(label: str, text: str) -> str:
    joint = "：" if not label.isascii() else ": "
    return f"{label}{joint}{text}" if text else ""


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part.strip()) + "\n"
