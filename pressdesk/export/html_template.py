"""The check of a pack's web template: its tags, where they stand, and what the page would load."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pressdesk.export.html_hazards import REMOTE, Hazard, element_hazards, style_hazards
from pressdesk.export.template_language import (
    NO_DATELINE,
    Fault,
    check_source,
    printed_fields,
    prints_dateline,
    used_fields,
)
from pressdesk.export.view import ContactView
from pressdesk.model.problem import Place, Problem, Problems


class WebContact(ContactView, frozen=True):
    """A media contact with its links, each "" where there is none."""

    email_link: str
    phone_link: str


WEB_FIELDS: Mapping[str, Any] = MappingProxyType(
    {
        "title": str,
        "metadata": str,
        "style": str,
        "structured_data": str,
        "contacts": tuple[WebContact, ...],
    }
)
"""What a web template may name besides the fields of every template, with the types."""

_UNREADABLE, _LACKS, _MISPLACED, _WISH = "PD-TPL-030", "PD-TPL-034", "PD-TPL-035", "PD-TPL-036"
_REQUIRED = (
    (("title",), "The page has no title.", "Write <title>{{ title }}</title>."),
    (("metadata",), "The page has no metadata.", "Write {{ metadata }} below the title."),
    (("style",), "The page has no style.", "Write <style>{{ style }}</style> in the head."),
    (("stamp",), "A draft is not marked.", "Write {{ stamp }} at the top."),
    (("notice",), "A draft does not say what it is not for.", "Write {{ notice }} at the top."),
    (("release_line", "embargo"), "An embargo is not told.", "Write {{ release_line }}."),
    (("headline",), "The page has no headline.", "Write <h1>{{ headline }}</h1>."),
    (("body",), "The body has no place.", "Write {{ body }} in a line of its own."),
)
_WISHED = ("deck", "speakers", "people", "note", "boilerplates", "contacts")
_SHOW = "Copy what prints {} from the page of the pack “news”, or leave it."
_MARKUP = frozenset(("body", "attached", "metadata", "structured_data"))
_STATEMENT = re.compile(r"\{%.*?%\}|\{#.*?#\}")
_PRINT = re.compile(r"\{\{-?(.*?)-?\}\}")
_STRAY = re.compile("[\ue000\ue001]")
_MARK = re.compile("\ue000([0-9]+)\ue001")
_IN_NAME = re.compile("</?\ue000([0-9]+)\ue001")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MAY_HOLD_FIELDS = re.compile(
    r"(?:alt|class|content|datetime|dir|href|id|lang|title|aria-.*|data-.*)\Z"
)
_LINK = re.compile(r"\w+\.(?:email|phone)_link\Z")
_LOADED = frozenset(("src", "srcset", "poster", "background"))


def check_html_template(folder: Path, *, places_dateline: bool = False) -> Problems:
    """List every fault of a pack's ``release.html`` and ``style.css``, by line.

    ``places_dateline``: the pack leaves it to the template where the dateline stands.
    """
    page_faults = partial(_page_faults, places_dateline=places_dateline)
    return (
        *_check_file(folder / "release.html", page_faults),
        *_check_file(folder / "style.css", _style_faults),
    )


def _check_file(file: Path, faults_of: Callable[[str], Iterator[Fault]]) -> Iterator[Problem]:
    try:
        faults = list(faults_of(file.read_text(encoding="utf-8-sig")))
    except OSError as error:
        faults = [Fault(_UNREADABLE, 0, f"The file can't be read: {error.strerror}.")]
    except UnicodeDecodeError as error:
        message = f"The file is not UTF-8 at byte {error.start + 1}."
        faults = [Fault(_UNREADABLE, 0, message, "Save it as UTF-8.")]
    for fault in faults:
        yield Problem(
            code=fault.code,
            severity="warning" if fault.code == _WISH else "error",
            message=fault.message,
            place=Place(file=file.name, line=fault.line),
            fix=fault.fix,
        )


def _page_faults(source: str, *, places_dateline: bool) -> Iterator[Fault]:
    faults = list(check_source(source, WEB_FIELDS))
    if not faults:
        scanner = _Scanner(source)
        faults = [*scanner.faults, *_lacking(scanner.printed), *_unprinted(source)]
        if places_dateline and not prints_dateline(scanner.printed):
            faults.append(Fault(_LACKS, 0, *NO_DATELINE))
    yield from sorted(faults, key=lambda fault: fault.line)


def _style_faults(source: str) -> Iterator[Fault]:
    for hazard in style_hazards(source):
        yield _fault(hazard, 1)


def _lacking(printed: set[str]) -> Iterator[Fault]:
    for names, message, fix in _REQUIRED:
        if printed.isdisjoint(names):
            yield Fault(_LACKS, 0, message, fix)
    if "attached" not in printed:
        message = "Photos that have no place in the body are not shown."
        yield Fault(_WISH, 0, message, "Write {{ attached }} below {{ body }}.")


def _unprinted(source: str) -> Iterator[Fault]:
    printed = printed_fields(source)
    for name in _WISHED:
        if name not in printed:
            message = f"The field “{name}” has no place; what it holds will not be in the page."
            yield Fault(_WISH, 0, message, _SHOW.format(name))


def _fault(hazard: Hazard, line: int) -> Fault:
    return Fault(hazard.code, line + hazard.line, hazard.message, hazard.fix)


def _marked(source: str) -> tuple[str, list[str]]:
    """Replace what a template prints by numbered marks, which no HTML parser stumbles over."""
    expressions: list[str] = []

    def mark(tag: re.Match[str]) -> str:
        expressions.append(tag.group(1).strip())
        return f"\ue000{len(expressions) - 1}\ue001"

    return _PRINT.sub(mark, _STATEMENT.sub("", _STRAY.sub("", source))), expressions


class _Scanner(HTMLParser):
    """Finds what a well-formed template prints, and where that may do harm."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[Fault] = []
        self.printed: set[str] = set()
        """Names of what is printed in a place where it does its work."""
        self._inside = ""
        marked, self._expressions = _marked(source)
        for found in _IN_NAME.finditer(marked):
            line = marked.count("\n", 0, found.start()) + 1
            self._misplaced(self._expression(found), "the name of an element", line=line)
        self.feed(marked)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        attributes = {name: value or "" for name, value in attrs}
        for hazard in element_hazards(tag, attributes):
            self.faults.append(_fault(hazard, line))
        bare = _QUOTED.sub("", self.get_starttag_text() or "")
        for mark in _MARK.finditer(bare):
            fix = "Put quotation marks around it."
            self._misplaced(self._expression(mark), "a tag without quotation marks", fix)
        for name, value in attributes.items():
            self._check_attribute(tag, name, value)
        if tag in ("style", "title"):
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "style":
            for hazard in style_hazards(data):
                self.faults.append(_fault(hazard, self.getpos()[0]))
        for mark in _MARK.finditer(data):
            line = self.getpos()[0] + data.count("\n", 0, mark.start())
            self._check_text(self._expression(mark), line)

    def handle_comment(self, data: str) -> None:
        for mark in _MARK.finditer(data):
            fix = "Write the comment as {# … #}."
            self._misplaced(self._expression(mark), "a comment", fix)

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)

    def _check_attribute(self, tag: str, name: str, value: str) -> None:
        first = _MARK.match(value.strip())
        for mark in _MARK.finditer(value):
            expression = self._expression(mark)
            names = used_fields(f"{{{{ {expression} }}}}")
            if not _MAY_HOLD_FIELDS.match(name) or names & {*_MARKUP, "style"}:
                self._misplaced(expression, f"the attribute “{name}”")
        if name == "href" and first and not _LINK.match(self._expression(first)):
            fix = "Begin the link with https://, mailto: or tel:, or use contact.email_link."
            self._misplaced(self._expression(first), "the beginning of a link", fix)
        is_loaded = name in _LOADED or (tag, name) == ("link", "href")
        if is_loaded and value and not value.startswith("data:"):
            message = f"“{value}” is not exported with the page."
            fix = "Put a small picture into the template as data:image/…."
            self.faults.append(Fault(REMOTE, self.getpos()[0], message, fix))

    def _check_text(self, expression: str, line: int) -> None:
        names = used_fields(f"{{{{ {expression} }}}}")
        belongs = {"style": {"style"}, "title": set[str]()}.get(self._inside, set(_MARKUP))
        wants_place = names & {*_MARKUP, "style"}
        if wants_place and (wants_place - belongs or expression not in wants_place):
            self._misplaced(expression, f"“{self._inside or 'the text'}”", line=line)
        elif self._inside == "style" and not wants_place:
            self._misplaced(expression, "the style", line=line)
        elif self._inside == "title" or "title" not in names:
            self.printed |= printed_fields(f"{{{{ {expression} }}}}")

    def _expression(self, mark: re.Match[str]) -> str:
        return self._expressions[int(mark.group(1))]

    def _misplaced(self, expression: str, where: str, fix: str = "", line: int = 0) -> None:
        message = f"“{{{{ {expression} }}}}” may not stand in {where}."
        self.faults.append(Fault(_MISPLACED, line or self.getpos()[0], message, fix))
