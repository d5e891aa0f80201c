"""The body of a web page: pieces of the view as semantic HTML."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from pressdesk.export.markup import Content, Markup, block, element, join, lines, void
from pressdesk.export.view import FigureView, Item, Listing, Piece, Quotation, View
from pressdesk.model.body import Cell, Heading, Paragraph, Span, Spans, Table, plain
from pressdesk.model.text import is_cjk, safe_link

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*\Z")
_NOT_IN_URL = re.compile(r'["<>\\^`{|}]|%(?![0-9A-Fa-f]{2})')
SIZES = "(min-width: 920px) 874px, 100vw"
"""How wide a picture stands at most: told to the browser, which then chooses a file."""


class Shown(Struct, frozen=True, kw_only=True):
    """A figure's picture as ``img`` names it; sizes in pixels."""

    src: str
    width: int
    height: int
    srcset: str = ""

    @property
    def is_tall(self) -> bool:
        """Tell whether it is not clearly wider than high, and must not fill the column."""
        return self.width < 1.2 * self.height

    @property
    def is_embedded(self) -> bool:
        return self.src.startswith("data:")


Shows = Mapping[str, Shown]
"""By id of the figure."""

_NOTHING_SHOWN = Shown(src="", width=0, height=0)


class Part(Struct, frozen=True, kw_only=True):
    """A piece of the body, with all that its markup depends on: equal parts have equal markup."""

    piece: Piece | None = None
    """None: the dateline alone."""
    level: int = 0
    """Of a heading, as HTML counts."""
    dateline: tuple[str, str, str] = ("", "", "")
    """What runs in before the text: the dateline, the day as it is told in it, and in ISO 8601."""
    shown: Shown = _NOTHING_SHOWN
    """Of a figure."""
    is_first: bool = False
    """True for the first figure of the page."""


def body_markup(view: View, shows: Shows, *, dateline_apart: bool) -> Markup:
    """Write the body; ``dateline_apart`` puts the dateline in a paragraph before it."""
    parts = body_parts(view, shows, dateline_apart=dateline_apart)
    return join(map(part_markup, parts), "\n")


def body_parts(view: View, shows: Shows, *, dateline_apart: bool) -> Iterator[Part]:
    """Go through the parts of the body, each of which becomes one element."""
    fields = view.fields
    dateline = fields.dateline, fields.date, fields.date_iso
    first = next((piece.id for piece in figures(view)), "")
    above: list[int] = []
    if dateline_apart:
        yield Part(dateline=dateline)
    for piece in view.body:
        match piece:
            case Heading():
                # HTML section 4.3.11: no level may be skipped on the way down from the headline.
                above = [*(level for level in above if level < piece.level), piece.level]
                yield Part(piece=piece, level=1 + len(above))
            case FigureView():
                yield Part(piece=piece, shown=shows[piece.id], is_first=piece.id == first)
            case Paragraph() if piece.id == view.lead and fields.dateline:
                yield Part(piece=piece, dateline=dateline)
            case _:
                yield Part(piece=piece)


def part_markup(part: Part) -> Markup:
    """Write a part as one element."""
    match part.piece:
        case None:
            return element("p", _dateline(*part.dateline), class_="lead")
        case Heading() as heading:
            return element(f"h{part.level}", spans_markup(heading.spans), id=heading.id)
        case Paragraph() as paragraph:
            return _paragraph(paragraph, part.dateline)
        case Listing() as listing:
            return _listing(listing)
        case Quotation() as quotation:
            return _quotation(quotation)
        case FigureView() as figure:
            return _figure(figure, part.shown, part.is_first)
        case Table() as table:
            return _table(table)


def attached_markup(view: View, shows: Shows) -> Markup:
    """Write the photos that have no place in the body."""
    first = next((piece.id for piece in figures(view)), "")
    parts = (_figure(figure, shows[figure.id], figure.id == first) for figure in view.attached)
    return join(parts, "\n")


def figures(view: View) -> Iterator[FigureView]:
    """Go through all figures: those of the body first, then the attached ones."""
    yield from (piece for piece in view.body if isinstance(piece, FigureView))
    yield from view.attached


def link_target(target: str) -> str:
    """Give a safe link as it may stand in an attribute, or "" where it is none.

    What the URL standard does not allow in a URL is percent-encoded.
    """
    return _NOT_IN_URL.sub(lambda match: f"%{ord(match.group()[0]):02X}", safe_link(target))


