"""The view: a release flattened to what a reader reads, for one template and one stage."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Literal

import msgspec
from msgspec import Struct

from pressdesk.export.pack_rules import Wording
from pressdesk.export.packs import Pack
from pressdesk.export.wording import date_text, dateline, instant_text, made_by
from pressdesk.model.body import (
    Block,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Spans,
    Table,
    block_texts,
    body_runs,
    plain,
)
from pressdesk.model.people import Contact, Person
from pressdesk.model.release import Release, content_hash
from pressdesk.model.text import paragraphs

Stage = Literal["draft", "final"]


class PersonView(Struct, frozen=True):
    """A person as a template prints one."""

    name: str
    native: str
    title: str
    organization: str
    position: str
    role: str


class ContactView(Struct, frozen=True):
    """A media contact as a template prints one."""

    name: str
    role: str
    organization: str
    email: str
    phone: str


class BoilerplateView(Struct, frozen=True):
    """Standing text as a template prints it."""

    heading: str
    paragraphs: tuple[str, ...]


class Fields(Struct, frozen=True, kw_only=True):
    """Every field a template may name, besides the anchors."""

    language: str
    direction: Literal["ltr", "rtl"]
    issuer: str
    category: str
    headline: str
    deck: str
    dateline: str
    place: str
    date: str
    date_iso: str
    release_line: str
    embargo: str
    """The release line while the embargo lies ahead, else ""."""
    stage: Stage
    stamp: str
    """``DRAFT v3 · 21 Nov 2023 14:05 · 7f3a91c``; "" for a final."""
    notice: str
    """``Not for publication``; "" for a final."""
    version: str
    slug: str
    keywords: tuple[str, ...]
    summary: str
    speakers: tuple[PersonView, ...]
    people: tuple[PersonView, ...]
    contacts: tuple[ContactView, ...]
    boilerplates: tuple[BoilerplateView, ...]
    note: tuple[str, ...]
    rights: str
    end_mark: str
    event: str
    label: dict[str, str]
    """The pack's own words: ``label.speakers``, ``label.contact`` …"""


ANCHORS = ("body", "attached")


class FigureView(Struct, frozen=True):
    """A figure with its credit line and its alternative text."""

    id: str
    photo: str
    caption: Spans
    credit: str
    alt: str
    decorative: bool


class Item(Struct, frozen=True):
    """An item of a list, with the lists nested below it."""

    id: str
    spans: Spans
    lists: "tuple[Listing, ...]"


class Listing(Struct, frozen=True):
    """A list; numbered ones count from 1."""

    numbered: bool
    level: int
    items: tuple[Item, ...]


class Quotation(Struct, frozen=True):
    """A quotation of one or more paragraphs (block id and text), and who said it."""

    paragraphs: tuple[tuple[str, Spans], ...]
    speaker: PersonView | None


Piece = Paragraph | Heading | Listing | Quotation | FigureView | Table


class View(Struct, frozen=True, kw_only=True):
    """What a reader reads: the fields, and the body as pieces."""

    fields: Fields
    body: tuple[Piece, ...]
    attached: tuple[FigureView, ...]
    lead: str
    """Id of the paragraph that the dateline runs into; "" where the template places it."""
    embargoed: bool
    date: dt.date | None
    saved: dt.datetime
    hash: str
    """Content hash of the release, in hex."""


def to_view(
    release: Release, pack: Pack, *, stage: Stage, now: dt.datetime, saved: dt.datetime
) -> View:
    """Flatten a cleaned release for a pack.

    ``now`` (aware) decides whether the embargo lies ahead; ``saved`` (aware) is
    when this text was last saved and is what a draft's stamp shows, so that two
    exports of one text are equal.
    """
    words = pack.wording(release.language)
    ahead = release.embargo is not None and now < release.embargo.instant
    embargo = ""
    if release.embargo is not None and ahead:
        embargo = words.embargoed.replace("{when}", instant_text(release.embargo, words.date_style))
    body = tuple(_pieces(release, words))
    lead = next((piece.id for piece in body if isinstance(piece, Paragraph)), "")
    runs_in = pack.rules.dateline == "lead" and lead
    digest = content_hash(release)
    fields = Fields(
        language=release.language,
        direction=_direction(release.language),
        issuer=release.issuer or words.news,
        category=release.category,
        headline=release.headline,
        deck=release.deck,
        dateline=dateline(release.place, release.date, words.date_style),
        place=release.place,
        date=date_text(release.date, words.date_style) if release.date else "",
        date_iso=release.date.isoformat() if release.date else "",
        release_line=embargo or words.immediate,
        embargo=embargo,
        stage=stage,
        stamp=_stamp(release, words, saved, digest) if stage == "draft" else "",
        notice=words.not_for_publication if stage == "draft" else "",
        version=str(release.version),
        slug=release.slug,
        keywords=release.keywords,
        summary=_summary(release),
        speakers=tuple(_person(person) for person in release.speaking),
        people=tuple(_person(person) for person in release.others),
        contacts=tuple(_contact(contact) for contact in release.contacts),
        boilerplates=tuple(
            BoilerplateView(text.heading, paragraphs(text.text)) for text in release.boilerplates
        ),
        note=paragraphs(release.note),
        rights=release.rights,
        end_mark=words.end_mark,
        event=release.event.name if release.event else "",
        label=_labels(words),
    )
    return View(
        fields=fields,
        body=body,
        attached=tuple(_figure(figure, release, words) for figure in release.attached),
        lead=lead if runs_in else "",
        embargoed=ahead,
        date=release.date,
        saved=saved,
        hash=digest,
    )


