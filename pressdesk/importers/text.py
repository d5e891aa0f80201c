"""Plain text as a release: headline, dateline, paragraphs; what is odd is told, nothing is lost."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from pressdesk.importers.assigned_ids import BLOCK, AssignedIds
from pressdesk.importers.dateline import embargo_in, find_dateline, is_embargo_line
from pressdesk.importers.findings import Findings
from pressdesk.importers.imported import Imported
from pressdesk.importers.passages import Passage, crumbs, read_passages
from pressdesk.importers.source import (
    guess_language,
    invisible_removed,
    language_guessed,
    read_text_file,
)
from pressdesk.model.assets import Assets
from pressdesk.model.body import Block, Paragraph, Span
from pressdesk.model.endmark import is_end_mark
from pressdesk.model.problem import Severity
from pressdesk.model.release import Release, cleaned

_IMMEDIATE = re.compile(
    r"\W*(?:for immediate (?:release|use|publication)|即时发布|即日发布)\W*", re.IGNORECASE
)
_LABEL = re.compile(
    r"\W*(?:(?:press|news|media) (?:release|statement)|新闻稿|新闻通稿)\W*", re.IGNORECASE
)
_LONGEST_HEADLINE = 200
_LONGEST_SECTION = 60
_LEADING = 3
"""Paragraphs among which a dateline is looked for: a deck may come before it."""


def read_text(path: Path, *, release_id: UUID, template: str = "", language: str = "") -> Imported:
    """Import a text file: its first line is the headline, the rest are paragraphs.

    A dateline that is certain becomes place and date, an embargo with its offset
    the embargo, the name of the section that a breadcrumb confirms the category;
    each is told. All other lines stay, also those a web page left behind, which
    are told too. Raises PressDeskError PD-IMP-002 and -012.
    """
    source = read_text_file(path)
    findings = Findings(path.name, source.problems)
    if not language:
        language = guess_language(source.text)
        findings.extend([language_guessed(path, language)] if language else [])
    reading = _Reading(read_passages(source.text, _is_known_line), findings)
    release = Release(
        id=release_id,
        template=template or "news",
        language=language or "en",
        body=tuple(reading.blocks),
        **reading.fields,
    )
    release, dropped = cleaned(release)
    problems = (*invisible_removed(path, source.dropped + dropped), *findings.all())
    return Imported(release, Assets(), problems)


def _is_known_line(line: str) -> bool:
    """Tell the lines that are no running text."""
    return bool(
        crumbs(line)
        or _IMMEDIATE.fullmatch(line)
        or _LABEL.fullmatch(line)
        or is_embargo_line(line)
        or is_end_mark(line)
    )


class _Reading:
    """One text, read from the top."""

    def __init__(self, passages: Iterable[Passage], findings: Findings) -> None:
        self.fields: dict[str, Any] = {}
        self.blocks: list[Block] = []
        self._findings = findings
        self._ids = AssignedIds({})
        self._seen: set[str] = set()
        self._leading = _LEADING
        self._has_headline_passed = False
        self._is_past_breadcrumb = False
        passages = list(passages)
        if passages and is_end_mark(passages[-1].text):
            passages.pop()
        found = (crumbs(passage.text) for passage in passages)
        self._breadcrumb = [part.casefold() for part in next(filter(None, found), ())]
        for passage in passages:
            self._read(passage)
        if "headline" not in self.fields:
            message = "The text begins without a headline."
            fix = "Write it as the first line, with a blank line below it."
            self._findings.add("PD-IMP-051", "warning", message, fix=fix, field="headline")

    def _read(self, passage: Passage) -> None:
        if self._read_known_line(passage) or self._read_section(passage):
            return
        rest = self._read_headline(passage)
        if rest:
            self._add(self._without_dateline(rest))

    def _read_known_line(self, passage: Passage) -> bool:
        text = passage.text
        if crumbs(text):
            self._is_past_breadcrumb = True
            self._add_leftover(passage, "This is the breadcrumb of a web page.")
        elif _LABEL.fullmatch(text):
            self._add_leftover(passage, "This says what the text is, as the template does.")
        elif _IMMEDIATE.fullmatch(text):
            message = "The release line was left out: the template prints its own."
            self._tell("hint", message, passage, field="embargo")
        elif is_embargo_line(text):
            self._read_embargo(passage)
        elif is_end_mark(text):
            self._add(passage)
            message = "An end mark stands before the end; what follows it was kept."
            self._tell("hint", message, passage)
        else:
            return False
        return True

    def _read_embargo(self, passage: Passage) -> None:
        embargo = embargo_in(passage.text)
        if embargo is not None:
            self.fields.setdefault("embargo", embargo)
            self._tell("hint", "The embargo was read from this line.", passage, field="embargo")
            return
        self._add(passage)
        self._tell(
            "error",
            "This line states an embargo that was not read: none is set.",
            passage,
            fix="Set the embargo with its time zone, then delete the line.",
            field="embargo",
        )

    def _read_section(self, passage: Passage) -> bool:
        """Take the name of the section for the category, where a breadcrumb confirms it.

        Behind the breadcrumb, its last part may well be the headline.
        """
        name = passage.text.casefold()
        parts = self._breadcrumb[:-1] if self._is_past_breadcrumb else self._breadcrumb
        if self._has_headline_passed or "category" in self.fields or name not in parts:
            return False
        self._seen.add(name)
        self.fields["category"] = passage.text
        message = "The name of the section became the category."
        self._findings.add(
            "PD-IMP-049", "hint", message, line=passage.line, field="category", text=passage.text
        )
        return True

    def _read_headline(self, passage: Passage) -> Passage | None:
        """Take the first line for the headline, unless it is a paragraph; gives what is left."""
        if self._has_headline_passed:
            return passage
        self._has_headline_passed = True
        first, _, rest = passage.text.partition("\n")
        if len(first) > _LONGEST_HEADLINE or find_dateline(first):
            return passage
        self.fields["headline"] = first
        self._seen.add(first.casefold())
        return Passage(rest, passage.line + 1) if rest else None

    def _without_dateline(self, passage: Passage) -> Passage:
        self._leading -= 1
        found = find_dateline(passage.text) if self._leading >= 0 else None
        if found is None or "date" in self.fields:
            return passage
        if found.date is None:
            message = "This looks like a dateline without its year; it stays text."
            fix = "Set place and date, then delete it from the paragraph."
            self._tell("hint", message, passage, fix=fix, field="date")
            return passage
        self.fields |= {"place": found.place, "date": found.date}
        self._tell("hint", "Place and date were read from the dateline.", passage, field="date")
        return replace(passage, text=found.rest)

    def _add_leftover(self, passage: Passage, message: str) -> None:
        item = self._add(passage)
        self._findings.add(
            "PD-IMP-049",
            "warning",
            message,
            fix="Delete the paragraph if it does not belong to the release.",
            line=passage.line,
            item=item,
            text=passage.text,
        )

    def _add(self, passage: Passage) -> str:
        """Add a paragraph; gives its id. A short line that came before is told."""
        item = self._ids.next(BLOCK)
        self.blocks.append(Paragraph(id=item, spans=(Span(passage.text),)))
        name = passage.text.casefold()
        if name in self._seen and len(name) <= _LONGEST_SECTION:
            self._findings.add(
                "PD-IMP-049",
                "warning",
                "This line stands in the text twice.",
                fix="Delete the paragraph if it does not belong to the release.",
                line=passage.line,
                item=item,
                text=passage.text,
            )
        self._seen.add(name)
        return item

    def _tell(
        self, severity: Severity, message: str, passage: Passage, *, fix: str = "", field: str = ""
    ) -> None:
        """Tell what became of a line that belongs to no paragraph."""
        text = passage.text if len(passage.text) <= 2 * _LONGEST_SECTION else ""
        self._findings.add(
            "PD-IMP-050", severity, message, fix=fix, line=passage.line, field=field, text=text
        )
