"""What the elements of foreign HTML are for: blocks, headings, quotations, what never comes in."""

import re
from collections.abc import Mapping

from pressdesk.importers.html_styles import Declarations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LISTS = ("ul", "ol", "menu", "dir")
TABLE_PARTS = ("table", "caption", "tbody", "thead", "tfoot", "tr", "td", "th")
VOID = _names("area base br col embed hr img input link meta param source track wbr")
CLOSES_PARAGRAPH = _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p"
    " plaintext pre search section summary table ul xmp"
)
"""Elements that end an open paragraph where they begin."""
BLOCKS = CLOSES_PARAGRAPH | _names("body html legend") | frozenset(TABLE_PARTS)
SPECIAL = BLOCKS | _names(
    "head button template object svg math noscript select video audio canvas ruby rt rp"
)
"""Elements that end all that is open in them; the others end alone, and are cut out."""
FORMATTING = _names("a b big code em font i nobr s small strike strong tt u")
"""Elements that go on in the next paragraph where the source forgot to end them."""

_SILENT = ""
DROPPED = {
    **dict.fromkeys(("script", "noscript", "template"), "scripts"),
    "style": "styles",
    **dict.fromkeys(
        ("iframe", "frame", "frameset", "noframes", "object", "applet", "embed", "noembed"),
        "embedded pages",
    ),
    **dict.fromkeys(("video", "audio", "canvas"), "sound and video"),
    **dict.fromkeys(
        ("select", "textarea", "button", "datalist", "meter", "progress"), "form fields"
    ),
    "svg": "drawings",
    "nav": "navigation",
    **dict.fromkeys(("title", "xml", "rp", "annotation", "annotation-xml"), _SILENT),
}
_DROPPED_ROLES = {"navigation": "navigation", "button": "form fields", "search": "form fields"}
_HEADING_CLASS = re.compile(r"(?:^|\s)Mso(?:Heading([1-9])|(Title))(?:\s|$)")
_QUOTE_CLASS = re.compile(r"(?:^|\s)Mso(?:Intense)?Quote(?:CxSp\w+)?(?:\s|$)")
_MAIL_QUOTE = re.compile(
    r"(?:^|\s)(?:gmail_quote|yahoo_quoted|moz-cite\S*|protonmail_quote)(?:\s|$)"
)
_COMMENT_CLASS = re.compile(r"(?:^|\s)Mso(?:CommentReference|CommentText)(?:\s|$)")


def is_block(tag: str, attributes: Mapping[str, str], declared: Declarations) -> bool:
    """Tell whether an element is set apart from the text around it."""
    display = declared.get("display", "")
    if tag in BLOCKS:
        return display not in ("inline", "contents") or tag not in ("div", "p", "section")
    is_displayed = display in ("block", "flex", "grid", "list-item", "table", "flow-root")
    return is_displayed or attributes.get("data-stringify-type") == "paragraph-break"


def heading_level(tag: str, attributes: Mapping[str, str]) -> int:
    """Give the level a release has for a heading (2 to 4), or 0 where it is none."""
    asked = 0
    if re.fullmatch(r"h[1-6]", tag):
        asked = int(tag[1])
    elif attributes.get("role") == "heading":
        level = attributes.get("aria-level", "")
        asked = int(level) if re.fullmatch(r"[1-9]", level) else 2
    elif found := _HEADING_CLASS.search(attributes.get("class", "")):
        asked = int(found[1] or 1)
    return min(max(asked, 2), 4) if asked else 0


def is_quotation(tag: str, attributes: Mapping[str, str], declared: Declarations) -> bool:
    """Tell a quotation from a mail that is answered, and from text that is only indented."""
    style_class = attributes.get("class", "")
    if _QUOTE_CLASS.search(style_class):
        return True
    if attributes.get("data-stringify-type") == "quote":
        return True
    if tag != "blockquote" or attributes.get("type") == "cite" or _MAIL_QUOTE.search(style_class):
        return False
    is_indent = declared.get("margin", "").endswith("40px") and "none" in declared.get("border", "")
    return not is_indent


def dropped_as(tag: str, attributes: Mapping[str, str], declared: Declarations) -> str | None:
    """Tell as what an element is dropped with all in it; "": without a word, None: it is not."""
    if tag in DROPPED:
        return DROPPED[tag]
    if role := _DROPPED_ROLES.get(attributes.get("role", "")):
        return role
    style_class = attributes.get("class", "")
    if (
        _COMMENT_CLASS.search(style_class)
        or declared.get("mso-element") in ("comment-list", "comment")
        or "comment" in declared.get("mso-special-character", "")
    ):
        return "comments"
    if tag == "del" and ("datetime" in attributes or "cite" in attributes):
        return "deleted text"
    if tag == "div" and attributes.get("title") in ("header", "footer"):
        return "page headers"
    return None
