"""The body of a release as Word's elements, set in the template's named styles."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count, groupby

from pressdesk.export.docx_layout import Column
from pressdesk.export.docx_numbering import Lists
from pressdesk.export.docx_pictures import Pictures
from pressdesk.export.docx_runs import address, text_run
from pressdesk.export.docx_styles import Styles
from pressdesk.export.docx_table import table_element
from pressdesk.export.docx_xml import Element, add, make
from pressdesk.export.view import FigureView, Listing, PersonView, Piece, Quotation
from pressdesk.model.body import Heading, Paragraph, Span, Spans, Table
from pressdesk.model.text import is_cjk


class BodyWriter:
    """Turns pieces into elements. Paragraphs are named by hidden bookmarks, ``_pd_<block id>``.

    A bookmark spans exactly the text of its block: not the dateline before it,
    nor the credit behind a caption; of a table, the first cell.
    """

    def __init__(
        self,
        styles: Styles,
        lists: Lists,
        pictures: Pictures,
        relate: Callable[[str], str],
        *,
        lead: str,
        dateline: str,
    ) -> None:
        """``relate`` gives the relationship of an address; ``lead`` takes up the dateline."""
        self._styles = styles
        self._lists = lists
        self._pictures = pictures
        self._relate = relate
        self._lead = lead
        self._dateline = dateline
        self._bookmarks = count()
        self._depth = 0

    def write(self, pieces: Iterable[Piece], column: Column, share: float = 1) -> Iterator[Element]:
        """Go through the elements of pieces.

        ``share`` is how much of the column's width and height a picture may take.
        """
        for piece in pieces:
            match piece:
                case Paragraph():
                    yield self._text(piece)
                case Heading():
                    yield self._heading(piece)
                case Listing():
                    yield from self._listing(piece)
                case Quotation():
                    yield from self._quotation(piece)
                case FigureView():
                    yield from self._figure(piece, column, share)
                case Table():
                    yield from self._table(piece, column)

    def dateline(self) -> Element:
        """Make a paragraph of the dateline, which has none to run into."""
        return self._paragraph("Body Text", (self._run(Span(self._dateline), "Dateline"),))

    def _text(self, block: Paragraph) -> Element:
        text = self._named(block.id, self._runs(block.spans))
        if block.id == self._lead and self._dateline:
            dateline = self._run(Span(self._dateline), "Dateline")
            # Chinese sets no space behind its dash.
            gap = () if self._dateline.endswith("——") else (text_run(Span(" ")),)
            return self._paragraph("Body Text", (dateline, *gap, *text))
        return self._paragraph("Body Text", text)

    def _heading(self, block: Heading) -> Element:
        # The headline is the title, and no level is skipped: the outline is read aloud.
        self._depth = min(block.level - 1, self._depth + 1)
        return self._paragraph(
            f"heading {self._depth}", self._named(block.id, self._runs(block.spans))
        )

    def _listing(self, listing: Listing) -> Iterator[Element]:
        lists = self._lists
        level = listing.level
        number = lists.numbered(level) if listing.numbered else lists.bulleted(level)
        style = "List Number" if listing.numbered else "List Bullet"
        last = len(listing.items) - 1
        for place, item in enumerate(listing.items):
            # No page ends with the first item alone, and none begins with the last.
            kept = place < last and place in (0, last - 1)
            text = self._named(item.id, self._runs(item.spans))
            yield self._paragraph(style, text, *_keep(kept), _numbering(level, number))
            for nested in item.lists:
                yield from self._listing(nested)

    def _quotation(self, quotation: Quotation) -> Iterator[Element]:
        last = quotation.paragraphs[-1][0]
        for block, spans in quotation.paragraphs:
            kept = _keep(bool(quotation.speaker) or block != last)
            yield self._paragraph("Quote", self._named(block, self._runs(spans)), *kept)
        if quotation.speaker:
            said_by = text_run(Span(attribution(quotation.speaker)))
            yield self._paragraph("Attribution", (said_by,))

    def _figure(self, figure: FigureView, column: Column, share: float) -> Iterator[Element]:
        photo = (self._pictures.drawing(figure, column, share),)
        if not figure.caption and not figure.credit:
            yield self._paragraph("Photo", self._named(figure.id, photo))
            return
        yield self._paragraph("Photo", photo, *_keep(True))
        caption = [*self._named(figure.id, self._runs(figure.caption))]
        if figure.caption and figure.credit:
            caption.append(text_run(Span(" ")))
        if figure.credit:
            caption.append(self._run(Span(figure.credit), "Credit"))
        yield self._paragraph("caption", caption)

    def _table(self, table: Table, column: Column) -> Iterator[Element]:
        unnamed = [table.id]

        def cell(spans: Spans, style: str, *properties: Element) -> Element:
            text = self._runs(spans)
            named = self._named(unnamed.pop(), text) if unnamed else text
            return self._paragraph(style, named, *properties)

        yield table_element(table, column, self._styles.id("Release Table"), cell)
        # Without a paragraph between them Word makes two tables one.
        yield self._paragraph("Table End", ())

    def _paragraph(self, style: str, content: Iterable[Element], *properties: Element) -> Element:
        """Make a paragraph; ``properties`` in the order of ECMA-376 part 1, 17.3.1.26."""
        paragraph = make("w:p")
        known = self._styles.id(style)
        if known or properties:
            form = add(paragraph, "w:pPr")
            if known:
                add(form, "w:pStyle", {"w:val": known})
            form.extend(properties)
        paragraph.extend(content)
        return paragraph

    def _named(self, block: str, content: Iterable[Element]) -> Iterator[Element]:
        number = str(next(self._bookmarks))
        yield make("w:bookmarkStart", {"w:id": number, "w:name": f"_pd_{block}"})
        yield from content
        yield make("w:bookmarkEnd", {"w:id": number})

    def _runs(self, spans: Spans) -> Iterator[Element]:
        for link, group in groupby(spans, key=lambda span: span.link):
            if not link:
                yield from map(text_run, group)
                continue
            runs = (self._run(span, "Hyperlink") for span in group)
            target = self._relate(address(link))
            yield make("w:hyperlink", {"r:id": target, "w:history": "1"}, *runs)

    def _run(self, span: Span, style: str) -> Element:
        return text_run(span, self._styles.id(style))


def _keep(kept: bool) -> Iterator[Element]:
    """Hold a paragraph and the one behind it on one page."""
    if kept:
        yield make("w:keepNext")


def _numbering(level: int, number: str) -> Element:
    place = make("w:ilvl", {"w:val": str(level)})
    return make("w:numPr", {}, place, make("w:numId", {"w:val": number}))


def attribution(speaker: PersonView) -> str:
    """Write who said it: ``— Mira Harlow, director, River Museum``."""
    dash, joint = ("——", "，") if is_cjk(speaker.name[-1:] or " ") else ("— ", ", ")
    parts = (speaker.name, speaker.title, speaker.organization)
    return dash + joint.join(part for part in parts if part)
