"""Names made from text: slugs for addresses and stems of file names."""

import re
import unicodedata

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\Z", re.IGNORECASE)


def slugify(text: str, *, letters: int = 80, octets: int = 120) -> str:
    """Make a slug: lower-case letters and digits of any script, joined by hyphens.

    It is cut between words to the given number of letters and of UTF-8 octets,
    and is never a name that Windows reserves for a device.
    """
    words = re.findall(
        r"[^\W_]+", unicodedata.normalize("NFC", text.replace("'", "").replace("’", ""))
    )
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > letters or len(longer.encode()) > octets:
            break
        slug = longer
    if not slug and words:
        slug = words[0][:letters].encode()[:octets].decode(errors="ignore")
    slug = slug.lower()
    return f"_{slug}" if _RESERVED.match(slug) else slug
