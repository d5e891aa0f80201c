"""The rows in which two releases stand side by side: what each shows, line by line."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication

from pressdesk.model.body import Block, Figure, Heading, ListItem, Quote, Span, Spans, Table, plain
from pressdesk.model.people import Contact, Person
from pressdesk.model.photo import Photo
from pressdesk.model.release import Boilerplate, Release
from pressdesk.review.differences import Comparison, Entry, Fact, Piece, TextChange
from pressdesk.review.items import compare_list
from pressdesk.ui.dialogs.compare_words import (
    Side,
    told_block,
    told_fact,
    told_kind,
    told_marks,
    told_moved,
    told_names,
    told_photo_size,
    told_section,
    told_unchanged,
)
from pressdesk.ui.dialogs.field_words import told_part

Tint = Literal["same", "removed", "added", "marked"]
Look = Literal["text", "heading", "quote", "bullet", "numbered", "label", "field"]

_CONTEXT = 1
"""Unchanged blocks that stay in sight before and after a change."""
_SECTIONS = {
    **dict.fromkeys(("category", "headline", "deck", "place", "date", "embargo"), "head"),
    **{name: name for name in ("body", "boilerplates", "contacts", "note", "attached", "photos")},
    **dict.fromkeys(("people", "speakers"), "people"),
}
_IN_NAME = ("kind", "level", "numbered", "speaker")
"""Facts of a block that its name tells."""
_NAMES = ("contacts.name", "boilerplates.heading", "photos.name")
_PICTURE_FACTS = ("width", "height", "suffix")
"""Facts of a photo that are told with its bytes."""


Runs = tuple[tuple[Span, Tint], ...]
"""Text as it is painted: spans, and what became of each."""


class Words(NamedTuple):
    """A text."""

    runs: Runs
    look: Look = "text"


class Picture(NamedTuple):
    """A small picture of a photo of one side."""

    photo: Photo
    is_after: bool
    tint: Tint = "same"


class Grid(NamedTuple):
    """The cells of a table; ``None`` where this side has none."""

    cells: tuple[tuple[Words | None, ...], ...]


Element = Words | Picture | Grid


class Line(NamedTuple):
    """What stands beside each other, and what stands for both where there is one column only."""

    before: tuple[Element, ...] = ()
    after: tuple[Element, ...] = ()
    merged: tuple[Element, ...] = ()


class Row(NamedTuple):
    """One thing on both sides, the title of a section, or a fold."""

    kind: Literal["section", "fold", "same", "changed", "added", "removed", "moved"]
    spoken: str
    """All of it for a screen reader; the words of a section and a fold."""
    lines: tuple[Line, ...] = ()
    folded: tuple["Row", ...] = ()
    """The rows that a fold hides."""
    is_stop: bool = False
    """True: one of the changes. A moved block is one, where it stands now."""


class Sides(NamedTuple):
    """What all rows are made from."""

    before: Side
    after: Side
    from_above: frozenset[str]
    """Ids of the moved blocks that stood further up before."""

    def side(self, *, is_after: bool) -> Side:
        """Give one of the two."""
        return self.after if is_after else self.before


def _from_above(comparison: Comparison) -> frozenset[str]:
    left: set[str] = set()
    found: set[str] = set()
    for entry in comparison.entries:
        block = getattr(entry.after, "id", "")
        if entry.is_twin:
            left.add(block)
        elif entry.is_moved and block in left:
            found.add(block)
    return frozenset(found)


def make_rows(
    comparison: Comparison, before: Side, after: Side, *, with_unchanged: bool = False
) -> list[Row]:
    """Make the rows of a comparison; what is the same is folded away, or shown too."""
    sides = Sides(before, after, _from_above(comparison))
    rows: list[Row] = []
    quiet: list[tuple[str, list[Entry]]] = []
    for section, group in groupby(comparison.entries, lambda entry: section_of(entry.part)):
        entries = list(group)
        if with_unchanged:
            rows += _whole_section(section, entries, sides)
            continue
        if all(entry.kind == "same" for entry in entries):
            quiet.append((section, entries))
            continue
        if quiet:
            rows.append(_quiet_sections(quiet, sides))
            quiet = []
        rows.append(Row("section", told_section(section)))
        fold = _folded_blocks if section == "body" else _folded_fields
        rows += fold(entries, sides)
    if quiet:
        rows.append(_quiet_sections(quiet, sides))
    return rows


def section_of(part: str) -> str:
    """Give the section in which a part of the release is shown."""
    return _SECTIONS.get(part, "details")


def _whole_section(section: str, entries: Sequence[Entry], sides: Sides) -> Iterator[Row]:
    yield Row("section", told_section(section))
    yield from (_row(entry, sides) for entry in entries)


def _quiet_sections(sections: Sequence[tuple[str, list[Entry]]], sides: Sides) -> Row:
    """Fold sections in which nothing differs."""
    inside: list[Row] = []
    for section, entries in sections:
        inside += _whole_section(section, entries, sides)
    names = QCoreApplication.translate("CompareWords", ", ").join(
        told_section(section) for section, _ in sections
    )
    form = QCoreApplication.translate("CompareRows", "Unchanged: {names}")
    return Row("fold", form.replace("{names}", names), folded=tuple(inside))


def _folded_fields(entries: Sequence[Entry], sides: Sides) -> Iterator[Row]:
    """Show what differs, and one fold below it for the rest."""
    yield from (_row(entry, sides) for entry in entries if entry.kind != "same")
    same = [entry for entry in entries if entry.kind == "same"]
    if same:
        yield _fold(same, sides)


def _folded_blocks(entries: Sequence[Entry], sides: Sides) -> Iterator[Row]:
    """Show what differs with the blocks around it, and fold the stretches between."""
    at = 0
    for is_same, group in groupby(entries, lambda entry: entry.kind == "same"):
        run = list(group)
        head = _CONTEXT if is_same and at else 0
        at += len(run)
        tail = _CONTEXT if is_same and at < len(entries) else 0
        hidden = run[head : len(run) - tail] if is_same else []
        if len(hidden) <= 1:
            yield from (_row(entry, sides) for entry in run)
            continue
        yield from (_row(entry, sides) for entry in run[:head])
        yield _fold(hidden, sides)
        yield from (_row(entry, sides) for entry in run[len(run) - tail :])


def _fold(entries: Sequence[Entry], sides: Sides) -> Row:
    rows = tuple(_row(entry, sides) for entry in entries)
    return Row("fold", told_unchanged(entries), folded=rows)


def _row(entry: Entry, sides: Sides) -> Row:
    lines = tuple(_Lines(entry, sides).all())
    is_stop = entry.kind != "same" and not entry.is_twin
    return Row(entry.kind, _spoken(entry, lines), lines, is_stop=is_stop)


class _Lines:
    """Makes the lines of one entry."""

    def __init__(self, entry: Entry, sides: Sides) -> None:
        self._entry = entry
        self._sides = sides
        self._on_left = entry.shows != "after"
        self._on_right = entry.shows != "before"

    def all(self) -> Iterator[Line]:
        entry = self._entry
        thing = entry.after or entry.before
        yield from self._heads()
        if isinstance(thing, Photo):
            yield from self._photos()
        elif isinstance(thing, Figure):
            yield from self._figures()
        for name, pieces in self._texts():
            if name:
                yield self._label(told_part(name))
            yield self._line(pieces, self._look())
        if isinstance(thing, Table):
            yield self._grid()
        told: set[str] = set()
        for fact in entry.facts:
            if fact.name not in _IN_NAME and not (
                isinstance(thing, Photo) and fact.name in (*_PICTURE_FACTS, "media")
            ):
                yield from self._fact(fact, told)
        yield from self._marks()

    def _line(self, pieces: Sequence[Piece], look: Look) -> Line:
        left, right, both = (_runs(pieces, side) for side in ("before", "after", "both"))
        if [piece.kind for piece in pieces] == ["removed", "added"]:
            both = (*left, _run(Span(" → "), "same"), *right)
        if self._entry.is_moved:  # it is shown twice: each place shows its own side
            both = left if self._entry.shows == "before" else right
        return self._only((Words(left, look),), (Words(right, look),), (Words(both, look),))

    def _only(
        self,
        left: tuple[Element, ...],
        right: tuple[Element, ...],
        both: tuple[Element, ...],
    ) -> Line:
        return Line(left if self._on_left else (), right if self._on_right else (), both)

    def _label(self, text: str, look: Look = "field") -> Line:
        words = (Words(((Span(text), "same"),), look),)
        return self._only(words, words, words)

    def _heads(self) -> Iterator[Line]:
        """Say what it is, and what became of it."""
        entry = self._entry
        is_from_above = getattr(entry.after, "id", "") in self._sides.from_above
        became = (
            told_kind(entry, is_from_above=is_from_above)
            if entry.kind != "changed" or entry.is_moved
            else ""
        )
        names = [self._name(is_after=False), self._name(is_after=True)]
        old, new = names
        if old and new and old != new:
            pieces = _exchanged(old, new)
            if became:
                pieces.insert(0, _same(f"{became} · "))
            yield self._line(pieces, "label")
            return
        told = " · ".join(part for part in (became, new or old) if part)
        if told:
            yield self._label(told, "label")

    def _name(self, *, is_after: bool) -> str:
        entry = self._entry
        thing = entry.after if is_after else entry.before
        release = self._sides.side(is_after=is_after).release
        match thing:
            case None:
                if entry.before or entry.after or entry.part == section_of(entry.part):
                    return ""
                return told_part(entry.part)
            case Heading() if any(fact.name == "level" for fact in entry.facts):
                return f"{told_block(thing, release)} {thing.level - 1}"
            case ListItem() if any(fact.name == "level" for fact in entry.facts):
                return f"{told_block(thing, release)} {thing.level + 1}"
            case _ if entry.part in ("body", "attached"):
                return _block_name(thing, release, entry)
            case Person():
                return thing.name or thing.native
            case Contact():
                return thing.name or thing.organization
            case Boilerplate():
                return thing.heading
            case Photo():
                return thing.name
            case _:
                return ""

    def _texts(self) -> Iterator[tuple[str, Sequence[Piece]]]:
        """Give the texts to show: of a thing with many fields those that differ."""
        entry = self._entry
        if entry.grid:
            return
        if entry.before is None and entry.after is None:
            if entry.texts:
                yield "", list(_joined(entry.texts))
            return
        is_block = entry.part in ("body", "attached")
        for field, group in groupby(entry.texts, lambda text: text.where.field):
            texts = list(group)
            if is_block:
                yield "", texts[0].pieces
            elif field in _NAMES and entry.kind != "changed":
                continue  # it stands above
            elif entry.kind != "changed" or any(text.kind != "same" for text in texts):
                yield field, list(_joined(texts))

    def _look(self) -> Look:
        thing = self._entry.after or self._entry.before
        match thing:
            case Heading():
                return "heading"
            case Quote():
                return "quote"
            case ListItem():
                return "numbered" if thing.numbered else "bullet"
            case _:
                return "heading" if self._entry.part == "headline" else "text"

    def _photos(self) -> Iterator[Line]:
        entry = self._entry
        names = {fact.name for fact in entry.facts}
        is_other = not names.isdisjoint(("media", *_PICTURE_FACTS))
        old = entry.before if isinstance(entry.before, Photo) else None
        new = entry.after if isinstance(entry.after, Photo) else None
        is_seen = is_other or "crop" in names or old is None or new is None
        yield self._pictures(old, new, is_other=is_seen)
        if is_other:
            sizes = [told_photo_size(entry, before=side) for side in (True, False)]
            pieces = _exchanged(*sizes)
            yield self._label(told_part("photos.media"))
            yield self._line([_same(sizes[0])] if sizes[0] == sizes[1] else pieces, "text")

    def _figures(self) -> Iterator[Line]:
        photos = [
            _photo_of(block, side.release)
            for block, side in zip(
                (self._entry.before, self._entry.after), self._sides[:2], strict=True
            )
        ]
        is_other = any(fact.name == "photo" for fact in self._entry.facts)
        is_other = is_other or self._entry.kind in ("added", "removed")
        yield self._pictures(photos[0], photos[1], is_other=is_other)

    def _pictures(self, old: Photo | None, new: Photo | None, *, is_other: bool) -> Line:
        gone: Tint = "removed" if is_other else "same"
        come: Tint = "added" if is_other else "same"
        left = (Picture(old, False, gone),) if old else ()
        right = (Picture(new, True, come),) if new else ()
        both = left + right if is_other else right or left
        return self._only(left, right, both)

    def _grid(self) -> Line:
        entry = self._entry
        sides = [
            Grid(tuple(tuple(_cell(cell, side) for cell in row) for row in entry.grid))
            for side in ("before", "after", "both")
        ]
        left, right, both = ((side,) for side in sides)
        return self._only(left, right, both)

    def _fact(self, fact: Fact, told: set[str]) -> Iterator[Line]:
        entry = self._entry
        name, old = told_fact(entry.part, fact, self._sides.before, before=True)
        _, new = told_fact(entry.part, fact, self._sides.after, before=False)
        if entry.before is not None and name not in told:
            yield self._label(name)
        told.add(name)
        pieces = _exchanged(old, new)
        if fact.name == "marks" and old == new:
            pieces = [_same(told_moved(new))]
        elif fact.before and fact.after and isinstance(fact.before, tuple):
            names = told_names(fact, self._sides.before, self._sides.after)
            pieces = list(_joined(compare_list(fact.name, *names)))
        yield self._line(pieces, "text")

    def _marks(self) -> Iterator[Line]:
        """Say in words which marks have changed; on the side after only."""
        if not self._on_right:
            return
        for text in self._entry.texts:
            for piece in text.pieces:
                if piece.kind == "marked":
                    words = (Words(((Span(told_marks(piece)), "same"),), "field"),)
                    yield Line((), words, words)


def _block_name(block: object, release: Release, entry: Entry) -> str:
    """Name a kind of block; a paragraph only where it was another kind."""
    if not isinstance(block, Block):
        return ""
    told = told_block(block, release)
    is_plain = not isinstance(block, Heading | ListItem | Quote | Table)
    return "" if is_plain and not any(fact.name == "kind" for fact in entry.facts) else told


def _photo_of(block: object, release: Release) -> Photo | None:
    if not isinstance(block, Figure):
        return None
    return next((photo for photo in release.photos if photo.id == block.photo), None)


def _same(text: str) -> Piece:
    spans = (Span(text),)
    return Piece("same", spans, spans)


def _joined(texts: Sequence[TextChange]) -> Iterator[Piece]:
    """Give the pieces of a field; several texts of one field have commas between."""
    comma = (Span(", "),)
    is_first = {"before": True, "after": True}
    for text in texts:
        sides = {
            "before": comma if text.kind != "added" and not is_first["before"] else (),
            "after": comma if text.kind != "removed" and not is_first["after"] else (),
        }
        is_first["before"] &= text.kind == "added"
        is_first["after"] &= text.kind == "removed"
        if any(sides.values()):
            yield Piece(_comma_kind(sides), **sides)
        yield from text.pieces


def _comma_kind(sides: Mapping[str, Spans]) -> Tint:
    if all(sides.values()):
        return "same"
    return "removed" if sides["before"] else "added"


def _cell(cell: TextChange | None, side: str) -> Words | None:
    if cell is None or (side, cell.kind) in (("before", "added"), ("after", "removed")):
        return None
    return Words(_runs(cell.pieces, side))


def _runs(pieces: Sequence[Piece], side: str) -> Runs:
    """Give the text of a side, or of both in one."""
    return tuple(
        _run(span, piece.kind)
        for piece in pieces
        for span in (
            piece.before
            if side == "before" or (side == "both" and piece.kind == "removed")
            else piece.after
        )
    )


def _run(span: Span, tint: Tint) -> tuple[Span, Tint]:
    return span, tint


def _exchanged(old: str, new: str) -> list[Piece]:
    """Tell that one value is there in place of another."""
    return [Piece("removed", (Span(old),)), Piece("added", (), (Span(new),))]


def _spoken(entry: Entry, lines: Sequence[Line]) -> str:
    """Say a row in words, each stretch with what became of it."""
    translate = QCoreApplication.translate
    forms = {
        "removed": translate("CompareRows", "[removed: {words}]"),
        "added": translate("CompareRows", "[added: {words}]"),
        "marked": translate("CompareRows", "[other marks: {words}]"),
    }
    told: list[str] = [told_kind(entry)] if entry.kind == "changed" and not entry.is_moved else []
    for line in lines:
        for element in line.merged:
            match element:
                case Words(runs):
                    told.append(_said(runs, forms))
                case Picture(photo, _, tint):
                    name = photo.alt or photo.name
                    told.append(forms.get(tint, "{words}").replace("{words}", name))
                case Grid(cells):
                    told += ["; ".join(_said(c.runs, forms) for c in row if c) for row in cells]
    return ". ".join(part for part in told if part)


def _said(runs: Sequence[tuple[Span, Tint]], forms: dict[str, str]) -> str:
    return "".join(
        forms.get(tint, "{words}").replace("{words}", plain(span for span, _ in group))
        for tint, group in ((tint, list(group)) for tint, group in groupby(runs, lambda r: r[1]))
    )
