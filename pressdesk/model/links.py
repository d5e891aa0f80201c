"""Links as people type them."""

import re

from pressdesk.model.text import safe_link

_EMAIL = re.compile(r"[^\s@:/<>]+@[^\s@:/<>]+\.[^\s@:/<>]+")
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?")
_PHONE = re.compile(r"\+?\d[\d ().\-/]{4,}")


def typed_link(typed: str) -> str:
    """Make a link of what somebody typed, or "" where it can be none.

    ``www.example.org`` and ``example.org/news`` get https, an e-mail address gets
    mailto, a telephone number tel; what has a scheme must have one of those that
    ``safe_link`` allows.
    """
    typed = typed.strip()
    if _EMAIL.fullmatch(typed):
        return safe_link(f"mailto:{typed}")
    if _HOST.fullmatch(typed):
        return safe_link(f"https://{typed}")
    if _PHONE.fullmatch(typed):
        return "tel:" + re.sub(r"[^\d+]", "", typed)
    return safe_link(typed)