def template_values(view: View) -> dict[str, Any]:
    """Give the fields as plain dicts, tuples and strings: all a template gets to see."""
    return msgspec.to_builtins(view.fields)


def body_texts(view: View) -> Iterator[str]:
    """Go through every text of the body in reading order, as every format must hold it."""
    for piece in view.body:
        yield from piece_texts(piece)


def piece_texts(piece: Piece) -> Iterator[str]:
    """Go through the texts of a piece in reading order."""
    match piece:
        case Listing():
            for item in piece.items:
                yield plain(item.spans)
                for nested in item.lists:
                    yield from piece_texts(nested)
        case Quotation():
            for _, spans in piece.paragraphs:
                yield plain(spans)
            if piece.speaker:
                yield piece.speaker.name
        case FigureView():
            yield plain(piece.caption)
            yield piece.credit
        case _:
            yield from block_texts(piece)


def _pieces(release: Release, words: Wording) -> Iterator[Piece]:
    blocks = (block for block in release.body if not _is_blank(block))
    for first, *rest in body_runs(blocks):
        match first:
            case ListItem():
                items = [item for item in (first, *rest) if isinstance(item, ListItem)]
                yield from _lists(items)
            case Quote():
                quotes = [quote for quote in (first, *rest) if isinstance(quote, Quote)]
                who = _person(release.person(first.speaker)) if first.speaker else None
                yield Quotation(tuple((quote.id, quote.spans) for quote in quotes), who)
            case Figure():
                yield _figure(first, release, words)
            case _:
                yield first


def _is_blank(block: Block) -> bool:
    return not isinstance(block, Figure) and not any(text.strip() for text in block_texts(block))


def _lists(items: Sequence[ListItem]) -> Iterator[Listing]:
    place = 0
    while place < len(items):
        first = items[place]
        made: list[Item] = []
        start = place
        while place < len(items) and items[place].level >= first.level:
            item = items[place]
            if place > start and (item.numbered != first.numbered or item.begins):
                break
            end = place + 1
            while end < len(items) and items[end].level > first.level:
                end += 1
            nested = tuple(_lists(items[place + 1 : end]))
            made.append(Item(item.id, item.spans, nested))
            place = end
        yield Listing(first.numbered, first.level, tuple(made))


def _figure(figure: Figure, release: Release, words: Wording) -> FigureView:
    photo = release.photo(figure.photo)
    credit = photo.credit or photo.creator
    told = words.photo.replace("{credit}", credit) if credit else ""
    return FigureView(
        id=figure.id,
        photo=photo.id,
        caption=figure.caption,
        credit=" · ".join(filter(None, (told, made_by(photo, release.language)))),
        alt="" if photo.decorative else photo.alt,
        decorative=photo.decorative,
    )


def _person(person: Person) -> PersonView:
    native = "" if person.native == person.name else person.native
    return PersonView(
        person.name, native, person.title, person.organization, person.position, person.role
    )


def _contact(contact: Contact) -> ContactView:
    return ContactView(
        contact.name, contact.role, contact.organization, contact.email, contact.phone
    )


def _labels(words: Wording) -> dict[str, str]:
    return {name: str(getattr(words, name)) for name in words.__struct_fields__}


def _stamp(release: Release, words: Wording, saved: dt.datetime, digest: str) -> str:
    when = f"{date_text(saved.date(), words.date_style)} {saved:%H:%M}"
    return f"{words.draft} v{release.version} · {when} · {digest[:7]}"


def _summary(release: Release) -> str:
    lead = next((plain(block.spans) for block in release.body if isinstance(block, Paragraph)), "")
    lead = " ".join((release.deck or lead).split())
    return lead if len(lead) <= 200 else lead[:199].rsplit(" ", 1)[0] + "…"


def _direction(language: str) -> Literal["ltr", "rtl"]:
    return "rtl" if language.split("-", maxsplit=1)[0] in ("ar", "fa", "he", "ur") else "ltr"
