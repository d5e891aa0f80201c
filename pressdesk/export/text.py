"""The plain text of a release, as the body of a mail."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, cast

from pressdesk.export.job import File, Job
from pressdesk.export.proof import prove
from pressdesk.export.text_layout import table, underline, wrap
from pressdesk.export.view import (
    ContactView,
    Fields,
    FigureView,
    Item,
    Listing,
    PersonView,
    Piece,
    Quotation,
    View,
    template_values,
)
from pressdesk.model.body import Heading, Paragraph, Spans, Table, block_spans
from pressdesk.model.text import is_cjk, safe_link

_INDENT = "    "
_PRINTED = (
    *("stamp", "notice", "release_line", "issuer", "category", "headline", "deck", "dateline"),
    *("end_mark", "speakers", "people", "boilerplates", "contacts", "note", "rights"),
)
"""The fields of a view that are printed beside the body."""


def write_text(job: Job) -> Sequence[File]:
    """Write the text, wrapped at 72 columns, and prove it complete."""
    view, photo = job.view, job.pack.wording(job.release.language).photo
    parts = (
        *_opening(view.fields, dateline_apart=not view.lead),
        *(_piece(piece, view, photo) for piece in view.body),
        *_more_photos(view, photo),
        view.fields.end_mark,
        *_particulars(view.fields),
    )
    text = "\n\n".join(part for part in parts if part.strip()) + "\n"
    path = f"{job.stem}.txt"
    values = template_values(view)
    fields = [text for name in _PRINTED for text in _strings(values[name])]
    prove(path, text, in_order=_texts(view.body), anywhere=fields)
    prove(path, text, in_order=_texts(view.attached))
    return (File(path, text.encode()),)


def _opening(fields: Fields, *, dateline_apart: bool) -> Iterator[str]:
    yield _lines((fields.stamp, fields.notice))
    yield wrap(fields.release_line)
    yield wrap(_joined((fields.issuer, fields.category), " · "))
    yield _heading(fields.headline, "=")
    yield wrap(fields.deck)
    if dateline_apart:
        yield wrap(fields.dateline)


def _piece(piece: Piece, view: View, photo: str) -> str:
    match piece:
        case Paragraph() if piece.id == view.lead and view.fields.dateline:
            dateline = view.fields.dateline
            gap = "" if dateline.endswith("——") else " "
            return wrap(f"{dateline}{gap}{_linked(piece.spans)}")
        case Paragraph():
            return wrap(_linked(piece.spans))
        case Heading():
            return _heading(_linked(piece.spans))
        case Listing():
            return "\n".join(_listing(piece, "  "))
        case Quotation():
            return _quotation(piece)
        case FigureView():
            return _figure(piece, photo)
        case Table():
            rows = [[_linked(cell.spans) for cell in row] for row in piece.rows]
            return table(rows, piece.align, header=piece.header)


def _more_photos(view: View, photo: str) -> Iterator[str]:
    if view.attached:
        yield _heading(view.fields.label["more_photos"])
        yield from (_figure(figure, photo) for figure in view.attached)


def _particulars(fields: Fields) -> Iterator[str]:
    for people, label in ((fields.speakers, "speakers"), (fields.people, "people")):
        if people:
            yield _lines((_heading(fields.label[label]), *map(_person, people)))
    for text in fields.boilerplates:
        yield _heading(text.heading)
        yield from map(wrap, text.paragraphs)
    if fields.contacts:
        yield _heading(fields.label["contact"])
        yield from map(_contact, fields.contacts)
    if fields.note:
        yield _heading(fields.label["note"])
        yield from map(wrap, fields.note)
    yield wrap(fields.rights)


def _heading(text: str, stroke: str = "-") -> str:
    return underline(text, stroke) if text else ""


def _listing(listing: Listing, indent: str) -> Iterator[str]:
    for number, item in enumerate(listing.items, 1):
        mark = f"{indent}{number}. " if listing.numbered else f"{indent}- "
        yield wrap(_linked(item.spans), mark)
        for nested in item.lists:
            yield from _listing(nested, " " * len(mark))


def _quotation(quotation: Quotation) -> str:
    said = (wrap(_linked(spans), _INDENT) for _, spans in quotation.paragraphs)
    return "\n\n".join((*said, *_attribution(quotation.speaker)))


def _attribution(speaker: PersonView | None) -> Iterator[str]:
    if speaker:
        dash, joint = ("——", "，") if is_cjk(speaker.name[-1:] or " ") else ("— ", ", ")
        yield wrap(dash + _joined((speaker.name, speaker.position), joint), _INDENT)


def _figure(figure: FigureView, photo: str) -> str:
    """Write a figure in brackets; where it has no credit, the words of the pack say “photo”."""
    caption = _linked(figure.caption)
    if caption and figure.credit:
        left, right = ("（", "）") if is_cjk(figure.credit[0]) else (" (", ")")
        return wrap(f"[{caption}{left}{figure.credit}{right}]")
    text = figure.credit or photo.replace("{credit}", caption or figure.alt)
    return wrap(f"[{text}]") if figure.credit or caption or figure.alt else ""


def _person(person: PersonView) -> str:
    name = _joined((person.name, person.native), " ")
    joint = "，" if is_cjk(person.name[-1:] or " ") else ", "
    return wrap(_joined((name, person.position, person.role), joint), "", "  ")


def _contact(contact: ContactView) -> str:
    return _lines(
        wrap(text)
        for text in (
            contact.name, contact.role, contact.organization, contact.phone, contact.email,
        )
    )  # fmt: skip


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)


def _joined(parts: Iterable[str], joint: str) -> str:
    return joint.join(part for part in parts if part)


def _linked(spans: Spans) -> str:
    return "".join(text + (f" <{address}>" if address else "") for text, address in _runs(spans))


def _runs(spans: Spans) -> Iterator[tuple[str, str]]:
    """Go through the runs of one target: text, and the address where the text does not tell it."""
    for target, run in groupby(spans, lambda span: safe_link(span.link) if span.link else ""):
        text = "".join(span.text for span in run)
        told = text.strip().removeprefix("mailto:")
        yield text, "" if target in (told, f"mailto:{told}", f"tel:{told}") else target


def _texts(pieces: Iterable[Piece]) -> Iterator[str]:
    """Go through the texts of the pieces in reading order, parted where an address is put in."""
    for piece in pieces:
        match piece:
            case Listing():
                yield from _item_texts(piece.items)
            case Quotation():
                for _, spans in piece.paragraphs:
                    yield from _run_texts(spans)
                if piece.speaker:
                    yield piece.speaker.name
            case FigureView():
                yield from _run_texts(piece.caption)
                yield piece.credit
            case _:
                for spans in block_spans(piece):
                    yield from _run_texts(spans)


def _item_texts(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield from _run_texts(item.spans)
        yield from _texts(item.lists)


def _run_texts(spans: Spans) -> Iterator[str]:
    text = ""
    for run, address in _runs(spans):
        text += run
        if address:
            yield text
            text = ""
    yield text


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in cast("Mapping[str, Any]", value).values():
            yield from _strings(part)
    else:
        for part in cast("Sequence[Any]", value):
            yield from _strings(part)
