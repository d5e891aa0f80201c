"""Reading a page as elements and texts, so that two pages can be compared."""

import re
from html.parser import HTMLParser


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_text()
        given = {name: value or "" for name, value in attrs}
        if tag == "img":
            # Pictures have other addresses in the preview: their widths are the same.
            given.pop("src")
            given["srcset"] = " ".join(re.findall(r"\d+w", given.get("srcset", "")))
        self.seen.append(f"<{tag} {sorted(given.items())}>")

    def handle_endtag(self, tag: str) -> None:
        self._end_text()
        self.seen.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._text += data

    def close(self) -> None:
        super().close()
        self._end_text()

    def _end_text(self) -> None:
        if self._text.strip():
            self.seen.append(self._text.strip("\n"))
        self._text = ""


def structure(html: str) -> list[str]:
    """Give the elements of a page with attributes, and its texts, in order; no comments."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.seen
