"""The HTML of a clipboard: what was selected, without the header and page it came wrapped in."""

import re
from collections.abc import Iterator
from html import escape

_HEADER = re.compile(r"\s*Version:\s*\d+\.\d+\s*[\r\n]", re.IGNORECASE)
_OFFSET = re.compile(r"^(Start|End)Fragment:\s*(-?\d{1,12})\s*$", re.MULTILINE | re.IGNORECASE)
_LONGEST_HEADER = 4000
_START = re.compile(r"<!--\s*StartFragment\s*-->", re.IGNORECASE)
_END = re.compile(r"<!--\s*EndFragment\s*-->", re.IGNORECASE)
_STYLE = re.compile(r"<(/?)style\b[^<>]*>", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"<(?:html|body)\b[^<>]*?\s(?:xml:)?lang\s*=\s*[\"']?([A-Za-z\-]{2,20})", re.IGNORECASE
)
_CONTEXT = re.compile(r"<(/?)(table|ul|ol)\b[^<>]*>", re.IGNORECASE)


def clipboard_fragment(html: str) -> str:
    """Give the selected part of a clipboard's HTML.

    The header of Windows' CF_HTML, byte order marks, and UTF-16 that was taken
    for another encoding are seen through. The style sheets and the language of
    the page are kept, and the table or list whose rows or items were selected.
    """
    html = _decoded(html)
    header = _HEADER.match(html)
    offsets = dict(_OFFSET.findall(html[:_LONGEST_HEADER])) if header else {}
    start = _START.search(html)
    if start is not None:
        ends = [end.start() for end in _END.finditer(html, start.end())]
        stop = ends[-1] if ends else len(html)
        return _in_context(html[: start.start()], html[start.end() : stop])
    if header is None:
        return html
    data = html.encode("utf-8", "replace")
    places = {name.lower(): int(number) for name, number in offsets.items()}
    first, last = places.get("start", -1), places.get("end", -1)
    if 0 < first <= last <= len(data):
        before, inside = data[:first], data[first:last]
        return _in_context(before.decode("utf-8", "ignore"), inside.decode("utf-8", "ignore"))
    markup = html.find("<")
    return html[markup:] if markup >= 0 else ""


def _decoded(html: str) -> str:
    """Undo what a wrong encoding did, as far as it can be undone."""
    sample = html[:2000]
    if sample.count("\0") * 3 > len(sample):
        try:
            data = html.encode("latin-1")
        except UnicodeEncodeError:
            return html.replace("\0", "").lstrip("\ufffd\ufeff")
        is_big = data.startswith((b"\xfe\xff", b"\0"))
        html = data.decode("utf-16-be" if is_big else "utf-16-le", "replace")
    html = html.lstrip("\ufeff\ufffe")
    for mark in ("\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"):
        html = html.removeprefix(mark)
    return html.rstrip("\0")


def _in_context(before: str, fragment: str) -> str:
    """Put around a fragment what it needs of the page before it."""
    language = _LANGUAGE.search(before)
    opening = f'<html lang="{escape(language[1])}">' if language else ""
    styles = "".join(f"<style>{css}</style>" for css in _style_sheets(before))
    is_open: list[str] = []
    for tag in _CONTEXT.finditer(before):
        name = tag[2].lower()
        if not tag[1]:
            is_open.append(name)
        elif is_open and is_open[-1] == name:
            is_open.pop()
    needs = re.match(
        r"\s*<(tr|t[dh]|tbody|thead|tfoot|col|colgroup|caption|li)\b", fragment.lower()
    )
    if needs is None or not is_open:
        return f"{opening}{styles}{fragment}"
    return f"{opening}{styles}<{is_open[-1]}>{fragment}</{is_open[-1]}>"


def _style_sheets(page: str) -> Iterator[str]:
    start = -1
    for tag in _STYLE.finditer(page):
        if tag[1]:
            if start >= 0:
                yield page[start : tag.start()]
            start = -1
        elif start < 0:
            start = tag.end()