def spans_markup(spans: Spans) -> Markup:
    """Write a run of text with its marks; neighbours with one target are one link."""
    return join(_linked(spans))


def _paragraph(paragraph: Paragraph, dateline: tuple[str, str, str]) -> Markup:
    text = spans_markup(paragraph.spans)
    if not dateline[0]:
        return element("p", text, id=paragraph.id)
    gap = "" if dateline[0].endswith("——") else " "
    return element("p", _dateline(*dateline), gap, text, id=paragraph.id, class_="lead")


def _dateline(dateline: str, date: str, date_iso: str) -> Markup:
    """Write the dateline with the day marked as a time."""
    content: tuple[Content, ...] = (dateline,)
    if date:
        before, day, after = dateline.rpartition(date)
        content = (before, element("time", day, datetime=date_iso), after)
    return element("span", *content, class_="dateline")


def _listing(listing: Listing) -> Markup:
    return block("ol" if listing.numbered else "ul", map(_item, listing.items))


def _item(item: Item) -> Markup:
    inside: list[Content] = [spans_markup(item.spans)]
    for nested in item.lists:
        inside += ["\n", _listing(nested)]
    return element("li", *inside, id=item.id)


def _quotation(quotation: Quotation) -> Markup:
    said = block(
        "blockquote",
        (
            element("p", spans_markup(spans), id=block_id)
            for block_id, spans in quotation.paragraphs
        ),
    )
    who = quotation.speaker
    if who is None:
        return said
    joint = "，" if is_cjk(who.name[-1:] or " ") else ", "
    position = joint + who.position if who.position else ""
    by = element("figcaption", element("span", who.name, class_="name"), position)
    return block("figure", (said, by), class_="quotation")


def _figure(figure: FigureView, shown: Shown, is_first: bool) -> Markup:
    picture = void(
        "img",
        src=shown.src,
        srcset=shown.srcset or None,
        sizes=SIZES if shown.srcset else None,
        width=shown.width,
        height=shown.height,
        alt=figure.alt,
        loading=None if is_first else "lazy",
    )
    parts: list[Content] = []
    if figure.caption:
        parts.append(element("span", spans_markup(figure.caption), class_="caption"))
    if figure.credit:
        parts.append(element("span", figure.credit, class_="credit"))
    caption = element("figcaption", join(parts, " ")) if parts else ""
    kind = "photo tall" if shown.is_tall else "photo"
    return block("figure", (picture, caption), id=figure.id, class_=kind)


def _table(table: Table) -> Markup:
    head, rows = (table.rows[:1], table.rows[1:]) if table.header else ((), table.rows)
    parts = [
        block(group, (_row(row, table, group) for row in some))
        for group, some in (("thead", head), ("tbody", rows))
        if some
    ]
    name = " · ".join(text for cell in table.rows[0] if (text := plain(cell.spans).strip()))
    # It scrolls on a narrow screen, so the keyboard must reach it and it must have a name.
    return block(
        "div",
        (block("table", parts, id=table.id),),
        class_="table",
        role="group",
        tabindex=0,
        aria_label=name.replace("\n", " ") or None,
    )


def _row(row: tuple[Cell, ...], table: Table, group: str) -> Markup:
    return block("tr", (_cell(*pair, group) for pair in zip(row, table.align, strict=True)))


def _cell(cell: Cell, align: str, group: str) -> Markup:
    text = spans_markup(cell.spans)
    names_column = group == "thead" and plain(cell.spans).strip()
    return element(
        "th" if names_column else "td",
        text,
        scope="col" if names_column else None,
        class_=f"align-{align}" if align else None,
    )


def _linked(spans: Spans) -> Iterator[Markup]:
    for target, run in groupby(spans, lambda span: link_target(span.link) if span.link else ""):
        text = join(map(_marked, run))
        yield element("a", text, href=target, rel="noopener") if target else text


def _marked(span: Span) -> Markup:
    marks = (
        (span.script, span.script),
        (span.strike, "s"),
        (span.underline, "u"),
        (span.italic, "em"),
        (span.bold, "strong"),
    )
    text = lines(span.text)
    for is_set, name in marks:
        if is_set:
            text = element(name, text)
    if _LANGUAGE.match(span.lang):
        text = element("span", text, lang=span.lang)
    return text
