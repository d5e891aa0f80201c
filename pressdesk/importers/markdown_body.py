"""The body of a Markdown source as blocks: no word of it is lost, and what changes is told."""

import re
from collections.abc import Callable, Iterable
from typing import Literal

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct

from pressdesk.importers.assigned_ids import BLOCK, AssignedIds
from pressdesk.importers.findings import Findings
from pressdesk.importers.markdown_spans import Inline, Picture, SpanReader
from pressdesk.importers.markdown_tables import TableReader
from pressdesk.importers.markdown_tree import MarkdownTree, token_of
from pressdesk.model.body import (
    Block,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Spans,
    clean_spans,
    plain,
)
from pressdesk.model.endmark import is_end_mark
from pressdesk.model.people import Person

FindPerson = Callable[[str], Person | None]
"""Finds the person of the release a name means."""

_LISTS = ("bullet_list", "ordered_list")
_ATTRIBUTION = re.compile(r"(?:[—–―]+|-{2,3})[ \t]*(?P<name>\S.*)")
_PICTURE = re.compile(r"""(?<!\\)!\[[^\[\]\n]*\]\(([^()<>"'\n]*)\)""")
_DEEPEST = 8


class Body(Struct, frozen=True):
    """What the body holds."""

    headline: Spans
    """Of a first heading of level 1, where one was asked for."""
    blocks: tuple[Block, ...]
    """In a figure, the path of the picture stands for the photo's id."""
    pictures: tuple[Picture, ...]
    """Those of the figures, in order."""


