"""Reading a page back: its text, its other strings, and what in it could run or load."""

from html.parser import HTMLParser

from msgspec import Struct

from pressdesk.export.html_hazards import Hazard, element_hazards, style_hazards

_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "u",
))  # fmt: skip
_HIDDEN = frozenset(("title", "style", "script"))


class Page(Struct, frozen=True, kw_only=True):
    """What a page holds."""

    text: str
    """What a reader sees; elements that begin a line are parted by a line break."""
    title: str
    strings: str
    """The values of all attributes, one a line: alternative texts, links, metadata."""
    robots: str
    data: str
    """The structured data, as JSON."""
    hazards: tuple[Hazard, ...]


def read_page(source: str) -> Page:
    """Read a page with the parser of the standard library, which shares nothing with the writer."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return Page(
        text="".join(reader.text),
        title="".join(reader.hidden["title"]),
        strings="\n".join(reader.strings),
        robots=reader.robots,
        data="".join(reader.hidden["script"]),
        hazards=(*reader.hazards, *style_hazards("".join(reader.hidden["style"]))),
    )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.strings: list[str] = []
        self.hidden: dict[str, list[str]] = {name: [] for name in _HIDDEN}
        self.hazards: list[Hazard] = []
        self.robots = ""
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if (tag, attributes.get("type")) != ("script", "application/ld+json"):
            self.hazards += element_hazards(tag, attributes)
        self.strings += (value for value in attributes.values() if not value.startswith("data:"))
        if tag == "meta" and attributes.get("name") == "robots":
            self.robots = attributes.get("content", "")
        if tag in _HIDDEN:
            self._inside = tag
        elif tag not in _INLINE:
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""
        elif tag not in _INLINE:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        (self.hidden[self._inside] if self._inside else self.text).append(data)
