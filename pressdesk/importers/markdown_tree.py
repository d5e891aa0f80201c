"""A Markdown body as a tree whose nodes know their lines in the file."""

from collections.abc import Iterator
from typing import Any

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from pressdesk.importers.markdown_syntax import LIMIT_NESTING, Parser
from pressdesk.model.endmark import is_end_mark
from pressdesk.model.problem import PressDeskError


class MarkdownTree:
    """The parsed body, without the end mark it may close with.

    Raises PressDeskError PD-IMP-007 where it is nested too deep: the parser
    passes over what lies deeper, and text would be lost.
    """

    def __init__(self, source: str, first_line: int, file: str) -> None:
        self._lines = _without_end_mark(source).split("\n")
        self._first_line = first_line
        self._parser = Parser()
        self._environment: dict[str, Any] = {}
        try:
            self._tokens = self._parser.parse("\n".join(self._lines), self._environment)
            if any(token.level >= LIMIT_NESTING - 1 for token in self._tokens):
                raise RecursionError
            self.nodes = SyntaxTreeNode(self._tokens).children
        except RecursionError as error:
            raise PressDeskError(
                "PD-IMP-007",
                f"“{file}” was not imported.",
                f"Its lists, quotes or brackets are nested deeper than {LIMIT_NESTING} levels.",
                safe="Nothing was changed.",
                do="Make it flatter.",
            ) from error

    def line(self, node: SyntaxTreeNode) -> int:
        """Give the line of the file at which a block begins, counted from 1."""
        return self._first_line + (node.map[0] if node.map else 0)

    def source(self, node: SyntaxTreeNode) -> str:
        """Give a block as it is written."""
        start, end = node.map or (0, 0)
        return "\n".join(self._lines[start:end]).strip()

    def inline(self, text: str) -> list[Token]:
        """Parse a run of text that is not where the source has it."""
        return self._parser.parseInline(text, self._environment)[0].children or []

    def unused_definitions(self) -> Iterator[tuple[int, str]]:
        """Go through lines such as ``[Note]: later``: to Markdown addresses of links, and gone.

        Gives line and text of each that no link or picture uses.
        """
        found = [token for block in self._tokens for token in block.children or ()]
        used = {token.attrs.get("href", token.attrs.get("src")) for token in found}
        definitions: list[dict[str, Any]] = [
            *self._environment.get("references", {}).values(),
            *self._environment.get("duplicate_refs", []),
        ]
        for definition in definitions:
            if definition["href"] not in used:
                start, end = definition["map"]
                yield self._first_line + start, "\n".join(self._lines[start:end]).strip()


def token_of(node: SyntaxTreeNode) -> Token:
    """Give the token of a node that is a single one, as all inline nodes are."""
    if node.token is None:
        raise ValueError(node.type)
    return node.token


def _without_end_mark(source: str) -> str:
    text = source.rstrip()
    before, _, line = text.rpartition("\n")
    return before if is_end_mark(line) else source