class BodyReader:
    """Reads the blocks of one body, in order."""

    def __init__(
        self, tree: MarkdownTree, find_person: FindPerson, ids: AssignedIds, findings: Findings
    ) -> None:
        self._tree = tree
        self._find_person = find_person
        self._ids = ids
        self._findings = findings
        self._spans = SpanReader(findings)
        self._blocks: list[Block] = []
        self._pictures: list[Picture] = []
        self._open_kinds: dict[int, bool] = {}
        """By level of the open list: whether its last item is numbered."""
        self._held: list[Picture | SyntaxTreeNode] = []
        """Pictures and tables that have no place where they stand: they follow the block."""

    def read(self, *, wants_headline: bool) -> Body:
        nodes = self._tree.nodes
        headline: Spans = ()
        if wants_headline and nodes and nodes[0].tag == "h1":
            headline = self._inline(nodes[0].children[0], one_line=True).spans
            nodes = nodes[1:]
            self._place_held()
        for node in nodes:
            self._block(node)
            self._place_held()
        for line, text in self._tree.unused_definitions():
            message = "To Markdown this is the address of a link, and nothing uses it."
            fix = "Put a backslash before its first bracket if it is text."
            self._findings.add("PD-IMP-047", "warning", message, fix=fix, line=line, text=text)
        return Body(headline, tuple(self._blocks), tuple(self._pictures))

    def _block(self, node: SyntaxTreeNode) -> None:
        match node.type:
            case "paragraph":
                self._paragraph(node)
            case "heading":
                self._heading(node)
            case "bullet_list" | "ordered_list":
                if not (self._blocks and isinstance(self._blocks[-1], ListItem)):
                    self._open_kinds.clear()
                self._list(node, 0)
            case "blockquote":
                self._quotation(node)
            case "table":
                self._table(node)
            case "hr":
                self._tell("hint", "A rule between paragraphs was left out.", node)
            case _:
                self._code(node)

    def _paragraph(self, node: SyntaxTreeNode) -> None:
        inline = self._inline(node.children[0], holds_pictures=False)
        if inline.spans:
            self._blocks.append(Paragraph(id=self._next_id(), spans=inline.spans))
            self._hold(inline.pictures)
        else:
            for picture in inline.pictures:
                self._figure(picture)

    def _figure(self, picture: Picture) -> None:
        self._pictures.append(picture)
        figure = Figure(id=self._next_id(), photo=picture.path, caption=picture.caption)
        self._blocks.append(figure)

    def _heading(self, node: SyntaxTreeNode) -> None:
        if is_end_mark(self._tree.source(node)):
            message = "An end mark stands before the end; what follows it was kept."
            self._findings.add("PD-IMP-050", "hint", message, line=self._tree.line(node))
            return
        spans = self._inline(node.children[0], one_line=True).spans
        if not spans:
            return
        asked = int(node.tag[1:])
        level = min(max(asked, 2), 4)
        if level != asked:
            self._findings.add(
                "PD-IMP-044",
                "hint",
                f"A heading of level {asked} became one of level {level}.",
                fix="Level 1 is the headline's; a release has levels 2 to 4.",
                line=self._tree.line(node),
                text=plain(spans),
            )
        self._blocks.append(Heading(id=self._next_id(), spans=spans, level=level))

    def _code(self, node: SyntaxTreeNode) -> None:
        self._tell("hint", "A release has no code; the words became a paragraph.", node)
        spans = _code_text(node)
        if spans:
            self._blocks.append(Paragraph(id=self._next_id(), spans=spans))

    def _list(self, node: SyntaxTreeNode, level: int) -> None:
        numbered = node.type == "ordered_list"
        begins = self._open_kinds.get(level) == numbered
        start = node.attrs.get("start", 1)
        if start != 1:
            self._tell("warning", f"A list began with {start}; it now begins with 1.", node)
        if level == _DEEPEST + 1:
            self._tell("hint", "A list is nested deeper than nine levels; it was raised.", node)
        for item in node.children:
            spans = self._item_text(item)
            if spans:
                self._blocks.append(
                    ListItem(
                        id=self._next_id(),
                        spans=spans,
                        numbered=numbered,
                        level=min(level, _DEEPEST),
                        begins=begins,
                    )
                )
                begins = False
                for closed in range(level, max(self._open_kinds, default=0) + 1):
                    self._open_kinds.pop(closed, None)
                self._open_kinds[level] = numbered
            for child in item.children:
                if child.type in _LISTS:
                    self._list(child, level + 1)

    def _item_text(self, item: SyntaxTreeNode) -> Spans:
        """Read what an item says before, between and behind the lists in it."""
        kinds = [child.type in _LISTS for child in item.children]
        others = {child.type for child in item.children} - {"paragraph", *_LISTS}
        if others or kinds != sorted(kinds):
            message = "A list item holds text, and lists below it; what stood in it was made so."
            self._tell("hint", message, item)
        parts: list[Span] = []
        for child in item.children:
            for spans in self._texts(child) if child.type not in _LISTS else ():
                parts += (Span("\n"), *spans)
        return clean_spans(parts)

    def _texts(self, node: SyntaxTreeNode) -> list[Spans]:
        """Read the runs of text of whatever stands inside a list item or a quotation."""
        match node.type:
            case "paragraph" | "heading":
                is_heading = node.type == "heading"
                spans = self._inline(node.children[0], one_line=is_heading).spans
            case "table":
                self._held.append(node)
                spans = ()
            case "fence":
                spans = _code_text(node)
            case _:
                return [spans for child in node.children for spans in self._texts(child)]
        return [spans] if spans else []

    def _quotation(self, node: SyntaxTreeNode) -> None:
        speaker, attribution = self._take_attribution(node)
        if any(child.type != "paragraph" for child in node.children):
            message = "A quotation holds paragraphs; what else stood in it was made so."
            self._tell("hint", message, node)
        texts = [spans for child in node.children for spans in self._texts(child)]
        if attribution and not texts:  # only a picture or a table is quoted
            texts = [attribution]
            speaker = ""
        for spans in texts:
            self._blocks.append(Quote(id=self._next_id(), spans=spans, speaker=speaker))

    def _take_attribution(self, node: SyntaxTreeNode) -> tuple[str, Spans]:
        """Take the line ``— Name`` off the end of a quotation.

        Gives the id of the person and the line; ``"", ()`` where there is none
        or nobody is known by that name.
        """
        last = node.children[-1] if node.children else None
        if last is None or last.type != "paragraph":
            return "", ()
        token = token_of(last.children[0])
        before, _, line = token.content.rpartition("\n")
        match = _ATTRIBUTION.fullmatch(line.strip())
        if match is None or not (before or len(node.children) > 1):
            return "", ()
        start = self._tree.line(last)
        unsaid = SpanReader(Findings(self._findings.file))  # a line that stays is read again
        written = unsaid.read(self._tree.inline(match["name"]), start)
        name = plain(written.spans)
        person = self._find_person(name)
        before = _without_break(before)
        if person is None:
            message = f"“{name}” is none of the people of the release; the line stays text."
            fix = "Add the person to the speakers, or write the name as it is there."
            end = start + token.content.count("\n")
            self._findings.add("PD-IMP-043", "warning", message, fix=fix, line=end, text=name)
            token.children = self._tree.inline(f"{before}\\\n{line}" if before else line)
            return "", ()
        self._hold(written.pictures)
        token.children = self._tree.inline(before)
        return person.id, unsaid.read(self._tree.inline(line), start).spans

    def _table(self, node: SyntaxTreeNode) -> None:
        table = TableReader(self._tree, self._findings, self._hold).read(node, self._next_id)
        if table is not None:
            self._blocks.append(table)

    def _inline(
        self, node: SyntaxTreeNode, *, one_line: bool = False, holds_pictures: bool = True
    ) -> Inline:
        token = token_of(node)
        for path in _PICTURE.findall(token.content):
            if " " in path.strip():
                self._findings.add(
                    "PD-IMP-047",
                    "warning",
                    "To Markdown this is no picture, as its name holds a space; it stays text.",
                    fix="Put the name between < and >.",
                    line=self._tree.line(node),
                    text=path,
                )
        inline = self._spans.read(token.children or (), self._tree.line(node), one_line=one_line)
        if holds_pictures:
            self._hold(inline.pictures)
        return inline

    def _hold(self, pictures: Iterable[Picture]) -> None:
        for picture in pictures:
            self._findings.add(
                "PD-IMP-045",
                "warning",
                "A picture within text was put behind it.",
                fix="Let a picture stand alone in its paragraph.",
                line=picture.line,
                text=picture.path,
            )
        self._held += pictures

    def _place_held(self) -> None:
        while self._held:
            held = self._held.pop(0)
            if isinstance(held, Picture):
                self._figure(held)
            else:
                self._table(held)

    def _next_id(self) -> str:
        return self._ids.next(BLOCK)

    def _tell(
        self, severity: Literal["warning", "hint"], message: str, node: SyntaxTreeNode
    ) -> None:
        """Note that something was not kept as it is written."""
        self._findings.add("PD-IMP-047", severity, message, line=self._tree.line(node))


def _code_text(node: SyntaxTreeNode) -> Spans:
    """Give the words of a code block, those behind its opening fence first."""
    return clean_spans((Span(f"{node.info}\n{node.content}"),))


def _without_break(text: str) -> str:
    """Take a hard line break off the end of Markdown text."""
    text = text.rstrip(" ")
    backslashes = len(text) - len(text.rstrip("\\"))
    return text[:-1] if backslashes % 2 else text
