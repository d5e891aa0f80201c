"""The reader of foreign HTML: told what opens and closes, it collects pieces of text."""

from msgspec.structs import replace

from pressdesk.importers.html_links import is_sharing, read_link
from pressdesk.importers.html_lists import (
    is_number,
    item_place,
    open_list,
    word_place,
)
from pressdesk.importers.html_pictures import read_image
from pressdesk.importers.html_pieces import ListPlace, Piece, Place
from pressdesk.importers.html_roles import (
    DROPPED,
    LISTS,
    TABLE_PARTS,
    dropped_as,
    heading_level,
    is_block,
    is_quotation,
)
from pressdesk.importers.html_run import Run
from pressdesk.importers.html_styles import Declarations, StyleSheet, inherit, language_tag
from pressdesk.importers.html_targets import Targets
from pressdesk.importers.html_tree import Element

_LONGEST_MARKER = 100
_QUOTATION_MARKS = (("“", "”"), ("‘", "’"))


class HtmlReader:
    """Collects the pieces of one source."""

    def __init__(self) -> None:
        self.language = ""
        self._dropped: dict[str, None] = {}
        self._sheet = StyleSheet()
        self._run = Run()
        self._pictures: list[Piece] = []
        self._targets = Targets()
        self._is_sheet_open = False
        self._is_in_marker = False
        self._quotations = 0
        self._lists = 0
        self._pictures_met = 0

    @property
    def pieces(self) -> list[Piece]:
        return self._targets.page.pieces

    @property
    def dropped(self) -> tuple[str, ...]:
        return tuple(self._dropped)

    # What the tree tells.

    def open(self, element: Element, parent: Element) -> None:
        declared = self._sheet.declared(element.tag, element.attributes)
        self._set_style(element, parent, declared)
        element.place = parent.place
        element.is_boxed = parent.is_boxed
        if self._is_dropped(element, parent, declared):
            return
        element.is_open = True
        element.is_block = is_block(element.tag, element.attributes, declared)
        if element.is_block:
            self._flush(parent)
            if element.tag not in TABLE_PARTS:
                element.is_boxed = True
        self._open_place(element, parent, declared)
        if element.tag == "q":
            self._add_quotation_mark(element, 0)
            self._quotations += 1
        elif element.tag == "rt":
            self._run.add("(", element.style)

    def close(self, element: Element) -> None:
        tag = element.tag
        if tag == "style":
            self._is_sheet_open = False
        if not element.is_open:
            return
        if element.is_block:
            self._flush(element)
        if tag == "q":
            self._quotations -= 1
            self._add_quotation_mark(element, 1)
        elif tag == "rt":
            self._run.add(")", element.style)
        elif tag in LISTS and self._targets.top.lists:
            self._targets.top.lists.pop()
        elif tag in ("td", "th", "caption", "table", "thead"):
            self._targets.close_table_part(element)
        elif tag in ("figure", "figcaption"):
            self._targets.close_figure(element)

    def restyle(self, element: Element, parent: Element) -> None:
        self._set_style(element, parent, self._sheet.declared(element.tag, element.attributes))

    def _set_style(self, element: Element, parent: Element, declared: Declarations) -> None:
        style = inherit(parent.style, element.tag, element.attributes, declared)
        if element.tag == "cite" and parent.place.kind == "quote":
            style = parent.style
        href = element.attributes.get("href") if element.tag == "a" else None
        if href is not None and not is_sharing(href):
            link = read_link(href)
            if link.dropped and style.is_seen:
                self._drop(link.dropped)
            style = replace(style, link=link.target, is_in_link=True)
        element.style = replace(style, is_hidden=True) if element.is_dropped else style

    def void(self, element: Element, parent: Element) -> None:
        if not parent.style.is_seen:
            return
        declared = self._sheet.declared(element.tag, element.attributes)
        if inherit(parent.style, element.tag, element.attributes, declared).is_hidden:
            return
        match element.tag:
            case "br":
                self._run.add_break(parent.style)
            case "hr":
                self._flush(parent)
            case "img":
                self._read_image(element, parent, declared)
            case "input":
                self._drop("form fields")
            case "embed":
                self._drop(DROPPED["embed"])
            case _:
                pass

    def text(self, text: str, parent: Element) -> None:
        if self._is_sheet_open:
            self._sheet.add(text)
        elif not parent.style.is_seen:
            return
        elif parent.place.kind == "item" and (self._is_in_marker or parent.style.is_marker):
            parent.place.marker = (parent.place.marker + text)[:_LONGEST_MARKER]
        else:
            # Chrome puts a space at the edge of an element into a span of its own, as a hard one.
            is_put = text == "\xa0" and parent.tag == "span" and not parent.attributes
            self._run.add(" " if is_put else text, parent.style)

    def comment(self, text: str, parent: Element) -> None:
        """Word says in comments that what follows is a bullet or number it set itself."""
        words = text.strip().lower()
        if words.startswith("[if !supportlists]"):
            self._is_in_marker = True
            if parent.tag == "p" and parent.place.kind == "paragraph":
                parent.place = Place("item", list_place=ListPlace(0, numbered=False, name=""))
        elif words.startswith("[endif]"):
            self._is_in_marker = False

    # What it means.

    def _is_dropped(self, element: Element, parent: Element, declared: Declarations) -> bool:
        """Tell whether nothing of an element comes in; note what it was, where it is worth it."""
        if parent.style.is_hidden:
            return True
        if element.tag in ("html", "body") and not self.language:
            attributes = element.attributes
            self.language = language_tag(attributes.get("lang") or attributes.get("xml:lang", ""))
        if element.tag == "style":
            self._is_sheet_open = True
        reason = dropped_as(element.tag, element.attributes, declared)
        if reason is None and element.tag == "a" and is_sharing(element.attributes.get("href", "")):
            reason = "share buttons"
        if reason:
            self._drop(reason)
        if reason is not None:
            element.is_dropped = True
            element.style = replace(element.style, is_hidden=True)
        return element.style.is_hidden

    def _open_place(self, element: Element, parent: Element, declared: Declarations) -> None:
        """Set what text in the element becomes, where that differs from around it."""
        tag, attributes = element.tag, element.attributes
        target = self._targets.top
        around = parent.place.kind
        level = heading_level(tag, attributes)
        if tag in LISTS:
            self._lists += 1
            target.lists.append(open_list(tag, attributes, declared, self._lists))
        elif tag == "li":
            element.place = Place("item", list_place=item_place(target.lists, attributes, declared))
        elif tag in ("table", "tr", "td", "th", "thead", "caption"):
            self._targets.open_table_part(element, declared)
        elif tag in ("figure", "figcaption"):
            self._targets.open_figure(element)
        elif around == "paragraph" and level:
            element.place = Place("heading", level=level)
        elif around in ("paragraph", "heading") and is_quotation(tag, attributes, declared):
            element.place = Place("quote")
        elif (
            element.is_block
            and around == "paragraph"
            and (place := word_place(attributes, declared))
        ):
            element.place = Place("item", list_place=place, needs_marker=not place.name)
        if tag in ("p", "div"):
            self._targets.align_cell(element, declared)

    def _read_image(self, element: Element, parent: Element, declared: Declarations) -> None:
        image = read_image(element.attributes, declared, self._pictures_met + 1)
        if image.text:
            self._run.add(image.text, parent.style)
        elif image.dropped:
            self._drop(image.dropped)
        elif image.picture is not None:
            self._pictures_met += 1
            piece = Piece("picture", picture=image.picture)
            self._pictures.append(piece)
            self._targets.note_picture(piece)

    def _add_quotation_mark(self, element: Element, side: int) -> None:
        self._run.add(_QUOTATION_MARKS[self._quotations % 2][side], element.style)

    def _drop(self, what: str) -> None:
        if what:
            self._dropped[what] = None

    def _flush(self, element: Element) -> None:
        """Make a piece of the text met so far, by the place it stood in; pictures follow it."""
        pictures, self._pictures = self._pictures, []
        if not self._run.is_empty():
            self._place_text(element)
        self._targets.top.pieces += pictures

    def _place_text(self, element: Element) -> None:
        place = element.place
        is_item = place.kind == "item" and not (place.needs_marker and not place.marker)
        kind = "paragraph" if place.kind == "item" and not is_item else place.kind
        texts = self._run.take(is_split=kind in ("paragraph", "quote"))
        if not texts:
            return
        target = self._targets.top
        if is_item and place.list_place is not None:
            if place.piece is not None:
                place.piece.texts += texts
                return
            where = place.list_place
            if place.marker:
                where = replace(where, numbered=is_number(place.marker))
            begins = target.tracker.begins(where, target.pieces)
            place.piece = Piece(
                "item", texts, level=where.level, numbered=where.numbered, begins=begins
            )
            target.pieces.append(place.piece)
            return
        target.pieces += [
            Piece(kind, [text], level=place.level, is_boxed=element.is_boxed) for text in texts
        ]
