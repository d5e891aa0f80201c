"""What toolbar, menus and panels may ask of the sheet: formatting and inserting."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from pressdesk.model import kinds, spans
from pressdesk.model.body import Block, Figure, Paragraph, Span, plain
from pressdesk.model.ids import new_id
from pressdesk.model.passages import Passage, excerpt, insert_passage, with_new_ids
from pressdesk.model.spans import MARKS, Mark, has_mark, set_mark
from pressdesk.model.tables import empty_table
from pressdesk.model.text import safe_link
from pressdesk.model.writing import Change, Point, delete, end_of, text_of, with_text
from pressdesk.ui.editor.codec import writable
from pressdesk.ui.editor.look import LANG, LINK, bits_of, role_of, span_of
from pressdesk.ui.editor.look import MARKS as MARKS_PROPERTY
from pressdesk.ui.editor.surface import Surface


class Commands(Surface):
    """A sheet with all that can be done to what is selected on it."""

    # --- telling ---

    def selected_text(self) -> str:
        """Give the selected text; blocks are parted by line feeds."""
        passage = self.selected_passage()
        return "\n".join(plain(text_of(block)) for block in passage.blocks)

    def selected_passage(self) -> Passage:
        """Give the selected blocks: what copying takes."""
        if self.chosen is not None:
            return Passage((self._body[self.chosen],))
        start, end = self.selected_points()
        if not self._body or start == end:
            return Passage(())
        return excerpt(self._body, start, end)

    def kind(self) -> kinds.Kind:
        """Name the kind of the block that the cursor is in."""
        block = self.current_block()
        return kinds.kind_of(block) if block else "paragraph"

    def marks(self) -> set[Mark]:
        """Name the marks of the selection, or of what would be typed."""
        parts = self._selected_spans() or (self._typing_span(),)
        return {mark for mark in MARKS if all(has_mark(part, mark) for part in parts)}

    def link_at_cursor(self) -> str:
        """Give the target of the link that the cursor or the selection is in, or ""."""
        found = {span.link for span in self._selected_spans()}
        if found:
            return found.pop() if len(found) == 1 else ""
        extent = self._link_extent()
        return extent[2] if extent else ""

    def _selected_spans(self) -> tuple[Span, ...]:
        start, end = self.selected_points()
        found: list[Span] = []
        for index in range(start.block, end.block + 1) if self._body and start != end else ():
            first = start.offset if index == start.block else 0
            last = end.offset if index == end.block else None
            found.extend(spans.cut(text_of(self._body[index]), first, last))
        return tuple(found)

    def _typing_span(self) -> Span:
        form = self.textCursor().charFormat()
        bits = form.intProperty(MARKS_PROPERTY)
        return span_of("", bits, form.stringProperty(LINK), form.stringProperty(LANG))

    # --- formatting ---

    def set_kind(self, kind: kinds.Kind, level: int = 2) -> None:
        """Make all blocks of the selection of one kind; asked again, paragraphs."""
        start, end = self.selection()
        labels = {
            "paragraph": self.tr("Paragraph"),
            "heading": self.tr("Heading"),
            "bullet": self.tr("Bulleted list"),
            "numbered": self.tr("Numbered list"),
            "quote": self.tr("Quote"),
        }
        body = kinds.set_kind(self.material(), start.block, end.block, kind, level)
        self.restyle(labels[kind], body)

    def toggle(self, mark: Mark) -> None:
        """Set a mark on the selection or take it away; without one, for what is typed next."""
        on = mark not in self.marks()
        if self.textCursor().hasSelection():
            labels = {
                "bold": self.tr("Bold"),
                "italic": self.tr("Italic"),
                "underline": self.tr("Underline"),
                "strike": self.tr("Strikethrough"),
                "sub": self.tr("Subscript"),
                "sup": self.tr("Superscript"),
            }
            self._change_selection(labels[mark], lambda span: set_mark(span, mark, on=on))
            return
        block = self.current_block()
        span = set_mark(self._typing_span(), mark, on=on)
        form = self.look.format(role_of(block), bits_of(span), span.link, span.lang)
        self.setCurrentCharFormat(form)

    def set_link(self, target: str) -> None:
        """Link the selection, or the link at the cursor; where is neither, write the target."""
        target = safe_link(target)
        if not target:
            return
        label = self.tr("Link")
        if self.textCursor().hasSelection():
            self._change_selection(label, lambda span: replace(span, link=target))
        elif extent := self._link_extent():
            self._change_range(label, *extent[:2], lambda span: replace(span, link=target))
        else:
            self.insert_spans(label, (Span(target, link=target),))

    def remove_link(self) -> None:
        """Take the links out of the selection, or the one at the cursor."""
        label = self.tr("Remove link")
        if self.textCursor().hasSelection():
            self._change_selection(label, lambda span: replace(span, link=""))
        elif extent := self._link_extent():
            self._change_range(label, *extent[:2], lambda span: replace(span, link=""))

    def _link_extent(self) -> tuple[Point, Point, str] | None:
        block = self.current_block()
        at = self.selected_points()[0]
        offset = 0
        start, link = 0, ""
        for span in (*text_of(block), Span("")) if block else ():
            if span.link != link:
                if link and start <= at.offset <= offset:
                    return Point(at.block, start), Point(at.block, offset), link
                start, link = offset, span.link
            offset += len(span.text)
        return None

    def _change_selection(self, label: str, how: Callable[[Span], Span]) -> None:
        self._change_range(label, *self.selection(), how)

    def _change_range(
        self, label: str, start: Point, end: Point, how: Callable[[Span], Span]
    ) -> None:
        body = list(self.material())
        for index in range(start.block, end.block + 1):
            text = text_of(body[index])
            first = start.offset if index == start.block else 0
            last = end.offset if index == end.block else spans.length(text)
            changed = spans.change(text, first, last, how)
            if changed != text:
                body[index] = with_text(body[index], changed)
        self.restyle(label, tuple(body))

    def set_speaker(self, person_id: str) -> None:
        """Let a person say the quotations of the selection."""
        start, end = self.selection()
        body = kinds.set_speaker(self.material(), start.block, end.block, person_id)
        self.restyle(self.tr("Speaker"), body)

    def indent(self) -> None:
        """Move the list items of the selection in by a level."""
        start, end = self.selection()
        self.restyle(self.tr("Indent"), kinds.set_level(self.material(), start.block, end.block, 1))

    def outdent(self) -> None:
        """Move the list items of the selection out by a level."""
        start, end = self.selection()
        body = kinds.set_level(self.material(), start.block, end.block, -1)
        self.restyle(self.tr("Outdent"), body)

    def move_block(self, up: bool) -> None:
        """Move the blocks of the selection past the one above or below."""
        start, end = self.selection()
        body = kinds.move(self.material(), start.block, end.block, up=up)
        chosen = self._chosen
        self.restyle(self.tr("Move"), body)
        if chosen:
            self.choose(self.index())
        self.ensureCursorVisible()

    # --- inserting ---

    def insert_text(self, text: str) -> None:
        """Write a text at the cursor, in the place of what is selected."""
        self.insert_spans(self.tr("Typing"), (replace(self._typing_span(), text=text, link=""),))

    def insert_spans(self, label: str, inserted: tuple[Span, ...]) -> None:
        """Write spans at the cursor, in the place of what is selected."""
        block = Passage((writable(Paragraph(new_id(), inserted)),), is_inline=True)
        self.insert_passage(label, block)

    def insert_passage(self, label: str, passage: Passage) -> None:
        """Put a passage at the cursor, in the place of what is selected, as one step."""
        if not passage.blocks:
            return
        body, at = self.without_selection()
        self.rewrite(label, insert_passage(body, at, passage))

    def insert_blocks(self, blocks: Sequence[Block], inline: bool) -> None:
        """Insert blocks at the cursor; ``inline`` lets them flow into the text there."""
        passage = Passage(tuple(map(writable, blocks)), is_inline=inline)
        self.insert_passage(self.tr("Paste"), passage)

    def without_selection(self) -> tuple[tuple[Block, ...], Point]:
        """Give the body without what is selected, and where that stood."""
        start, end = self.selection()
        body = self.material()
        if start == end:
            return body, start
        changed = delete(body, start, end)
        return changed.body, changed.at

    def insert_figures(self, figures: Sequence[Figure], after: str | None = None) -> None:
        """Insert figures behind a block ("" = at the start, None = where the cursor is)."""
        if not figures:
            return
        body = self.material() if self._body else ()
        names = [block.id for block in body]
        at = self.index() if body else -1
        if after is not None:
            at = names.index(after) if after in names else (-1 if not after else len(body) - 1)
        new = with_new_ids(map(writable, figures), names)
        whole = (*body[: at + 1], *new, *body[at + 1 :])
        label = self.tr("Insert photo") if len(new) == 1 else self.tr("Insert photos")
        self.rewrite(label, Change(whole, end_of(whole, at + len(new))))

    def insert_table(self, rows: int, columns: int) -> None:
        """Insert an empty table behind the block of the cursor."""
        table = empty_table(new_id(), rows, columns)
        body = self.material()
        at = self.index()
        is_empty = kinds.kind_of(body[at]) == "paragraph" and not text_of(body[at])
        behind = body[at + 1 :] or (Paragraph(new_id()),)
        whole = (*body[: at if is_empty else at + 1], table, *behind)
        place = at if is_empty else at + 1
        self.rewrite(self.tr("Insert table"), Change(whole, Point(place, 0)))

    def open_table(self, index: int) -> None:
        """Edit a table in its grid."""

    def leave(self, *, back: bool = False) -> None:
        """Give the focus on: Tab is a key of the text."""
        QWidget.focusNextPrevChild(self, not back)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep Tab for the text, and let it pass that comes from a field parked on the page."""
        field = self.window().focusWidget()
        is_parked = field is not None and self.viewport().isAncestorOf(field)
        return is_parked and QWidget.focusNextPrevChild(self, next)
