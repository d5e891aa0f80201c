"""What a page of ours may not hold: whatever runs, and whatever is loaded from elsewhere.

The same rules hold for a template, where a person is told the line, and for the
finished page, where they prove that no text of the release became active.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from pressdesk.model.text import safe_link


class Hazard(Struct, frozen=True):
    """Something that a page may not hold; the line counts from 0 where it was found."""

    code: str
    message: str
    fix: str = ""
    line: int = 0


ACTIVE, REMOTE, STYLE = "PD-TPL-031", "PD-TPL-032", "PD-TPL-033"
_ACTIVE_ELEMENTS = frozenset((
    "script", "noscript", "iframe", "frame", "frameset", "object", "embed", "applet", "portal",
    "base", "form", "animate", "animatemotion", "animatetransform", "set", "foreignobject",
))  # fmt: skip
_LOADED = frozenset((
    "src", "srcset", "poster", "background", "data", "action", "formaction", "manifest", "ping",
    "srcdoc", "xlink:href",
))  # fmt: skip
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml)[;,]", re.IGNORECASE)
_SPACE = re.compile(r"[\s\x00-\x20]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:|//|\\\\", re.IGNORECASE)
_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n]?|(.))")
_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_CSS_HAZARD = re.compile(
    r"@import|(?:image-set|cross-fade|expression|src)\s*\(|behavior\s*:|-moz-binding|</\s*style|<!--"
    r"|url\(\s*[\"']?(?!\s*[\"']?(?:data:(?:image|font)/|#))",
    re.IGNORECASE,
)


def element_hazards(name: str, attributes: dict[str, str]) -> Iterator[Hazard]:
    """List what is wrong with a start tag; names are in lower case, values unescaped."""
    if name in _ACTIVE_ELEMENTS:
        yield Hazard(ACTIVE, f"A page may have no “{name}” element.", "Take it away.")
        return
    if name == "meta" and "http-equiv" in attributes:
        yield Hazard(ACTIVE, "A page may not command the browser by “http-equiv”.", "Take it away.")
    for attribute, value in attributes.items():
        if attribute.startswith("on"):
            yield Hazard(ACTIVE, f"A page may have no event handler (“{attribute}”).")
        elif attribute == "style":
            yield from style_hazards(value)
        elif attribute == "href" and name in ("a", "area"):
            if _SCHEME.match(_SPACE.sub("", value)) and not safe_link(value):
                message = f"This link is not safe: “{_short(value)}”."
                yield Hazard(ACTIVE, message, "Only http, https, mailto and tel may be linked.")
        elif (attribute in _LOADED or attribute == "href") and _is_remote(attribute, value):
            message = f"A page may load nothing from elsewhere: “{_short(value)}”."
            yield Hazard(REMOTE, message, "Put a small picture into the template as data:image/….")


def style_hazards(css: str) -> Iterator[Hazard]:
    """List what is wrong with style rules."""
    bare = _CSS_COMMENT.sub(lambda match: "\n" * match.group().count("\n"), css)
    bare = _CSS_ESCAPE.sub(_unescaped, bare)
    for found in _CSS_HAZARD.finditer(bare):
        line = bare.count("\n", 0, found.start())
        rest = bare[found.start() :].split("\n", maxsplit=1)[0]
        message = f"A style may not load or run anything: “{_short(rest)}”."
        yield Hazard(STYLE, message, "Only url(data:image/…) and url(#…) are allowed.", line)


def _is_remote(attribute: str, value: str) -> bool:
    """Tell whether a browser would leave the page's own folder for it."""
    if attribute == "srcdoc":
        return True
    candidates = value.split(",") if attribute == "srcset" else [value]
    return any(
        _SCHEME.match(bare) and not _PICTURE.match(bare)
        for bare in (_SPACE.sub("", candidate) for candidate in candidates)
    )


def _unescaped(match: re.Match[str]) -> str:
    if match.group(2):
        return match.group(2)
    code = int(match.group(1), 16)
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"
