"""What the styles of foreign HTML mean: marks, and what is not to be seen."""

import re
from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from pressdesk.model.body import Span


class Style(Struct, frozen=True):
    """How the text of an element is meant, and what its descendants inherit."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    script: Literal["", "sub", "sup"] = ""
    link: str = ""
    lang: str = ""
    is_in_link: bool = False
    """Underlined by every program; that is the look of a link, not a mark."""
    is_pre: bool = False
    is_hidden: bool = False
    is_invisible: bool = False
    is_tiny: bool = False
    """Set in size 0, unless a descendant has another."""
    is_marker: bool = False
    """The bullet or number that Word wrote out."""
    spaces_only: bool = False
    """Made by a program to hold spaces apart: hard spaces are none here."""

    @property
    def is_seen(self) -> bool:
        return not (self.is_hidden or self.is_invisible or self.is_tiny)

    def span(self, text: str) -> Span:
        """Make a span of text in this style."""
        return Span(
            text,
            bold=self.bold,
            italic=self.italic,
            underline=self.underline and not self.is_in_link,
            strike=self.strike,
            script=self.script,
            link=self.link,
            lang=self.lang,
        )


Declarations = Mapping[str, str]

_MARKED_BY: tuple[tuple[str, dict[str, Any]], ...] = (
    ("b strong", {"bold": True}),
    ("i em cite dfn var", {"italic": True}),
    ("u ins", {"underline": True}),
    ("s strike del", {"strike": True}),
    ("sub", {"script": "sub"}),
    ("sup", {"script": "sup"}),
    ("pre listing xmp plaintext", {"is_pre": True}),
)
_MARKS = {tag: marks for tags, marks in _MARKED_BY for tag in tags.split()}
_LOOKS = ("h1", "h2", "h3", "h4", "h5", "h6", "th", "blockquote")
"""Their own weight and slant is the look of what they are."""
_WEIGHT = re.compile(r"bold|bolder|[6-9]\d\d|1000")
_SLANT = re.compile(r"italic|oblique.*")
_HIDING_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text"
    r"|mw-editsection|mw-cite-backlink)(?:\s|$)"
)
_LENGTH = re.compile(r"(\d*\.?\d+)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NO_LANGUAGE = ("zxx", "und", "mis", "mul")


def declarations(text: str) -> dict[str, str]:
    """Read the declarations of a rule or a ``style`` attribute; all in lower case."""
    found: dict[str, str] = {}
    for part in without_comments(text).split(";"):
        name, _, value = part.partition(":")
        found[name.strip().lower()] = value.lower().replace("!important", "").strip()
    return found


def without_comments(css: str) -> str:
    """Take the comments out of CSS."""
    first, *rest = css.split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest) if rest else css


def language_tag(text: str) -> str:
    """Give a language tag in its usual letters (``en-US``), or "" where it says nothing."""
    if not _LANGUAGE.fullmatch(text):
        return ""
    first, *rest = text.split("-")
    if first.lower() in _NO_LANGUAGE:
        return ""
    parts = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower()
             for part in rest]  # fmt: skip
    return "-".join((first.lower(), *parts))


def inherit(
    parent: Style, tag: str, attributes: Mapping[str, str], declared: Declarations
) -> Style:
    """Work out the style of an element in another; its link is for the reader to set."""
    style_class = attributes.get("class", "")
    is_citation = tag == "cite" and style_class
    changes = {} if is_citation else {**_MARKS.get(tag, {})}
    if declared:
        is_look = tag in _LOOKS or "Quote" in style_class
        changes |= _declared_marks(parent, tag, declared, is_look=is_look)
        changes |= _declared_sight(declared)
    if "hidden" in attributes or _HIDING_CLASS.search(style_class):
        changes["is_hidden"] = True
    language = attributes.get("lang") or attributes.get("xml:lang")
    if language:
        changes["lang"] = language_tag(language)
    if style_class == "Apple-converted-space":
        changes["spaces_only"] = True
    if tag in ("ins", "del") and ("datetime" in attributes or "cite" in attributes):
        changes = {"is_hidden": True} if tag == "del" else {}
    return replace(parent, **changes) if changes else parent


def _declared_marks(
    parent: Style, tag: str, declared: Declarations, *, is_look: bool
) -> dict[str, Any]:
    marks: dict[str, Any] = {}
    font = declared.get("font", "inherit")
    weight, slant = declared.get("font-weight"), declared.get("font-style")
    if font not in ("inherit", "unset"):
        words = font.split()
        weight = weight or next(filter(_WEIGHT.fullmatch, words), "normal")
        slant = slant or next(filter(_SLANT.fullmatch, words), "normal")
    if not is_look:
        if weight and weight not in ("inherit", "unset"):
            marks["bold"] = _WEIGHT.fullmatch(weight) is not None
        if slant and slant not in ("inherit", "unset"):
            marks["italic"] = _SLANT.fullmatch(slant) is not None
        lines = declared.get("text-decoration-line") or declared.get("text-decoration", "")
        if lines:
            # Lines of an element above cannot be taken away from one below.
            is_none = "none" in lines.split()
            for mark, word in (("underline", "underline"), ("strike", "line-through")):
                if word in lines:
                    marks[mark] = True
                elif is_none and mark in _MARKS.get(tag, {}):
                    marks[mark] = getattr(parent, mark)
    match declared.get("vertical-align"):
        case "super" | "sub" as shift if tag not in ("td", "th", "tr", "img"):
            marks["script"] = "sup" if shift == "super" else "sub"
        case "baseline" if tag in ("sub", "sup"):
            marks["script"] = parent.script
        case _:
            pass
    if "ignore" in declared.get("mso-list", ""):
        marks["is_marker"] = True
    if "white-space" in declared:
        marks["is_pre"] = declared["white-space"].startswith(("pre", "break-spaces"))
    if "mso-spacerun" in declared or "mso-tab-count" in declared:
        marks["spaces_only"] = declared.get("mso-spacerun", "yes") == "yes"
    return marks


def _declared_sight(declared: Declarations) -> dict[str, bool]:
    sight: dict[str, bool] = {}
    if "visibility" in declared:
        sight["is_invisible"] = declared["visibility"] in ("hidden", "collapse")
    size = _LENGTH.match(declared.get("font-size", ""))
    if size:
        sight["is_tiny"] = float(size[1]) == 0
    is_clipped = "hidden" in (declared.get("overflow"), declared.get("overflow-y"))
    is_clipped = is_clipped or "clip" in declared or "clip-path" in declared
    heights = [_length(declared, name) for name in ("height", "max-height")]
    if (
        declared.get("display") == "none"
        or declared.get("mso-hide") == "all"
        or (is_clipped and any(height is not None and height <= 1 for height in heights))
    ):
        sight["is_hidden"] = True
    return sight


def _length(declared: Declarations, name: str) -> float | None:
    length = _LENGTH.match(declared.get(name, ""))
    return float(length[1]) if length else None


class StyleSheet:
    """The rules of a page's own style sheets that name a tag, a class, or both."""

    def __init__(self) -> None:
        self._rules: dict[str, dict[str, str]] = {}
        self._inline: dict[str, dict[str, str]] = {}

    def add(self, css: str) -> None:
        """Read a style sheet; rules for media, and all others, are passed over."""
        css = without_comments(css.replace("<!--", "").replace("-->", ""))
        depth = 0
        place = 0
        prelude = ""
        for brace in re.finditer(r"[{}]", css):
            if brace[0] == "{":
                if depth == 0:
                    prelude = css[place : brace.start()].rpartition(";")[2].strip()
                    place = brace.end()
                depth += 1
            elif depth:
                depth -= 1
                if depth == 0:
                    self._add_rule(prelude, css[place : brace.start()])
                    place = brace.end()

    def _add_rule(self, prelude: str, body: str) -> None:
        if prelude.startswith("@"):
            return
        declared = declarations(body)
        for selector in prelude.split(","):
            name = selector.strip()
            if re.fullmatch(r"[\w-]*(?:\.[\w-]+)?", name) and name:
                tag, dot, style_class = name.partition(".")
                self._rules.setdefault(f"{tag.lower()}{dot}{style_class}", {}).update(declared)

    def declared(self, tag: str, attributes: Mapping[str, str]) -> Declarations:
        """Give what is declared for an element, its own ``style`` last."""
        own = attributes.get("style", "")
        if own and own not in self._inline:
            self._inline[own] = declarations(own)
        inline = self._inline.get(own, {})
        if not self._rules:
            return inline
        classes = attributes.get("class", "").split()[:20]
        names = (tag, *(f".{name}" for name in classes), *(f"{tag}.{name}" for name in classes))
        rules = [self._rules[name] for name in names if name in self._rules]
        if not rules:
            return inline
        found: dict[str, str] = {}
        for rule in (*rules, inline):
            found.update(rule)
        return found
