"""Where the pieces of a foreign page go: the page, a cell of a table, the caption of a figure."""

from msgspec.structs import replace

from pressdesk.importers.html_lists import ListTracker, OpenList
from pressdesk.importers.html_pieces import Piece, Place
from pressdesk.importers.html_run import joined
from pressdesk.importers.html_styles import Declarations
from pressdesk.importers.html_tables import TableDraft, alignment, draft_cell
from pressdesk.importers.html_tree import Element

_DEEPEST_TABLE = 8
"""Tables within tables; deeper ones are read as the text that stands in them."""
_DEEPEST_TARGET = 2 * _DEEPEST_TABLE


class Target:
    """One place that collects pieces, and the lists that are open in it."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.tracker = ListTracker()
        self.lists: list[OpenList] = []


class Figure:
    """A figure that is open: its first picture, and its caption."""

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.picture: Piece | None = None
        self.caption: list[Piece] = []


class Targets:
    """The targets that are open, and the tables and figures they belong to."""

    def __init__(self) -> None:
        self.page = Target()
        self._open = [self.page]
        self._tables: list[TableDraft | None] = []
        self._figures: list[Figure] = []

    @property
    def top(self) -> Target:
        return self._open[-1]

    def align_cell(self, element: Element, declared: Declarations) -> None:
        """Note how a paragraph in a cell is aligned."""
        if self._tables and self._tables[-1] is not None:
            self._tables[-1].align_cell(alignment(element.attributes, declared))

    def note_picture(self, piece: Piece) -> None:
        """Let the first picture of a figure have its caption."""
        if self._figures and self._figures[-1].picture is None:
            self._figures[-1].picture = piece

    def open_table_part(self, element: Element, declared: Declarations) -> None:
        tag, attributes = element.tag, element.attributes
        if tag == "table":
            is_read = len(self._tables) < _DEEPEST_TABLE
            self._tables.append(
                TableDraft(attributes, is_nested=bool(self._tables)) if is_read else None
            )
            return
        table = self._tables[-1] if self._tables else None
        if tag == "thead" and table is not None:
            table.is_in_head = True
        elif tag == "tr" and table is not None:
            table.start_row()
        elif tag in ("td", "th", "caption"):
            if table is None:
                return
            if tag != "caption":
                table.add(draft_cell(tag, attributes, declared))
            self._open.append(Target())
            element.has_target = True
            element.place = Place()

    def close_table_part(self, element: Element) -> None:
        tag = element.tag
        table = self._tables[-1] if self._tables else None
        if tag == "thead" and table is not None:
            table.is_in_head = False
        elif table is not None and element.has_target:
            pieces = self._open.pop().pieces
            if tag == "caption":
                self._open[-1].pieces += pieces
            else:
                table.fill_cell(pieces)
        elif tag == "table":
            self._tables.pop()
            self._open[-1].pieces += table.pieces() if table is not None else ()

    def open_figure(self, element: Element) -> None:
        if element.tag == "figure":
            self._figures.append(Figure(len(self._open)))
        elif (
            self._figures
            and self._figures[-1].depth == len(self._open)
            and len(self._open) < _DEEPEST_TARGET
        ):
            self._open.append(Target())
            element.place = Place()
            element.has_target = True

    def close_figure(self, element: Element) -> None:
        figure = self._figures[-1] if self._figures else None
        if figure is None:
            return
        if element.tag == "figcaption":
            if element.has_target:
                figure.caption += self._open.pop().pieces
            return
        self._figures.pop()
        target = self._open[-1]
        picture = figure.picture
        if picture is None or picture.picture is None:
            target.pieces += figure.caption
        else:
            texts = [text for piece in figure.caption for text in piece.texts]
            picture.picture = replace(picture.picture, caption=joined(texts, "\n"))
