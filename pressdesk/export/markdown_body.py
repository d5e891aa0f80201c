"""The body of a release as Markdown blocks."""

import re
from collections.abc import Callable, Iterable, Sequence

from pressdesk.export.markdown_spans import entity, write_spans
from pressdesk.model.body import (
    Block,
    Body,
    Cell,
    Figure,
    Heading,
    ListItem,
    Quote,
    Table,
    block_texts,
    body_runs,
)
from pressdesk.model.endmark import is_end_mark

_RULES = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}


def without_empty_blocks(body: Body) -> Body:
    """Leave out what Markdown cannot hold: blocks without text, tables without cells."""
    return tuple(
        block
        for block in body
        if isinstance(block, Figure)
        or (block.align if isinstance(block, Table) and block.rows else any(block_texts(block)))
    )


def write_body(
    body: Body, name_of: Callable[[str], str], write_figure: Callable[[Figure], str]
) -> str:
    """Write cleaned blocks with a blank line between them.

    ``name_of`` gives the words an import takes for the person with an id.
    """
    parts: list[str] = []
    for blocks in body_runs(without_empty_blocks(body)):
        match blocks[0]:
            case ListItem():
                items = [block for block in blocks if isinstance(block, ListItem)]
                parts.append(_write_list(items))
            case Quote(speaker=speaker):
                said = [write_spans(block.spans) for block in blocks if isinstance(block, Quote)]
                parts.append(_write_quotation(said, name_of(speaker) if speaker else ""))
            case _:
                parts += (_write_block(block, write_figure) for block in blocks)
    if parts:
        before, newline, line = parts[-1].rpartition("\n")
        if is_end_mark(line):
            parts[-1] = before + newline + _disguised(line)
    return "\n\n".join(parts)


def _write_block(block: Block, write_figure: Callable[[Figure], str]) -> str:
    match block:
        case Heading():
            text = write_spans(block.spans, one_line=True)
            if text.endswith("#"):
                text = f"{text[:-1]}\\#"  # signs at the end would be taken for decoration
            return f"{'#' * block.level} {text}"
        case Table():
            return _write_table(block)
        case Figure():
            return write_figure(block)
        case _:
            return write_spans(block.spans)


def _disguised(line: str) -> str:
    """Write a line so that it is text to Markdown although it looks like an end mark."""
    return re.sub(r"[^\W_]", lambda match: entity(match[0]), line, count=1)


def _write_quotation(paragraphs: Sequence[str], name: str) -> str:
    lines = "\n\n".join(paragraphs).split("\n")
    if name:
        lines.append(f"— {name}")
    else:
        # Without a speaker, a dash before the last line would make its words a name.
        lines[-1] = re.sub(r"\A[—–―-]", lambda match: entity(match[0]), lines[-1])
    return "\n".join(f"> {line}".rstrip(" ") for line in lines)


class _OpenList:
    """A list that goes on at one level."""

    def __init__(self, *, numbered: bool, indent: int, is_second: bool = False) -> None:
        self.numbered = numbered
        self.indent = indent
        """Column at which its markers stand."""
        self.content = indent
        """Column at which the text of its last item stands."""
        self.is_second = is_second
        """True: it has the other marker, because a list of its kind stands right before it."""
        self.has_text = False
        self._number = 0

    def next_marker(self, *, has_text: bool) -> str:
        self._number += 1
        self.has_text |= has_text
        if self.numbered:
            marker = f"{self._number}{')' if self.is_second else '.'} "
        else:
            marker = "* " if self.is_second else "- "
        self.content = self.indent + len(marker)
        return marker


def _write_list(items: Iterable[ListItem]) -> str:
    """Write items by their levels; an item without text stands for a level that is skipped."""
    lists: list[_OpenList] = []
    lines: list[str] = []
    for item in items:
        del lists[item.level + 1 :]
        begin = min(len(lists), item.level)
        if len(lists) > item.level:
            last = lists[begin]
            restarts = item.begins and last.has_text and last.numbered == item.numbered
            if restarts or last.numbered != item.numbered:
                lists[begin] = _OpenList(
                    numbered=item.numbered,
                    indent=last.indent,
                    is_second=restarts and not last.is_second,
                )
                lines += [""] if begin == 0 else []
        markers = ""
        for level in range(begin, item.level + 1):
            is_own = level == item.level
            if level == len(lists):
                indent = lists[-1].content if lists else 0
                lists.append(_OpenList(numbered=is_own and item.numbered, indent=indent))
            markers += lists[level].next_marker(has_text=is_own)
        first, *others = write_spans(item.spans).split("\n")
        lines.append(" " * lists[begin].indent + markers + first)
        lines += (" " * lists[-1].content + line for line in others)
    return "\n".join(lines)


def _write_table(table: Table) -> str:
    rows = [[_write_cell(cell) for cell in row] for row in table.rows]
    if not table.header:
        rows.insert(0, [""] * len(table.align))
    elif not any(rows[0]):
        rows[0][0] = entity(" ")  # a first row without any sign says that there is no header
    rows.insert(1, [_RULES[align] for align in table.align])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _write_cell(cell: Cell) -> str:
    return write_spans(cell.spans, one_line=True).replace("|", "\\|")
