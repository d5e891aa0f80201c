"""Tables of a Markdown body: every cell, those too that Markdown drops."""

import re
from collections.abc import Callable, Iterable
from typing import Literal

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from pressdesk.importers.findings import Findings
from pressdesk.importers.markdown_spans import Picture, SpanReader
from pressdesk.importers.markdown_tree import MarkdownTree, token_of
from pressdesk.model.body import Cell, Span, Spans, Table, clean_spans

Alignment = Literal["", "left", "center", "right"]

_ALIGNMENTS: dict[str, Alignment] = {
    "": "",
    "text-align:left": "left",
    "text-align:center": "center",
    "text-align:right": "right",
}
_PIPE = re.compile(r"(?<!\\)\|")
_ROW_BEGINS = re.compile(r"(?:\s*(?:>|(?:[-+*]|\d{1,9}[.)])(?=\s)))*\s*\|?")
"""The marks of the quotations and lists a table stands in, and the row's first pipe."""


class TableReader:
    """Reads tables; ``hold`` is given the pictures in them."""

    def __init__(
        self, tree: MarkdownTree, findings: Findings, hold: Callable[[Iterable[Picture]], None]
    ) -> None:
        self._tree = tree
        self._findings = findings
        self._spans = SpanReader(findings)
        self._hold = hold

    def read(self, node: SyntaxTreeNode, next_id: Callable[[], str]) -> Table | None:
        """Read a table; None where it has no row that says anything."""
        rows = [row for part in node.children for row in part.children]
        has_header = any(token_of(cell.children[0]).content for cell in rows[0].children)
        made = tuple(self._row(row) for row in (rows if has_header else rows[1:]))
        align: list[Alignment] = [_alignment(cell) for cell in rows[0].children]
        if not made:
            return None
        return Table(id=next_id(), rows=made, align=tuple(align), header=has_header)

    def _row(self, row: SyntaxTreeNode) -> tuple[Cell, ...]:
        """Read a row; cells beyond the last column go into that column."""
        line = self._tree.line(row)
        cells = [
            self._cell(token_of(cell.children[0]).children or (), line) for cell in row.children
        ]
        written = _ROW_BEGINS.sub("", self._tree.source(row), count=1).removesuffix("|")
        surplus = [text for part in _PIPE.split(written)[len(cells) :] if (text := part.strip())]
        if surplus:
            message = "A row has more cells than the table has columns; they were joined."
            self._findings.add("PD-IMP-047", "warning", message, line=line)
        for text in surplus:
            spans = self._cell(self._tree.inline(text), line)
            cells[-1] = clean_spans((*cells[-1], Span(" "), *spans))
        return tuple(map(Cell, cells))

    def _cell(self, tokens: Iterable[Token], line: int) -> Spans:
        inline = self._spans.read(tokens, line, one_line=True)
        self._hold(inline.pictures)
        return inline.spans


def _alignment(cell: SyntaxTreeNode) -> Alignment:
    return _ALIGNMENTS[str(cell.attrs.get("style", ""))]
