"""Links of foreign pages: which may come in, where they really lead, which only share the page."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

from msgspec import Struct

from pressdesk.model.text import safe_link

_REDIRECTORS = (
    (r"(?:www\.)?google\.[a-z.]{2,6}/url", ("q", "url")),
    (r"[a-z0-9]+\.safelinks\.protection\.outlook\.com/.*", ("url",)),
    (r"lm?\.(?:facebook|instagram)\.com/(?:l\.php)?", ("u",)),
    (r"(?:www\.)?linkedin\.com/(?:redir/redirect|safety/go)", ("url",)),
    (r"(?:www\.)?youtube\.com/redirect", ("q",)),
    (r"slack-redir\.net/link", ("url",)),
    (r"duckduckgo\.com/l/?", ("uddg",)),
    (r"out\.reddit\.com/.*", ("url",)),
    (r"link\.zhihu\.com/", ("target",)),
    (r"t\.umblr\.com/redirect", ("z",)),
    (r"vk\.com/away\.php", ("to",)),
)
"""Addresses that only count a click and send on, and the keys that hold where to."""
_DEFENSES = re.compile(r"https://urldefense\.com/v3/__(.+?)__;")

_SHARING = re.compile(
    r"https?://(?:[a-z-]+\.)?(?:"
    r"facebook\.com/(?:sharer|share\.php|dialog/(?:share|feed|send))"
    r"|(?:twitter|x)\.com/(?:intent/|share\b)"
    r"|linkedin\.com/(?:sharing/|shareArticle)"
    r"|whatsapp\.com/send|wa\.me/\?|(?:t|telegram)\.me/share"
    r"|reddit\.com/submit|pinterest\.[a-z.]+/pin/create|service\.weibo\.com/share"
    r"|bsky\.app/intent/|threads\.net/intent/)"
    r"|(?:mailto:|whatsapp://send|fb-messenger://share)/?\?",
    re.IGNORECASE,
)


class Link(Struct, frozen=True):
    """Where an ``<a href>`` leads."""

    target: str
    """Address that may stand in a release, or ""."""
    dropped: str = ""
    """What was dropped, where it is worth a word."""


def is_sharing(href: str) -> bool:
    """Tell the links that offer to share the page: they are buttons, not words of the text."""
    return _SHARING.match(href.strip()) is not None


def read_link(href: str) -> Link:
    """Read an ``href``: only http, https, mailto and tel; redirectors are seen through."""
    target = safe_link(_destination(href))
    if target:
        return Link(target)
    bare = re.sub(r"[\s\x00-\x20\x7f]", "", href)
    is_foreign = re.match(r"[a-zA-Z][a-zA-Z0-9+.\-]*:", bare) is not None
    if not bare:
        return Link("")
    return Link("", "unsafe links" if is_foreign else "links within the page")


def _destination(href: str) -> str:
    """Follow an address through redirectors, three at the most, by what it says itself."""
    target = href
    for _ in range(3):
        onward = _onward(target)
        if not safe_link(onward):
            break
        target = onward
    return target


def _onward(target: str) -> str:
    if defense := _DEFENSES.match(target):
        return defense[1]
    try:
        parts = urlsplit(target.strip())
        place = f"{parts.hostname or ''}{parts.path}"
        for pattern, keys in _REDIRECTORS:
            if re.fullmatch(pattern, place):
                values = parse_qs(parts.query, max_num_fields=100)
                return next((values[key][0] for key in keys if key in values), "")
        if place == "urldefense.proofpoint.com/v2/url":
            values = parse_qs(parts.query, max_num_fields=100)
            return unquote(values.get("u", [""])[0].replace("-", "%").replace("_", "/"))
    except ValueError:
        pass
    return ""
